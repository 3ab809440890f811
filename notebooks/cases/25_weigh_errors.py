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
# # How far do the errors of the rules touch what the book says?
#
# Two instances of one large language model coded a stratified sample from the codebook alone; a
# third settled what they gave differently. The rules were fixed before the sample was drawn.

# %% tags=["hide-input"]
from support import CORPUS, analyse, in_words, keep, say, table_of

from govreports.coding import handcodings, labellers
from govreports.coding.comparison import compare, disagreements, match
from govreports.coding.corrected import corrected_by_report, wrong_by_report
from govreports.stats.classification import unseen_error

# %%
analysis = analyse()
labels, reports, codebook = analysis.labels, analysis.reports, analysis.codebook
themes = [code.id for code in codebook.of_kind("theme")]
names = {code.id: f"{code.id} {code.en}" for code in codebook.of_kind("theme")}
codings = handcodings.read_all_codings(CORPUS / "codings", codebook, reports)
(first, second), adjudicated = handcodings.coders_and_reference(codings)
rules = handcodings.of_rules(analysis.coded, codebook)
pair = match(adjudicated, rules, reports)

# %% [markdown]
# ## The two codings, and the rules

# %%
between = compare(first, second, codebook, reports)
whole = between[(between["scheme"] == "primary") & (between["code"] == "")]
of_theme = whole.set_index("measure")
moves = between[
    (between["scheme"] == "move")
    & (between["code"] == "")
    & (between["measure"] == "agreement")
]
(of_moves,) = moves["value"]
assert of_moves == 1  # the same move everywhere
judged = labellers.judged(pair, reports, codebook)
reached = labellers.accuracy_by_report(judged, themes)
overall = reached[reached["report"] == "all"].set_index("labeller")
ruled = reached[
    (reached["labeller"] == labellers.RULES) & (reached["report"] != "all")
]
worst = ruled.loc[ruled["agreement"].idxmin()]
gains = labellers.gains_by_report(judged)
over_titles = gains[gains["instead"] == labellers.TITLES].set_index("report")
by_report = over_titles.loc[[n for n in reports if n in over_titles.index]]
table_of(by_report.rename(index=labels).reset_index())

# %%
keep(
    n_sample=len(first.units),
    n_differing=len(disagreements(first, second, adjudicated, reports)),
    alpha_theme=float(of_theme.loc["alpha", "value"]),
    alpha_theme_low=float(of_theme.loc["alpha", "low"]),
    alpha_theme_high=float(of_theme.loc["alpha", "high"]),
    observed_theme=float(of_theme.loc["agreement", "value"]),
    rules_accuracy=float(overall.loc[labellers.RULES, "agreement"]),
    rules_accuracy_low=float(overall.loc[labellers.RULES, "low"]),
    rules_accuracy_high=float(overall.loc[labellers.RULES, "high"]),
    title_accuracy=float(overall.loc[labellers.TITLES, "agreement"]),
    supervised_accuracy=float(overall.loc[labellers.CLASSIFIER, "agreement"]),
    worst_report=labels[worst["report"]],
    worst_accuracy=float(worst["agreement"]),
    gain_titles=float(100 * over_titles.loc["all", "value"]),
    gain_titles_low=float(100 * over_titles.loc["all", "low"]),
    gain_titles_high=float(100 * over_titles.loc["all", "high"]),
    n_gain_clear=in_words(int((by_report["low"] > 0).sum())),
    gain_clear=", ".join(labels[n] for n in by_report.index[by_report["low"] > 0]),
    gain_not_clear=", ".join(
        labels[n] for n in by_report.index[by_report["low"] <= 0]
    ),
)

# %% [markdown]
# ## Government functions after correction
#
# The correction of a report rests on those of its sampled sentences that only one of the two
# codings gives the theme (`errors`).

# %%
corrected = corrected_by_report(rules, pair, themes)
pooled = corrected[corrected["report"] == "all"].set_index("code")
each = corrected[corrected["report"] != "all"]
sampled = each.drop_duplicates("report").set_index("report")["sample"]
wrong = wrong_by_report(pair)
flawless = wrong.index[wrong == 0][0]
of_law = each[each["report"].isin(analysis.of_genre("rule-of-law"))]
t1 = of_law[of_law["code"] == "T1"].set_index("report")
half = t1["raw"].idxmax()
ranked = of_law.sort_values("corrected", ascending=False).groupby("report")
leading, behind = (ranked.nth(place).set_index("report") for place in (0, 1))
level = leading.index[leading["code"] != "T1"]
say(
    f"The share of T1 in {labels[half]} is {t1.loc[half, 'raw']:.0%} by the rules and "
    f"{t1.loc[half, 'corrected']:.0%} corrected."
)

openness = each[each["code"] == "T5"].set_index("report")
(disclosure,) = analysis.of_genre("disclosure")

# %%
keep(
    t5_disclosure_corrected=float(openness.loc[disclosure, "corrected"]),
    t5_disclosure_low=float(openness.loc[disclosure, "low"]),
    t5_disclosure_high=float(openness.loc[disclosure, "high"]),
    n_wrong=int(wrong.sum()),
    t1_raw=float(t1.loc[half, "raw"]),
    t1_corrected=float(t1.loc[half, "corrected"]),
    t1_corrected_low=float(t1.loc[half, "low"]),
    t1_corrected_high=float(t1.loc[half, "high"]),
    t1_errors_most=in_words(int(t1["errors"].max())),
    t1_corrected_others_low=float(t1["corrected"].drop(half).min()),
    t1_corrected_others_high=float(t1["corrected"].drop(half).max()),
    not_first_t1="; ".join(labels[name] for name in level),
    ahead_of_t1="; ".join(names[leading.loc[name, "code"]] for name in level),
    ahead_of_t1_share=float(leading.loc[level, "corrected"].max()),
    behind_share=float(behind.loc[level, "corrected"].max()),
    t10_raw=float(pooled.loc["T10", "raw"]),
    t10_corrected=float(pooled.loc["T10", "corrected"]),
    n_sample_least=int(sampled.min()),
    n_sample_most=int(sampled.max()),
    flawless=labels[flawless],
    n_sample_flawless=int(sampled[flawless]),
    unseen_flawless=float(unseen_error(int(sampled[flawless]))),
    n_cells=len(each),
    n_cells_without_error=int((each["errors"] == 0).sum()),
)

# %% [markdown]
# ## What this does not show
#
# Both coders were instances of one model: that they agree is not that people would.
