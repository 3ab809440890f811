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
# doublings) that its interval keeps away from zero and that survives a correction for the
# number of words tested (Holm), and when it stands in more than one section of the report.
# Everything is done again with the passages left out that two or more reports share.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from support import (
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
)

from govreports import figures
from govreports.claims.reuse import shared_spans
from govreports.terms.bootstrap import log_ratios, paragraph_bootstrap
from govreports.terms.correspondence import correspondence
from govreports.terms.counts import count, leave_out
from govreports.terms.keyness import keyness
from govreports.terms.segmentation import token_frame
from govreports.terms.segmenter import Segmenter
from govreports.terms.stopwords import load_stopwords
from govreports.terms.tfidf import tf_idf

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
tokens = token_frame(reports, Segmenter())
tokens = tokens[tokens["kind"] == "word"]
stop_words = {entry.word for entry in load_stopwords()}
law = tokens[tokens["report"].isin(RULE_OF_LAW)]

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
unshared_law = unshared[unshared["report"].isin(RULE_OF_LAW)]

# %%
MIN_COUNT = 5
ALPHA = 0.05


def key_terms(frame: pd.DataFrame, target: str) -> pd.DataFrame:
    """The words key to one report, with paragraph-bootstrap intervals."""
    table = keyness(frame, [target], without=stop_words, min_count=MIN_COUNT)
    table = table[(table["log_ratio"] > 0) & (table["p_holm"] < ALPHA)]
    counts = count(frame, ("report", "paragraph")).of(list(table["term"]))
    mask = pd.unique(frame["report"]) == target
    interval = paragraph_bootstrap(counts, log_ratios(mask), seed=SEED)
    table = table.assign(boot_low=interval.low, boot_high=interval.high)
    sections = frame[frame["report"] == target].groupby("token")["section"].nunique()
    table["sections"] = table["term"].map(sections).fillna(0).astype(int)
    key = table[(table["boot_low"] > 0) & (table["sections"] > 1)]
    return key.sort_values("g2", ascending=False, ignore_index=True)


# %%
key = {name: key_terms(law, name) for name in RULE_OF_LAW}
genre = [name for name in order if name not in RULE_OF_LAW]
key |= {name: key_terms(tokens, name) for name in genre}
still = {name: set(key_terms(unshared_law, name)["term"]) for name in RULE_OF_LAW}
still |= {name: set(key_terms(unshared, name)["term"]) for name in genre}
every = pd.concat(
    [
        table.assign(report=name, unshared=table["term"].isin(still[name]))
        for name, table in key.items()
    ],
    ignore_index=True,
)

# %% [markdown]
# Of each report up to six words with the highest G² are shown; the table of data has all.

# %%
leading = every.groupby("report", sort=False).head(6)
keep_table(
    every,
    "keyness",
    show=pd.DataFrame(
        {
            "report": leading["report"].map(SHORT),
            "word": leading["term"].map(glossed),
            "here": leading["count"],
            "elsewhere": leading["ref_count"],
            "Log Ratio": leading["log_ratio"],
            "interval": [
                f"{low:.2f} to {high:.2f}"
                for low, high in zip(
                    leading["boot_low"], leading["boot_high"], strict=True
                )
            ],
            "G²": leading["g2"].map("{:.0f}".format),
        }
    ),
)

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
counts = count(tokens, ("report",), without=stop_words)
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
tested = sum(
    len(keyness(law, [name], without=stop_words, min_count=MIN_COUNT))
    for name in RULE_OF_LAW
)
disclosure = key[genre[0]] if genre else pd.DataFrame()
keep(
    min_count=MIN_COUNT,
    n_tested=tested,
    n_key=len(every),
    n_key_law=sum(len(key[name]) for name in RULE_OF_LAW),
    n_key_disclosure=len(disclosure),
    n_key_shown=len(leading),
    n_key_shown_survive=int(leading["unshared"].sum()),
    share_key_survives=float(every["unshared"].mean()),
    inertia_first=float(analysis.share[0]),
    inertia_second=float(analysis.share[1]),
)
for name, table in key.items():
    keep(
        **{
            f"key_{name.replace('-', '_')}": "、".join(table["term"].head(6))
            or "none"
        }
    )

# %% [markdown]
# ## What this does not show
#
# A key word marks a difference between texts. Year, place and level differ together here, so no
# key word can be put down to any one of them.
