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
# # Which figures of the five reports want a second look?
#
# Single figures that the chapters speak of: a rate that serves several names, a goal that is no
# rate, rates of Lianyungang that do not come out, and whole-year figures of two reports that were
# dated before the year was over.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, keep

from govreports.numbers.dating import days_before_end, for_whole_year, names_months
from govreports.numbers.percentages import goals, printed_rates, rates_by_report
from govreports.numbers.reckoning import only_base

analysis = analyse()
labels, table = analysis.labels, analysis.quantities
of = table.set_index(["report", "id"])

# %% [markdown]
# ## One number for several rates, and a goal that is none
#
# What 3550 stands for is told by NETDA 2019: its terms, in working days.

# %%
rates = printed_rates(table)
told = rates[rates["full"] & (rates["status"] == "reported")]
terms = table[(table["report"] == "nantong-2019") & (table["unit"] == "工作日")]
firm, land, building = terms.loc[terms["status"] == "standard", "value"]
keep(
    several=told.loc[told["rates"].map(len).idxmax(), "quote"],
    goal=goals(table)["measure"].iloc[0],
    term_firm=int(firm),
    term_land=int(land),
    term_building=int(building),
)

# %% [markdown]
# ## A number that may be of two rates
#
# NETDA 2019 says of a rate whose name has two parts that both (均) are one hundred per cent. It is
# counted as one rate; with two the report would have one more, at one hundred per cent.

# %%
(nantong,) = rates_by_report(rates, ["nantong-2019"]).to_dict("records")
(either,) = told.loc[told["quote"].str.contains("自动履行与执行和解率均"), "rates"]
keep(
    n_full_with_both=nantong["full_named"] - len(either) + 2,
    n_named_with_both=nantong["named"] - len(either) + 2,
)

# %% [markdown]
# ## Rates that do not come out
#
# Of the highest rate, and of the one that disagrees, the only base that would yield it.


# %%
def needed(row: pd.Series) -> int:
    """The only whole number of which the count behind a rate is that rate."""
    part = of.loc[(row["report"], row["others"].split()[0])]
    rate = of.loc[(row["report"], row["quantity"])]
    return only_base(part["value"], rate["value"], rate["text"]) or 0


# %%
checks = analysis.checks
doubtful = checks[(checks["check"] == "rate") & (checks["verdict"] != "agree")]
highest = doubtful.loc[doubtful["stated"].idxmax()]
short_of = doubtful[doubtful["verdict"] == "disagree"].iloc[0]
received = of.loc[(short_of["report"], short_of["others"].split()[-1])]
keep(
    highest_rate=float(rates["value"].max()),
    closing_base=needed(highest),
    accepted_of=int(received["value"]),
    accepted_base=needed(short_of),
)

# %% [markdown]
# ## The one rate beside an outcome
#
# Lianyungang tells what part of its cases were settled or withdrawn.

# %%
outcomes = analysis.outcomes[analysis.outcomes["report"] == "lianyungang-2020"]
beside = of.loc["lianyungang-2020"].loc[" ".join(outcomes["quantities"]).split()]
(settled,) = beside.loc[beside["unit"] == "%", "value"]
keep(withdrawn_rate=float(settled))

# %% [markdown]
# ## Two reports dated before the year's end
#
# Weihai Torch Zone 2017 and NETDA 2019: how many days of the year were still to come, and how many figures
# they give for 全年, the whole year, or for months that they name.

# %%
early = days_before_end(analysis.records.values())
first, last = early
whole = table.loc[for_whole_year(analysis.reports, table), "report"]
months = table.loc[names_months(table), "report"]
keep(
    first_early=labels[first],
    last_early=labels[last],
    first_days=early[first],
    last_days=early[last],
    n_whole_year_first=int((whole == first).sum()),
    n_whole_year_last=int((whole == last).sum()),
    n_months_last=int((months == last).sum()),
)
