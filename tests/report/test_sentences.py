"""Sentences end at 。；;！!？? with what closes there, and nowhere else."""

from __future__ import annotations

import pytest

from govreports.report.folding import fold
from govreports.report.sentences import spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成2项。推进3项。", ["完成2项。", "推进3项。"]),
        (
            "完成；推进;怎么看？好！真好!是吗?是",
            ["完成；", "推进;", "怎么看？", "好！", "真好!", "是吗?", "是"],
        ),
        ("他说：“办好了。”群众满意。", ["他说：“办好了。”", "群众满意。"]),
        ('他说："办好了。"群众满意。', ['他说："办好了。"', "群众满意。"]),
        ('改善营商环境。"列异"企业受限。', ["改善营商环境。", '"列异"企业受限。']),
        ("（已经办结。）继续推进。", ["（已经办结。）", "继续推进。"]),
        ("做到“清单之外无证明”。认真梳理。", ["做到“清单之外无证明”。", "认真梳理。"]),
        ("喊出“干！”的口号。", ["喊出“干！”", "的口号。"]),
        ("提出“怎么办？”、“怎么干？”等问题。", ["提出“怎么办？”、“怎么干？”", "等问题。"]),
        ("增长9。5%，列第二。", ["增长9。5%，列第二。"]),
        ("增长9.5%。完成2.5亿元。", ["增长9.5%。", "完成2.5亿元。"]),
        ("共计20起。2021年再增。", ["共计20起。", "2021年再增。"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("办难”。 深入推进。", ["办难”。", "深入推进。"]),
        ("没有句号", ["没有句号"]),
        ("  \u3000", []),
    ],
)
def test_sentences_end_where_they_are_closed(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in spans(text, fold(text))] == expected


def test_a_view_has_the_length_of_its_text() -> None:
    text = "（一）“３５５０”改革，ＡＢ\u3000\ufeff\u200b—–〔2021〕①二〇𠮷發"
    assert len(fold(text)) == len(text)
    assert fold(text)[:12] == '(一)"3550"改革,A'[:12]
