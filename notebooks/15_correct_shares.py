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
# # What do the errors of the rules do to the shares of themes?
#
# Where a sample was coded by hand, the weighted mean difference between that coding and the
# rules, added to a share, corrects it on average, whatever the errors are. Without a sample the
# shares stand as the rules give them.

# %% tags=["hide-input"]
import pandas as pd
from support import CORPUS, analyse, keep_table, say, table_of

from govreports.coding import handcodings
from govreports.coding.comparison import Matched, match
from govreports.coding.corrected import COLUMNS, corrected_by_report, wrong_by_report
from govreports.stats.classification import unseen_error

# %%
analysis = analyse()
labels, reports, codebook = analysis.labels, analysis.reports, analysis.codebook
themes = [code.id for code in codebook.of_kind("theme")]
names = {code.id: f"{code.id} {code.en}" for code in codebook.of_kind("theme")}
codings = handcodings.read_all_codings(CORPUS / "codings", codebook, reports)
rules = handcodings.of_rules(analysis.coded, codebook)
pair = Matched()
if codings:
    _, reference = handcodings.coders_and_reference(codings)
    pair = match(reference, rules, reports)

# %% [markdown]
# ## The shares as the rules give them

# %%
given = pd.crosstab(
    analysis.codings["primary"], analysis.codings["report"], normalize="columns"
)
given = given.reindex(index=themes, columns=analysis.names, fill_value=0.0)
raw = given.map("{:.1%}".format).rename(index=names, columns=labels)
table_of(raw.rename_axis("theme").reset_index())

# %%
if not codings:
    say(
        "Nothing in this corpus was coded by hand: the shares are those of the rules alone, and "
        "how far their errors move them is not known."
    )

# %% [markdown]
# ## All reports of the sample together


# %%
def in_full(row: pd.Series) -> str:
    """A corrected share with its interval, or a mark that nothing was corrected."""
    if not row["errors"]:
        return f"{row['raw']:.1%} = raw"
    return (
        f"{max(row['corrected'], 0):.1%} ({max(row['low'], 0):.1%}–{row['high']:.1%})"
    )


corrected = (
    corrected_by_report(rules, pair, themes)
    if pair.a
    else pd.DataFrame(columns=list(COLUMNS))
)
corrected["cell"] = [in_full(row) for _, row in corrected.iterrows()]
pooled = corrected[corrected["report"] == "all"]
keep_table(
    pooled[list(COLUMNS)],
    "corrected-shares",
    show=pd.DataFrame(
        {
            "theme": pooled["code"].map(names),
            "raw": pooled["raw"].map("{:.1%}".format),
            "corrected": pooled["cell"],
            "errors in the sample": pooled["errors"].astype(str),
        }
    ),
)

# %% [markdown]
# The same for each report by itself. Where the samples are small, no error falls into many cells:
# there the correction is nil and has no interval, which says only that none was seen.

# %%
each = corrected[corrected["report"] != "all"]
sampled = each.drop_duplicates("report").set_index("report")["sample"]
shown = each.pivot(index="code", columns="report", values="cell")
shown = shown.reindex([theme for theme in themes if theme in shown.index])
shown = shown[list(sampled.index)].rename(index=names, columns=labels)
keep_table(
    each[list(COLUMNS)],
    "corrected-by-report",
    show=shown.rename_axis("theme").reset_index(),
)

# %% [markdown]
# How many sentences of each report were sampled, how many of them the rules coded wrongly, and
# what share of the report could be wrong and not be seen in the sample.

# %%
wrong = wrong_by_report(pair).reindex(sampled.index)
unseen = [unseen_error(int(size)) for size in sampled]
table_of(
    pd.DataFrame(
        {
            "report": [labels[name] for name in sampled.index],
            "sampled": sampled.to_list(),
            "coded wrongly": wrong.to_list(),
            "could go unseen": [f"{share:.1%}" for share in unseen],
        }
    )
)

# %%
if pair.a:
    moved = pooled.assign(by=(pooled["corrected"] - pooled["raw"]).abs())
    most = moved.loc[moved["by"].idxmax()]
    say(
        f"Of {len(pair.a):,} sampled sentences the rules have {int(wrong.sum()):,} otherwise "
        f"than the reference. The share that is corrected most is that of "
        f"{names[most['code']]}: {most['raw']:.1%} by the rules, {most['corrected']:.1%} "
        "corrected, over all sampled reports."
    )

# %% [markdown]
# ## What this does not show
#
# The intervals are for which sentences happened to be checked. They do not add to it how far a
# share depends on the paragraphs of the report, nor what another coder would have decided.
