"""What the name of an organ tells of its place, its level and a readable identifier."""

import pytest

from govreports.codebook.outlines import LEVELS
from govreports.corpus.places import PROVINCES, UNKNOWN, identifier, latin, place_of
from govreports.corpus.register import IDENTIFIER


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("青石省人民政府", ("", "青石省", "", "qingshi")),  # no province of that name
        ("江苏省人民政府", ("江苏省", "江苏省", "province", "jiangsu")),
        ("江苏省云台市石桥区人民政府", ("江苏省", "云台市石桥区", "county", "shiqiao")),
        ("上海市人民政府", ("上海市", "上海市", "province", "shanghai")),
        ("云台市人民政府", ("", "云台市", "", "yuntai")),
        ("云台市交通运输局", ("", "云台市", "department", "yuntai-jiaotongyunshuju")),
        ("云台县人民政府办公室", ("", "云台县", "county", "yuntai")),
        ("石桥镇人民政府", ("", "石桥镇", "township", "shiqiao")),
        ("云台高新区管理委员会", ("", "云台高新区", "development zone", "yuntai-zone")),
        ("青州市人民政府", ("", "青州市", "", "qingzhou")),
        ("乡宁县人民政府", ("", "乡宁县", "county", "xiangning")),
        ("和县人民政府", ("", "和县", "county", "he")),
        ("石桥回族自治县人民政府", ("", "石桥回族自治县", "county", "shiqiao")),
        ("内蒙古自治区司法厅", ("内蒙古自治区",) * 2 + ("department", "neimenggu-sifating")),
        ("2023年云台县法治政府建设情况报告", ("", "云台县", "county", "yuntai")),
    ],
)  # fmt: skip
def test_an_organ_tells_its_place(name, told):
    assert place_of(name) == told


@pytest.mark.parametrize("name", ["", "市人民政府", "全市法治政府建设情况报告", "我区", "2023年"])
def test_a_name_without_a_place_tells_nothing(name):
    assert place_of(name) == UNKNOWN


def test_the_title_tells_where_the_issuer_does_not():
    assert place_of("县人民政府", "云台县2023年法治政府建设情况报告").jurisdiction == "云台县"


def test_every_province_is_known_by_its_own_name():
    assert len(PROVINCES) == 31
    for province in PROVINCES:
        place = place_of(f"{province}人民政府")
        assert (place.province, place.level) == (province, LEVELS[0])
        assert IDENTIFIER.fullmatch(place.name)


def test_no_identifier_is_given_twice():
    taken = []
    for _ in range(60):
        taken.append(identifier(latin("云台"), "2023", "disclosure", taken))
    assert len(set(taken)) == 60
    assert all(IDENTIFIER.fullmatch(name) for name in taken)
    assert taken[:2] == ["yuntai-2023-disclosure", "yuntai-2023-disclosure-b"]


def test_an_identifier_needs_neither_place_nor_year():
    assert identifier("", "", "rule-of-law", ()) == "report"
    assert identifier("", "2023", "other", ()) == "report-2023-other"
