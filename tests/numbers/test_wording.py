"""Quantities as they stand in the report."""

import pytest

from govreports.numbers.quantities import quantities
from govreports.numbers.wording import as_printed
from tests.numbers.one_paragraph import report


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("办理留言5万余条。", ["5万余条"]),
        ("办结时间压缩至3个工作日。", ["3个工作日"]),
        ("投入资金2.5亿元。", ["2.5亿元"]),
        ("按时办结率达100%。", ["100%"]),
        ("总时间缩短至2到3个月。", ["2到3个月"]),
        ("共2 万多人参与。", ["2 万多人"]),
        ("处罚１９９．８万元。", ["１９９．８万元"]),
        ("审结复议案件4696。", ["4696"]),
        ("慰问家庭151户253人。", ["151户", "253人"]),
    ],
)
def test_a_number_keeps_its_unit_and_its_characters(sentence, printed):
    made = report(sentence)
    assert [as_printed(made.text, quantity) for quantity in quantities(made)] == printed


def test_a_range_in_two_units_is_shown_with_its_reading():
    made = report("总时间从原先的9个月到1年缩短。")
    (found,) = quantities(made)
    assert as_printed(made.text, found) == "9个月到1年 (9–12 月)"
