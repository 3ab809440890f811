"""Do the numbers of a report agree: parts with totals, rates with counts, changes with their ends.

Only what the wording ties together is checked, and only a tie that leaves no choice can disagree:
an incomplete list after 其中 is *open*, and so is a rate whose base the wording does not name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import pandas as pd

from govreports.numbers.quantities import Quantity
from govreports.numbers.ratios import changes, rates
from govreports.numbers.reckoning import Check, make
from govreports.numbers.sums import parts
from govreports.report.folding import fold
from govreports.report.model import Report
from govreports.schema import frame, joined


def checks(report: Report, quantities: Sequence[Quantity]) -> pd.DataFrame:
    """Every check that the wording of a report allows, those that agree included.

    Returns one row a check, with the fields of `govreports.numbers.reckoning.Check` as columns;
    empty where nothing can be checked.
    """
    return pd.DataFrame(_all(report, quantities), columns=list(Check._fields))


def check_table(
    reports: Mapping[str, Report], counted: Mapping[str, Sequence[Quantity]]
) -> pd.DataFrame:
    """The checks of several reports, of which ``counted`` are the quantities.

    The frame ``checks``.
    """
    return frame(
        "checks",
        (
            (name, *check[:7], joined(check.others), check.sentence, joined(check.sentences))
            for name, report in reports.items()
            for check in _all(report, counted[name])
        ),
    )


def _all(report: Report, quantities: Sequence[Quantity]) -> list[Check]:
    folded = fold(report.text)
    exact = [q for q in quantities if not q.approx and q.value_high is None]
    found: list[Check] = []
    for _, group in groupby(exact, key=lambda q: q.sentence):
        sentence = list(group)
        found += parts(folded, sentence)
        found += changes(sentence)
    for _, group in groupby(exact, key=lambda q: q.sentence.partition(".")[0]):
        found += rates(list(group))
    return [*found, *_repeated(quantities)]


def _repeated(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """Two or more equal figures told again in another sentence, perhaps of somebody else."""
    seen: dict[tuple[str, float, str], Quantity] = {}
    pairs: dict[tuple[str, str], list[tuple[Quantity, Quantity]]] = {}
    for q in quantities:
        if q.kind != "count" or q.measure == "":
            continue
        key = (fold(q.measure), float(q.value_base), q.unit_base)
        first = seen.setdefault(key, q)
        if first.sentence != q.sentence:
            pairs.setdefault((first.sentence, q.sentence), []).append((first, q))
    for told in pairs.values():
        if len(told) < 2:
            continue
        first, again = told[0]
        same = first.subject == again.subject
        figures = "、".join(f"{q.measure}{q.text}{q.unit}" for _, q in told)
        reckoning = figures if same else f"{figures}: {first.quote} / {again.quote}"
        others = [q for q, _ in told]
        yield make(
            "repeated", "agree" if same else "open", reckoning, again, float(first.value), others
        )
