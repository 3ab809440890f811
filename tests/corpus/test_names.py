"""Places that may name a private person are listed; officials and common words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.corpus.names import candidates, surnames
from govreports.corpus.private_numbers import is_identity_number
from tests.corpus.marked_names import HALVES, found, sentences

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


@pytest.mark.parametrize("name", ["周文", "王小明", "欧阳丽华"])
@pytest.mark.parametrize("verb", ["担任", "宣布", "负责", "提出"])
def test_a_name_ends_where_a_word_begins(name, verb):
    assert [c.text for c in candidates(f"申请人{name}{verb}")] == [name]


@pytest.mark.parametrize(
    "aside",
    ["（身份证号1234）", "（女，56岁）", "（男）", "（61岁）"],
)
def test_a_name_before_what_tells_of_a_person_is_listed(aside):
    assert "王小明" in {c.text for c in candidates(f"依法办结对王小明{aside}的投诉。")}


@given(
    st.lists(st.sampled_from(["信访人赵秀兰", "赵秀兰", "王某", "，", "处理", "。"]), max_size=12)
)
def test_a_name_listed_once_is_listed_wherever_it_stands(pieces):
    text = "".join(["信访人赵秀兰。", *pieces])
    listed = [c for c in candidates(text) if "赵秀兰" in c.text]
    assert len(listed) == text.count("赵秀兰")


IDENTITY = "11010519491231002X"  # the example of GB 11643-1999


@given(st.integers(0, 17), st.integers(1, 9))
def test_a_number_of_identity_with_one_wrong_digit_is_none(place, more):
    digits = IDENTITY.replace("X", "")
    wrong = (
        digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :] + "X"
        if place < 17
        else digits + str(more)
    )
    assert is_identity_number(IDENTITY)
    assert not is_identity_number(wrong)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"持{IDENTITY}办理", IDENTITY),
        (f"持{IDENTITY.lower()}办理", IDENTITY.lower()),
        ("身份证号：990101490231002", "990101490231002"),
        ("公民身份号码990101194902310020", "990101194902310020"),
        ("持990101********0020的人", "990101********0020"),
        ("电话１９９００００００２１。", "１９９００００００２１"),
        ("电话199-0000-0021。", "199-0000-0021"),
    ],
)
def test_numbers_of_persons_are_listed(text, number):
    assert [c.text for c in candidates(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        f"编号{IDENTITY}1。",
        f"编号A{IDENTITY}。",
        "编号990101194902310020。",
        "投资13900000021元。",
        "编号13900000021001。",
        "热线12345，传真0000-1234567。",
    ],
)
def test_other_numbers_are_not(text):
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
    for half in HALVES:
        for sentence in sentences(half):
            listed = {place for c in candidates(sentence.text) for place in range(c.start, c.end)}
            assert not any(listed & set(range(*span)) for span in sentence.officials)


def test_most_marked_names_are_found_and_most_listed_places_are_names():
    # Far below what is measured: a guard against breaking it, not the measure (benchmarks).
    for half in HALVES:
        got = found(half)
        assert got.hit / got.marked > 0.8
        assert got.right / got.listed > 0.8


def test_surnames_have_one_or_two_characters():
    assert {len(name) for name in surnames()} == {1, 2}
    assert all("\u4e00" <= c <= "\u9fff" for name in surnames() for c in name)
