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
# # What do word clouds show, and what not?
#
# A cloud shows at a glance which words weigh most. It cannot show rank, interval or context, and
# long words look larger than they are. Each cloud here stands beside a ranked chart of the same
# numbers. Area is proportional to frequency, colour says which report a word belongs to, and the
# layout is fixed by its seed.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import pandas as pd
import support as book
from matplotlib.patches import Patch
from support import glossed, label, named, told

from govreports import figures
from govreports.stats.groups import longest
from govreports.words.cloud_weights import (
    commonality_weights,
    comparison_weights,
    owner_colours,
)
from govreports.words.clouds import cloud, draw, layout
from govreports.words.frequency import by_report

analysis = book.analyse()
tokens, terms, names = analysis.tokens, analysis.terms, analysis.labels
words = terms[terms["kind"] == "word"]
# What is left out of the clouds stays in the base of every rate.
several = words[words["term"].str.len() > 1]
whole = several[several["stop"] == ""]
rates = by_report(tokens[tokens["token"].isin(whole["term"])], base=tokens)
drawn_reports = longest(analysis.register)

# %% [markdown]
# ## All reports together
#
# Colour: the report that uses the word at the highest rate. Of more reports than there are colours
# those that own most words have one, and the others share grey.

# %%
heaviest = whole.head(120)
weights = dict(zip(heaviest["term"], heaviest["count"].astype(float), strict=True))
owner = rates.loc[list(weights)].idxmax(axis=1)
shown_as = owner_colours(names, owner, others=label("other_reports"))
look = {name: (names.get(at, at), colour) for name, (at, colour) in shown_as.items()}
legend = dict(look.values())
colours = {name: colour for name, (_, colour) in look.items()}
owner_label = owner.map({name: at for name, (at, _) in look.items()}).to_dict()

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-all", "caption": "All reports, coloured by the report of highest rate."}, "image": {"alt": "Word cloud of all reports."}}
figure = cloud(
    weights, groups=owner_label, legend=legend, told=told(weights, "frequency", ".0f")
)
book.keep_figure(figure, "cloud-all")

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-ranks-all", "caption": "The same numbers, ranked."}, "image": {"alt": "Bar chart of the twenty-five most frequent words."}}
top = heaviest.head(25).iloc[::-1]
figure, axes = plt.subplots(figsize=(7.2, 5))
axes.barh(
    top["term"].map(glossed), top["count"], color=owner[top["term"]].map(colours)
)
axes.set_xlabel(label("frequency"))
book.keep_figure(figure, "cloud-all-ranks")

# %% [markdown]
# ## What sets a report apart, and what all have in common
#
# Reports of one genre are compared, that of which there are most. A comparison cloud sizes a word
# by how far its rate in one report exceeds the mean of all; a commonality cloud by its lowest rate
# in any. A genre with a single report has nothing to be compared with.

# %%
DRAWN = 100  # words in each of the two clouds
genre, alike = max(analysis.genres.items(), key=lambda item: len(item[1]))
compared, belongs, common = {}, {}, {}
if len(alike) > 1:
    compared, belongs = comparison_weights(rates[alike])
    common = commonality_weights(rates[alike])

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-comparison", "caption": "Comparison cloud of the reports of one genre."}, "image": {"alt": "Word cloud of what sets each report of a genre apart."}}
if compared:
    owned = {word: look[report][0] for word, report in belongs.items()}
    figure = cloud(
        compared,
        groups=owned,
        legend=legend,
        max_words=DRAWN,
        told=told(compared, "sets_apart"),
    )
    book.keep_figure(figure, "cloud-comparison")

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-commonality", "caption": "Commonality cloud of the reports of one genre."}, "image": {"alt": "Word cloud of what all reports of a genre have in common."}}
if common:
    figure = cloud(common, max_words=DRAWN, told=told(common, "in_common"))
    book.keep_figure(figure, "cloud-commonality")

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-ranks-apart-common", "caption": "The same numbers, ranked."}, "image": {"alt": "Two bar charts: what sets a report apart, coloured by report, and what all have in common."}}
if compared and common:
    figure, panels = plt.subplots(1, 2, figsize=(7.2, 5.6))
    apart, shared = (
        pd.Series(sizes).sort_values(ascending=False, kind="stable").head(25)[::-1]
        for sizes in (compared, common)
    )
    owners = apart.index.map(belongs).map(colours)
    panels[0].barh(apart.index.map(glossed), apart, color=owners, edgecolor="none")
    # Outlines where no report owns a word: no fill that could be taken for one's colour.
    panels[1].barh(
        *(shared.index.map(glossed), shared),
        color=figures.CARD,
        edgecolor=figures.INK,
    )
    for axes, title in zip(panels, ("sets_apart", "in_common"), strict=True):
        axes.set_title(label(title), fontsize=9)
        axes.set_xlabel(label("per_10k"), fontsize=8)
        axes.tick_params(labelsize=8)
    named_owners = dict(look[name] for name in alike if name in set(belongs.values()))
    figure.legend(
        handles=[Patch(color=c, label=at) for at, c in named_owners.items()],
        loc="outside lower center",
        ncols=min(len(named_owners), 4),
        fontsize="small",
    )
    book.keep_figure(figure, "cloud-apart-common-ranks")

# %%
ranked_apart = sorted(compared, key=lambda word: (-compared[word], word))[:DRAWN]
ranked_common = sorted(common, key=lambda word: (-common[word], word))
columns = {
    "sets apart": ranked_apart,
    "report": [names[belongs[word]] for word in ranked_apart],
    "above the mean by": [compared[word] for word in ranked_apart],
    "in common": ranked_common[:DRAWN],
    "lowest rate": [common[word] for word in ranked_common[:DRAWN]],
}
# There may be fewer words that all reports have than words that set one apart.
apart_table = pd.DataFrame(
    {name: pd.Series(column) for name, column in columns.items()}
)
wordings = ["sets apart", "report", "in common"]
apart_table[wordings] = apart_table[wordings].astype(object).fillna("")
with_glosses = {name: apart_table[name].map(glossed) for name in wordings[::2]}
book.keep_table(
    apart_table,
    "cloud-apart-common",
    show=apart_table.head(12).assign(**with_glosses),
)

# %% [markdown]
# ## Do the words in common belong to the genre?
#
# Words that the reports of a genre share may be those of the genre, or those of any account of
# administration. Reports of another genre, where there are any, tell the two apart.

# %%
MOST_COMMON = 20
others = [name for name in names if name not in alike]
most_common = sorted(common, key=lambda word: -common[word])
elsewhere = rates.loc[most_common[:MOST_COMMON], others].max(axis=1)
lowest = pd.Series(common, dtype=float).reindex(elsewhere.index)

# %% [markdown]
# ## One cloud for each report
#
# Size: the rate of a word in the report. The ranks below are those of the same numbers. Of more
# than twelve reports the twelve longest are shown.

# %%
ranked = {name: rates[name].sort_values(ascending=False) for name in drawn_reports}
for name, own in ranked.items():
    fifty = own.head(50).to_dict()
    figure = draw(
        layout(fifty),
        dict.fromkeys(fifty, colours[name]),
        {},
        told=told(fifty, "per_10k"),
    )
    book.keep_figure(figure, f"cloud-{name}")
    plt.close(figure)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-ranks-reports", "caption": "The twelve most frequent words of each report."}, "image": {"alt": "Bar charts, the twelve most frequent words of each report."}}
rows = -(-len(ranked) // 2)
figure, panels = plt.subplots(rows, 2, figsize=(7.2, rows * 6.2 / 3), squeeze=False)
for axes in panels.flat[len(ranked) :]:
    axes.set_visible(False)
for axes, (name, rate) in zip(panels.flat, ranked.items(), strict=False):
    own = rate.head(12)[::-1]
    axes.barh(own.index.map(glossed), own, color=colours[name])
    axes.set_title(names[name], fontsize=9)
    axes.tick_params(labelsize=8)
figure.supxlabel(label("per_10k"), fontsize=8)
book.keep_figure(figure, "cloud-ranks-by-report")

# %% [markdown]
# The ten most frequent words of each report, with their rates per 10,000 tokens.

# %%
by_rank = pd.DataFrame(
    {
        names[name]: [
            f"{glossed(word)} {value:.0f}" for word, value in top_ten.items()
        ]
        for name, rate in ranked.items()
        for top_ten in [rate.head(10)]
    }
)
book.keep_table(rates.reset_index(), "word-rates", show=by_rank)

# %% [markdown]
# ## Numbers for the chapters

# %%
book.keep(
    common_top=named(most_common[:8]),
    n_common=len(common),
    n_most_common=MOST_COMMON,
    n_common_elsewhere=int((elsewhere > 0).sum()),
    n_common_as_often=int((elsewhere >= lowest).sum()),
    common_lacking=named(elsewhere.index[elsewhere == 0]) or "none",
)

# %% tags=["hide-input"]
book.say(
    f"{len(common)} words stand in all {len(alike)} reports of genre {genre}"
    + (f": most often {named(most_common[:8])}." if common else ".")
    if len(alike) > 1
    else "No genre has two reports, so that none is compared with others of its kind."
)

# %% [markdown]
# ## What this does not show
#
# Position in a cloud means nothing; nearness means nothing.
