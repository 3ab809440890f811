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
# # Do the reports hold what is prescribed?
#
# The contents that the instrument in force on a report's day of issue prescribes, and the days by
# which it was due.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, first_places, in_words, keep, keep_table, number_of, say

# %%
analysis = analyse()
labels, prescribed = analysis.labels, analysis.prescribed
told = prescribed["kind"] == "content"
contents = prescribed[told & (prescribed["state"] != "not checkable")]
due = prescribed[prescribed["kind"] == "deadline"].reset_index(drop=True)

# %%
silent = [name for name in analysis.names if name not in set(prescribed["report"])]
present = int((contents["state"] == "present").sum())
say(
    f"Of {number_of(len(contents), 'prescribed content')} that can be checked in the texts, "
    f"{present} can be found."
    + (
        f" For {number_of(len(silent), 'report')} of {len(analysis.names)} no instrument in "
        "force is known, by genre and day."
        if silent
        else ""
    )
)

# %% [markdown]
# ## Prescribed contents
#
# What cannot be checked in a text is left out.

# %%
keep_table(
    prescribed,
    "prescribed",
    show=pd.DataFrame(
        {
            "report": contents["report"].map(labels),
            "instrument": contents["prescription_en"],
            "content": contents["en"] + " " + contents["zh"],
            "state": contents["state"],
            "sentences": contents["sentences"].str.split().str.len(),
            "first place": first_places(contents["report"], contents["sentences"]),
        }
    ),
)

# %% [markdown]
# ## When they were due

# %%
keep_table(
    due.drop(columns=["sentences", "spans", "searched"]),
    "deadlines",
    show=pd.DataFrame(
        {
            "report": due["report"].map(labels),
            "instrument": due["prescription_en"],
            "due": due["en"] + " " + due["zh"],
            "found": due["note"],
            "state": due["state"],
        }
    ),
)

# %%
days = due.groupby("state", sort=False)["report"].nunique()
say(
    "The days by which reports were due: "
    + ", ".join(
        f"{state} in {number_of(number, 'report')}" for state, number in days.items()
    )
    + "."
    if len(days)
    else "No instrument in force sets a day for these reports."
)

# %% [markdown]
# ## Numbers for the chapters

# %%
of_causes = contents[contents["element"] == "causes"]
without_causes = set(of_causes.loc[of_causes["state"] == "not found", "report"])
of_shortcomings = contents[
    contents["report"].isin(of_causes["report"])
    & (contents["element"] == "shortcomings")
]
naming_none = set(
    of_shortcomings.loc[of_shortcomings["state"] == "not found", "report"]
)
missing = contents["state"].isin(["not found", "formula only"])
in_time = due["state"].isin(["met", "issued in time"])
keep(
    n_prescribed=len(contents),
    n_prescribed_missing=int(missing.sum()),
    n_without_causes=len(without_causes),
    n_naming_none=in_words(len(naming_none)),
    n_naming_none_number=len(naming_none),
    n_named_without_causes=in_words(len(without_causes - naming_none)),
    n_named_without_causes_number=len(without_causes - naming_none),
    n_under_provisions=len(of_causes),
    n_early=in_words(due.loc[due["state"] == "early", "report"].nunique()),
    n_met=in_words(due.loc[in_time, "report"].nunique()),
)

# %% [markdown]
# ## What this does not show
#
# Whether a text shows a content is judged, not how well. A day of issue is the one that the text
# or the register gives; a report may have been handed in before it was published, and published
# after it was issued.
