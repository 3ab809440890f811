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
# # Do the reports say how reconsideration and litigation ended?
#
# Cases are easily counted; how they ended is told more rarely. Every sentence that speaks of
# reconsideration or of litigation against the administration was searched for the words that
# the two procedures have for an outcome.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    english,
    in_words,
    keep,
    keep_table,
    number_of,
    places,
    reports_of,
    say,
    table_of,
)

from govreports.claims.outcomes import counts_cases, names_procedure, rates_of_outcome

analysis = analyse()
names, labels = analysis.names, analysis.labels
codings, quantities = analysis.codings, analysis.quantities

# %% [markdown]
# ## What was searched for
#
# The words are those in which the laws on reconsideration and on administrative litigation name
# the ways a case can end, with what reports call losing and being corrected. Some of them, such
# as 撤销 and 变更, are used of documents and firms too; so they count only where the sentence
# names one of the two procedures. That a case is closed (审结) tells no outcome, nor does a
# settlement in enforcement (执行和解), which follows a judgment. The word for a rate of losing or
# of correction is looked for in the whole text, whatever procedure it is used of.

# %%
told = codings.loc[codings["text"].map(names_procedure), ["report", "sentence"]]
counting = quantities[counts_cases(quantities)].merge(told)
outcomes = analysis.outcomes
ended = outcomes[["report", "sentence"]].drop_duplicates()
rates = codings["text"].map(rates_of_outcome).map(len)
by_report = pd.DataFrame(
    {
        "sentences": told["report"].value_counts(),
        "counts": counting["report"].value_counts(),
        "outcomes": ended["report"].value_counts(),
        "rates": rates.groupby(codings["report"]).sum(),
    }
)
by_report = by_report.reindex(names).fillna(0).astype(int)
table_of(
    pd.DataFrame(
        {
            "report": [labels[name] for name in names],
            "sentences on either procedure": by_report["sentences"].array,
            "numbers of cases": by_report["counts"].array,
            "sentences with an outcome": by_report["outcomes"].array,
            "rates of an outcome named": by_report["rates"].array,
        }
    )
)

# %%
for genre, listed in analysis.genres.items():
    own = by_report.loc[listed]
    say(
        f"{reports_of(genre, len(listed))}: "
        f"{number_of(own['sentences'].sum(), 'sentence')} on either procedure, "
        f"{own['outcomes'].sum():,} of them with an outcome; "
        f"{number_of(own['rates'].sum(), 'rate')} of an outcome named."
    )

# %% [markdown]
# ## Every outcome that is named
#
# The figure is what the clause itself gives.

# %%
clauses = outcomes.groupby(["report", "sentence", "start"], sort=False).agg(
    {"quote": "first", "kind": ", ".join, "quantities": "first"}
)
stated = quantities.set_index(["report", "id"])
figures = [
    stated.loc[[(place[0], one) for one in ids.split()]]
    for place, ids in zip(clauses.index, clauses["quantities"], strict=True)
]
clauses["value"] = [", ".join(own["text"] + own["unit"]) for own in figures]
clauses["status"] = [", ".join(own["status"].unique()) for own in figures]
clauses = clauses.reset_index().drop(columns=["start", "quantities"])
keep_table(
    clauses,
    "outcomes",
    show=pd.DataFrame(
        {
            "clause": clauses["quote"],
            "in English": clauses["quote"].map(english),
            "outcome named": clauses["kind"],
            "figure": clauses["value"],
            "report": clauses["report"].map(labels),
            "place": places(clauses["report"], clauses["sentence"]),
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters
#
# Cases lost or corrected are adverse to the administration; the word for lost and won (败诉, 胜诉)
# is looked at for either. Cases won are counted for the law-based government reports alone.

# %%
adverse = clauses["kind"].str.contains("lost|corrected") & (clauses["value"] != "")
cases = outcomes.groupby("kind")["cases"].sum()
of_law = clauses[clauses["report"].isin(analysis.of_genre("rule-of-law"))]
won = of_law["kind"].str.contains("lost or won|upheld") & (of_law["value"] != "")
keep(
    n_sentences_procedure=len(told),
    n_sentences_outcome=len(ended),
    reports_counting_in_words=in_words(counting["report"].nunique()),
    rates_lost_in_words=in_words(int(rates.sum())),
    adverse_in_words=in_words(int(adverse.sum())),
    won_in_words=in_words(int(won.sum())),
    n_upheld=int(cases.get("upheld", 0)),
    n_withdrawn=int(cases.get("settled or withdrawn", 0)),
)

# %% [markdown]
# ## What this does not show
#
# An outcome told in words that are not listed is missed, and a case that is not told of is not
# known. That a report is silent does not say how its cases ended.
