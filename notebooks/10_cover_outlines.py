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
# applicable, or not yet in force. † marks a title that is recalled and was not found in print, ‡
# one that the official text, where it lies in `govreports/data/outlines`, has otherwise.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    Place,
    analyse,
    first_places,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    say,
)

from govreports import charts
from govreports.codebook.outlines import load_outlines
from govreports.coverage import summary
from govreports.coverage.collation import MARKS, titles_known
from govreports.coverage.outline_parts import load_parts
from govreports.coverage.searching import legible
from govreports.coverage.states import searches
from govreports.stats.groups import longest

# %%
analysis = analyse()
labels, coverage = analysis.labels, analysis.coverage
outlines = load_outlines()
known = titles_known(outlines, analysis.codebook)
coverage = coverage.assign(
    # In all that is shown; the tables of data have the titles as they are in the codebook.
    shown=coverage["en"] + coverage["measure"].map(known).map(MARKS)
)
drawn = longest(analysis.register)

# %% [markdown]
# Which measures a report is *expected* to name is settled by year, genre and competence, before
# its text is read. An Outline is asked of the law-based government reports on the years that it was in
# force for.

# %%
years = {record.id: record.reporting_year for record in analysis.corpus.records}
asked = summary.asked_of(
    coverage,
    outlines,
    {name: years[name] for name in analysis.of_genre("rule-of-law")},
)
main = summary.leading_outline(asked, outlines)
counts = summary.count_covered(asked)
say(
    " ".join(
        f"Under the Outline of {row.outline.removeprefix('outline-')}, {labels[row.report]} "
        f"names {row.found} of {row.expected} expected measures."
        for row in counts.head(12).itertuples()
    )
    or "No law-based government report of this corpus is about a year for which an Outline was in force."
)

# %% [markdown]
# ## The Outline that most reports fall under, measure by measure
#
# Of more than twelve reports the longest twelve are shown.

# %%
of_main = coverage[(coverage["outline"] == main) & coverage["report"].isin(drawn)]
states = of_main.pivot(index="item", columns="report", values="state")[drawn]
leads = of_main.assign(place=first_places(of_main["report"], of_main["sentences"]))
leads["place"] = [
    f"report:{place}" if place and state == "found" else ""
    for place, state in zip(leads["place"], leads["state"], strict=True)
]
links = leads.pivot(index="item", columns="report", values="place")[drawn]
titles = of_main.drop_duplicates("item")[["item", "zh", "shown"]]
rows = [charts.measure_name(*title) for title in titles.itertuples(index=False)]

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-coverage", "caption": "Measures of an Outline in each report."}, "image": {"alt": "Grid of measures by reports in four states."}}
figure, axes = plt.subplots(
    figsize=(7.2, 0.185 * sum(1 + 0.5 * ("\n" in row) for row in rows) + 1.3)
)
names = [labels[name] for name in drawn]
charts.draw_states(axes, states, rows, names=names, links=links)
for tick in axes.get_xticklabels():
    tick.set(rotation=50, ha="left", rotation_mode="anchor")
axes.tick_params(axis="y", pad=345)
meanings = ("found", "not_found", "not_applicable", "not_in_force")
charts.name_states(figure, [label(name) for name in meanings])
keep_figure(figure, "coverage")

# %% [markdown]
# ## How many measures each report covers

# %%
COUNTED = {
    "outline": "Outline of",
    "plan_or_heading": "in a plan or heading alone",
    "not_found": "not found",
    "arguable": "competence arguable",
    "found_beyond": "found, not expected",
}
keep_table(
    counts,
    "coverage-counts",
    show=counts.assign(
        outline=counts["outline"].str.removeprefix("outline-"),
        report=counts["report"].map(labels),
    ).rename(columns=COUNTED),
)

# %% [markdown]
# ## All evidence
#
# For each measure and report the first place where the report tells of it, with the words found
# there; the table of data has all places.

# %%
MARK = {
    "plan or heading alone": " (in a plan or heading alone)",
    "found, not expected": " (not expected)",
}


def evidence(row: pd.Series) -> Place | str:
    """Where a report speaks of a measure, with its words; else that it does not."""
    if row["state"] != "found":
        return row["as"]
    words = "".join(
        analysis.reports[row["report"]].text[row["start"] : row["end"]].split()
    )
    unit = row["unit"].replace("§", "h")
    return Place(row["report"], unit, words + MARK.get(row["as"], ""))


def evidence_table(outline: str) -> pd.DataFrame:
    """One row a measure, one column a report: the words found, linked to their place."""
    rows = asked[(asked["outline"] == outline) & asked["report"].isin(drawn)]
    rows = rows.assign(**{"as": summary.told_as(rows)})
    rows = rows.join(summary.first_told(rows, analysis.codings))
    rows["measure"] = (
        rows["item"].astype(str) + " " + rows["zh"] + " " + rows["shown"]
    )
    rows["cell"] = [evidence(row) for _, row in rows.iterrows()]
    wide = rows.pivot(index=["item", "measure"], columns="report", values="cell")
    wide = wide.reset_index("item", drop=True)[[n for n in drawn if n in wide]]
    return wide.rename(columns=labels).rename_axis(columns=None).reset_index()


of_2015 = coverage[coverage["outline"] == "outline-2015"]
keep_table(analysis.coverage, "coverage-table", show=evidence_table("outline-2015"))

# %% [markdown]
# The same for the Outline of 2021.

# %%
of_2021 = coverage[coverage["outline"] == "outline-2021"]
keep_table(
    of_2021.drop(columns="shown"),
    "coverage-table-2021",
    show=evidence_table("outline-2021"),
)

# %% [markdown]
# ## How the titles are known
#
# The full texts of the Outlines could not be read. In which other source a title was read is said
# measure by measure; the table of data has all measures, with their parts.

# %%
how = summary.known_titles(coverage, outlines, load_parts(), known)
read = how[how["source"] != ""]
keep_table(
    how,
    "outlines-collated",
    show=pd.DataFrame(
        {
            "Outline of": read["outline"].str.removeprefix("outline-"),
            "item": read["item"],
            "title": read["zh"] + " " + read["en"],
            "read in": read["source"],
        }
    ),
)

# %% [markdown]
# ## What no report speaks of
#
# Measures of the Outline that most reports fall under which none of those expected to name them
# has.

# %%
applies = asked[asked["outline"] == main]
everywhere, nowhere = summary.everywhere_and_nowhere(applies)
missing = applies[applies["measure"].isin(nowhere)].drop_duplicates("measure")
sought = {s.measure.id: legible(s.patterns) for s in searches(analysis.codebook)}
keep_table(
    missing[["measure", "zh", "en", "searched"]],
    "coverage-nowhere",
    show=pd.DataFrame(
        {
            "item": missing["item"],
            "measure": missing["zh"] + " " + missing["shown"],
            "searched": missing["measure"].map(sought),
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
keep(
    n_measures_2015=of_2015["measure"].nunique(),
    n_measures_2021=of_2021["measure"].nunique(),
    n_titles=coverage["measure"].nunique(),
    n_tasked_2015=int((how["outline"] == "outline-2015").sum())
    - len(outlines["outline-2015"].safeguards),
    n_safeguards_2015=in_words(len(outlines["outline-2015"].safeguards)),
    n_collated=len(read),
    n_collated_2015=len(outlines["outline-2015"].collated),
    n_collated_2021=len(outlines["outline-2021"].collated),
    n_recalled=int((how["known"] == "recalled").sum()),
    n_everywhere=len(everywhere),
    n_nowhere=len(nowhere),
    n_plan_or_heading=int(counts["plan_or_heading"].sum()),
    n_arguable=int(counts["arguable"].sum()),
)

# %% [markdown]
# ## What this does not show
#
# Absence from a report is not absence of conduct, and mention is not implementation.
