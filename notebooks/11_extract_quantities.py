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
# # What do the reports put a number on?
#
# Every quantity with its place: counts, rates, money, durations; reported, aimed at, or set as a
# standard. Numbers that count nothing (codes, hotlines, dates, slogans) are set aside with the
# reason. Tables and numbers are of all five reports where they do not say otherwise.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    ROOT,
    RULE_OF_LAW,
    SEED,
    SHORT,
    Place,
    glossed,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
)

from govreports import figures
from govreports.claims.arithmetic import checks as check_arithmetic
from govreports.claims.density import density
from govreports.claims.percentages import goals, printed_rates, rates_by_report
from govreports.claims.quantities import not_quantities, quantities
from govreports.claims.reckoning import only_base
from govreports.claims.tables import comparables, compared, rate_or_count
from govreports.claims.tables import table as table_of
from govreports.claims.wording import as_printed

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
found = {name: quantities(report) for name, report in reports.items()}
table = pd.concat(
    [table_of(name, listed) for name, listed in found.items()], ignore_index=True
)
table["printed"] = [
    as_printed(reports[n].text, q) for n, listed in found.items() for q in listed
]
ruled = table["report"].isin(RULE_OF_LAW)


def places(frame: pd.DataFrame) -> list[Place]:
    """The sentence of each row, as a link."""
    return [
        Place(*pair) for pair in zip(frame["report"], frame["sentence"], strict=True)
    ]


# %% [markdown]
# ## All quantities
#
# The examples shown are, of each kind, the two with the shortest clauses, from two reports where
# two have the kind; the clause has to name what is counted.

# %%
short = table[(table["numeral"] == "digits") & (table["measure"].str.len() >= 4)]
short = short.sort_values("quote", key=lambda quote: quote.str.len(), kind="stable")
sample = short.drop_duplicates(["kind", "report"]).groupby("kind", sort=False).head(2)
sample = sample.sort_values("kind", kind="stable")
keep_table(
    table.assign(
        measures=table["measures"].map("、".join),
        value_high=table["value_high"].astype(float),
        value_high_base=table["value_high_base"].astype(float),
        value=table["value"].astype(float),
        value_base=table["value_base"].astype(float),
    ),
    "quantities",
    show=pd.DataFrame(
        {
            "kind": sample["kind"],
            "printed": sample["printed"],
            "what": sample["measure"].map(glossed),
            "status": sample["status"],
            "clause": sample["quote"],
            "report": sample["report"].map(SHORT),
            "place": places(sample),
        }
    ),
)

# %% [markdown]
# ## How dense the numbers are
#
# Intervals are of quantities per 1,000 characters when paragraphs are drawn anew; of two reports
# the difference is taken within each draw.

# %%
kinds = pd.crosstab(table["report"], table["kind"]).loc[order]
dense = density(reports, table, seed=SEED)
rates_1000 = dense.reports.set_index("report").loc[order]
keep_table(dense.reports, "quantity-density")
keep_table(
    kinds.reset_index(),
    "quantity-kinds",
    show=pd.DataFrame(
        {
            "report": [SHORT[name] for name in order],
            **{kind: kinds[kind].to_numpy() for kind in kinds.columns},
            "per 1,000 characters": rates_1000["per_1000"]
            .map("{:.1f}".format)
            .to_numpy(),
            "95% interval": [
                f"{row.low:.1f} to {row.high:.1f}" for row in rates_1000.itertuples()
            ],
        }
    ),
)

# %% [markdown]
# The difference between every two reports.

# %%
pairs = dense.pairs
pairs["apart"] = (pairs["low"] > 0) | (pairs["high"] < 0)
within = pairs["a"].isin(RULE_OF_LAW) & pairs["b"].isin(RULE_OF_LAW)
keep_table(
    pairs,
    "quantity-density-differences",
    show=pd.DataFrame(
        {
            "one report": pairs["a"].map(SHORT),
            "another": pairs["b"].map(SHORT),
            "difference": pairs["difference"].map("{:+.1f}".format),
            "95% interval": [
                f"{r.low:+.1f} to {r.high:+.1f}" for r in pairs.itertuples()
            ],
            "genre": within.map({True: "same", False: "different"}),
        }
    ),
)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-quantities", "caption": "Quantities by kind in each report."}, "image": {"alt": "Stacked bars of quantities by kind for each report, with intervals."}}
figure, axes = plt.subplots(figsize=(7.2, 3))
left = pd.Series(0.0, index=order)
for kind, colour in zip(
    kinds.columns,
    [*figures.CATEGORIES, "#8a8a8a", "#e0a800", "#56b4e9"],
    strict=False,
):
    rate = kinds[kind] * 1000 / rates_1000["characters"]
    axes.barh(
        [SHORT[n] for n in order[::-1]],
        rate[order[::-1]],
        left=left[order[::-1]],
        color=colour,
        label=kind,
    )
    left += rate
turned = rates_1000.loc[order[::-1]]
axes.errorbar(
    turned["per_1000"],
    [SHORT[n] for n in order[::-1]],
    xerr=[turned["per_1000"] - turned["low"], turned["high"] - turned["per_1000"]],
    fmt="none",
    ecolor="#222222",
    capsize=3,
)
axes.set_xlabel(f"{label('quantities')}, {label('per_1000')}")
axes.legend(fontsize="small", ncols=4, loc="upper center", bbox_to_anchor=(0.5, 1.2))
keep_figure(figure, "quantities")

# %% [markdown]
# ## Rates, and claims of one hundred per cent
#
# The unit is the number as printed; one number often serves several rates. Reported numbers and
# targets are counted apart. A rate of process (受理率, answered in time) is in the
# administration's own hands; a rate of outcome (满意率, satisfied) is not. A goal said to be
# reached wholly is no rate of anything and is left out.

# %%
rates = printed_rates(table)
counted = rates_by_report(rates, order)
total = counted.drop(columns="report").sum()
summed = pd.concat(
    [counted, total.to_frame().T.assign(report="all five")], ignore_index=True
)
keep_table(
    counted,
    "rates-by-report",
    show=pd.DataFrame(
        {
            "report": summed["report"].map(lambda name: SHORT.get(name, name)),
            "reported rates": summed["reported"],
            "of these 100%": summed["full"],
            "targets": summed["targets"],
            "of these 100% (targets)": summed["full_targets"],
        }
    ).rename(columns={"of these 100% (targets)": "of the targets 100%"}),
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
                "; ".join(glossed(rate) for rate in names) for names in full["rates"]
            ],
            "of": full["family"],
            "status": full["status"],
            "report": full["report"].map(SHORT),
            "place": places(full),
        }
    ),
)

# %%
reached = goals(table)
given = rate_or_count(table.drop(index=reached.index))
how = given["given"].value_counts()

# %% [markdown]
# ## Do the numbers add up?
#
# Where a report gives a total with its parts, a rate with numerator and denominator, or a change
# with both ends, the reckoning can be done again. Where one of several bases would explain a
# rate, the others are told too. Figures told twice in one report are in the data as well.

# %%
checks = pd.concat(
    [
        check_arithmetic(report, found[name]).assign(report=name)
        for name, report in reports.items()
    ],
    ignore_index=True,
)
of = table.set_index(["report", "id"])
sums = checks[checks["check"] != "repeated"].sort_values(
    "verdict",
    key=lambda verdict: verdict.map({"disagree": 0, "open": 1, "agree": 2}),
    kind="stable",
)
stated = [of.loc[pair] for pair in zip(sums["report"], sums["quantity"], strict=True)]
keep_table(
    checks.assign(
        others=checks["others"].map(" ".join),
        sentences=checks["sentences"].map(" ".join),
    ),
    "arithmetic",
    show=pd.DataFrame(
        {
            "what": [glossed(row["measure"]) for row in stated],
            "printed": [row["printed"] for row in stated],
            "reckoning": sums["reckoning"],
            "verdict": sums["verdict"],
            "report": sums["report"].map(SHORT),
            "place": places(sums),
        }
    ),
)

# %% [markdown]
# ## The same measure in several reports
#
# Few measures are given by two reports under the same name; the caveat says why most of them
# still cannot be compared. The list of measures searched for was drawn up from these reports and
# is not complete.

# %%
measures = comparables(ROOT / "book" / "comparable.csv")
alike = compared(table, measures)
alike["printed"] = [
    of.loc[pair, "printed"] for pair in zip(alike["report"], alike["id"], strict=True)
]
side = (
    alike.groupby(["measure_id", "report"], sort=False)["printed"]
    .agg(", ".join)
    .reset_index()
)
side["shown"] = side["report"].map(SHORT) + ": " + side["printed"]
rows = side.groupby("measure_id", sort=False)["shown"].agg("; ".join)
about = alike.drop_duplicates("measure_id").set_index("measure_id").loc[rows.index]
keep_table(
    alike,
    "compared",
    show=pd.DataFrame(
        {
            "measure": about["chinese"] + " " + about["english"],
            "stated": rows,
            "why hardly comparable": about["note"],
        }
    ),
)

# %% [markdown]
# ## What was set aside

# %%
rejected = pd.DataFrame(
    [
        {"report": n, **r._asdict()}
        for n, report in reports.items()
        for r in not_quantities(report)
    ]
)
reasons = (
    rejected[rejected["numeral"] == "digits"]
    .groupby("reason")
    .agg(numbers=("text", "size"), example=("text", "first"))
    .reset_index()
    .sort_values("numbers", ascending=False)
)
keep_table(rejected, "not-quantities", show=reasons)

# %% [markdown]
# ## Numbers for the chapters

# %%
ahead = {
    (name, section.id)
    for name, report in reports.items()
    for section in report.sections
    if section.role == "outlook"
}
outlook = pd.Series(
    [pair in ahead for pair in zip(table["report"], table["section"], strict=True)]
)
told = full[full["status"] == "reported"]
most = counted.loc[counted["full"].idxmax()]
own = rates_1000.loc[[name for name in order if name in RULE_OF_LAW]]
other = next(name for name in order if name not in RULE_OF_LAW)
# The base that a rate which does not agree would need.
doubtful = checks[(checks["check"] == "rate") & (checks["verdict"] != "agree")]
highest = doubtful.loc[doubtful["stated"].idxmax()]
short_of = doubtful[doubtful["verdict"] == "disagree"].iloc[0]


def needed(row: pd.Series) -> int:
    """The only whole number of which the count behind a rate is that rate."""
    part, rate = (
        of.loc[(row["report"], row["others"][0])],
        of.loc[(row["report"], row["quantity"])],
    )
    return only_base(float(part["value"]), float(rate["value"]), rate["text"]) or 0


# What 3550 stands for is told by one of the reports: its terms, in working days.
terms = table[(table["report"] == "nantong-2019") & (table["unit"] == "工作日")]
term_firm, term_land, term_building = terms.loc[
    terms["status"] == "standard", "value"
]
keep(
    n_quantities=len(table),
    n_quantities_ruled=int(ruled.sum()),
    n_digits=int((table["numeral"] == "digits").sum()),
    count_share=float((table["kind"] == "count").mean()),
    count_share_ruled=float((table.loc[ruled, "kind"] == "count").mean()),
    reported_share=float((table["status"] == "reported").mean()),
    n_targets=int((table["status"] == "target").sum()),
    n_targets_later=int(((table["status"] == "target") & outlook).sum()),
    n_standards=int((table["status"] == "standard").sum()),
    n_money=int((table["kind"] == "money").sum()),
    n_rates=int(total["reported"]),
    n_full=int(total["full"]),
    full_share=float(total["full"] / total["reported"]),
    most_full=SHORT[most["report"]],
    n_most_full=int(most["full"]),
    n_most_rates=int(most["reported"]),
    full_share_elsewhere=float(
        (total["full"] - most["full"]) / (total["reported"] - most["reported"])
    ),
    n_rates_elsewhere=int(total["reported"] - most["reported"]),
    n_full_elsewhere=int(total["full"] - most["full"]),
    n_rate_targets=int(total["targets"]),
    n_full_targets=int(total["full_targets"]),
    n_rates_and_targets=int(total["reported"] + total["targets"]),
    n_full_and_targets=int(total["full"] + total["full_targets"]),
    n_named=int(total["named"]),
    n_full_named=int(total["full_named"]),
    n_most_full_named=int(most["full_named"]),
    n_full_process=int((told["family"] == "process").sum()),
    n_full_outcome=int((told["family"] == "outcome").sum()),
    n_full_both=int((told["family"] == "process and outcome").sum()),
    n_full_unclear=int(told["family"].str.contains("unclear").sum()),
    n_rates_disclosure=int((rates["report"] == other).sum()),
    several=told.loc[told["rates"].map(len).idxmax(), "quote"],
    n_goals=len(reached),
    goal=reached["measure"].iloc[0],
    term_firm=int(term_firm),
    term_land=int(term_land),
    term_building=int(term_building),
    highest_rate=float(rates["value"].max()),
    closing_base=needed(highest),
    accepted_of=int(of.loc[(short_of["report"], short_of["others"][-1]), "value"]),
    accepted_base=needed(short_of),
    n_count_alone=int(how.get("count alone", 0)),
    n_rate_alone=int(how.get("rate alone", 0)),
    n_rate_and_count=int(how.get("rate and count", 0)),
    densest=SHORT[own["per_1000"].idxmax()],
    densest_rate=float(own["per_1000"].max()),
    densest_low=float(own["low"][own["per_1000"].idxmax()]),
    densest_high=float(own["high"][own["per_1000"].idxmax()]),
    sparsest=SHORT[own["per_1000"].idxmin()],
    sparsest_rate=float(own["per_1000"].min()),
    sparsest_low=float(own["low"][own["per_1000"].idxmin()]),
    sparsest_high=float(own["high"][own["per_1000"].idxmin()]),
    n_pairs_ruled=int(within.sum()),
    n_pairs_ruled_apart=int((pairs["apart"] & within).sum()),
    n_pairs_across=int((~within).sum()),
    n_pairs_across_apart=int((pairs["apart"] & ~within).sum()),
    disclosure_rate=float(rates_1000.loc[other, "per_1000"]),
    disclosure_low=float(rates_1000.loc[other, "low"]),
    disclosure_high=float(rates_1000.loc[other, "high"]),
    n_rejected=int((rejected["numeral"] == "digits").sum()),
    n_checks=len(sums),
    n_agree=int((sums["verdict"] == "agree").sum()),
    n_disagree=int((sums["verdict"] == "disagree").sum()),
    n_open=int((sums["verdict"] == "open").sum()),
    n_repeated_figures=int((checks["check"] == "repeated").sum()),
    n_listed=len(measures),
    n_compared=int(alike["measure_id"].nunique()),
)

# %% [markdown]
# ## What this does not show
#
# A number in a report is a claim. None of these can be checked against what happened, only
# against the other numbers of the same report.
