"""Where the words of a network stand, so that each can be read and each line be seen.

Words are boxes in a room. From a first layout, one word after another moves to the place of a grid
that costs least, until none moves: no box over another, no line behind a box that is not its own,
every line long enough between its two boxes. There is no chance in it: equal input, equal places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]  # one row a point: x, y
_GAP = 0.05  # inches around a word
_SEEN = 0.22  # inches of a line between its two words
_STEP = 0.1  # inches from place to place of the grid
_ROUNDS = 12
_OVERLAP, _BEHIND, _CROSSING, _FAR = 40.0, 12.0, 2.0, 0.6  # what each fault costs


def label_places(
    edges: Sequence[tuple[str, str]],
    sizes: Mapping[str, tuple[float, float]],
    start: Mapping[str, tuple[float, float]],
    room: tuple[float, float],
) -> dict[str, tuple[float, float]]:
    """The centre of each word in a room of that width and height, in inches.

    ``sizes`` are width and height of each word, ``start`` a first layout within -1 and 1.
    """
    words = sorted(sizes)
    index = {word: number for number, word in enumerate(words)}
    half = np.array([sizes[word] for word in words], dtype=float) / 2 + _GAP
    free = np.maximum(np.array(room) / 2 - half, 0.0)
    centres = np.array([start[word] for word in words], dtype=float) * free + np.array(room) / 2
    pairs = np.array([(index[x], index[y]) for x, y in edges], dtype=int).reshape(-1, 2)
    grids = [_grid(room, free[number]) for number in range(len(words))]
    for _ in range(_ROUNDS):
        moved = False
        for number, grid in enumerate(grids):
            candidates = np.vstack([centres[number], grid])
            best = candidates[int(np.argmin(_costs(candidates, number, centres, half, pairs)))]
            moved |= not np.array_equal(best, centres[number])
            centres[number] = best
        if not moved:
            break
    return {word: (float(x), float(y)) for word, (x, y) in zip(words, centres, strict=True)}


def _grid(room: tuple[float, float], free: Points) -> Points:
    """Every place at which a word lies within the room."""
    axes = [
        np.linspace(size / 2 - reach, size / 2 + reach, int(2 * reach / _STEP) + 1)
        for size, reach in zip(room, free, strict=True)
    ]
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 2)


def _costs(places: Points, number: int, centres: Points, half: Points, pairs: Points) -> Points:
    """What it costs to set word ``number`` at each of ``places`` while the others stay."""
    costs = np.zeros(len(places))
    others = [other for other in range(len(centres)) if other != number]
    own = [int(a + b) - number for a, b in pairs if number in (a, b)]
    rest = [(int(a), int(b)) for a, b in pairs if number not in (a, b)]
    for other in others:
        shared = half[number] + half[other] - np.abs(places - centres[other])
        costs += _OVERLAP * np.where((shared > 0).all(axis=1), 0.2 + shared.min(axis=1), 0.0)
    for end in own:
        goal = centres[end]
        length = np.hypot(*(places - goal).T)
        hidden = _within(places, goal, half[number]) + _within(places, goal, half[end])
        costs += _FAR * length + _BEHIND * np.maximum(0.0, _SEEN - length * (1 - hidden)) / _SEEN
        for other in others:
            if other != end:
                costs += _BEHIND * _crosses(places, goal, centres[other], half[other])
        for a, b in rest:
            if end not in (a, b):
                costs += _CROSSING * _meet(places, goal, centres[a], centres[b])
    for a, b in rest:
        costs += _BEHIND * _crosses(centres[a], centres[b], places, half[number])
    return costs


def _within(places: Points, goal: Points, half: Points) -> Points:
    """The share of the way from each place to the goal that lies within a box at either end."""
    way = np.maximum(np.abs(places - goal), 1e-9)
    return np.minimum(1.0, (half / way).min(axis=1))


def _crosses(a: Points, b: Points, centre: Points, half: Points) -> Points:
    """Whether the line from ``a`` to ``b`` enters the box around ``centre``."""
    way = b - a + 1e-9
    one, two = (centre - half - a) / way, (centre + half - a) / way
    enters, leaves = np.minimum(one, two).max(axis=-1), np.maximum(one, two).min(axis=-1)
    return (enters < leaves) & (enters < 1) & (leaves > 0)


def _meet(a: Points, b: Points, c: Points, d: Points) -> Points:
    """Whether the lines from ``a`` to ``b`` and from ``c`` to ``d`` cross."""

    def side(p: Points, q: Points, r: Points) -> Points:
        return np.sign(
            (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1])
            - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])
        )

    return (side(a, b, c) != side(a, b, d)) & (side(c, d, a) != side(c, d, b))
