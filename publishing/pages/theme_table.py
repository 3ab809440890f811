"""Themes by reports as a table whose cells lead to their sentences; shown in place of the figure.

The shares are those of the heat map. Many reports stand together as they do there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from govreports.codebook.loader import Code
from govreports.stats.groups import groups
from publishing.pages.html import block
from publishing.pages.study import Studied, Study


class _Column(NamedTuple):
    name: str
    reports: Sequence[Studied]

    def count(self, theme: Code) -> int:
        """The sentences whose primary theme it is."""
        return sum(c.primary == theme.id for one in self.reports for c in one.codings.values())

    @property
    def total(self) -> int:
        """All sentences."""
        return sum(len(one.codings) for one in self.reports)

    def share(self, theme: Code) -> float:
        """The share of sentences with that primary theme; 0 where there are none at all."""
        return self.count(theme) / self.total if self.total else 0.0


class _Cell(NamedTuple):
    shade: str  # of 1, which the highest share has
    printed: str
    told: str = ""
    leads_to: str = ""  # the report whose sentences it counts


def theme_table_fragment(
    study: Study, *, base: str = "_generated/", classes: str = "screen-only"
) -> str:
    """The table, to be included in chapters; by default only a screen shows it.

    ``base`` leads from the page that includes it to the generated pages.
    """
    themes = study.codebook.of_kind("theme")
    columns = _columns(study.reports)
    highest = max((column.share(theme) for theme in themes for column in columns), default=0) or 1
    return block(
        "theme_table.html",
        rows=[(theme, [_cell(theme, column, highest) for column in columns]) for theme in themes],
        names=[column.name for column in columns],
        is_pooled=any(len(column.reports) > 1 for column in columns),
        base=base,
        classes=classes,
    )


def _columns(reports: Sequence[Studied]) -> list[_Column]:
    register = pd.DataFrame([one.record for one in reports]).rename(columns={"id": "report"})
    shown_as = groups(register.astype({"reporting_year": "Int64"}), by="label")
    by_id = {one.id: one for one in reports}
    together: dict[str, list[Studied]] = {}
    for report, name in shown_as.items():
        together.setdefault(name, []).append(by_id[report])
    return [_Column(name, same) for name, same in together.items()]


def _cell(theme: Code, column: _Column, highest: float) -> _Cell:
    count, share = column.count(theme), column.share(theme)
    shade = f"{share / highest:.3f}"
    if not count:
        return _Cell(shade, "0%")
    # A share that rounds to nothing is still one.
    printed = f"{share:.0%}" if share >= 0.005 else "<1%"
    told = f"{theme.id}, {column.name}: {count} of {column.total} sentences"
    return _Cell(shade, printed, told, column.reports[0].id if len(column.reports) == 1 else "")
