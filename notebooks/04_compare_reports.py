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
# # What does each report say more than the others?
#
# Each rule-of-law report is compared with the other rule-of-law reports, and the disclosure
# report with all of these. A word is *key* when it is more frequent by an amount (Log Ratio, in
# doublings) that its interval keeps away from zero, when its p value survives Holm's correction
# for all words tested in the comparison, and when it stands in more than one section of the
# report. Words of which a report has less are found in the same way. Rates are of all base
# tokens, numbers among them; only words are compared. Everything is done again with the
# passages left out that two or more reports share.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from support import (
    REGISTER,
    RULE_OF_LAW,
    SEED,
    SHORT,
    english,
    glossed,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
    named,
)

from govreports import figures
from govreports.claims.reuse import shared_spans
from govreports.terms.correspondence import correspondence
from govreports.terms.counts import count, leave_out
from govreports.terms.key_terms import KeyTerms, key_terms, shortens
from govreports.terms.segmentation import token_frame
from govreports.terms.segmenter import Segmenter
from govreports.terms.stopwords import load_stopwords
from govreports.terms.tfidf import tf_idf

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
segmenter = Segmenter()
tokens = token_frame(reports, segmenter)
words = tokens[tokens["kind"] == "word"]
stop_words = {entry.word for entry in load_stopwords()}

# %% [markdown]
# ## Shared passages set aside
#
# Words inside a passage that another report repeats word for word are counted in one table and
# left out of the other.

# %%
spans = pd.DataFrame(
    [
        (name, *span)
        for name, found in shared_spans(reports).items()
        for span in found
    ],
    columns=["report", "start", "end"],
)
unshared = leave_out(tokens, spans)
shared_words = int((words.index.difference(unshared.index)).size)

# %%
MIN_COUNT = 5
ALPHA = 0.05


def compared(frame: pd.DataFrame, name: str, base: pd.DataFrame = tokens) -> KeyTerms:
    """Key terms of a report among those it is compared with, rates by ``base``."""
    group = RULE_OF_LAW if name in RULE_OF_LAW else order
    return key_terms(
        frame[frame["report"].isin(group)],
        name,
        base=base[base["report"].isin(group)],
        without=stop_words,
        min_count=MIN_COUNT,
        alpha=ALPHA,
        seed=SEED,
    )


# %%
found = {name: compared(words, name) for name in order}
apart = {
    name: compared(unshared[unshared["kind"] == "word"], name, unshared)
    for name in order
}
every = pd.concat(
    [
        key.table.assign(
            report=name, unshared=key.table["term"].isin(apart[name].table["term"])
        )
        for name, key in found.items()
    ],
    ignore_index=True,
)
more = every[every["log_ratio"] > 0]
less = every[every["log_ratio"] < 0]

# %% [markdown]
# Of each report up to six words with the highest G² are shown; the table of data has all, and
# those of which a report has less.


# %%
def p_value(p: float) -> str:
    """A p value to three places, or that it is smaller."""
    return f"{p:.3f}" if p >= 0.001 else "< 0.001"


def key_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Key words as the chapters show them; a report is named on its first row."""
    return pd.DataFrame(
        {
            "report": rows["report"].map(SHORT).mask(rows["report"].duplicated(), ""),
            "word": rows["term"].map(glossed),
            "here": rows["count"],
            "sections": rows["sections"],
            "DP": rows["dp_section"],
            "elsewhere": rows["ref_count"],
            "reports": rows["ref_reports"],
            "Log Ratio": [
                f"{value:.2f} ({low:.2f} to {high:.2f})".replace("-", "−")
                for value, low, high in zip(
                    rows["log_ratio"],
                    rows["boot_low"],
                    rows["boot_high"],
                    strict=True,
                )
            ],
            "G²": rows["g2"].map("{:.0f}".format),
            "p (Holm)": rows["p_holm"].map(p_value),
        }
    )


leading = more.groupby("report", sort=False).head(6)
keep_table(every, "keyness", show=key_table(leading))

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-keyness", "caption": "The six words most key to each report, with paragraph-bootstrap intervals."}, "image": {"alt": "Forest plot of Log Ratios of key words, grouped by report."}}
colours = figures.report_colours(order)
rows = leading.iloc[::-1].reset_index(drop=True)
figure, axes = plt.subplots(figsize=(7.2, 0.21 * len(rows) + 1.2))
for name, group in rows.groupby("report", sort=False):
    axes.hlines(
        group.index, group["boot_low"], group["boot_high"], color=colours[name]
    )
    axes.plot(
        group["log_ratio"],
        group.index,
        "o",
        ms=4,
        color=colours[name],
        label=SHORT[name],
    )
axes.set_yticks(rows.index, rows["term"].map(glossed))
axes.set_xlabel(label("log_ratio"))
axes.axvline(0, color=figures.MUTED, linewidth=0.8)
axes.grid(axis="x")
handles, names = axes.get_legend_handles_labels()
figure.legend(
    handles[::-1], names[::-1], fontsize="small", loc="outside lower center", ncols=5
)
keep_figure(figure, "keyness")

# %% [markdown]
# ## One map of all reports
#
# Correspondence analysis places the reports by the words they use. The first dimension usually
# separates the genre; the map is a description of these five and has no sampling distribution.

# %%
counts = count(words, ("report",), without=stop_words, base=tokens)
frequent = counts.of(list(counts.terms[counts.dense().sum(axis=0) >= 10]))
analysis = correspondence(frequent.dense())
names = list(frequent.parts["report"])

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-correspondence", "caption": "Correspondence analysis of reports by words."}, "image": {"alt": "Map of five reports with the words that contribute most to its two dimensions."}}
figure, axes = plt.subplots(figsize=(7.2, 5.8))
weight = analysis.column_contributions[:, :2].max(axis=1)
leading_words = weight.argsort()[::-1][:28]
points = np.vstack([analysis.rows[:, :2], analysis.columns[leading_words, :2]])
axes.set_xlim(points[:, 0].min() - 0.15, points[:, 0].max() + 0.35)
axes.set_ylim(points[:, 1].min() - 0.1, points[:, 1].max() + 0.1)
written = [(x, y) for x, y in analysis.rows[:, :2]]
for index in leading_words:
    x, y = analysis.columns[index, :2]
    # A word that would be written over another, or over a report, is left out.
    if all(abs(x - u) > 0.34 or abs(y - v) > 0.15 for u, v in written):
        written.append((x, y))
        word = frequent.terms[index]
        axes.text(
            x,
            y,
            f"{word}\n{english(word)}",
            fontsize=8,
            color=figures.MUTED,
            ha="center",
            va="center",
            linespacing=1,
        )
for index, name in enumerate(names):
    x, y = analysis.rows[index, :2]
    axes.plot(x, y, "s", color=colours[name], ms=7)
    axes.plot([], [], "s", color=colours[name], label=SHORT[name])
axes.axhline(0, color=figures.GRID)
axes.axvline(0, color=figures.GRID)
axes.set_xlabel(f"{label('dimension')} 1 ({analysis.share[0]:.0%})")
axes.set_ylabel(f"{label('dimension')} 2 ({analysis.share[1]:.0%})")
figure.legend(loc="outside lower center", ncols=3, fontsize="small")
keep_figure(figure, "correspondence")

# %% [markdown]
# ## Terms weighted by rarity
#
# tf–idf is often used for this question. With five reports an unsmoothed idf takes at most five
# values and is zero for every word that all reports have, so it can only speak of words that some
# report lacks; it comes without an interval. It is shown for comparison and nothing rests on it.

# %%
weighted = pd.DataFrame(
    tf_idf(counts.dense(), sizes=counts.sizes),
    index=counts.parts["report"],
    columns=counts.terms,
)
by_weight = pd.DataFrame(
    {
        SHORT[name]: [
            f"{glossed(term)} {value:.4f}"
            for term, value in weighted.loc[name].nlargest(6).items()
        ]
        for name in order
    }
)
keep_table(
    weighted.rename_axis("report")
    .reset_index()
    .melt("report", var_name="term", value_name="tf_idf")
    .query("tf_idf > 0"),
    "tf-idf",
    show=by_weight,
)

# %% [markdown]
# ## Numbers for the chapters

# %%
ORGANS = {"development zone": "管理委员会"}  # of a city or county it is 人民政府
own_names = {
    record.id: record.jurisdiction + ORGANS.get(record.level, "人民政府")
    for record in REGISTER
}
law = more[more["report"].isin(RULE_OF_LAW)]
names_self = pd.Series(
    [
        shortens(term, own_names[name])
        for term, name in zip(law["term"], law["report"], strict=True)
    ],
    index=law.index,
)
keep(
    min_count=MIN_COUNT,
    n_tested=found[RULE_OF_LAW[0]].tested,
    n_key=len(more),
    n_key_law=len(law),
    n_key_disclosure=len(more) - len(law),
    n_key_own_name=int(names_self.sum()),
    n_key_shown=len(leading),
    n_key_survive=int(more["unshared"].sum()),
    share_key_survives=float(more["unshared"].mean()),
    n_shared_words=shared_words,
    n_words=len(words),
    share_shared_words=shared_words / len(words),
    inertia_first=float(analysis.share[0]),
    inertia_second=float(analysis.share[1]),
)
for name in RULE_OF_LAW:
    own, matters = (
        named(law.loc[(law["report"] == name) & chosen, "term"])
        for chosen in (names_self, ~names_self)
    )
    print(name, "own name:", own or "none", "| matters:", matters or "none")

# %% [markdown]
# ## What this does not show
#
# A key word marks a difference between texts. Year, place and level differ together here, so no
# key word can be put down to any one of them.
