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
# # Was what one report promised taken up by the next?
#
# One issuer has two reports here, of different genres. For each plan or shortcoming of the
# earlier one, the later sentence of move *report* whose words are most alike (the measure by which
# `govreports analyze` follows plans from year to year): a candidate for a reader, not a finding.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, english, keep, keep_table, places

from govreports.claims.followed import likeness, sentence_words
from govreports.claims.statements import statements
from govreports.corpus.spans import paragraph_at

analysis = analyse()
EARLIER, LATER = "nantong-2018-disclosure", "nantong-2019"
later = analysis.reports[LATER]

# %%
stated = statements(EARLIER, analysis.reports[EARLIER], analysis.coded[EARLIER])
codings = analysis.codings.query("report == @LATER and move == 'report'")
told = codings[~codings["is_heading"]]
texts = [statement.text for statement in stated], list(told["text"])
alike = likeness(*(sentence_words(side, analysis.segmenter) for side in texts))
most = told.iloc[alike.argmax(axis=1)]
candidates = pd.DataFrame(
    {
        "kind": [statement.kind for statement in stated],
        "statement": texts[0],
        "theme": [statement.theme for statement in stated],
        "similarity": alike.max(axis=1),
        "start": list(most["start"]),
        "end": list(most["end"]),
        "sentence": list(most["text"]),
        "same_theme": [
            statement.theme in themes.split()
            for statement, themes in zip(stated, most["themes"], strict=True)
        ],
    }
)
units = [paragraph_at(later, start) for start in candidates["start"]]
keep_table(
    candidates,
    "taken-up",
    show=pd.DataFrame(
        {
            "said in 2018": candidates["statement"],
            "in English": candidates["statement"].map(english),
            "stated as": candidates["kind"],
            "most similar in 2019": candidates["sentence"],
            "that in English": candidates["sentence"].map(english),
            "similarity": candidates["similarity"],
            "place": places([LATER] * len(units), units),
        }
    ),
)

# %%
keep(n_followed=len(candidates), likeness_most=float(candidates["similarity"].max()))

# %% [markdown]
# ## What this does not show
#
# Similar words do not show that a promise was kept, nor other words that it was not.
