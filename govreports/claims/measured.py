"""What a number measures and whose it is, read from the words around it.

There is no parser of Chinese syntax here: a measure is the wording that stands where Chinese puts
it (before the number in 受理矛盾纠纷351起, after it in 142个重大项目), trimmed of adverbs.
"""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^(?:[\s,、和及与]|其中|目前|全年|今年|以来|截至|截止|先后|已|了|共计?|共有|合计|总计|累计|分别|并|还有?|均|都|也|另有|对"
    r"|同时|此外|各类(?=人员))+"
)
_TRAIL = re.compile(
    r"(?:[\s(\"“”]|共计?|共有?|合计|总计|累计|分别|为|达到?|约|近|超过?|逾|均|都|已|了|有|是|计|突破|不少于|不低于|不超过|至少"
    r"|最[快高低多少]|同比|环比|仅|只|保持在?|分别达|到|由|从|原来的?|原先的?|将近|接近|平均|增长|上升|下降|减少|增加|提高|降低|提升|、|和|及|与"
    r"|缩短至|压缩至|调整为)+$"
)
_NOUN_END = re.compile(
    r"[,.。;:、(!?\s]|全部|均|已|进行|开展|快速|采用|承接|纳入|被(?!执行)|参加|参与|负责|上线|接受|作出|予以|都|实行|落实|各|组织"
    r"|以上|以下|以内|左右|实施|签订|要求|全面|同比|行政移送|由"
)
_RATE = re.compile(
    r"(?:[^\s,。;:(]*?)[^\s,。;:(、和及与](?:率|比重|比例|占比|结案比|收案比|满意度|知晓度|指数|比)(?!例)"
)
_RATE_SPLIT = re.compile(r"[、和及与]")
# A subject opens its clause; what 对, 由, 向 or 的 governs is none.
_SUBJECT = re.compile(
    r"(?:(?<=[,。;:\s\"])|(?<=年)|(?<=月份)|(?<=以来))"
    r"(?:[^,。;:、()\s\"“”的了对由向在为把将与和共从被等]{1,14}"
    r"(?:机关|部门|局|大队|法院|检察院|委员会|管委会?|党工委|街道|中心|组织|政府|本级|单位|协会|工会|园区|政府热线)"
    r"|[全我本][市区省县镇国]|园区)"
)


def rates(head: str) -> tuple[str, ...]:
    """The rates that ``head`` ends in, several where one number serves several.

    >>> rates("备案报备率、及时率、规范率均达")
    ('备案报备率', '及时率', '规范率')
    >>> rates("办结件数")
    ()
    """
    found = None
    for found in _RATE.finditer(head):
        pass
    if found is None:
        return ()
    names = head[: found.end()]
    parts = [_LEAD.sub("", part) for part in _RATE_SPLIT.split(names)]
    # 自动履行与执行和解率 is one rate: a part without its own 率 belongs to the next.
    joined: list[str] = []
    pending = ""
    for part, mark in zip(parts, [*_RATE_SPLIT.findall(names), ""], strict=True):
        if part[-1:] in "率度比重例数" and part:
            joined.append(pending + part)
            pending = ""
        else:
            pending += part + mark
    return tuple(joined)


def counted(head: str, tail: str) -> str:
    """What is counted: the noun after the unit, else the wording before the number.

    >>> counted("今年共有", "重大项目快速获得施工许可证"), counted("共检查企业", "")
    ('重大项目', '检查企业')
    """
    end = _NOUN_END.search(tail)
    noun = tail[: end.start()] if end else tail
    noun = noun.removeprefix("的")
    if noun:
        return noun
    return _TRAIL.sub("", _LEAD.sub("", head)) or _LEAD.sub("", head)


def subjects(view: str, start: int, end: int) -> list[tuple[int, str]]:
    """Whose deeds ``view[start:end]`` tells, with the place from which each holds."""
    return [(m.start(), m.group()) for m in _SUBJECT.finditer(view, start, end)]
