"""``python tools/tutorial_reports.py``: write the invented reports of the tutorial.

Ten reports of three invented places, drawn from invented sentences with a seed, one of them as a
web page; beside them a copy of one and a text that is no report, since folders hold such files.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

FOLDER = Path(__file__).resolve().parents[1] / "book" / "tutorial"
SEED = 20261128
HEADINGS = {
    "依法全面履行政府职能": [
        "深化行政审批制度改革，取消证明事项{a}项，平均办理时限压缩{p}%。",
        "全面实行权力清单和责任清单制度，动态调整权责事项{a}项。",
        "推行“双随机、一公开”监管，抽查市场主体{b}户，抽查结果全部公开。",
        "持续优化营商环境，新登记市场主体{b}户。",
        "完善公共法律服务体系，{a}个村（社区）实现法律顾问全覆盖。",
    ],
    "完善依法行政制度体系": [
        "严格规范性文件合法性审核，全年审核规范性文件{a}件，提出修改意见{b}条。",
        "开展规范性文件清理，废止{a}件，修改{a}件。",
        "落实规范性文件备案制度，向上级报备{a}件，报备率100%。",
    ],
    "推进行政决策科学化民主化法治化": [
        "落实重大行政决策程序，{a}件重大事项经过公众参与、专家论证和风险评估。",
        "发挥政府法律顾问作用，审查合同和协议{a}份。",
        "编制重大行政决策事项目录，向社会公布{a}项。",
    ],
    "严格规范公正文明执法": [
        "落实行政执法公示、执法全过程记录、重大执法决定法制审核三项制度。",
        "开展行政执法案卷评查，评查案卷{b}份，发现问题{a}个，均已整改。",
        "组织执法人员培训{a}期，培训{b}人次。",
        "全年办理行政处罚案件{b}件，办理行政许可{b}件。",
    ],
    "强化对行政权力的制约和监督": [
        "主动公开政府信息{b}条，办理依申请公开{a}件，均按期答复。",
        "办理人大代表建议{a}件、政协委员提案{a}件，办结率100%。",
        "加强审计监督，完成审计项目{a}个。",
    ],
    "依法有效化解社会矛盾纠纷": [
        "全年收到行政复议申请{a}件，均已受理并审结。",
        "行政机关负责人出庭应诉{a}件，出庭率{q}%。",
        "人民调解组织调处矛盾纠纷{b}件，调解成功率{q}%。",
        "办理群众来信来访{b}件次，按期办结率{q}%。",
    ],
    "提高法治思维和依法行政能力": [
        "政府常务会议学法{a}次，举办领导干部法治讲座{a}场。",
        "开展宪法宣传周活动，发放宣传资料{b}份。",
    ],
}
PROBLEMS = [
    "部分单位对法治建设重视程度不够，重业务、轻法治的现象仍然存在。",
    "基层执法力量不足，执法人员专业水平有待提高。",
    "行政决策程序落实不够到位，公众参与的渠道还不够宽。",
    "执法信息化建设滞后，部门之间数据共享不够。",
]
PLANS = [
    "进一步加强执法队伍建设，组织执法人员轮训。",
    "继续推进政务公开，扩大重点领域信息公开范围。",
    "建成行政执法监督平台，实现执法数据共享。",
    "健全矛盾纠纷多元化解机制，加强行政复议规范化建设。",
]
NUMERALS = "一二三四五六七"
PLACES = {"云台县": range(2020, 2024), "石桥区": range(2021, 2024), "临禾市": (2022, 2023)}
LATIN = {"云台县": "yuntai", "石桥区": "shiqiao", "临禾市": "linhe"}


def report(place: str, year: int, random: Random) -> str:
    """A report on law-based government: some matters, what is lacking, what comes next."""
    lines = [
        f"{place}人民政府{year}年法治政府建设情况报告",
        "",
        f"　　{year}年，{place}坚持以习近平法治思想为指导，扎实推进法治政府建设。"
        "现将有关情况报告如下。",
    ]
    headings = _some(list(HEADINGS), 5, random)
    for mark, heading in zip(NUMERALS, headings, strict=False):
        lines.append(f"　　{mark}、{heading}")
        told = _some(HEADINGS[heading], 2 + int(random.random() * 2), random)
        lines.append(f"　　{''.join(_figures(sentence, random) for sentence in told)}")
    for mark, heading, pool in (("六", "存在的问题", PROBLEMS), ("七", "下一步打算", PLANS)):
        lines += [f"　　{mark}、{heading}", f"　　{''.join(_some(pool, 2, random))}"]
    day = 5 + int(random.random() * 20)
    return "\n".join([*lines, "", f"{place}人民政府", f"{year + 1}年1月{day}日", ""])


def disclosure(place: str, year: int, random: Random) -> str:
    """A report on the disclosure of information."""
    told = (
        "全年主动公开政府信息{b}条，其中规范性文件{a}件。政府网站发布信息{b}条，政务新媒体发布信息{b}条。",
        "全年收到政府信息公开申请{a}件，均按期答复，未收取费用。因信息公开引起的行政复议{a}件。",
        "公开的主动性和及时性还不够，部分栏目更新不够及时。",
        "下一年将完善公开目录，加强业务培训，提高答复质量。",
    )
    headings = ("主动公开情况", "依申请公开情况", "存在的主要问题", "改进措施")
    lines = [f"{place}人民政府{year}年政府信息公开工作年度报告", ""]
    for mark, heading, text in zip(NUMERALS, headings, told, strict=False):
        lines += [f"　　{mark}、{heading}", f"　　{_figures(text, random)}"]
    return "\n".join([*lines, "", f"{place}人民政府", f"{year + 1}年1月20日", ""])


def page(text: str) -> str:
    """The text as a web page would hold it."""
    title, *lines = text.split("\n")
    body = "\n".join(f"<p>{line}</p>" for line in lines if line)
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f'<body>\n<ul><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li></ul>\n'
        f'<h1>{title}</h1>\n<div id="zoom">\n{body}\n</div>\n</body></html>\n'
    )


def files() -> dict[str, str]:
    """The files of the tutorial, by name."""
    random = Random(SEED)
    found = {
        f"{LATIN[place]}-{year}.txt": report(place, year, random)
        for place, years in PLACES.items()
        for year in years
    }
    found["shiqiao-2022.html"] = page(found.pop("shiqiao-2022.txt"))
    found["yuntai-2023-disclosure.txt"] = disclosure("云台县", 2023, random)
    found["yuntai-2020_copy.txt"] = found["yuntai-2020.txt"] + "\n\n"
    found["notes.txt"] = "Notes on where these reports came from: they are invented.\n"
    return dict(sorted(found.items()))


def _some(pool: list[str], number: int, random: Random) -> list[str]:
    """As many of a pool, in its order."""
    keys = [random.random() for _ in pool]
    least = sorted(keys)[:number][-1]
    return [item for item, key in zip(pool, keys, strict=True) if key <= least]


def _figures(sentence: str, random: Random) -> str:
    """The sentence with a figure at each open place."""
    ranges = {"a": (2, 48), "b": (60, 900), "p": (20, 60), "q": (85, 100)}
    for name, (low, high) in ranges.items():
        while f"{{{name}}}" in sentence:
            number = low + int(random.random() * (high - low))
            sentence = sentence.replace(f"{{{name}}}", str(number), 1)
    return sentence


def main() -> int:
    """Write the folder anew."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        path.unlink()
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
