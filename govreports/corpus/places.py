"""What the name of an organ tells of its place: province, level, and a name in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

_OF_PROVINCES = (
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 "
    "四川 贵州 云南 陕西 甘肃 青海"
)
PROVINCES = (
    *("北京市", "天津市", "上海市", "重庆市"),
    *("内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区"),
    *(f"{name}省" for name in _OF_PROVINCES.split()),
)
"""The divisions of the first level whose governments write such reports, by their full names."""

_ZONE = (
    r"(?:经济|高?技术|高新|产业|工业|旅游|示范|科技|火炬|国家级|新)*"
    r"(?:开发区|园区|新区|度假区|保税区|示范区|高新区)"
)
_KINDS = "省市县区旗州盟镇乡"
_UNIT = re.compile(
    rf"(?P<name>(?:(?!人民|政府|关于|管委|委员)[^\s\d,，。:：;；、]){{1,9}}?)"
    # 青州市, 通州区: a sign of a place before another one belongs to its name.
    rf"(?P<kind>{_ZONE}|自治[区州县旗]|街道|[{_KINDS}](?![{_KINDS}街]))"
)
_PEOPLES = re.compile(
    r"(?:(?:维吾尔|哈萨克|柯尔克孜|朝鲜|土家|哈尼|景颇|布依|傈僳|(?<!内)蒙古|[彝藏羌苗壮回侗瑶傣白黎满佤畲])族?)+$"
)
_DEPARTMENT = re.compile(r"[^\s\d]{1,14}?(?:局|厅|委员会|委|办公室|院|中心|总队|支队)$")
_GENERAL_ORGAN = re.compile(r"政府|管理委员会|管委会|党工委")
_LEVELS = {
    **dict.fromkeys(("镇", "乡", "街道"), "township"),
    **dict.fromkeys(("县", "自治县", "旗", "自治旗", "区"), "county"),
}
_BEFORE = re.compile(r"^(?:关于|国家税务总局|(?:19|20)\d\d年度?)+")
_BLANKS = re.compile(r"\s+")


class Place(NamedTuple):
    """What a name tells; a field is empty where it does not."""

    province: str
    jurisdiction: str  # the place without its province
    level: str  # one of ``LEVELS``
    name: str  # in Latin letters: ``linhe``, ``nantong-zone``, ``linhe-sifaju``


UNKNOWN = Place("", "", "", "")


def place_of(*names: str) -> Place:
    """What the first of these names tells that begins with a place: an issuer, a title.

    A 市 may be of the second or the third level; its level stays empty, but for the four that
    are provinces.

    >>> place_of("江苏省临河县人民政府")
    Place(province='江苏省', jurisdiction='临河县', level='county', name='linhe')
    >>> place_of("市司法局", "青山市司法局2023年法治政府建设情况报告")[1:]
    ('青山市', 'department', 'qingshan-sifaju')
    >>> place_of("南通市经济技术开发区管理委员会")[1:]
    ('南通市经济技术开发区', 'development zone', 'nantong-zone')
    """
    for name in names:
        bare = _BEFORE.sub("", _BLANKS.sub("", name))
        units, end = _units(bare)
        if units:
            return _told(units, bare[end:])
    return UNKNOWN


def _units(name: str) -> tuple[list[re.Match[str]], int]:
    """The places that a name begins with, the largest first, and where they end."""
    units: list[re.Match[str]] = []
    end = 0
    while unit := _UNIT.match(name, end):
        said = unit["name"]
        # Not 全市 and 我省; of one character only names of counties: 和县.
        if not units and (said in "全我本各该" or (len(said) == 1 and unit["kind"] != "县")):
            break
        units.append(unit)
        end = unit.end()
    return units, end


def _told(units: list[re.Match[str]], rest: str) -> Place:
    province = units[0].group() if units[0].group() in PROVINCES else ""
    jurisdiction = "".join(unit.group() for unit in units[bool(province) :]) or province
    organ = re.split(r"关于|\d|年度", rest)[0]
    is_department = bool(_DEPARTMENT.fullmatch(organ)) and not _GENERAL_ORGAN.search(organ)
    is_zone = bool(re.fullmatch(_ZONE, units[-1]["kind"])) and "政府" not in organ
    named = units[-2 if is_zone and len(units) > 1 else -1]["name"]
    words = [
        latin(_PEOPLES.sub("", named) or named),
        "zone" if is_zone else "",
        latin(organ) if is_department else "",
    ]
    if is_department:
        level = "department"
    elif is_zone:
        level = "development zone"
    else:
        level = _LEVELS.get(units[-1]["kind"], "province" if jurisdiction in PROVINCES else "")
    return Place(province, jurisdiction, level, "-".join(filter(None, words)))


def latin(chinese: str) -> str:
    """Chinese in Latin letters without tones, in one word; anything else is left out.

    >>> latin("吕梁"), latin("A区")
    ('lyliang', 'qu')
    """
    from pypinyin import lazy_pinyin

    # ü has no plain letter; passports write it so.
    spelt = "".join(lazy_pinyin(chinese, errors="ignore", v_to_u=True))
    return re.sub(r"[^a-z]", "", spelt.replace("lü", "ly").replace("nü", "ny").replace("ü", "u"))


def identifier(name: str, year: str, genre: str, taken: Collection[str]) -> str:
    """A readable identifier that none of ``taken`` is: ``linhe-2023``, ``linhe-2023-disclosure``.

    >>> identifier("linhe", "2023", "rule-of-law", ["linhe-2023"])
    'linhe-2023-b'
    """
    words = [name or "report", year, "" if genre == "rule-of-law" else genre]
    stem = "-".join(filter(None, words))
    letters = (f"{stem}-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    numbers = (f"{stem}-{number}" for number in range(27, len(taken) + 28))
    return next(one for one in (stem, *letters, *numbers) if one not in taken)
