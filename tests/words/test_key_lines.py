"""Key terms in their lines."""

from govreports.report.parse import parse
from govreports.words.key_lines import key_lines
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter

TEXT = """甲市2020年法治政府建设情况报告

一、主要工作

(一)学习。推进工作。组织政治理论学习。开展学习学习。
开展政治理论学习,并且推进各项工作。
"""


def lines(terms, **options):
    report = parse(TEXT)
    tokens = token_frame({"甲": report}, Segmenter())
    return [(line.text, line.terms) for line in key_lines(tokens, report, terms, **options)]


def test_sentences_with_most_different_terms_come_first():
    found = lines({"学习", "政治", "理论"}, number=9)
    assert [text for text, _ in found] == [
        "组织政治理论学习。",
        "开展政治理论学习,并且推进各项工作。",
        "开展学习学习。",
    ]
    assert found[0][1] == ("政治", "理论", "学习")


def test_long_sentences_and_those_without_a_term_are_left_out():
    assert [text for text, _ in lines({"政治"}, number=9, longest=12)] == ["组织政治理论学习。"]
    assert lines({"公开"}) == []
    assert lines(set()) == []
