"""REFI-QDA archives: the same bytes every time, and no trust in what is read."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.errors import DataError
from govreports.refi import projects
from govreports.refi.archive import coded_segments, pack, problems, unpack
from govreports.refi.codebook import guid
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


def archive(folder, entries):
    path = folder / "x.qdpx"
    with zipfile.ZipFile(path, "w") as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return path


def entries(**changes):
    with zipfile.ZipFile(io.BytesIO(pack(*made(), DATE))) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    return found | changes


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
    table = coded_segments(unpack(tmp_path / "x.qdpx"))
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


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("../evil.txt", b"x", "neither"),
        ("/etc/evil.txt", b"x", "neither"),
        ("sources/../../evil.txt", b"x", "neither"),
        ("sources/deep/evil.txt", b"x", "neither"),
        ("sources\\evil.txt", b"x", "neither"),
        ("evil.sh", b"x", "neither"),
        ("sources/x.txt", b"x", "belongs to no source"),
        ("project.qde", b"<a>", "no REFI-QDA project"),
        ("project.qde", b"", "no REFI-QDA project"),
        ("project.qde", "<Project/>".encode("utf-16"), "not UTF-8"),
        ("project.qde", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        ("project.qde", b'<Project xmlns="urn:QDA-XML:project:1.0"/>', "no REFI-QDA project"),
    ],
)
def test_untrusted_archives_are_refused_and_nothing_is_written(tmp_path, name, content, message):
    path = archive(tmp_path, entries() | {name: content})
    with pytest.raises(DataError, match=message) as caught:
        unpack(path)
    assert "\n" not in str(caught.value)
    assert [p.name for p in tmp_path.iterdir()] == ["x.qdpx"]


def test_an_archive_without_a_project_is_refused(tmp_path):
    found = entries()
    del found["project.qde"]
    with pytest.raises(DataError, match=r"holds no project\.qde"):
        unpack(archive(tmp_path, found))


def test_what_is_no_archive_is_refused(tmp_path):
    path = tmp_path / "x.qdpx"
    with pytest.raises(DataError, match="not a readable archive"):
        unpack(path)
    path.write_bytes(b"PK no")
    with pytest.raises(DataError, match="not a readable archive"):
        unpack(path)
    path.write_bytes(pack(*made(), DATE)[:-200])
    with pytest.raises(DataError, match="not a readable archive"):
        unpack(path)


def test_archives_that_unfold_beyond_measure_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("govreports.refi.archive.MOST_BYTES", 1000)
    with pytest.raises(DataError, match="too large"):
        unpack(archive(tmp_path, entries()))


def deflated(folder, compression=zipfile.ZIP_DEFLATED):
    path = folder / "x.qdpx"
    with zipfile.ZipFile(path, "w", compression) as target:
        for name, content in entries().items():
            target.writestr(name, content)
    return path


def patched(path, name, place, value):
    """Overwrite bytes of the entry that the central directory has under this name."""
    content = bytearray(path.read_bytes())
    at = content.rindex(name.encode()) - 46 + place
    content[at : at + len(value)] = value
    path.write_bytes(content)


@pytest.mark.parametrize("stated", [0, 1, 100])
def test_an_entry_that_unpacks_to_more_than_it_states_is_refused(tmp_path, stated):
    path = deflated(tmp_path)
    patched(path, "project.qde", 24, stated.to_bytes(4, "little"))
    with pytest.raises(DataError, match="not a readable archive"):
        unpack(path)


def test_an_entry_whose_compressed_bytes_are_spoilt_is_refused(tmp_path):
    path = deflated(tmp_path)
    content = bytearray(path.read_bytes())
    at = content.index(b"project.qde") + len("project.qde")
    content[at : at + 40] = b"\xff" * 40
    path.write_bytes(content)
    with pytest.raises(DataError, match="not a readable archive"):
        unpack(path)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_cannot_be_stopped_at_a_size_is_refused(tmp_path, compression):
    with pytest.raises(DataError, match="neither stored nor deflated"):
        unpack(deflated(tmp_path, compression))
