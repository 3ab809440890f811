"""Figures for a year that was not over: which they are, and how long the year still had."""

from govreports.analysis import Analysis
from govreports.corpus.reading import corpus_of
from govreports.numbers.dating import days_before_end, for_whole_year, names_months
from tests.numbers.one_paragraph import report


def record(year, issued):
    (made,) = corpus_of({"one": report("加强普法。")}).records
    return made._replace(reporting_year=year, issued=issued)


def test_days_to_the_end_of_the_year_reported_on():
    assert days_before_end([record(2019, "2019-12-06")]) == {"one": 25}
    assert days_before_end([record(2019, "2019-12-31")]) == {"one": 0}


def test_a_report_of_the_next_year_or_without_a_date_is_left_out():
    records = [record(2019, "2020-01-01"), record(2019, ""), record(None, "2019-12-06")]
    assert [days_before_end([one]) for one in records] == [{}, {}, {}]


def whole(*sentences, **kind):
    made = {"one": report(*sentences, **kind)}
    table = Analysis(made).quantities
    return table.loc[for_whole_year(made, table), "text"].tolist()


def test_figures_after_the_whole_year_are_its_own():
    assert whole("全年培训执法人员30名，举办讲座4场。") == ["30", "4"]


def test_until_another_time_is_named():
    assert whole("全年培训30名，上半年举办讲座4场，全年办案7件。") == ["30", "7"]


def test_and_not_beyond_the_sentence():
    assert whole("全年培训30名。", "举办讲座4场。") == ["30"]
    assert whole("培训30名，全年举办讲座4场。") == ["4"]


def test_targets_are_no_figures_of_the_year():
    assert whole("力争全年培训30名。", role="outlook") == []


def test_figures_that_name_their_months():
    table = Analysis({"one": report("1-11月立案5起，全年培训3次。")}).quantities
    assert table.loc[names_months(table), "text"].tolist() == ["5"]


def test_a_report_without_quantities():
    made = {"one": report("加强普法。")}
    assert for_whole_year(made, Analysis(made).quantities).empty
