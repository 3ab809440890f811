"""Who is named, which organs stand over what is told, and who writes to whom."""

import pytest

from govreports.analysis import Analysis
from govreports.claims.actors import (
    actors_in,
    authorship,
    names_administration,
    names_joint_body,
    party_roles,
)
from govreports.report.parse import parse
from tests.numbers.one_paragraph import report


def test_the_public_is_no_part_of_the_administration():
    assert actors_in("群众参与度不高") == ("public",)
    assert not names_administration("群众参与度不高")
    assert names_administration("群众反映部门推诿")
    assert not names_administration("机制不够健全")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("由区财政局会同发改局审核", "departments"),
        ("应急分局开展检查", "departments"),
        ("省司法厅予以通报", "departments"),
        ("市政府常务会议研究", "governments"),
        ("以管委会名义印发", "governments"),
        ("管委会主任带头述法", "leaders"),
        ("行政首长出庭应诉", "leaders"),
    ],
)
def test_bureaux_governments_and_their_heads_are_named(text, actor):
    assert actor in actors_in(text)


@pytest.mark.parametrize("text", ["形成新格局", "服务大局", "优化布局", "打开局面", "建成音乐厅"])
def test_what_only_looks_like_a_bureau(text):
    assert actors_in(text) == ()


def test_full_width_signs_name_as_half_width_ones_do():
    assert actors_in("镇（街道）力量薄弱") == actors_in("镇(街道)力量薄弱") == ("localities",)


@pytest.mark.parametrize(
    ("clause", "roles"),
    [
        ("在区委、区政府的坚强领导下", ("leads or guides",)),
        ("接受党工委的统一领导", ("leads or guides",)),
        ("按照市委部署要求", ("directs",)),
        ("每年向县委、县人大常委会报告工作", ("is reported to",)),
        ("经市委同意后印发", ("examines or agrees",)),
        ("在市委的领导下落实省委部署", ("leads or guides", "directs")),
    ],
)
def test_a_party_organ_stands_over_what_is_reported(clause, roles):
    assert party_roles(clause) == roles


@pytest.mark.parametrize(
    "clause",
    [
        "在县政府的领导下",
        "按照市委托事项清单要求",  # entrusted by the city
        "按照区委员会要求",
        "市委办公室印发通知",
        "县委书记参加活动",
    ],
)
def test_what_is_no_party_organ_or_does_nothing_here(clause):
    assert party_roles(clause) == ()


def test_a_role_does_not_reach_over_a_comma():
    assert party_roles("在市委大院,各部门领导下沉") == ()


def test_clauses_with_their_place_and_one_row_a_role():
    made = report("全县干部在县委的领导下落实省委部署，成效明显。", "加强普法。")
    table = Analysis({"one": made}).organs
    assert table["kind"].tolist() == ["leads or guides", "directs"]
    assert set(table["quote"]) == {"全县干部在县委的领导下落实省委部署"}
    assert {made.text[r.start : r.end] for r in table.itertuples()} == set(table["quote"])


def test_party_committee_and_administration_of_a_zone_in_one_breath():
    assert names_joint_body("党工委管委会办公室")
    assert names_joint_body("管委会、党工委领导")
    assert not names_joint_body("管委会办公室")


def test_addressee_and_signature_as_printed():
    text = (
        "云台县2023年法治政府建设情况报告\n\n市人民政府：\n"
        "2023年，云台县推进法治政府建设。现报告如下。\n一、主要工作\n开展培训3期。\n"
        "云台县人民政府\n2024年1月15日\n"
    )
    (row,) = authorship({"one": parse(text)}).itertuples(index=False)
    assert row == ("one", "市人民政府", "云台县人民政府")


def test_a_report_that_names_nobody():
    (row,) = authorship({"one": report("开展培训3期。")}).itertuples(index=False)
    assert (row.addressee, row.signature) == ("", "")
