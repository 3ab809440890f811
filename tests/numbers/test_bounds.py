"""Approximate and bounded numbers."""

import pytest

from tests.numbers.one_paragraph import read


@pytest.mark.parametrize(
    ("sentence", "approx", "bound"),
    [
        ("培训300余人。", True, "lower"),
        ("培训300多人次。", True, "lower"),
        ("用户近200万。", True, "upper"),
        ("耗时约3小时。", True, ""),
        ("投入30万元左右。", True, ""),
        ("受益人数超过500人。", True, "lower"),
        ("合格率98%以上。", False, "lower"),
        ("每年不少于4次。", False, "lower"),
        ("至少配备1名。", False, "lower"),
        ("不超过3个工作日。", False, "upper"),
        ("办结时限3天以内。", False, "upper"),
        ("立案12起。", False, ""),
        ("家庭医生签约5.31万人。", False, ""),
    ],
)
def test_bounds(sentence, approx, bound):
    (found,) = read(sentence)
    assert (found.approx, found.bound) == (approx, bound)
