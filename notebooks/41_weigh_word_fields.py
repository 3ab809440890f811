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
# # Which kinds of verb and noun do the reports use most?
#
# A few fields of words, each listed here: verbs of furtherance, which have no end; verbs of
# completion, which have one; words of order and control; words of rights and remedy. Base tokens
# are counted; a listed word that the segmenter cuts (表达权) is counted whole.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, keep, keep_table, with_interval

from govreports.stats.bootstrap import paragraph_bootstrap, rates
from govreports.stats.counts import count
from govreports.words.listed import with_whole_words

analysis = analyse()
tokens, labels = analysis.tokens, analysis.labels

# %% [markdown]
# ## The fields

# %%
FIELDS = {
    "furtherance": "推进 加强 落实 完善 深化 强化 健全 提升 提高 促进 推动 优化 加快 规范 推行 加大",
    "completion": "完成 建成 办结 审结 制定 出台 印发 取消 废止 撤销 签订 终止 成立 设立 颁布",
    "order and control": "监管 管理 监督 检查 整治 排查 处罚 打击 惩戒 管控 整改 追究 防控 查处 督查",
    "rights and remedy": "权利 权益 合法权益 救济 赔偿 知情权 参与权 表达权 监督权 陈述 申辩 听证 公民 当事人 相对人 行政相对人",
}
of = {word: field for field, words in FIELDS.items() for word in words.split()}
whole = with_whole_words(tokens, of)
occurring = whole.loc[whole["token"].isin(of), "token"].value_counts()
keep_table(
    pd.DataFrame(
        [(field, word, int(occurring.get(word, 0))) for word, field in of.items()],
        columns=["field", "word", "count"],
    ),
    "word-fields",
    show=pd.DataFrame(
        [
            (
                field,
                "、".join(f"{w} {occurring.get(w, 0)}" for w in words.split()),
                sum(int(occurring.get(w, 0)) for w in words.split()),
            )
            for field, words in FIELDS.items()
        ],
        columns=["field", "words and how often they occur", "all"],
    ),
)

# %% [markdown]
# ## How often each field occurs
#
# Occurrences in ten thousand base tokens, with intervals from resampling paragraphs.

# %%
fields = whole.assign(token=whole["token"].map(of).fillna("none"))
counts = count(fields, ("report", "paragraph"), base=tokens).of(list(FIELDS))
names = list(dict.fromkeys(counts.parts["report"]))
found = paragraph_bootstrap(counts, rates)
rows = [
    (field, name, found.estimate[r, f], found.low[r, f], found.high[r, f])
    for r, name in enumerate(names)
    for f, field in enumerate(FIELDS)
]
table = pd.DataFrame(rows, columns=["field", "report", "per_10k", "low", "high"])
shown = table.assign(
    report=table["report"].map(labels),
    rate=with_interval(table["per_10k"], table["low"], table["high"], ".0f"),
).pivot(index="report", columns="field", values="rate")
keep_table(
    table,
    "word-field-rates",
    show=shown.loc[[labels[n] for n in names], list(FIELDS)].reset_index(),
)

# %% [markdown]
# ## What other lists give
#
# Words that a reader could have listed otherwise: verbs that can mean an end reached, counted as
# completion, and 规范, which is an adjective as well, left out of furtherance; then also verbs of
# single acts, each of which ends though the work goes on; names of procedures
# that citizens set going, counted among rights and remedies; 管理 and 监督, which are often of the
# administration itself, left out of order and control.

# %%
ENDS = ["建立", "实现", "组建", "形成", "取得", "举办", "召开", "解决"]
ACTS = [
    "办理",
    "受理",
    "处理",
    "查处",
    "化解",
    "审查",
    "公布",
    "发布",
    "发放",
    "组织",
    "修订",
    "备案",
    "答复",
    "移送",
    "培训",
]
PROCEDURES = "复议|诉讼|信访|调解|仲裁|来访|走访|投诉|举报"


def occurrences(words: list[str]) -> int:
    """How often any of the words occurs."""
    return int(tokens["token"].isin(words).sum())


def by_report(words: list[str]) -> pd.Series:
    """How often any of the words occurs in each report."""
    listed = whole.loc[whole["token"].isin(words), "report"]
    return listed.value_counts().reindex(names, fill_value=0)


n_ends, n_regular = occurrences(ENDS), occurrences(["规范"])
n_procedures = int(tokens["token"].str.contains(PROCEDURES).sum())
n_manage = occurrences(["管理", "监督"])
advancing = [word for word in FIELDS["furtherance"].split() if word != "规范"]
ended = [*FIELDS["completion"].split(), *ENDS]
still_leads = by_report(advancing) > by_report([*ended, *ACTS])

# %% [markdown]
# ## Numbers for the chapters

# %%
total = occurring.groupby(occurring.index.map(of)).sum().reindex(FIELDS, fill_value=0)
by_field = table.set_index(["field", "report"])["per_10k"].unstack()
keep(
    n_furtherance=int(total["furtherance"]),
    n_completion=int(total["completion"]),
    n_order=int(total["order and control"]),
    n_rights=int(total["rights and remedy"]),
    furtherance_to_completion=float(
        total["furtherance"] / max(1, total["completion"])
    ),
    furtherance_to_ends=float(
        (total["furtherance"] - n_regular) / max(1, total["completion"] + n_ends)
    ),
    n_ends_lead=int((by_report(advancing) > by_report(ended)).sum()),
    n_acts_lead=int(still_leads.sum()),
    n_procedures=n_procedures,
    n_rights_and_procedures=int(total["rights and remedy"] + n_procedures),
    n_order_narrow=int(total["order and control"] - n_manage),
    n_tokens=len(tokens),
    furtherance_least=float(by_field.loc["furtherance"].min()),
    furtherance_most=float(by_field.loc["furtherance"].max()),
    rights_most=float(by_field.loc["rights and remedy"].max()),
)

# %% [markdown]
# ## What this does not show
#
# A field is what its list says; other lists give other rates. A word has the sense of its line,
# which a count does not see.
