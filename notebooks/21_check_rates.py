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
# # Which rates do the reports give, and do their numbers agree?
#
# Rates as they are printed, those of one hundred per cent among them, and every sum, rate and
# change that can be reckoned again from other numbers of the same report.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    glossed,
    keep,
    keep_table,
    number_of,
    places,
    reports_of,
    say,
)

from govreports.numbers.percentages import goals, printed_rates, rates_by_report
from govreports.numbers.summaries import rate_or_count
from govreports.numbers.wording import all_printed

analysis = analyse()
names, labels = analysis.names, analysis.labels
printed = all_printed(analysis.reports, analysis.counted)
table = analysis.quantities.assign(printed=printed)

# %% [markdown]
# ## Rates, and claims of one hundred per cent
#
# The unit is the number as printed; one number often serves several rates. Reported numbers and
# targets are counted apart. A rate of process (受理率, answered in time) is in the
# administration's own hands; a rate of outcome (满意率, satisfied) is not. A goal said to be
# reached wholly is no rate of anything and is left out.

# %%
rates = printed_rates(table)
counted = rates_by_report(rates, names)
together = [
    counted[counted["report"].isin(listed)]
    .drop(columns="report")
    .sum()
    .to_frame()
    .T.assign(report=f"{genre}, together")
    for genre, listed in analysis.genres.items()
    if len(listed) > 1
]
summed = pd.concat([counted, *together], ignore_index=True)
keep_table(
    counted,
    "rates-by-report",
    show=pd.DataFrame(
        {
            "report": summed["report"].map(lambda name: labels.get(name, name)),
            "reported rates": summed["reported"],
            "of these 100%": summed["full"],
            "targets": summed["targets"],
            "of the targets 100%": summed["full_targets"],
        }
    ),
)

# %% [markdown]
# Every number that says one hundred per cent.

# %%
full = rates[rates["full"]]
keep_table(
    full.assign(rates=full["rates"].map("、".join)).drop(columns="full"),
    "hundred-per-cent",
    show=pd.DataFrame(
        {
            "rates that the number is given for": [
                "; ".join(map(glossed, named)) for named in full["rates"]
            ],
            "of": full["family"],
            "status": full["status"],
            "report": full["report"].map(labels),
            "place": places(full["report"], full["sentence"]),
        }
    ),
)

# %% [markdown]
# ## Do the numbers add up?
#
# Where a report gives a total with its parts, a rate with numerator and denominator, or a change
# with both ends, the reckoning can be done again. Where one of several bases would explain a
# rate, the others are told too. Two or more figures that stand again, with what they count, in
# another sentence of one report are counted twice wherever quantities are counted; they are in
# the data as well.

# %%
checks = analysis.checks
VERDICTS = {"disagree": 0, "open": 1, "agree": 2}
sums = checks[checks["check"] != "repeated"].sort_values(
    "verdict", key=lambda verdict: verdict.map(VERDICTS), kind="stable"
)
of = table.set_index(["report", "id"])
checked = of.loc[list(zip(sums["report"], sums["quantity"], strict=True))]
keep_table(
    checks,
    "arithmetic",
    show=pd.DataFrame(
        {
            "what": checked["measure"].map(glossed).array,
            "printed": checked["printed"].array,
            "reckoning": sums["reckoning"].array,
            "verdict": sums["verdict"].array,
            "report": sums["report"].map(labels).array,
            "place": places(sums["report"], sums["sentence"]),
        }
    ),
)

# %% [markdown]
# ## The answer in short

# %%
verdicts = sums["verdict"].value_counts()
for genre, listed in analysis.genres.items():
    own = counted[counted["report"].isin(listed)].sum(numeric_only=True)
    say(
        f"{reports_of(genre, len(listed))}: "
        f"{number_of(own['reported'], 'reported rate')}, {own['full']:,} of them one hundred "
        f"per cent; {number_of(own['targets'], 'rate')} as targets."
    )
say(
    f"{number_of(len(sums), 'reckoning')} to do again: {verdicts.get('agree', 0):,} agree, "
    f"{verdicts.get('disagree', 0):,} disagree, {verdicts.get('open', 0):,} stay open."
)

# %% [markdown]
# ## Numbers for the chapters

# %%
total = counted.drop(columns="report").sum()
told = full[full["status"] == "reported"]
most = counted.loc[counted["full"].idxmax()]
others = total - most.drop("report")
given = rate_or_count(table.drop(index=goals(table).index))["given"].value_counts()
keep(
    n_rates=int(total["reported"]),
    n_full=int(total["full"]),
    full_share=float(total["full"] / total["reported"]) if total["reported"] else 0.0,
    most_full=labels[most["report"]],
    n_most_full=int(most["full"]),
    n_most_rates=int(most["reported"]),
    n_most_full_named=int(most["full_named"]),
    n_rates_elsewhere=int(others["reported"]),
    n_full_elsewhere=int(others["full"]),
    full_share_elsewhere=(
        float(others["full"] / others["reported"]) if others["reported"] else 0.0
    ),
    n_rate_targets=int(total["targets"]),
    n_full_targets=int(total["full_targets"]),
    n_rates_and_targets=int(total["reported"] + total["targets"]),
    n_full_and_targets=int(total["full"] + total["full_targets"]),
    n_named=int(total["named"]),
    n_full_named=int(total["full_named"]),
    n_most_named=int(most["named"]),
    n_named_elsewhere=int(others["named"]),
    n_full_named_elsewhere=int(others["full_named"]),
    n_full_process=int((told["family"] == "process").sum()),
    n_full_outcome=int((told["family"] == "outcome").sum()),
    n_full_both=int((told["family"] == "process and outcome").sum()),
)
keep(
    n_count_alone=int(given.get("count alone", 0)),
    n_rate_alone=int(given.get("rate alone", 0)),
    n_rate_and_count=int(given.get("rate and count", 0)),
    n_checks=len(sums),
    n_agree=int(verdicts.get("agree", 0)),
    n_disagree=int(verdicts.get("disagree", 0)),
    n_open=int(verdicts.get("open", 0)),
    n_told_twice=int(
        checks.loc[checks["check"] == "repeated", "others"].str.split().map(len).sum()
    ),
)

# %% [markdown]
# ## What this does not show
#
# A rate that is not at its maximum may simply not be given. Numbers that agree were not checked
# against the world.
