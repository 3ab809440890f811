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
# punctuation left out, stop words included.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from support import (
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
from govreports.words.bootstrap import paragraph_bootstrap, rates
from govreports.words.counts import count
from govreports.words.diversity import diversity, diversity_intervals, zipf_fit
from govreports.words.frequency import by_report, frequency
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter
from govreports.words.stopwords import load_stopwords

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
segmenter = Segmenter()
tokens = token_frame(reports, segmenter)
words = tokens[tokens["kind"] == "word"]
stop_words = {entry.word for entry in load_stopwords()}

# %% [markdown]
# ## The most frequent words
#
# DP (deviation of proportions, Gries 2008) says how unevenly a word is spread over the reports:
# 0 when each report has its share, near 1 when one report has all of it.

# %%
table = frequency(tokens, without=stop_words, normalised="lijffijt2012")
table = table[table["term"].isin(words["token"].unique())].reset_index(drop=True)
table = table.join(by_report(tokens), on="term")
top = table.head(30)

# %%
interval = paragraph_bootstrap(
    count(tokens, ("report", "paragraph")).of(list(top["term"])), rates, seed=SEED
)
per_report = pd.DataFrame(interval.estimate.T, index=top["term"], columns=order)
low = pd.DataFrame(interval.low.T, index=top["term"], columns=order)
high = pd.DataFrame(interval.high.T, index=top["term"], columns=order)

# %%
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

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-frequency", "caption": "The most frequent words, stop words left out, in each report."}, "image": {"alt": "Dot plot of the twenty most frequent words, one row a word, one dot a report."}}
colours = figures.report_colours(order)
shown = list(top["term"].head(20))[::-1]
figure, axes = plt.subplots(figsize=(7.2, 6.2))
for step, name in enumerate(order):
    heights = [row + (step - 2) * 0.14 for row in range(len(shown))]
    axes.hlines(
        heights,
        low.loc[shown, name],
        high.loc[shown, name],
        color=colours[name],
        alpha=0.45,
        linewidth=1.6,
    )
    axes.plot(
        per_report.loc[shown, name],
        heights,
        "o",
        color=colours[name],
        ms=4,
        label=SHORT[name],
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
terms = token_frame(reports, segmenter, "term")
phrase_table = frequency(terms, base=tokens, normalised="lijffijt2012")
glosses = {term.term: term.gloss for term in segmenter.lexicon.terms}
phrase_table.insert(1, "gloss", phrase_table["term"].map(glosses).fillna(""))
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
everything = frequency(tokens)
everything["rank_all"] = range(1, len(everything) + 1)
ranks = table.assign(rank_content=range(1, len(table) + 1)).merge(
    everything[["term", "rank_all"]], on="term"
)
stopped_share = float(tokens["token"].isin(stop_words).mean())

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-stopwords", "caption": "Ranks among all words and with stop words left out."}, "image": {"alt": "Slope chart: ranks of the top twelve words before and after stop words are left out."}}
figure, axes = plt.subplots(figsize=(6.2, 3.4))
for row in ranks.head(12).itertuples():
    axes.plot(
        [0, 1], [row.rank_all, row.rank_content], color=figures.MUTED, linewidth=0.8
    )
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
# The intervals are of halves of a report's paragraphs, joined in the order of the text.

# %%
varied = diversity(tokens).merge(diversity_intervals(tokens, seed=SEED), on="report")


def with_interval(measure: str, form: str) -> list[str]:
    """A measure of each report with its interval in brackets."""
    return [
        f"{value:{form}} ({low:{form}} to {high:{form}})"
        for value, low, high in zip(
            varied[measure],
            varied[f"{measure}_low"],
            varied[f"{measure}_high"],
            strict=True,
        )
    ]


keep_table(
    varied,
    "diversity",
    show=pd.DataFrame(
        {
            "report": varied["report"].map(SHORT),
            "tokens": varied["tokens"].map("{:,}".format),
            "types": varied["types"].map("{:,}".format),
            "MATTR": with_interval("mattr", ".2f"),
            "MTLD": with_interval("mtld", ".0f"),
        }
    ),
)

# %%
fit = zipf_fit(everything["count"].to_numpy(), first=1, last=500)
ends = pd.Series([fit.first, fit.last])
line = 10**fit.intercept * ends**fit.slope

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-zipf", "caption": "Frequency by rank, all words of all reports, with the line fitted to ranks 1 to 500."}, "image": {"alt": "Frequency against rank on logarithmic axes, with a straight line through the first five hundred ranks."}}
figure, axes = plt.subplots(figsize=(5.4, 3.6))
axes.loglog(everything["rank_all"], everything["count"], ".", color="#0072b2", ms=3)
axes.loglog(ends, line, color=figures.MUTED, linewidth=0.9)
axes.set_xlabel(label("rank"))
axes.set_ylabel(label("frequency"))
keep_figure(figure, "zipf")

# %% [markdown]
# ## Numbers for the chapters

# %%
first = table.iloc[0]
longer = table[table["term"].str.len() > 1]
rate_table = by_report(tokens).loc[list(top["term"].head(10))]
keep(
    n_tokens=len(tokens),
    n_types=int(tokens["token"].nunique()),
    n_stop_words=len(stop_words),
    stopped_share=stopped_share,
    top_rank_among_all=int(ranks["rank_all"].iloc[0]),
    ten_rank_among_all=int(ranks["rank_all"].iloc[9]),
    top_ten=named(longer["term"].head(10)),
    top_word=named([first["term"]]),
    top_count=int(first["count"]),
    top_rate=float(first["per_10k"]),
    top_fifty_share=float(longer["count"].head(50).sum() / longer["count"].sum()),
    hapax_share=float((everything["count"] == 1).mean()),
    in_all_share=float((longer.head(100)["reports"] == len(order)).mean()),
    n_phrases=int(phrase_table["term"].size),
    n_phrase_tokens=int(phrase_table["count"].sum()),
    mattr_low=float(varied["mattr"].min()),
    mattr_high=float(varied["mattr"].max()),
    mtld_least=SHORT[varied.loc[varied["mtld"].idxmin(), "report"]],
    mtld_most=SHORT[varied.loc[varied["mtld"].idxmax(), "report"]],
    mtld_least_value=float(varied["mtld"].min()),
    mtld_least_high=float(varied.loc[varied["mtld"].idxmin(), "mtld_high"]),
    mtld_most_value=float(varied["mtld"].max()),
    mtld_most_low=float(varied.loc[varied["mtld"].idxmax(), "mtld_low"]),
    zipf_first=fit.first,
    zipf_last=fit.last,
    zipf_fall=float(-fit.slope),
    zipf_r2=float(fit.r_squared),
)

# %% [markdown]
# ## What this does not show
#
# A frequent word need not matter and a word that matters may be rare. Frequency shows the weight
# of the administrative vocabulary; what a report says with it is a question for the themes.
