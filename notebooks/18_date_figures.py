# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # What can a whole-year figure hold in a report dated before the year's end?
#
# Some reports are dated before the year they report on was over, and still give figures for 全年,
# the whole year. This notebook finds those figures.

# %%
import re
from datetime import date
from itertools import pairwise

import pandas as pd
from support import SHORT, Place, in_words, keep, keep_table, load

from govreports.claims.periods import periods
from govreports.claims.quantities import quantities
from govreports.claims.tables import table as table_of
from govreports.claims.wording import as_printed
from govreports.text.normalise import view

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}

# %% [markdown]
# ## Which reports are dated before the year's end
#
# The date is the one printed in the report, else on the page that carried it; a report without a
# date is left out.

# %%
early = {
    record.id: (
        date(record.reporting_year, 12, 31) - date.fromisoformat(record.issued)
    ).days
    for record in corpus.records
    if record.issued and record.reporting_year
    if date.fromisoformat(record.issued) <= date(record.reporting_year, 12, 31)
}

# %% [markdown]
# ## Figures for the whole year
#
# A figure belongs to 全年 if that is the last time named before it in its sentence. Targets and
# standards are left out.

# %%
WHOLE_YEAR = "全年"


def whole_year(name: str) -> pd.DataFrame:
    """The reported quantities of a report that its sentences give for the whole year."""
    report = reports[name]
    narrow = view(report.text)
    kept: list[tuple[int, int]] = []
    for sentence in report.sentences:
        times = [
            time.place for time in periods(narrow, sentence.start, sentence.end, None)
        ]
        kept += [
            (place, until)
            for place, until in pairwise([*times, sentence.end])
            if narrow.startswith(WHOLE_YEAR, place)
        ]
    found = [
        q
        for q in quantities(report)
        if q.status == "reported" and any(a < q.start < b for a, b in kept)
    ]
    listed = table_of(name, found)
    listed["printed"] = [as_printed(report.text, q) for q in found]
    return listed


figures = pd.concat([whole_year(name) for name in early], ignore_index=True)
shown = figures[["report", "sentence", "printed", "measure", "quote", "kind"]]
keep_table(
    shown,
    "whole-year-figures",
    show=pd.DataFrame(
        {
            "printed": shown["printed"],
            "clause": shown["quote"],
            "report": shown["report"].map(SHORT),
            "place": [
                Place(*p)
                for p in zip(shown["report"], shown["sentence"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## Figures that name the months they cover

# %%
MONTHS = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")
months = {
    name: sum(
        bool(MONTHS.fullmatch(q.period)) and q.status == "reported"
        for q in quantities(reports[name])
    )
    for name in early
}

# %% [markdown]
# ## Numbers for the chapters

# %%
first, *others = early
last = others[-1] if others else first
of = figures["report"].value_counts()
keep(
    early_in_words=in_words(len(early)).capitalize(),
    first_early=SHORT[first],
    last_early=SHORT[last],
    first_days=early[first],
    last_days=early[last],
    n_whole_year_first=int(of.get(first, 0)),
    n_whole_year_last=int(of.get(last, 0)),
    n_months_last=months[last],
)

# %% [markdown]
# ## What this does not show
#
# A figure for the whole year may have been final before the year was: of documents issued, say,
# if none followed. The report does not tell.
