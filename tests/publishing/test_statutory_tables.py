"""The reader's page of a disclosure report shows its statutory tables as tables."""

from publishing.metadata import load_publication
from publishing.pages.reader import report_page
from tests.publishing.made import html_of, study_of

TABLES = """全面推进政务公开。

二、主动公开政府信息情况
行政许可\t214
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量\t5\t0\t0\t0\t0\t/\t6
五、存在的主要问题及改进情况
人员偏少。"""


def test_cells_stand_in_tables_and_failed_sums_below_them():
    made = study_of(TABLES)
    page = html_of(report_page(made.reports[0], made, load_publication()))
    tables = [
        [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
        for table in page.select("section.statutory table")
    ]
    assert tables[0] == [["", "本年处理决定数量"], ["行政许可", "214"]]
    assert tables[1][1] == ["本年新收政府信息公开申请数量", "5", "0", "0", "0", "0", "", "6"]
    (wrong,) = [item.get_text() for item in page.select("section.statutory li")]
    assert wrong.endswith("the parts of this row make 5, not 6")


def test_other_reports_have_no_such_section():
    made = study_of("全年办理行政许可3件。")
    assert (
        html_of(report_page(made.reports[0], made, load_publication())).select("section.statutory")
        == []
    )
