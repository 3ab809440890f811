"""Words of a network are set so that each can be read and each line be seen."""

from itertools import combinations

import pytest

from govreports.words.label_places import label_places

ROOM = (4.0, 3.0)
SIZE = (0.8, 0.3)
NETWORKS = {
    "a star": [("m", other) for other in "abcde"],
    "a ring": [*zip("abcdef", "bcdefa", strict=True)],
    "a chain": [*zip("abcde", "bcdef", strict=True)],
}


def placed(edges, start=None):
    words = sorted({word for edge in edges for word in edge})
    return label_places(
        edges, dict.fromkeys(words, SIZE), start or dict.fromkeys(words, (0.0, 0.0)), ROOM
    )


def enters(a, b, centre):
    """Whether the line from a to b comes into the word around a centre, looked at step by step."""
    for step in range(201):
        x, y = (p + (q - p) * step / 200 for p, q in zip(a, b, strict=True))
        if abs(x - centre[0]) < SIZE[0] / 2 and abs(y - centre[1]) < SIZE[1] / 2:
            return True
    return False


@pytest.mark.parametrize("edges", NETWORKS.values(), ids=NETWORKS)
def test_no_word_lies_over_another_or_over_a_line_between_others(edges):
    centres = placed(edges)
    for one, other in combinations(centres.values(), 2):
        assert abs(one[0] - other[0]) > SIZE[0] or abs(one[1] - other[1]) > SIZE[1]
    for a, b in edges:
        for word in centres.keys() - {a, b}:
            assert not enters(centres[a], centres[b], centres[word])


@pytest.mark.parametrize("edges", NETWORKS.values(), ids=NETWORKS)
def test_every_word_lies_in_the_room(edges):
    for x, y in placed(edges).values():
        assert SIZE[0] / 2 <= x <= ROOM[0] - SIZE[0] / 2
        assert SIZE[1] / 2 <= y <= ROOM[1] - SIZE[1] / 2


def test_equal_input_gives_equal_places():
    edges = NETWORKS["a ring"]
    assert placed(edges) == placed(edges)


def test_words_wider_than_the_room_stand_in_its_middle():
    centres = label_places(
        [("a", "b")], {"a": (9.0, 0.3), "b": (9.0, 0.3)}, {"a": (1, 1), "b": (0, 0)}, ROOM
    )
    assert {x for x, _ in centres.values()} == {ROOM[0] / 2}
