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
from string import ascii_uppercase

import matplotlib.pyplot as plt
import networkx as nx
import numpy as np
import pandas as pd
from support import (
    SEED,
    SHORT,
    Place,
    english,
    glossed,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
)

from govreports.claims.reuse import shared_spans
from govreports.words.bootstrap import paragraph_bootstrap, rates
from govreports.words.collocation import collocations, network
from govreports.words.concordance import as_table, concordance, sort_lines
from govreports.words.counts import count, leave_out
from govreports.words.dispersion import positions
from govreports.words.ngrams import in_runs, maximal, ngrams
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter
from govreports.words.stopwords import load_stopwords

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
# does not depend on the size of the corpus. Numbers and stop words keep their places in the
# window and stand in no pair.

# %%
WINDOW, MIN_PAIR, STRONGEST = 5, 8, 70
PATCH = {
    "boxstyle": "round,pad=0.15",
    "facecolor": "white",
    "edgecolor": "none",
    "alpha": 0.85,
}
numbers = set(tokens["token"]) - set(words["token"])
pairs = collocations(
    tokens, window=WINDOW, without=stop_words | numbers, min_count=MIN_PAIR
)
best = pairs.head(15)
keep_table(
    pairs,
    "collocations",
    show=pd.DataFrame(
        {
            "pair": [
                f"{glossed(x)} – {glossed(y)}"
                for x, y in zip(best["x"], best["y"], strict=True)
            ],
            "count": best["count"],
            "reports": best["reports"],
            "logDice": best["logdice"],
            "t": best["t"],
        }
    ),
)
graph = network(pairs, measure="logdice", top=STRONGEST)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-collocation", "caption": "The strongest collocations of all reports."}, "image": {"alt": "Network of words that stand together more often than chance would have it."}}
weights = [weight for *_, weight in graph.edges.data("weight")]
weakest, strongest = min(weights), max(weights)
groups = [
    g
    for g in sorted(nx.connected_components(graph), key=len, reverse=True)
    if len(g) > 2
]
# The largest group has room for four, four stand beside it, the others in rows of four.
letters = ascii_uppercase[: max(len(groups), 5)]
places = ["AABC", "AADE", *(letters[i : i + 4] for i in range(5, len(letters), 4))]
figure, panels = plt.subplot_mosaic(
    ";".join(row.ljust(4, ".") for row in places), figsize=(7.2, 1.2 * len(places))
)
for axes, group in zip_longest((panels[letter] for letter in letters), groups):
    axes.axis("off")
    if group:
        # In sorted order: the layout depends on it, and a set has none of its own.
        part = nx.Graph(sorted(sorted(edge) for edge in graph.subgraph(group).edges))
        spread = nx.kamada_kawai_layout(part)
        strength = [graph.edges[edge]["weight"] for edge in part.edges]
        nx.draw_networkx_edges(
            part,
            spread,
            ax=axes,
            edge_color="#b8b8b8",
            # From half a point for the weakest pair drawn to three for the strongest.
            width=list(np.interp(strength, [weakest, strongest], [0.5, 3])),
        )
        # All patches first: none may cover another word.
        for style in ({"alpha": 0, "bbox": PATCH}, {}):
            for word, (x, y) in spread.items():
                axes.text(
                    x,
                    y,
                    f"{word}\n{english(word)}",
                    ha="center",
                    va="center",
                    fontsize=8,
                    linespacing=1,
                    **style,
                )
        axes.margins(0.25, 0.2)
keep_figure(figure, "collocation")

# %% [markdown]
# ## Runs of words that recur
#
# A run of four to fifteen tokens that occurs in at least three reports is formula in the plain
# sense: different writers, the same words. Punctuation is passed over; a run is shown as it is
# first printed.

# %%
INSIDE = 0.75  # of a run's occurrences in one longer run: then it is left out
SHORTEST, LONGEST, IN_REPORTS = 4, 15, 3
formulae = maximal(
    ngrams(
        tokens,
        sizes=range(SHORTEST, LONGEST + 1),
        min_count=IN_REPORTS,
        min_reports=IN_REPORTS,
    ),
    share=INSIDE,
)
texts = {name: report.text for name, report in reports.items()}
first = formulae.head(15)
printed = [next(concordance(tokens, texts, run)) for run in first["ngram"]]
keep_table(
    formulae.drop(columns="ngram"),
    "formulae",
    show=pd.DataFrame(
        {
            "as first printed": [line.node for line in printed],
            "in English": first["text"].map(english),
            "tokens": first["n"],
            "count": first["count"],
            "reports": first["reports"],
            "first report": [SHORT[line.report] for line in printed],
            "place": [Place(line.report, line.sentence) for line in printed],
        }
    ),
)

# %% [markdown]
# ## Formula and news
#
# How much of each report stands in such runs, how much in passages of fifteen or more characters
# that another report has too, and how much is made of words that no other report has. The last
# is high for a long report and low where another is like it; what is counted as formula or as
# its own is held fixed when paragraphs are resampled.

# %%
holders = words.groupby("token")["report"].nunique()
spans = pd.DataFrame(
    [
        (name, *span)
        for name, found in shared_spans(reports).items()
        for span in found
    ],
    columns=["report", "start", "end"],
)
kinds = {
    "in formulae": tokens[in_runs(tokens, formulae["ngram"])],
    "in shared passages": tokens.drop(leave_out(tokens, spans).index),
    "words no other report has": words[words["token"].map(holders) == 1],
}
every = paragraph_bootstrap(
    count(
        pd.concat([rows.assign(token=kind) for kind, rows in kinds.items()]),
        ("report", "paragraph"),
        base=tokens,
    ).of(list(kinds)),
    rates,
    seed=SEED,
)
shares, low, high = (
    pd.DataFrame(
        part / 10_000, index=pd.unique(tokens["report"]), columns=list(kinds)
    )
    for part in (every.estimate, every.low, every.high)
)
news = pd.concat(
    [shares, low.add_suffix(", low"), high.add_suffix(", high")], axis=1
).rename_axis("report")
keep_table(
    news.reset_index(),
    "formula-and-news",
    show=pd.DataFrame(
        {"report": [SHORT[name] for name in shares.index]}
        | {
            kind: [
                f"{share:.1%} ({below:.1%} to {above:.1%})"
                for share, below, above in zip(
                    shares[kind], low[kind], high[kind], strict=True
                )
            ]
            for kind in kinds
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
figure, panels = plt.subplots(len(order), 1, figsize=(7.2, 6.4), sharex=True)
for axes, name in zip(panels, order, strict=True):
    for row, word in enumerate(TRACED[::-1]):
        found = positions(tokens[tokens["report"] == name], word)
        axes.plot(found["place"], [row] * len(found), "|", color="#0072b2", ms=7)
    axes.set_yticks(range(len(TRACED)), map(glossed, TRACED[::-1]), fontsize=7)
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.6, len(TRACED) - 0.4)
    axes.set_title(SHORT[name], fontsize=9)
panels[-1].set_xlabel(label("position"))
keep_figure(figure, "word-positions")

# %% [markdown]
# ## A concordance
#
# 化解 ("resolve, defuse") is the verb of dispute resolution. Sorted by what stands before it,
# lines that agree stand together. A string is found wherever it stands, inside longer words too;
# a list of tokens only where the segmentation has them as words.

# %%
NODE = "化解"
lines = sort_lines(concordance(tokens, texts, NODE, width=14), "left")
kwic = as_table(lines)
by_itself = sum(1 for _ in concordance(tokens, texts, [NODE]))
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
own = shares["words no other report has"]
in_drawn = [graph.subgraph(group).number_of_edges() for group in groups]
keep(
    window=WINDOW,
    min_pair=MIN_PAIR,
    n_pairs=len(pairs),
    n_strongest=graph.number_of_edges(),
    n_drawn=sum(in_drawn),
    n_of_one_report=int((best["reports"] == 1).sum()),
    n_best=len(best),
    inside_share=INSIDE,
    n_formulae=len(formulae),
    shortest=in_words(SHORTEST),
    longest=in_words(LONGEST),
    in_reports=in_words(IN_REPORTS),
    formula_share=len(kinds["in formulae"]) / len(tokens),
    formula_least=float(shares["in formulae"].min()),
    formula_most=float(shares["in formulae"].max()),
    passage_share=len(kinds["in shared passages"]) / len(tokens),
    own_share=len(kinds["words no other report has"]) / len(tokens),
    own_least=float(own.min()),
    own_least_report=SHORT[own.idxmin()],
    own_most=float(own.max()),
    own_most_report=SHORT[own.idxmax()],
    formula_example=formulae.iloc[0]["text"] if len(formulae) else "none",
    formula_count=int(formulae.iloc[0]["count"]) if len(formulae) else 0,
    node=NODE,
    node_count=len(kwic),
    node_by_itself=by_itself,
    node_reports=int(kwic["report"].nunique()),
)

# %% [markdown]
# ## What this does not show
#
# Collocation in a small corpus follows its longest report and its set phrases; the network is a
# way into the lines, not a finding by itself.
