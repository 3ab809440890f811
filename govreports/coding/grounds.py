"""What codes rest on: the places behind each, put together only where somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, overload

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from govreports.report.model import Sentence
from govreports.schema import frame_of


class Evidence(NamedTuple):
    """Why a code was given: the rule (or kind of context) and the span that it rests on."""

    code: str
    rule: str
    start: int
    end: int


class Places(NamedTuple):
    """The evidence of many sentences in columns; codes and rules by place among all names."""

    sentence: NDArray[np.intp]
    code: NDArray[np.intp]
    rule: NDArray[np.intp]
    start: NDArray[np.intp]
    end: NDArray[np.intp]


class Grounds:
    """The evidence of the sentences of a report; ``find`` puts it together when first asked.

    ``names`` are those that codes and rules are numbered by.
    """

    def __init__(
        self, names: Sequence[str], sentences: Sequence[Sentence], find: Callable[[], Places]
    ) -> None:
        self.names = names
        self.sentences = sentences
        self._find = find

    @cached_property
    def places(self) -> Places:
        """The evidence of all sentences, in order."""
        found = self._find()
        order = np.argsort(found.sentence, kind="stable")
        return Places(*[column[order] for column in found])

    @cached_property
    def _stops(self) -> list[int]:
        counts = np.bincount(self.places.sentence, minlength=len(self.sentences))
        return [0, *np.cumsum(counts).tolist()]

    def of(self, at: int) -> tuple[Evidence, ...]:
        """The evidence of one sentence."""
        own = slice(self._stops[at], self._stops[at + 1])
        _, *columns = (column[own].tolist() for column in self.places)
        named = [self.names[number] for number in columns[0]], [self.names[n] for n in columns[1]]
        return tuple(map(Evidence, *named, *columns[2:]))


def evidence_frame(grounds: Mapping[str, Grounds]) -> pd.DataFrame:
    """One row a place on which a code rests (frame ``evidence``)."""
    found = [of.places for of in grounds.values()]
    sizes = [len(places.sentence) for places in found]
    ids = [sentence.id for of in grounds.values() for sentence in of.sentences]
    firsts = accumulate((len(of.sentences) for of in grounds.values()), initial=0)
    at = [first + places.sentence for first, places in zip(firsts, found, strict=False)]
    names = next((of.names for of in grounds.values()), ())
    return frame_of(
        "evidence",
        (
            _taken(list(grounds), np.repeat(np.arange(len(sizes)), sizes)),
            _taken(ids, _joined(at)),
            _taken(names, _joined([places.code for places in found])),
            _taken(names, _joined([places.rule for places in found])),
            _joined([places.start for places in found]),
            _joined([places.end for places in found]),
        ),
    )


def _joined(columns: Sequence[NDArray[np.intp]]) -> NDArray[np.intp]:
    return np.concatenate([np.zeros(0, np.intp), *columns])


def _taken(values: Sequence[str], places: NDArray[np.intp]) -> pa.Array:
    return pa.array(values, pa.large_string()).take(pa.array(places))


class Resting(Sequence[Evidence]):
    """The evidence of one sentence: reads like the tuple that it becomes when looked at."""

    __slots__ = ("_at", "_grounds")

    def __init__(self, grounds: Grounds, at: int) -> None:
        self._grounds = grounds
        self._at = at

    @property
    def _items(self) -> tuple[Evidence, ...]:
        return self._grounds.of(self._at)

    @overload
    def __getitem__(self, place: int) -> Evidence: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Evidence, ...]: ...

    def __getitem__(self, place: int | slice) -> Evidence | tuple[Evidence, ...]:
        return self._items[place]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Evidence]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        return self._items == (other._items if isinstance(other, Resting) else other)

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return repr(self._items)

    def __reduce__(self) -> tuple[type[tuple[Evidence, ...]], tuple[tuple[Evidence, ...]]]:
        return tuple, (self._items,)
