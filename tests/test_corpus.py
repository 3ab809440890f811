"""The corpus agrees with its register to the byte, or says which file and row do not."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import Package

from govreports.claims.privacy import load_masks, masked_names
from govreports.corpus import Record, load_corpus, published_corpus, read_register
from govreports.errors import CorpusError, DataError
from publishing.corpus_package import describe

CORPUS = Path(__file__).parent.parent / "corpus"
FIRST = "weihai-2017"

Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CORPUS, tmp_path / "corpus"))


def rewrite(folder: Path, change: Callable[[Rows], object]) -> None:
    path = folder / "reports.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, Record._fields)
        writer.writeheader()
        writer.writerows(rows)


def refusal(folder: Path) -> str:
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_corpus_loads_in_the_order_of_its_register() -> None:
    corpus = load_corpus(CORPUS)
    identifiers = [record.id for record in corpus.records]
    assert list(corpus.reports) == list(corpus.paths) == identifiers
    assert len(identifiers) == 5
    for record in corpus.records:
        assert len(corpus.reports[record.id].text) == record.code_points


def test_genres_are_kept_apart() -> None:
    corpus = load_corpus(CORPUS)
    assert list(corpus.of_genre("disclosure")) == ["nantong-2018-disclosure"]
    assert len(corpus.of_genre("rule-of-law")) == 4


def test_the_register_says_what_the_reports_state() -> None:
    corpus = load_corpus(CORPUS)
    for record in corpus.records:
        report = corpus.reports[record.id]
        assert report.genre == record.genre
        assert report.stated("title") == record.title
        assert report.stated("document_number") == record.document_number
        assert report.stated("issued") == record.issued
        assert report.stated("reporting_year") == str(record.reporting_year)
        for value in (record.title, record.issuer, record.document_number, record.source):
            assert value in report.text


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
        ("威海".encode("gb18030"), "not UTF-8 at byte 0"),
        ("威海火炬".encode(), "altered"),
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
    path.write_bytes(path.read_bytes().replace("高区".encode(), "低区".encode(), 1))
    assert "altered" in refusal(folder)


def test_a_file_without_a_row_is_named(folder: Path) -> None:
    (folder / "reports" / "stray.txt").write_text("报告", encoding="utf-8")
    assert "stray.txt: the file has no row" in refusal(folder)


def test_a_copy_under_another_name_is_a_duplicate(folder: Path) -> None:
    path = folder / "reports" / f"{FIRST}.txt"
    shutil.copy(path, path.with_name("copy.txt"))
    rewrite(folder, lambda rows: rows.append(rows[0] | {"id": "copy", "file": "reports/copy.txt"}))
    assert f"line 7 (copy): duplicate of line 2 ({FIRST})" in refusal(folder)


def test_an_identifier_used_twice_is_refused(folder: Path) -> None:
    rewrite(folder, lambda rows: rows.append(rows[0] | {"sha256": "0" * 64}))
    assert f"line 7 ({FIRST}): duplicate of line 2" in refusal(folder)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../weihai"),
        ("file", "/etc/passwd"),
        ("file", "reports/../reports.csv"),
        ("genre", "speech"),
        ("reporting_year", "17"),
        ("issued", "20.12.2017"),
        ("sha256", "ABC"),
        ("code_points", "many"),
        ("code_points", "五千"),
    ],
)
def test_a_malformed_value_is_named_with_its_row(folder: Path, field: str, value: str) -> None:
    rewrite(folder, lambda rows: rows[0].update({field: value}))
    message = refusal(folder)
    assert "reports.csv, line 2" in message
    assert f"{field} cannot be {value!r}" in message


def test_a_wrong_length_is_named_with_its_row(folder: Path) -> None:
    rewrite(folder, lambda rows: rows[0].update(code_points="1"))
    assert "code points where 1 are registered; reports.csv, line 2" in refusal(folder)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "line 1: the columns must be"),
        (b"id,file\n", "line 1: the columns must be"),
        (",".join(Record._fields).encode() + b"\n", "no report is listed"),
        (",".join(Record._fields).encode() + b"\na,b\n", "line 2: 2 values where 15 are due"),
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


def test_the_register_can_be_read_by_itself() -> None:
    register = read_register(CORPUS)
    assert register == load_corpus(CORPUS).records
    assert [r.reporting_year for r in register] == [2017, 2018, 2019, 2020, 2022]


def test_the_data_package_is_valid_and_up_to_date() -> None:
    descriptor = json.loads((CORPUS / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor == describe(CORPUS)
    outcome = Package(str(CORPUS / "datapackage.json")).validate()
    assert outcome.valid, outcome.flatten(["title", "message"])


def test_the_data_package_notices_an_altered_report(folder: Path) -> None:
    path = folder / "reports" / f"{FIRST}.txt"
    path.write_bytes(path.read_bytes().replace("高区".encode(), "低区".encode(), 1))
    assert not Package(str(folder / "datapackage.json")).validate().valid


def test_the_published_corpus_hides_the_masked_names_and_moves_no_offset() -> None:
    corpus, published = load_corpus(CORPUS), published_corpus(CORPUS)
    hidden = masked_names(corpus.reports, load_masks(CORPUS / "masks.csv", corpus.reports))
    assert published.records == corpus.records
    for name, report in corpus.reports.items():
        assert published.reports[name].sentences == report.sentences
        assert not [word for word in hidden if word in published.reports[name].text]


def test_a_corpus_without_its_masks_is_not_published(folder: Path) -> None:
    (folder / "masks.csv").unlink()
    with pytest.raises(DataError, match=r"masks\.csv: cannot be read"):
        published_corpus(folder)
