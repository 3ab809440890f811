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
# # What do the four law-based government reports say of leaders, in their duty and in court?
#
# Two matters that all four mention, to show how much a mention leaves open.

# %% tags=["hide-input"]
import re

import pandas as pd
from support import (
    analyse,
    english,
    in_words,
    keep,
    keep_table,
    lines_shown,
    places,
    quoted,
)

from govreports.claims.clauses import clauses_with
from govreports.codebook.outlines import load_prescriptions
from govreports.coverage.searching import compiled, find, units_of

# %%
analysis = analyse()
reports = {name: analysis.reports[name] for name in analysis.of_genre("rule-of-law")}

# %% [markdown]
# ## What the first responsible person is said to do
#
# The lines in which the leaders who answer for the rule of law, or the meetings they hold, do
# something. The Provisions of 2016 ask that leaders act in person (亲自).

# %%
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
acts = quoted(analysis, ACTS)
keep_table(acts, "first-responsible", show=lines_shown(analysis, acts))

# %% [markdown]
# ## Who appeared in court
#
# The clauses that say who appears for the administration when it is sued.

# %%
WHO = re.compile(r"负责人|首长|领导|人员|出庭(?:应诉)?率")
moves = analysis.codings[["report", "sentence", "move"]]
court = moves.merge(clauses_with(reports, "出庭", WHO))
keep_table(
    court,
    "court",
    show=pd.DataFrame(
        {
            "report": court["report"].map(analysis.labels),
            "said": court["text"],
            "in English": court["text"].map(english),
            "move": court["move"],
            "place": places(court["report"], court["sentence"]),
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters
#
# How many sentences of Lianyungang's report speak of the first responsible person, and how many
# lawsuits against the administration the Weihai Torch Zone counts.

# %%
duty = next(
    content
    for prescription in load_prescriptions()
    for content in prescription.contents
    if content.id == "first-responsible-person"
)
city = reports["lianyungang-2020"]
of_weihai = analysis.quantities[analysis.quantities["report"] == "weihai-2017"]
(suits,) = of_weihai.loc[of_weihai["quote"].str.contains("行政诉讼案件共"), "value"]
keep(
    n_first_lianyungang=in_words(
        len(find(units_of(city, city.sentences), compiled(duty.patterns)))
    ),
    n_in_person=in_words(sum("亲自" in report.text for report in reports.values())),
    weihai_suits=int(suits),
)

# %% [markdown]
# ## What this does not show
#
# That somebody is said to have acted or appeared does not show how often, or to what effect.
