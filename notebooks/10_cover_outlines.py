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
# applicable, or not yet in force.

# %%
import re
from itertools import accumulate, pairwise

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.colors import ListedColormap
from support import (
    RULE_OF_LAW,
    SHORT,
    Place,
    keep,
    keep_figure,
    keep_table,
    label,
    listed,
    load,
    quoted,
)

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.coverage import STATES, coverage, searches
from govreports.coding.covered import count_covered, told_as
from govreports.coding.outlines import load_outlines
from govreports.coding.searching import legible

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
records = {record.id: record for record in corpus.records}
codebook = load_codebook()
coder = Coder(codebook)
looked_for = searches(codebook)
outlines = load_outlines()
codings = {name: coder.code(corpus.reports[name]) for name in order}


# %%
def first_place(report: str, sentences: str) -> Place | str:
    """The first sentence among the evidence."""
    named = [unit for unit in sentences.split() if unit.startswith("p")]
    return Place(report, named[0]) if named else ""


covered = pd.concat(
    [
        coverage(
            corpus.reports[name],
            codings[name],
            codebook,
            looked_for=looked_for,
            level=records[name].level,
            reporting_year=records[name].reporting_year,
            genre=records[name].genre,
        ).assign(report=name)
        for name in order
    ],
    ignore_index=True,
)
covered.insert(0, "report", covered.pop("report"))

# %% [markdown]
# ## The Outline of 2015, measure by measure

# %%
of_2015 = covered[covered["outline"] == "outline-2015"]
grid = of_2015.pivot(index="item", columns="report", values="state")[order]
leads = of_2015.assign(
    place=[
        str(first_place(*p))
        for p in zip(of_2015["report"], of_2015["sentences"], strict=True)
    ]
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


# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-coverage", "caption": "Measures of the Outline of 2015 in each report."}, "image": {"alt": "Grid of measures by reports in four states."}}
labels = [measure_label(item) for item in grid.index]
edges = [0, *accumulate(1.5 if "\n" in text else 1 for text in labels)]
middles = [(above + below) / 2 for above, below in pairwise(edges)]
figure, axes = plt.subplots(figsize=(7.2, 0.185 * edges[-1] + 1.3))
axes.pcolormesh(
    range(len(order) + 1),
    edges,
    grid.map(level_of.get),
    cmap=ListedColormap(STATE_COLOURS),
    vmin=0,
    vmax=3,
    edgecolors="white",
    linewidth=1,
)
for middle, item in zip(middles, grid.index, strict=True):
    for column, name in enumerate(order):
        mark = {
            "found": "●",
            "not found": "",
            "not applicable": "–",
            "not yet in force": "·",
        }
        sign = axes.text(
            column + 0.5,
            middle,
            mark[grid.loc[item, name]],
            ha="center",
            va="center",
            fontsize=8,
            color="white" if grid.loc[item, name] == "found" else "#444444",
        )
        if grid.loc[item, name] == "found" and leads.loc[item, name]:
            sign.set_url(f"report:{leads.loc[item, name]}")
axes.set_yticks(middles, labels, ha="left", fontsize=8, linespacing=1.25)
axes.set_xticks(
    [column + 0.5 for column in range(len(order))],
    [SHORT[name] for name in order],
    rotation=50,
    ha="left",
    rotation_mode="anchor",
    fontsize=8,
)
axes.invert_yaxis()
axes.xaxis.tick_top()
axes.tick_params(length=0)
axes.tick_params(axis="y", pad=345)
axes.spines[:].set_visible(False)
handles = [
    plt.Rectangle((0, 0), 1, 1, facecolor=c, edgecolor="#999999")
    for c in STATE_COLOURS
]
figure.legend(
    handles,
    [label(name) for name in STATE_LABELS],
    loc="outside lower center",
    ncols=4,
    fontsize=8,
)
keep_figure(figure, "coverage")

# %% [markdown]
# ## How many measures each report covers
#
# Which measures a report is *expected* to name is settled by year, genre and competence, before
# its text is read; shares are of these.

# %%
standing = {
    (outline.id, name): outline.standing(records[name].reporting_year)
    for outline in outlines.values()
    for name in RULE_OF_LAW
}
pairs = pd.MultiIndex.from_frame(covered[["outline", "report"]])
asked = covered[pairs.map(standing) == "in force"].copy()
asked["as"] = told_as(asked)
coverage_counts = count_covered(asked)
COUNTED = {
    "outline": "Outline of",
    "plan_or_heading": "in a plan or heading alone",
    "not_found": "not found",
    "arguable": "competence arguable",
    "found_beyond": "found, not expected",
}
keep_table(
    coverage_counts,
    "coverage-counts",
    show=coverage_counts.assign(
        outline=coverage_counts["outline"].str.removeprefix("outline-"),
        report=coverage_counts["report"].map(SHORT),
    ).rename(columns=COUNTED),
)

# %% [markdown]
# ## All evidence
#
# For each measure and report the first place where the report tells of it, with the words found
# there; the table of data has all places.


# %%
def evidence(row: pd.Series) -> Place | str:
    """Where a report speaks of a measure, first where it tells what was done."""
    if row["state"] != "found":
        return row["as"]
    said = {c.sentence.id: c for c in codings[row["report"]]}
    hits = zip(row["sentences"].split(), row["spans"].split(), strict=True)
    unit, span = min(
        ((unit, span) for unit, span in hits if unit in said),
        key=lambda hit: (
            said[hit[0]].move != "report" or said[hit[0]].sentence.is_heading
        ),
    )
    start, end = map(int, span.split("-"))
    words = re.sub(r"\s", "", corpus.reports[row["report"]].text[start:end])
    return Place(
        row["report"],
        unit,
        words if row["as"] == "found" else f"{words} ({MARK[row['as']]})",
    )


MARK = {
    "plan or heading alone": "in a plan or heading alone",
    "found, not expected": "not expected",
}


def evidence_table(outline: str) -> pd.DataFrame:
    """One row a measure, one column a report: the words found, linked to their place."""
    rows = asked[asked["outline"] == outline]
    cells = rows.assign(cell=[evidence(row) for _, row in rows.iterrows()])
    cells["measure"] = (
        cells["item"].astype(str) + " " + cells["zh"] + " " + cells["en"]
    )
    wide = cells.pivot(index=["item", "measure"], columns="report", values="cell")
    wide = wide.reset_index("item", drop=True)[[n for n in order if n in wide]]
    return wide.rename(columns=SHORT).rename_axis(columns=None).reset_index()


keep_table(covered, "coverage-table", show=evidence_table("outline-2015"))

# %% [markdown]
# The same for the Outline of 2021.

# %%
new = covered[covered["outline"] == "outline-2021"]
keep_table(new, "coverage-table-2021", show=evidence_table("outline-2021"))

# %% [markdown]
# ## Which titles were collated
#
# The full texts of the Outlines could not be read. What was read is said measure by measure.

# %%
collated = pd.DataFrame(
    [
        (o.id, m, source)
        for o in outlines.values()
        for m, source in o.collated.items()
    ],
    columns=["outline", "measure", "source"],
).merge(covered[["measure", "zh", "en"]].drop_duplicates())
keep_table(
    collated,
    "outlines-collated",
    show=pd.DataFrame(
        {
            "Outline of": collated["outline"].str.removeprefix("outline-"),
            "item": collated["measure"].str[-2:].astype(int),
            "title": collated["zh"] + " " + collated["en"],
            "read in": collated["source"],
        }
    ),
)

# %% [markdown]
# ## What no rule-of-law report speaks of

# %%
applies = asked[asked["expected"] & (asked["outline"] == "outline-2015")]
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
            "searched": missing["measure"].map(
                {s.measure.id: legible(s.patterns) for s in looked_for}
            ),
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
counted = coverage_counts.set_index("report")
share_of = counted["found"] / counted["expected"]


def titles_of(state: str, report: str, outline: str) -> str:
    """The measures of an Outline in a state, by number and title."""
    rows = asked[
        (asked["state"] == state) & asked["expected"] & (asked["report"] == report)
    ]
    rows = rows[rows["outline"] == outline]
    named = [
        f"{row.zh} (item {row.item}, {row.en[0].lower()}{row.en[1:]})"
        for row in rows.itertuples()
    ]
    return listed(named)


published = [
    Place(*p).label
    for p in quoted(
        corpus,
        [
            "依法向社会公布权责清单和权力运行流程",
            "主动向社会公布行政执法决定、行政检查情况",
        ],
    )[["report", "sentence"]].itertuples(index=False)
]
beyond = asked[(asked["state"] == "found") & ~asked["expected"]]
keep(
    min_share=float(share_of.min()),
    max_share=float(share_of.max()),
    n_measures_2015=int(of_2015["measure"].nunique()),
    n_measures_2021=int(
        covered.loc[covered["outline"] == "outline-2021", "measure"].nunique()
    ),
    weihai_found=int(counted.at["weihai-2017", "found"]),
    weihai_expected=int(counted.at["weihai-2017", "expected"]),
    nantong_found=int(counted.at["nantong-2019", "found"]),
    nantong_expected=int(counted.at["nantong-2019", "expected"]),
    lianyungang_found=int(counted.at["lianyungang-2020", "found"]),
    lianyungang_expected=int(counted.at["lianyungang-2020", "expected"]),
    suxitong_found=int(counted.at["suxitong-2022", "found"]),
    suxitong_expected=int(counted.at["suxitong-2022", "expected"]),
    n_plan_or_heading=int(coverage_counts["plan_or_heading"].sum()),
    n_arguable=int(coverage_counts["arguable"].sum()),
    n_found_beyond=len(beyond),
    suxitong_missing=titles_of("not found", "suxitong-2022", "outline-2021"),
    suxitong_lists_at=published[0],
    suxitong_decisions_at=published[1],
    n_collated=int(collated["measure"].nunique()),
    n_titles=int(covered["measure"].nunique()),
    n_collated_2015=len(outlines["outline-2015"].collated),
    n_collated_2021=len(outlines["outline-2021"].collated),
    n_everywhere=len(everywhere),
    n_nowhere=len(nowhere),
    share_found=float((applies["state"] == "found").mean()),
)

# %% [markdown]
# ## What this does not show
#
# Absence from a report is not absence of conduct, and mention is not implementation.
