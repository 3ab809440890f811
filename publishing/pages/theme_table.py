"""Themes by reports as a table whose cells lead to their sentences; shown in place of the figure.

The shares are those of the heat map, computed by the same function.
"""

from __future__ import annotations

from govreports.coding.codebook import Code
from govreports.coding.shares import coding_frame, shares
from publishing.pages.html import chinese
from publishing.pages.study import Studied, Study
from publishing.pages.text import escaped, raw_html

_CAPTION = "Each cell leads to its sentences."
_REGION = "Share of sentences by theme and report"
_SEED = 1  # of intervals, which this table does not show


def theme_table_fragment(study: Study) -> str:
    """The table, to be included in chapters; only a screen shows it."""
    themes = study.codebook.of_kind("theme")
    reports = {one.id: one.report for one in study.reports}
    codings = {one.id: [*one.codings.values()] for one in study.reports}
    names = [theme.id for theme in themes]
    table = shares(coding_frame(reports, codings), names, seed=_SEED).set_index(["report", "code"])
    cells = {
        key: (int(n), float(share)) for key, n, share in table[["count", "share"]].itertuples()
    }
    highest = max((share for _, share in cells.values()), default=0) or 1
    rows = []
    for theme in themes:
        row = "".join(
            _cell(theme, one, *cells.get((one.id, theme.id), (0, 0.0)), highest)
            for one in study.reports
        )
        title = (
            f'{escaped(theme.id)} {escaped(theme.en)} <span class="zh">{chinese(theme.zh)}</span>'
        )
        rows.append(f'<tr><th scope="row">{title}</th>{row}</tr>')
    head = "".join(f'<th scope="col">{escaped(one.name)}</th>' for one in study.reports)
    return raw_html(
        f'<div class="table-scroll theme-table screen-only" tabindex="0" role="region"'
        f' aria-label="{_REGION}"><table><caption>{_CAPTION}</caption>'
        f'<thead><tr><th scope="col">Theme</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cell(theme: Code, one: Studied, count: int, share: float, highest: float) -> str:
    shade = f'style="--share:{share / highest:.3f}"'
    if not count:
        return f"<td {shade}><span>0%</span></td>"
    target = f"_generated/sentences.html#{theme.id}-{one.id}"
    told = f"{theme.id}, {one.name}: {count} of {len(one.codings)} sentences"
    # A share that rounds to nothing is still one.
    printed = f"{share:.0%}" if share >= 0.005 else "<1%"
    link = f'<a href="{escaped(target)}" title="{escaped(told)}">{escaped(printed)}</a>'
    return f"<td {shade}>{link}</td>"
