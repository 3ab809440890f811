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
# # How do petitions stand beside law?
#
# Petitions and lawsuits are told of under one theme, that of disputes (T6). How many of its
# sentences speak of each, by their own words, in the law-based government reports.

# %% tags=["hide-input"]
from support import (
    analyse,
    in_words,
    keep,
    keep_table,
    listed,
    number_of,
    reports_of,
    say,
)

from govreports.claims.outcomes import rates_of_outcome
from govreports.claims.redress import ways_of_redress

analysis = analyse()
names, labels = analysis.of_genre("rule-of-law"), analysis.labels
codings = analysis.codings[analysis.codings["report"].isin(names)]

# %% [markdown]
# ## What the sentences on disputes speak of
#
# A sentence can speak of several; one that has none of the words often goes on with the matter of
# the sentence before.

# %%
counts = ways_of_redress(codings[codings["primary"] == "T6"])
keep_table(
    counts,
    "disputes",
    show=counts.assign(report=counts["report"].map(labels)).rename(
        columns={
            "petitions": "petitions and stability",
            "redress": "reconsideration and lawsuits",
            "settlement": "mediation and arbitration",
            "none_of_these": "none of these",
        }
    ),
)

# %%
say(
    f"{reports_of('rule-of-law', len(names))}: "
    f"{number_of(counts['sentences'].sum(), 'sentence')} on disputes, "
    f"{counts['petitions'].sum():,} of them on petitions or the keeping of stability, "
    f"{counts['redress'].sum():,} on reconsideration or lawsuits."
)

# %% [markdown]
# ## Numbers for the chapters
#
# A report is silent on petitions if none of its sentences, of whatever theme, has the word.

# %%
told = counts[counts["petitions"] > 0]
more = told.loc[told["petitions"] > told["redress"], "report"]
speaking = codings.loc[codings["text"].str.contains("信访"), "report"].unique()
silent = [name for name in names if name not in speaking]
rates = codings[codings["text"].map(rates_of_outcome).astype(bool)]
keep(
    n_petitions=int(told["petitions"].sum()),
    n_redress=int(told["redress"].sum()),
    petitions_told=in_words(len(told)),
    petitions_silent=listed(labels[name] for name in silent),
    more_petitions=listed(more.map(labels)),
    n_rates_of_losing=in_words(rates["report"].nunique()),
)

# %% [markdown]
# ## What this does not show
#
# A report is not asked how often people petitioned or sued, only how much it says of either.
