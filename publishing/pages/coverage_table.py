"""Measures of an Outline by reports as a table whose cells lead to what was found.

On a screen it stands in place of the figure, whose states and marks it has. Of many reports the
longest are shown, as there.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from govreports.codebook.outlines import load_outlines
from govreports.coverage.collation import MARKS, how_known, official_text
from govreports.coverage.states import STATES
from govreports.coverage.summary import asked_of, leading_outline
from govreports.stats.groups import longest
from publishing.pages.html import block
from publishing.pages.study import Studied, Study

_SIGNS = dict(zip(STATES, ("●", "○", "–", "·"), strict=True))


class _Cell(NamedTuple):
    state: int  # its place among STATES
    sign: str
    label: str
    leads_to: str = ""


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
    for item, same in covered.groupby("item", sort=True):
        by_report = {row["report"]: row for _, row in same.iterrows()}
        first = by_report[drawn[0]]
        cells = [_cell(by_report[name], study[name]) for name in drawn]
        rows.append((item, first["en"], first["zh"], MARKS[known[first["measure"]]], cells))
    names = [study[name].name for name in drawn]
    return block("coverage_table.html", rows=rows, names=names, signs=_SIGNS, base=base)


def _cell(row: pd.Series, one: Studied) -> _Cell:
    state = str(row["state"])
    number, sign, told = STATES.index(state), _SIGNS[state], f"{one.name}: {state}"
    # Sentences come before headings.
    units = sorted(str(row["sentences"]).split(), key=lambda unit: unit.startswith("§"))
    if state != "found" or not units:
        reason = f" ({row['reason']})" * bool(row["reason"])
        return _Cell(number, sign, told + reason)
    first = units[0]
    more = f" and {len(units) - 1} more" * (len(units) > 1)
    label = f"{told} in ¶ {first.removeprefix('p').replace('.s', '.')}{more}"
    return _Cell(number, sign, label, f"{one.id}.html#{first.replace('§', 's').replace('.', '-')}")
