"""A quantity as it stands in the report: the number with its unit, and what it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from govreports.numbers.measure_words import unit_at
from govreports.numbers.quantities import Quantity
from govreports.report.folding import fold
from govreports.report.model import Report

# What may stand between the characters of a unit in print: 5万余条, 4 个, 3个工作日.
_BETWEEN = r"\s?[余多]?\s?个?\s?"
_REACH = 40  # the longest unit with its blanks is shorter, in code points


def as_printed(text: str, quantity: Quantity) -> str:
    """The number with its unit as they stand in the report's ``text``: ``5万余条``.

    Where a range has two units, as in 9个月到1年, the reading in one follows:
    ``9个月到1年 (9–12 月)``; where the unit stands apart from the number, so does it.
    """
    end = quantity.end
    behind = fold(text[end : end + _REACH])
    unit = _BETWEEN.join(re.escape(character) for character in fold(quantity.unit))
    if match := re.compile(f"{_BETWEEN}{unit}").match(behind):
        return text[quantity.start : end + match.end()]
    own = unit_at(behind, 0)
    shown = text[quantity.start : end + (len(own.unit) if own else 0)]
    if quantity.value_high is None:
        return f"{shown} ({quantity.value} {quantity.unit})"
    return f"{shown} ({quantity.value}–{quantity.value_high} {quantity.unit})"


def all_printed(
    reports: Mapping[str, Report], counted: Mapping[str, Sequence[Quantity]]
) -> list[str]:
    """`as_printed` of all quantities of several reports, in the order of their frame."""
    return [as_printed(reports[name].text, q) for name, found in counted.items() for q in found]
