"""Projects in the ways in which NVivo, MAXQDA, ATLAS.ti, QualCoder and others write them."""

import zipfile

import pytest

from govreports.cli.main import main
from govreports.refi.reading import read_segments

TEXT = "公开了三件事。\r\n𠮷林办结了“两项”。\r\n经费减少。"
PLAIN = TEXT.replace("\r\n", "\n")
ANN, BEN = "0A000000-0000-4000-8000-00000000000A", "0b000000-0000-4000-8000-00000000000b"
OPEN, ASKED = "0C000000-0000-4000-8000-00000000000C", "0d000000-0000-4000-8000-00000000000d"
CASE, DOCUMENT = "0e000000-0000-4000-8000-00000000000e", "0F000000-0000-4000-8000-00000000000F"
CODED = [("甲", "公开", "公开了"), ("乙", "依申请", "两项"), ("甲", "公开", "经费减少。")]
WANTED = [
    (user, "报告", PLAIN.index(words), PLAIN.index(words) + len(words), code, words)
    for user, code, words in CODED
]


def project(
    *,
    origin,
    counted=PLAIN,
    folder="sources",
    project_file="project.qde",
    mark="",
    text=TEXT,
    path=f"internal://{DOCUMENT}.txt",
    file=f"{DOCUMENT}.txt",
    rich="",
    prefix="",
    written=str,
    user="coding",
    pdf=False,
    inline=False,
    top="",
):
    """The entries of an archive that holds ``CODED``, as a program with these habits writes it."""
    p = f"{prefix}:" if prefix else ""
    users = {"甲": ANN, "乙": BEN}
    codes = {"公开": OPEN, "依申请": ASKED}
    selections = []
    for n, (coder, code, words) in enumerate(CODED):
        by = dict.fromkeys(("coding", "selection", "modifying"), "")
        by[user] = written(users[coder])
        at = counted.index(words)
        selections.append(
            f'<{p}PlainTextSelection guid="{n}" name="{words[:2]}..." startPosition="{at}"'
            f' endPosition="{at + len(words)}" creatingUser="{by["selection"]}"'
            f' modifyingUser="{by["modifying"]}"><{p}Description/>'
            f'<{p}Coding guid="{n}" creatingUser="{by["coding"]}">'
            f'<{p}CodeRef targetGUID="{written(codes[code])}"/><{p}NoteRef targetGUID="x"/>'
            f"</{p}Coding></{p}PlainTextSelection>"
        )
    said = f'plainTextPath="{path}"' + f' richTextPath="{rich}"' * bool(rich)
    content = f"<{p}Description>备注</{p}Description>"
    if inline:
        said, content = "", f"{content}<{p}PlainTextContent>{PLAIN}</{p}PlainTextContent>"
    tag = "Representation" if pdf else "TextSource"
    source = f'<{p}{tag} guid="{DOCUMENT}" name="报告" {said}>{content}{"".join(selections)}'
    source += f'<{p}VariableValue><{p}VariableRef targetGUID="v"/></{p}VariableValue></{p}{tag}>'
    if pdf:
        source = (
            f'<{p}PDFSource guid="9" name="报告" path="internal://9.pdf">{source}</{p}PDFSource>'
        )
    xml = (
        f'<?xml version="1.0" encoding="utf-8"?>\r\n<!-- {origin} -->'
        f'<{p}Project xmlns{":" * bool(prefix)}{prefix}="urn:QDA-XML:project:1.0" name="p"'
        f' origin="{origin}"><{p}Users><{p}User guid="{ANN}" name="甲"/>'
        f'<{p}User guid="{BEN}" name="乙"/></{p}Users><{p}CodeBook><{p}Codes>'
        f'<{p}Code guid="{OPEN}" name="公开" isCodable="true"><{p}Description/>'
        f'<{p}Code guid="{ASKED}" name="依申请" isCodable="true"/></{p}Code></{p}Codes>'
        f'</{p}CodeBook><{p}Cases><{p}Case guid="{CASE}"><{p}CodeRef targetGUID="{OPEN}"/>'
        f'<{p}SourceRef targetGUID="{DOCUMENT}"/></{p}Case></{p}Cases>'
        f"<{p}Sources>{source}</{p}Sources>"
        f'<{p}Notes><{p}Note guid="x" name="想法"><{p}PlainTextContent>记</{p}PlainTextContent>'
        f'<{p}PlainTextSelection guid="y" startPosition="0" endPosition="1"/></{p}Note></{p}Notes>'
        f'<{p}Sets><{p}Set guid="z" name="组"><{p}MemberCode targetGUID="{OPEN}"/></{p}Set>'
        f"</{p}Sets></{p}Project>"
    )
    entries = {top + project_file: mark.encode() + xml.encode()}
    if not inline:
        entries[f"{top}{folder}/{file}"] = mark.encode() + text.encode()
    return entries


def packed(folder, entries, name="x.qdpx"):
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries.items():
            archive.writestr(entry, content)
    return path


def braced(identifier):
    return f"{{{identifier.lower()}}}"


HABITS = {
    "NVivo": project(
        origin="NVivo 14.23", folder="Sources", counted=TEXT, mark="\ufeff",
        rich=f"internal://{DOCUMENT}.docx",
    ),
    "MAXQDA": project(origin="MAXQDA 24", counted=TEXT, user="selection", written=str.upper),
    "MAXQDA, with line feeds": project(origin="MAXQDA 24", text=PLAIN, user="modifying"),
    "ATLAS.ti": project(origin="ATLAS.ti 24.1", project_file="环境访谈.qde"),
    "ATLAS.ti, of a PDF": project(origin="ATLAS.ti.Windows", project_file="a b.qde", pdf=True),
    "QualCoder": project(origin="QualCoder 3.7", counted=TEXT, path="internal://报告%201.txt",
                         file="报告 1.txt"),
    "Quirkos": project(origin="Quirkos 2.5", text=PLAIN, mark="\ufeff", written=str.lower),
    "Transana": project(origin="Transana 4", text=PLAIN, written=braced),
    "Taguette's kin": project(origin="", inline=True),
    "QDA Miner": project(origin="QDA Miner 2023", prefix="qda", counted=TEXT),
    "Windows paths": project(origin="f4analyse", path=f"relative://docs\\{DOCUMENT.lower()}.TXT"),
    "packed anew on a Mac": {
        **project(origin="NVivo 12", text=PLAIN, top="我的 项目/"),
        "__MACOSX/我的 项目/._project.qde": b"\x00\x05\x16\x07",
        f"__MACOSX/我的 项目/sources/._{DOCUMENT}.txt": b"\x00\x05\x16\x07",
    },
}  # fmt: skip


@pytest.mark.parametrize("entries", HABITS.values(), ids=HABITS)
@pytest.mark.parametrize("name", ["x.qdpx", "x.zip"])
def test_every_coding_is_at_its_place(tmp_path, entries, name):
    table, left = read_segments(packed(tmp_path, entries, name))
    assert list(table.itertuples(index=False, name=None)) == WANTED
    assert left == ()


def test_texts_of_one_name_in_two_folders_are_not_taken_for_each_other(tmp_path):
    entries = HABITS["Quirkos"] | {f"other/{DOCUMENT}.txt": "别的文字。别的文字。".encode()}
    assert len(read_segments(packed(tmp_path, entries)).table) == 3
    lost = {f"{folder}/{DOCUMENT}.txt": PLAIN for folder in ("one", "two")}
    table, left = read_segments(packed(tmp_path, {"project.qde": entries["project.qde"], **lost}))
    assert table.empty
    assert left == (
        f"source 报告: its text internal://{DOCUMENT}.txt is not in the archive; 3 selections left",
    )


CODING = '<Coding guid="1" creatingUser="u"><CodeRef targetGUID="c"/></Coding>'


def small(sources="", *, codes="", users="", more="", selection="", at=(0, 2), source=""):
    """A project of one text with one selection, and what is given besides."""
    start, end = at
    return (
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Users>{users}'
        '<User guid="u" name="甲"/></Users><CodeBook><Codes><Code guid="c" name="公开"/>'
        f'{codes}</Codes></CodeBook><Sources><TextSource guid="t" name="报告">'
        f"<PlainTextContent>{PLAIN}</PlainTextContent>"
        f'<PlainTextSelection guid="s" startPosition="{start}" endPosition="{end}">'
        f"{selection or CODING}</PlainTextSelection>{source}</TextSource>{sources}</Sources>"
        f"{more}</Project>"
    )


def referring(code="c", user="u"):
    by = f'creatingUser="{user}"' if user else ""
    return f'<Coding guid="2" {by}><CodeRef targetGUID="{code}"/></Coding>'


OTHER = '<{0} guid="o" name="他" path="internal://o.x"><{1} guid="p">{2}</{1}></{0}>'
LEFT = {
    "picture": (small(OTHER.format("PictureSource", "PictureSelection", CODING)),
                "source 他: PictureSource is not text; 1 coding left"),
    "audio": (small(OTHER.format("AudioSource", "AudioSelection", CODING * 2)),
              "source 他: AudioSource is not text; 2 codings left"),
    "transcript": (small(OTHER.format("VideoSource", "Transcript", "")),
                   "source 他: VideoSource is not text"),
    "page of a PDF": (small(OTHER.format("PDFSource", "PDFSelection", CODING)),
                      "source 他: 1 selection on pages of a PDF left"),
    "rich text": (small('<TextSource guid="o" name="他" richTextPath="internal://o.docx"/>'),
                  "source 他: rich text only; 0 selections left"),
    "no path": (small('<TextSource guid="o" name="他"/>'),
                "source 他: no plain text; 0 selections left"),
    "text elsewhere": (small('<TextSource guid="o" name="他" plainTextPath="absolute:///D:/o.txt"/>'),
                       "source 他: its text absolute:///D:/o.txt is not in the archive;"
                       " 0 selections left"),
    "whole source": (small(source=CODING), "source 报告: 1 coding of the whole source left"),
    "note": (small(more=f'<Notes><Note guid="n">{CODING}</Note></Notes>'),
             "1 coding in notes left"),
    "no code": (small(source='<PlainTextSelection startPosition="0" endPosition="1"/>'),
                "1 selection without a code left"),
    "unknown code": (small(selection=CODING + referring("x")),
                     "source 报告, 0–2: code x is not in the project"),
    "coding without code": (small(selection=CODING + "<Coding/>"),
                            "source 报告, 0–2: code (none) is not in the project"),
    "case as code": (small(selection=CODING + referring("k"),
                           more='<Cases><Case guid="{K}" name="甲地"/></Cases>'),
                     "source 报告: 1 coding with a case as code left"),
    "code of two names": (small(codes='<Code guid="x" name="一"/><Code guid="X" name="二"/>',
                                selection=CODING + referring("x")),
                          "code x has several names (一, 二); 1 coding left"),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "line"), LEFT.values(), ids=LEFT)
def test_what_is_left_is_told_in_a_line_and_the_rest_is_read(tmp_path, capsys, xml, line):
    path = packed(tmp_path, {"p.qde": xml})
    assert main(["codings", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[1:] == ["甲,报告,0,2,公开,公开"]
    assert f"govreports: {path}: {line}" in said.err.splitlines()


BEYOND = f"lies outside the text, which ends at {len(PLAIN)}"
NO_PLACE = "is no place, which is two whole numbers"


@pytest.mark.parametrize(
    ("at", "why"),
    [
        *((at, "is empty") for at in [(3, 3), (4, 2)]),
        *((at, BEYOND) for at in [(0, len(PLAIN) + 1), (900, 901)]),
        *((at, NO_PLACE) for at in [(-1, 2), ("", 2), (0, "二"), ("1.5", 2), ("९", 2)]),
    ],
)
def test_a_selection_that_is_nowhere_is_told_with_its_place(tmp_path, at, why):
    table, left = read_segments(packed(tmp_path, {"p.qde": small(at=at)}))
    assert table.empty
    assert left == (f"source 报告: selection {at[0]}–{at[1]} {why}",)


def test_a_place_of_very_many_digits_is_shown_cut(tmp_path):
    left = read_segments(packed(tmp_path, {"p.qde": small(at=(0, "9" * 5000))})).left
    assert left == (f"source 报告: selection 0–{'9' * 20}… {NO_PLACE}",)


@pytest.mark.parametrize(
    ("users", "selection", "named"),
    [
        ("", referring(user=""), ""),
        ("", referring(user="Y"), "y"),
        ('<User guid="y" id="LW"/>', referring(user="Y"), "LW"),
        ('<User guid="y"/>', referring(user="{Y}"), "y"),
    ],
    ids=["nobody", "not listed", "by an id", "without a name"],
)
def test_a_coder_without_a_name_is_told_apart_by_what_there_is(tmp_path, users, selection, named):
    xml = small(users=users, selection=selection)
    assert read_segments(packed(tmp_path, {"p.qde": xml})).table["user"].tolist() == [named]


def test_codes_of_one_name_are_told(tmp_path):
    xml = small(codes='<Code guid="x" name="公开"/>', selection=CODING + referring("x"))
    table, left = read_segments(packed(tmp_path, {"p.qde": xml}))
    assert table["code"].tolist() == ["公开", "公开"]
    assert left == ("2 codes are called 公开; the table does not tell them apart",)


def test_identifiers_that_two_sources_share_mix_nothing(tmp_path):
    other = (
        '<TextSource guid="t" name="别"><PlainTextContent>别的字</PlainTextContent>'
        f'<PlainTextSelection startPosition="1" endPosition="3">{CODING}</PlainTextSelection>'
        "</TextSource>"
    )
    table = read_segments(packed(tmp_path, {"p.qde": small(other)})).table
    assert table["source"].tolist() == ["报告", "别"]
    assert table["text"].tolist() == ["公开", "的字"]


SECRET = b'<!DOCTYPE Project [<!ENTITY e SYSTEM "notes.txt">]>'
ENCRYPTED = 0x1
REFUSED = {
    "codebook": (b'<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>',
                 "a codebook (.qdc), which holds no codings; a project (.qdpx) is due"),
    "XML alone": (small().encode(),
                  "the XML of a project (.qde) without its texts; the whole (.qdpx) is due"),
    "text": ("报告".encode(),
             "not a readable archive (File is not a zip file); a project (.qdpx) is due"),
    "nothing": (b"", "not a readable archive (File is not a zip file); a project (.qdpx) is due"),
    "no project": ({"a.txt": b"x"}, "holds no project file (.qde); one is due"),
    "project in an archive": ({"x.qdpx": b"PK"}, "holds no project file (.qde); one is due"),
    "two projects": ({"a.qde": b"<a/>", "b/c.QDE": b"<a/>"}, "holds a.qde, b/c.QDE; one is due"),
    "entity": ({"p.qde": SECRET + small().replace("公开了", "&e;").encode()},
               "has a document type declaration, which REFI-QDA does not"),
    "declaration": ({"p.qde": b'<!DOCTYPE Project SYSTEM "p.dtd">' + small().encode()},
                    "has a document type declaration, which REFI-QDA does not"),
    "way out": ({"p.qde": small(), "sources/../../a.txt": b"x"},
                "entry 'sources/../../a.txt' leads out of the archive"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_project_is_one_line_and_status_2(tmp_path, capsys, content, why):
    path = tmp_path / "x.qdpx"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        packed(tmp_path, content)
    assert main(["codings", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"govreports: {path}: {why}\n"
    assert [file.name for file in tmp_path.iterdir()] == ["x.qdpx"]


@pytest.mark.parametrize(
    "xml", [b"", b"\xff\xfe", b"<Project", b"{}", b"<Project/><Project/>", small()[:-4].encode()]
)
def test_a_project_file_that_is_no_xml_is_one_line_and_status_2(tmp_path, capsys, xml):
    path = packed(tmp_path, {"p.qde": xml})
    assert main(["codings", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"govreports: {path}: no REFI-QDA project (")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.qdpx", "."])
def test_a_file_that_cannot_be_opened_is_one_line(tmp_path, capsys, name):
    assert main(["codings", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.startswith(f"govreports: {tmp_path / name}: cannot be read: ")


def overwritten(path, offset, value):
    """Change a field of the central directory's last entry."""
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02") + offset
    content[at : at + len(value)] = value
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("offset", "value", "why"),
    [
        (8, b"\x01\x00", "password required"),
        (24, (600_000_000).to_bytes(4, "little"), "too many or too large entries"),
    ],
    ids=["encrypted", "of a stated size beyond measure"],
)
def test_an_entry_is_refused_by_what_it_states(tmp_path, capsys, offset, value, why):
    path = packed(tmp_path, {"p.qde": small()})
    overwritten(path, offset, value)
    assert main(["codings", str(path)]) == 2
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1
