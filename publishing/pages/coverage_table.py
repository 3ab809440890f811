"""Measures of an Outline by reports as a table whose cells lead to what was found.

On a screen it stands in place of the figure, whose states and marks it has. Of many reports the
longest are shown, as there.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from govreports.codebook.outlines import load_outlines
from govreports.coverage.collation import MARKS, Known, how_known, official_text
from govreports.coverage.states import STATES
from govreports.coverage.summary import asked_of, leading_outline
from govreports.stats.groups import longest
from publishing.pages.html import Html, chinese
from publishing.pages.study import Study
from publishing.pages.text import escaped, raw_html

_SIGNS = dict(zip(STATES, ("●", "○", "–", "·"), strict=True))
_CAPTION = "; ".join(f"{sign} {state}" for state, sign in _SIGNS.items())
_LEADS = "Each ● leads to the first sentence, or heading, in which the measure was found."


def coverage_table_fragment(study: Study, *, base: str = "_generated/") -> str:
    """The table, to be included in a chapter; only a screen shows it.

    ``base`` leads from the page that includes it to the generated pages.
    """
    analysis, outlines = study.analysis, load_outlines()
    years = {one.id: one.record.reporting_year for one in study.reports}
    asking = {name: years[name] for name in analysis.of_genre("rule-of-law")}
    main = leading_outline(asked_of(analysis.coverage, outlines, asking), outlines)
    known = how_known(outlines[main], study.codebook, official_text(main))
    drawn = longest(analysis.register)
    covered = analysis.coverage
    covered = covered[(covered["outline"] == main) & covered["report"].isin(drawn)]
    rows = []
    for _, same in covered.groupby("item", sort=True):
        by_report = {row["report"]: row for _, row in same.iterrows()}
        cells = "".join(
            _cell(by_report[name], f"{base}reports/{name}.html", study[name].name) for name in drawn
        )
        rows.append(f'<tr><th scope="row">{_title(by_report[drawn[0]], known)}</th>{cells}</tr>')
    head = "".join(f'<th scope="col">{escaped(study[name].name)}</th>' for name in drawn)
    return raw_html(
        '<div class="table-scroll coverage-table screen-only" tabindex="0" role="region"'
        ' aria-label="Coverage of an Outline by report">'
        f"<table><caption>{_CAPTION}. {_LEADS}</caption>"
        f'<thead><tr><th scope="col">Measure</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _title(row: pd.Series, known: Mapping[str, Known]) -> Html:
    mark = MARKS[known[row["measure"]]]
    zh = f'<span class="zh">{chinese(row["zh"])}</span>'
    en = f'<span class="english-only">{escaped(row["en"])}</span>'
    return Html(f"{row['item']} {en} {zh}{mark}")


def _cell(row: pd.Series, report: str, name: str) -> str:
    state = str(row["state"])
    told, sign = f"{name}: {state}", _SIGNS[state]
    # Sentences come before headings.
    units = sorted(str(row["sentences"]).split(), key=lambda unit: unit.startswith("§"))
    if state == "found" and units:
        anchor = units[0].replace("§", "s").replace(".", "-")
        more = f" and {len(units) - 1} more" * (len(units) > 1)
        label = escaped(f"{told} in ¶ {units[0].removeprefix('p').replace('.s', '.')}{more}")
        shown = f'<a href="{escaped(report)}#{anchor}" aria-label="{label}">{sign}</a>'
    else:
        reason = f" ({row['reason']})" * bool(row["reason"])
        label = escaped(told + reason)
        shown = f'<span role="img" aria-label="{label}" title="{label}">{sign}</span>'
    return f'<td data-state="{STATES.index(state)}">{shown}</td>'
