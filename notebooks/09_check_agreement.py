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
# # How far can the coding be trusted?
#
# A stratified sample was coded twice, independently, from the codebook alone, and adjudicated.
# Both coders were instances of one large language model. The rules were fixed before the sample
# was drawn, and are measured against the adjudicated coding with weights that undo the strata.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from support import (
    CORPUS,
    SEED,
    SHORT,
    Place,
    english,
    in_words,
    keep,
    keep_figure,
    keep_table,
    load,
)

from govreports import figures
from govreports.coding.accuracy import gain
from govreports.coding.agreement import agreement, confusion
from govreports.coding.baselines import supervised_themes, title_themes
from govreports.coding.codebook import load_codebook
from govreports.coding.comparison import compare, match
from govreports.coding.handcodings import by_rules, read_codings

corpus = load()
reports = corpus.reports
codebook = load_codebook()
themes = [code.id for code in codebook.of_kind("theme")]
names = {code.id: f"{code.id} {code.en}" for code in codebook.of_kind("theme")}
folder = CORPUS / "codings"
first, second, adjudicated = (
    read_codings(folder / f"{who}.csv", codebook, reports)
    for who in ("coder-a", "coder-b", "adjudicated")
)
rules = by_rules(reports, codebook)

# %% [markdown]
# ## The two codings with each other
#
# The share coded alike and three coefficients, with 95% intervals; the last columns count the
# sentences to which each coding gives the theme.

# %%
between = compare(first, second, codebook, reports, seed=SEED)
figures_of = between.set_index(["scheme", "code", "measure"])


def cell(scheme: str, code: str, measure: str) -> str:
    """A coefficient with its interval; empty where it is not given for the code."""
    if (scheme, code, measure) not in figures_of.index:
        return ""
    value, low, high = figures_of.loc[
        (scheme, code, measure), ["value", "low", "high"]
    ]
    return f"{value:.2f} ({low:.2f}–{high:.2f})"


coded = (
    between[between["scheme"] == "primary"].drop_duplicates("code").set_index("code")
)
of_themes = [theme for theme in themes if theme in coded.index]
keep_table(
    between,
    "agreement",
    show=pd.DataFrame(
        [
            {
                "coded": what,
                "agree": cell(scheme, code, "agreement"),
                "Krippendorff α": cell(scheme, code, "alpha"),
                "Cohen κ": cell(scheme, code, "kappa") or coded["note"].get(code, ""),
                "Gwet AC₁": cell(scheme, code, "ac1"),
                "first": str(coded["cases_a"].get(code, ""))
                if code
                else str(len(first.units)),
                "second": str(coded["cases_b"].get(code, ""))
                if code
                else str(len(second.units)),
            }
            for what, scheme, code in [
                ("primary theme", "primary", ""),
                ("move", "move", ""),
                *((names[theme], "primary", theme) for theme in of_themes),
            ]
        ]
    ),
)

# %% [markdown]
# ## The rules against the adjudicated coding
#
# Precision, recall and F₁ with 95% intervals, for themes of ten cases or more.

# %%
against = compare(adjudicated, rules, codebook, reports, seed=SEED)
primary = against[(against["scheme"] == "primary") & (against["code"] != "")]
wide = primary[primary["measure"].isin(["precision", "recall", "f1"])].copy()
wide["cell"] = [
    f"{v:.2f} ({a:.2f}–{b:.2f})"
    for v, a, b in wide[["value", "low", "high"]].itertuples(index=False)
]
cells = wide.pivot(index="code", columns="measure", values="cell")
cases = primary.drop_duplicates("code").set_index("code")["cases_a"]
cells = cells.reindex([t for t in themes if t in cases.index])
keep_table(
    against,
    "rule-accuracy",
    show=pd.DataFrame(
        {
            "theme": [names[t] for t in cells.index],
            "cases": [f"{cases[t]:.0f}" for t in cells.index],
            "precision": cells["precision"].fillna("too few to say").to_list(),
            "recall": cells["recall"].fillna("").to_list(),
            "F₁": cells["f1"].fillna("").to_list(),
        }
    ),
)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-confusion", "caption": "Adjudicated theme (rows) against theme by rule (columns)."}, "image": {"alt": "Confusion matrix of themes, adjudicated against rules."}}
pair = match(adjudicated, rules, reports)
truth = [unit.primary for unit in pair.a]
given = [unit.primary for unit in pair.b]
matrix = confusion(truth, given, themes)
figure, axes = plt.subplots(figsize=(6.6, 5.2))
labels = [[str(int(cases)) if cases else "" for cases in row] for row in matrix]
figures.cell_grid(axes, np.sqrt(matrix), labels)
axes.set_xticks(range(len(themes)), themes)
axes.set_yticks(range(len(themes)), [names[t] for t in themes], fontsize=8)
keep_figure(figure, "confusion")

# %% [markdown]
# ## What simpler labellers reach

# %%
weights = [unit.weight for unit in pair.a]
text_of = {(n, s.id): r.wording(s) for n, r in reports.items() for s in r.sentences}
title_of = {
    (name, sentence.id): theme
    for name, report in reports.items()
    for sentence, theme in zip(
        report.sentences, title_themes(report, codebook), strict=True
    )
}
keys = [(unit.report, unit.sentence) for unit in pair.a]
sampled = [name for name in reports if name in {key[0] for key in keys}]
labellers = {
    "rules": given,
    "section titles": [title_of[key] for key in keys],
    "classifier, other reports": supervised_themes(
        [text_of[k] for k in keys], truth, [k[0] for k in keys]
    ),
}
rows = []
for who, labels in labellers.items():
    judged = pd.DataFrame(
        {
            "truth": truth,
            "label": labels,
            "weight": weights,
            "cluster": pair.clusters,
            "report": [k[0] for k in keys],
        }
    )
    for scope, part in [("all", judged), *judged.groupby("report")]:
        found = agreement(
            part["truth"].to_list(),
            part["label"].to_list(),
            themes,
            weights=part["weight"].to_list(),
            clusters=part["cluster"].to_list(),
            seed=SEED,
        )["agreement"]
        rows.append((who, scope, len(part), found.value, found.low, found.high))
reached = pd.DataFrame(
    rows, columns=["labeller", "report", "units", "agreement", "low", "high"]
)
printed = (
    reached.assign(
        cell=[
            f"{v:.0%} ({a:.0%}–{b:.0%})"
            for v, a, b in reached[["agreement", "low", "high"]].itertuples(
                index=False
            )
        ]
    )
    .pivot(index="report", columns="labeller", values="cell")
    .loc[["all", *sampled], list(labellers)]
)

# %% [markdown]
# Intervals of two labellers may overlap although one is better on the same sentences. So their
# difference is taken sentence by sentence.

# %%
judged = pd.DataFrame(
    {"truth": truth, **labellers, "weight": weights, "report": [k[0] for k in keys]}
)
judged["cluster"] = pair.clusters
gains = pd.DataFrame(
    [
        {
            "report": scope,
            "instead": instead,
            **gain(
                part["truth"],
                part["rules"],
                part[instead],
                weights=part["weight"],
                clusters=part["cluster"].to_list(),
                seed=SEED,
            )._asdict(),
        }
        for scope, part in [("all", judged), *judged.groupby("report")]
        for instead in list(labellers)[1:]
    ]
)
keep_table(gains, "gains")
over_titles = gains[gains["instead"] == "section titles"].set_index("report")
printed["rules over titles, points"] = [
    f"{100 * v:+.0f} ({100 * a:+.0f} to {100 * b:+.0f})"
    for v, a, b in over_titles.loc[
        printed.index, ["value", "low", "high"]
    ].itertuples(index=False)
]
keep_table(
    reached, "accuracy-by-report", show=printed.rename(index=SHORT).reset_index()
)

# %% [markdown]
# ## Every disagreement of the two codings

# %%
by_first, by_second, settled = (
    first.by_unit(),
    second.by_unit(),
    adjudicated.by_unit(),
)
differing = pd.DataFrame(
    [
        {
            "report": key[0],
            "unit": key[1],
            "sentence": "".join(text_of[key].split()),
            "first": by_first[key].primary,
            "second": by_second[key].primary,
            "resolved": settled[key].primary,
            "note": settled[key].note,
        }
        for key in by_first
        if key in by_second and by_first[key].primary != by_second[key].primary
    ],
    columns=["report", "unit", "sentence", "first", "second", "resolved", "note"],
)
keep_table(
    differing,
    "disagreements",
    show=pd.DataFrame(
        {
            "sentence": differing["sentence"],
            "in English": differing["sentence"].map(english),
            "first": differing["first"],
            "second": differing["second"],
            "resolved": differing["resolved"],
            "report": differing["report"].map(SHORT),
            "place": [
                Place(*p)
                for p in zip(differing["report"], differing["unit"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
of_theme = between[
    (between["scheme"] == "primary") & (between["code"] == "")
].set_index("measure")
of_move = between[(between["scheme"] == "move") & (between["code"] == "")].set_index(
    "measure"
)
rule_rows = reached[reached["report"] == "all"].set_index("labeller")
both = agreement(
    [f"{unit.primary} {unit.move}" for unit in pair.a],
    [f"{unit.primary} {unit.move}" for unit in pair.b],
    sorted({f"{unit.primary} {unit.move}" for unit in (*pair.a, *pair.b)}),
    weights=weights,
    clusters=pair.clusters,
    seed=SEED,
)["agreement"]
worst = reached[(reached["labeller"] == "rules") & (reached["report"] != "all")]
keep(
    n_sample=len(first.units),
    alpha_theme=float(of_theme.loc["alpha", "value"]),
    alpha_theme_low=float(of_theme.loc["alpha", "low"]),
    alpha_theme_high=float(of_theme.loc["alpha", "high"]),
    kappa_theme=float(of_theme.loc["kappa", "value"]),
    observed_theme=float(of_theme.loc["agreement", "value"]),
    alpha_move=float(of_move.loc["alpha", "value"]),
    rules_accuracy=float(rule_rows.loc["rules", "agreement"]),
    rules_accuracy_low=float(rule_rows.loc["rules", "low"]),
    rules_accuracy_high=float(rule_rows.loc["rules", "high"]),
    rules_both=float(both.value),
    title_accuracy=float(rule_rows.loc["section titles", "agreement"]),
    supervised_accuracy=float(
        rule_rows.loc["classifier, other reports", "agreement"]
    ),
    worst_report=SHORT[worst.loc[worst["agreement"].idxmin(), "report"]],
    worst_accuracy=float(worst["agreement"].min()),
    gain_titles=float(100 * over_titles.loc["all", "value"]),
    gain_titles_low=float(100 * over_titles.loc["all", "low"]),
    gain_titles_high=float(100 * over_titles.loc["all", "high"]),
    n_gain_clear=in_words(int((over_titles.drop("all")["low"] > 0).sum())),
    gain_clear=", ".join(SHORT[n] for n in sampled if over_titles.loc[n, "low"] > 0),
    gain_not_clear=", ".join(
        SHORT[n] for n in sampled if over_titles.loc[n, "low"] <= 0
    ),
    n_differing=len(differing),
    codings_codebook=adjudicated.codebook,
)

# %% [markdown]
# ## What this does not show
#
# That the codebook can be followed does not show that it is right. What the errors of the rules
# do to the shares of themes is the question of the notebook on corrected shares.
