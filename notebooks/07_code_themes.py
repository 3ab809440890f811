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
# # What is each sentence about?
#
# Every sentence gets one primary theme, any number of further themes, and a *move*: whether it
# frames, reports, admits a problem or announces a plan. Rules from the codebook decide, and each
# label carries the rule and the words that gave it.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    english,
    keep,
    keep_table,
    number_of,
    places,
    say,
    table_of,
)

from govreports.codebook.examples import clearest, rests_on_words
from govreports.coding.shares import co_occurrence
from govreports.coverage.instruments import named_instruments, passed_over

# %%
analysis = analyse()
labels, codebook = analysis.labels, analysis.codebook
codings, evidence = analysis.codings, analysis.evidence
themes = [code.id for code in codebook.of_kind("theme")]
names = {
    code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")
}
MOVES = ["frame", "report", "problem", "plan"]

# %%
moved = codings["move"].value_counts().reindex(MOVES, fill_value=0)
say(
    f"Of {number_of(len(codings), 'sentence')}, {moved['report']:,} report, "
    f"{moved['frame']:,} frame, {moved['plan']:,} announce a plan, and "
    f"{moved['problem']:,} state a shortcoming in a part set aside for that."
)

# %% [markdown]
# ## One sentence, and why it was coded so
#
# The first sentence with several themes and with evidence at several places; in a corpus without
# one, that with the most evidence.

# %%
keys = ["report", "sentence"]
found = evidence.groupby(keys, sort=False).size().rename("places").reset_index()
found = found.merge(codings[[*keys, "themes"]], on=keys)
several = found["themes"].str.contains(" ") & (found["places"] > 2)
chosen = found.assign(several=several).sort_values(
    ["several", "places"], ascending=False, kind="stable"
)
chosen = (found[several] if several.any() else chosen).head(1)
why = evidence.merge(chosen[keys], on=keys)
table_of(
    pd.DataFrame(
        {
            "code": why["code"],
            "rule": why["rule"],
            "words": [
                analysis.reports[name].text[start:end]
                for name, start, end in zip(
                    why["report"], why["start"], why["end"], strict=True
                )
            ],
            "from": why["start"],
        }
    )
)

# %% [markdown]
# ## The themes, each with a sentence
#
# For each theme the sentence is shown that has the most evidence for it and for nothing else.

# %%
best = clearest(codings, evidence, themes)
example_table = pd.DataFrame(
    {
        "theme": best["primary"].map(
            {
                code.id: f"{code.id} {code.en} {code.zh}"
                for code in codebook.of_kind("theme")
            }
        ),
        "sentences": best["primary"].map(codings["primary"].value_counts()),
        "example": best["text"],
        "report": best["report"].map(labels),
        "place": places(best["report"], best["sentence"]),
    }
)
shown = example_table.copy()
shown.insert(3, "in English", shown["example"].map(english))
keep_table(
    example_table.assign(place=example_table["place"].map(str)), "themes", show=shown
)

# %% [markdown]
# ## All codings
#
# How many sentences each report has, and how many of them are run-in headings; the table of data
# has every sentence with its codes.

# %%
by_report = codings.groupby("report", sort=False)
sizes = by_report.agg(sentences=("text", "size"), headings=("is_heading", "sum"))
keep_table(codings, "codings", show=sizes.rename(index=labels).reset_index())

# %% [markdown]
# ## Moves

# %%
moves = pd.crosstab(codings["report"], codings["move"])
moves = moves.reindex(index=analysis.names, columns=MOVES, fill_value=0)
moves = moves.rename(index=labels, columns={"report": "reporting"})
table_of(moves.rename_axis("report").reset_index())

# %% [markdown]
# ## Themes by move
#
# All reports together, of whatever genre; how the reports differ is the question of the next
# notebook.

# %%
by_move = pd.crosstab(codings["primary"], codings["move"])
by_move = by_move.reindex(index=themes, columns=MOVES, fill_value=0)
keep_table(
    by_move.rename_axis("theme").reset_index(),
    "theme-moves",
    show=by_move.rename(index=names).rename_axis("theme").reset_index(),
)

# %% [markdown]
# ## Themes that meet in a sentence

# %%
meeting = co_occurrence(codings, themes).stack().rename_axis(["theme", "with"])
meeting = meeting.rename("sentences").reset_index()
once = meeting["theme"].map(themes.index) < meeting["with"].map(themes.index)
meeting = (
    meeting[once].sort_values("sentences", ascending=False, kind="stable").head(8)
)
table_of(meeting.replace({"theme": names, "with": names}))

# %% [markdown]
# ## Named instruments
#
# Instruments are the named tools of reform: lists, systems, campaigns, platforms. A report that
# names one says at least that it knows of it.

# %%
law = analysis.of_genre("rule-of-law")
by_instrument = named_instruments(codings, codebook, law)
keep_table(
    by_instrument,
    "instruments",
    show=by_instrument.head(20)[
        ["zh", "en", "reports", "law_reports", "sentences"]
    ].rename(
        columns={
            "zh": "instrument",
            "en": "gloss",
            "law_reports": "of these rule-of-law",
        }
    ),
)

# %% [markdown]
# The longest name counts, and headings on a line of their own are no sentences. So a few listed
# instruments are found in no sentence although a report has their wording.

# %%
within = passed_over(analysis.reports, set(by_instrument["instrument"]), codebook)
table_of(within[["id", "zh", "where", "report", "unit"]])

# %% [markdown]
# ## Numbers for the chapters

# %%
listed = list(codebook.of_kind("instrument"))
keep(
    codebook_version=codebook.version,
    n_coded=len(codings),
    n_headings_coded=int(codings["is_heading"].sum()),
    evidence_share=float(rests_on_words(codings, evidence).mean()),
    n_problem=int(moved["problem"]),
    n_plan=int(moved["plan"]),
    report_move_share=float((codings["move"] == "report").mean()),
    n_admissions=int(codings["flags"].str.contains("admission").sum()),
    n_intentions=int(codings["flags"].str.contains("intention").sum()),
    n_instruments=len(listed),
    n_instruments_named=len(by_instrument),
    n_instruments_absent=sum(not code.example for code in listed),
    n_instruments_in_one=int((by_instrument["reports"] == 1).sum()),
    n_instruments_within=int((within["where"] == "longer name").sum()),
    n_instruments_in_heading=int((within["where"] == "heading").sum()),
)

# %% [markdown]
# ## What this does not show
#
# Rules read words. Whether the coding can be trusted is the question of the agreement notebook;
# what it shows when the reports are compared, that of the next.
