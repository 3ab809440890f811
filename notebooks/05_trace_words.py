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
# # In what company do the words stand?
#
# Three views of the same words in use: which words stand near each other more than chance would
# have it (collocation), where in a report a word occurs (lexical dispersion), and the lines
# themselves (concordance). Runs of words that recur in several reports are the genre's formulae.

# %%
from itertools import zip_longest

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
from support import (
    SHORT,
    Place,
    english,
    glossed,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
)

from govreports.terms.collocation import collocations, network
from govreports.terms.concordance import as_table, concordance, sort_lines
from govreports.terms.dispersion import positions
from govreports.terms.ngrams import maximal, ngrams
from govreports.terms.segmentation import token_frame
from govreports.terms.segmenter import Segmenter
from govreports.terms.stopwords import load_stopwords

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
tokens = token_frame(reports, Segmenter())
words = tokens[tokens["kind"] == "word"]
stop_words = {entry.word for entry in load_stopwords()}

# %% [markdown]
# ## Collocation
#
# The window is five tokens to either side within a sentence; pairs are ranked by logDice, which
# does not depend on the size of the corpus.

# %%
WINDOW, MIN_PAIR = 5, 8
PATCH = {
    "boxstyle": "round,pad=0.15",
    "facecolor": "white",
    "edgecolor": "none",
    "alpha": 0.85,
}
pairs = collocations(words, window=WINDOW, without=stop_words, min_count=MIN_PAIR)
graph = network(pairs, measure="logdice", top=70)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-collocation", "caption": "The strongest collocations of all reports."}, "image": {"alt": "Network of words that stand together more often than chance would have it."}}
groups = [
    g
    for g in sorted(nx.connected_components(graph), key=len, reverse=True)
    if len(g) > 2
]
# The largest group has room for two.
figure, panels = plt.subplot_mosaic("AAB;CDE;FGH;IJK", figsize=(7.2, 6.4))
for axes, group in zip_longest(panels.values(), groups[: len(panels)]):
    axes.axis("off")
    if group:
        # In sorted order: the layout depends on it, and a set has none of its own.
        part = nx.Graph(sorted(sorted(edge) for edge in graph.subgraph(group).edges))
        spread = nx.kamada_kawai_layout(part)
        nx.draw_networkx_edges(part, spread, ax=axes, edge_color="#b8b8b8", width=0.9)
        for word, (x, y) in spread.items():
            axes.text(
                x,
                y,
                f"{word}\n{english(word)}",
                ha="center",
                va="center",
                fontsize=8,
                linespacing=1,
                bbox=PATCH,
            )
        axes.margins(0.25, 0.2)
keep_figure(figure, "collocation")

# %% [markdown]
# ## Runs of words that recur
#
# A run of four to eight tokens that occurs in at least three reports is formula in the plain
# sense: different writers, the same words.

# %%
INSIDE = 0.75  # of a run's occurrences in one longer run: then it is left out
formulae = maximal(
    ngrams(tokens, sizes=range(4, 9), min_count=3, min_reports=3), share=INSIDE
)
first = formulae.head(15)
keep_table(
    formulae.drop(columns="ngram"),
    "formulae",
    show=pd.DataFrame(
        {
            "run of tokens": first["text"],
            "in English": first["text"].map(english),
            "tokens": first["n"],
            "count": first["count"],
            "reports": first["reports"],
        }
    ),
)

# %% [markdown]
# ## Where words stand in a report
#
# Each stroke is one occurrence, placed by its distance from the beginning of the report.

# %%
TRACED = ["法治", "改革", "公开", "执法", "化解", "信访", "问题"]

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-dispersion", "caption": "Where seven words occur in each report."}, "image": {"alt": "Strokes along each report where seven words occur."}}
figure, panels = plt.subplots(len(order), 1, figsize=(7.2, 7.4), sharex=True)
for axes, name in zip(panels, order, strict=True):
    for row, word in enumerate(TRACED[::-1]):
        found = positions(tokens[tokens["report"] == name], word)
        axes.plot(found["place"], [row] * len(found), "|", color="#0072b2", ms=7)
    axes.set_yticks(range(len(TRACED)), map(glossed, TRACED[::-1]), fontsize=8)
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.6, len(TRACED) - 0.4)
    axes.set_title(SHORT[name], fontsize=9)
panels[-1].set_xlabel(label("position"))
keep_figure(figure, "word-positions")

# %% [markdown]
# ## A concordance
#
# 化解 ("resolve, defuse") is the verb of dispute resolution. Sorted by what stands before it,
# lines that agree stand together.

# %%
NODE = "化解"
texts = {name: report.text for name, report in reports.items()}
lines = sort_lines(concordance(tokens, texts, NODE, width=14), "left")
kwic = as_table(lines)
keep_table(
    kwic,
    "concordance",
    show=pd.DataFrame(
        {
            "place": [
                Place(*pair)
                for pair in zip(kwic["report"], kwic["sentence"], strict=True)
            ],
            "report": kwic["report"].map(SHORT),
            "left": kwic["left"],
            "node": kwic["node"],
            "right": kwic["right"],
        }
    ).head(24),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
best = pairs.sort_values("logdice", ascending=False).iloc[0]
keep(
    window=WINDOW,
    min_pair=MIN_PAIR,
    n_pairs=len(pairs),
    best_pair=f"{best['x']} … {best['y']}",
    inside_share=INSIDE,
    n_formulae=len(formulae),
    formula_example=formulae.iloc[0]["text"] if len(formulae) else "none",
    formula_count=int(formulae.iloc[0]["count"]) if len(formulae) else 0,
    node=NODE,
    node_count=len(kwic),
    node_reports=int(kwic["report"].nunique()),
)

# %% [markdown]
# ## What this does not show
#
# Collocation in a small corpus follows its longest report and its set phrases; the network is a
# way into the lines, not a finding by itself.
