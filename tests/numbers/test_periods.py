"""Years and periods: stated, relative to the reporting year, carried over a semicolon."""

from dataclasses import replace

import pytest

from govreports.numbers.quantities import quantities
from govreports.report.model import Stated
from tests.numbers.one_paragraph import read, report


@pytest.mark.parametrize(
    ("sentence", "year", "period"),
    [
        ("受理案件5件。", 2020, ""),
        ("去年受理案件5件。", 2019, ""),
        ("上年度流转3起。", 2019, ""),
        ("2018年受理案件5件。", 2018, ""),
        ("1-11月份，受理案件5件。", 2020, "2020-01/2020-11"),
        ("2019年1月至11月，受理案件5件。", 2019, "2019-01/2019-11"),
        ("上半年受理案件5件。", 2020, "2020-H1"),
        ("去年以来，培育企业10家。", 2020, "2019/2020"),
        ("较上年提高3个百分点。", 2020, ""),
        ("退税额是上年的4.6倍。", 2020, ""),
        ("退税额是上年的三倍多。", 2020, ""),
        ("二〇一八年受理案件五件。", 2018, ""),
        ("二○一八年受理案件五件。", 2018, ""),
        ("落实《2018年工作要点》任务5项。", 2020, ""),
    ],
)
def test_year_and_period(sentence, year, period):
    (found,) = read(sentence)
    assert (found.year, found.period) == (year, period)


def test_a_period_goes_on_after_a_semicolon_and_ends_with_the_sentence():
    first, second, third = read("1-11月，接访56批；", "办理信访528件。", "制定文件2件。")
    assert first.period == second.period == "2020-01/2020-11"
    assert third.period == ""


def test_an_outlook_tells_of_the_next_year_unless_it_names_another():
    assert read("新建法治公园2个。", role="outlook")[0].year == 2021
    assert read("到2025年新建法治公园2个。", role="outlook")[0].year == 2025


def test_without_a_reporting_year_only_stated_years_are_known():
    assert [q.year for q in read("去年立案5起，2018年立案3起。", year="")] == [None, 2018]


def test_the_first_value_of_a_change_may_belong_to_a_year_of_its_own():
    found = read("许可事项由2017年的512项精简至287项，减少43.9%。")
    assert [q.year for q in found] == [2017, 2020, 2020]


def test_what_a_value_is_compared_with_is_not_its_year():
    assert read("安排经费120万元，比2017年增加15万元。")[1].year == 2020
    assert read("比2017年的105万元增加15万元。")[0].year == 2017


def test_this_year_in_an_outlook_is_the_year_after_the_one_reported():
    wording = "今年新建公园2个，全年培训3期。"
    assert [q.year for q in read(wording)] == [2020, 2020]
    assert [q.year for q in read(wording, role="outlook")] == [2021, 2021]
    assert read("今年以来培训3期。", role="outlook")[0].year == 2020
    assert read("上半年培训3期。", role="outlook")[0].period == "2021-H1"
    made = report(wording, role="outlook")
    in_december = dict(made.metadata) | {"issued": Stated("2020-12-28", 0, 0)}
    found = quantities(replace(made, metadata=in_december))
    assert [q.year for q in found] == [2020, 2020]
