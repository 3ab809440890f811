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
# # Who writes the reports, and to whom?
#
# What the files state of addressee and signature, and the clauses in which organs of the Party
# lead, direct, decide or are told of what is reported.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    english,
    glossed,
    in_words,
    keep,
    keep_table,
    number_of,
    places,
    reports_of,
    say,
)

from govreports.claims.actors import authorship, names_joint_body

analysis = analyse()
names, labels = analysis.names, analysis.labels

# %% [markdown]
# ## Who writes, and to whom
#
# The addressee above the text, the signature below it, and the source line of the page. An empty
# cell means that the file is silent.

# %%
source = {name: record.source for name, record in analysis.records.items()}
written = authorship(analysis.reports)
written["source"] = written["report"].map(source)
keep_table(
    written,
    "authorship",
    show=pd.DataFrame(
        {
            "report": written["report"].map(labels),
            "addressed to": written["addressee"].map(glossed),
            "signed": written["signature"].map(glossed),
            "source line of the page": written["source"].map(glossed),
        }
    ),
)

# %% [markdown]
# ## Where an organ of the Party leads, directs, decides or is told
#
# The clauses in which a Party organ stands over what is reported. The words are those in which
# official reports say so; what a Party organ does beside a government (党工委管委会) is counted
# apart.

# %%
party = analysis.organs[["report", "sentence", "quote", "kind"]]
keep_table(
    party,
    "party-organs",
    show=pd.DataFrame(
        {
            "clause": party["quote"],
            "in English": party["quote"].map(english),
            "the organ": party["kind"],
            "report": party["report"].map(labels),
            "place": places(party["report"], party["sentence"]),
        }
    ),
)

# %%
joint = analysis.codings["text"].map(names_joint_body).astype(bool)
for genre, listed in analysis.genres.items():
    own = written[written["report"].isin(listed)]
    above = party.loc[party["report"].isin(listed), "report"]
    both = analysis.codings.loc[joint, "report"].isin(listed).sum()
    say(
        f"{reports_of(genre, len(listed))}: {(own['addressee'] != '').sum():,} addressed, "
        f"{(own['signature'] != '').sum():,} signed; in "
        f"{above.nunique():,} of them {number_of(len(above), 'clause')} with an organ of the "
        f"Party over what is reported; {number_of(both, 'sentence')} in which it stands side "
        f"by side with the administration."
    )

# %% [markdown]
# ## Numbers for the chapters

# %%
reporting = party["report"].nunique()
keep(
    signed_in_words=in_words(int((written["signature"] != "").sum())),
    party_reports_in_words=f"{'all ' * (reporting == len(names))}{in_words(reporting)}",
    n_joint=int(joint.sum()),
)

# %% [markdown]
# ## What this does not show
#
# Who drafted a report is seldom told. What the words about the Party's organs mean for a
# government that accounts for itself cannot be read from them alone.
