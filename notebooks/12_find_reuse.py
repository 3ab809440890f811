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
# # How much text do the reports share?
#
# All maximal passages of fifteen or more characters that stand twice, between reports or within
# one, are found exactly. Titles of laws and standing formulas are told from prose that someone
# carried over.

# %%
import re
from collections.abc import Iterable

import matplotlib.pyplot as plt
import pandas as pd
from support import (
    SHORT,
    Place,
    english,
    glossed,
    in_words,
    keep,
    keep_figure,
    keep_table,
    listed,
    load,
)

from govreports import figures
from govreports.claims.near_reuse import near_repeats
from govreports.claims.repetition import (
    kinds_repeated,
    passage_table,
    repetition,
    shared_between,
)
from govreports.claims.reuse import passages_of
from govreports.claims.stale import stale_table

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
province = {record.id: record.province for record in corpus.records}


def paragraph_at(name: str, position: int) -> Place:
    """The paragraph that holds a position, or the one under the heading that does."""
    return Place(
        name, next(p.id for p in reports[name].paragraphs if position < p.end)
    )


# %% [markdown]
# ## How much is repeated
#
# Shares of the counted characters, and how many of them stand in titles, formulas and prose.

# %%
shares = repetition(reports)
by_kind = kinds_repeated(reports, passage_table(reports, passages_of(reports)))
keep_table(
    shares.merge(by_kind, on="report"),
    "repetition",
    show=pd.DataFrame(
        {
            "report": shares["report"].map(SHORT),
            "in another report": shares["share_elsewhere"].map("{:.1%}".format),
            "twice in itself": shares["share_within"].map("{:.1%}".format),
            "titles": by_kind["title"],
            "formulas": by_kind["formula"],
            "prose": by_kind["prose"],
        }
    ),
)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-reuse", "caption": "Share of each report that stands in another report, by pair."}, "image": {"alt": "Matrix of the share of text that each report shares with each other."}}
pairs = shared_between(reports)
matrix = pd.DataFrame(float("nan"), index=order, columns=order)
for row in pairs.itertuples():
    matrix.loc[row.a, row.b] = row.a_share
    matrix.loc[row.b, row.a] = row.b_share
figure, axes = plt.subplots(figsize=(6.4, 4))
shown = [
    ["" if pd.isna(share) else f"{share:.1%}" for share in row]
    for row in matrix.to_numpy()
]
figures.cell_grid(axes, matrix, shown)
axes.set_xticks(
    range(len(order)), [SHORT[n].replace(" ", "\n", 1) for n in order], fontsize=8
)
axes.set_yticks(range(len(order)), [SHORT[n] for n in order], fontsize=8)
keep_figure(figure, "reuse-matrix")

# %% [markdown]
# ## The longest shared passages

# %%
passages = passage_table(reports, passages_of(reports))
between = passages[~passages["within"]].sort_values(
    "length", ascending=False, ignore_index=True
)
top = between[between["kind"] == "prose"].head(8)
keep_table(
    passages,
    "shared-passages",
    show=pd.DataFrame(
        {
            "passage": top["text"].str.strip("，,。;；"),
            "in English": top["text"].str.strip("，,。;；").map(english),
            "length": top["length"],
            "first": [
                paragraph_at(*p) for p in zip(top["a"], top["a_start"], strict=True)
            ],
            "first report": top["a"].map(SHORT),
            "second": [
                paragraph_at(*p) for p in zip(top["b"], top["b_start"], strict=True)
            ],
            "second report": top["b"].map(SHORT),
        }
    ),
)

# %% [markdown]
# ## Nearly the same
#
# Sentences that say nearly the same show what a writer changed when carrying them over. Brackets
# mark what stands in one of the two alone.


# %%
def bracketed(text: str, begin: int, spans: Iterable[tuple[int, int]]) -> str:
    """A sentence with brackets around spans, which count from the file's start."""
    for start, end in sorted(spans, reverse=True):
        if start < end:
            start, end = start - begin, end - begin
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return re.sub(r"\s", "", text)


# %%
near = near_repeats(reports)
near_table = pd.DataFrame(
    [
        {
            "a": n.a,
            "a_start": n.a_start,
            "a_end": n.a_end,
            "a_text": n.a_text,
            "b": n.b,
            "b_start": n.b_start,
            "b_end": n.b_end,
            "b_text": n.b_text,
            "resemblance": n.resemblance,
            "changes": "; ".join(
                f"{c.a_text or '–'} → {c.b_text or '–'}" for c in n.changes
            ),
        }
        for n in near
    ]
).sort_values("resemblance", ascending=False, ignore_index=True)
closest_pairs = sorted((n for n in near if n.a != n.b), key=lambda n: -n.resemblance)[
    :5
]
keep_table(
    near_table,
    "near-repeats",
    show=pd.DataFrame(
        [
            {
                "pair": number,
                "sentence": bracketed(reports[name].text[start:end], start, spans),
                "in English": english(words),
                "report": SHORT[name],
                "place": paragraph_at(name, start),
            }
            for number, n in enumerate(closest_pairs, 1)
            for name, start, end, words, spans in (
                (
                    n.a,
                    n.a_start,
                    n.a_end,
                    n.a_text,
                    [(c.a_start, c.a_end) for c in n.changes],
                ),
                (
                    n.b,
                    n.b_start,
                    n.b_end,
                    n.b_text,
                    [(c.b_start, c.b_end) for c in n.changes],
                ),
            )
        ]
    ),
)

# %% [markdown]
# ## Wordings of another year
#
# Some carried-over wordings date themselves: they were true of one year and stand in a report on
# another.

# %%
stale = stale_table(reports)
told = stale.drop_duplicates(["report", "sentence", "text"])
keep_table(
    stale,
    "stale-wordings",
    show=pd.DataFrame(
        {
            "wording": told["text"].map(glossed),
            "fits": told["year"].astype(str),
            "because": told["note"],
            "report": told["report"].map(SHORT),
            "place": [
                Place(*p) for p in zip(told["report"], told["sentence"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
crosses = between["a"].map(province) != between["b"].map(province)
is_prose = between["kind"] == "prose"
cross = pairs[pairs["a"].map(province) != pairs["b"].map(province)]
same = pairs[pairs["a"].map(province) == pairs["b"].map(province)]
sharing_prose = between[is_prose].groupby(["a", "b"]).size()
closest = pairs.loc[pairs["a_characters"].idxmax()]
prose = between[is_prose]
keep(
    min_length=15,
    n_passages=len(passages),
    n_between=len(between),
    n_strings=int(between["text"].nunique()),
    n_prose=len(prose),
    prose_of_closest=float(
        prose.loc[
            (prose["a"] == closest["a"]) & (prose["b"] == closest["b"]), "length"
        ].sum()
        / prose["length"].sum()
    ),
    longest_shared=int(between["length"].max()),
    share_elsewhere=float(shares["elsewhere"].sum() / shares["characters"].sum()),
    share_repeated_max=float(shares["share_repeated"].max()),
    most_repeated=SHORT[shares.loc[shares["share_repeated"].idxmax(), "report"]],
    closest_a=SHORT[closest["a"]],
    closest_b=SHORT[closest["b"]],
    closest_characters=int(closest["a_characters"]),
    n_cross_passages=int(crosses.sum()),
    n_cross_prose=int((crosses & is_prose).sum()),
    n_same_passages=int((~crosses).sum()),
    n_cross_pairs=len(cross),
    n_same_pairs=len(same),
    n_pairs_prose=len(sharing_prose),
    n_all_pairs=len(pairs),
    formula_share=float(
        by_kind[["title", "formula"]].sum().sum()
        / by_kind[["title", "formula", "prose"]].sum().sum()
    ),
    n_near=len(near_table),
    n_stale=in_words(
        len(stale[["report", "sentence"]].drop_duplicates())
    ).capitalize(),
    stale_reports=listed(SHORT[name] for name in dict.fromkeys(stale["report"])),
    n_near_between=int((near_table["a"] != near_table["b"]).sum()),
)

# %% [markdown]
# ## What this does not show
#
# Two reports that share a passage may both have taken it from a third text that is not here.
# Shared text is not plagiarism: an administration that repeats a formula correctly does its duty.
