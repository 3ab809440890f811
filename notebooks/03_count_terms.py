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
# # Which words carry these reports?
#
# Base tokens are counted here (单词层, words by the PKU convention); multiword terms are a second
# layer with a table of their own. The two are never added up. Rates are per 10,000 base tokens,
# punctuation left out, stop words included. The tables count all reports of the corpus together,
# of whatever genre; their data give the rates in each report beside.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    analyse,
    english,
    glossed,
    keep,
    keep_figure,
    keep_table,
    label,
    named,
    say,
    with_interval,
)

from govreports import figures
from govreports.stats.bootstrap import paragraph_bootstrap, rates
from govreports.stats.counts import count
from govreports.stats.diversity import diversity, diversity_intervals, zipf_fit
from govreports.stats.groups import grouped, groups
from govreports.words.frequency import by_report, with_spread
from govreports.words.stopwords import stop_words

analysis = analyse()
tokens, terms, names = analysis.tokens, analysis.terms, analysis.labels
words = terms[terms["kind"] == "word"]

# %% [markdown]
# ## The most frequent words
#
# DP (deviation of proportions, Gries 2008) says how unevenly a word is spread over the reports:
# 0 when each report has its share, near 1 when one report has all of it. It is empty where there
# is one report alone.

# %%
table = with_spread(words[words["stop"] == ""], tokens)
table = table.join(by_report(tokens), on="term")
top = table.head(30)
keep_table(
    table,
    "frequency",
    show=pd.DataFrame(
        {
            "term": top["term"],
            "in English": top["term"].map(english),
            "count": top["count"],
            "per 10,000": top["per_10k"].map("{:.1f}".format),
            "reports": top["reports"],
            "DP by report": top["dispersion"],
            "DP by section": top["dispersion_section"],
        }
    ).head(20),
)

# %% [markdown]
# How much each rate depends on a few paragraphs: 95 % intervals from paragraphs drawn anew. Where
# there are more reports than a figure can show one by one, they stand together by genre and year.

# %%
shown = list(top["term"].head(20))[::-1]
shown_as = groups(analysis.register, by="label")
together = grouped(tokens, shown_as)
interval = paragraph_bootstrap(
    count(together, ("report", "paragraph")).of(shown), rates
)
order = list(pd.unique(together["report"]))

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-frequency", "caption": "The most frequent words, stop words left out, in each report."}, "image": {"alt": "Dot plot of the most frequent words, one row a word, one dot a report."}}
MARKERS = "osD"  # beyond the colours that can be told apart
figure, axes = plt.subplots(figsize=(7.2, 0.29 * max(len(shown), 4) + 0.4))
for step, name in enumerate(order):
    shift = (step - (len(order) - 1) / 2) * 0.7 / max(len(order), 5)
    heights = [row + shift for row in range(len(shown))]
    colour = figures.CATEGORIES[step % len(figures.CATEGORIES)]
    low, high = interval.low[step], interval.high[step]
    axes.hlines(heights, low, high, color=colour, alpha=0.45, linewidth=1.6)
    axes.plot(
        interval.estimate[step],
        heights,
        MARKERS[step // len(figures.CATEGORIES)],
        color=colour,
        ms=4,
        label=name,
    )
axes.set_yticks(range(len(shown)), map(glossed, shown))
axes.set_xlabel(label("per_10k"))
axes.grid(axis="x")
axes.legend(loc="lower right", fontsize="small")
keep_figure(figure, "frequency")

# %% [markdown]
# ## Multiword terms
#
# These are spans over base tokens, matched longest first against the phrase lexicon. A term
# inside a longer one is not counted again.

# %%
phrases = terms[terms["layer"] == "term"].reset_index(drop=True)
phrase_table = with_spread(phrases, analysis.multiword, base=tokens)
phrase_table.insert(1, "gloss", phrases["gloss"])
keep_table(
    phrase_table,
    "multiword-terms",
    show=pd.DataFrame(
        {
            "term": phrase_table["term"],
            "gloss": phrase_table["gloss"],
            "count": phrase_table["count"],
            "per 10,000": phrase_table["per_10k"].map("{:.1f}".format),
            "reports": phrase_table["reports"],
            "DP by report": phrase_table["dispersion"],
        }
    ).head(20),
)

# %% [markdown]
# ## How much the list depends on stop words
#
# A list of frequent words is only as good as the decision which words to leave out. Here is how
# each word's rank moves when the project's own stop words are removed, and how much is removed.

# %%
everything = terms[terms["layer"] == "token"].reset_index(drop=True)
rank_all = pd.Series(everything.index + 1, index=everything["term"])
ranks = pd.DataFrame({"term": table["term"], "rank_content": table.index + 1})
ranks["rank_all"] = ranks["term"].map(rank_all)
stopped = tokens["token"].isin(list(stop_words()))

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-stopwords", "caption": "Ranks among all words and with stop words left out."}, "image": {"alt": "Slope chart: ranks of the top twelve words before and after stop words are left out."}}
figure, axes = plt.subplots(figsize=(6.2, 3.4))
for row in ranks.head(12).itertuples():
    axes.plot([0, 1], [row.rank_all, row.rank_content], color=figures.MUTED, lw=0.8)
    axes.text(1.03, row.rank_content, glossed(row.term), va="center", fontsize=9)
axes.set_xticks([0, 1], [label("all_words"), label("stop_words")])
axes.set_xlim(-0.1, 1.5)
axes.invert_yaxis()
axes.set_ylabel(label("rank"))
keep_figure(figure, "stop-words")

# %% [markdown]
# ## How varied the wording is
#
# MATTR is the mean share of different words in every window of a hundred tokens; MTLD the mean
# length of a stretch that keeps that share above 0.72. Both are made not to depend on length.
# The intervals are of halves of a report's paragraphs, joined in the order of the text; a report
# of fewer than four paragraphs has none.

# %%
varied = diversity(tokens).merge(diversity_intervals(tokens), on="report")


def measured(measure: str, form: str) -> list[str]:
    """A measure of each report with its interval."""
    ends = (varied[f"{measure}_low"], varied[f"{measure}_high"])
    return with_interval(varied[measure], *ends, form)


keep_table(
    varied,
    "diversity",
    show=pd.DataFrame(
        {
            "report": varied["report"].map(names),
            "tokens": varied["tokens"].map("{:,}".format),
            "types": varied["types"].map("{:,}".format),
            "MATTR": measured("mattr", ".2f"),
            "MTLD": measured("mtld", ".0f"),
        }
    ),
)

# %% [markdown]
# Zipf's law in its plain form: frequency falls with rank, on logarithmic axes, by a slope of −1.

# %%
fit = zipf_fit(everything["count"].to_numpy(), first=1, last=500)

# %% [markdown]
# ## Numbers for the chapters

# %%
longer = table[table["term"].str.len() > 1]
by_mtld = varied.sort_values("mtld", kind="stable").reset_index(drop=True)
least, most = by_mtld.iloc[0], by_mtld.iloc[int(by_mtld["mtld"].argmax())]
first = top.iloc[0]
keep(
    n_tokens=len(tokens),
    n_types=int(tokens["token"].nunique()),
    n_stop_words=len(stop_words()),
    stopped_share=float(stopped.mean()),
    top_rank_among_all=int(ranks["rank_all"].iloc[0]),
    ten_rank_among_all=int(ranks["rank_all"].head(10).iloc[-1]),
    top_ten=named(longer["term"].head(10)),
    top_word=named([first["term"]]),
    top_count=int(first["count"]),
    top_rate=float(first["per_10k"]),
    top_fifty_share=float(longer["count"].head(50).sum() / longer["count"].sum()),
    hapax_share=float((everything["count"] == 1).mean()),
    in_all_share=float((longer.head(100)["reports"] == len(names)).mean()),
    n_phrases=len(phrase_table),
    n_phrase_tokens=int(phrase_table["count"].sum()),
    mattr_low=float(varied["mattr"].min()),
    mattr_high=float(varied["mattr"].max()),
    mtld_least=names[least["report"]],
    mtld_most=names[most["report"]],
    mtld_least_high=float(least["mtld_high"]),
    mtld_most_low=float(most["mtld_low"]),
    zipf_first=fit.first,
    zipf_last=fit.last,
    zipf_fall=float(-fit.slope),
    zipf_r2=float(fit.r_squared),
)

# %% tags=["hide-input"]
say(
    f"The {len(names)} reports hold {len(tokens):,} tokens of {len(everything):,} types and "
    f"{len(phrase_table):,} different multiword terms. Stop words left out, "
    f"{named([first['term']])} leads with {first['per_10k']:.0f} in 10,000 tokens; the fifty most "
    f"frequent words of two or more characters make up "
    f"{longer['count'].head(50).sum() / longer['count'].sum():.0%} of all such words."
)

# %% [markdown]
# ## What this does not show
#
# A frequent word need not matter and a word that matters may be rare. Frequency shows the weight
# of the administrative vocabulary; what a report says with it is a question for the themes.
