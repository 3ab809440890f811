"""Themes by reports as a table whose cells lead to their sentences; shown in place of the figure.

The shares are those of the heat map. Many reports stand together as they do there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from govreports.codebook.loader import Code
from govreports.stats.groups import groups
from publishing.pages.html import chinese
from publishing.pages.study import Studied, Study
from publishing.pages.text import escaped, raw_html

_LINKED = '<span class="screen-only">Each cell leads to its sentences.</span>'
_POOLED = "The sentences of all reports of one genre and year (or span of years) together."


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


def theme_table_fragment(
    study: Study, *, base: str = "_generated/", classes: str = "screen-only"
) -> str:
    """The table, to be included in chapters; by default only a screen shows it.

    ``base`` leads from the page that includes it to the generated pages.
    """
    themes = study.codebook.of_kind("theme")
    columns = _columns(study.reports)
    highest = max((column.share(theme) for theme in themes for column in columns), default=0) or 1
    rows = []
    for theme in themes:
        row = "".join(_cell(theme, column, highest, base) for column in columns)
        title = (
            f'{escaped(theme.id)} <span class="english-only">{escaped(theme.en)}</span>'
            f' <span class="zh">{chinese(theme.zh)}</span>'
        )
        rows.append(f'<tr><th scope="row">{title}</th>{row}</tr>')
    head = "".join(f'<th scope="col">{escaped(column.name)}</th>' for column in columns)
    is_pooled = any(len(column.reports) > 1 for column in columns)
    what = "genre and year" if is_pooled else "report"
    return raw_html(
        f'<div class="table-scroll theme-table {classes}" tabindex="0" role="region"'
        f' aria-label="Share of sentences by theme and {what}">'
        f"<table><caption>{_POOLED if is_pooled else _LINKED}</caption>"
        f'<thead><tr><th scope="col">Theme</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _columns(reports: Sequence[Studied]) -> list[_Column]:
    register = pd.DataFrame([one.record for one in reports]).rename(columns={"id": "report"})
    shown_as = groups(register.astype({"reporting_year": "Int64"}), by="label")
    by_id = {one.id: one for one in reports}
    together: dict[str, list[Studied]] = {}
    for report, name in shown_as.items():
        together.setdefault(name, []).append(by_id[report])
    return [_Column(name, same) for name, same in together.items()]


def _cell(theme: Code, column: _Column, highest: float, base: str) -> str:
    count, share = column.count(theme), column.share(theme)
    shade = f'style="--share:{share / highest:.3f}"'
    if not count:
        return f"<td {shade}><span>0%</span></td>"
    told = escaped(f"{theme.id}, {column.name}: {count} of {column.total} sentences")
    # A share that rounds to nothing is still one.
    printed = escaped(f"{share:.0%}" if share >= 0.005 else "<1%")
    if len(column.reports) > 1:
        return f'<td {shade}><span title="{told}">{printed}</span></td>'
    target = escaped(f"{base}sentences.html#{theme.id}-{column.reports[0].id}")
    return f'<td {shade}><a href="{target}" title="{told}">{printed}</a></td>'
