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
# # How do the reports divide their attention among the themes?
#
# Shares of sentences by primary theme, in each report, with intervals; the same by characters;
# which differences between reports of one genre keep clear of zero; and what stands under a
# heading that announces something else.

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
    number_of,
    places,
    say,
    table_of,
)

from govreports import charts, figures
from govreports.coding.contrasts import differences_within, leads
from govreports.coding.elsewhere import strayed, under_headings
from govreports.coding.shares import shares
from govreports.stats.groups import grouped, groups, longest

# %%
analysis = analyse()
labels, codebook, codings = analysis.labels, analysis.codebook, analysis.codings
themes = [code.id for code in codebook.of_kind("theme")]
names = {
    code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")
}

# %% [markdown]
# ## Theme by report
#
# Up to twelve reports stand each by itself; more are put together by genre and year.

# %%
shown_as = groups(analysis.register)
order = list(dict.fromkeys(shown_as.values()))
of_groups = grouped(codings, shown_as)
by_sentence = shares(of_groups, themes)
by_character = shares(of_groups, themes, measure="characters")
table = by_sentence.merge(
    by_character, on=["report", "code"], suffixes=("_sentences", "_characters")
)
wide = by_sentence.pivot(index="code", columns="report", values="share")
wide = wide.loc[themes, order]

# %%
cells = [
    f"{share:.0%} ({low:.0%}–{high:.0%})"
    for share, low, high in by_sentence[["share", "low", "high"]].itertuples(
        index=False
    )
]
printed = by_sentence.assign(cell=cells).pivot(
    index="code", columns="report", values="cell"
)
printed = printed.loc[themes, order].rename(columns=labels, index=names)
keep_table(table, "theme-shares", show=printed.rename_axis("theme").reset_index())

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-themes", "caption": "Share of sentences by primary theme in each report."}, "image": {"alt": "Heat map of the share of sentences by theme and report."}}
figure, axes = plt.subplots(figsize=(7.2, 4.6))
ticks = [labels.get(name, name) for name in order]
charts.draw_grid(axes, wide, [names[t] for t in themes], ticks, set(labels))
keep_figure(figure, "theme-heatmap")

# %% [markdown]
# ## The same with intervals

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-theme-intervals", "caption": "Theme shares with paragraph-bootstrap intervals."}, "image": {"alt": "Dot plot of theme shares with intervals for each report."}}
figure, axes = plt.subplots(figsize=(7.2, 6))
charts.draw_shares(axes, by_sentence, dict(zip(order, ticks, strict=True)))
axes.set_yticks(range(len(themes))[::-1], [names[t] for t in themes], fontsize=8)
axes.set_xlabel(label("share_sentences"))
figure.legend(loc="outside lower center", ncols=3, fontsize="small")
keep_figure(figure, "theme-intervals")

# %% [markdown]
# ## Which differences keep clear of zero
#
# Intervals of single shares are a blunt tool for comparing two reports. Here the interval is that
# of the difference, for every theme and every two reports of one genre (where a genre has more
# than six, they are put together by year). So many comparisons produce some differences by
# chance; the last column therefore gives the interval after Bonferroni, which is wide enough for
# all of them together.

# %%
differences = differences_within(codings, analysis.register, themes)
apart = differences[(differences["low"] > 0) | (differences["high"] < 0)]


def in_points(low: pd.Series, high: pd.Series) -> list[str]:
    """Intervals of differences in percentage points."""
    return [
        f"{100 * a:+.1f} to {100 * b:+.1f}" for a, b in zip(low, high, strict=True)
    ]


keep_table(
    differences,
    "theme-differences",
    show=pd.DataFrame(
        {
            "theme": apart["code"].map(names),
            "report": apart["a"].replace(labels),
            "compared with": apart["b"].replace(labels),
            "points": [f"{100 * points:+.1f}" for points in apart["difference"]],
            "interval": in_points(apart["low"], apart["high"]),
            "for all comparisons together": in_points(
                apart["low_of_all"], apart["high_of_all"]
            ),
        }
    ),
)

# %% [markdown]
# Within each report: how far the largest theme is ahead of the second.

# %%
ahead = leads(codings, themes)
table_of(
    ahead.replace({"report": labels}).rename(
        columns={"first": "largest theme", "second": "second theme"}
    )
)

# %%
surely = (apart["low_of_all"] > 0) | (apart["high_of_all"] < 0)
for genre, reports in analysis.genres.items():
    own = ahead[ahead["report"].isin(reports)]
    most = own["first"].value_counts(sort=False)
    say(
        f"{genre}, {number_of(len(own), 'report')}: {names[most.idxmax()]} is the largest "
        f"theme in {most.max()}; in {int((own['low'] > 0).sum())} the largest theme is ahead "
        "of the second by an interval clear of zero."
    )
say(
    f"Of {len(differences):,} differences {len(apart):,} keep clear of zero, where about "
    f"{0.05 * len(differences):.0f} would by chance, and {int(surely.sum()):,} for all "
    "comparisons together."
    if len(differences)
    else "No genre has two reports, so that no two were compared."
)

# %% [markdown]
# ## Coding stripes
#
# Each report from beginning to end, a stripe a sentence, as wide as the sentence is long. Of more
# than twelve reports the longest twelve are drawn.

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-stripes", "caption": "Themes along each report."}, "image": {"alt": "Coloured stripes showing the sequence of themes in each report."}}
drawn = {name: labels[name] for name in longest(analysis.register)}
figure, axes = plt.subplots(figsize=(7.2, max(4, 1.6 + 0.4 * len(drawn))))
charts.draw_stripes(axes, codings, drawn)
axes.set_xlabel(label("position"))
handles = [
    plt.Rectangle((0, 0), 1, 1, color=figures.THEME_COLOURS[t]) for t in themes
]
figure.legend(
    handles, list(names.values()), loc="outside lower center", ncols=2, fontsize=8
)
keep_figure(figure, "theme-stripes")

# %% [markdown]
# ## What stands under another heading
#
# The theme that the nearest heading names, beside the theme that the sentence's own words give.
# Where they differ, a report discusses something under a heading that announces something else.

# %%
under = under_headings(analysis.reports, codings, codebook)
elsewhere = under[under["announced"] != under["primary"]]
examples = strayed(under).head(8)
examples = examples.merge(elsewhere.drop_duplicates(["announced", "primary"]))
beginnings = examples["text"].str.slice(0, 60)
cut = beginnings.where(examples["text"] == beginnings, beginnings + "…")
keep_table(
    elsewhere[["report", "sentence", "announced", "primary", "text"]],
    "other-heading",
    show=pd.DataFrame(
        {
            "heading announces": examples["announced"].map(names),
            "sentence is about": examples["primary"].map(names),
            "sentences": examples["sentences"],
            "one of them": cut,
            "in English": beginnings.map(english),
            "report": examples["report"].map(labels),
            "place": places(examples["report"], examples["sentence"]),
        }
    ),
)

# %%
say(
    f"Of {len(under):,} sentences whose heading names a theme, {len(elsewhere):,} "
    f"({len(elsewhere) / len(under):.0%}) are about another."
    if len(under)
    else "No heading of the corpus names a theme."
)

# %% [markdown]
# ## Numbers for the chapters

# %%
keep(
    n_theme_pairs=len(differences),
    n_pairs_clear=len(apart),
    n_pairs_clear_of_all=in_words(int(surely.sum())),
    pairs_by_chance=0.05 * len(differences),
    n_elsewhere=len(elsewhere),
    elsewhere_share=float((under["announced"] != under["primary"]).mean()),
)

# %% [markdown]
# ## What this does not show
#
# A share says how much of a report is given to a matter, not how well the matter was handled.
# The intervals say how stable a share is under other paragraphs of the same report. The rules err:
# shares corrected for that are in the notebook on corrected shares.
