"""The language in which shortcomings are admitted: where each begins, and how it is worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

Grade = Literal["improvable", "insufficient", "uneven", "absent"]

# What is wrong, from mild to plain. A wording belongs to the first grade that it matches.
GRADES: dict[Grade, re.Pattern[str]] = {
    "absent": re.compile(
        r"尚未|未(?:能|完全|形成|建立|开展|落实|化解|解决|完成|到位|办结|整改)|还没有|没有(?=[^,，;；。]{0,8}(?:养成|形成|开展|建立|取得|很好))"
        r"|缺失|缺乏|缺位|空白|流于形式|不能(?=自觉|做到|适应|满足)|不愿|不会|不敢"
    ),
    "uneven": re.compile(
        r"不平衡|不均衡|不相适应|不适应|不匹配|不协调|不一致|参差不齐|脱节|差距|滞后|反差"
    ),
    "insufficient": re.compile(
        r"不够(?=$|[,，、;；。]|等(?:$|[,，;；。问方情]))|不足|不到位|不充分|有限|较少|偏少|偏低|偏弱|较弱|较低|较差|薄弱|短板|短缺|紧缺|欠缺|不多|不高|不强"
        r"|单一(?=$|[,，、;；。等])|不深|不严|不实|不力|不畅|不紧密|不及时|不规范|不完善|不健全|不明显|不主动|不贴合|不透彻|不熟"
        r"|弱项|瓶颈|困难(?:较|很|重重|不少|突出)|存在[^,，;；。]{0,6}困难|问题(?:突出|较多|依然)|时有发生|存在(?=[^,，;；。]{1,12}(?:现象|情况)(?:$|[,，;；。]))"
    ),
    "improvable": re.compile(
        r"不够(?!$|[,，、;；。]|等(?:$|[,，;；。问方情]))|不太|有待|亟待|亟需|仍需|还需|尚需|需要?(?:更加|进一步|继续|不断|持续)|有所欠缺|还应"
    ),
}
# ``不够完善`` is milder than ``不完善``: a hedge decides before the word it hedges. Where 不够
# hedges nothing (落实不够, 重视不够), it says by itself that there is too little.
_HEDGE = GRADES["improvable"]
_DEFICIT = re.compile("|".join(pattern.pattern for pattern in GRADES.values()))

_TURN = re.compile(r"(?:^|[,，;；。])(?:但(?:是|也|同时)?|然而|不过|与此同时|同时也|同时,也)")
_PRAISE = re.compile(r"虽然?|尽管|成绩|成效|取得了?|进展|进步|成果")
_BREAK = re.compile(r"[,，;；:：。!！?？]")
_LIST = re.compile(r"、")
# Clauses that only announce shortcomings: 与…要求相比还有差距, 仍存在不少短板, 主要是.
_SHELL = re.compile(
    r"相比|相较|对照(?=.*要求)|^(?:在)?(?:一些|某些|有些|许多|工作)?(?:领域|方面|环节|中)?"
    r"(?:也|还|仍|仍然|依然|客观上)?(?:存在|有)(?:着|一些|不少|一定|以下|许多|较大|明显|的|几个|薄弱)*"
    r"(?:问题|不足|差距|短板|弱项|薄弱环节|困难|环节|和|与|之处|挑战)*$"
    r"|^(?:主要|集中|突出|具体)*(?:表现|体现|反映|存在)?(?:在|为|有|是|于)?(?:以下[^,]{0,8}方面)?$"
)
_OPENING = re.compile(
    r"^(?:[\s、]|但是?|也|还|仍然?|主要|集中|突出|表现|体现|反映|存在|有|着|一些|不少|一定|在于|诸如|例如|如|包括"
    r"|为|是(?!否)|在(?=[^,]{0,6}方面$)|[一二三四五六七八九十]+是|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、．])+"
)
_CLOSING = re.compile(
    r"(?:等(?:方面)?(?:的)?(?:一些)?(?:问题|不足|现象|情况|方面|困难|短板)?|的问题|的情况)?[。;；,，\s]*$"
)


class Item(NamedTuple):
    """One shortcoming inside a sentence, with offsets into the sentence."""

    start: int
    end: int
    text: str
    grade: Grade


def has_deficit(text: str) -> bool:
    """Whether the wording says that something is wanting."""
    return _DEFICIT.search(text) is not None


def grade_of(text: str) -> Grade | None:
    """How a shortcoming is worded, or ``None`` where the text admits none.

    ``improvable``: could be better (不够完善, 有待, 需进一步); ``insufficient``: there is too
    little (不足, 薄弱, 较少, 落实不够); ``uneven``: it lags or does not fit (差距, 不平衡,
    不相适应); ``absent``: it is not there (尚未, 没有, 缺失). A hedged word takes the grade of the
    hedge.

    >>> grade_of("制度体系不够完善"), grade_of("人员配备不足"), grade_of("机制存在缺失")
    ('improvable', 'insufficient', 'absent')
    """
    if _HEDGE.search(text) and not GRADES["absent"].search(text):
        return "improvable"
    return next((grade for grade, pattern in GRADES.items() if pattern.search(text)), None)


def shortcoming_items(sentence: str) -> list[Item]:
    """The shortcomings that a sentence lists, without the praise before 但 and the announcement.

    Clauses divide at commas, colons and semicolons, and at 、 where each side says by itself that
    something is wanting; a clause that does not belongs to the next one that does.

    >>> [i.text for i in shortcoming_items("虽然成效较好,但也存在人员不足、反馈不够及时等问题。")]
    ['人员不足', '反馈不够及时']
    """
    turn = _TURN.search(sentence)
    start = turn.end() if turn else 0
    clauses = [
        (begin, end)
        for begin, end in _split(sentence, start, len(sentence), _BREAK)
        if not _is_shell(sentence[begin:end])
    ]
    items = []
    for begin, end in _joined(sentence, clauses):
        pieces = _joined(sentence, list(_split(sentence, begin, end, _LIST)))
        items += [item for piece in pieces if (item := _item(sentence, *piece))]
    return items


def syntax_of(sentence: str, items: int) -> tuple[str, ...]:
    """How a sentence brings its shortcomings in.

    ``concession``: praise, then 但; ``turn``: 但 without praise; ``comparison``: against a
    standard (与…相比); ``list``: more than one; ``plain``: none of these.
    """
    turn = _TURN.search(sentence)
    found = []
    if turn:
        found.append("concession" if _PRAISE.search(sentence[: turn.start() + 1]) else "turn")
    if re.search(r"相比|相较", sentence):
        found.append("comparison")
    if items > 1:
        found.append("list")
    return tuple(found) or ("plain",)


def gives_cause(text: str) -> bool:
    """Whether a reason is given for the shortcoming."""
    return re.search(r"由于|因为|受.{1,12}(?:影响|限制|制约)|导致|造成", text) is not None


def _split(
    sentence: str, start: int, end: int, pattern: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    breaks = [found.span() for found in pattern.finditer(sentence, start, end)]
    for (_, begin), (stop, _) in pairwise([(start, start), *breaks, (end, end)]):
        if sentence[begin:stop].strip():
            yield begin, stop


def _joined(sentence: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Parts that say nothing is wanting go with the next that does, or else the one before."""
    waiting: int | None = None
    held: tuple[int, int] | None = None
    for start, end in parts:
        begin = start if waiting is None else waiting
        if not has_deficit(sentence[start:end]):
            waiting = begin
            continue
        if held:
            yield held
        held, waiting = (begin, end), None
    if held:
        yield held if waiting is None else (held[0], parts[-1][1])


def _is_shell(clause: str) -> bool:
    return _SHELL.search(clause.strip()) is not None


def _item(sentence: str, start: int, end: int) -> Item | None:
    opening = _OPENING.match(sentence[start:end])
    if opening and has_deficit(sentence[start + opening.end() : end]):
        start += opening.end()
    closing = _CLOSING.search(sentence[start:end])
    end = start + closing.start() if closing else end
    text = sentence[start:end]
    grade = grade_of(text)
    return Item(start, end, text, grade) if grade and text.strip() else None
