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
# # Which instruments do the reports cite, and what recognition do they claim?
#
# The titles in 《》 by the rank that they tell; and the sentences that claim a first, a rank, an
# honour or praise, beside those that state a problem.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, in_words, keep, keep_table, listed, places, say, table_of

from govreports.claims.instrument_ranks import (
    cited_instruments,
    grounds_named,
    rank_of,
)
from govreports.claims.recognition import recognition_table, recognitions_in

analysis = analyse()
names, labels, codings = analysis.names, analysis.labels, analysis.codings
law = analysis.of_genre("rule-of-law")

# %% [markdown]
# ## Instruments by rank
#
# A title tells laws (法) and regulations (条例) apart from the rest; a rule of a government is
# not told from a normative document. *Other* are titles of programmes, pages and projects.

# %%
RANKS = [
    "law",
    "regulation",
    "rule or document",
    "Party or joint",
    "document",
    "other",
]
cited = cited_instruments(codings)
by_rank = pd.crosstab(cited["report"], cited["rank"])
by_rank = by_rank.reindex(index=names, columns=RANKS, fill_value=0)
keep_table(
    cited,
    "instruments-by-rank",
    show=by_rank.assign(all=by_rank.sum(axis=1))
    .rename(index=labels)
    .rename_axis("report")
    .reset_index(),
)

# %%
table_of(
    pd.DataFrame(
        {
            "title": cited["title"],
            "rank": cited["rank"],
            "report": cited["report"].map(labels),
            "place": places(cited["report"], cited["sentence"]),
        }
    )
)

# %% [markdown]
# ## Recognition
#
# Sentences with a wording for each; plans are not asked. *Problems* are sentences in parts set
# aside for shortcomings.

# %%
recognised = recognition_table(codings)
keep_table(
    recognised,
    "recognition",
    show=recognised.assign(report=recognised["report"].map(labels)).rename(
        columns={
            "recognised": "any of them",
            "first": "firsts",
            "rank": "ranks",
            "honour": "honours",
            "problems": "sentences on problems",
        }
    ),
)

# %%
claims = codings[(codings["move"] != "plan")]
claims = claims.assign(kinds=claims["text"].map(recognitions_in))
claims = claims[claims["kinds"].map(len) > 0]
keep_table(
    claims[["report", "sentence", "text"]],
    "recognition-lines",
    show=pd.DataFrame(
        {
            "sentence": claims["text"].str.slice(0, 90),
            "claims": claims["kinds"].map(", ".join),
            "report": claims["report"].map(labels),
            "place": places(claims["report"], claims["sentence"]),
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
ruled = by_rank.loc[law].sum()
# Titles named as the ground of what is told: 根据《…》和《…》.
texts = codings.loc[codings["report"].isin(law), "text"]
grounds = texts.map(grounds_named).explode().dropna().map(rank_of)
told = recognised.set_index("report").loc[law]
most = told["recognised"].idxmax() if len(told) else ""
none = [
    labels[name] for name in law if not by_rank.loc[name, ["law", "regulation"]].sum()
]
say(
    f"The law-based government reports cite {ruled.sum():,} titles, {ruled['law']:,} of them laws and "
    f"{ruled['regulation']:,} regulations."
)
keep(
    n_cited=int(ruled.sum()),
    n_laws=int(ruled["law"]),
    n_regulations=int(ruled["regulation"]),
    n_not_laws=int(ruled.sum() - ruled["law"]),
    n_grounds=len(grounds),
    ground_laws_in_words=in_words(int((grounds == "law").sum())),
    ground_regulations_in_words=in_words(int((grounds == "regulation").sum())),
    n_rules_or_documents=int(ruled["rule or document"]),
    n_party=int(ruled["Party or joint"]),
    n_documents=int(ruled["document"]),
    n_other=int(ruled["other"]),
    law_share=float((ruled["law"] + ruled["regulation"]) / max(1, ruled.sum())),
    without_laws=listed(none) or "none",
    n_recognised=int(told["recognised"].sum()),
    n_firsts=int(told["first"].sum()),
    n_ranks=int(told["rank"].sum()),
    n_honours=int(told["honour"].sum()),
    n_praise=int(told["praise"].sum()),
    n_problems=int(told["problems"].sum()),
    most_recognised=labels.get(most, "none"),
    n_most_recognised=int(told["recognised"].max()) if len(told) else 0,
    n_most_problems=int(told.loc[most, "problems"]) if most else 0,
    n_more_recognition=int((told["recognised"] > told["problems"]).sum()),
)

# %% [markdown]
# ## What this does not show
#
# An instrument named without 《》 is missed, and a ground that is given in other words than the
# four sought; so is recognition in other words than those listed.
