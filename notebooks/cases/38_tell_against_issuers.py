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
# # Which numbers tell against the issuer?
#
# Documents withdrawn or irregular, certificates needlessly asked for, audit findings, faults of
# staff, contracts ended, cases still open, petitions over the issuer's head. And the sums of money
# that the reports give.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    english,
    glossed,
    in_words,
    keep,
    keep_table,
    lines_shown,
    places,
    quoted,
)

from govreports.coverage.order import headings_by_part
from govreports.coverage.outline_parts import load_parts

analysis = analyse()
labels, quantities = analysis.labels, analysis.quantities
law = analysis.of_genre("rule-of-law")

# %% [markdown]
# ## The lines
#
# The law-based government reports were read in full, sentence by sentence, for numbers that count
# what by the report's own words is wrong, needless, irregular or unsettled in the administration
# itself, was withdrawn or corrected for that reason, or went over its head. They were read by a
# large language model, and no human has repeated it.
#
# Left out are documents repealed in a yearly clean-up; cases, lawsuits and petitions as such;
# rates below one hundred per cent; audit recommendations; faults of companies and other people;
# petitions prevented (防止进京越级访), and subsidies paid *in time* after an audit.

# %%
AGAINST = {
    "documents": [
        "依法撤销和纠正违法或者不适当的规范性文件5件",
        "发现不规范文件3件",
    ],
    "certificates": [
        "取消调整证明和盖章类材料28项",
        "率先全面清理取消不合理证明事项120项",
    ],
    "audit": [
        "挽回损失和核减投资额4428万元",
        "发现薄弱环节6个",
        "督促相关部门整改问题3条",
        "规范专项资金核算管理97.4万元",
        "追回不合规拆迁补偿资金40万元",
        "查出违规金额98791万元",
        "管理不规范金额325.3亿元",
        "办理移送处理事项16件,涉及人员65人",
    ],
    "discipline": [
        "先后组织40个暗访组,对有关问题进行暗访,上报问题线索千余条",
    ],
    "enforcement": [
        "今年通报整改人员着装、现场管理、教育学习等方面问题40余条",
        "查摆了案件办理事实认定、证据采集、法律适用、办案流程四个方面十余条问题",
        "终止履行行政执法管理服务外包合同(协议)7项",
        "资规分局收集到个人问题剖析材料30份,科室问题清单6份",
        "查摆问题60条",
    ],
    "backlog": [
        "市交办的3件攻坚件,已化解1件",
        "市交办积案件33件,已有效化解8件",
        "“百县千案”已上报7件,办结6件",
        "还有3件未化解",
    ],
    "petitions": [
        "先后成功劝返进京上访人员97批158人次",
        "越级赴省访5批13人次",
    ],
}
kinds = {line: kind for kind, lines in AGAINST.items() for line in lines}
against = quoted(analysis, kinds)
against = against.assign(kind=against["text"].map(kinds))

# %% [markdown]
# Under which heading each stands: the parts of the Outline of 2015 that the heading over it names.

# %%
ENFORCEMENT, OVERSIGHT, DISPUTES = 4, 5, 6
headings = headings_by_part(
    {name: analysis.reports[name] for name in law}, ["outline-2015"], load_parts()
)
headings = headings.dropna(subset="part").astype({"part": int})
of_heading = dict([*headings.groupby(["report", "section"])])
coded = analysis.codings.set_index(["report", "sentence"])
told = coded.loc[list(zip(against["report"], against["sentence"], strict=True))]


def parts_over(report: str, section: str) -> pd.DataFrame:
    """The parts that the nearest heading names at or above a section of the report."""
    while section and (report, section) not in of_heading:
        section, _, _ = section.rpartition(".")
    return of_heading.get((report, section), headings.iloc[:0])


over = [
    parts_over(*at) for at in zip(against["report"], told["section"], strict=True)
]
numbers = pd.Series([set(own["part"]) for own in over])
against = against.assign(
    parts=[", ".join(own["part"].astype(str)) for own in over],
    parts_en=["; ".join(own["part_en"]) for own in over],
)
keep_table(
    against,
    "against-the-issuer",
    show=lines_shown(analysis, against).assign(
        kind=against["kind"].array, part=against["parts_en"].array
    )[["kind", "said", "in English", "part", "report", "place"]],
)

# %% [markdown]
# All are told as work done, none in a part on shortcomings. Most stand under oversight, disputes
# and enforcement, and no other part has as many as any of these.

# %%
assert (told["move"] == "report").all()
mostly = {ENFORCEMENT, OVERSIGHT, DISPUTES}
assert set(numbers.explode().value_counts().index[:3]) == mostly

# %% [markdown]
# Beside them: the quantities that the reports give in all, and how much of the sentences and of
# the quantities stands under the headings of these three parts.

# %%
reported = quantities[
    quantities["report"].isin(law) & (quantities["status"] == "reported")
]


def share_under_them(rows: pd.DataFrame) -> float:
    """The share of rows of the law-based government reports that stand under the three parts."""
    places = zip(rows["report"], rows["section"], strict=True)
    return pd.Series(
        [not mostly.isdisjoint(parts_over(*at)["part"]) for at in places]
    ).mean()


sentences = analysis.codings[analysis.codings["report"].isin(law)]
under_mostly = share_under_them(sentences)
quantities_under_mostly = share_under_them(reported)
said = against.groupby(["report", "sentence"])["text"].agg("".join)
beside = reported.set_index(["report", "sentence"])
# A quantity belongs to a line if the line holds its clause or is held by it.
inside = [
    place in said.index
    and any(
        quote in said[place] or line in quote
        for line in against.loc[
            (against["report"] == place[0]) & (against["sentence"] == place[1]),
            "text",
        ]
    )
    for place, quote in zip(beside.index, beside["quote"], strict=True)
]
own = beside[inside].reset_index()

# %% [markdown]
# ## Money

# %%
money = quantities[quantities["kind"] == "money"]
OF = {
    "budgets": ["年初财政预算", "安排政务公开工作经费", "年度区党工委管委会投资"],
    "fines": ["处罚金额", "处罚"],
}
of = {measure: kind for kind, measures in OF.items() for measure in measures}
money = money.assign(of=money["measure"].map(of).fillna("other"))
spent = money[money["of"] == "budgets"]
keep_table(
    money[["report", "sentence", "measure", "value", "unit", "value_base"]],
    "money",
    show=pd.DataFrame(
        {
            "what": money["measure"].map(glossed),
            "sum": [
                f"{value:,.10g} {unit}"
                for value, unit in zip(money["value"], money["unit"], strict=True)
            ],
            "report": money["report"].map(labels),
            "place": places(money["report"], money["sentence"]),
        }
    ),
)

# %% [markdown]
# ## Shortcomings, counted in other ways
#
# Which sentences in passing count as shortcomings hangs on single words. What stands in a part
# set aside for them does not.

# %%
statements = analysis.statements
short = statements[statements["kind"] == "shortcoming"]
aside = short[short["place"] != "elsewhere"]
backlogs = against[against["kind"] == "backlog"]

# %% [markdown]
# ## Numbers for the chapters

# %%
fines = money.loc[money["of"] == "fines", "value_base"]
keep(
    n_against=len(against),
    n_against_mostly=int(numbers.map(mostly.intersection).map(bool).sum()),
    under_mostly=float(under_mostly),
    quantities_under_mostly=float(quantities_under_mostly),
    n_against_reports=int(against["report"].nunique()),
    n_against_quantities=len(own),
    n_reported_quantities=len(reported),
    against_share=len(own) / len(reported),
    n_backlogs=len(backlogs),
    n_money=len(money),
    n_budgets=len(spent),
    n_fines=len(fines),
    n_aside=len(aside),
    n_aside_law=int(aside["report"].isin(law).sum()),
    n_in_passing=len(short) - len(aside),
    aside_figures_in_words=in_words(int(aside["figures"].sum())),
)
assert all(map(english, against["text"]))

# %% [markdown]
# ## What this does not show
#
# Where the report's words name no fault the line is a judgement: another reader might leave out
# certificates no longer asked for, or add cases closed only in part.
