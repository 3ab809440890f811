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
# themes by move; and what stands under a heading that announces something else.

# %%
from itertools import combinations

import matplotlib.pyplot as plt
import pandas as pd
from support import (
    RULE_OF_LAW,
    SEED,
    SHORT,
    Place,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
)

from govreports import figures
from govreports.coding.baselines import title_themes
from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.shares import co_occurrence, coding_frame, shares

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
codebook = load_codebook()
coder = Coder(codebook)
codings = {name: coder.code(report) for name, report in reports.items()}
frame = coding_frame(reports, codings)
themes = [code.id for code in codebook.of_kind("theme")]
names = {code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")}

# %% [markdown]
# ## Theme by report

# %%
by_sentence = shares(frame, themes, seed=SEED)
by_character = shares(frame, themes, measure="characters", seed=SEED)
table = by_sentence.merge(
    by_character, on=["report", "code"], suffixes=("_sentences", "_characters")
)
wide = by_sentence.pivot(index="code", columns="report", values="share").loc[themes, order]

# %%
printed = by_sentence.assign(
    cell=[
        f"{share:.0%} ({low:.0%}–{high:.0%})"
        for share, low, high in by_sentence[["share", "low", "high"]].itertuples(index=False)
    ]
).pivot(index="code", columns="report", values="cell").loc[themes, order]  # fmt: skip
printed = printed.rename(columns=SHORT, index=lambda t: names[t]).rename_axis("theme").reset_index()
keep_table(table, "theme-shares", show=printed)

# %% mystnb={"figure": {"name": "fig-nb-themes", "caption": "Share of sentences by primary theme in each report."}, "image": {"alt": "Heat map of the share of sentences by theme and report."}}
figure, axes = plt.subplots(figsize=(7.2, 4.6))
figures.cell_grid(
    axes,
    wide,
    [[f"{value:.0%}" for value in row] for row in wide.to_numpy()],
    links=[
        [f"sentences:{theme}-{name}" if wide.loc[theme, name] else "" for name in order]
        for theme in themes
    ],
)
axes.set_yticks(range(len(themes)), [names[t] for t in themes], fontsize=8)
axes.set_xticks(range(len(order)), [SHORT[n].replace(" (", "\n(") for n in order], fontsize=8)
keep_figure(figure, "theme-heatmap")

# %% [markdown]
# ## The same with intervals

# %% mystnb={"figure": {"name": "fig-nb-theme-intervals", "caption": "Theme shares with paragraph-bootstrap intervals."}, "image": {"alt": "Dot plot of theme shares with intervals for each report."}}
colours = figures.report_colours(order)
figure, axes = plt.subplots(figsize=(7.2, 6))
for step, name in enumerate(order):
    part = by_sentence[by_sentence["report"] == name]
    heights = [len(themes) - 1 - i + (2 - step) * 0.14 for i in range(len(themes))]
    axes.hlines(heights, part["low"], part["high"], color=colours[name], alpha=0.5)
    axes.plot(part["share"], heights, "o", ms=4, color=colours[name], label=SHORT[name])
axes.set_yticks(range(len(themes))[::-1], [names[t] for t in themes], fontsize=8)
axes.xaxis.set_major_formatter("{x:.0%}")
axes.set_xlabel(label("share_sentences"))
axes.grid(axis="x")
figure.legend(loc="outside lower center", ncols=3, fontsize="small")
keep_figure(figure, "theme-intervals")

# %% [markdown]
# ## Coding stripes
#
# Each report from beginning to end, a stripe a sentence, as wide as the sentence is long.

# %% mystnb={"figure": {"name": "fig-nb-stripes", "caption": "Themes along each report."}, "image": {"alt": "Coloured stripes showing the sequence of themes in each report."}}
figure, axes = plt.subplots(figsize=(7.2, 4))
for row, name in enumerate(order[::-1]):
    part = frame[frame["report"] == name]
    width = part["characters"] / part["characters"].sum()
    axes.barh(row, width, left=width.cumsum() - width, height=0.72,
              color=figures.theme_colours(list(part["primary"])))  # fmt: skip
axes.set_yticks(range(len(order)), [SHORT[n] for n in order[::-1]])
axes.set_xlabel(label("position"))
axes.set_xlim(0, 1)
handles = [plt.Rectangle((0, 0), 1, 1, color=figures.THEME_COLOURS[t]) for t in themes]
figure.legend(handles, [names[t] for t in themes], loc="outside lower center", ncols=2, fontsize=8)
keep_figure(figure, "theme-stripes")

# %% [markdown]
# ## Themes by move

# %%
by_move = pd.crosstab(frame["primary"], frame["move"]).reindex(themes, fill_value=0)
by_move = by_move.reindex(columns=["frame", "report", "problem", "plan"], fill_value=0)
printed_moves = by_move.rename(index=lambda t: names[t]).rename_axis("theme").reset_index()
keep_table(by_move.rename_axis("theme").reset_index(), "theme-moves", show=printed_moves)

# %% [markdown]
# ## Themes that meet in a sentence

# %%
pairs = co_occurrence(frame, themes)
long = pairs.stack().rename_axis(["theme", "with"]).rename("sentences").reset_index()
meeting = long[long["theme"].map(themes.index) < long["with"].map(themes.index)]
meeting = meeting.sort_values("sentences", ascending=False, ignore_index=True)
keep_table(
    long, "co-occurrence",
    show=meeting.head(8).assign(theme=meeting["theme"].map(names), **{"with": meeting["with"].map(names)}),
)  # fmt: skip

# %% [markdown]
# ## What stands under another heading
#
# The theme that the nearest heading names, beside the theme that the sentence's own words give.
# Where they differ, a report discusses something under a heading that announces something else.

# %%
announced = [theme for name in order for theme in title_themes(reports[name], codebook)]
under = frame.assign(announced=announced)
under = under[(under["announced"] != "T0") & (under["primary"] != "T0") & ~under["is_heading"]]
elsewhere = under[under["announced"] != under["primary"]]
strayed = elsewhere.groupby(["announced", "primary"]).size().rename("sentences").reset_index()
strayed = strayed.sort_values(
    ["sentences", "announced"], ascending=[False, True], ignore_index=True
)
examples = strayed.head(8).merge(
    elsewhere.drop_duplicates(["announced", "primary"]), on=["announced", "primary"]
)
keep_table(
    elsewhere[["report", "sentence", "announced", "primary", "text"]],
    "other-heading",
    show=pd.DataFrame(
        {
            "heading announces": examples["announced"].map(names),
            "sentence is about": examples["primary"].map(names),
            "sentences": examples["sentences"],
            "one of them": examples["text"].str.slice(0, 60) + "…",
            "report": examples["report"].map(SHORT),
            "place": [
                Place(*p) for p in zip(examples["report"], examples["sentence"], strict=True)
            ],
        }
    ),
)
share_elsewhere = (under["announced"] != under["primary"]).groupby(under["report"]).mean()

# %% [markdown]
# ## Numbers for the chapters

# %%
law = by_sentence[by_sentence["report"].isin(RULE_OF_LAW)]
spread = law.groupby("code")["share"].agg(["min", "max"])
largest = law.loc[law.groupby("report")["share"].idxmax()].set_index("report")
t1 = by_sentence[by_sentence["code"] == "T1"].set_index("report")
t5 = by_sentence[by_sentence["code"] == "T5"].set_index("report")
disclosure = next(n for n in order if n not in RULE_OF_LAW)
widest = (spread["max"] - spread["min"]).idxmax()
interval = law.set_index(["code", "report"])
pairs_of_reports = [
    interval.loc[(theme, one)]["low"] > interval.loc[(theme, other)]["high"]
    or interval.loc[(theme, other)]["low"] > interval.loc[(theme, one)]["high"]
    for theme in themes
    for one, other in combinations(RULE_OF_LAW, 2)
]
runner_up = law.sort_values("share").groupby("report").nth(-2).set_index("report")
of_widest = law[law["code"] == widest].set_index("report")
keep(
    n_elsewhere=len(elsewhere),
    elsewhere_share=float((under["announced"] != under["primary"]).mean()),
    elsewhere_most=SHORT[share_elsewhere.idxmax()],
    elsewhere_most_share=float(share_elsewhere.max()),
    elsewhere_least=SHORT[share_elsewhere.idxmin()],
    elsewhere_least_share=float(share_elsewhere.min()),
    reports_t1_first=in_words(int((largest["code"] == "T1").sum())),
    n_first_clear=in_words(int((largest["low"] > runner_up["high"].reindex(largest.index)).sum())),
    n_theme_pairs=len(pairs_of_reports),
    n_theme_pairs_apart=int(sum(pairs_of_reports)),
    widest_highest=SHORT[of_widest["share"].idxmax()],
    widest_highest_share=float(of_widest["share"].max()),
    widest_lowest=SHORT[of_widest["share"].idxmin()],
    widest_lowest_share=float(of_widest["share"].min()),
    largest_everywhere="、".join(sorted(set(largest["code"]))),
    n_reports_t1_first=int((largest["code"] == "T1").sum()),
    t1_highest=SHORT[t1.loc[RULE_OF_LAW, "share"].idxmax()],
    t1_highest_share=float(t1.loc[RULE_OF_LAW, "share"].max()),
    t1_lowest=SHORT[t1.loc[RULE_OF_LAW, "share"].idxmin()],
    t1_lowest_share=float(t1.loc[RULE_OF_LAW, "share"].min()),
    t5_disclosure=float(t5.loc[disclosure, "share"]),
    t5_disclosure_low=float(t5.loc[disclosure, "low"]),
    t5_disclosure_high=float(t5.loc[disclosure, "high"]),
    t5_law_max=float(t5.loc[RULE_OF_LAW, "share"].max()),
    t5_law_max_high=float(t5.loc[RULE_OF_LAW, "high"].max()),
    widest_theme=names[widest],
    widest_gap=float((spread["max"] - spread["min"])[widest]),
    smallest_theme=names[law.groupby("code")["count"].sum().idxmin()],
    smallest_count=int(law.groupby("code")["count"].sum().min()),
    most_meeting=" and ".join(names[t] for t in meeting.iloc[0][["theme", "with"]]),
    most_meeting_count=int(meeting.iloc[0]["sentences"]),
)
for name in RULE_OF_LAW:
    row, slug = largest.loc[name], name.replace("-", "_")
    keep(**{f"first_{slug}": names[row["code"]], f"first_share_{slug}": float(row["share"]),
            f"first_low_{slug}": float(row["low"]), f"first_high_{slug}": float(row["high"])})  # fmt: skip

# %% [markdown]
# ## What this does not show
#
# A share says how much of a report is given to a matter, not how well the matter was handled.
# The intervals say how stable a share is under other paragraphs of the same report.
