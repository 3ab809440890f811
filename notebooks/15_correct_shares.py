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
# On a sample the rules were checked against an adjudicated coding. The weighted mean difference
# between the two, added to a share, corrects it on average, whatever the errors are.

# %%
import pandas as pd
from support import (
    CORPUS,
    RULE_OF_LAW,
    SEED,
    SHORT,
    in_words,
    keep,
    keep_table,
    load,
    table_of,
)

from govreports.coding.accuracy import corrected_shares, unseen_error
from govreports.coding.codebook import load_codebook
from govreports.coding.comparison import match
from govreports.coding.handcodings import by_rules, read_codings

corpus = load()
reports = corpus.reports
codebook = load_codebook()
themes = [code.id for code in codebook.of_kind("theme")]
names = {code.id: f"{code.id} {code.en}" for code in codebook.of_kind("theme")}
adjudicated = read_codings(CORPUS / "codings" / "adjudicated.csv", codebook, reports)
rules = by_rules(reports, codebook)
pair = match(adjudicated, rules, reports)
truth, given = ([unit.primary for unit in side] for side in (pair.a, pair.b))
weights = [unit.weight for unit in pair.a]
keys = [(unit.report, unit.sentence) for unit in pair.a]
checked = [name for name in reports if name in {key[0] for key in keys}]

# %% [markdown]
# ## All reports of the sample together


# %%
def correct(among: str) -> pd.DataFrame:
    """Raw and corrected shares of one report, or of all."""
    chosen = [at for at, key in enumerate(keys) if among in ("all", key[0])]
    told = checked if among == "all" else [among]
    everywhere = [unit.primary for unit in rules.units if unit.report in told]
    table = corrected_shares(
        everywhere,
        [truth[at] for at in chosen],
        [given[at] for at in chosen],
        themes,
        correction="difference",
        weights=[weights[at] for at in chosen],
        clusters=[pair.clusters[at] for at in chosen],
        seed=SEED,
    )
    return table.assign(report=among, sample=len(chosen))


def in_full(row: pd.Series) -> str:
    """A corrected share with its interval, or a mark that nothing was corrected."""
    if not row["errors"]:
        return f"{row['raw']:.1%} = raw"
    return (
        f"{max(row['corrected'], 0):.1%} ({max(row['low'], 0):.1%}–{row['high']:.1%})"
    )


corrected = pd.concat(
    [correct(among) for among in ("all", *checked)], ignore_index=True
)
pooled = corrected[corrected["report"] == "all"]
columns = ["report", "sample", "code", "raw", "corrected", "low", "high", "errors"]
keep_table(
    pooled[columns],
    "corrected-shares",
    show=pd.DataFrame(
        {
            "theme": pooled["code"].map(names),
            "raw": pooled["raw"].map("{:.1%}".format),
            "corrected": pooled.apply(in_full, axis=1),
            "errors in the sample": pooled["errors"].astype(str),
        }
    ),
)

# %% [markdown]
# The same for each report by itself. The samples are small, and in many cells no error fell into
# them: there the correction is nil and has no interval, which says only that none was seen.

# %%
each = corrected[corrected["report"] != "all"]
shown = each.assign(cell=each.apply(in_full, axis=1)).pivot(
    index="code", columns="report", values="cell"
)
shown = shown.loc[themes, checked].rename(index=names, columns=SHORT)
keep_table(
    each[columns],
    "corrected-by-report",
    show=shown.rename_axis("theme").reset_index(),
)

# %% [markdown]
# How many sentences of each report were sampled, how many of them the rules coded wrongly, and
# what share of the report could be wrong and not be seen in the sample.

# %%
sampled = each.drop_duplicates("report").set_index("report")["sample"]
wrong = (
    pd.Series([t != g for t, g in zip(truth, given, strict=True)])
    .groupby([k[0] for k in keys])
    .sum()
)
table_of(
    pd.DataFrame(
        {
            "report": sampled.index.map(SHORT),
            "sampled": sampled.to_numpy(),
            "coded wrongly": wrong[sampled.index].to_numpy(),
            "could go unseen": sampled.map(unseen_error)
            .map("{:.1%}".format)
            .to_numpy(),
        }
    )
)

# %% [markdown]
# ## Numbers for the chapters

# %%
t1 = (
    each[each["code"] == "T1"]
    .set_index("report")
    .loc[[name for name in checked if name in RULE_OF_LAW]]
)
half = t1["raw"].idxmax()
ranked = (
    each[each["report"].isin(RULE_OF_LAW)]
    .sort_values("corrected", ascending=False)
    .groupby("report")
)
first, second = (ranked.nth(place).set_index("report") for place in (0, 1))
level = first.index[first["code"] != "T1"]
flawless = wrong[wrong == 0].index[0]
keep(
    n_wrong=int(wrong.sum()),
    t1_raw=float(t1.loc[half, "raw"]),
    t1_corrected=float(t1.loc[half, "corrected"]),
    t1_corrected_low=float(t1.loc[half, "low"]),
    t1_corrected_high=float(t1.loc[half, "high"]),
    t1_corrected_others_low=float(t1["corrected"].drop(half).min()),
    t1_corrected_others_high=float(t1["corrected"].drop(half).max()),
    n_first_t1_corrected=in_words(int((first["code"] == "T1").sum())),
    not_first_t1="; ".join(SHORT[name] for name in level),
    ahead_of_t1="; ".join(names[first.loc[name, "code"]] for name in level),
    ahead_of_t1_share=float(first.loc[level, "corrected"].max()),
    ahead_of_t1_low=float(first.loc[level, "low"].min()),
    ahead_of_t1_high=float(first.loc[level, "high"].max()),
    behind_share=float(second.loc[level, "corrected"].max()),
    t10_raw=float(pooled.set_index("code").loc["T10", "raw"]),
    t10_corrected=float(pooled.set_index("code").loc["T10", "corrected"]),
    n_sample_least=int(sampled.min()),
    n_sample_most=int(sampled.max()),
    flawless=SHORT[flawless],
    n_sample_flawless=int(sampled[flawless]),
    unseen_flawless=float(unseen_error(int(sampled[flawless]))),
    n_cells=len(each),
    n_cells_without_error=int((each["errors"] == 0).sum()),
)

# %% [markdown]
# ## What this does not show
#
# The intervals are for which sentences happened to be checked. They do not add to it how far a
# share depends on the paragraphs of the report, nor what another coder would have decided.
