"""The rank of an instrument is read from its title as far as a title tells it."""

import pandas as pd
import pytest

from govreports.claims.instrument_ranks import cited_instruments, rank_of


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


def test_every_title_of_a_sentence_is_cited():
    table = pd.DataFrame(
        [("a", "p1.s1", "贯彻《统计法》《某市办法》,没有书名号的条例不计")],
        columns=["report", "sentence", "text"],
    )
    assert cited_instruments(table)["rank"].tolist() == ["law", "rule or document"]
