"""Reports with all that was coded in them, one by one, so that memory holds one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govreports.codebook.model import Codebook
from govreports.coding.coder import Coder
from govreports.coding.handcodings import CodedUnit, Codings, of_rules
from govreports.report.model import Report


class CodedReport(NamedTuple):
    """A report with all that anybody coded in it, coder by coder."""

    name: str
    report: Report
    units: Sequence[tuple[Codings, CodedUnit]]  # who coded, and what


def coded_reports(
    reports: Iterable[tuple[str, Report]], codings: Sequence[Codings]
) -> Iterator[CodedReport]:
    """Reports one by one with their units; units of reports that are not given are left out."""
    held: dict[str, list[tuple[Codings, CodedUnit]]] = {}
    for coding in codings:
        for unit in coding.units:
            held.setdefault(unit.report, []).append((coding, unit))
    for name, report in reports:
        yield CodedReport(name, report, held.get(name, []))


def rules_first(coded: Iterable[CodedReport], codebook: Codebook) -> Iterator[CodedReport]:
    """The same with what the rules give each sentence before what others coded."""
    coder = Coder(codebook)
    for one in coded:
        rules = of_rules({one.name: coder.code(one.report)}, codebook)
        yield one._replace(units=[*((rules, unit) for unit in rules.units), *one.units])
