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
# # Which measures of the Outlines can be found in which report?
#
# For each measure of the two Outlines and each report: found, not found by stated searches, not
# applicable, or not yet in force. And for each report the contents that the instrument in force
# on its day of issue prescribes.

# %%
from datetime import date
from itertools import accumulate, pairwise

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.colors import ListedColormap
from support import RULE_OF_LAW, SHORT, Place, keep, keep_figure, keep_table, label, load

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.coverage import STATES, coverage, searches
from govreports.coding.prescribed import prescribed_contents

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
records = {record.id: record for record in corpus.records}
codebook = load_codebook()
coder = Coder(codebook)
looked_for = searches(codebook)
codings = {name: coder.code(corpus.reports[name]) for name in order}


# %%
def first_place(report: str, sentences: str) -> Place | str:
    """The first sentence among the evidence."""
    named = [unit for unit in sentences.split() if unit.startswith("p")]
    return Place(report, named[0]) if named else ""


covered = pd.concat(
    [
        coverage(
            corpus.reports[name], codings[name], codebook, looked_for=looked_for,
            level=records[name].level, reporting_year=records[name].reporting_year,
            genre=records[name].genre,
        ).assign(report=name)
        for name in order
    ],
    ignore_index=True,
)  # fmt: skip
covered.insert(0, "report", covered.pop("report"))

# %% [markdown]
# ## The Outline of 2015, measure by measure

# %%
of_2015 = covered[covered["outline"] == "outline-2015"]
grid = of_2015.pivot(index="item", columns="report", values="state")[order]
leads = of_2015.assign(
    place=[str(first_place(*p)) for p in zip(of_2015["report"], of_2015["sentences"], strict=True)]
).pivot(index="item", columns="report", values="place")[order]
titles = of_2015.drop_duplicates("item").set_index("item")[["zh", "en"]]
level_of = {state: number for number, state in enumerate(STATES)}
STATE_COLOURS = ["#0072b2", "#f2e6d0", "#d9d9d9", "#f7f7f7"]
STATE_LABELS = ["found", "not_found", "not_applicable", "not_in_force"]
LABEL_WIDTH = 80  # in Latin letters, of which a Chinese character takes two


def measure_label(item: int) -> str:
    """Number, Chinese and English on one line, or on two where they are long."""
    zh, en = titles.loc[item]
    between = " " if 2 * len(zh) + len(en) < LABEL_WIDTH else "\n"
    return f"{item} {zh}{between}{en}"


# %% mystnb={"figure": {"name": "fig-nb-coverage", "caption": "Measures of the Outline of 2015 in each report."}, "image": {"alt": "Grid of measures by reports in four states."}}
labels = [measure_label(item) for item in grid.index]
edges = [0, *accumulate(1.5 if "\n" in text else 1 for text in labels)]
middles = [(above + below) / 2 for above, below in pairwise(edges)]
figure, axes = plt.subplots(figsize=(7.2, 0.185 * edges[-1] + 1.3))
axes.pcolormesh(
    range(len(order) + 1), edges, grid.map(level_of.get),
    cmap=ListedColormap(STATE_COLOURS), vmin=0, vmax=3, edgecolors="white", linewidth=1,
)  # fmt: skip
for middle, item in zip(middles, grid.index, strict=True):
    for column, name in enumerate(order):
        mark = {"found": "●", "not found": "", "not applicable": "–", "not yet in force": "·"}
        sign = axes.text(column + 0.5, middle, mark[grid.loc[item, name]], ha="center", va="center", fontsize=8,
                         color="white" if grid.loc[item, name] == "found" else "#444444")  # fmt: skip
        if grid.loc[item, name] == "found" and leads.loc[item, name]:
            sign.set_url(f"report:{leads.loc[item, name]}")
axes.set_yticks(middles, labels, ha="left", fontsize=8, linespacing=1)
axes.set_xticks(
    [column + 0.5 for column in range(len(order))], [SHORT[name] for name in order],
    rotation=50, ha="left", rotation_mode="anchor", fontsize=8,
)  # fmt: skip
axes.invert_yaxis()
axes.xaxis.tick_top()
axes.tick_params(length=0)
axes.tick_params(axis="y", pad=345)
axes.spines[:].set_visible(False)
handles = [plt.Rectangle((0, 0), 1, 1, facecolor=c, edgecolor="#999999") for c in STATE_COLOURS]
figure.legend(
    handles, [label(name) for name in STATE_LABELS], loc="outside lower center", ncols=4, fontsize=8
)
keep_figure(figure, "coverage")

# %% [markdown]
# ## How many measures each report covers

# %%
tally = covered.groupby(["outline", "report", "state"]).size().unstack(fill_value=0)
tally = tally.reindex(columns=list(STATES), fill_value=0)
tally = tally.reindex([(o, n) for o in covered["outline"].unique() for n in order])
keep_table(
    tally.reset_index(),
    "coverage-counts",
    show=tally.rename(index=SHORT, level="report")
    .rename(index={"outline-2015": "2015", "outline-2021": "2021"}, level="outline").reset_index(),
)  # fmt: skip

# %% [markdown]
# ## All evidence

# %%
found = covered[covered["state"] == "found"]
sample = found[found["report"].isin(RULE_OF_LAW)].groupby("measure", sort=False).head(1).head(10)
keep_table(
    covered,
    "coverage-table",
    show=pd.DataFrame(
        {
            "measure": sample["measure"] + " " + sample["zh"],
            "report": sample["report"].map(SHORT),
            "place": [
                first_place(*p) for p in zip(sample["report"], sample["sentences"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## What no rule-of-law report speaks of

# %%
law_2015 = of_2015[of_2015["report"].isin(RULE_OF_LAW)]
applies = law_2015[law_2015["state"].isin(["found", "not found"])]
states = applies.groupby("measure")["state"].agg(lambda s: set(s))
nowhere = [m for m, s in states.items() if s == {"not found"}]
everywhere = [m for m, s in states.items() if s == {"found"}]
missing = of_2015[of_2015["measure"].isin(nowhere)].drop_duplicates("measure")
keep_table(
    missing[["measure", "zh", "en", "searched"]],
    "coverage-nowhere",
    show=pd.DataFrame(
        {
            "item": missing["item"],
            "measure": missing["zh"] + " " + missing["en"],
            "searched": missing["searched"].str.slice(0, 120),
        }
    ),
)

# %% [markdown]
# ## Prescribed contents

# %%
prescribed = pd.concat(
    [
        prescribed_contents(
            corpus.reports[name], codings[name], level=records[name].level,
            issued=date.fromisoformat(records[name].issued) if records[name].issued else None,
            reporting_year=records[name].reporting_year, genre=records[name].genre,
        ).assign(report=name)
        for name in order
    ],
    ignore_index=True,
)  # fmt: skip
contents = prescribed[(prescribed["kind"] == "content") & (prescribed["state"] != "not checkable")]
keep_table(
    prescribed,
    "prescribed",
    show=pd.DataFrame(
        {
            "report": contents["report"].map(SHORT),
            "instrument": contents["prescription_en"],
            "content": contents["en"] + " " + contents["zh"],
            "state": contents["state"],
            "place": [
                first_place(*p) for p in zip(contents["report"], contents["sentences"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
per_report = found[found["report"].isin(RULE_OF_LAW)].groupby(["outline", "report"]).size()
fit = covered[covered["report"].isin(RULE_OF_LAW) & covered["state"].isin(["found", "not found"])]
share_of = (fit["state"] == "found").groupby([fit["outline"], fit["report"]]).mean()
keep(
    min_share=float(share_of.min()),
    max_share=float(share_of.max()),
    n_measures_2015=int(of_2015["measure"].nunique()),
    n_measures_2021=int(covered.loc[covered["outline"] == "outline-2021", "measure"].nunique()),
    min_found=int(per_report.min()),
    max_found=int(per_report.max()),
    n_everywhere=len(everywhere),
    n_nowhere=len(nowhere),
    share_found=float((applies["state"] == "found").mean()),
    n_prescribed=len(contents),
    n_prescribed_present=int((contents["state"] == "present").sum()),
    n_without_causes=int(
        ((contents["zh"] == "不足的原因") & (contents["state"] == "not found")).sum()
    ),
    n_under_provisions=int((contents["zh"] == "不足的原因").sum()),
    n_prescribed_missing=int(contents["state"].isin(["not found", "formula only"]).sum()),
)

# %% [markdown]
# ## What this does not show
#
# Absence from a report is not absence of conduct, and mention is not implementation.
