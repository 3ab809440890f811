"""Every candidate for a new term is decided, and a bad decision is named by its line."""

from pathlib import Path

import pandas as pd
import pytest

from govreports.corpus.reading import published_corpus
from govreports.errors import DataError
from govreports.words.decisions import UNDECIDED, Decision, judged, load_decisions
from govreports.words.discovery import discover
from govreports.words.lexicon import load_lexicon
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter

CORPUS = Path(__file__).parents[2] / "corpus"
DECIDED = Path(__file__).parents[2] / "book" / "candidates.csv"
HEAD = "candidate,decision,reason\n"


@pytest.fixture(scope="module")
def candidates():
    """What discovery proposes in the five reports, with the limits of the notebook."""
    segmenter, reports = Segmenter(), published_corpus(CORPUS).reports
    known = {t.term for t in segmenter.lexicon.terms if t.source != "discovery"}
    known |= set(token_frame(reports, segmenter)["token"])
    sentences = [r.wording(s) for r in reports.values() for s in r.sentences]
    return discover(sentences, known=known, min_count=6, min_cohesion=4.0, min_entropy=1.0)


def test_no_candidate_of_the_five_reports_is_undecided(candidates):
    table = judged(candidates, load_decisions(DECIDED))
    assert not table.empty
    assert table["term"][table["decision"] == UNDECIDED].tolist() == []


def test_no_decision_is_about_what_was_not_proposed(candidates):
    assert {given.candidate for given in load_decisions(DECIDED)} == set(candidates["term"])


def test_what_was_accepted_is_in_the_lexicon_and_what_was_rejected_did_not_come_that_way():
    sources = {term.term: term.source for term in load_lexicon().terms}
    accepted = {d.candidate for d in load_decisions(DECIDED) if d.decision == "accepted"}
    assert {term for term, source in sources.items() if source == "discovery"} == accepted


def test_a_candidate_that_nobody_has_read_is_undecided():
    table = pd.DataFrame({"term": ["专项行动", "一网通办"], "count": [9, 8]})
    shown = judged(table, [Decision("专项行动", "accepted", "term of the field")])
    assert shown["decision"].tolist() == ["accepted", UNDECIDED]
    assert shown["reason"].tolist() == ["term of the field", ""]


def test_without_candidates_there_is_nothing_to_decide():
    assert judged(discover([]), load_decisions(DECIDED)).empty


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("candidate,decision\n", "line 1: the columns"),
        (HEAD + "专项行动,accepted\n", "line 2: 2 values where 3 are due"),
        (HEAD + "项,rejected,cuts a word\n", "line 2: .*two characters"),
        (HEAD + "专项行动,perhaps,cuts a word\n", "line 2: decision 'perhaps'"),
        (HEAD + "专项行动,accepted,because\n", "line 2: reason 'because'"),
        (HEAD + "专项行动,accepted,cuts a word\n", "line 2: 'cuts a word' is no reason"),
        (HEAD + "万元,rejected,number or measure\n" * 2, "line 3: 万元 is decided twice"),
    ],
)
def test_a_bad_decision_is_named(tmp_path: Path, lines: str, message: str) -> None:
    path = tmp_path / "data.csv"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load_decisions(path)
