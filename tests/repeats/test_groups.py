"""Groups are exactly the passages, with all their places, that looking everywhere finds."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.cli.main import main
from govreports.errors import ArgumentError
from govreports.repeats.groups import groups
from govreports.repeats.maximal import maximal_matches

Place = tuple[int, int]  # stretch, start
stretches = st.lists(st.text("ab", max_size=14), max_size=6)
lengths = st.integers(1, 5)


def places_of(texts: list[str], passage: str) -> list[Place]:
    return [
        (n, at)
        for n, text in enumerate(texts)
        for at in range(len(text) - len(passage) + 1)
        if text.startswith(passage, at)
    ]


def by_looking_everywhere(texts: list[str], min_length: int) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for text in texts:
        repeated = [
            (a, b)
            for a in range(len(text))
            for b in range(a + min_length, len(text) + 1)
            if len(places_of(texts, text[a:b])) > 1
        ]
        for a, b in repeated:
            if not any(c <= a and b <= d and (c, d) != (a, b) for c, d in repeated):
                found[text[a:b]] = places_of(texts, text[a:b])
    return found


def listed(texts: list[str], min_length: int) -> list[tuple[str, list[Place]]]:
    joined = "".join(f"{text}|" for text in texts)
    home = [(n, at) for n, text in enumerate(texts) for at in range(len(text) + 1)]
    return [
        (
            joined[group.places[0] : group.places[0] + group.length],
            [home[place] for place in group.places.tolist()],
        )
        for group in groups(texts, min_length)
    ]


@given(stretches, lengths)
def test_groups_are_those_of_looking_everywhere(texts: list[str], min_length: int) -> None:
    found = listed(texts, min_length)
    assert len({passage for passage, _ in found}) == len(found)
    assert dict(found) == by_looking_everywhere(texts, min_length)


@given(st.lists(st.text("法治a𠮷\0ÿ", max_size=30), max_size=4), st.integers(1, 4))
def test_so_they_are_whatever_the_characters(texts: list[str], min_length: int) -> None:
    assert dict(listed(texts, min_length)) == by_looking_everywhere(texts, min_length)


@given(stretches, lengths)
def test_every_match_of_two_places_lies_inside_a_group(texts: list[str], min_length: int) -> None:
    held = {
        (stretch, place)
        for passage, places in listed(texts, min_length)
        for stretch, start in places
        for place in range(start, start + len(passage))
    }
    for a, i, b, j, size in zip(*maximal_matches(texts, min_length), strict=True):
        assert {(a, k) for k in range(i, i + size)} <= held
        assert {(b, k) for k in range(j, j + size)} <= held


@pytest.mark.parametrize("times", [2, 200, 5000])
def test_a_sentence_that_many_have_is_listed_once(times: int) -> None:
    texts = ["依法行政，依规办事"] * times
    assert listed(texts, 4) == [(texts[0], [(n, 0) for n in range(times)])]


def test_text_that_repeats_itself_is_listed_as_long_as_it_is() -> None:
    assert listed(["哈" * 5000], 15) == [("哈" * 4999, [(0, 0), (0, 1)])]


def test_groups_come_by_their_first_place() -> None:
    texts = ["甲乙丙丁戊", "甲乙丙戊", "丙丁戊", "丁戊甲乙"]
    firsts = [places[0] for _, places in listed(texts, 2)]
    assert firsts == sorted(firsts)


def test_a_passage_of_no_characters_is_refused() -> None:
    with pytest.raises(ArgumentError, match="at least one character"):
        list(groups(["甲"], 0))
    assert list(groups([], 15)) == list(groups(["", ""], 1)) == []


def test_the_command_prints_each_passage_once_with_its_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = "全面推行行政执法公示制度并及时公开结果。"
    texts = {}
    for number in range(3):
        file = tmp_path / f"{number}.txt"
        texts[str(file)] = (
            f"某县202{number}年法治政府建设情况报告\n一、做法\n第{number}季度{shared}\n"
        )
        file.write_text(texts[str(file)], encoding="utf-8")
    assert main(["reuse", "--groups", *texts]) == 0
    (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [file for file, _, _ in found["places"]] == list(texts)
    assert {texts[file][start:end] for file, start, end in found["places"]} == {found["text"]}
    assert shared in found["text"]
