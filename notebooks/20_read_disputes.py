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
# # How do petitions stand beside law?
#
# Petitions and lawsuits are told of under one theme, that of disputes (T6). How many of its
# sentences speak of each, by their own words, and what is said of petitions.

# %%
import pandas as pd
from support import (
    RULE_OF_LAW,
    SHORT,
    in_words,
    keep,
    keep_table,
    lines_shown,
    listed,
    load,
    quoted,
)

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.coding.shares import coding_frame

corpus = load()
reports = {name: corpus.reports[name] for name in RULE_OF_LAW}
coder = Coder(load_codebook())
frame = coding_frame(
    reports, {name: coder.code(report) for name, report in reports.items()}
)

# %% [markdown]
# ## What the sentences on disputes speak of
#
# A sentence can speak of several; one that has none of the words often goes on with the matter of
# the sentence before.

# %%
WORDS = {
    "petitions": "信访|来访|接访|上访|初访|级访|京访|包案|积案|劝返|维稳|涉稳",
    "redress": "复议|行政诉讼|应诉|行政案件|行政争议|裁判|判决",
    "settlement": "调解|调处|仲裁|裁决",
}
disputes = frame[frame["primary"] == "T6"].reset_index(drop=True)
spoken = pd.DataFrame(
    {kind: disputes["text"].str.contains(words) for kind, words in WORDS.items()}
)
spoken["none_of_these"] = ~spoken.any(axis=1)
counts = (
    spoken.assign(sentences=True)
    .groupby(disputes["report"])
    .sum()
    .loc[RULE_OF_LAW, ["sentences", *WORDS, "none_of_these"]]
    .reset_index()
)
keep_table(
    counts,
    "disputes",
    show=counts.assign(report=counts["report"].map(SHORT)).rename(
        columns={
            "petitions": "petitions and stability",
            "redress": "reconsideration and lawsuits",
            "settlement": "mediation and arbitration",
            "none_of_these": "none of these",
        }
    ),
)

# %% [markdown]
# ## What is said of petitions

# %%
LINES = [
    "出台《关于进一步加强信访维稳工作责任制的实施意见》",
    "引导群众在法治框架内解决信访诉求",
    "防止进京越级访39批63人次",
    "严格落实领导包案制度",
    "先后成功劝返进京上访人员97批158人次",
    "突出领导包案",
    "今年以来园区无越级进京访,越级赴省访5批13人次",
    "没有很好的运用法治思维、法律工具来处理事情,而是抱着息事宁人的态度进行调解、协调",
]
lines = quoted(corpus, LINES)
keep_table(lines, "petitions", show=lines_shown(lines))

# %% [markdown]
# ## Numbers for the chapters

# %%
by_report = counts.set_index("report")
told = by_report[by_report["petitions"] > 0]
silent = [name for name in RULE_OF_LAW if "信访" not in reports[name].text]
more = told.index[told["petitions"] > told["redress"]]
rates = [
    name
    for name in RULE_OF_LAW
    if any(rate in reports[name].text for rate in ("败诉率", "纠错率"))
]
keep(
    n_petitions=int(told["petitions"].sum()),
    n_redress=int(told["redress"].sum()),
    petitions_told=in_words(len(told)),
    petitions_silent=listed(SHORT[name] for name in silent),
    more_petitions=listed(SHORT[name] for name in more),
    n_rates_of_losing=in_words(len(rates)),
)

# %% [markdown]
# ## What this does not show
#
# A report is not asked how often people petitioned or sued, only how much it says of either. The
# lines were chosen by a reader.
