"""The corpus agrees with its register to the byte, or says which file and row do not."""

import csv
import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import Package

from govreports.codebook.outlines import LEVELS
from govreports.corpus.masks import load_masks, masked_names
from govreports.corpus.reading import (
    COLUMNS,
    GENRES,
    REQUIRED,
    label_of,
    load_corpus,
    published_corpus,
    read_register,
)
from govreports.errors import CorpusError
from publishing.corpus_package import describe
from tests.publishing.corpora import invented, write_corpus

CORPUS = Path(__file__).parents[2] / "corpus"
FIRST, SECOND, LAST = "linhe-2023", "shiqiao-2021", "yuanshan-2022"

Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three invented reports in a register of all columns, as full as the texts allow."""
    made = write_corpus(tmp_path / "corpus", invented(), **dict.fromkeys(COLUMNS[2:8], ""))
    corpus = load_corpus(made)
    with (made / "reports.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(record._asdict() for record in corpus.records)
    return made


def rewrite(folder: Path, change: Callable[[Rows], object]) -> None:
    path = folder / "reports.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def refusal(folder: Path) -> str:
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_corpus_loads_in_the_order_of_its_register(folder: Path) -> None:
    rewrite(folder, lambda rows: rows.reverse())
    corpus = load_corpus(folder)
    identifiers = [record.id for record in corpus.records]
    assert list(corpus.reports) == list(corpus.paths) == identifiers == [LAST, SECOND, FIRST]


def test_what_the_register_leaves_out_is_read_from_the_texts(tmp_path: Path) -> None:
    text = invented(LAST)[LAST]
    corpus = load_corpus(write_corpus(tmp_path / "least", {LAST: text}))
    (record,) = corpus.records
    assert record.title == "远山市人民政府关于2022年法治政府建设情况的报告"
    assert record.issuer == "远山市人民政府"
    assert (record.reporting_year, record.issued) == (2022, "2023-02-20")
    assert record.document_number == "远政发〔2023〕6号"
    assert record.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert record.code_points == len(text)
    assert record.province == record.jurisdiction == record.level == record.source == ""


def test_what_the_register_says_is_not_overruled_by_the_text(folder: Path) -> None:
    rewrite(folder, lambda rows: rows[0].update(title="某县报告", reporting_year="2019"))
    record = load_corpus(folder).records[0]
    assert (record.title, record.reporting_year) == ("某县报告", 2019)


def test_a_register_by_itself_says_what_it_holds_and_no_more(folder: Path) -> None:
    rewrite(folder, lambda rows: rows[0].update(title="", sha256="", code_points=""))
    first, *others = read_register(folder)
    assert (first.title, first.sha256, first.code_points) == ("", "", None)
    assert tuple(others) == load_corpus(folder).records[1:]


@pytest.mark.parametrize(
    ("identifier", "label"),
    [
        ("linhe-2023", "Linhe 2023"),
        ("linhe-bureau-2023", "Linhe Bureau 2023"),
        ("linhe-2018-disclosure", "Linhe 2018 (disclosure)"),
        ("linhe-2018-rule-of-law", "Linhe 2018 (rule of law)"),
        ("linhe-2023-town", "Linhe 2023 Town"),
        ("linhe-zone-3-2023", "Linhe Zone 3 2023"),
        ("linhe", "Linhe"),
        ("临禾县报告_2023", "临禾县报告_2023"),
    ],
)
def test_a_label_is_what_the_identifier_spells(identifier: str, label: str) -> None:
    assert label_of(identifier) == label


def test_a_label_of_the_register_goes_first(folder: Path) -> None:
    rewrite(folder, lambda rows: rows[0].update(label="Linhe County"))
    assert load_corpus(folder).records[0].label == "Linhe County"


def test_a_missing_file_is_named_with_its_row(folder: Path) -> None:
    (folder / "reports" / f"{FIRST}.txt").unlink()
    message = refusal(folder)
    assert f"{FIRST}.txt" in message
    assert f"line 2 ({FIRST})" in message


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (
            "临禾县法治政府建设".encode("gb18030"),
            "not UTF-8 at byte 0, it is gb18030: convert it with iconv -f gb18030 -t UTF-8",
        ),
        ("临禾县".encode("utf-16"), "it is utf-16: convert it with iconv -f utf-16"),
        (b"\xe4\xb8" * 9, "not UTF-8 at byte 0"),
        ("临禾".encode(), "altered"),
    ],
)
def test_a_spoilt_file_is_named_with_its_row(folder: Path, content: bytes, complaint: str) -> None:
    (folder / "reports" / f"{FIRST}.txt").write_bytes(content)
    message = refusal(folder)
    assert f"{FIRST}.txt" in message
    assert complaint in message
    assert f"line 2 ({FIRST})" in message


def test_one_changed_character_is_an_altered_file(folder: Path) -> None:
    path = folder / "reports" / f"{FIRST}.txt"
    path.write_bytes(path.read_bytes().replace("全县".encode(), "全市".encode(), 1))
    assert "altered" in refusal(folder)


def test_a_file_without_a_row_is_named(folder: Path) -> None:
    (folder / "reports" / "stray.txt").write_text("报告", encoding="utf-8")
    assert "stray.txt: the file has no row" in refusal(folder)


def test_a_copy_under_another_name_is_a_duplicate(folder: Path) -> None:
    path = folder / "reports" / f"{FIRST}.txt"
    shutil.copy(path, path.with_name("copy.txt"))
    rewrite(folder, lambda rows: rows.append(rows[0] | {"id": "copy", "file": "reports/copy.txt"}))
    assert f"line 5 (copy): duplicate of line 2 ({FIRST})" in refusal(folder)
    rewrite(folder, lambda rows: rows[-1].update(sha256=""))
    assert f"line 5 (copy): the file is the same as that of {FIRST}" in refusal(folder)


def test_an_identifier_used_twice_is_refused(folder: Path) -> None:
    rewrite(folder, lambda rows: rows.append(rows[0] | {"sha256": "0" * 64}))
    assert f"line 5 ({FIRST}): duplicate of line 2" in refusal(folder)


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("id", "../weihai", "lower-case letters, digits and hyphens"),
        ("id", "", "lower-case letters, digits and hyphens"),
        ("file", "/etc/passwd", f"reports/{FIRST}.txt"),
        ("file", "reports/../reports.csv", f"reports/{FIRST}.txt"),
        ("genre", "speech", ", ".join(GENRES)),
        ("genre", "", ", ".join(GENRES)),
        ("level", "town", ", ".join(LEVELS)),
        ("reporting_year", "17", "a year, as 2020"),
        ("issued", "20.12.2017", "a date, as 2020-12-31"),
        ("sha256", "ABC", "empty or the SHA-256"),
        ("code_points", "many", "code points"),
        ("code_points", "五千", "code points"),
    ],
)
def test_a_malformed_value_is_named_with_its_row_and_what_is_allowed(
    folder: Path, field: str, value: str, allowed: str
) -> None:
    rewrite(folder, lambda rows: rows[0].update({field: value}))
    message = refusal(folder)
    assert "reports.csv, line 2" in message
    said, _, told = message.partition(f"{field} cannot be {value!r}; it must be ")
    assert said
    assert allowed in told


def test_a_wrong_length_is_named_with_its_row(folder: Path) -> None:
    rewrite(folder, lambda rows: rows[0].update(code_points="1"))
    assert "code points where 1 are registered; reports.csv, line 2" in refusal(folder)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "id,file,genre: missing"),
        (b"id,file\n", "genre: missing"),
        (b"id,file,genre,colour\n", "colour: none of them"),
        (b"id,file,genre,id\n", "id: given twice"),
        (",".join(COLUMNS).encode() + b"\n", "no report is listed"),
        (b"id,file,genre\na,b\n", "line 2: 2 values where 3 are due"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_malformed_register_is_refused(folder: Path, content: bytes, complaint: str) -> None:
    (folder / "reports.csv").write_bytes(content)
    message = refusal(folder)
    assert "reports.csv" in message
    assert complaint in message


def test_a_folder_without_a_register_is_refused(tmp_path: Path) -> None:
    assert "reports.csv: cannot be read" in refusal(tmp_path)


# The corpus of this repository.


def test_the_register_says_what_the_reports_state() -> None:
    corpus = load_corpus(CORPUS)
    for record in corpus.records:
        report = corpus.reports[record.id]
        assert report.genre == record.genre
        assert report.stated("document_number") == record.document_number
        assert report.stated("issued") == record.issued
        assert report.stated("reporting_year") == str(record.reporting_year)
        assert len(report.text) == record.code_points
        for value in (record.title, record.issuer, record.document_number, record.source):
            assert value in report.text


def test_genres_are_kept_apart() -> None:
    corpus = load_corpus(CORPUS)
    for genre in GENRES:
        registered = [record.id for record in corpus.records if record.genre == genre]
        assert list(corpus.of_genre(genre)) == registered


def test_the_register_of_the_book_has_every_column() -> None:
    header = (CORPUS / "reports.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert header == [*COLUMNS]
    assert set(REQUIRED) <= set(header)


def test_the_data_package_is_valid_and_up_to_date() -> None:
    descriptor = json.loads((CORPUS / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor == describe(CORPUS), "make register writes it anew"
    outcome = Package(str(CORPUS / "datapackage.json")).validate()
    assert outcome.valid, outcome.flatten(["title", "message"])


def test_the_data_package_notices_an_altered_report(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
    path = folder / read_register(folder)[0].file
    path.write_bytes(path.read_bytes() + b" ")
    assert not Package(str(folder / "datapackage.json")).validate().valid


def test_the_published_corpus_hides_the_masked_names_and_moves_no_offset() -> None:
    corpus, published = load_corpus(CORPUS), published_corpus(CORPUS)
    hidden = masked_names(corpus.reports, load_masks(CORPUS / "masks.csv", corpus.reports))
    assert published.records == corpus.records
    for name, report in corpus.reports.items():
        assert published.reports[name].sentences == report.sentences
        assert not [word for word in hidden if word in published.reports[name].text]


def test_no_masked_name_stands_in_the_data_of_library_and_book() -> None:
    reports = load_corpus(CORPUS).reports
    hidden = masked_names(reports, load_masks(CORPUS / "masks.csv", reports))
    assert hidden
    for folder in ("govreports/data", "book"):
        for path in (CORPUS.parent / folder).rglob("*"):
            if path.suffix not in (".yaml", ".csv", ".md", ".txt"):
                continue
            text = path.read_text(encoding="utf-8")
            assert not [name for name in hidden if name in text], path


def test_a_mask_hides_what_is_read_from_the_text_as_well(folder: Path) -> None:
    title = load_corpus(folder).records[0].title
    start = load_corpus(folder).reports[FIRST].text.index(title)
    row = f"{FIRST},{start},{start + 2},a name\n"
    (folder / "masks.csv").write_text(f"report,start,end,reason\n{row}", encoding="utf-8")
    text = load_corpus(folder).reports[FIRST].text
    for place in range(len(text)):
        if text.startswith(title[:2], place) and place != start:
            row += f"{FIRST},{place},{place + 2},a name\n"
    (folder / "masks.csv").write_text(f"report,start,end,reason\n{row}", encoding="utf-8")
    assert published_corpus(folder).records[0].title == f"■■{title[2:]}"


def test_a_corpus_without_a_list_of_masks_is_published_as_it_is(folder: Path) -> None:
    assert published_corpus(folder).reports[FIRST].text == load_corpus(folder).reports[FIRST].text


def test_the_columns_of_the_register_are_explained() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    rows = readme.partition("## A corpus of your own")[2].splitlines()
    cells = [line.split("|")[1] for line in rows if line.startswith("| `")]
    explained = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert explained == set(COLUMNS)
    assert all(f"`{value}`" in readme for value in (*GENRES, *LEVELS))
