"""The rank of an instrument is read from its title as far as a title tells it."""

import pandas as pd
import pytest

from govreports.claims.instrument_ranks import cited_instruments, grounds_named, rank_of


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("中华人民共和国民法典", "law"),
        ("行政复议法", "law"),
        ("某省消防条例(草案)", "regulation"),
        ("重大决策程序规定", "rule or document"),
        ("信用管理办法(试行)", "rule or document"),
        ("党政主要负责人职责规定", "Party or joint"),
        ("法治政府建设实施纲要(2015—2020年)", "Party or joint"),
        ("年度工作要点", "document"),
        ("娃娃说宪法", "other"),
        ("行风热线", "other"),
    ],
)
def test_rank(title, rank):
    assert rank_of(title) == rank


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("根据《统计法》开展检查", ["统计法"]),
        ("按照新修订的《某省公开条例》和《某市公开规则》调整", ["某省公开条例", "某市公开规则"]),
        ("依照《甲法》、《乙法》以及《丙办法》办理", ["甲法", "乙法", "丙办法"]),
        ("依据《甲法》《乙法》办理", ["甲法", "乙法"]),
        ("根据《甲通知》（某政发〔2020〕1号）及《乙通知》，调整《丙清单》", ["甲通知", "乙通知"]),
        ("根据职责，印发《甲方案》", []),
        ("根据《甲法》规定，印发《乙方案》", ["甲法"]),
        ("按照《甲法》和部署，依据《乙法》办理", ["甲法", "乙法"]),
        ("贯彻《甲法》和《乙法》", []),
        ("根据法律、《甲办法》办理", ["甲办法"]),
    ],
)
def test_titles_joined_after_a_word_of_ground_are_grounds_alike(text, grounds):
    assert list(grounds_named(text)) == grounds


def test_every_title_of_a_sentence_is_cited():
    table = pd.DataFrame(
        [("a", "p1.s1", "贯彻《统计法》《某市办法》,没有书名号的条例不计")],
        columns=["report", "sentence", "text"],
    )
    assert cited_instruments(table)["rank"].tolist() == ["law", "rule or document"]
