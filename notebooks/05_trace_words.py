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
# Which words stand near each other more than chance would have it (collocation), and where in a
# report a word occurs (lexical dispersion). Runs of words that recur in several reports are the
# genre's formulae. All reports of the corpus are read together, of whatever genre.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    english,
    glossed,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    named,
    places,
    say,
    with_interval,
)

from govreports.stats.groups import longest
from govreports.words.collocation import collocations, network
from govreports.words.concordance import concordance
from govreports.words.frequency import with_spread
from govreports.words.news import FORMULA, OWN, SHARED, formula_and_news
from govreports.words.ngrams import maximal, ngrams
from govreports.words.plots import draw_network, draw_positions, linked
from govreports.words.stopwords import stop_words

analysis = analyse()
tokens, names = analysis.tokens, analysis.labels


def in_two_lines(word: str) -> str:
    """A word over its meaning."""
    return f"{word}\n{english(word)}"


# %% [markdown]
# ## Collocation
#
# The window is five tokens to either side within a sentence; pairs are ranked by logDice, which
# does not depend on the size of the corpus. Numbers and stop words keep their places in the
# window and stand in no pair.

# %%
WINDOW, MIN_PAIR, STRONGEST = 5, 8, 70
numbers = set(tokens.loc[tokens["kind"] != "word", "token"])
pairs = collocations(
    tokens, window=WINDOW, without=stop_words() | numbers, min_count=MIN_PAIR
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

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-collocation", "caption": "The strongest collocations of all reports."}, "image": {"alt": "Network of words that stand together more often than chance would have it."}}
graph = network(pairs, measure="logdice", top=STRONGEST)
linked_words = linked(graph)
if linked_words:
    figure = draw_network(graph, linked_words, written=in_two_lines)
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
runs = ngrams(
    tokens,
    sizes=range(SHORTEST, LONGEST + 1),
    min_count=IN_REPORTS,
    min_reports=IN_REPORTS,
)
formulae = maximal(runs, share=INSIDE)
texts = {name: report.text for name, report in analysis.reports.items()}
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
            "first printed in": [names[line.report] for line in printed],
            "place": places(
                [line.report for line in printed], [line.sentence for line in printed]
            ),
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
news = formula_and_news(tokens, formulae["ngram"], analysis.shared)
kinds = [FORMULA, SHARED, OWN]
wide = news.pivot(index="report", columns="kind", values=["share", "low", "high"])
wide = wide.loc[list(names)]
shares, low, high = (wide[part][kinds] for part in ("share", "low", "high"))
keep_table(
    pd.concat(
        [shares, low.add_suffix(", low"), high.add_suffix(", high")], axis=1
    ).reset_index(),
    "formula-and-news",
    show=pd.DataFrame(
        {"report": list(names.values())}
        | {k: with_interval(shares[k], low[k], high[k], ".1%") for k in kinds}
    ),
)

# %% [markdown]
# ## Where words stand in a report
#
# Of the fifty most frequent words the seven that are spread most unevenly over sections. Each
# stroke is one occurrence, placed by its distance from the beginning of the report. Of more than
# twelve reports the twelve longest are shown.

# %%
plain = analysis.terms[
    (analysis.terms["kind"] == "word") & (analysis.terms["stop"] == "")
]
frequent = with_spread(plain.head(50), tokens)
uneven = frequent.nlargest(7, "dispersion_section")["term"].tolist()

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-dispersion", "caption": "Where the most unevenly spread of the frequent words occur in each report."}, "image": {"alt": "Strokes along each report where words occur."}}
drawn = {name: names[name] for name in longest(analysis.register)}
if uneven:
    axis = label("position")
    figure = draw_positions(tokens, uneven, drawn, axis=axis, written=glossed)

# %% [markdown]
# ## Numbers for the chapters

# %%
counted = news.groupby("kind")["count"].sum() / len(tokens)
own, formula = shares[OWN], shares[FORMULA]
keep(
    min_pair=MIN_PAIR,
    n_pairs=len(pairs),
    n_strongest=graph.number_of_edges(),
    n_drawn=sum(graph.subgraph(words).number_of_edges() for words in linked_words),
    n_of_one_report=int((best["reports"] == 1).sum()),
    n_best=len(best),
    inside_share=INSIDE,
    n_formulae=len(formulae),
    shortest=in_words(SHORTEST),
    longest=in_words(LONGEST),
    in_reports=in_words(IN_REPORTS),
    formula_share=float(counted[FORMULA]),
    formula_least=float(formula.min()),
    formula_most=float(formula.max()),
    passage_share=float(counted[SHARED]),
    own_share=float(counted[OWN]),
    own_least=float(own.min()),
    own_least_report=names[own.idxmin()],
    own_most=float(own.max()),
    own_most_report=names[own.idxmax()],
)

# %% tags=["hide-input"]
pair = f": first {named(best.iloc[0][['x', 'y']])}" if len(best) else ""
say(
    f"Pairs of words that occur {MIN_PAIR} times or more: {len(pairs)}{pair}. Runs of "
    f"{SHORTEST} to {LONGEST} tokens that {IN_REPORTS} reports or more have: {len(formulae)}; "
    f"they cover {counted[FORMULA]:.1%} of all tokens."
)

# %% [markdown]
# ## What this does not show
#
# Collocation in a small corpus follows its longest report and its set phrases; the network is a
# way into the lines, not a finding by itself.
