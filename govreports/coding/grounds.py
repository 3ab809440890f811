"""What codes rest on: the places behind each, put together only where somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, overload


class Evidence(NamedTuple):
    """Why a code was given: the rule (or kind of context) and the span that it rests on."""

    code: str
    rule: str
    start: int
    end: int


class Grounds:
    """The evidence of all sentences of a report; ``find`` puts it together when first asked."""

    def __init__(self, find: Callable[[], Sequence[tuple[Evidence, ...]]]) -> None:
        self._find = find

    @cached_property
    def of(self) -> Sequence[tuple[Evidence, ...]]:
        """The evidence of each sentence."""
        return self._find()


class Resting(Sequence[Evidence]):
    """The evidence of one sentence: reads like the tuple that it becomes when looked at."""

    __slots__ = ("_at", "_grounds")

    def __init__(self, grounds: Grounds, at: int) -> None:
        self._grounds = grounds
        self._at = at

    @property
    def _items(self) -> tuple[Evidence, ...]:
        return self._grounds.of[self._at]

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
