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
# # What happened behind the shares?
#
# Lines chosen by a reader: the events of a year that stand behind the shares of themes, text that
# was written for another place, and what laws are cited for.

# %% tags=["hide-input"]
from support import analyse, english, keep, keep_table, lines_shown, quoted

analysis = analyse()
labels = analysis.labels

# %%
STORIES = {
    # Enforcement by contractors, ended in 2022
    "outsourcing": [
        "全面清理整顿行政管理外包",
        "连夜组建专班与相关外包服务公司进行洽谈,终止履行行政执法管理服务外包合同(协议)7项",
        "施行“先下岗、再上岗”,全部执法辅助人员自主题教育活动开展以来,都不得已执法辅助人员身份从事相关工作",
        "对通过首轮评价的42名执法辅助人员,采取组织谈话、征信查看、公安查询、纪委审查",
        "通过“厚植为民情怀、提高执法水平”主题教育活动的开展",
    ],
    # The explosion of 2019
    "explosion": [
        "响水3.21事故后,围绕落实省96号文、市98号文要求",
        "将9家企业纳入关闭退出类,59家企业纳入限期整改类",
        "对大检查期间发生的事故一律依法高限处罚",
        "对发生火灾、爆炸、亡人事故的化工企业一律停产停业整顿,一律由公安部门启动刑事追责程序",
        "裁量基准、执法流程、救济途径等,不断规范行政裁量",
        "我区共有53户已经被不动产限制交易和登记",
    ],
    # Self-correction, a programme of the city
    "self-correction": [
        "出台《苏锡通园区行政机关行政行为自我纠正工作指引》",
        "持续推动行政诉讼案件和败诉案件“双下降”",
    ],
    # Text written for another place or another occasion
    "pasted": [
        "但该主题教育的机制运行基本都是各个部门各自学习",
        "将我市“双随机、一公开”系统和行政处罚系统相关历史数据推送至省",
        "开展政府规章、行政规范性文件清理",
        "园区机关、镇街共开展集中宣讲21次,参会人数共计669人",
        "园区、镇街、各部门共开展集中宣讲21次,参会人数共计669人",
    ],
    # What laws and regulations are cited for
    "laws-cited": [
        "严格遵守《统计法》的相关要求",
        "按照新修订的《中华人民共和国政府信息公开条例》和《南通市全面推进政务公开工作规则》对政务公开工作进行了调整完善",
        "开展《民法典》专题培训",
        "审议并向市人大提交《连云港市电梯安全管理条例》等4部法规草案",
        "对《江苏省水污染防治条例(草案)》《江苏省水域保护办法(草案)》等17部法规规章反馈修改意见建议70余条",
        "认真贯彻落实《重大行政决策程序暂行条例》",
        "先后翻印《新安全生产法》",
        "《行政处罚法》《行政复议法》《行政诉讼法》等法律法规",
        "突出宣传《中华人民共和国民法典》《中华人民共和国反恐怖主义法》《中华人民共和国反有组织犯罪法》等法律法规",
    ],
}

# %%
for name, lines in STORIES.items():
    found = quoted(analysis, lines)
    keep_table(found, f"story-{name}", show=lines_shown(analysis, found))

# %% [markdown]
# ## How much of a share an event makes
#
# The sentences of a theme that speak of the event by one of its words, and the share of the theme
# in the report without these sentences.


# %%
def without_event(report: str, theme: str, words: str) -> tuple[int, int, float]:
    """Sentences of the theme, those on the event, and the theme's share without them."""
    own = analysis.codings[analysis.codings["report"] == report]
    themed, event = own["primary"] == theme, own["text"].str.contains(words)
    rest = own[~(themed & event)]
    return (
        int(themed.sum()),
        int((themed & event).sum()),
        float((rest["primary"] == theme).mean()),
    )


CHEMICALS = "化工|危化|危险化学|事故|安全生产|爆炸|安全环保"
CAMPAIGN = "外包|辅助人员|主题教育|适岗"
n_t1, n_explosion, t1_without = without_event("nantong-2019", "T1", CHEMICALS)
n_t4, n_outsourcing, t4_without = without_event("suxitong-2022", "T4", CAMPAIGN)

# %% [markdown]
# A theme can hide an event as well: its inspections are functions and its fines enforcement. The
# two passages that tell of the campaign on chemical plants and of its inspections are therefore
# counted whole.

# %%
nantong = analysis.codings[analysis.codings["report"] == "nantong-2019"]
campaign = nantong[nantong["sentence"].str.match(r"p(?:24|27)\.")]

# %% [markdown]
# ## Numbers for the chapters


# %%
def number(words: str) -> int:
    """The quantity whose clause holds the words."""
    told = analysis.quantities
    (value,) = told.loc[told["quote"].str.contains(words, regex=False), "value"]
    return int(value)


codings = analysis.codings
mine = codings[codings["report"] == "suxitong-2022"]
keep(
    n_contracts=number("终止履行行政执法管理服务外包合同"),
    n_auxiliary=number("42名执法辅助人员"),
    n_closed_firms=number("9家企业纳入关闭退出类"),
    n_term_firms=number("59家企业纳入限期整改类"),
    n_barred=number("53户已经被不动产限制交易和登记"),
    n_irregular=number("发现不规范文件3件"),
    n_filed=number("报送备案的规范性文件15件"),
    n_suits=number("新增行政诉讼案件17起"),
    n_t1=n_t1,
    n_explosion=n_explosion,
    t1_without=t1_without,
    n_nantong=len(nantong),
    n_plants=len(campaign),
    n_plants_t1=int((campaign["primary"] == "T1").sum()),
    n_t4=n_t4,
    n_outsourcing=n_outsourcing,
    t4_without=t4_without,
    t4_others_most=float(
        (codings["primary"] == "T4")
        .groupby(codings["report"])
        .mean()[analysis.of_genre("rule-of-law")]
        .drop("suxitong-2022")
        .max()
    ),
    t4_suxitong=float((mine["primary"] == "T4").mean()),
    n_campaign=int(codings["text"].str.contains("主题教育").sum()),
)
assert all(english(line) for lines in STORIES.values() for line in lines)
