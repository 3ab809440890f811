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
# # Do the reports hold what is prescribed, and what does a mention leave open?
#
# The contents that the instrument in force on a report's day of issue prescribes, and the days by
# which it was due. Then one matter that all rule-of-law reports mention, and what they say of it.

# %%
import re
from datetime import date

import pandas as pd
from support import (
    RULE_OF_LAW,
    SHORT,
    Place,
    english,
    in_words,
    keep,
    keep_table,
    lines_shown,
    load,
    quoted,
)

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.outlines import load_prescriptions
from govreports.coding.prescribed import day_of_publication, prescribed_contents
from govreports.coding.searching import compiled, find, units_of

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
records = {record.id: record for record in corpus.records}
coder = Coder(load_codebook())
codings = {name: coder.code(corpus.reports[name]) for name in order}


# %%
def first_place(report: str, sentences: str) -> Place | str:
    """The first sentence among the evidence."""
    named = [unit for unit in sentences.split() if unit.startswith("p")]
    return Place(report, named[0]) if named else ""


# %% [markdown]
# ## Prescribed contents

# %%
prescribed = pd.concat(
    [
        prescribed_contents(
            corpus.reports[name],
            codings[name],
            level=records[name].level,
            issued=date.fromisoformat(records[name].issued)
            if records[name].issued
            else None,
            published=day_of_publication(corpus.reports[name]),
            reporting_year=records[name].reporting_year,
            genre=records[name].genre,
        ).assign(report=name)
        for name in order
    ],
    ignore_index=True,
)
contents = prescribed[
    (prescribed["kind"] == "content") & (prescribed["state"] != "not checkable")
]
keep_table(
    prescribed,
    "prescribed",
    show=pd.DataFrame(
        {
            "report": contents["report"].map(SHORT),
            "instrument": contents["prescription_en"],
            "content": contents["en"] + " " + contents["zh"],
            "state": contents["state"],
            "sentences": contents["sentences"].str.split().str.len(),
            "first": [
                first_place(*p)
                for p in zip(contents["report"], contents["sentences"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## What the first responsible person is said to do
#
# The lines in which the leaders who answer for the rule of law, or the meetings they hold, do
# something. The Provisions of 2016 ask that leaders act in person (亲自).

# %%
duty = next(
    content
    for prescription in load_prescriptions()
    for content in prescription.contents
    if content.id == "first-responsible-person"
)
ACTS = [
    "在管委主任办公会议上多次对推进依法行政工作进行研究和部署",
    "年初,党工委管委会主要负责人与全区各行政执法部门、政法部门及各街道、老洪港等部门和单位"
    "党政主要负责人签订了《南通经济技术开发区2019年度平安法治建设领导责任书》",
    "把依法治理工作摆上重要日程来安排,作为重要工作来推动,列入重要目标来考核",
    "把法治政府建设纳入全市发展总体规划和年度计划",
    "市政府常务会议对政府立法、规范性文件管理、行政执法、依法行政等工作进行专题研究",
    "定期听取法治政府工作情况报告,及时研究解决法治政府建设工作重大问题",
    "做到主要负责人与班子成员必谈",
    "将法治建设纳入地区发展总体规划和年度工作计划,与经济社会发展同部署、同推进、同督促、同考核、同奖惩",
]
acts = quoted(corpus, ACTS)
keep_table(acts, "first-responsible", show=lines_shown(acts))

# %% [markdown]
# ## When they were due

# %%
due = prescribed[prescribed["kind"] == "deadline"].reset_index(drop=True)
keep_table(
    due.drop(columns=["sentences", "spans", "searched"]),
    "deadlines",
    show=pd.DataFrame(
        {
            "report": due["report"].map(SHORT),
            "instrument": due["prescription_en"],
            "due": due["en"] + " " + due["zh"],
            "found": due["note"],
            "state": due["state"],
        }
    ),
)

# %% [markdown]
# ## Who appeared in court
#
# One matter that all rule-of-law reports mention, to show how much a mention leaves open: the
# clauses that say who appears for the administration when it is sued.

# %%
WHO = re.compile(r"负责人|首长|领导|人员|出庭(?:应诉)?率")
court = pd.DataFrame(
    [
        (name, coding.sentence.id, coding.move, ",".join(clauses))
        for name in RULE_OF_LAW
        for coding in codings[name]
        if (
            clauses := [
                clause
                for clause in re.split(
                    "[,，;；。]", corpus.reports[name].wording(coding.sentence)
                )
                if "出庭" in clause and WHO.search(clause)
            ]
        )
    ],
    columns=["report", "sentence", "move", "text"],
)
court_shown = pd.DataFrame(
    {
        "report": court["report"].map(SHORT),
        "said": court["text"],
        "in English": court["text"].map(english),
        "move": court["move"],
        "place": [
            Place(*p) for p in zip(court["report"], court["sentence"], strict=True)
        ],
    }
)
keep_table(court, "court", show=court_shown)

# %% [markdown]
# ## Numbers for the chapters

# %%
suits = re.findall(r"行政诉讼案件共(\d+)件", corpus.reports["weihai-2017"].text)
city = corpus.reports["lianyungang-2020"]
in_person = [name for name in RULE_OF_LAW if "亲自" in corpus.reports[name].text]
keep(
    n_prescribed=len(contents),
    n_prescribed_present=int((contents["state"] == "present").sum()),
    n_without_causes=int(
        ((contents["zh"] == "不足的原因") & (contents["state"] == "not found")).sum()
    ),
    n_under_provisions=int((contents["zh"] == "不足的原因").sum()),
    n_prescribed_missing=int(
        contents["state"].isin(["not found", "formula only"]).sum()
    ),
    n_first_lianyungang=in_words(
        len(find(units_of(city, city.sentences), compiled(duty.patterns)))
    ),
    n_in_person=in_words(len(in_person)),
    n_early=in_words(int(due.loc[due["state"] == "early", "report"].nunique())),
    n_met=in_words(
        int(due.loc[due["state"].isin(["met", "issued in time"]), "report"].nunique())
    ),
    weihai_suits=int(suits[0]),
)

# %% [markdown]
# ## What this does not show
#
# Whether a text shows a content is judged, not how well. A day of issue is the one that the text
# or the register gives; a report may have been handed in before it was published, and published
# after it was issued.
