"""Places that may name a private person are listed; officials and common words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.corpus.names import candidates, surnames
from tests.corpus.marked_names import found, sentences

PLAIN = "全年办理信访事项五十件，群众满意率达到百分之九十八。"


@pytest.mark.parametrize(
    "sentence",
    [
        "信访人{}反映拆迁补偿问题。",
        "申请人：{}，被申请人：县公安局。",
        "{}不服行政处罚决定，提起诉讼。",
        "依法化解{}等12人信访事项。",
        "原告李秀梅、{}诉县政府一案已审结。",
    ],
)
@pytest.mark.parametrize("name", ["孙立民", "欧阳丽华", "周某某", "郑××", "徐某"])
def test_a_name_beside_a_word_that_tells_of_a_private_person_is_listed(sentence, name):
    text = sentence.format(name)
    assert name in {c.text for c in candidates(text)}


@pytest.mark.parametrize(
    "text",
    [
        "申请人应当自收到决定书之日起六十日内提出。",
        "当事人陈述申辩权利得到保障，当事人和解12件。",
        "县长李国强主持会议，副县长王海波参加。",
        "对某些领域、某单位、某市的问题进行通报。",
        "张家村、李庄镇、王府街道建成法治广场。",
    ],
)
def test_common_words_places_and_officials_are_not(text):
    assert candidates(text) == []


@given(st.lists(st.sampled_from([*"信访人赵申请诉、，。某张王李明建等3名 \n×："]), max_size=40))
def test_places_are_in_order_apart_and_hold_what_they_say(characters):
    text, end = "".join(characters), 0
    for c in candidates(text):
        assert end <= c.start < c.end <= len(text)
        assert text[c.start : c.end] == c.text
        assert c.why
        end = c.end


@given(st.integers(0, 20))
def test_places_count_in_the_whole_text(before):
    lead = PLAIN * before
    (c,) = candidates(f"{lead}信访人赵秀兰反映问题。")
    assert c.start == len(lead) + 3


def test_officials_named_with_their_office_are_never_listed_in_the_marked_sentences():
    for half in ("development", "held-out"):
        for sentence in sentences(half):
            listed = {place for c in candidates(sentence.text) for place in range(c.start, c.end)}
            assert not any(listed & set(range(*span)) for span in sentence.officials)


def test_most_marked_names_are_found_and_most_listed_places_are_names():
    # Far below what is measured: a guard against breaking it, not the measure (benchmarks).
    for half in ("development", "held-out"):
        got = found(half)
        assert got.hit / got.marked > 0.8
        assert got.right / got.listed > 0.8


def test_surnames_have_one_or_two_characters():
    assert {len(name) for name in surnames()} == {1, 2}
    assert all("\u4e00" <= c <= "\u9fff" for name in surnames() for c in name)
