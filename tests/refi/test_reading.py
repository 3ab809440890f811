"""Projects as other programs write them: every coding at its place, and no trust in the archive."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.cli.main import main
from govreports.errors import DataError
from govreports.refi.reading import read_segments

WINDOWS = "第一行。\r\n第二行甲乙。\r\n第三行。"
PLAIN = WINDOWS.replace("\r\n", "\n")


def selection(start, end, codes=("c1",), user="u1", name=""):
    coded = "".join(
        f'<Coding guid="k{start}-{code}" creatingUser="{user}">'
        f'<CodeRef targetGUID="{code}"/></Coding>'
        for code in codes
    )
    return (
        f'<PlainTextSelection guid="s{start}" name="{name}" startPosition="{start}"'
        f' endPosition="{end}">{coded}</PlainTextSelection>'
    )


def text_source(*selections, name="报告", path="internal://a.txt", more=""):
    return (
        f'<TextSource guid="g-{name}-{path}" name="{name}" plainTextPath="{path}" {more}>'
        f"{''.join(selections)}</TextSource>"
    )


def project(*sources, origin="NVivo 14"):
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0"'
        f' name="p" origin="{origin}"><Users><User guid="U1" name="甲"/><User guid="U2" name="乙"/>'
        '</Users><CodeBook><Codes><Code guid="C1" name="公开">'
        '<Code guid="C2" name="依申请"/></Code>'
        f"</Codes></CodeBook><Sources>{''.join(sources)}</Sources></Project>"
    ).encode()


def archive(folder, entries, compression=zipfile.ZIP_STORED):
    path = folder / "x.qdpx"
    with zipfile.ZipFile(path, "w", compression) as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return path


def rows(path):
    return list(read_segments(path).table.itertuples(index=False, name=None))


def place(words, text=WINDOWS):
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize("folder", ["sources", "Sources"])
@pytest.mark.parametrize("project_file", ["project.qde", "我的项目.QDE"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_names_of_folder_and_project_and_a_byte_order_mark_do_not_matter(
    tmp_path, folder, project_file, mark
):
    start, end = place("第一行")
    content = {
        project_file: mark + project(text_source(selection(start, end))),
        f"{folder}/a.txt": mark + WINDOWS.encode(),
    }
    assert rows(archive(tmp_path, content)) == [("甲", "报告", 0, 3, "公开", "第一行")]


@pytest.mark.parametrize(
    ("origin", "counted"),
    [
        ("ATLAS.ti 23", PLAIN),
        ("govreports 0.1", PLAIN),
        ("NVivo 14", WINDOWS),
        ("MAXQDA 2022", WINDOWS),
        ("QualCoder 3.5", WINDOWS),
    ],
)
def test_line_ends_are_counted_as_the_program_counts_them(tmp_path, origin, counted):
    start, end = place("第三行", counted)
    content = {
        "p.qde": project(text_source(selection(start, end)), origin=origin),
        "sources/a.txt": WINDOWS,
    }
    assert rows(archive(tmp_path, content)) == [
        ("甲", "报告", *place("第三行", PLAIN), "公开", "第三行")
    ]


@pytest.mark.parametrize("counted", [PLAIN, WINDOWS])
def test_an_unknown_program_is_read_by_what_its_selections_fit(tmp_path, counted):
    named = [selection(*place(w, counted), name=w) for w in ("第二行", "第三行。")]
    content = {
        "p.qde": project(text_source(*named), origin="Something 1"),
        "sources/a.txt": WINDOWS,
    }
    assert [row[5] for row in rows(archive(tmp_path, content))] == ["第二行", "第三行。"]


def test_a_selection_beyond_the_text_with_one_line_end_shows_that_two_are_counted(tmp_path):
    content = {
        "p.qde": project(text_source(selection(*place("第三行。"))), origin="Something 1"),
        "sources/a.txt": WINDOWS,
    }
    assert [row[5] for row in rows(archive(tmp_path, content))] == ["第三行。"]


@given(st.text(alphabet="甲乙。\r\n", min_size=1, max_size=30), st.data())
def test_any_place_is_read_back_whichever_way_it_was_counted(tmp_path_factory, text, data):
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(plain) - 1))
    end = data.draw(st.integers(start + 1, len(plain)))
    # Where the character of each place of the plain text stands in the text as it is.
    raw = [at for at in range(len(text)) if text[at - 1 : at + 1] != "\r\n"] + [len(text)]
    for origin, stated in (("ATLAS.ti", (start, end)), ("NVivo", (raw[start], raw[end]))):
        content = {
            "p.qde": project(text_source(selection(*stated)), origin=origin),
            "sources/a.txt": text,
        }
        found = rows(archive(tmp_path_factory.mktemp("any"), content))
        assert found == [("甲", "报告", start, end, "公开", plain[start:end])]


def test_several_coders_and_nested_codes(tmp_path):
    content = {
        "p.qde": project(
            text_source(selection(0, 3, ("c1", "C2")), selection(0, 4, ("c2",), user="U2"))
        ),
        "sources/a.txt": WINDOWS,
    }
    assert [row[0] + row[4] for row in rows(archive(tmp_path, content))] == [
        "甲公开", "甲依申请", "乙依申请",
    ]  # fmt: skip


def test_rich_text_stays_unread_beside_plain_text_and_pdf_is_read_by_its_text(tmp_path):
    pdf = (
        '<PDFSource guid="p" name="扫描" path="internal://b.pdf"><PDFSelection guid="q" page="1"/>'
        '<Representation guid="r" plainTextPath="internal://B.TXT">'
        f"{selection(0, 2)}</Representation></PDFSource>"
    )
    picture = '<PictureSource guid="i" name="图" path="internal://c.png"/>'
    rich = text_source(selection(0, 3), more='richTextPath="internal://a.docx"')
    only = '<TextSource guid="o" name="富" richTextPath="internal://d.docx"/>'
    content = {
        "p.qde": project(rich, pdf, picture, only),
        "sources/a.txt": WINDOWS,
        "sources/b.txt": "甲乙丙",
        **{f"sources/{name}": b"\x00" for name in ("a.docx", "b.pdf", "c.png", "d.docx")},
    }
    table, left = read_segments(archive(tmp_path, content))
    assert table["text"].tolist() == ["第一行", "甲乙"]
    assert [line.split(":")[0] for line in left] == ["source 扫描", "source 图", "source 富"]


@pytest.mark.parametrize(
    "path",
    ["internal://我的 a.txt", "internal://%E6%88%91%E7%9A%84%20a.txt", "relative://x\\我的 a.txt"],
)
def test_a_text_is_found_however_its_name_is_written(tmp_path, path):
    content = {
        "p.qde": project(text_source(selection(0, 3), path=path)),
        "Sources/我的 a.txt": WINDOWS,
    }
    assert [row[5] for row in rows(archive(tmp_path, content))] == ["第一行"]


def test_sources_of_one_name_are_told_apart(tmp_path):
    content = {
        "p.qde": project(
            text_source(selection(0, 1)), text_source(selection(0, 1), path="internal://b.txt")
        ),
        "sources/a.txt": "甲",
        "sources/b.txt": "乙",
    }
    assert len({row[1] for row in rows(archive(tmp_path, content))}) == 2


def test_what_cannot_be_placed_is_told_and_the_rest_is_read(tmp_path):
    content = {
        "p.qde": project(
            text_source(
                selection(0, 999), selection(5, 5), selection("x", 3), selection(0, 1, ("c9",)),
                selection(0, 2),
            )
        ),
        "sources/a.txt": WINDOWS,
    }  # fmt: skip
    table, left = read_segments(archive(tmp_path, content))
    assert table["text"].tolist() == ["第一"]
    assert len(left) == 4


def test_codes_are_renamed_and_checked(tmp_path, capsys):
    content = {
        "p.qde": project(text_source(selection(0, 3, ("c1", "c2")))),
        "sources/a.txt": WINDOWS,
    }
    path = archive(tmp_path, content)
    (tmp_path / "names.csv").write_text("from,to\n公开,T5\n", encoding="utf-8")
    assert main(["codings", str(path), "--rename", str(tmp_path / "names.csv"), "--check"]) == 0
    said = capsys.readouterr()
    assert [row["code"] for row in csv.DictReader(io.StringIO(said.out))] == ["T5", "依申请"]
    assert said.err.count("is no code of codebook") == 1
    assert "依申请" in said.err


SOUND = {"p.qde": project(text_source(selection(0, 3))), "sources/a.txt": WINDOWS}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("../evil.txt", b"x", "leads out"),
        ("/etc/evil.txt", b"x", "leads out"),
        ("sources/../../evil.txt", b"x", "leads out"),
        ("sources\\..\\evil.txt", b"x", "leads out"),
        ("C:\\evil.txt", b"x", "leads out"),
        ("other.qde", b"x", "one is due"),
        ("p.qde", b"<a>", "no REFI-QDA project"),
        ("p.qde", b"", "no REFI-QDA project"),
        ("p.qde", b"<Elsewhere/>", "first element is Elsewhere"),
        ("p.qde", b'<!DOCTYPE a [<!ENTITY b "c">]><Project>&b;</Project>', "document type"),
        ("sources/a.txt", b"\xff\xff", "not UTF-8"),
    ],
)
def test_untrusted_archives_are_refused_and_nothing_is_written(tmp_path, name, content, message):
    path = archive(tmp_path, SOUND | {name: content})
    with pytest.raises(DataError, match=message) as caught:
        read_segments(path)
    assert "\n" not in str(caught.value)
    assert [p.name for p in tmp_path.iterdir()] == ["x.qdpx"]


def test_an_archive_without_a_project_is_refused(tmp_path):
    with pytest.raises(DataError, match="no project file"):
        read_segments(archive(tmp_path, {"sources/a.txt": "x"}))


def test_what_is_no_archive_is_refused(tmp_path):
    path = tmp_path / "x.qdpx"
    path.write_bytes(b"PK no")
    with pytest.raises(DataError, match="not a readable archive"):
        read_segments(path)
    path.write_bytes(archive(tmp_path, SOUND).read_bytes()[:-60])
    with pytest.raises(DataError, match="not a readable archive"):
        read_segments(path)


def test_archives_that_unfold_beyond_measure_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("govreports.refi.unpacking.MOST_BYTES", 100)
    with pytest.raises(DataError, match="too large"):
        read_segments(archive(tmp_path, SOUND))


def patched(path, name, place, value):
    """Overwrite bytes of the entry that the central directory has under this name."""
    content = bytearray(path.read_bytes())
    at = content.rindex(name.encode()) - 46 + place
    content[at : at + len(value)] = value
    path.write_bytes(content)


@pytest.mark.parametrize("stated", [0, 1, 100])
def test_an_entry_that_unpacks_to_more_than_it_states_is_refused(tmp_path, stated):
    path = archive(tmp_path, SOUND, zipfile.ZIP_DEFLATED)
    patched(path, "p.qde", 24, stated.to_bytes(4, "little"))
    with pytest.raises(DataError, match="not a readable archive"):
        read_segments(path)


def test_an_entry_whose_compressed_bytes_are_spoilt_is_refused(tmp_path):
    path = archive(tmp_path, SOUND, zipfile.ZIP_DEFLATED)
    content = bytearray(path.read_bytes())
    at = content.index(b"p.qde") + len("p.qde")
    content[at : at + 40] = b"\xff" * 40
    path.write_bytes(content)
    with pytest.raises(DataError, match="not a readable archive"):
        read_segments(path)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_cannot_be_stopped_at_a_size_is_refused(tmp_path, compression):
    with pytest.raises(DataError, match="neither stored nor deflated"):
        read_segments(archive(tmp_path, SOUND, compression))
