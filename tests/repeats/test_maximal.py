"""Maximal matches are exactly those that comparing every pair of places finds."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.errors import ArgumentError
from govreports.repeats.maximal import maximal_matches, repeated

Match = tuple[int, int, int, int, int]

stretches = st.lists(st.text("ab", max_size=14), max_size=5)
lengths = st.integers(1, 5)


def every_pair_compared(texts: list[str], min_length: int) -> list[Match]:
    found = []
    for a, b in combinations_with_replacement(range(len(texts)), 2):
        for i in range(len(texts[a])):
            for j in range(i + 1 if a == b else 0, len(texts[b])):
                if i and j and texts[a][i - 1] == texts[b][j - 1]:
                    continue
                length = 0
                while (
                    max(i + length - len(texts[a]), j + length - len(texts[b])) < 0
                    and texts[a][i + length] == texts[b][j + length]
                ):
                    length += 1
                if length >= min_length:
                    found.append((a, i, b, j, length))
    return sorted(found, key=lambda m: (m[0], m[1], m[2], m[3]))


def listed(texts: list[str], min_length: int) -> list[Match]:
    return [tuple(map(int, m)) for m in zip(*maximal_matches(texts, min_length), strict=True)]


@given(stretches, lengths)
def test_the_matches_are_those_of_comparing_every_pair_of_places(
    texts: list[str], min_length: int
) -> None:
    assert listed(texts, min_length) == every_pair_compared(texts, min_length)


@given(st.lists(st.text("法治政府", max_size=40), max_size=3))
def test_long_windows_are_compared_as_exactly_as_short_ones(texts: list[str]) -> None:
    assert listed(texts, 15) == every_pair_compared(texts, 15)


def covered(texts: list[str], min_length: int, *, within: bool) -> list[set[int]]:
    places: list[set[int]] = [set() for _ in texts]
    for a, i, b, j, length in every_pair_compared(texts, min_length):
        if within or a != b:
            places[a].update(range(i, i + length))
            places[b].update(range(j, j + length))
    return places


@given(stretches, lengths)
def test_repeated_runs_are_the_union_of_the_matches(texts: list[str], min_length: int) -> None:
    for owners, within in ((None, True), (list(range(len(texts))), False)):
        runs = repeated(texts, min_length, owners)
        positions = [{i for start, end in r for i in range(start, end)} for r in runs]
        assert positions == covered(texts, min_length, within=within)


def test_stretches_of_one_owner_do_not_repeat_each_other() -> None:
    assert repeated(["政务公开", "政务公开", "公开"], 2, [7, 7, 8]) == [
        [(2, 4)],
        [(2, 4)],
        [(0, 2)],
    ]


def test_nothing_matches_across_the_border_of_a_stretch() -> None:
    assert listed(["依法", "行政", "依法行政"], 3) == []


def test_characters_beyond_the_basic_plane_count_as_one() -> None:
    assert listed(["𠮷𠮷野家店", "在𠮷野家店"], 3) == [(0, 1, 1, 1, 4)]


def test_overlapping_repeats_are_found() -> None:
    assert listed(["哈" * 5], 3) == [(0, 0, 0, 1, 4), (0, 0, 0, 2, 3)]


def test_no_text_has_no_matches() -> None:
    assert listed([], 15) == []
    assert listed(["", ""], 1) == []


def test_a_match_of_no_characters_is_refused() -> None:
    with pytest.raises(ArgumentError, match="at least one character"):
        maximal_matches(["甲"], 0)
