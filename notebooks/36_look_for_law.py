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
# # How much of a report on law speaks of law?
#
# A sentence can be about government functions (T1) or any other theme and hold no word of law.
# How many do is asked of the law-based government reports, with several lists of words, and in two ways:
# by the theme of the sentence, and by the heading it stands under.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    keep,
    keep_table,
    number_of,
    say,
    table_of,
    with_interval,
)

from govreports.claims.law_words import (
    has_law_word,
    law_words,
    without_evidence,
    without_law_words,
)
from govreports.coding.elsewhere import under_headings
from govreports.coverage.order import headings_by_part
from govreports.coverage.outline_parts import load_parts

analysis = analyse()
names, labels = analysis.of_genre("rule-of-law"), analysis.labels
codings = analysis.codings[analysis.codings["report"].isin(names)]

# %% [markdown]
# ## The list of words
#
# Words for law itself, and for procedures and organs of law; each with its reason. Licensing (许可)
# and approval (审批), which are matters of functions, are not listed; two of the checks add them.

# %%
words = pd.DataFrame(law_words())
keep_table(words, "law-words", show=words)

# %% [markdown]
# ## With several lists, and by theme or heading
#
# Rules that code a sentence look for words of law too, most of all those of the themes on
# enforcement and disputes; part of any difference by theme is therefore of the coding's making.
# Three checks are free of that: the wordings on which the primary theme rests can be blanked out,
# and sentences can be grouped by the nearest heading that the codebook's rules read as a theme
# (run-in headings and those of plans included), or by the whole part of a report whose heading
# names that part of the Outline of 2015.

# %%
functions = codings["primary"] == "T1"
under = under_headings(analysis.reports, analysis.codings, analysis.codebook)
under = under[under["report"].isin(names)]
blanked = without_evidence(analysis.reports, codings, analysis.evidence)

FUNCTIONS = 1  # the part of the Outline of 2015 on government functions
parts = headings_by_part(
    {name: analysis.reports[name] for name in names}, ["outline-2015"], load_parts()
)


def stands_under(rows: pd.DataFrame, headings: pd.DataFrame) -> pd.Series:
    """Whether the section of each sentence stands under one of the headings of its report."""
    own = headings.groupby("report")["section"].agg(list).to_dict()
    found = [
        any(f"{section}.".startswith(f"{above}.") for above in own.get(name, ()))
        for name, section in zip(rows["report"], rows["section"], strict=True)
    ]
    return pd.Series(found, rows.index, dtype=bool)


sentences = codings[~codings["is_heading"]]
parted = sentences[stands_under(sentences, parts)]
in_part = stands_under(parted, parts[parts["part"] == FUNCTIONS])
licensed = codings["text"].str.replace("许可|审批", "法律", regex=True)
LICENSING = "licensing and approval counted as law"
ASKED = {
    "by theme, all words": (codings, functions, {}),
    "by theme, words for law itself": (codings, functions, {"scope": "law itself"}),
    "by theme, without 法治": (codings, functions, {"scope": "narrow"}),
    "by theme, any word with 法": (codings, functions, {"scope": "any"}),
    f"by theme, {LICENSING}": (codings, functions, {"texts": licensed}),
    "by theme, wordings of the rules blanked out": (
        codings,
        functions,
        {"texts": blanked},
    ),
    "by nearest heading, all words": (under, under["announced"] == "T1", {}),
    "by part of the report, all words": (parted, in_part, {}),
    "by part of the report, words for law itself": (
        parted,
        in_part,
        {"scope": "law itself"},
    ),
    "by part of the report, without 法治": (parted, in_part, {"scope": "narrow"}),
    f"by part of the report, {LICENSING}": (
        parted,
        in_part,
        {"texts": licensed[parted.index]},
    ),
}
found = (
    pd.concat(
        [
            without_law_words(rows, inside, **options).assign(asked=asked)
            for asked, (rows, inside, options) in ASKED.items()
            if len(rows)
        ],
        ignore_index=True,
    )
    if len(codings)
    else pd.DataFrame()
)


# %%
def percentages(table: pd.DataFrame, end: str) -> list[str]:
    """Shares with their intervals: "92% (75% to 100%)"."""
    return with_interval(
        table[f"share{end}"], table[f"low{end}"], table[f"high{end}"], ".0%"
    )


def shown(table: pd.DataFrame, first: str, column: pd.Series) -> pd.DataFrame:
    """Functions beside the others, with the interval of the difference in points."""
    points = ["difference", "difference_low", "difference_high"]
    return pd.DataFrame(
        {
            first: column.array,
            "sentences": table["sentences"].array,
            "without a word of law": percentages(table, ""),
            "other sentences": table["sentences_others"].array,
            "of these without": percentages(table, "_others"),
            "difference in points": with_interval(
                *(100 * table[point] for point in points), ".0f"
            ),
        }
    )


if len(found):
    themed = found[found["asked"] == "by theme, all words"]
    headed = found[found["asked"] == "by nearest heading, all words"]
    licensing = found[found["asked"] == f"by theme, {LICENSING}"]
    part_licensing = found[found["asked"] == f"by part of the report, {LICENSING}"]
    by_part = found[found["asked"] == "by part of the report, all words"]
    by_theme = shown(themed, "report", themed["report"].map(labels))
    shown_by_part = shown(by_part, "report", by_part["report"].map(labels))
    keep_table(themed, "law-words-by-theme", show=by_theme)
    keep_table(by_part, "law-words-by-part", show=shown_by_part)

# %%
if len(found):
    wide = found.assign(
        report=found["report"].map(labels),
        points=with_interval(
            100 * found["difference"],
            100 * found["difference_low"],
            100 * found["difference_high"],
            ".0f",
        ),
    ).pivot(index="asked", columns="report", values="points")
    wide = wide.reindex(list(ASKED))[[labels[name] for name in names]]
    keep_table(found, "law-words-by-list", show=wide.reset_index())
    table_of(wide.reset_index())

# %% [markdown]
# The sentences of the parts, each with whether it holds a word of law, so that the counts can be
# followed.

# %%
keep_table(
    parted[["report", "sentence", "section", "text"]].assign(
        functions=in_part,
        law_word=parted["text"].map(has_law_word),
        licensing=parted["text"].str.contains("许可|审批"),
    ),
    "law-words-sentences",
)
if len(found):
    say(
        f"{number_of(len(names), 'law-based government report')}: of the sentences on government "
        f"functions {themed['share'].min():.0%} to {themed['share'].max():.0%} hold no word of "
        f"law, of the others {themed['share_others'].min():.0%} to "
        f"{themed['share_others'].max():.0%}."
    )

# %% [markdown]
# ## Numbers for the chapters

# %%
if len(found):
    clear = found[found["difference_low"] > 0].groupby("asked").size()
    keep(
        functions_least=float(themed["share"].min()),
        functions_most=float(themed["share"].max()),
        others_least=float(themed["share_others"].min()),
        others_most=float(themed["share_others"].max()),
        n_clear_theme=int(clear.get("by theme, all words", 0)),
        n_clear_heading=int(clear.get("by nearest heading, all words", 0)),
        n_clear_part=int(clear.get("by part of the report, all words", 0)),
        part_least=float(by_part["share"].min()),
        part_most=float(by_part["share"].max()),
        part_others_least=float(by_part["share_others"].min()),
        part_others_most=float(by_part["share_others"].max()),
        n_clear_blanked=int(
            clear.get("by theme, wordings of the rules blanked out", 0)
        ),
        n_clear_licensing=int(clear.get(f"by theme, {LICENSING}", 0)),
        n_clear_part_licensing=int(
            clear.get(f"by part of the report, {LICENSING}", 0)
        ),
        part_licensing_clear=", ".join(
            part_licensing.loc[part_licensing["difference_low"] > 0, "report"].map(
                labels
            )
        ),
        n_clear_part_narrow=int(clear.get("by part of the report, without 法治", 0)),
        licensing_least=float(licensing["share"].min()),
        licensing_most=float(licensing["share"].max()),
        n_clear_law_itself=int(clear.get("by theme, words for law itself", 0)),
        n_clear_narrow=int(clear.get("by theme, without 法治", 0)),
        part_larger=", ".join(
            by_part.loc[by_part["difference"] > 0, "report"].map(labels)
        ),
        part_not_larger=", ".join(
            by_part.loc[by_part["difference"] <= 0, "report"].map(labels)
        ),
        n_part_larger=int((by_part["difference"] > 0).sum()),
        n_part_smaller=int((by_part["difference"] < 0).sum()),
        unclear_heading=", ".join(
            headed.loc[headed["difference_low"] <= 0, "report"].map(labels)
        ),
        n_words=len(words),
    )

# %% [markdown]
# ## What this does not show
#
# A sentence without a word of law can tell of something done by law; one with such a word need
# not. The intervals say how stable a share is under other paragraphs of the same report.
