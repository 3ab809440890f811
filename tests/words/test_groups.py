"""Which reports a figure shows, and under which names."""

import pandas as pd
from token_frames import frame

from govreports.corpus import corpus_of
from govreports.text.parse import parse
from govreports.words.counts import count
from govreports.words.groups import groups, longest, regrouped


def records(*given):
    """Records of this genre and year, in order."""
    report = parse("某某县2023年法治政府建设情况报告\n开展执法培训3期。")
    blank = corpus_of({"somewhere": report}).records[0]
    return [
        blank._replace(id=f"place{i}-{year}", genre=genre, reporting_year=year)
        for i, (genre, year) in enumerate(given)
    ]


def test_few_reports_are_shown_by_their_own_labels():
    few = records(("rule-of-law", 2020), ("disclosure", 2020))
    assert groups(few) == {"place0-2020": "Place0 2020", "place1-2020": "Place1 2020"}


def test_many_reports_are_shown_by_genre_and_year():
    many = records(*[("rule-of-law", 2020)] * 3, *[("disclosure", 2020)] * 2, ("other", None))
    names = list(groups(many, most=5).values())
    assert names == [
        *["rule-of-law 2020"] * 3,
        *["disclosure 2020"] * 2,
        "other of no year",
    ]


def test_many_years_are_shown_by_genre_alone():
    many = records(*[("rule-of-law", 2000 + year) for year in range(14)], ("disclosure", 2020))
    assert set(groups(many).values()) == {"rule-of-law", "disclosure"}


def test_reports_of_one_label_are_not_taken_for_one():
    twins = [
        record._replace(id=name)
        for record, name in zip(
            records(("other", 2020), ("other", 2020)),
            ["linhe-2020-office", "linhe-office-2020"],
            strict=True,
        )
    ]
    assert len(set(groups(twins).values())) == 2


def test_paragraphs_of_a_group_stay_apart():
    tokens = frame({"甲": ["公开 行政", "公开"], "乙": ["公开"]})
    together = regrouped(tokens, {"甲": "all", "乙": "all"})
    assert count(together).sizes.tolist() == [4]
    assert count(together, ("report", "paragraph")).sizes.tolist() == [2, 1, 1]


def test_the_longest_reports_keep_their_order():
    register = pd.DataFrame({"report": ["甲", "乙", "丙"], "characters": [5, 900, 40]})
    assert longest(register, most=2) == ["乙", "丙"]
    assert longest(register) == ["甲", "乙", "丙"]
