"""Who is named: the people and parts of an administration, organs of the Party, the writers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

import pandas as pd

from govreports.claims.clauses import clauses
from govreports.report.folding import fold
from govreports.report.model import BlockKind, Report
from govreports.schema import frame

Actor = Literal["leaders", "staff", "departments", "localities", "governments", "public", "self"]
ADMINISTRATION: frozenset[Actor] = frozenset(get_args(Actor)) - {"public"}
Role = Literal["leads or guides", "directs", "is reported to", "examines or agrees"]

_ACTORS: dict[Actor, re.Pattern[str]] = {
    "leaders": re.compile(
        r"领导干部|领导班子|主要负责人|党政领导|主要领导|少数领导"
        r"|行政首长|管委会?(?:领导|[正副]?主任)|党工?委[正副]?书记"
    ),
    # 队伍 are an administration's people, but for those that are not its own.
    "staff": re.compile(
        r"(?:执法|工作|办案|专业|审核|编制|辅助)人员|干部职工|(?<!领导)干部(?!群众)|公务员"
        r"|人员(?=配备|力量|编制|数量|结构|素质|能力|不足|短缺|紧缺|缺乏|偏少|流动)"
        r"|(?<!律师)(?<!志愿者)(?<!调解员)(?<!志愿服务)队伍"
    ),
    # 局 ends the name of a bureau, but also 格局, 大局, 布局 and begins 局面.
    "departments": re.compile(
        r"部门(?!法)|单位|科室|机关(?!党)|(?<![格大布结全开破僵变时棋好新])局(?![面部限势促域])|省[^,。;]{0,8}厅|办公厅"
    ),
    "localities": re.compile(r"基层|乡镇|镇街|街道|镇\(街|县区|区县|各镇|各县|村居|社区"),
    # That of the place or of another: in a zone's report 市政府 is over it.
    "governments": re.compile(r"(?:[省市区县州旗]|人民)政府(?!规章|令)|管委"),
    "public": re.compile(r"群众|公众|社会(?:公众|氛围)|公民|企业|信访人|当事人|良好社会氛围"),
    "self": re.compile(r"我[市区县镇局省委园]|全[市区县]|本[市区县]|园区|高区|开发区"),
}

# 市委 and 区委 are committees of the Party, 市委员会 and 区委托 are not.
_PARTY = r"(?:党中央|[省市区县州旗]、?[省市区县州旗]?委(?![员办托派])|党委|党工委|政法委)"
_WITHIN = "[^,。;]"
_ROLES: dict[Role, re.Pattern[str]] = {
    "leads or guides": re.compile(
        rf"在{_WITHIN}*{_PARTY}{_WITHIN}*(?:领导|指导)下|接受{_PARTY}{_WITHIN}*领导"
    ),
    "directs": re.compile(rf"{_PARTY}{_WITHIN}*(?:部署|要求)"),
    "is reported to": re.compile(rf"向{_WITHIN}{{0,8}}{_PARTY}{_WITHIN}*(?:报告|汇报)"),
    "examines or agrees": re.compile(
        rf"经过?{_WITHIN}{{0,4}}{_PARTY}{_WITHIN}{{0,4}}(?:审议|审定|同意|批准)"
    ),
}
_JOINT = re.compile("党工委、?管委会?|管委会?、?党工委")


def actors_in(text: str) -> tuple[Actor, ...]:
    """Whom a wording names, in the order named; empty where it names nobody.

    >>> actors_in("基层执法人员不足"), actors_in("机制不够完善")
    (('localities', 'staff'), ())
    """
    folded = fold(text)
    places = {actor: pattern.search(folded) for actor, pattern in _ACTORS.items()}
    named = sorted((found.start(), actor) for actor, found in places.items() if found)
    return tuple(actor for _, actor in named)


def names_administration(text: str) -> bool:
    """Whether a wording names somebody in ``ADMINISTRATION``: anybody but the public."""
    return not ADMINISTRATION.isdisjoint(actors_in(text))


def party_roles(clause: str) -> tuple[Role, ...]:
    """In what ways a clause sets an organ of the Party over what is reported.

    >>> party_roles("在县委的坚强领导下"), party_roles("报请县政府批准")
    (('leads or guides',), ())
    """
    folded = fold(clause)
    return tuple(role for role, wording in _ROLES.items() if wording.search(folded))


def names_joint_body(text: str) -> bool:
    """Whether a zone's Party work committee and its administration are named in one breath.

    >>> names_joint_body("成立党工委、管委会法治建设领导小组")
    True
    """
    return _JOINT.search(fold(text)) is not None


def organ_table(reports: Mapping[str, Report]) -> pd.DataFrame:
    """The clauses in which an organ of the Party leads, directs, decides or is told.

    The frame ``organs``: one row for each clause and role.
    """
    return frame(
        "organs",
        ((*clause, role) for clause in clauses(reports) for role in party_roles(clause.text)),
    )


def authorship(reports: Mapping[str, Report]) -> pd.DataFrame:
    """To whom each report is addressed and who signs it: ``report, addressee, signature``.

    Empty where it names nobody; several names of one block or more are apart by 、.
    """
    return pd.DataFrame(
        [
            (name, _stated(report, "addressee"), _stated(report, "signature"))
            for name, report in reports.items()
        ],
        columns=["report", "addressee", "signature"],
    )


def _stated(report: Report, kind: BlockKind) -> str:
    """What the blocks of one kind say, without a final colon."""
    found = (report.wording(b).strip(" :：\n") for b in report.blocks if b.kind == kind)
    return "、".join(found)
