"""A listed word counts whole, however the segmenter cuts it."""

import pandas as pd
import pytest

from govreports.words.listed import with_whole_words


def frame(*sentences):
    """A token frame of sentences in which | parts the tokens and a blank leaves a gap."""
    rows, at = [], 0
    for number, sentence in enumerate(sentences, 1):
        for token in sentence.split("|"):
            text = token.strip()
            at += len(token) - len(text)
            rows.append(("a", f"p1.s{number}", text, at, at + len(text)))
            at += len(text)
    return pd.DataFrame(rows, columns=["report", "sentence", "token", "start", "end"])


@pytest.mark.parametrize(
    ("sentences", "words", "whole"),
    [
        (["保障|表达|权|和|监督权"], ["表达权", "监督权"], ["保障", "表达权", "和", "监督权"]),
        (["合法|权益"], ["权益", "合法权益"], ["合法权益"]),
        (["合法|权益|保护|法"], ["合法权益", "合法权益保护"], ["合法权益保护", "法"]),
        (["合法|权利"], ["合法权益"], ["合法", "权利"]),
        (["表达| 权"], ["表达权"], ["表达", "权"]),
        (["表达", "权"], ["表达权"], ["表达", "权"]),
        (["表|达|权"], ["表达权"], ["表达权"]),
        (["听证|权"], ["听证"], ["听证", "权"]),
        (["权利|义务"], [], ["权利", "义务"]),
    ],
)
def test_what_makes_a_listed_word_is_one_token(sentences, words, whole):
    assert with_whole_words(frame(*sentences), words)["token"].tolist() == whole


def test_a_joined_word_spans_its_parts_and_keeps_their_place():
    tokens = frame("行使|表达|权")
    joined = with_whole_words(tokens, ["表达权"]).iloc[-1]
    assert (joined["start"], joined["end"], joined["sentence"]) == (2, 5, "p1.s1")
    assert len(tokens) == 3


def test_of_no_tokens_there_are_none():
    assert with_whole_words(frame("权").iloc[:0], ["表达权"]).empty
