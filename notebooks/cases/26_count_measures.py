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
# # How much of the Outline in force does each of the four reports name?
#
# The law-based government reports one by one, and what Suxitong Park tells of openness without the term for it.

# %% tags=["hide-input"]
from support import Place, analyse, keep, lines_shown, listed, quoted, table_of

from govreports.codebook.outlines import load_outlines
from govreports.coverage.summary import asked_of, count_covered

# %%
analysis = analyse()
law = analysis.of_genre("rule-of-law")
years = {name: analysis.records[name].reporting_year for name in law}
asked = asked_of(analysis.coverage, load_outlines(), years)
counts = count_covered(asked).set_index("report")[["outline", "expected", "found"]]
table_of(counts.rename(index=analysis.labels).reset_index())

# %% [markdown]
# ## What Suxitong Park is silent about
#
# It does not use the term 政务公开 (openness in government affairs), but says in two lines that
# it publishes its lists of powers and its enforcement decisions.

# %%
PUBLISHED = [
    "依法向社会公布权责清单和权力运行流程",
    "主动向社会公布行政执法决定、行政检查情况",
]
published = quoted(analysis, PUBLISHED)
table_of(lines_shown(analysis, published))

# %%
silent = asked[(asked["state"] == "not found") & asked["expected"]]
silent = silent[silent["report"] == "suxitong-2022"]
missing = [
    f"{row.zh} (item {row.item}, {row.en[0].lower()}{row.en[1:]})"
    for row in silent.itertuples()
]
lists, decisions = (
    Place(row.report, row.sentence).label for row in published.itertuples()
)

# %% [markdown]
# ## Numbers for the chapters

# %%
keep(
    min_share=float((counts["found"] / counts["expected"]).min()),
    weihai_found=int(counts.at["weihai-2017", "found"]),
    weihai_expected=int(counts.at["weihai-2017", "expected"]),
    nantong_found=int(counts.at["nantong-2019", "found"]),
    nantong_expected=int(counts.at["nantong-2019", "expected"]),
    lianyungang_found=int(counts.at["lianyungang-2020", "found"]),
    lianyungang_expected=int(counts.at["lianyungang-2020", "expected"]),
    suxitong_found=int(counts.at["suxitong-2022", "found"]),
    suxitong_expected=int(counts.at["suxitong-2022", "expected"]),
    suxitong_missing=listed(missing),
    suxitong_lists_at=lists,
    suxitong_decisions_at=decisions,
)

# %% [markdown]
# ## What this does not show
#
# A measure is found by one wording; what was done about it is not asked.
