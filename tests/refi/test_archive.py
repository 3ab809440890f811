"""REFI-QDA archives: sound, and the same bytes every time."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.coded_reports import coded_reports
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.errors import DataError
from govreports.refi.archive import project_archive, write_project
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


def packed(units=UNITS, reports=REPORTS, codings=None, created=DATE):
    coding = CODINGS._replace(units=units)
    coders = [coding] if codings is None else codings
    coded = coded_reports(reports.items(), [coding])
    return project_archive(coded, coders, CODEBOOK, created=created)


def test_the_same_project_is_the_same_bytes():
    assert packed() == packed()


def test_an_archive_holds_the_project_and_flat_plain_texts():
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        *names, project = archive.namelist()
        texts = [archive.read(name) for name in names]
    assert project == "project.qde"
    assert all(name.startswith("sources/") and name.endswith(".txt") for name in names)
    assert sorted(text.decode("utf-8") for text in texts) == sorted(
        r.text for r in REPORTS.values()
    )
    assert not any(text.startswith(b"\xef\xbb\xbf") or b"\r" in text for text in texts)


def test_dates_before_the_archive_s_own_epoch_are_moved_up_to_it():
    content = packed(created=datetime(1970, 1, 1, tzinfo=UTC))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_was_written_is_read_back(tmp_path):
    (tmp_path / "x.qdpx").write_bytes(packed())
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
        packed((unit,))


def test_a_sentence_coded_twice_and_a_coder_who_is_not_there_are_refused():
    with pytest.raises(DataError, match=r"trial, 甲 p1\.s1: is coded twice"):
        packed((UNITS[0], UNITS[0]))
    with pytest.raises(DataError, match="its coder is not there"):
        packed(codings=[])


def test_no_report_is_asked_for_before_the_one_before_it_is_written():
    asked, written = [], []

    def reports():
        for name, one in REPORTS.items():
            asked.append((name, len(written)))
            yield name, one

    class Target(io.BytesIO):
        def write(self, content):
            written.append(bytes(content))
            return super().write(content)

    coded = coded_reports(reports(), [CODINGS])
    write_project(Target(), coded, [CODINGS], CODEBOOK)
    assert asked[0][1] < asked[1][1]
    assert any("依法行政。" in part.decode("utf-8", "ignore") for part in written[asked[1][1] :])
