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
from support import analyse, keep, keep_table, table_of

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

# %%
rates = pd.concat(
    [
        base_rates(
            analysis.codings[analysis.codings["report"].isin(of_genre)],
            table[table["report"].isin(of_genre)],
        ).assign(genre=genre)
        for genre, of_genre in analysis.genres.items()
    ]
)
WHOM = {
    "administration": "name a part of the administration",
    "leaders": "name leaders",
    "nobody": "name nobody",
    "cause": "give a cause",
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
         "the issuer itself", "the public", "no part of the administration"]
    ],
)  # fmt: skip

# %% [markdown]
# ## Sentence by sentence, clause by clause
#
# A shortcoming is mostly a clause and a result a whole sentence, which can name more and has room
# for more figures. Clauses of results are what shortcomings are fairly set beside. Figures are the
# quantities of this book: dates, document numbers and hotlines are none. The data has every
# sentence and every clause, with whom it names and how many quantities it holds.

# %%
results = with_named_and_counted(
    result_sentences(analysis.codings)[
        ["report", "sentence", "start", "end", "text"]
    ],
    analysis.quantities,
)
clauses = with_named_and_counted(
    result_clauses(analysis.reports, analysis.codings), analysis.quantities
)
keep_table(results, "results-named")
keep_table(clauses, "results-clauses")
ruled = "rule-of-law"
stated_ruled = rates[
    (rates["genre"] == ruled) & (rates["kind"] == "shortcomings")
].sum(numeric_only=True)
clauses_ruled = clauses[clauses["report"].isin(analysis.of_genre(ruled))]
table_of(
    pd.DataFrame(
        [
            (
                what,
                len(texts),
                f"{1 - texts['administration'].mean():.0%}",
                f"{(texts['quantities'] > 0).mean():.0%}",
            )
            for what, texts in {
                "sentences that report results": results,
                "clauses of these": clauses,
                "clauses, law-based government reports": clauses_ruled,
            }.items()
            if len(texts)
        ],
        columns=["what", "number", "no part of the administration", "with a figure"],
    )
)

# %% [markdown]
# ## Numbers for the chapters
#
# Words of cause are sought in all sentences, whatever they tell.

# %%
stated, told = of_kind.loc["shortcomings"], of_kind.loc["results"]
mild = table[(table["kind"] == "shortcoming") & (table["grade"] == "improvable")]
CAUSES = "由于|因为|因此|导致|致使|原因|鉴于"
keep(
    n_cause_words=int(analysis.codings["text"].str.contains(CAUSES).sum()),
    n_no_administration=int(stated.texts - stated.administration),
    n_reported=int(told.texts),
    n_clauses=len(clauses),
    results_figures=float((results["quantities"] > 0).mean()),
    clauses_figures=float((clauses["quantities"] > 0).mean()),
    clauses_unnamed=float(1 - clauses["administration"].mean()),
    ruled_clauses_figures=float((clauses_ruled["quantities"] > 0).mean()),
    ruled_clauses_unnamed=float(1 - clauses_ruled["administration"].mean()),
    ruled_unnamed_share=float(
        1 - stated_ruled["administration"] / max(1, stated_ruled["texts"])
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
