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
# # What do the reports put a number on?
#
# Every quantity with its place: counts, rates, money, durations; reported, aimed at, or set as a
# standard. Numbers that count nothing (codes, hotlines, dates, slogans) are set aside with the
# reason. Tables are by report; where reports are put together, they are of one genre.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    analyse,
    glossed,
    keep,
    keep_figure,
    keep_table,
    label,
    number_of,
    places,
    reports_of,
    say,
    table_of,
)

from govreports import figures
from govreports.numbers.density import density
from govreports.numbers.wording import all_printed
from govreports.stats.groups import groups

analysis = analyse()
names, labels = analysis.names, analysis.labels
printed = all_printed(analysis.reports, analysis.counted)
table = analysis.quantities.assign(printed=printed)

# %%
for genre, of_genre in analysis.genres.items():
    own = table[table["report"].isin(of_genre)]
    counts = (
        f", {(own['kind'] == 'count').mean():.0%} of them counts" if len(own) else ""
    )
    say(
        f"{reports_of(genre, len(of_genre))}: {len(own):,} quantit{'y' if len(own) == 1 else 'ies'}{counts}."
    )

# %% [markdown]
# ## All quantities
#
# The examples shown are, of each kind, the two with the shortest clauses, from two reports where
# two have the kind; the clause has to name what is counted.

# %%
short = table[(table["numeral"] == "digits") & (table["measure"].str.len() >= 4)]
short = short.sort_values("quote", key=lambda quote: quote.str.len(), kind="stable")
sample = short.drop_duplicates(["kind", "report"]).groupby("kind", sort=False).head(2)
sample = sample.sort_values("kind", kind="stable")
keep_table(
    table,
    "quantities",
    show=pd.DataFrame(
        {
            "kind": sample["kind"],
            "printed": sample["printed"],
            "what": sample["measure"].map(glossed),
            "status": sample["status"],
            "clause": sample["quote"],
            "report": sample["report"].map(labels),
            "place": places(sample["report"], sample["sentence"]),
        }
    ),
)

# %% [markdown]
# ## How dense the numbers are
#
# Intervals are of quantities per 1,000 characters when paragraphs are drawn anew; of two reports
# the difference is taken within each draw.

# %%
kinds = pd.crosstab(table["report"], table["kind"]).reindex(names, fill_value=0)
dense = density(analysis.reports, table)
rates_1000 = dense.reports.set_index("report").loc[names]
keep_table(dense.reports, "quantity-density")
keep_table(
    kinds.reset_index(),
    "quantity-kinds",
    show=pd.DataFrame(
        {
            "report": [labels[name] for name in names],
            **{kind: kinds[kind].to_numpy() for kind in kinds.columns},
            "per 1,000 characters": rates_1000["per_1000"].map("{:.1f}".format).array,
            "95% interval": [
                f"{row.low:.1f} to {row.high:.1f}" for row in rates_1000.itertuples()
            ],
        }
    ),
)

# %% [markdown]
# Two reports of one genre whose difference keeps clear of zero:

# %%
genre_of = {
    name: genre for genre, listed in analysis.genres.items() for name in listed
}
pairs = dense.pairs
pairs = pairs[pairs["a"].map(genre_of) == pairs["b"].map(genre_of)]
apart = pairs[(pairs["low"] > 0) | (pairs["high"] < 0)]
say(
    f"{len(apart):,} of {number_of(len(pairs), 'pair')} of reports of one genre."
    if len(pairs)
    else "No two reports are of one genre."
)
table_of(
    pd.DataFrame(
        {
            "one report": apart["a"].map(labels),
            "another": apart["b"].map(labels),
            "difference": apart["difference"].map("{:+.1f}".format),
            "95% interval": [
                f"{r.low:+.1f} to {r.high:+.1f}" for r in apart.itertuples()
            ],
        }
    )
)

# %% [markdown]
# In the figure the rarest kinds stand together as other kinds. Of many reports there is one bar
# for a genre and a year or span of years, and no interval.

# %% tags=["hide-input"]
COLOURS = [*figures.CATEGORIES, "#8a8a8a", "#e0a800", "#56b4e9"]
alone = kinds.sum().nlargest(len(COLOURS) - (len(kinds.columns) > len(COLOURS))).index
shown = kinds[[kind for kind in kinds.columns if kind in alone]]
if len(alone) < len(kinds.columns):
    shown = shown.assign(other_kinds=kinds.drop(columns=alone).sum(axis=1))
bars = pd.Series(groups(analysis.register, by="label"))
lengths = rates_1000["characters"].groupby(bars, sort=False).sum()
rate = shown.groupby(bars, sort=False).sum().mul(1000).div(lengths, axis=0)
rate = rate.loc[bars.unique()[::-1]]

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-quantities", "caption": "Quantities by kind in each report, or in the reports of a genre and year or span of years."}, "image": {"alt": "Stacked bars of quantities by kind for each report or group of reports, with intervals where a bar is one report."}}
figure, axes = plt.subplots(figsize=(7.2, 3 + 0.2 * max(0, len(rate) - 6)))
left = pd.Series(0.0, index=rate.index)
for kind, colour in zip(rate.columns, COLOURS, strict=False):
    of_kind = label("per_period" if kind == "frequency" else kind)
    axes.barh(rate.index, rate[kind], left=left, color=colour, label=of_kind)
    left += rate[kind]
if len(rate) == len(names):
    turned = rates_1000.iloc[::-1]
    around = [turned["per_1000"] - turned["low"], turned["high"] - turned["per_1000"]]
    style = {"fmt": "none", "ecolor": "#222222", "capsize": 3}
    axes.errorbar(turned["per_1000"], rate.index, xerr=around, **style)
axes.set_xlabel(f"{label('quantities')}, {label('per_1000')}")
if len(rate.columns):
    axes.legend(
        fontsize="small", ncols=4, loc="upper center", bbox_to_anchor=(0.5, 1.2)
    )
keep_figure(figure, "quantities")

# %% [markdown]
# ## What was set aside
#
# Numbers in digits that count nothing, by reason.

# %%
rejected = analysis.numerals
digits = rejected[rejected["numeral"] == "digits"]
reasons = (
    digits.groupby("reason")
    .agg(numbers=("text", "size"), example=("text", "first"))
    .reset_index()
    .sort_values("numbers", ascending=False)
)
keep_table(rejected, "not-quantities", show=reasons)

# %% [markdown]
# ## Numbers for the chapters

# %%
ahead = {
    (name, section.id)
    for name, report in analysis.reports.items()
    for section in report.sections
    if section.role == "outlook"
}
sections = zip(table["report"], table["section"], strict=True)
later = pd.Series([place in ahead for place in sections], dtype=bool)
ruled = table["report"].isin(analysis.of_genre("rule-of-law"))
keep(
    n_quantities=len(table),
    n_quantities_ruled=int(ruled.sum()),
    count_share=float((table["kind"] == "count").mean()),
    count_share_ruled=float((table.loc[ruled, "kind"] == "count").mean()),
    reported_share=float((table["status"] == "reported").mean()),
    n_targets=int((table["status"] == "target").sum()),
    n_targets_later=int(((table["status"] == "target") & later).sum()),
    n_standards=int((table["status"] == "standard").sum()),
    n_rejected=len(digits),
)

# %% [markdown]
# ## What this does not show
#
# A number in a report is a claim. None of these can be checked against what happened, only
# against the other numbers of the same report.
