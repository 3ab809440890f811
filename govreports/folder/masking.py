"""Masks of a folder: checked before anything is analysed, and that nothing masked is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from govreports.corpus.masks import Span, checked_spans, listed_masks, masked_report
from govreports.errors import DataError, ReportError
from govreports.folder.batch import Batch
from govreports.folder.output import read_back, text_file
from govreports.folder.tables import Parts
from govreports.readers.files import Listing
from govreports.readers.source import read_report, read_source
from govreports.report.model import Report
from govreports.report.parse import parse

_TOLD = 12  # of the places that a message names


class Masks(NamedTuple):
    """What is masked in each file, and the characters that are thus hidden (never written)."""

    path: Path
    spans: Mapping[str, tuple[Span, ...]]
    hidden: frozenset[str]

    @property
    def places(self) -> int:
        """How many places are masked."""
        return sum(map(len, self.spans.values()))


NO_MASKS = Masks(Path(), {}, frozenset())


def read_masks(path: Path, listing: Listing) -> Masks:
    """The masks that a list gives for the files of a folder.

    Raises ``DataError``, naming file and line, where a row does not fit, a file with masks cannot
    be read, or a name in the folder holds what is to be masked.
    """
    files = {item.name: item.path for item in listing.found}
    spans: dict[str, tuple[Span, ...]] = {}
    hidden: set[str] = set()
    for name, rows in listed_masks(path, files).items():
        try:
            text = read_source(files[name]).text
        except ReportError as error:
            raise DataError(f"{rows[0].place}: nothing can be masked: {error}") from None
        spans[name] = checked_spans(rows, text)
        hidden |= {text[start:end] for start, end in spans[name]}
    masks = Masks(path, spans, frozenset(hidden))
    names = (*files, *(item.name for item in listing.refused), *listing.passed_over)
    refuse_left(masks, left(masks, ((name, name) for name in names), "in the name of the file"))
    return masks


def reports_again(listing: Listing, out: Path, masks: Masks) -> Callable[[str], Report]:
    """How to get the report in a file again, parsed as it was before anything was masked."""
    paths = {item.name: item.path for item in listing.found}

    def report(name: str) -> Report:
        spans = masks.spans.get(name)
        if spans:
            return masked_report(read_report(paths[name]), spans)
        return parse(read_back(out, name))

    return report


def left(masks: Masks, texts: Iterable[tuple[str, str]], where: str = "unmasked") -> list[str]:
    """The places at which stands what is masked elsewhere: told without what stands there.

    ``texts`` are pairs of a file and what is to be written of it.
    """
    if not masks.hidden:
        return []
    return [f"{name} at {a}–{b} ({where})" for name, a, b in _left(masks.hidden, texts)]


def refuse_left(masks: Masks, places: Sequence[str]) -> None:
    """Refuse to go on (``DataError``) where there are places at which something is ``left``."""
    if places:
        more = f" and {len(places) - _TOLD} more" if len(places) > _TOLD else ""
        raise DataError(
            f"{masks.path}: what is masked at one place also stands at others:"
            f" {', '.join(places[:_TOLD])}{more}; list these too"
        )


def left_in(masks: Masks, batch: Batch) -> list[str]:
    """The places in what is to be kept of a batch at which something is ``left``."""
    texts = left(masks, ((item.name, item.text) for item in batch.read))
    return texts + left(masks, batch.rejected, "in the reason why it was left out")


def as_masked(parts: Parts, out: Path, masks: Masks) -> tuple[list[str], list[str]]:
    """The parts that were made with these masks and hold nothing unmasked; the files in them."""
    keys: list[str] = []
    names: list[str] = []
    for key in parts.made():
        read, rejected = parts.about(key)
        same = all(item.masks == masks.spans.get(item.name, ()) for item in read)
        if not same or not all(text_file(out, item.name).is_file() for item in read):
            continue
        if masks.hidden:
            texts = tuple(item._replace(text=read_back(out, item.name)) for item in read)
            if left_in(masks, Batch({}, texts, tuple(rejected))):
                continue
        keys.append(key)
        names += [item.name for item in read]
    return keys, names


def _left(
    hidden: frozenset[str], texts: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, int, int]]:
    # Characters that have no UTF-8 (of damaged files) stand in no name.
    search = AhoCorasick(sorted(hidden))
    for name, text in texts:
        clean = text.encode("utf-8", "replace").decode("utf-8")
        for _, start, end in search.find_matches_as_indexes(clean):
            yield name, start, end
