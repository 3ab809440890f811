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
# # What do the reports say against themselves, and what do they promise?
#
# Shortcomings and plans, one by one: where they stand, how they are worded, whom they name. The
# parts that state them need not have a heading; some reports admit what is wanting in a closing
# paragraph that opens with praise.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    analyse,
    english,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    listed,
    number_of,
    places,
    reports_of,
    say,
)

from govreports.claims.selfassessment import balance
from govreports.corpus.spans import paragraph_at

analysis = analyse()
reports, names, labels = analysis.reports, analysis.names, analysis.labels
table = analysis.statements
themes = {code.id: code for code in analysis.codebook.of_kind("theme")}
short = table[table["kind"] == "shortcoming"].reset_index(drop=True)
# Characters of the sentences of each report, of which a statement is a part.
sizes = analysis.codings["end"] - analysis.codings["start"]
total = sizes.groupby(analysis.codings["report"]).sum()

# %%
for genre, of_genre in analysis.genres.items():
    own = short[short["report"].isin(of_genre)]
    share = own["characters"].sum() / total[of_genre].sum()
    say(
        f"{reports_of(genre, len(of_genre))}: "
        f"{number_of(len(own), 'shortcoming')}, in {share:.1%} of the text; stated in "
        f"{number_of(own['report'].nunique(), 'report')}."
    )

# %% [markdown]
# ## The shortcomings that the rules found
#
# Longer ones by their first sentence; of very many the first hundred. The data have all.

# %%
seen = short.head(100)
opening = seen["text"].map(lambda text: text.partition("。")[0])
theme_names = {theme: f"{theme} {code.en}" for theme, code in themes.items()}
named = seen["actors"].replace("", "nobody")
for actor, words in {
    "+": ", ",
    "public": "the public",
    "self": "the zone or city",
}.items():
    named = named.str.replace(actor, words, regex=False)
at = zip(seen["report"], seen["start"], strict=True)
keep_table(
    table,
    "statements",
    show=pd.DataFrame(
        {
            "shortcoming": opening,
            "in English": opening.map(english),
            "wording": seen["grade"],
            "names": named,
            "theme": seen["theme"].map(theme_names).fillna(""),
            "report": seen["report"].map(labels),
            "place": places(
                seen["report"], [paragraph_at(reports[n], start) for n, start in at]
            ),
        }
    ),
)

# %% [markdown]
# ## How much room they take

# %%
KINDS = ["shortcoming", "plan"]
WHERE = {
    "elsewhere": "in passing",
    "headed": "a section of its own",
    "unheaded": "a closing paragraph",
}
characters = table.groupby(["report", "kind"])["characters"].sum().unstack()
room = characters.reindex(index=names, columns=KINDS).fillna(0).div(total, axis=0)
room = room.loc[names]
counts = pd.crosstab(table["report"], table["kind"])
counts = counts.reindex(index=names, columns=KINDS, fill_value=0)
where = {
    name: ", ".join(WHERE[place] for place in sorted(set(own)))
    for name, own in short.groupby("report")["place"]
}
keep_table(
    counts.join(room.add_suffix("_share")).rename_axis("report").reset_index(),
    "self-assessment",
    show=pd.DataFrame(
        {
            "report": [labels[name] for name in names],
            "shortcomings": counts["shortcoming"].array,
            "share of text": room["shortcoming"].map("{:.1%}".format).array,
            "where": [where.get(name, "none") for name in names],
            "plans": counts["plan"].array,
            "plans' share": room["plan"].map("{:.1%}".format).array,
        }
    ),
)

# %% [markdown]
# Where there are several genres, each has its part of a bar, told by its hatching.

# %% tags=["hide-input"]
HATCHES = {"rule-of-law": "", "disclosure": "///", "other": "..."}
weighed = {
    genre: balance(
        {name: reports[name] for name in of_genre},
        {name: analysis.coded[name] for name in of_genre},
    )
    .groupby("theme")[["reported", "shortcomings"]]
    .sum()
    for genre, of_genre in analysis.genres.items()
}
rows = [t for t in themes if any(t in own.index for own in weighed.values())][::-1]
names_of_rows = [f"{t} {themes[t].zh} {themes[t].en}" for t in rows]

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-balance", "caption": "Shortcomings stated and sentences reporting results, by theme and genre."}, "image": {"alt": "Paired bars by theme: results reported, and shortcomings stated, each divided by genre."}}
figure, both = plt.subplots(1, 2, figsize=(7.2, 4), sharey=True)
COLUMNS = {"reported": "#0072b2", "shortcomings": "#d55e00"}
for axes, (column, colour) in zip(both, COLUMNS.items(), strict=True):
    before = pd.Series(0, index=rows)
    for genre, own in weighed.items():
        width = own[column].reindex(rows, fill_value=0)
        style = {"color": colour, "hatch": HATCHES[genre], "edgecolor": "white"}
        axes.barh(
            names_of_rows, width, left=before, lw=0, label=label(genre), **style
        )
        before += width
    axes.xaxis.set_major_locator(plt.MaxNLocator(nbins=5, integer=True))
both[0].set_xlabel(label("achievements"))
both[0].tick_params(axis="y", labelsize=8)
both[1].set_xlabel(label("shortcomings"))
if len(weighed) > 1:
    both[1].legend(fontsize="small")
keep_figure(figure, "self-assessment-balance")

# %% [markdown]
# ## Numbers for the chapters


# %%
def some(number: int) -> str:
    """How many of them, as running text says it: ``some(0)`` is "none"."""
    return in_words(int(number)) if number else "none"


law = analysis.of_genre("rule-of-law")
ruled = short.loc[short["report"].isin(law), "characters"]
plans = table[table["kind"] == "plan"]
moves = analysis.codings.set_index(["report", "start"])["move"]
framed = (
    moves.reindex(pd.MultiIndex.from_frame(plans[["report", "start"]])) == "frame"
)
by_place = short.groupby("place")["report"].nunique()
by_report = short.groupby("report")["characters"].sum()
keep(
    n_shortcomings=len(short),
    n_plans=len(plans),
    n_plans_framed=int(framed.sum()),
    shortcoming_share=float(short["characters"].sum() / total.sum()),
    n_shortcomings_law=len(ruled),
    shortcoming_share_law=float(ruled.sum() / max(1, total[law].sum())),
    n_mild=int((short["grade"] == "improvable").sum()),
    figures_in_words=some(short["figures"].sum()),
    unheaded_in_words=some(by_place.get("unheaded", 0)),
    headed_in_words=some(by_place.get("headed", 0)),
    without_shortcomings=listed(
        labels[name] for name in names if not counts.loc[name, "shortcoming"]
    )
    or "none",
)
if len(short):
    keep(
        most_characters=labels[by_report.idxmax()],
        most_characters_share=float(by_report.max() / by_report.sum()),
    )

# %% [markdown]
# ## What this does not show
#
# A shortcoming that is not admitted may still exist, and one that is admitted may be the one that
# is easiest to admit.
