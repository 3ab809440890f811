"""Code a report by rules: a theme and a move for every sentence, with the evidence for each.

The coder is deterministic and has no trained part. A sentence's own words come first: rules
fire clause by clause, and the theme that carries most clauses is primary. Headings and the
sentence before are consulted where the words are silent or equal. Position decides the move.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick
from numpy.typing import NDArray

from govreports.codebook.model import Codebook
from govreports.coding.context import heading_priors
from govreports.coding.judging import Basis, Heard, Judgement, judge
from govreports.coding.matching import Firing, Haystack, Matcher, Spans, lay_out
from govreports.coding.moves import Move, moves
from govreports.coding.scoring import Scorer
from govreports.errors import DataError
from govreports.report.folding import fold
from govreports.report.model import Report, Sentence

FLAGS = ("admission", "intention")
TURNING = 2
"""A sentence that turns to the future does so in one of so many first clauses."""
DEFAULTS = {"rule-of-law": "T8", "disclosure": "T5", "": "T1"}
"""What a report of each genre, or of any other, is about where neither words nor place tell."""


class Evidence(NamedTuple):
    """Why a code was given: the rule (or kind of context) and the span that it rests on."""

    code: str
    rule: str
    start: int
    end: int


class Coding(NamedTuple):
    """What one sentence was coded as."""

    sentence: Sentence
    primary: str
    themes: tuple[str, ...]  # the primary theme first
    move: Move
    flags: tuple[str, ...]
    instruments: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    basis: Basis  # what the primary theme rests on


class Coder:
    """A codebook made ready to code any number of reports."""

    def __init__(self, codebook: Codebook) -> None:
        self._themes = tuple(code.id for code in codebook.of_kind("theme"))
        if self._themes[:1] != ("T0",) or not set(DEFAULTS.values()) <= set(self._themes):
            raise DataError("the coder needs the themes of the scheme, T0 first")
        self._default = {genre: self._themes.index(theme) for genre, theme in DEFAULTS.items()}
        self._matcher = Matcher(codebook)
        self._scorer = Scorer(self._matcher, self._themes)
        rules = self._matcher.rules
        kinds = [*self._themes, *FLAGS]
        self._given_size = len(kinds) + 1
        self._given_of = np.array(
            [kinds.index(r.code) if r.code in kinds else len(kinds) for r in rules]
        )
        self._code_of = [rule.code for rule in rules]
        self._id_of = [rule.id for rule in rules]
        variants = {
            "".join(fold(form).split()): code.id
            for code in codebook.of_kind("instrument")
            for form in code.variants
        }
        self._instruments = tuple(variants.values())
        self._finder = AhoCorasick(list(variants), matchkind=MATCHKIND_LEFTMOST_LONGEST)

    def code(self, report: Report) -> tuple[Coding, ...]:
        """Code every sentence of a report, in order."""
        sentences = report.sentences
        if not sentences:
            return ()
        titled = [s for s in report.sections if s.heading]
        units: list[Spans] = [s.parts or ((s.start, s.end),) for s in sentences]
        units += [(section.heading,) for section in titled if section.heading]
        haystack = lay_out(report.text, units)
        firing = self._matcher.fire(haystack)
        scores = self._scorer.score(firing, report.genre)
        count = len(sentences)
        priors = heading_priors(report, [s.id for s in titled], scores[count:])
        speaks = self._scorer.speaks
        positions = moves(
            report,
            speaks(firing, "problem")[:count].tolist(),
            speaks(firing, "problem.owning")[:count].tolist(),
            speaks(firing, "plan", clauses=TURNING)[:count].tolist(),
        )
        heard = Heard(
            scores[:count],
            self._scorer.asides(firing)[:count],
            self._scorer.topics(firing, report.genre)[:count],
            self._scorer.formula_share(firing)[:count],
            speaks(firing, "T0.thanks")[:count],
        )
        default = self._default.get(report.genre, self._default[""])
        also = default if report.genre == "disclosure" else 0
        judged = judge(report, heard, priors, positions, default, also)
        placed: list[Move] = [
            "frame" if not judgement.themes[0] else position
            for judgement, position in zip(judged, positions, strict=True)
        ]
        flagged = np.array([speaks(firing, flag)[:count] for flag in FLAGS])
        flagged &= np.array([move == "report" for move in placed])
        flags = {
            int(at): tuple(f for f, on in zip(FLAGS, flagged[:, at], strict=True) if on)
            for at in np.flatnonzero(flagged.any(axis=0))
        }
        found = self._fired(firing, judged, flagged)
        named = self._named(haystack, count)
        headings = {s.id: s.heading or (s.start, s.end) for s in report.sections}
        placed_in: dict[tuple[str, Move], Evidence] = {}
        names = self._themes
        codings: list[Coding] = []
        for at, sentence in enumerate(sentences):
            places, basis = judged[at]
            themes = tuple([names[place] for place in places])
            evidence, move = found[at], placed[at]
            if basis not in ("words", "hints"):
                span: tuple[int, int] | None = sentence[1:3]
                if basis == "heading":
                    span = priors.heading[priors.row[sentence.section]]
                elif basis in ("before", "following"):
                    span = sentences[at - 1 if basis == "before" else at + 1][1:3]
                if span:
                    evidence.append(Evidence(themes[0], f"context.{basis}", *span))
            where = sentence.section, move
            if where not in placed_in:
                part = headings[where[0].split(".", 1)[0]]
                placed_in[where] = Evidence(move, "position.part", *part)
            evidence.append(placed_in[where])
            instruments: tuple[str, ...] = ()
            if at in named:
                instruments = tuple(dict.fromkeys([e.code for e in named[at]]))
                evidence += named[at]
            given = flags.get(at, ())
            codings.append(
                Coding(
                    sentence, themes[0], themes, move, given, instruments, tuple(evidence), basis
                )
            )
        return tuple(codings)

    def _fired(
        self, firing: Firing, judged: Sequence[Judgement], flagged: NDArray[np.bool_]
    ) -> list[list[Evidence]]:
        """The matches behind the themes and flags of each sentence."""
        count = len(judged)
        given = np.zeros((len(firing.first), self._given_size), dtype=bool)
        sizes = [len(judgement.themes) for judgement in judged]
        themes = [theme for judgement in judged for theme in judgement.themes]
        given[np.repeat(np.arange(count), sizes), themes] = True
        given[:count, len(self._themes) : -1] = flagged.T
        kept = given[firing.unit, self._given_of[firing.column]]
        columns = firing.column[kept].tolist()
        items = _evidence(
            map(self._code_of.__getitem__, columns),
            map(self._id_of.__getitem__, columns),
            firing.start[kept],
            firing.end[kept],
        )
        stops = np.cumsum(np.bincount(firing.unit[kept], minlength=count)).tolist()
        return [items[a:b] for a, b in zip([0, *stops], stops, strict=False)]

    def _named(self, haystack: Haystack, count: int) -> dict[int, list[Evidence]]:
        """The instruments that sentences name, where they are named."""
        named: dict[int, list[Evidence]] = {}
        matches = self._finder.find_matches_as_indexes(haystack.text)
        found = np.fromiter(chain.from_iterable(matches), np.intp, 3 * len(matches)).reshape(-1, 3)
        found = found[haystack.unit[found[:, 1]] < count]
        starts, ends = haystack.origin[found[:, 1]], haystack.origin[found[:, 2] - 1] + 1
        units = haystack.unit[found[:, 1]].tolist()
        codes = map(self._instruments.__getitem__, found[:, 0].tolist())
        items = _evidence(codes, repeat("instrument.name", len(found)), starts, ends)
        for unit, item in zip(units, items, strict=True):
            named.setdefault(unit, []).append(item)
        return named


def _evidence(
    codes: Iterable[str], rules: Iterable[str], starts: NDArray[np.intp], ends: NDArray[np.intp]
) -> list[Evidence]:
    columns = codes, rules, starts.tolist(), ends.tolist()
    # What `Evidence._make` does, without a call of Python for each.
    return list(map(tuple.__new__, repeat(Evidence), zip(*columns, strict=False)))
