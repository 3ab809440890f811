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
# # What do others say of the same years?
#
# Figures from outside the reports, each with its source in the bibliography: cases that the
# administration lost in court, and what assessments of such reports found.

# %% tags=["hide-input"]
import pandas as pd
from support import ROOT, analyse, keep, keep_table

outside = pd.read_csv(ROOT / "book" / "outside.csv").set_index("id")
lost = outside[outside["source"].str.contains("court")]
keep_table(
    outside.reset_index(),
    "outside",
    show=lost[["what", "place", "year", "value", "unit"]]
    .assign(value=lost["value"].map("{:,.10g}".format))
    .rename(columns={"place": "courts"}),
)

# %% [markdown]
# The law-based government reports themselves count no case lost or won: of the outcomes of
# reconsideration and litigation that they name, only cases settled or withdrawn have a number.

# %%
analysis = analyse()
named = analysis.outcomes[
    analysis.outcomes["report"].isin(analysis.of_genre("rule-of-law"))
]
assert set(named.loc[named["quantities"] != "", "kind"]) == {"settled or withdrawn"}

# %% [markdown]
# ## Numbers for the chapters
#
# The printed rates are those of the sources; here they are reckoned again.

# %%
value = outside["value"]
for city in ("nantong", "jiangsu"):
    rate = 100 * value[f"{city}_lost"] / value[f"{city}_closed"]
    assert round(rate, 1) == value[f"{city}_lost_rate"]
keep(
    nantong_closed=int(value["nantong_closed"]),
    nantong_lost=int(value["nantong_lost"]),
    nantong_lost_rate=float(value["nantong_lost_rate"]),
    jiangsu_lost=int(value["jiangsu_lost"]),
    jiangsu_lost_rate=float(value["jiangsu_lost_rate"]),
    cass_departments=int(value["cass_departments"]),
    cass_departments_of=int(value["cass_departments_of"]),
    cass_cities=int(value["cass_cities"]),
    cass_cities_of=int(value["cass_cities_of"]),
    cass_provinces=int(value["cass_provinces"]),
    cass_in_time=int(value["cass_in_time"]),
    cupl_cities=int(value["cupl_cities"]),
    cupl_first=float(value["cupl_first"]),
    cupl_last=float(value["cupl_last"]),
    powers=int(value["powers"]),
)
