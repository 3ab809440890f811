"""Where a report may name a private person: candidates for a reader, none of them masked.

A name is a surname (``data/surnames.csv``: those of the Hundred Family Surnames, 百家姓, and modern
written forms) with one or two characters. It is listed where something about it tells of a
private person: it is half hidden (王某某, 郑××); a word before it says what the person is to the
report (信访人, 申请人, 村民, …) or one after it what it is about (诉, 不服, 等12人, 拆迁安置, …);
it has a form of address (先生, 老汉); or it stands in a list with such a name. Officials named
with their office (区长…) are no private persons and are not listed. A name that is listed once is
listed wherever the text has it; numbers of identity documents and mobile telephones are listed too.
A name without any such sign is missed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

import jieba
from ahocorasick_rs import AhoCorasick

from govreports.corpus.private_numbers import private_numbers
from govreports.errors import DataError
from govreports.report.folding import fold
from govreports.tables import packaged, read_rows

_MOST_OF_A_NAME = 300  # so often the dictionary's corpus has a name at most

# What a person is to the report. Names follow, also after a colon or an opening bracket.
_ROLES = (
    "信访人|上访人|来访人|反映人|申请人|被申请人|第三人|当事人|原告人?|被告人?|上诉人|被上诉人|申诉人"
    "|投诉人|被投诉人|举报人|被举报人|被执行人|被处罚人|被征收人|被拆迁人|受害人|被害人|受援人|受助人"
    "|嫌疑人|代理人|法定代表人|负责人|联系人|死者|伤者|患者|家属|村民|居民|市民|群众|业主|职工|员工|工人"
    "|农民工?|农户|户主|残疾人|老人|学生|家长|司机|驾驶员|经营者|个体户|商户|店主|房东|租户|访民"
    "|上访户|信访户|拆迁户|调解员|法律明白人|志愿者|网格员|先进个人|模范|标兵|好人|青年|少年|退役军人|老兵"
    "|姓名|记者|作者|编辑|通讯员|撰稿|摄影|校对|律师|教师|医生|护士|民警|辅警|老党员"
)
_HOUSEHOLDS = "[一-龥]{0,2}[困保]户"
# What a name is followed by where a person brings a case or a wish.
_MATTERS = (
    "诉(?!讼)|不服|状告|起诉|上诉|申请|反映|信访|上访|缠访|越级|多次|投诉|举报|控告|申诉|涉嫌|醉酒|纵火|盗窃|诈骗"
    "|与[^,。;]{2,9}(?:纠纷|案)|等\\d+[余多]?[人户名]|等[二三四五六七八九十]+[余多]?[人户名]|等人"
    "|\\((?:居民)?(?:身份证|公民身份)|[(,][男女][,)]|\\(\\d{1,3}岁|来(?:电|信|访)"
    "|的(?:投诉|举报|信访|诉求|控告|申诉|来信|来访)"
    "|[^,。;、]{0,6}(?:拆迁|征收|征地|补偿|安置|工伤|欠薪|事项|积案|一案|案件|案(?![例卷件由]))|家(?:属|长)|工作室"
)
# Before a name that opens a matter; the name's own first character, a dot here, is looked at first.
_OPENING = (
    '(?<=[\\s,。;、:"()对了与和的为由向给].)|(?<=\\A.)'
    "|(?<=(?:关于|涉及|办结|办理|化解|处理|法院|驳回|撤销|听取|帮助|妥善|依法|圆满|成功|抓获).)"
)
_ADDRESS = (
    "先生|女士|小姐|老汉|老太|大爷|大妈|大娘|大叔|大嫂|大哥|大姐|奶奶|爷爷|阿姨|叔叔|婆婆|老伯|师傅"
)
_ADDRESSED = re.compile(_ADDRESS)
_HIDDEN = (
    "某[某甲乙丙丁]?(?![些种个地县市区镇乡村局企单公项年月日次方街])"
    "|[×✕╳*○〇xX]{1,2}(?![A-Za-z0-9])"
)
_OFFICE = re.compile(
    "(?:书记|市长|县长|区长|镇长|乡长|州长|省长|主任|局长|厅长|处长|科长|院长|庭长|检察长|所长|站长|队长|部长"
    "|主席|秘书长|委员|常委|组长|校长|行长|干事|司长|主编|会长|理事长)$"
)
# Characters that hardly occur in given names, but often where a sentence goes on.
_NO_GIVEN = frozenset(
    "的了在是有和与及或对向不未被将应可须要经由从以为因于等所其该此各每均已并且也都就即到至"
    "时年月日人员数次件起户名项条第部局厅委办处科股院站队镇乡村街道市县区省诉案访请述辩权"
)
_GOES_ON = frozenset(
    "诉不反提申与和及因对的等在向被获案作签领名多入讲发参未采走成办系为是于以要信上投举行受家同"
    "涉工土房拆征安补通接带将到从由也均已获说称表认自依经通"
)


class Candidate(NamedTuple):
    """A place where a private person may be named, and what speaks for it."""

    start: int
    end: int
    text: str
    why: str


@cache
def surnames() -> dict[str, bool]:
    """The packaged surnames, and of each whether it is a common word too."""
    source, listed = packaged("surnames.csv"), dict[str, bool]()
    for line, row in read_rows(source, ("surname", "source", "word")):
        if row["word"] not in ("yes", "no") or not row["source"]:
            raise DataError(f"{source}, line {line}: a source is due, and yes or no")
        if row["surname"] in listed:
            raise DataError(f"{source}, line {line}: {row['surname']} is listed twice")
        listed[row["surname"]] = row["word"] == "yes"
    return listed


def candidates(text: str) -> list[Candidate]:
    """The places in a text at which a private person may be named, in order, none over another.

    >>> [(c.text, c.why) for c in candidates("信访人赵秀兰反映，申请人应当在场。")]
    [('赵秀兰', 'after 信访人')]
    """
    plain, found = fold(text), dict[int, tuple[int, str]]()
    for start, end, why in _signs(plain):
        if not _OFFICE.search(plain, max(0, start - 4), start):
            longer = max(end, found[start][0]) if start in found else end
            found.setdefault(start, (longer, why))
    for _, (end, _) in sorted(found.items()):
        for first, last in _listed(plain, end):
            found.setdefault(first, (last, "in a list with a name"))
    for start, end, why in private_numbers(plain):
        found.setdefault(start, (end, why))
    names = {text[start:end] for start, (end, _) in found.items()}
    for start, end in Mentions(names).within(text):
        longer, why = found.get(start, (end, "as at another place"))
        found[start] = (max(end, longer), why)
    kept: list[Candidate] = []
    for start, (end, why) in sorted(found.items()):
        if not kept or start >= kept[-1].end:
            kept.append(Candidate(start, end, text[start:end], why))
    return kept


class Mentions:
    """Names made ready to be looked for in any number of texts."""

    def __init__(self, names: Collection[str]) -> None:
        self._automaton = AhoCorasick(sorted(names)) if names else None

    def within(self, text: str) -> list[tuple[int, int]]:
        """Every place in a text at which one of the names stands, in order of their ends."""
        found = self._automaton.find_matches_as_indexes(text, True) if self._automaton else ()
        return [(start, end) for _, start, end in found]


def _signs(plain: str) -> Iterator[tuple[int, int, str]]:
    patterns = _patterns()
    # The rarer half of a pattern is looked for first: few texts hold it.
    for rest in patterns.rest.finditer(plain):
        if family := _family(plain, rest.start()):
            yield rest.start() - len(family), rest.end(), "half hidden"
    for found in patterns.address.finditer(plain) if _ADDRESSED.search(plain) else ():
        given = found.start("address") - found.end("family")
        certain = not surnames()[found["family"]]
        if not given or (certain and _may_be(plain, found.start(), found.start("address"))):
            yield *found.span(), f"before {found['address']}"
    role = patterns.household if patterns.housed.search(plain) else patterns.role
    for found in role.finditer(plain):
        end = _name_end(plain, found.end(), marked=plain[found.end() - 1] in ':("')
        if end:
            yield found.end(), end, f"after {found['role']}"
    for found in patterns.opening.finditer(plain):
        end = _name_end(plain, found.start())
        matter = patterns.matter.match(plain, end) if end else None
        if matter:
            yield found.start(), end, f"before {matter.group()}"


def _family(plain: str, end: int) -> str:
    """The surname, the longest, that ends there; empty where none does."""
    ending = (plain[end - size : end] for size in (2, 1) if size <= end)
    return next((name for name in ending if name in surnames()), "")


def _listed(plain: str, end: int) -> Iterator[tuple[int, int]]:
    """The names that follow one in a list: 甲、乙和丙."""
    while end < len(plain) and plain[end] in "、和与及":
        last = _name_end(plain, end + 1)
        if not last:
            return
        yield end + 1, last
        end = last


def _name_end(plain: str, start: int, *, marked: bool = False) -> int:
    """Where the name that begins at ``start`` ends, 0 where none does.

    The longest that may be one and after which a sentence can go on, else the longest. A surname
    that is a common word too needs a sign (``marked``) before it, or a name half hidden.
    """
    size = next((n for n in (2, 1) if plain[start : start + n] in surnames()), 0)
    if not size:
        return 0
    hidden = _patterns().rest.match(plain, start + size)
    if hidden:
        return hidden.end()
    if surnames()[plain[start : start + size]] and not marked:
        return 0
    choices = [end for end in (start + size + 2, start + size + 1) if end <= len(plain)]
    possible = [end for end in choices if _may_be(plain, start, end)]
    for end in possible:
        if end == len(plain) or not plain[end].isalnum() or plain[end] in _GOES_ON:
            return end
    cut = [plain[end - 1 : end + 1] in _usual_words() for end in possible]
    if cut == [True, False]:
        possible = possible[1:]  # 周文|担任
    # Nothing tells where it ends: then it must not begin as a word does (市民高雅文化需求).
    begins_otherwise = plain[start : start + size + 1] not in _words()
    return possible[0] if possible and begins_otherwise else 0


def _may_be(plain: str, start: int, end: int) -> bool:
    """Whether these characters may be a name: no word, and none that given names lack."""
    name = plain[start:end]
    size = 2 if name[:2] in surnames() and len(name) > 2 else 1
    if _NO_GIVEN & set(name[size:]) or not all("一" <= c <= "龥" for c in name[size:]):
        return False
    return name not in _words()


class _Patterns(NamedTuple):
    address: re.Pattern[str]
    role: re.Pattern[str]
    household: re.Pattern[str]  # or a role that only its end tells, which is slow to look for
    housed: re.Pattern[str]  # that end, where a name may follow
    opening: re.Pattern[str]  # the first character of a name between an opening and a matter
    matter: re.Pattern[str]
    rest: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    single = "".join(sorted(name for name in surnames() if len(name) == 1))
    # The longer ones first; the others are one set of characters, which is found at one look.
    family = "|".join([*sorted(name for name in surnames() if len(name) > 1), f"[{single}]"])
    first = f"[{''.join(sorted({name[0] for name in surnames()}))}]"
    return _Patterns(
        re.compile(f"(?P<family>{family})[一-龥]{{0,2}}?(?P<address>{_ADDRESS})"),
        re.compile(f'(?P<role>{_ROLES})[:("]?(?=(?:{family}))'),
        re.compile(f'(?P<role>{_ROLES}|{_HOUSEHOLDS})[:("]?(?=(?:{family}))'),
        re.compile(f'[困保]户[:("]?{first}'),
        re.compile(f"{first}(?:{_OPENING})(?=.{{1,3}}(?:{_MATTERS}))", re.DOTALL),
        re.compile(_MATTERS),
        re.compile(_HIDDEN),
    )


@cache
def _words() -> frozenset[str]:
    """The words of jieba's dictionary that begin as a name might.

    Its tag for names (nr) is also given to words such as 文明; names are rarer than those.
    """
    families = surnames()
    return frozenset(
        word
        for word, frequency, tag in _dictionary()
        if 2 <= len(word) <= 4
        and word[0] in families
        and not (tag.startswith("nr") and frequency < _MOST_OF_A_NAME)
    )


@cache
def _usual_words() -> frozenset[str]:
    """The words of two characters that are used often and name nobody."""
    listed = (entry for entry in _dictionary() if entry[1] >= _MOST_OF_A_NAME)
    return frozenset(word for word, _, tag in listed if len(word) == 2 and tag[:2] != "nr")


def _dictionary() -> Iterator[tuple[str, int, str]]:
    with jieba.get_dict_file() as lines:
        for line in lines:
            word, frequency, tag = line.decode("utf-8").split()
            yield word, int(frequency), tag
