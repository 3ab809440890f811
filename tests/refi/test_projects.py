"""REFI-QDA projects and codebooks, and the table of codings."""

import dataclasses
import io
import uuid
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from govreports.codebook.loader import load_codebook
from govreports.coding.coded_reports import coded_reports
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.refi import projects
from govreports.refi.archive import project_archive
from govreports.refi.codebook import codebook_document, guid
from tests.coding.small_reports import report

SCHEMAS = Path(__file__).parents[1] / "schemas" / "refi-qda"
CODEBOOK = load_codebook()
REPORTS = {"甲": report("公开政务信息。加强执法培训。", "存在不足。"), "乙": report("依法行政。")}
INSTRUMENT = CODEBOOK.of_kind("instrument")[0].id
RULES = Codings(
    "rules",
    "rules of the codebook",
    "rules",
    "",
    CODEBOOK.version,
    (
        CodedUnit(
            "甲",
            "p1.s1",
            0,
            7,
            "T5",
            ("T5", "T10"),
            "report",
            ("intention",),
            "",
            1.0,
            (INSTRUMENT,),
        ),
        CodedUnit("甲", "p2.s1", 15, 20, "T8", ("T8",), "problem"),
        CodedUnit("乙", "p1.s1", 0, 5, "T0", ("T0",), "frame"),
    ),
)
HAND = Codings(
    "trial",
    "a trial coder",
    "language model",
    "2024-05-31",
    CODEBOOK.version,
    (CodedUnit("甲", "p1.s1", 0, 7, "T10", ("T10",), "report", (), "named 甲乙\x0b & <odd>"),),
)
Q = "{urn:QDA-XML:project:1.0}"


def xml(reports=REPORTS, codings=(RULES, HAND), **options):
    coded = coded_reports(reports.items(), codings)
    content = project_archive(coded, codings, CODEBOOK, **options)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        *names, project = archive.namelist()
        texts = {name.removeprefix("sources/"): archive.read(name).decode() for name in names}
        return etree.fromstring(archive.read(project)), texts


def schema(name):
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def test_projects_are_valid():
    schema("Project-mrt2019.xsd").assertValid(xml()[0])
    schema("Project-mrt2019.xsd").assertValid(xml(codings=())[0])


def test_codebooks_are_valid_and_share_their_identifiers_with_projects():
    document = etree.fromstring(codebook_document(CODEBOOK))
    schema("Codebook-mrt2019.xsd").assertValid(document)
    alone = {code.get("guid") for code in document.iter("{urn:QDA-XML:codebook:1.0}Code")}
    assert alone == {code.get("guid") for code in xml()[0].iter(f"{Q}Code")}


def test_every_code_of_the_codebook_is_there_under_its_parent():
    document = xml()[0]
    nodes = {node.get("guid"): node for node in document.iter(f"{Q}Code")}
    for code in CODEBOOK.codes.values():
        node = nodes[guid("code", code.id)]
        assert node.get("isCodable") == "true"
        parent = guid("code", code.parent) if code.parent else guid("group", code.kind)
        assert node.getparent().get("guid") == parent
    assert len(nodes) == len(CODEBOOK.codes) + 3


def test_each_sentence_is_one_selection_for_each_coder_with_all_its_codes():
    document, _ = xml()
    selections = document.findall(f".//{Q}PlainTextSelection")
    assert [(s.get("startPosition"), s.get("endPosition")) for s in selections] == [
        ("0", "7"),
        ("15", "20"),
        ("0", "7"),
        ("0", "5"),
    ]
    users = [user.get("guid") for user in document.iter(f"{Q}User")]
    assert [s.get("creatingUser") for s in selections] == [users[0], users[0], users[1], users[0]]
    codes = [ref.get("targetGUID") for ref in selections[0].iter(f"{Q}CodeRef")]
    expected = ["T5", "T10", "report", "intention", INSTRUMENT]
    assert codes == [guid("code", code) for code in expected]


def test_selections_cut_the_sentence_out_of_the_source():
    document, texts = xml()
    for source in document.iter(f"{Q}TextSource"):
        text = texts[source.get("plainTextPath").removeprefix("internal://")]
        for selection in source.iter(f"{Q}PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            assert text[start:end].endswith("。")


def test_a_coder_s_note_is_attached_and_made_fit_for_xml():
    document, _ = xml()
    (note,) = document.iter(f"{Q}Note")
    assert note.findtext(f"{Q}PlainTextContent") == "named 甲乙\ufffd & <odd>"
    (reference,) = document.iter(f"{Q}NoteRef")
    assert reference.get("targetGUID") == note.get("guid")


def test_everything_dated_bears_a_given_date_hand_codings_their_own():
    document, _ = xml(created=datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC))
    dates = {node.get("creationDateTime") for node in document.iter(f"{Q}Coding")}
    assert dates == {"2023-01-02T03:04:05Z", "2024-05-31T00:00:00Z"}
    for name in ("TextSource", "PlainTextSelection", "Coding", "Note"):
        assert all(node.get("creationDateTime") for node in document.iter(f"{Q}{name}"))
    assert document.get("creationDateTime") == "2023-01-02T03:04:05Z"


def test_identifiers_are_unique_and_the_same_every_time():
    one, two = (etree.tostring(xml()[0]) for _ in range(2))
    assert one == two
    guids = [node.get("guid") for node in xml()[0].iter() if node.get("guid")]
    assert len(guids) == len(set(guids))
    assert {uuid.UUID(guid).version for guid in guids} == {5}


def test_another_text_of_the_same_name_is_another_source():
    other = {"甲": report("公开政务公告。加强执法培训。", "存在不足。")}
    ids = [next(xml(reports)[0].iter(f"{Q}TextSource")).get("guid") for reports in (REPORTS, other)]
    assert ids[0] != ids[1]


def test_carriage_returns_become_spaces_so_that_offsets_hold():
    crlf = dataclasses.replace(REPORTS["甲"], text=REPORTS["甲"].text.replace("\n", "\r\n"))
    _, texts = xml({"甲": crlf})
    (text,) = texts.values()
    assert "\r" not in text
    assert len(text) == len(crlf.text)


def test_units_of_other_reports_are_left_out():
    document, texts = xml({"乙": REPORTS["乙"]})
    assert len(texts) == 1
    assert len(document.findall(f".//{Q}PlainTextSelection")) == 1


def test_the_mask_reaches_notes_and_examples():
    def mask(text):
        return text.replace("甲乙", "■■").replace("Definition", "■" * 10)

    document, _ = xml(mask=mask)
    written = etree.tostring(document, encoding="unicode")
    assert "named 甲乙" not in written
    assert "Definition" not in written
    assert projects.table(coded_reports(REPORTS.items(), [HAND]), mask=mask)["note"][0].startswith(
        "named ■■"
    )


def test_cases_carry_what_a_report_states():
    document, _ = xml()
    names = {v.get("guid"): v.get("name") for v in document.iter(f"{Q}Variable")}
    case = next(document.iter(f"{Q}Case"))
    values = {
        names[value.find(f"{Q}VariableRef").get("targetGUID")]: value.findtext(f"{Q}TextValue")
        for value in case.iter(f"{Q}VariableValue")
    }
    assert values == {"genre": "rule-of-law"}


def test_the_table_has_a_row_for_each_sentence_and_coder():
    table = projects.table(coded_reports(REPORTS.items(), [RULES, HAND]))
    assert tuple(table.columns) == projects.TABLE_COLUMNS
    row = table.iloc[0]
    assert row[["report", "text", "primary", "themes", "flags"]].tolist() == [
        "甲",
        "公开政务信息。",
        "T5",
        "T5;T10",
        "intention",
    ]
    assert table["kind"].tolist() == ["rules", "rules", "language model", "rules"]


def test_no_clock_is_read():
    assert xml()[0].get("creationDateTime") == "1980-01-01T00:00:00Z"


@pytest.mark.parametrize("parts", [("a", "bc"), ("ab", "c")])
def test_identifiers_do_not_run_together(parts):
    assert guid(*parts) != guid("abc")
    assert guid("a", "bc") != guid("ab", "c")
