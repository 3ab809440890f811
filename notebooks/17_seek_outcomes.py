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
# # Do the reports say how reconsideration and litigation ended?
#
# Cases are counted in every report; an outcome is told in few sentences, and no report gives a
# rate of losing or of correction. Every sentence that tells of such a case was searched for the
# words that the two procedures have for an outcome.

# %%
import re

import pandas as pd
from support import SHORT, Place, english, in_words, keep, keep_table, load

from govreports.claims.quantities import quantities

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}

# %% [markdown]
# ## What was searched for
#
# The words are those in which the laws on reconsideration and on administrative litigation name
# the ways a case can end, with what reports call losing and being corrected. Some of them, such
# as 撤销 and 变更, are used of documents and firms too; so they count only where the sentence
# names one of the two procedures. That a case is closed (审结) tells no outcome, nor does a
# settlement in enforcement (执行和解), which follows a judgment.

# %%
PROCEDURE = re.compile(
    r"复议|行政(?:诉讼|案件|争议|应诉|审判|赔偿)|出庭应诉|败诉|胜诉"
)
OUTCOMES = {
    "lost or won": "败诉|胜诉",
    "corrected": "纠错|撤销|变更|确认(?:其)?违法|重新作出|责令[^，,。；;]{0,10}(?:履行|作出|改正)",
    "upheld": "维持|驳回",
    "settled or withdrawn": "(?<!执行)和解|调解协议|撤回|撤诉|终止",
}
RATE = re.compile(r"(?:败诉|胜诉|纠错|维持|撤销|变更|确认违法|直接纠错|综合纠错)率")
CLAUSE = re.compile(r"[^，,。；;！？\n]+")

# %%
rows, told, counting = [], [], []
for name, report in reports.items():
    figures = quantities(report)
    for sentence in report.sentences:
        words = report.wording(sentence)
        if not PROCEDURE.search(words):
            continue
        told.append((name, sentence.id))
        here = [q for q in figures if q.sentence == sentence.id]
        if any(
            q.kind == "count" and PROCEDURE.search(q.quote + q.measure) for q in here
        ):
            counting.append(name)
        for clause in CLAUSE.findall(words):
            kinds = [k for k, word in OUTCOMES.items() if re.search(word, clause)]
            if not kinds:
                continue
            stated = [q for q in here if q.quote.strip("，,。；; ") == clause.strip()]
            rows.append(
                {
                    "report": name,
                    "sentence": sentence.id,
                    "quote": clause.strip(),
                    "kind": ", ".join(kinds),
                    "value": ", ".join(f"{q.text}{q.unit}" for q in stated),
                    "status": ", ".join(dict.fromkeys(q.status for q in stated)),
                }
            )
outcomes = pd.DataFrame(rows)
keep_table(
    outcomes,
    "outcomes",
    show=pd.DataFrame(
        {
            "clause": outcomes["quote"],
            "in English": outcomes["quote"].map(english),
            "outcome named": outcomes["kind"],
            "figure": outcomes["value"],
            "report": outcomes["report"].map(SHORT),
            "place": [
                Place(*p)
                for p in zip(outcomes["report"], outcomes["sentence"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## A rate of losing or of correction
#
# The word is looked for in the whole text, whatever procedure it is used of.

# %%
rates = [
    (name, match[0])
    for name, report in reports.items()
    for sentence in report.sentences
    for match in RATE.finditer(report.wording(sentence))
]
numbered = outcomes[outcomes["value"] != ""]
adverse = numbered["kind"].str.contains("lost|corrected")

# %% [markdown]
# ## Numbers for the chapters


# %%
def cases(kind: str) -> int:
    """How many cases the sentences count that tell of an outcome of this kind."""
    of = outcomes[outcomes["kind"] == kind].drop_duplicates(["report", "sentence"])
    return sum(
        int(q.value)
        for row in of.itertuples()
        for q in quantities(reports[row.report])
        if q.sentence == row.sentence
        and q.kind == "count"
        and PROCEDURE.search(q.quote)
    )


keep(
    n_sentences_procedure=len(told),
    n_sentences_outcome=len(outcomes[["report", "sentence"]].drop_duplicates()),
    reports_procedure_in_words=in_words(len({name for name, _ in told})),
    reports_counting_in_words=in_words(len(set(counting))),
    rates_lost_in_words=in_words(len(rates)),
    adverse_in_words=in_words(int(adverse.sum())),
    n_upheld=cases("upheld"),
    n_withdrawn=cases("settled or withdrawn"),
    withdrawn_rate=float(
        numbered["value"].str.extract(r"([\d.]+)%")[0].dropna().iloc[0]
    ),
)

# %% [markdown]
# ## What this does not show
#
# An outcome told in words that are not listed is missed, and a case that is not told of is not
# known. That a report is silent does not say how its cases ended.
