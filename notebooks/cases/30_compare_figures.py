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
# # Can the figures of the five reports be compared?
#
# How dense their numbers stand, the disclosure report apart from the law-based government reports, and the
# few measures that two of them give under the same or a similar name.

# %% tags=["hide-input"]
import pandas as pd
from support import ROOT, analyse, keep, keep_table

from govreports.numbers.density import density
from govreports.numbers.summaries import comparables, compared
from govreports.numbers.wording import all_printed

analysis = analyse()
labels = analysis.labels
printed = all_printed(analysis.reports, analysis.counted)
table = analysis.quantities.assign(printed=printed)

# %% [markdown]
# ## How dense the numbers are
#
# Among the law-based government reports the densest and the sparsest; pairs of reports whose difference
# keeps clear of zero, of one genre and of two.

# %%
dense = density(analysis.reports, table)
rates = dense.reports.set_index("report")
law = rates.loc[analysis.of_genre("rule-of-law")].sort_values("per_1000")
(disclosure,) = rates.loc[analysis.of_genre("disclosure")].itertuples()
low, high = next(law.itertuples()), next(law[::-1].itertuples())
apart = (dense.pairs["low"] > 0) | (dense.pairs["high"] < 0)
ruled = dense.pairs["a"].isin(law.index) & dense.pairs["b"].isin(law.index)
keep(
    densest=labels[high.Index],
    densest_rate=float(high.per_1000),
    densest_low=float(high.low),
    densest_high=float(high.high),
    sparsest=labels[low.Index],
    sparsest_rate=float(low.per_1000),
    sparsest_low=float(low.low),
    sparsest_high=float(low.high),
    disclosure_rate=float(disclosure.per_1000),
    disclosure_low=float(disclosure.low),
    disclosure_high=float(disclosure.high),
    n_pairs_ruled=int(ruled.sum()),
    n_pairs_ruled_apart=int((apart & ruled).sum()),
    n_pairs_across=int((~ruled).sum()),
    n_pairs_across_apart=int((apart & ~ruled).sum()),
)

# %% [markdown]
# ## The same measure in several reports
#
# Few measures are given by two reports under the same name; the caveat says why most of them
# still cannot be compared. The list of measures searched for was drawn up from these reports and
# is not complete.

# %%
listed = comparables(ROOT / "book" / "comparable.csv")
alike = compared(table, listed)
of = table.set_index(["report", "id"])["printed"]
alike["printed"] = of.loc[list(zip(alike["report"], alike["id"], strict=True))].array
side = (
    alike.groupby(["measure_id", "report"], sort=False)["printed"]
    .agg(", ".join)
    .reset_index()
)
side["shown"] = side["report"].map(labels) + ": " + side["printed"]
rows = side.groupby("measure_id", sort=False)["shown"].agg("; ".join)
about = alike.drop_duplicates("measure_id").set_index("measure_id").loc[rows.index]
keep_table(
    alike,
    "compared",
    show=pd.DataFrame(
        {
            "rate": about["chinese"] + " " + about["english"],
            "stated": rows,
            "why hardly comparable": about["note"],
        }
    ),
)

# %%
keep(n_compared=len(about))
