"""Codings read from files: all of a sound file, nothing of a faulty one."""

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.handcodings import COLUMNS, by_rules, read_codings
from govreports.errors import DataError
from tests.coding.small_reports import report

CODEBOOK = load_codebook()
REPORTS = {"甲": report("公开政务信息。加强执法培训。", "存在不足。"), "乙": report("依法行政。")}
ROWS = [
    "甲,p1.s1,0,7,T5,T10,report,,",
    '甲,p1.s2,7,14,T7,T7;T4,report,admission;intention,"a note, with a comma"',
    "甲,p2.s1,15,20,T8,,problem,,",
    "乙,p1.s1,0,5,T0,,frame,,",
]
HEADER = ",".join(COLUMNS)
ABOUT = {
    "coder": "a trial",
    "kind": "person",
    "date": "2024-05-31",
    "codebook": f'"{CODEBOOK.version}"',
    "units": "4",
}


def write(folder, rows=ROWS, header=HEADER, end="\n", **about):
    path = folder / "trial.csv"
    path.write_text("\n".join([header, *rows]) + end, encoding="utf-8")
    described = {key: value for key, value in (ABOUT | about).items() if value is not None}
    lines = "".join(f"{key}: {value}\n" for key, value in described.items())
    path.with_suffix(".yaml").write_text(lines, encoding="utf-8")
    return path


def read(path):
    return read_codings(path, CODEBOOK, REPORTS)


def test_a_sound_file_is_read_whole(tmp_path):
    codings = read(write(tmp_path))
    assert (codings.name, codings.coder, codings.kind) == ("trial", "a trial", "person")
    assert codings.date == "2024-05-31"
    assert [unit.themes for unit in codings.units] == [
        ("T5", "T10"),
        ("T7", "T4"),
        ("T8",),
        ("T0",),
    ]
    assert codings.units[1].flags == ("admission", "intention")
    assert codings.units[1].note == "a note, with a comma"
    assert {unit.weight for unit in codings.units} == {1.0}
    assert set(codings.by_unit()) == {
        ("甲", "p1.s1"),
        ("甲", "p1.s2"),
        ("甲", "p2.s1"),
        ("乙", "p1.s1"),
    }


def test_sampling_weights_may_come_last(tmp_path):
    rows = [f"{row},{weight}" for row, weight in zip(ROWS, (1, 2.5, 4, 1), strict=True)]
    codings = read(write(tmp_path, rows, header=f"{HEADER},weight"))
    assert [unit.weight for unit in codings.units] == [1, 2.5, 4, 1]


FAULTS = {
    "unknown report": ("丙,p1.s1,0,7,T5,,report,,", "no report is called '丙'"),
    "unknown sentence": ("甲,p9.s1,0,7,T5,,report,,", "no sentence 'p9.s1'"),
    "moved sentence": ("甲,p1.s1,0,6,T5,,report,,", "at 0–7, not 0–6"),
    "offset not a number": ("甲,p1.s1,0,-7,T5,,report,,", "whole number"),
    "unknown theme": ("甲,p1.s1,0,7,T11,,report,,", "'T11' is no theme"),
    "move for a theme": ("甲,p1.s1,0,7,report,,report,,", "'report' is no theme"),
    "unknown further theme": ("甲,p1.s1,0,7,T5,T12,report,,", "'T12'"),
    "unknown move": ("甲,p1.s1,0,7,T5,,praise,,", "'praise' is no move"),
    "unknown flag": ("甲,p1.s1,0,7,T5,,report,boast,", "'boast' is no flag"),
    "frame with a theme": ("甲,p1.s1,0,7,T5,,frame,,", "theme T5 contradicts move frame"),
    "no theme outside frames": ("甲,p1.s1,0,7,T0,,plan,,", "theme T0 contradicts move plan"),
    "no theme among themes": ("甲,p1.s1,0,7,T5,T0,report,,", "T0"),
    "flag beside a plan": ("甲,p1.s1,0,7,T5,,plan,intention,", "contradicts move plan"),
    "repeated theme": ("甲,p1.s1,0,7,T5,T4;T4,report,,", "repeats"),
    "a column short": ("甲,p1.s1,0,7,T5,,report,", "8 values where 9"),
    "open quotation mark": ('甲,p1.s1,0,7,T5,,report,,"note', "line"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_row_is_named_and_nothing_is_read(tmp_path, fault):
    row, message = FAULTS[fault]
    with pytest.raises(DataError, match=message) as caught:
        read(write(tmp_path, [*ROWS[1:], row]))
    assert "trial.csv" in str(caught.value)
    assert "line 5" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_unit_is_coded_once(tmp_path):
    with pytest.raises(DataError, match=r"line 6: 甲 p1\.s1 is coded twice"):
        read(write(tmp_path, [*ROWS, ROWS[0]], units="5"))


def test_a_file_cut_between_lines_is_noticed(tmp_path):
    with pytest.raises(DataError, match="3 units where 4 are due"):
        read(write(tmp_path, ROWS[:3]))


def test_a_file_cut_within_a_line_is_noticed(tmp_path):
    with pytest.raises(DataError, match="cut short"):
        read(write(tmp_path, end=""))


@pytest.mark.parametrize("weight", ["0.5", "nan", "inf", "x", ""])
def test_weights_are_inverse_probabilities(tmp_path, weight):
    rows = [f"{row},{weight}" for row in ROWS]
    with pytest.raises(DataError, match="line 2: weight"):
        read(write(tmp_path, rows, header=f"{HEADER},weight"))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("codebook", '"99.0"', "'99.0' is no version"),
        ("kind", "oracle", "oracle"),
        ("date", "yesterday", "yesterday"),
        ("coder", None, "coder"),
        ("units", None, "units"),
        ("mood", "good", "mood"),
    ],
)
def test_the_description_must_be_sound_too(tmp_path, field, value, message):
    with pytest.raises(DataError, match=message) as caught:
        read(write(tmp_path, **{field: value}))
    assert "trial.yaml" in str(caught.value)


def test_missing_files_and_foreign_encodings_are_named(tmp_path):
    with pytest.raises(DataError, match=r"trial\.csv: cannot be read \(No such file"):
        read(tmp_path / "trial.csv")
    path = write(tmp_path)
    path.with_suffix(".yaml").unlink()
    with pytest.raises(DataError, match=r"trial\.yaml: cannot be read \(No such file"):
        read(path)
    path = write(tmp_path)
    path.write_bytes("甲".encode("gb18030"))
    with pytest.raises(DataError, match="not UTF-8"):
        read(path)
    path.unlink()
    with pytest.raises(DataError, match=r"trial\.csv: cannot be read"):
        read(path)


def test_the_rules_code_every_sentence_of_every_report():
    codings = by_rules(REPORTS, CODEBOOK)
    assert [(unit.report, unit.sentence) for unit in codings.units] == [
        (name, sentence.id) for name, report_ in REPORTS.items() for sentence in report_.sentences
    ]
    assert codings.kind == "rules"
    assert all(unit.themes[0] == unit.primary for unit in codings.units)
