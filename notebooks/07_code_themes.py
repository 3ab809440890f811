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
from support import RULE_OF_LAW, SHORT, Place, keep, keep_table, load

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.shares import coding_frame

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
codebook = load_codebook()
coder = Coder(codebook)
codings = {name: coder.code(report) for name, report in reports.items()}
frame = coding_frame(reports, codings)
names = {code.id: f"{code.en} {code.zh}" for code in codebook.of_kind("theme")}

# %% [markdown]
# ## One sentence, and why it was coded so

# %%
sample = next(c for c in codings["weihai-2017"] if len(c.themes) > 1 and len(c.evidence) > 2)
text = reports["weihai-2017"].text
pd.DataFrame(
    [(e.code, e.rule, text[e.start : e.end], e.start) for e in sample.evidence],
    columns=["code", "rule", "words", "from"],
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
keep_table(
    example_table.assign(place=example_table["place"].map(str)), "themes", show=example_table
)

# %% [markdown]
# ## All codings

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
by_instrument = named.groupby("instrument").agg(
    sentences=("sentence", "size"), reports=("report", "nunique")
).reset_index()  # fmt: skip
law = named[named["report"].isin(RULE_OF_LAW)].groupby("instrument")["report"].nunique()
by_instrument["law_reports"] = by_instrument["instrument"].map(law).fillna(0).astype(int)
by_instrument.insert(1, "zh", by_instrument["instrument"].map(lambda i: instrument_names[i].zh))
by_instrument.insert(2, "en", by_instrument["instrument"].map(lambda i: instrument_names[i].en))
by_instrument = by_instrument.sort_values(
    ["reports", "sentences", "instrument"], ascending=[False, False, True], ignore_index=True
)
keep_table(
    by_instrument,
    "instruments",
    show=by_instrument.head(20)[["zh", "en", "reports", "sentences"]].rename(
        columns={"zh": "instrument", "en": "gloss"}
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
body = frame[~frame["is_heading"]]
keep(
    n_themes=len(names) - 1,
    n_coded=len(frame),
    n_measures=len(list(codebook.of_kind("measure"))),
    n_instruments=len(instrument_names),
    n_instruments_named=len(by_instrument),
    n_instruments_absent=sum(not code.example for code in instrument_names.values()),
    n_instruments_in_all=int((by_instrument["law_reports"] == len(RULE_OF_LAW)).sum()),
    n_instruments_in_one=int((by_instrument["reports"] == 1).sum()),
    codebook_version=codebook.version,
    further_share=float((frame["themes"].str.split().str.len() > 1).mean()),
    evidence_share=float(
        pd.Series(
            [
                any(e.code == c.primary and not e.rule.startswith("context") for e in c.evidence)
                for coded in codings.values()
                for c in coded
            ]
        ).mean()
    ),
    n_frame=int((frame["move"] == "frame").sum()),
    n_problem=int((frame["move"] == "problem").sum()),
    n_plan=int((frame["move"] == "plan").sum()),
    n_admissions=int(frame["flags"].str.contains("admission").sum()),
    n_intentions=int(frame["flags"].str.contains("intention").sum()),
    report_move_share=float((frame["move"] == "report").mean()),
)

# %% [markdown]
# ## What this does not show
#
# Rules read words. Whether the coding can be trusted is the question of the agreement notebook;
# what it shows when the reports are compared, that of the next.
