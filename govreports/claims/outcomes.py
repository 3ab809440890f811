"""How reconsideration and administrative litigation ended, where a report says so.

The words are those in which the laws on the two procedures name the ways a case can end (Law on
Administrative Reconsideration; Administrative Litigation Law), with what reports call losing and
being corrected. Some of them, such as 撤销 and 变更, are used of documents and firms too; they
count only where the sentence names one of the two procedures. That a case is closed (审结) tells
no outcome, nor does a settlement in enforcement (执行和解), which follows a judgment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

import pandas as pd

from govreports.claims.clauses import Clause, clauses
from govreports.numbers.quantities import Quantity
from govreports.report.folding import fold
from govreports.report.model import Report
from govreports.schema import frame, joined

Outcome = Literal["lost or won", "corrected", "upheld", "settled or withdrawn"]

_PROCEDURE = re.compile(r"复议|行政(?:诉讼|案件|争议|应诉|审判|赔偿)|出庭应诉|败诉|胜诉")
_WORDS: dict[Outcome, re.Pattern[str]] = {
    "lost or won": re.compile("败诉|胜诉"),
    "corrected": re.compile(
        "纠错|撤销|变更|确认(?:其)?违法|重新作出|责令[^,]{0,10}(?:履行|作出|改正)"
    ),
    "upheld": re.compile("维持|驳回"),
    "settled or withdrawn": re.compile("(?<!执行)和解|调解协议|撤回|撤诉|终止"),
}
_RATE = re.compile("(?:败诉|胜诉|纠错|维持|撤销|变更|确认违法)率")
_CASES = frozenset("件起宗例")
# 均予以维持: the outcome of all the cases that the sentence counts.
_ALL = re.compile("均|全部|一律|都(?=予|被|[维驳撤变])")


def names_procedure(text: str) -> bool:
    """Whether reconsideration or litigation against the administration is spoken of.

    >>> names_procedure("办理行政复议案件12件"), names_procedure("办理民事案件12件")
    (True, False)
    """
    return _PROCEDURE.search(fold(text)) is not None


def outcomes_in(clause: str) -> tuple[Outcome, ...]:
    """The kinds of outcome that a clause about one of the procedures names.

    >>> outcomes_in("驳回3件、撤销2件"), outcomes_in("达成执行和解")
    (('corrected', 'upheld'), ())
    """
    folded = fold(clause)
    return tuple(kind for kind, words in _WORDS.items() if words.search(folded))


def rates_of_outcome(text: str) -> list[str]:
    """The words for a rate of losing, of correction or of another outcome, as they occur.

    >>> rates_of_outcome("行政诉讼败诉率下降,直接纠错率为零")
    ['败诉率', '纠错率']
    """
    return _RATE.findall(fold(text))


def counts_cases(quantities: pd.DataFrame) -> pd.Series:
    """Which rows of the frame ``quantities`` count something of one of the two procedures."""
    told = (quantities["quote"] + quantities["measure"]).map(names_procedure)
    return (quantities["kind"] == "count") & told.astype(bool)


def outcome_table(
    reports: Mapping[str, Report], counted: Mapping[str, Sequence[Quantity]]
) -> pd.DataFrame:
    """Every clause that names an outcome, one row for each kind that it names.

    The frame ``outcomes``. ``counted`` are the quantities of each report. ``cases`` is how many
    cases the report says to have ended so: of several counts in a clause the one behind the word;
    where the clause has none and says that all ended so, those that the sentence counts.
    """
    sentences: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for clause in clauses(reports):
        sentences[clause.report, clause.sentence].append(clause)
    rows = []
    for (name, sentence), parts in sentences.items():
        if not names_procedure("".join(part.text for part in parts)):
            continue
        figures = [q for q in counted[name] if q.sentence == sentence]
        for part in parts:
            own = [q for q in figures if part.start <= q.start < part.end]
            ids = joined(q.id for q in own)
            for kind in outcomes_in(part.text):
                cases = _cases(kind, part, reports[name].text, own, figures)
                rows.append((name, sentence, *part[2:], kind, cases, ids))
    return frame("outcomes", rows)


def _cases(
    kind: Outcome, clause: Clause, text: str, own: Sequence[Quantity], figures: Sequence[Quantity]
) -> int | None:
    counts = [q for q in own if _of_cases(q)]
    if not counts:
        told = [q for q in figures if _of_cases(q) and names_procedure(q.quote)]
        return _total(told) if told and _ALL.search(clause.folded) else None
    printed = fold(text[clause.start : clause.end])
    words = sorted(
        (clause.start + found.end(), one)
        for one, pattern in _WORDS.items()
        for found in pattern.finditer(printed)
    )
    ends = [end for end, _ in words]
    behind = [
        next((q for q in counts if end <= q.start < until), None)
        for (end, one), until in zip(words, [*ends[1:], clause.end], strict=True)
        if one == kind
    ]
    if stated := [q for q in behind if q]:
        return _total(stated)
    alone = len(counts) == 1 and {one for _, one in words} == {kind}
    return _total(counts) if alone else None  # 8件被维持


def _total(counts: Sequence[Quantity]) -> int:
    return int(sum(q.value_base for q in counts))


def _of_cases(quantity: Quantity) -> bool:
    counted = quantity.kind == "count" and quantity.status == "reported"
    return counted and quantity.unit[:1] in _CASES
