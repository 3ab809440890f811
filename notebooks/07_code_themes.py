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

# %%
import pandas as pd
from support import (
    RULE_OF_LAW,
    SHORT,
    Place,
    english,
    keep,
    keep_table,
    load,
    table_of,
)

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.parts import repeated
from govreports.coding.shares import co_occurrence, coding_frame

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
codebook = load_codebook()
coder = Coder(codebook)
codings = {name: coder.code(report) for name, report in reports.items()}
frame = coding_frame(reports, codings)
names = {code.id: f"{code.en} {code.zh}" for code in codebook.of_kind("theme")}
themes = list(names)
numbered = {
    code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")
}

# %% [markdown]
# ## One sentence, and why it was coded so

# %%
sample = next(
    c for c in codings["weihai-2017"] if len(c.themes) > 1 and len(c.evidence) > 2
)
text = reports["weihai-2017"].text
table_of(
    pd.DataFrame(
        [(e.code, e.rule, text[e.start : e.end], e.start) for e in sample.evidence],
        columns=["code", "rule", "words", "from"],
    )
)

# %% [markdown]
# ## The themes, each with a sentence
#
# For each theme the sentence is shown that has the most evidence for it and for nothing else.

# %%
examples = []
for theme, name in names.items():
    candidates = [
        (
            sum(e.code == theme for e in coding.evidence),
            -len(reports[r].wording(coding.sentence)),
            r,
            coding,
        )
        for r, coded in codings.items()
        for coding in coded
        if coding.themes == (theme,) and not coding.sentence.is_heading
    ]
    if candidates:
        _, _, report, coding = max(candidates, key=lambda c: c[:2])
        examples.append(
            {
                "theme": f"{theme} {name}",
                "sentences": int((frame["primary"] == theme).sum()),
                "example": "".join(reports[report].wording(coding.sentence).split()),
                "report": SHORT[report],
                "place": Place(report, coding.sentence.id),
            }
        )
example_table = pd.DataFrame(examples)
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
keep_table(
    frame,
    "codings",
    show=frame.groupby("report", sort=False)
    .agg(sentences=("sentence", "size"), headings=("is_heading", "sum"))
    .rename(index=SHORT)
    .reset_index(),
)

# %% [markdown]
# ## Moves

# %%
moves = frame.groupby(["report", "move"]).size().unstack(fill_value=0).loc[order]
moves = moves.reindex(columns=["frame", "report", "problem", "plan"], fill_value=0)
moves = moves.rename(columns={"report": "reporting"}).reset_index()
keep_table(moves, "moves", show=moves.assign(report=moves["report"].map(SHORT)))

# %% [markdown]
# ## Themes by move

# %%
by_move = pd.crosstab(frame["primary"], frame["move"]).reindex(themes, fill_value=0)
by_move = by_move.reindex(
    columns=["frame", "report", "problem", "plan"], fill_value=0
)
printed_moves = (
    by_move.rename(index=lambda t: numbered[t]).rename_axis("theme").reset_index()
)
keep_table(
    by_move.rename_axis("theme").reset_index(), "theme-moves", show=printed_moves
)

# %% [markdown]
# ## Themes that meet in a sentence

# %%
pairs = co_occurrence(frame, themes)
long = pairs.stack().rename_axis(["theme", "with"]).rename("sentences").reset_index()
meeting = long[long["theme"].map(themes.index) < long["with"].map(themes.index)]
meeting = meeting.sort_values("sentences", ascending=False, ignore_index=True)
keep_table(
    long,
    "co-occurrence",
    show=meeting.head(8).assign(
        theme=meeting["theme"].map(numbered),
        **{"with": meeting["with"].map(numbered)},
    ),
)

# %% [markdown]
# ## Named instruments
#
# Instruments are the named tools of reform: lists, systems, campaigns, platforms. A report that
# names one says at least that it knows of it.

# %%
instrument_names = {code.id: code for code in codebook.of_kind("instrument")}
named = (
    frame.assign(instrument=frame["instruments"].str.split())
    .explode("instrument")
    .dropna(subset="instrument")
)
by_instrument = (
    named.groupby("instrument")
    .agg(sentences=("sentence", "size"), reports=("report", "nunique"))
    .reset_index()
)
law = (
    named[named["report"].isin(RULE_OF_LAW)].groupby("instrument")["report"].nunique()
)
by_instrument["law_reports"] = (
    by_instrument["instrument"].map(law).fillna(0).astype(int)
)
by_instrument.insert(
    1, "zh", by_instrument["instrument"].map(lambda i: instrument_names[i].zh)
)
by_instrument.insert(
    2, "en", by_instrument["instrument"].map(lambda i: instrument_names[i].en)
)
by_instrument = by_instrument.sort_values(
    ["reports", "sentences", "instrument"],
    ascending=[False, False, True],
    ignore_index=True,
)
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
missed = {
    code.id: code.zh
    for code in instrument_names.values()
    if code.example and code.id not in set(by_instrument["instrument"])
}
covered = pd.concat(
    [repeated(report, missed).assign(report=n) for n, report in reports.items()]
)
covered["where"] = (
    covered["unit"].str.startswith("§").map({True: "heading", False: "longer name"})
)
table_of(covered[["id", "zh", "where", "report", "unit"]])

# %% [markdown]
# ## Numbers for the chapters

# %%
plans = frame[frame["move"] == "plan"].groupby("report").size()
intention = frame[frame["flags"].str.contains("intention")]
closing = {
    (n, s.id)
    for n, report in reports.items()
    for s in report.sections
    if s.role == "outlook"
}
keep(
    n_themes=len(names) - 1,
    n_coded=len(frame),
    n_measures=len(list(codebook.of_kind("measure"))),
    n_instruments=len(instrument_names),
    n_instruments_named=len(by_instrument),
    n_instruments_absent=sum(not code.example for code in instrument_names.values()),
    n_instruments_in_all=int(
        (by_instrument["law_reports"] == len(RULE_OF_LAW)).sum()
    ),
    n_instruments_in_one=int((by_instrument["reports"] == 1).sum()),
    n_instruments_within=int((covered["where"] == "longer name").sum()),
    n_instruments_in_heading=int((covered["where"] == "heading").sum()),
    codebook_version=codebook.version,
    heading_share=float(frame["is_heading"].mean()),
    n_headings_coded=int(frame["is_heading"].sum()),
    further_share=float((frame["themes"].str.split().str.len() > 1).mean()),
    evidence_share=float(
        pd.Series(
            [
                any(
                    e.code == c.primary and not e.rule.startswith("context")
                    for e in c.evidence
                )
                for coded in codings.values()
                for c in coded
            ]
        ).mean()
    ),
    n_frame=int((frame["move"] == "frame").sum()),
    n_problem=int((frame["move"] == "problem").sum()),
    n_plan=int((frame["move"] == "plan").sum()),
    plans_most=SHORT[plans.idxmax()],
    n_plans_most=int(plans.max()),
    n_plans_disclosure=int(plans.drop(RULE_OF_LAW, errors="ignore").sum()),
    n_closing_frame=sum(
        (one.report, one.section) in closing and one.move == "frame"
        for one in frame.itertuples()
    ),
    n_admissions=int(frame["flags"].str.contains("admission").sum()),
    n_intentions=int(frame["flags"].str.contains("intention").sum()),
    intention_report="; ".join(SHORT[name] for name in intention["report"]),
    report_move_share=float((frame["move"] == "report").mean()),
)

# %% [markdown]
# ## What this does not show
#
# Rules read words. Whether the coding can be trusted is the question of the agreement notebook;
# what it shows when the reports are compared, that of the next.
