"""``govreports add``: whole or not at all, nothing written over, one line for what is left out."""

import csv
import hashlib

import pytest

from govreports.cli.main import main
from govreports.corpus import adding
from govreports.corpus.reading import COLUMNS, load_corpus, read_register
from tests.folder.invented import report
from tests.readers.documents import BODY, LAYOUTS, TITLE, docx, paragraph

TEXT = report("云台县", 2022)
WORD = docx("".join(map(paragraph, (TITLE, *BODY))))


@pytest.fixture
def add(tmp_path, capsys):
    """Give files by name and content to the command; returns status, what it told, its errors."""

    def run(files, *options):
        paths = []
        for name, content in files.items():
            path = tmp_path / "received" / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(str(path))
        status = main(["add", *paths, "--corpus", str(tmp_path / "corpus"), *options])
        shown = capsys.readouterr()
        return status, shown.out, shown.err.splitlines()

    run.corpus = tmp_path / "corpus"
    return run


def every_file(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_text_is_copied_and_its_row_filled_from_it(add):
    status, told, errors = add({"报告.txt": TEXT})
    assert (status, errors) == (0, [])
    (record,) = load_corpus(add.corpus).records
    assert record.id == "yuntai-2022"
    assert record.label == "Yuntai 2022"
    assert record.original_file == "报告.txt"
    assert (record.title, record.issuer) == (TEXT.splitlines()[0], "云台县人民政府")
    assert (record.genre, record.level) == ("rule-of-law", "county")
    assert (record.reporting_year, record.issued) == (2022, "2023-01-11")
    assert record.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (add.corpus / record.file).read_bytes() == TEXT.encode()
    assert "document_number  not told: as printed" in told
    assert "province         not told: its full name" in told


def test_what_may_be_filled_in_is_shown_with_the_allowed_values(add):
    _, told, _ = add({"a.txt": report("云台市", 2022)})
    assert "not told: one of province, prefecture-level city, county" in told


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("page.html", LAYOUTS["zoom"].encode(), "html"), ("报告.docx", WORD, "docx")],
)
def test_of_a_document_the_original_is_kept_beside_its_text(add, name, content, kind):
    assert add({name: content})[0] == 0
    files = every_file(add.corpus)
    assert files[f"originals/yuntai-2023.{kind}"] == content
    (record,) = load_corpus(add.corpus).records
    assert record.title == "云台县2023年法治政府建设情况报告"
    assert "评查案卷136份" in files[record.file].decode()


def test_another_encoding_is_converted_on_request_only(add):
    content = TEXT.encode("gb18030")
    status, _, errors = add({"a.txt": content})
    assert status == 2
    assert "gb18030; --convert" in errors[0]
    assert not add.corpus.exists()
    assert add({"a.txt": content}, "--convert")[0] == 0
    files = every_file(add.corpus)
    assert files["originals/yuntai-2022.txt"] == content
    assert files["reports/yuntai-2022.txt"].decode() == TEXT
    load_corpus(add.corpus)


def test_what_cannot_be_added_is_one_line_and_the_rest_goes_on(add):
    bad = {
        "broken.pdf": b"%PDF-1.7 broken",
        "empty.txt": "",
        "line\nbreak.txt": "not a report",
        "speech.txt": "某某同志在会议上的讲话\n\n各位同志：\n今天我讲三点意见。" * 9,
        "again.txt": TEXT,
    }
    status, told, errors = add({"one.txt": TEXT, **bad, "two.txt": report("石桥县", 2021)})
    assert status == 3
    assert len(errors) == len(bad)
    assert "genre is not known" in errors[3]
    assert "rule-of-law, disclosure, other" in errors[3]
    assert "is in the corpus already, as yuntai-2022" in errors[4]
    assert [record.id for record in load_corpus(add.corpus).records] == [
        "yuntai-2022",
        "shiqiao-2021",
    ]
    assert told.count("from ") == 2


def test_a_genre_that_the_text_does_not_tell_can_be_said(add):
    text = "云台县2022年工作情况\n\n2022年，云台县开展各项工作，完成任务十项。" * 3
    assert add({"a.txt": text})[0] == 2
    assert add({"a.txt": text}, "--genre", "other")[0] == 0
    assert load_corpus(add.corpus).records[0].genre == "other"


def test_reports_alike_in_place_and_year_have_names_of_their_own(add):
    add({"a.txt": TEXT, "b.txt": TEXT.replace("情况", "工作情况", 1)})
    assert [one.id for one in read_register(add.corpus)] == ["yuntai-2022", "yuntai-2022-b"]


def test_a_name_can_be_given_to_one_file(add):
    assert add({"a.txt": TEXT}, "--id", "mine")[0] == 0
    assert read_register(add.corpus)[0].id == "mine"
    status, _, errors = add({"b.txt": report("石桥县", 2021)}, "--id", "mine")
    assert (status, len(errors)) == (2, 1)
    assert add({"b.txt": "x"}, "--id", "Not One")[0] == 2
    assert add({"a.txt": TEXT, "b.txt": TEXT}, "--id", "x")[0] == 2


def test_a_register_keeps_its_rows_columns_and_line_ends(add):
    folder = add.corpus
    (folder / "reports").mkdir(parents=True)
    first = report("石桥县", 2020).encode()
    (folder / "reports" / "first.txt").write_bytes(first)
    before = b"\xef\xbb\xbfgenre,id,file,level\r\nrule-of-law,first,reports/first.txt,county"
    (folder / "reports.csv").write_bytes(before)
    assert add({"a.txt": TEXT, "same.txt": first})[0] == 3
    after = (folder / "reports.csv").read_bytes()
    assert after == before + b"\r\nrule-of-law,yuntai-2022,reports/yuntai-2022.txt,county\r\n"
    assert len(load_corpus(folder).records) == 2


def test_a_file_in_the_way_is_not_written_over(add):
    (add.corpus / "reports").mkdir(parents=True)
    (add.corpus / "reports" / "yuntai-2022.txt").write_text("mine")
    status, _, errors = add({"a.txt": TEXT})
    assert (status, len(errors)) == (2, 1)
    assert "is there already" in errors[0]
    assert every_file(add.corpus) == {"reports/yuntai-2022.txt": b"mine"}


def test_nothing_is_left_where_the_row_cannot_be_written(add, monkeypatch):
    add({"a.txt": TEXT})
    before = every_file(add.corpus)

    def full(*given):
        raise OSError(28, "No space left on device", "reports.csv")

    monkeypatch.setattr(adding.os, "replace", full)
    status, _, errors = add({"b.html": LAYOUTS["zoom"]})
    assert (status, errors) == (2, ["govreports: reports.csv: No space left on device"])
    assert every_file(add.corpus) == before


def test_a_malformed_register_stops_before_anything_is_written(add):
    add.corpus.mkdir()
    (add.corpus / "reports.csv").write_text("id,file\n")
    status, _, errors = add({"a.txt": TEXT})
    assert (status, len(errors)) == (2, 1)
    assert list(every_file(add.corpus)) == ["reports.csv"]


def test_a_folder_is_added_file_by_file(add, tmp_path):
    for year in (2021, 2022):
        path = tmp_path / "many" / str(year) / "a.txt"
        path.parent.mkdir(parents=True)
        path.write_text(report("云台县", year, year), encoding="utf-8")
    assert main(["add", str(tmp_path / "many"), "--corpus", str(add.corpus)]) == 0
    with (add.corpus / "reports.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == COLUMNS
    assert [row[0] for row in rows] == ["yuntai-2021", "yuntai-2022"]
