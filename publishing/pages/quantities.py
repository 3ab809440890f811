"""Every quantity of the reports as one table, and below it the numerals that were set aside.

The tables are complete as they stand; a script only adds sorting and filters. Quantity
``p12.s3.q2`` of a report has the address ``#q-<report>-p12-s3-q2``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govreports.numbers.occurrences import REASONS
from govreports.numbers.quantities import Quantity, Rejected, not_quantities
from govreports.numbers.wording import as_printed
from govreports.report.model import Sentence
from publishing.pages.html import block
from publishing.pages.study import Studied, Study

_PAGE = """---
html_theme.sidebar_secondary.remove: true
---

# All quantities

Every number that the reports give with something it counts or measures, as it was read: what is
measured, whose it is, for which time, of which kind, and whether it is reported, a target or a
standard. Each number has an address of its own, and each place leads to its sentence.

{quantities}

{set_aside}
"""
_AROUND = 16


class _Row(NamedTuple):
    """A quantity; ``value`` is what its number sorts by."""

    one: Studied
    quantity: Quantity
    id: str
    printed: str
    value: str
    exact: str


class _Aside(NamedTuple):
    """A numeral that is no quantity, with the words of its sentence around it."""

    one: Studied
    rejected: Rejected
    id: str
    before: str
    after: str


def quantities_page(study: Study) -> str:
    """The page, as MyST with tables in HTML."""
    rows = [_row(one, quantity) for one in study.reports for quantity in one.quantities]
    aside = [row for one in study.reports for row in _set_aside(one)]
    reasons = Counter(row.rejected.reason for row in aside).most_common()
    return _PAGE.format(
        quantities=block("quantities.html", rows=rows, filters=_filters(study)),
        set_aside=block(
            "set_aside.html",
            rows=aside,
            reasons=[(reason, count, REASONS.get(reason, reason)) for reason, count in reasons],
        ),
    )


def _row(one: Studied, quantity: Quantity) -> _Row:
    exact = ["approximate"] * quantity.approx
    exact += [f"{quantity.bound} bound"] if quantity.bound else []
    return _Row(
        one,
        quantity,
        id=f"q-{one.id}-{quantity.id.replace('.', '-')}",
        printed=as_printed(one.report.text, quantity),
        value=f"{float(quantity.value_base):g}",
        exact=", ".join(exact),
    )


def _set_aside(one: Studied) -> Iterator[_Aside]:
    sentences = {sentence.id: sentence for sentence in one.report.sentences}
    found = Counter[str]()
    for rejected in not_quantities(one.report):
        name = rejected.sentence
        found[name] += 1
        before, after = _around(one.report.text, sentences[name], rejected)
        anchor = f"n-{one.id}-{name.replace('.', '-')}-n{found[name]}"
        yield _Aside(one, rejected, anchor, before, after)


def _around(text: str, sentence: Sentence, rejected: Rejected) -> tuple[str, str]:
    """What stands before and after the numeral in its sentence, page furniture left out."""
    parts = sentence.parts or ((sentence.start, sentence.end),)
    first, last = next(part for part in parts if part[0] <= rejected.start < part[1])
    start, end = max(first, rejected.start - _AROUND), min(last, rejected.end + _AROUND)
    before = "…" * (start > first) + text[start : rejected.start]
    return before, text[rejected.end : end] + "…" * (end < last)


def _filters(study: Study) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What a reader can choose by: its name in the form, its label, values and their labels."""
    found = [quantity for one in study.reports for quantity in one.quantities]
    return [
        ("report", "Report", [(one.id, one.name) for one in study.reports]),
        ("kind", "Kind", _by_frequency(quantity.kind for quantity in found)),
        ("status", "Status", _by_frequency(quantity.status for quantity in found)),
    ]


def _by_frequency(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, value) for value, _ in Counter(values).most_common()]
