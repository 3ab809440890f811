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

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    in_words,
    keep,
    keep_table,
    listed,
    places,
    reports_of,
    say,
    table_of,
)

from govreports.numbers.dating import days_before_end, for_whole_year, names_months
from govreports.numbers.wording import all_printed

analysis = analyse()
labels, quantities = analysis.labels, analysis.quantities

# %% [markdown]
# ## Which reports are dated before the year's end
#
# The date is the one printed in the report, else on the page that carried it; a report without a
# date or a year is left out.

# %%
early = days_before_end(analysis.records.values())
unknown = [
    name
    for name, record in analysis.records.items()
    if not (record.issued and record.reporting_year)
]
for genre, of_genre in analysis.genres.items():
    before = [labels[name] for name in of_genre if name in early]
    silent = len(set(unknown) & set(of_genre))
    say(
        f"{reports_of(genre, len(of_genre))}: {len(before):,} dated before the year's end"
        f"{' (' + listed(before) + ')' if 0 < len(before) <= 12 else ''}; "
        f"{silent:,} without a date or a year."
    )

# %% [markdown]
# ## Figures for the whole year, and figures that name their months
#
# A figure belongs to 全年 if that is the last time named before it in its sentence. Targets and
# standards are left out.

# %%
of_early = quantities["report"].isin(list(early))
whole = of_early & for_whole_year(analysis.reports, quantities)
months = of_early & names_months(quantities)
counts = pd.DataFrame({"whole": whole, "months": months}).groupby(
    quantities["report"]
)
by_report = counts.sum().reindex(list(early), fill_value=0)
table_of(
    pd.DataFrame(
        {
            "report": [labels[name] for name in early],
            "days before the year's end": list(early.values()),
            "figures for the whole year": by_report["whole"].array,
            "figures that name their months": by_report["months"].array,
        }
    )
)

# %%
printed = all_printed(analysis.reports, analysis.counted)
figures = quantities.assign(printed=printed)[whole]
columns = ["report", "sentence", "printed", "measure", "quote", "kind"]
keep_table(
    figures[columns],
    "whole-year-figures",
    show=pd.DataFrame(
        {
            "printed": figures["printed"],
            "clause": figures["quote"],
            "report": figures["report"].map(labels),
            "place": places(figures["report"], figures["sentence"]),
        }
    ),
)

# %%
keep(early_in_words=in_words(len(early)).capitalize())

# %% [markdown]
# ## What this does not show
#
# A figure for the whole year may have been final before the year was: of documents issued, say,
# if none followed. The report does not tell.
