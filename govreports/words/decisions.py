"""What was decided about candidates for new terms, and why.

Discovery proposes strings (``discovery.discover``); a reader decides. The decisions are data, a
CSV file for each corpus, each with a reason from a closed list, so that a reader of the study can
disagree with any of them. A string that another corpus proposes and nobody has read yet is
*undecided*, never silently dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

import pandas as pd

from govreports.errors import DataError
from govreports.tables import Source, read_rows

UNDECIDED = "undecided"

Verdict = Literal["accepted", "rejected"]

# Every reason, with what it decides.
REASONS: Mapping[str, Verdict] = MappingProxyType(
    {
        "term of the field": "accepted",
        "already in the lexicon": "rejected",  # under another name or in another form
        "part of a longer term": "rejected",
        "general head": "rejected",  # means something only with what stands before it
        "free combination": "rejected",  # words that often stand side by side
        "cuts a word": "rejected",
        "number or measure": "rejected",
        "frame or list marker": "rejected",
        "name or level of administration": "rejected",
        "one report only": "rejected",
    }
)


class Decision(NamedTuple):
    """A candidate, what was decided about it, and the reason."""

    candidate: str
    decision: Verdict
    reason: str


def load_decisions(source: Source) -> list[Decision]:
    """The decisions in the order of the file (columns ``candidate, decision, reason``).

    Raises:
        DataError: a line is malformed, gives a reason that is not on the list or that decides
            otherwise, or decides a candidate a second time.
    """
    decisions: dict[str, Decision] = {}
    for line, row in read_rows(source, Decision._fields):
        candidate, decision, reason = (row[field] for field in Decision._fields)
        place = f"{source}, line {line}"
        if len(candidate) < 2:
            raise DataError(f"{place}: a candidate has two characters or more")
        if decision != "accepted" and decision != "rejected":
            raise DataError(
                f"{place}: decision {decision!r} is none of {', '.join(get_args(Verdict))}"
            )
        if reason not in REASONS:
            raise DataError(f"{place}: reason {reason!r} is none of {', '.join(REASONS)}")
        if REASONS[reason] != decision:
            raise DataError(f"{place}: {reason!r} is no reason why {candidate} is {decision}")
        if candidate in decisions:
            raise DataError(f"{place}: {candidate} is decided twice")
        decisions[candidate] = Decision(candidate, decision, reason)
    return list(decisions.values())


def judged(candidates: pd.DataFrame, decisions: Iterable[Decision]) -> pd.DataFrame:
    """A table of candidates (column ``term``) with the columns ``decision`` and ``reason``.

    A candidate that nobody has decided is ``undecided``, its reason empty. Decisions about
    strings that the table does not hold are left out.
    """
    known = {given.candidate: given[1:] for given in decisions}
    pairs = [known.get(term, (UNDECIDED, "")) for term in candidates["term"]]
    return candidates.assign(
        decision=[decision for decision, _ in pairs], reason=[reason for _, reason in pairs]
    )
