"""The settled cases of segmentation: the segmenter keeps to them, and no term of law is lost."""

from pathlib import Path

import pytest

from govreports.codebook.loader import load_codebook
from govreports.errors import DataError
from govreports.words.conventions import Case, load_cases
from govreports.words.segmenter import Segmenter

SEGMENTER = Segmenter("rjieba")
HEAD = "case,segmentation,term,reason,example\n"


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.case)
def test_a_settled_case_is_cut_as_it_says(case: Case) -> None:
    start = case.example.index(case.case)
    end = start + len(case.case)
    inside = [t for t in SEGMENTER.tokens(case.example) if start <= t.start < end]
    assert " ".join(token.text for token in inside) == case.segmentation
    found = [t.text for t in SEGMENTER.terms(case.example) if (t.start, t.end) == (start, end)]
    assert found == ([case.term] if case.term else [])


INSTRUMENTS = load_codebook().of_kind("instrument")


@pytest.mark.parametrize("code", INSTRUMENTS, ids=lambda code: code.zh)
def test_every_wording_of_an_instrument_is_a_base_token_or_a_term(code) -> None:
    for wording in code.variants:
        tokens = SEGMENTER.tokens(wording)
        terms = SEGMENTER.terms(wording)
        words = [token for token in tokens if token.kind != "punctuation"]
        assert len(words) == 1 or len(terms) == 1, wording


def test_a_longer_form_of_a_base_token_is_a_term_of_its_own() -> None:
    assert [t.text for t in SEGMENTER.terms("深化“放管服”改革,推进放管服工作")] == ["放管服改革"]
    assert SEGMENTER.counts("深化“放管服”改革").terms == {"放管服改革": 1}
    glosses = {term.term: term.gloss for term in SEGMENTER.lexicon.terms}
    assert glosses["放管服改革"] == glosses["放管服"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("法治政府,法治 政府,法治政府,,建设法治政府", "a case and a reason"),
        ("法治政府,法治 建设,法治政府,why,建设法治政府", "does not join up"),
        ("法治政府,法治 政府,法治政府,why,依法行政", "does not stand in its example"),
        ("全市,全 市,,why,全市\n全市,全 市,,why,全市", "line 3: 全市 is settled twice"),
    ],
)
def test_a_bad_case_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=message) as raised:
        load_cases(path)
    assert "cases.csv" in str(raised.value)
