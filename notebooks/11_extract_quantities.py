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
# reason.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from support import SHORT, Place, glossed, keep, keep_figure, keep_table, label, load

from govreports import figures
from govreports.claims.arithmetic import checks as check_arithmetic
from govreports.claims.quantities import not_quantities, quantities
from govreports.claims.tables import compared, hundreds, rate_or_count
from govreports.claims.tables import table as table_of

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
found = {name: quantities(report) for name, report in reports.items()}
table = pd.concat([table_of(name, listed) for name, listed in found.items()], ignore_index=True)
sizes = {
    name: sum(len("".join(r.wording(p).split())) for p in r.paragraphs)
    for name, r in reports.items()
}

# %% [markdown]
# ## All quantities

# %%
sample = table[table["numeral"] == "digits"].groupby("kind", sort=False).head(2)
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
            "printed": sample["text"] + sample["unit"],
            "what": sample["measure"],
            "status": sample["status"],
            "clause": sample["quote"],
            "report": sample["report"].map(SHORT),
            "place": [Place(*p) for p in zip(sample["report"], sample["sentence"], strict=True)],
        }
    ),
)

# %% [markdown]
# ## How dense the numbers are

# %%
kinds = pd.crosstab(table["report"], table["kind"]).loc[order]
density = table.groupby("report").size().reindex(order) * 1000 / pd.Series(sizes)
keep_table(
    kinds.reset_index(),
    "quantity-kinds",
    show=kinds.assign(per_1000=density.map("{:.1f}".format)).rename(index=SHORT)
    .rename(columns={"per_1000": "per 1,000 characters"}).reset_index(),
)  # fmt: skip

# %% mystnb={"figure": {"name": "fig-nb-quantities", "caption": "Quantities by kind in each report."}, "image": {"alt": "Stacked bars of quantities by kind for each report."}}
figure, axes = plt.subplots(figsize=(7.2, 3))
left = pd.Series(0.0, index=order)
for kind, colour in zip(
    kinds.columns, [*figures.CATEGORIES, "#8a8a8a", "#e0a800", "#56b4e9"], strict=False
):
    rate = kinds[kind] * 1000 / pd.Series(sizes)
    axes.barh(
        [SHORT[n] for n in order[::-1]],
        rate[order[::-1]],
        left=left[order[::-1]],
        color=colour,
        label=kind,
    )
    left += rate
axes.set_xlabel(f"{label('quantities')}, {label('per_1000')}")
axes.legend(fontsize="small", ncols=4, loc="upper center", bbox_to_anchor=(0.5, 1.2))
keep_figure(figure, "quantities")

# %% [markdown]
# ## Claims of one hundred per cent
#
# A rate of process (受理率, answered in time) is in the administration's own hands; a rate of
# outcome (满意率, satisfied) is not. Both are claimed at their maximum.

# %%
full = hundreds(table)
keep_table(
    full,
    "hundred-per-cent",
    show=pd.DataFrame(
        {
            "rate": full["rate"].map(glossed),
            "of": full["family"],
            "status": full["status"],
            "report": full["report"].map(SHORT),
            "place": [Place(*p) for p in zip(full["report"], full["sentence"], strict=True)],
        }
    ),
)

# %%
given = rate_or_count(table)
how = given["given"].value_counts()

# %% [markdown]
# ## Do the numbers add up?
#
# Where a report gives a total with its parts, a rate with numerator and denominator, or a change
# with both ends, the reckoning can be done again.

# %%
checks = pd.concat(
    [check_arithmetic(report, found[name]).assign(report=name) for name, report in reports.items()],
    ignore_index=True,
)
sums = checks[checks["check"] != "repeated"].sort_values("verdict", ascending=False)
keep_table(
    checks.assign(
        others=checks["others"].map(" ".join), sentences=checks["sentences"].map(" ".join)
    ),
    "arithmetic",
    show=pd.DataFrame(
        {
            "printed": [
                f"{value:g} {unit}"
                for value, unit in zip(sums["stated"], sums["unit"], strict=True)
            ],
            "reckoning": sums["reckoning"],
            "verdict": sums["verdict"],
            "report": sums["report"].map(SHORT),
            "place": [Place(*p) for p in zip(sums["report"], sums["sentence"], strict=True)],
        }
    ),
)

# %% [markdown]
# ## The same measure in several reports
#
# Few measures are given by two reports under the same name; the caveat says why most of them
# still cannot be compared.

# %%
alike = compared(table)
alike["shown"] = (
    alike["report"].map(SHORT) + " " + alike["value"].map("{:g}".format) + alike["unit"]
)
rows = (
    alike.groupby(["chinese", "english", "note"], sort=False)["shown"].agg("; ".join).reset_index()
)
keep_table(
    alike.drop(columns="shown"),
    "compared",
    show=pd.DataFrame(
        {
            "measure": rows["chinese"] + " " + rows["english"],
            "stated": rows["shown"],
            "why not comparable": rows["note"],
        }
    ),
)

# %% [markdown]
# ## What was set aside

# %%
rejected = pd.DataFrame(
    [{"report": n, **r._asdict()} for n, report in reports.items() for r in not_quantities(report)]
)
reasons = rejected[rejected["numeral"] == "digits"].groupby("reason").agg(
    numbers=("text", "size"), example=("text", "first")
).reset_index().sort_values("numbers", ascending=False)  # fmt: skip
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
outlook = pd.Series([pair in ahead for pair in zip(table["report"], table["section"], strict=True)])
rate_rows = table[table["kind"] == "percentage"]
keep(
    n_quantities=len(table),
    n_digits=int((table["numeral"] == "digits").sum()),
    n_rates=len(rate_rows),
    n_hundred=len(full),
    hundred_share=float(((rate_rows["unit"] == "%") & (rate_rows["value"] == 100)).mean()),
    n_hundred_printed=int(((table["unit"] == "%") & (table["value"] == 100)).sum()),
    n_hundred_targets=int(
        ((table["unit"] == "%") & (table["value"] == 100) & (table["status"] == "target")).sum()
    ),
    n_targets_later=int(((table["status"] == "target") & outlook).sum()),
    density_ratio=float(density.max() / density.min()),
    n_hundred_outcome=int((full["family"] == "outcome").sum()),
    n_hundred_process=int((full["family"] == "process").sum()),
    n_hundred_unclear=int((full["family"] == "unclear").sum()),
    n_count_alone=int(how.get("count alone", 0)),
    n_rate_alone=int(how.get("rate alone", 0)),
    n_rate_and_count=int(how.get("rate and count", 0)),
    count_share=float((table["kind"] == "count").mean()),
    n_targets=int((table["status"] == "target").sum()),
    n_standards=int((table["status"] == "standard").sum()),
    reported_share=float((table["status"] == "reported").mean()),
    densest=SHORT[density.idxmax()],
    densest_rate=float(density.max()),
    sparsest=SHORT[density.idxmin()],
    sparsest_rate=float(density.min()),
    n_rejected=int((rejected["numeral"] == "digits").sum()),
    n_checks=len(sums),
    n_agree=int((sums["verdict"] == "agree").sum()),
    n_disagree=int((sums["verdict"] == "disagree").sum()),
    n_open=int((sums["verdict"] == "open").sum()),
    n_repeated_figures=int((checks["check"] == "repeated").sum()),
    n_compared=int(alike["measure_id"].nunique()),
    n_money=int((table["kind"] == "money").sum()),
)

# %% [markdown]
# ## What this does not show
#
# A number in a report is a claim. None of these can be checked against what happened, only
# against the other numbers of the same report.
