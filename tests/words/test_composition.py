"""What a file holds: all of it, once; and which sentences end as sentences do."""

import pytest

from govreports.report.parse import parse
from govreports.words.composition import composition, unended

TITLE = "某某县2023年法治政府建设情况报告"


def test_blocks_hold_every_character_once_and_say_what_is_counted():
    body = "一、普法\n2023年，开展执法培训3期。\n某某县人民政府\n2024年1月5日"
    text = f"首页 > 政务公开\n{TITLE}\n{body}"
    blocks = composition({"a": parse(text)})
    assert blocks["characters"].sum() == len("".join(text.split()))
    counted = blocks[blocks["counted"]]
    assert set(counted["kind"]) == {"heading", "paragraph"}
    assert counted["characters"].sum() == len("一、普法2023年，开展执法培训3期。")


@pytest.mark.parametrize(
    ("body", "open_ends"),
    [
        ("开展执法培训3期。加强普法宣传；", 0),
        ("他说：“加强普法宣传。”", 0),
        ("要做到“四个必须！”（见附件。）", 0),
        ("开展执法培训3期。主要措施如下：", 1),
    ],
)
def test_a_colon_ends_no_sentence_and_marks_that_close_are_looked_through(body, open_ends):
    assert len(unended(parse(f"{TITLE}\n{body}"))) == open_ends
