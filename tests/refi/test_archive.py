"""REFI-QDA archives: sound, and the same bytes every time."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.errors import DataError
from govreports.refi import projects
from govreports.refi.archive import pack, problems
from govreports.refi.codebook import guid
from govreports.refi.reading import read_segments
from tests.coding.small_reports import report

CODEBOOK = load_codebook()
REPORTS = {"甲": report("公开政务信息。加强执法培训。"), "乙": report("依法行政。")}
UNITS = (
    CodedUnit("甲", "p1.s1", 0, 7, "T5", ("T5", "T10"), "report"),
    CodedUnit("甲", "p1.s2", 7, 14, "T7", ("T7",), "plan"),
    CodedUnit("乙", "p1.s1", 0, 5, "T0", ("T0",), "frame"),
)
CODINGS = Codings("trial", "a trial", "person", "2024-05-31", CODEBOOK.version, UNITS)
DATE = datetime(2024, 6, 1, tzinfo=UTC)


def made(units=UNITS, reports=REPORTS):
    return projects.project(reports, [CODINGS._replace(units=units)], CODEBOOK, created=DATE)


def test_the_same_project_is_the_same_bytes():
    assert pack(*made(), DATE) == pack(*made(), DATE)


def test_an_archive_holds_the_project_and_flat_plain_texts():
    with zipfile.ZipFile(io.BytesIO(pack(*made(), DATE))) as packed:
        names = packed.namelist()
        texts = [packed.read(name) for name in names[1:]]
    assert names[0] == "project.qde"
    assert all(name.startswith("sources/") and name.endswith(".txt") for name in names[1:])
    assert sorted(text.decode("utf-8") for text in texts) == sorted(
        r.text for r in REPORTS.values()
    )
    assert not any(text.startswith(b"\xef\xbb\xbf") or b"\r" in text for text in texts)


def test_dates_before_the_archive_s_own_epoch_are_moved_up_to_it():
    with zipfile.ZipFile(io.BytesIO(pack(*made(), datetime(1970, 1, 1, tzinfo=UTC)))) as packed:
        assert packed.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_what_was_written_is_read_back(tmp_path):
    (tmp_path / "x.qdpx").write_bytes(pack(*made(), DATE))
    table, left = read_segments(tmp_path / "x.qdpx")
    assert left == ()
    first = table[(table["source"] == "甲") & (table["start"] == 0)]
    assert [code.split()[0] for code in first["code"]] == ["T5", "T10", "report"]
    assert set(first["text"]) == {"公开政务信息。"}
    assert set(table["user"]) == {"a trial (person)"}
    assert len(table) == 3 + 2 + 2


@pytest.mark.parametrize(
    "unit",
    [
        UNITS[0]._replace(end=99),
        UNITS[0]._replace(start=-1),
        UNITS[0]._replace(start=7, end=7),
        UNITS[0]._replace(themes=("T5", "T99")),
    ],
)
def test_an_unsound_project_is_not_written(unit):
    with pytest.raises(DataError, match=r"outside|not there"):
        pack(*made((unit,)), DATE)


def test_a_sound_project_has_no_problems():
    assert list(problems(*made())) == []


def test_each_kind_of_problem_is_told():
    project, texts = made()
    (file, text), *_ = texts.items()
    assert any("no text" in p for p in problems(project, {}))
    assert any("carriage" in p for p in problems(project, texts | {file: text.replace("\n", "\r")}))
    assert any("belongs to no source" in p for p in problems(project, texts | {"y.txt": ""}))
    source = project.sources.text_source[0]
    source.creating_user = guid("nobody")
    assert any("user that is not there" in p for p in problems(project, texts))
    source.guid = project.sources.text_source[1].guid
    assert any("given 2 times" in p for p in problems(project, texts))
