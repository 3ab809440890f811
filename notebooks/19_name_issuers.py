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
# One report is addressed, two are signed; the others name an issuer in the title alone. Organs of
# the Party lead, direct, decide or are told of what is reported in every one of them.

# %%
import re

import pandas as pd
from support import SHORT, Place, english, glossed, in_words, keep, keep_table, load

corpus = load()
reports = corpus.reports
order = [name for name in SHORT if name in reports]
source = {record.id: record.source for record in corpus.records}


def stated(name: str, kind: str) -> str:
    """What the blocks of one kind say, without a final colon; empty where there is none."""
    report = reports[name]
    words = [
        report.wording(b).strip(" :：\n") for b in report.blocks if b.kind == kind
    ]
    return "、".join(words)


# %% [markdown]
# ## Who writes, and to whom
#
# What the files state: the addressee above the text, the signature below it, and the source line
# of the page.

# %%
written = pd.DataFrame(
    [
        {
            "report": name,
            "addressee": stated(name, "addressee"),
            "signature": stated(name, "signature"),
            "source": source[name],
        }
        for name in order
    ]
)
keep_table(
    written,
    "authorship",
    show=pd.DataFrame(
        {
            "report": written["report"].map(SHORT),
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
PARTY = r"(?:党中央|[省市区县]、?[省市区县]?委(?![员办托派])|党委|党工委|政法委)"
WITHIN = "[^,，。;；]"
ROLES = {
    "leads or guides": rf"在{WITHIN}*{PARTY}{WITHIN}*(?:领导|指导)下"
    rf"|接受{PARTY}{WITHIN}*领导",
    "directs": rf"{PARTY}{WITHIN}*(?:部署|要求)",
    "is reported to": rf"向{WITHIN}{{0,8}}{PARTY}{WITHIN}*(?:报告|汇报)",
    "examines or agrees": rf"经过?{WITHIN}{{0,4}}{PARTY}{WITHIN}{{0,4}}(?:审议|审定|同意|批准)",
}
CLAUSE = re.compile(r"[^,，。;；！？\n]+")
party = pd.DataFrame(
    [
        {"report": n, "sentence": s.id, "quote": clause.strip(), "kind": role}
        for n in order
        for s in reports[n].sentences
        for clause in CLAUSE.findall(reports[n].wording(s))
        for role, wording in ROLES.items()
        if re.search(wording, clause)
    ]
)
keep_table(
    party,
    "party-organs",
    show=pd.DataFrame(
        {
            "clause": party["quote"],
            "in English": party["quote"].map(english),
            "the organ": party["kind"],
            "report": party["report"].map(SHORT),
            "place": [
                Place(*p)
                for p in zip(party["report"], party["sentence"], strict=True)
            ],
        }
    ),
)
JOINT = re.compile("党工委、?管委会?|管委会?、?党工委")
joint = {
    n: sum(bool(JOINT.search(r.wording(s))) for s in r.sentences)
    for n, r in reports.items()
}

# %% [markdown]
# ## Numbers for the chapters

# %%
keep(
    addressed_in_words=in_words(int((written["addressee"] != "").sum())),
    signed_in_words=in_words(int((written["signature"] != "").sum())),
    n_party=len(party),
    party_reports_in_words=("all " if party["report"].nunique() == len(order) else "")
    + in_words(party["report"].nunique()),
    n_joint=sum(joint.values()),
    joint_reports_in_words=in_words(sum(map(bool, joint.values()))),
)

# %% [markdown]
# ## What this does not show
#
# Who drafted a report is told by none. What the words about the Party's organs mean for a
# government that accounts for itself cannot be read from them alone.
