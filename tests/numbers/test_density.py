"""How dense quantities stand, and how sure that is."""

import pandas as pd
import pytest

from govreports.numbers.density import density
from govreports.numbers.quantities import quantities
from govreports.numbers.summaries import quantity_frame
from govreports.report.parse import parse

DENSE = "今年共办理案件12件,走访企业30家,发放材料500份。"
SPARSE = "全市深入推进依法行政工作,严格规范公正文明执法,办理案件12件。"


def measured(**bodies):
    reports = {
        name: parse(f"甲市2020年法治政府建设情况报告\n\n一、工作情况\n\n{body}\n")
        for name, body in bodies.items()
    }
    found = quantity_frame({name: quantities(report) for name, report in reports.items()})
    return density(reports, found, seed=1, replicates=200)


def test_density_is_quantities_per_thousand_characters():
    made = measured(a="\n".join([DENSE] * 4)).reports.iloc[0]
    assert made["quantities"] == 12
    assert made["characters"] == 4 * len(DENSE)
    assert made["per_1000"] == pytest.approx(12_000 / (4 * len(DENSE)))


def test_equal_paragraphs_leave_no_doubt_and_a_report_without_numbers_is_at_zero():
    made = measured(a="\n".join([DENSE] * 4), b=SPARSE.replace("12件", "多件")).reports
    assert made["low"].tolist() == made["high"].tolist() == made["per_1000"].tolist()
    assert made["per_1000"].iloc[1] == 0


def test_each_pair_is_compared_once_as_the_first_less_the_second():
    bodies = {"a": "\n".join([DENSE, SPARSE] * 4), "b": SPARSE, "c": DENSE}
    made = measured(**bodies)
    assert list(zip(made.pairs["a"], made.pairs["b"], strict=True)) == [
        ("a", "b"), ("a", "c"), ("b", "c"),
    ]  # fmt: skip
    rates = made.reports.set_index("report")["per_1000"]
    for row in made.pairs.itertuples():
        assert row.difference == pytest.approx(rates[row.a] - rates[row.b])
        assert row.low <= row.difference <= row.high


def test_the_same_seed_gives_the_same_intervals():
    body = "\n".join([DENSE, SPARSE] * 4)
    pd.testing.assert_frame_equal(measured(a=body).reports, measured(a=body).reports)
