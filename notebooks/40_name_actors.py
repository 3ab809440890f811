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
# # Who acts, and is it otherwise where something is wanting?
#
# Whom the sentences name that report results, and whom the shortcomings. That a shortcoming names
# no part of the administration tells something of shortcomings only if other sentences do.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, keep, keep_table

from govreports.claims.base_rates import actors_by_report, base_rates
from govreports.claims.results import (
    result_clauses,
    result_sentences,
    with_named_and_counted,
)

analysis = analyse()
labels, table = analysis.labels, analysis.statements
# Shortcomings in parts set aside for them: which others are found hangs on single words.
table = table[(table["kind"] != "shortcoming") | (table["place"] != "elsewhere")]

# %% [markdown]
# ## Shortcomings beside results
#
# A shortcoming is mostly a clause and a result a whole sentence, which can name more and has room
# for more figures. Clauses of results are what shortcomings are fairly set beside. Figures are the
# quantities of this book: dates, document numbers and hotlines are none. The data has every
# sentence and every clause, with whom it names and how many quantities it holds.

# %%
quantities = analysis.quantities
place = ["report", "sentence", "start", "end", "text"]
texts = {
    "shortcomings": table[table["kind"] == "shortcoming"],
    "results": result_sentences(analysis.codings)[place],
    "clauses of results": result_clauses(analysis.reports, analysis.codings),
}
# The data hold every sentence and clause; the page shows how they begin.
results = with_named_and_counted(texts["results"], quantities)
keep_table(results, "results-named", show=results.head(10))
clauses = with_named_and_counted(texts["clauses of results"], quantities)
keep_table(clauses, "results-clauses", show=clauses.head(10))

# %%
rates = pd.concat(
    [
        base_rates(
            {kind: own[own["report"].isin(of_genre)] for kind, own in texts.items()},
            quantities,
        ).assign(genre=genre)
        for genre, of_genre in analysis.genres.items()
    ]
)
WHOM = {
    "administration": "name a part of the administration",
    "leaders": "name leaders",
    "nobody": "name nobody",
    "cause": "give a cause",
    "figures": "have a figure",
}
of_kind = rates.groupby("kind", sort=False).sum(numeric_only=True)
keep_table(
    rates,
    "base-rates",
    show=pd.DataFrame(
        {
            "what": of_kind.index,
            "number": of_kind["texts"].array,
            **{
                words: [
                    f"{n} ({n / max(1, texts):.0%})"
                    for n, texts in zip(
                        of_kind[column], of_kind["texts"], strict=True
                    )
                ]
                for column, words in WHOM.items()
            },
        }
    ),
)

# %% [markdown]
# Who is named in the sentences that report results, report by report.

# %%
named_by = actors_by_report(analysis.codings)
everywhere = named_by.sum(numeric_only=True).to_frame().T.assign(report="all")
named_of = pd.concat([named_by, everywhere], ignore_index=True)
acting = named_of.drop(columns=["report", "results"])
portions = acting.div(named_of["results"].clip(lower=1), axis=0)
keep_table(
    named_by,
    "actors-by-report",
    show=portions.map("{:.0%}".format)
    .rename(
        columns={
            "governments": "a government or committee",
            "self": "the issuer itself",
            "public": "the public",
            "no_administration": "no part of the administration",
        }
    )
    .assign(
        report=named_of["report"].map({**labels, "all": "all reports"}),
        sentences=named_of["results"],
    )[
        ["report", "sentences", "leaders", "staff", "departments", "localities",
         "a government or committee", "the issuer itself", "the public",
         "no part of the administration"]
    ],
)  # fmt: skip

# %% [markdown]
# ## Numbers for the chapters
#
# Words of cause are sought in all sentences, whatever they tell.

# %%
stated, told = of_kind.loc["shortcomings"], of_kind.loc["results"]
clauses = of_kind.loc["clauses of results"]
ruled = rates[rates["genre"] == "rule-of-law"].set_index("kind")
ruled = ruled.drop(columns="genre").reindex(list(texts), fill_value=0)
stated_ruled, clauses_ruled = (
    ruled.loc["shortcomings"],
    ruled.loc["clauses of results"],
)
mild = table[(table["kind"] == "shortcoming") & (table["grade"] == "improvable")]
CAUSES = "由于|因为|因此|导致|致使|原因|鉴于"
keep(
    n_cause_words=int(analysis.codings["text"].str.contains(CAUSES).sum()),
    n_no_administration=int(stated.texts - stated.administration),
    n_reported=int(told.texts),
    n_clauses=int(clauses.texts),
    results_figures=float(told.figures / max(1, told.texts)),
    clauses_figures=float(clauses.figures / max(1, clauses.texts)),
    clauses_unnamed=float(1 - clauses.administration / max(1, clauses.texts)),
    ruled_clauses_figures=float(clauses_ruled.figures / max(1, clauses_ruled.texts)),
    ruled_clauses_unnamed=float(
        1 - clauses_ruled.administration / max(1, clauses_ruled.texts)
    ),
    ruled_unnamed_share=float(
        1 - stated_ruled.administration / max(1, stated_ruled.texts)
    ),
    n_hedged=len(mild),
    n_not_enough=int(mild["text"].str.contains("不够").sum()),
    n_yet_to_be=int((~mild["text"].str.contains("不够")).sum()),
    unnamed_share=float(1 - stated.administration / max(1, stated.texts)),
    reported_unnamed=float(1 - told.administration / max(1, told.texts)),
    reported_leaders=float(told.leaders / max(1, told.texts)),
)

# %% [markdown]
# ## What this does not show
#
# To be named is not to act: the grammatical subject of these sentences is mostly left out, and
# who is named may be the object of what is told.
