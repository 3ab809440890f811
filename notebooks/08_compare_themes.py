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
# which differences between reports keep clear of zero; and what stands under a heading that
# announces something else.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    RULE_OF_LAW,
    SEED,
    SHORT,
    Place,
    english,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
    table_of,
)

from govreports import figures
from govreports.coding.baselines import title_themes
from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.contrasts import between_reports, leads
from govreports.coding.shares import coding_frame, shares

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
codebook = load_codebook()
coder = Coder(codebook)
codings = {name: coder.code(report) for name, report in reports.items()}
frame = coding_frame(reports, codings)
themes = [code.id for code in codebook.of_kind("theme")]
names = {
    code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")
}

# %% [markdown]
# ## Theme by report

# %%
by_sentence = shares(frame, themes, seed=SEED)
by_character = shares(frame, themes, measure="characters", seed=SEED)
table = by_sentence.merge(
    by_character, on=["report", "code"], suffixes=("_sentences", "_characters")
)
wide = by_sentence.pivot(index="code", columns="report", values="share").loc[
    themes, order
]

# %%
printed = (
    by_sentence.assign(
        cell=[
            f"{share:.0%} ({low:.0%}–{high:.0%})"
            for share, low, high in by_sentence[["share", "low", "high"]].itertuples(
                index=False
            )
        ]
    )
    .pivot(index="code", columns="report", values="cell")
    .loc[themes, order]
)
printed = (
    printed.rename(columns=SHORT, index=lambda t: names[t])
    .rename_axis("theme")
    .reset_index()
)
keep_table(table, "theme-shares", show=printed)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-themes", "caption": "Share of sentences by primary theme in each report."}, "image": {"alt": "Heat map of the share of sentences by theme and report."}}
figure, axes = plt.subplots(figsize=(7.2, 4.6))
figures.cell_grid(
    axes,
    wide,
    [[f"{value:.0%}" for value in row] for row in wide.to_numpy()],
    links=[
        [
            f"sentences:{theme}-{name}" if wide.loc[theme, name] else ""
            for name in order
        ]
        for theme in themes
    ],
)
axes.set_yticks(range(len(themes)), [names[t] for t in themes], fontsize=8)
axes.set_xticks(
    range(len(order)), [SHORT[n].replace(" (", "\n(") for n in order], fontsize=8
)
keep_figure(figure, "theme-heatmap")

# %% [markdown]
# ## The same with intervals

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-theme-intervals", "caption": "Theme shares with paragraph-bootstrap intervals."}, "image": {"alt": "Dot plot of theme shares with intervals for each report."}}
colours = figures.report_colours(order)
figure, axes = plt.subplots(figsize=(7.2, 6))
for step, name in enumerate(order):
    part = by_sentence[by_sentence["report"] == name]
    heights = [len(themes) - 1 - i + (2 - step) * 0.14 for i in range(len(themes))]
    axes.hlines(heights, part["low"], part["high"], color=colours[name], alpha=0.5)
    axes.plot(
        part["share"], heights, "o", ms=4, color=colours[name], label=SHORT[name]
    )
axes.set_yticks(range(len(themes))[::-1], [names[t] for t in themes], fontsize=8)
axes.xaxis.set_major_formatter("{x:.0%}")
axes.set_xlabel(label("share_sentences"))
axes.grid(axis="x")
figure.legend(loc="outside lower center", ncols=3, fontsize="small")
keep_figure(figure, "theme-intervals")

# %% [markdown]
# ## Which differences keep clear of zero
#
# Intervals of single shares are a blunt tool for comparing two reports. Here the interval is that
# of the difference, for every theme and every two rule-of-law reports. So many comparisons
# produce some differences by chance; the last column therefore gives the interval after
# Bonferroni, which is wide enough for all of them together.


# %%
def in_points(row: pd.Series, low: str, high: str) -> str:
    """An interval of a difference in percentage points."""
    return f"{100 * row[low]:+.1f} to {100 * row[high]:+.1f}"


of_law = frame[frame["report"].isin(RULE_OF_LAW)]
differences = between_reports(of_law, themes, seed=SEED)
apart = differences[(differences["low"] > 0) | (differences["high"] < 0)]
keep_table(
    differences,
    "theme-differences",
    show=pd.DataFrame(
        {
            "theme": apart["code"].map(names),
            "report": apart["a"].map(SHORT),
            "compared with": apart["b"].map(SHORT),
            "points": (100 * apart["difference"]).map("{:+.1f}".format),
            "interval": [
                in_points(row, "low", "high") for _, row in apart.iterrows()
            ],
            "for all comparisons together": [
                in_points(row, "low_of_all", "high_of_all")
                for _, row in apart.iterrows()
            ],
        }
    ),
)

# %% [markdown]
# Within each report: how far the largest theme is ahead of the second.

# %%
ahead = leads(of_law, themes, seed=SEED).set_index("report")
disclosure = next(n for n in order if n not in RULE_OF_LAW)
genres = between_reports(frame, ["T5"], seed=SEED)
genres = genres[(genres["a"] == disclosure) | (genres["b"] == disclosure)]
bounds = (
    genres[["difference", "low", "high", "low_of_all", "high_of_all"]]
    .abs()
    .to_numpy()
)
nearest = pd.DataFrame({"difference": bounds[:, 0], "all": bounds[:, 3:].min(axis=1)})
clear_of_all = (genres["low_of_all"] > 0) | (genres["high_of_all"] < 0)
table_of(ahead.reset_index().assign(report=ahead.index.map(SHORT)))

# %% [markdown]
# Between genres: how far the disclosure report is ahead of the others on openness and oversight
# (T5).

# %%
table_of(genres.assign(a=genres["a"].map(SHORT), b=genres["b"].map(SHORT)))

# %% [markdown]
# ## Coding stripes
#
# Each report from beginning to end, a stripe a sentence, as wide as the sentence is long.

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-stripes", "caption": "Themes along each report."}, "image": {"alt": "Coloured stripes showing the sequence of themes in each report."}}
figure, axes = plt.subplots(figsize=(7.2, 4))
for row, name in enumerate(order[::-1]):
    part = frame[frame["report"] == name]
    width = part["characters"] / part["characters"].sum()
    axes.barh(
        row,
        width,
        left=width.cumsum() - width,
        height=0.72,
        color=figures.theme_colours(list(part["primary"])),
    )
axes.set_yticks(range(len(order)), [SHORT[n] for n in order[::-1]])
axes.set_xlabel(label("position"))
axes.set_xlim(0, 1)
handles = [
    plt.Rectangle((0, 0), 1, 1, color=figures.THEME_COLOURS[t]) for t in themes
]
figure.legend(
    handles,
    [names[t] for t in themes],
    loc="outside lower center",
    ncols=2,
    fontsize=8,
)
keep_figure(figure, "theme-stripes")

# %% [markdown]
# ## What stands under another heading
#
# The theme that the nearest heading names, beside the theme that the sentence's own words give.
# Where they differ, a report discusses something under a heading that announces something else.

# %%
announced = [
    theme for name in order for theme in title_themes(reports[name], codebook)
]
under = frame.assign(announced=announced)
under = under[
    (under["announced"] != "T0") & (under["primary"] != "T0") & ~under["is_heading"]
]
elsewhere = under[under["announced"] != under["primary"]]
strayed = (
    elsewhere.groupby(["announced", "primary"])
    .size()
    .rename("sentences")
    .reset_index()
)
strayed = strayed.sort_values(
    ["sentences", "announced"], ascending=[False, True], ignore_index=True
)
examples = strayed.head(8).merge(
    elsewhere.drop_duplicates(["announced", "primary"]), on=["announced", "primary"]
)
beginnings = examples["text"].str.slice(0, 60)
keep_table(
    elsewhere[["report", "sentence", "announced", "primary", "text"]],
    "other-heading",
    show=pd.DataFrame(
        {
            "heading announces": examples["announced"].map(names),
            "sentence is about": examples["primary"].map(names),
            "sentences": examples["sentences"],
            "one of them": beginnings.where(
                examples["text"] == beginnings, beginnings + "…"
            ),
            "in English": beginnings.map(english),
            "report": examples["report"].map(SHORT),
            "place": [
                Place(*p)
                for p in zip(examples["report"], examples["sentence"], strict=True)
            ],
        }
    ),
)
share_elsewhere = (
    (under["announced"] != under["primary"]).groupby(under["report"]).mean()
)

# %% [markdown]
# ## Numbers for the chapters

# %%
law = by_sentence[by_sentence["report"].isin(RULE_OF_LAW)]
spread = law.groupby("code")["share"].agg(["min", "max"])
widest = (spread["max"] - spread["min"]).idxmax()
of_widest = law[law["code"] == widest].set_index("report")["share"]
t1, t5 = (
    by_sentence[by_sentence["code"] == t].set_index("report") for t in ("T1", "T5")
)
t1_law = t1.loc[RULE_OF_LAW, "share"]
chars = by_character.set_index(["code", "report"])["share"]
strays = elsewhere.groupby("report").size()
most = share_elsewhere.idxmax()
others = under[under["report"] != most]
keep(
    n_elsewhere=len(elsewhere),
    elsewhere_share=float((under["announced"] != under["primary"]).mean()),
    elsewhere_most=SHORT[most],
    elsewhere_most_share=float(share_elsewhere.max()),
    n_elsewhere_most=int(strays[most]),
    elsewhere_without_most=float((others["announced"] != others["primary"]).mean()),
    elsewhere_least=SHORT[share_elsewhere.idxmin()],
    elsewhere_least_share=float(share_elsewhere.min()),
    n_first_clear=in_words(int((ahead["low"] > 0).sum())),
    n_first_t1=in_words(int((ahead["first"] == "T1").sum())),
    lead_most=SHORT[ahead["lead"].idxmax()],
    n_theme_pairs=len(differences),
    n_pairs_clear=len(apart),
    n_pairs_clear_of_all=in_words(
        int(((apart["low_of_all"] > 0) | (apart["high_of_all"] < 0)).sum())
    ),
    pairs_by_chance=0.05 * len(differences),
    n_pairs_clear_t1=in_words(int((apart["code"] == "T1").sum())),
    widest_theme=names[widest],
    widest_highest=SHORT[of_widest.idxmax()],
    widest_highest_share=float(of_widest.max()),
    widest_lowest=SHORT[of_widest.idxmin()],
    widest_lowest_share=float(of_widest.min()),
    t1_highest=SHORT[t1_law.idxmax()],
    t1_highest_share=float(t1_law.max()),
    t1_highest_characters=float(chars["T1"][t1_law.idxmax()]),
    t1_others_low_characters=float(
        chars["T1"][RULE_OF_LAW].drop(t1_law.idxmax()).min()
    ),
    t1_others_high_characters=float(
        chars["T1"][RULE_OF_LAW].drop(t1_law.idxmax()).max()
    ),
    t1_lowest=SHORT[t1_law.idxmin()],
    t1_lowest_share=float(t1_law.min()),
    t1_second_share=float(t1_law.drop(t1_law.idxmax()).max()),
    t5_disclosure=float(t5.loc[disclosure, "share"]),
    t5_disclosure_low=float(t5.loc[disclosure, "low"]),
    t5_disclosure_high=float(t5.loc[disclosure, "high"]),
    t5_disclosure_characters=float(chars["T5"][disclosure]),
    t5_law_max=float(t5.loc[RULE_OF_LAW, "share"].max()),
    t5_gap_least=float(100 * nearest["difference"].min()),
    t5_gap_surely=float(100 * nearest["all"].min()),
    n_t5_clear=in_words(int(clear_of_all.sum())),
    n_t5_compared=in_words(len(genres)),
)

# %% [markdown]
# ## What this does not show
#
# A share says how much of a report is given to a matter, not how well the matter was handled.
# The intervals say how stable a share is under other paragraphs of the same report. The rules err:
# shares corrected for that are in the agreement notebook.
