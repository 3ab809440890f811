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

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    analyse,
    english,
    glossed,
    in_words,
    keep,
    keep_figure,
    keep_table,
    listed,
    number_of,
    places,
    reports_of,
    say,
)

from govreports import figures
from govreports.claims.outdated import stale_table
from govreports.corpus.spans import paragraph_at
from govreports.repeats.extent import kinds_repeated, repetition, shared_between
from govreports.repeats.shared import MIN_LENGTH
from govreports.stats.groups import AT_MOST

analysis = analyse()
reports, names, labels = analysis.reports, analysis.names, analysis.labels


def paragraphs(of: pd.Series, starts: pd.Series) -> list:
    """The paragraphs that hold these positions of these reports, as links."""
    holding = [paragraph_at(reports[n], s) for n, s in zip(of, starts, strict=True)]
    return places(of, holding)


# %% [markdown]
# ## How much is repeated
#
# Shares of the counted characters, and how many of them stand in titles, formulas and prose.

# %%
shares = repetition(reports)
by_kind = kinds_repeated(reports, analysis.passages)
keep_table(
    shares.merge(by_kind, on="report"),
    "repetition",
    show=pd.DataFrame(
        {
            "report": shares["report"].map(labels),
            "in another report": shares["share_elsewhere"].map("{:.1%}".format),
            "twice in itself": shares["share_within"].map("{:.1%}".format),
            "titles": by_kind["title"],
            "formulas": by_kind["formula"],
            "prose": by_kind["prose"],
        }
    ),
)

# %%
for genre, of_genre in analysis.genres.items():
    own = shares[shares["report"].isin(of_genre)]
    part = own["elsewhere"].sum() / own["characters"].sum()
    say(
        f"{reports_of(genre, len(of_genre))}: {part:.1%} of the counted characters stand "
        f"in a passage of {MIN_LENGTH} or more that another report has as well."
        if len(names) > 1
        else "With one report alone there is no other that could share its text."
    )

# %% [markdown]
# Of many reports the figure shows those of which another has the largest share.

# %% tags=["hide-input"]
pairs = shared_between(reports)
matrix = pd.DataFrame(float("nan"), index=names, columns=names)
for row in pairs.itertuples():
    matrix.loc[row.a, row.b] = row.a_share
    matrix.loc[row.b, row.a] = row.b_share
drawn = names
if len(names) > AT_MOST:
    chosen = matrix.max(axis=1).nlargest(AT_MOST).index
    drawn = [name for name in names if name in chosen]

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-reuse", "caption": "Share of each report that stands in another report, by pair."}, "image": {"alt": "Matrix of the share of text that each report shares with each other."}}
if len(names) > 1:
    more = max(0, len(drawn) - 6)
    figure, axes = plt.subplots(figsize=(6.4 + 0.4 * more, 4 + 0.3 * more))
    values = matrix.loc[drawn, drawn]
    cells = [
        ["" if pd.isna(share) else f"{share:.1%}" for share in row]
        for row in values.to_numpy()
    ]
    figures.cell_grid(axes, values, cells)
    short = [labels[n].replace(" ", "\n", 1) for n in drawn]
    axes.set_xticks(range(len(drawn)), short, fontsize=8, rotation=90 if more else 0)
    axes.set_yticks(range(len(drawn)), [labels[n] for n in drawn], fontsize=8)
    keep_figure(figure, "reuse-matrix")

# %% [markdown]
# ## The longest shared passages
#
# Passages of prose that two reports share, the longest first.

# %%
passages = analysis.passages
between = passages[~passages["within"]].sort_values(
    "length", ascending=False, ignore_index=True
)
prose = between[between["kind"] == "prose"]
top = prose.head(8)
bare = top["text"].str.strip("，,。;；")
keep_table(
    passages,
    "shared-passages",
    show=pd.DataFrame(
        {
            "passage": bare,
            "in English": bare.map(english),
            "length": top["length"],
            "first place": paragraphs(top["a"], top["a_start"]),
            "report of the first": top["a"].map(labels),
            "second place": paragraphs(top["b"], top["b_start"]),
            "report of the second": top["b"].map(labels),
        }
    ),
)

# %%
sharing = prose.groupby(["a", "b"]).size()
if len(names) > 1:
    say(
        f"{number_of(len(between), 'passage')} in two reports, {len(prose):,} of them "
        f"prose, shared by {len(sharing):,} of {number_of(len(pairs), 'pair')}."
    )

# %% [markdown]
# ## Nearly the same
#
# Sentences that say nearly the same show what a writer changed when carrying them over. Brackets
# mark what stands in one of the two alone. Shown are the five pairs of two reports that are most
# alike.

# %%
near = analysis.near_repeats
closest = near[near["a"] != near["b"]].head(5).reset_index(drop=True)
sides = pd.concat(
    [
        closest[[f"{side}{part}" for part in ("", "_start", "_text", "_marked")]]
        .set_axis(["report", "start", "text", "marked"], axis=1)
        .assign(pair=closest.index + 1)
        for side in "ab"
    ]
).sort_values("pair", kind="stable")
keep_table(
    near.drop(columns=["a_marked", "b_marked", "overlap"]),
    "near-repeats",
    show=pd.DataFrame(
        {
            "pair": sides["pair"],
            "sentence": sides["marked"],
            "in English": sides["text"].map(english),
            "report": sides["report"].map(labels),
            "place": paragraphs(sides["report"], sides["start"]),
        }
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
            "report": told["report"].map(labels),
            "place": places(told["report"], told["sentence"]),
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
elsewhere = kinds_repeated(reports, between)[["title", "formula", "prose"]].sum()
set_forms = elsewhere["title"] + elsewhere["formula"]
keep(
    min_length=MIN_LENGTH,
    n_passages=len(passages),
    n_between=len(between),
    n_strings=int(between["text"].nunique()),
    longest_shared=int(between["length"].max()) if len(between) else 0,
    share_elsewhere=float(shares["elsewhere"].sum() / shares["characters"].sum()),
    n_pairs_prose=len(sharing),
    n_all_pairs=len(pairs),
    formula_share=float(set_forms / max(1, elsewhere.sum())),
    n_near_between=int((near["a"] != near["b"]).sum()),
    n_stale=in_words(len(stale.groupby(["report", "sentence"]))).capitalize(),
    stale_reports=listed(labels[name] for name in dict.fromkeys(stale["report"])),
)

# %%
province = {name: record.province for name, record in analysis.records.items()}
a, b = prose["a"].map(province), prose["b"].map(province)
keep(n_cross_prose=int(((a != b) & (a != "") & (b != "")).sum()))
if len(pairs):
    pair = pairs.loc[pairs["a_characters"].idxmax()]
    own = prose[(prose["a"] == pair["a"]) & (prose["b"] == pair["b"])]
    keep(
        closest_a=labels[pair["a"]],
        closest_b=labels[pair["b"]],
        closest_characters=int(pair["a_characters"]),
        prose_of_closest=float(own["length"].sum() / max(1, prose["length"].sum())),
    )

# %% [markdown]
# ## What this does not show
#
# Two reports that share a passage may both have taken it from a third text that is not here.
# Shared text is not plagiarism: an administration that repeats a formula correctly does its duty.
