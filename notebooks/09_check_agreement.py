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
# Where sentences of the corpus were coded by hand, the codings are compared with each other, and
# the rules with them. Each coding is a file in the corpus folder `codings`, with a second file
# that says who or what coded. One called `adjudicated` is what the rules are measured against,
# else the first. Weights undo the strata of a sample.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from support import (
    CORPUS,
    analyse,
    english,
    keep_figure,
    keep_table,
    places,
    say,
    table_of,
)

from govreports import figures
from govreports.coding import comparison, handcodings, labellers
from govreports.coding.sampling import draw_sample
from govreports.stats.agreement import confusion

# %%
analysis = analyse()
labels, reports, codebook = analysis.labels, analysis.reports, analysis.codebook
themes = [code.id for code in codebook.of_kind("theme")]
names = {
    code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")
}
codings = handcodings.read_all_codings(CORPUS / "codings", codebook, reports)
about = [(c.name, c.coder, c.kind, c.date, len(c.units)) for c in codings]
coders, reference = (
    handcodings.coders_and_reference(codings) if codings else ((), None)
)
table_of(
    pd.DataFrame(about, columns=["coding", "coded by", "kind", "date", "sentences"])
)

# %%
if not codings:
    sample = pd.DataFrame(
        draw_sample(analysis.codings, min(320, len(analysis.codings)))
    )
    say(
        "Nothing in this corpus was coded by hand, so how far the rules are right here is not "
        f"known: have the sample of {len(sample):,} sentences that this notebook keeps coded "
        "from the codebook alone, by two people, and compare their files with each other and "
        "with the rules by “govreports agreement ONE.csv OTHER.csv --rules --corpus FOLDER”."
    )
    keep_table(sample, "sample-to-code", show=sample.head(10))

# %% [markdown]
# ## The codings with each other
#
# The share coded alike and three coefficients, with 95% intervals; the last columns count the
# sentences to which each coding gives the theme.

# %%
pairs = comparison.pairs_in_common(coders)
tables = [comparison.compare(a, b, codebook, reports) for a, b in pairs]
between = (
    pd.concat(tables) if tables else pd.DataFrame(columns=list(comparison.COLUMNS))
)

# %%
SHOWN = ("codings", "coded", "agree", "Krippendorff α", "Cohen κ", "Gwet AC₁")


def row(table: pd.DataFrame, what: str, scheme: str, code: str) -> tuple[str, ...]:
    """What one comparison says of a code, or of a whole scheme."""
    coded = table[(table["scheme"] == scheme) & (table["code"] == code)].iloc[0]
    sizes = [coded["units"]] * 2 if not code else [coded["cases_a"], coded["cases_b"]]
    agree, alpha, kappa, ac1 = (
        comparison.in_short(table, scheme, code, measure)
        for measure in ("agreement", "alpha", "kappa", "ac1")
    )
    who = f"{coded['a']}, {coded['b']}"
    return who, what, agree, alpha, kappa or coded["note"], ac1, *map(str, sizes)


rows = []
for table in tables:
    occurring = set(table.loc[table["scheme"] == "primary", "code"])
    whole = [("primary theme", "primary", ""), ("move", "move", "")]
    single = [(names[t], "primary", t) for t in themes if t in occurring]
    rows += [row(table, *what) for what in (*whole, *single)]
of_pairs = pd.DataFrame(rows, columns=[*SHOWN, "in the first", "in the second"])
keep_table(
    between,
    "agreement",
    show=of_pairs if len(tables) > 1 else of_pairs.drop(columns="codings"),
)

# %% [markdown]
# ## The rules against the reference
#
# Precision, recall and F₁ with 95% intervals, for themes of ten cases or more.

# %%
rules = handcodings.of_rules(analysis.coded, codebook)
pair = (
    comparison.match(reference, rules, reports) if reference else comparison.Matched()
)
against = (
    comparison.compare(reference, rules, codebook, reports)
    if reference
    else pd.DataFrame(columns=list(comparison.COLUMNS))
)
primary = against[(against["scheme"] == "primary") & (against["code"] != "")]
cases = primary.drop_duplicates("code").set_index("code")["cases_a"]
of_rules = {
    measure: [
        comparison.in_short(against, "primary", t, measure) for t in cases.index
    ]
    for measure in ("precision", "recall", "f1")
}
keep_table(
    against,
    "rule-accuracy",
    show=pd.DataFrame(
        {
            "theme": cases.index.map(names),
            "cases": [f"{number:.0f}" for number in cases],
            "precision": [cell or "too few to say" for cell in of_rules["precision"]],
            "recall": of_rules["recall"],
            "F₁": of_rules["f1"],
        }
    ),
)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-confusion", "caption": "Theme by hand (rows) against theme by rule (columns)."}, "image": {"alt": "Confusion matrix of themes, by hand against rules."}}
if reference:
    matrix = confusion(
        [unit.primary for unit in pair.a], [unit.primary for unit in pair.b], themes
    )
    figure, axes = plt.subplots(figsize=(6.6, 5.2))
    cells = [[str(int(number)) if number else "" for number in row] for row in matrix]
    figures.cell_grid(axes, np.sqrt(matrix), cells)
    axes.set_xticks(range(len(themes)), themes)
    axes.set_yticks(range(len(themes)), [names[t] for t in themes], fontsize=8)
    keep_figure(figure, "confusion")

# %% [markdown]
# ## What simpler labellers reach
#
# Section titles alone, and a classifier trained on the other reports. Intervals of two labellers
# may overlap although one is better on the same sentences. So their difference is taken sentence
# by sentence. All reports of the sample stand together in the first row, of whatever genre.

# %%
judged = labellers.judged(pair, reports, codebook)
reached = labellers.accuracy_by_report(judged, themes)
gains = labellers.gains_by_report(judged)
cells = [
    f"{v:.0%} ({a:.0%}–{b:.0%})"
    for v, a, b in reached[["agreement", "low", "high"]].itertuples(index=False)
]
scopes = [name for name in ("all", *reports) if name in set(reached["report"])]
printed = reached.assign(cell=cells).pivot(
    index="report", columns="labeller", values="cell"
)
printed = printed.reindex(index=scopes, columns=labellers.labellers_of(judged))

# %%
over_titles = gains[gains["instead"] == labellers.TITLES].set_index("report")
printed["rules over titles, points"] = pd.Series(
    [
        f"{100 * v:+.0f} ({100 * a:+.0f} to {100 * b:+.0f})"
        for v, a, b in over_titles[["value", "low", "high"]].itertuples(index=False)
    ],
    index=over_titles.index,
    dtype=object,
)
shown = printed.rename(index=labels).rename_axis("report").reset_index()
keep_table(reached, "accuracy-by-report", show=shown)

# %% [markdown]
# ## Every disagreement of two codings

# %%
parts = [comparison.disagreements(a, b, reference, reports) for a, b in pairs]
differing = (
    pd.concat(parts, ignore_index=True)
    if parts
    else pd.DataFrame(columns=list(comparison.DISAGREEMENT_COLUMNS))
)
keep_table(
    differing,
    "disagreements",
    show=pd.DataFrame(
        {
            "sentence": differing["sentence"],
            "in English": differing["sentence"].map(english),
            "first coding": differing["first"],
            "second coding": differing["second"],
            "resolved": differing["resolved"],
            "report": differing["report"].map(labels),
            "place": places(differing["report"], differing["unit"]),
        }
    ),
)

# %% [markdown]
# ## In short

# %%
if reference:
    overall = reached[reached["report"] == "all"].set_index("labeller")
    ruled = overall.loc[labellers.RULES]
    say(
        f"Against {reference.name} ({len(pair.a):,} sentences) the rules give the same theme "
        f"to {ruled['agreement']:.0%} (95% interval {ruled['low']:.0%} to "
        f"{ruled['high']:.0%}), section titles to "
        f"{overall.loc[labellers.TITLES, 'agreement']:.0%}."
    )

# %% [markdown]
# ## What this does not show
#
# That the codebook can be followed does not show that it is right. What the errors of the rules
# do to the shares of themes is the question of the notebook on corrected shares.
