"""The codebook loads only whole, consistent files, and every example stands where it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreports.codebook.loader import load_codebook
from govreports.codebook.manual import codebook_markdown
from govreports.codebook.model import Example
from govreports.corpus.reading import read_register
from govreports.errors import DataError
from govreports.report.folding import fold

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
CODEBOOK = load_codebook()

BASE = """\
version: "1"
codes:
- {id: T1, kind: theme, zh: 职能, en: functions, origin: scheme, definition: d, use_when: u,
   not_when: n, absent: true, note: none}
"""
MORE = """\
codes:
- {kind: instrument, zh: 权力清单, en: list of powers, origin: reading, parent: T1, definition: d,
   absent: true, note: none, variants: [权力事项清单]}
"""


def load(folder: Path, **files: str) -> None:
    for name, content in {"base": BASE, **files}.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    load_codebook(folder)


def test_themes_moves_and_flags_are_those_of_the_scheme() -> None:
    assert [c.id for c in CODEBOOK.of_kind("theme")] == [f"T{n}" for n in range(11)]
    assert [c.id for c in CODEBOOK.of_kind("move")] == ["frame", "report", "problem", "plan"]
    assert [c.id for c in CODEBOOK.of_kind("flag")] == ["admission", "intention"]


def test_every_code_stands_under_a_theme_or_is_one_or_is_a_move() -> None:
    themes = {c.id for c in CODEBOOK.of_kind("theme")}
    for code in CODEBOOK.codes.values():
        if code.kind in ("measure", "instrument"):
            parent = CODEBOOK.codes[code.parent]
            assert (parent.parent or parent.id) in themes


def test_cases_that_readers_decide_differently_are_stated_and_settled() -> None:
    assert CODEBOOK.version == "1.0"
    assert all(b.case and b.settled and b.a != b.b for b in CODEBOOK.borders)
    manual = codebook_markdown(CODEBOOK)
    assert all(b.case in manual and b.settled in manual for b in CODEBOOK.borders)


def test_a_border_of_unknown_codes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="border T1/T99: 'T99' is no code"):
        load(tmp_path, more="borders:\n- {a: T1, b: T99, case: c, settled: s}\n")


def test_a_folder_of_sound_files_loads(tmp_path: Path) -> None:
    load(tmp_path, more=MORE)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("codes:\n- {id: A, id: B}\n", r"bad\.yaml:2: key 'id' is given twice"),
        ("version: '1'\nversion: '2'\n", r"bad\.yaml:2: key 'version' is given twice"),
        ("codes: [\n", r"bad\.yaml:\d+: "),
        ("- a list\n", r"bad\.yaml:1: expected a mapping"),
        ("colour: red\n", r"bad\.yaml:1: unknown field 'colour'"),
        ("1: x\n", r"bad\.yaml:1: key 1 is not text"),
        ("codes: T1\n", r"bad\.yaml:1: field 'codes' must be a list"),
        (BASE.replace('version: "1"\n', ""), r"base\.yaml:3: identifier .T1. is given twice"),
        (BASE.replace("T1", "T2").replace("definition: d", "definition: ''"), "'definition'"),
        (BASE.replace("T1", "T2").replace("kind: theme", "kind: tune"), "'tune' is none of"),
        (BASE.replace("T1", "T2").replace("absent: true, ", ""), "an example is missing"),
        (BASE.replace("T1", "T2").replace("kind: theme", "kind: theme, colour: red"), "'colour'"),
        (MORE.replace("parent: T1", "parent: T9"), r"bad\.yaml:2: .*unknown parent 'T9'"),
        (BASE.replace("T1", "T2").replace("kind: theme", "kind: theme, parent: T1"), "under 'T1'"),
        (BASE.replace("id: T1", "id: M, crosswalk: {outline-2015: [45]}"), "no item 45"),
        (BASE.replace("id: T1", "id: M, near_misses: [{code: X, how: h}]"), "'X' is no code"),
        (BASE.replace("id: T1", "id: M, patterns: ['re:(']"), "does not compile"),
        (BASE.replace("id: T1", "id: M, patterns: ['re:a*']"), "matches the empty text"),
        (BASE.replace("id: T1", "id: M, patterns: [{pattern: a, weight: high}]"), "a number"),
        ("rules:\n- {id: r, code: X, patterns: [a]}\n", r"bad\.yaml:2: .*unknown code 'X'"),
        ("rules:\n- {id: r, code: T1, patterns: []}\n", "no patterns"),
        ("rules:\n- {id: r, code: T1, patterns: [a], clause_has: [m]}\n", "neither rule nor mark"),
        ("pairs:\n- {a: T1, b: X, how: h}\n", r"bad\.yaml:2: T1/X: 'X' is no code"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(
    tmp_path: Path, content: str, message: str
) -> None:
    with pytest.raises(DataError, match=message) as caught:
        load(tmp_path, bad=content)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path))


def test_a_variant_belongs_to_one_instrument_whatever_its_width(tmp_path: Path) -> None:
    other = MORE.replace("zh: 权力清单", "zh: 双随机、一公开").replace(
        "权力事项清单", "权力清单（甲）"
    )
    load(tmp_path, more=MORE, other=other)
    with pytest.raises(DataError, match="claimed by '权力清单'"):
        load(tmp_path, more=MORE.replace("权力事项清单", "权力清单(甲)"), other=other)


def test_a_codebook_without_a_version_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="states no version"):
        load(tmp_path, base=BASE.replace('version: "1"\n', ""))
    with pytest.raises(DataError, match="cannot be read"):
        load_codebook(tmp_path / "missing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match=r"empty: the folder holds no \.yaml file"):
        load_codebook(tmp_path / "empty")
    with pytest.raises(DataError, match=r"empty: the folder holds no \.yaml file"):
        load_codebook(str(tmp_path / "empty"))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match=r"bad\.yaml: not UTF-8 at byte 0"):
        load_codebook(tmp_path)


def test_every_example_of_themes_moves_and_pairs_is_verbatim_and_in_its_place() -> None:
    for code in CODEBOOK.codes.values():
        if code.example and code.kind in ("theme", "move", "flag"):
            assert code.example.start is not None
            found_in_its_place(code.example)
    for pair in CODEBOOK.pairs:
        for code_id, example in pair.examples:
            assert code_id in (pair.a, pair.b)
            found_in_its_place(example)


def found_in_its_place(example: Example) -> None:
    text = (REPORTS / f"{example.report}.txt").read_text(encoding="utf-8")
    if example.start is None:
        assert text.count(example.text) == 1
    else:
        assert text[example.start : example.end] == example.text


def test_every_example_is_cited_by_the_title_and_date_of_its_report() -> None:
    known = {record.id: record for record in read_register(REPORTS.parent)}
    quoted = [code.example for code in CODEBOOK.codes.values() if code.example]
    quoted += [example for pair in CODEBOOK.pairs for _, example in pair.examples]
    for example in quoted:
        record = known[example.report]
        told = f"{record.title}, {record.issued}" if record.issued else record.title
        assert CODEBOOK.cited(example) == told
    assert CODEBOOK.cited(Example("elsewhere-2020", "某", None, None)) == "elsewhere-2020"


def test_literals_of_the_coder_are_not_claimed_by_two_themes_under_the_same_conditions() -> None:
    owner: dict[tuple[object, ...], str] = {}
    for rule in CODEBOOK.rules:
        conditions = (rule.clause_has, rule.clause_lacks, rule.sentence_has, rule.sentence_lacks)
        for pattern in rule.patterns:
            if rule.id != rule.code and pattern.weight > 1:
                key = (fold(pattern.text), pattern.weight, *conditions)
                assert owner.setdefault(key, rule.code) == rule.code, pattern.text


def test_the_manual_holds_what_a_reader_needs_to_code() -> None:
    manual = codebook_markdown(CODEBOOK)
    for kind in ("theme", "move", "flag"):
        for code in CODEBOOK.of_kind(kind):
            for part in (code.id, code.zh, code.definition, code.use_when, code.not_when):
                assert part in manual
            assert all(miss.how in manual for miss in code.near_misses)
    assert all(pair.how in manual for pair in CODEBOOK.pairs)
    assert all(item.text in manual for item in CODEBOOK.instructions)
    assert "T1.licensing" not in manual


def test_the_manual_can_list_measures_and_instruments() -> None:
    measure, instrument = CODEBOOK.of_kind("measure")[0], CODEBOOK.of_kind("instrument")[0]
    manual = codebook_markdown(CODEBOOK, ("measure", "instrument"))
    assert measure.definition in manual
    assert instrument.definition in manual
    assert "## Themes" not in manual
