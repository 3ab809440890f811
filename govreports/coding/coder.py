"""Code a report by rules: a theme and a move for every sentence, with the evidence for each.

The coder is deterministic and has no trained part. A sentence's own words come first: rules
fire clause by clause, and the theme that carries most clauses is primary. Headings and the
sentence before are consulted where the words are silent or equal. Position decides the move.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from govreports.codebook.model import Codebook
from govreports.coding.context import Priors, heading_priors
from govreports.coding.grounds import Evidence, Grounds, Places, Resting
from govreports.coding.judging import Basis, Heard, Judgement, judge
from govreports.coding.matching import Firing, Matcher, Named, Spans, lay_out
from govreports.coding.moves import Move, moves
from govreports.coding.scoring import Scorer
from govreports.errors import DataError
from govreports.report.model import Report, Sentence

_MOVES: tuple[Move, ...] = get_args(Move)
_PLACES = ("instrument.name", "position.part", *(f"context.{basis}" for basis in get_args(Basis)))
"""The names of what evidence rests on, where no rule fired."""
FLAGS = ("admission", "intention")
TURNING = 2
"""A sentence that turns to the future does so in one of so many first clauses."""
DEFAULTS = {"rule-of-law": "T8", "disclosure": "T5", "": "T1"}
"""What a report of each genre, or of any other, is about where neither words nor place tell."""


class Coding(NamedTuple):
    """What one sentence was coded as."""

    sentence: Sentence
    primary: str
    themes: tuple[str, ...]  # the primary theme first
    move: Move
    flags: tuple[str, ...]
    instruments: tuple[str, ...]
    evidence: Sequence[Evidence]  # found when looked at
    basis: Basis  # what the primary theme rests on


class Coded(NamedTuple):
    """The coding of every sentence of a report, and the evidence of all."""

    codings: tuple[Coding, ...]
    grounds: Grounds


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
        named = {*kinds, *_MOVES, *_PLACES, *self._matcher.instruments}
        named.update(name for rule in rules for name in (rule.code, rule.id))
        self._names = sorted(named)
        self._number = {name: number for number, name in enumerate(self._names)}
        self._code_of = self._numbers(rule.code for rule in rules)
        self._id_of = self._numbers(rule.id for rule in rules)
        self._code_of_instrument = self._numbers(self._matcher.instruments)

    def code(self, report: Report) -> tuple[Coding, ...]:
        """Code every sentence of a report, in order."""
        return self.coded(report).codings

    def coded(self, report: Report) -> Coded:
        """The same with the evidence of all sentences."""
        sentences = report.sentences
        if not sentences:
            return Coded((), Grounds(self._names, (), lambda: _places([])))
        titled = [s for s in report.sections if s.heading]
        units: list[Spans] = [s.parts or ((s.start, s.end),) for s in sentences]
        units += [(section.heading,) for section in titled if section.heading]
        haystack = lay_out(report.folded, units)
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
        named = self._named(firing.named, count)
        grounds = Grounds(
            self._names,
            sentences,
            lambda: self._grounds(report, sentences, firing, judged, flagged, placed, priors),
        )
        names = self._themes
        codings = tuple(
            [
                Coding(
                    sentence,
                    names[places[0]],
                    tuple([names[place] for place in places]),
                    placed[at],
                    flags.get(at, ()),
                    named.get(at, ()),
                    Resting(grounds, at),
                    basis,
                )
                for at, (sentence, (places, basis)) in enumerate(
                    zip(sentences, judged, strict=True)
                )
            ]
        )
        return Coded(codings, grounds)

    def _named(self, named: Named, count: int) -> dict[int, tuple[str, ...]]:
        """The instruments that sentences name, each once."""
        found: dict[int, list[str]] = {}
        codes = self._matcher.instruments
        for unit, number in zip(named.unit.tolist(), named.instrument.tolist(), strict=True):
            if unit < count:
                found.setdefault(unit, []).append(codes[number])
        return {unit: tuple(dict.fromkeys(listed)) for unit, listed in found.items()}

    def _grounds(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        firing: Firing,
        judged: Sequence[Judgement],
        flagged: NDArray[np.bool_],
        placed: Sequence[Move],
        priors: Priors,
    ) -> Places:
        """The evidence of each sentence: words, context, position, names of instruments."""
        number = self._number
        headings = {s.id: s.heading or (s.start, s.end) for s in report.sections}
        context: list[tuple[int, ...]] = []
        position: list[tuple[int, ...]] = []
        for at, sentence in enumerate(sentences):
            (theme, *_), basis = judged[at]
            if basis not in ("words", "hints"):
                span: tuple[int, int] | None = sentence[1:3]
                if basis == "heading":
                    span = priors.heading[priors.row[sentence.section]]
                elif basis in ("before", "following"):
                    span = sentences[at - 1 if basis == "before" else at + 1][1:3]
                if span:
                    code, rule = number[self._themes[theme]], number[f"context.{basis}"]
                    context.append((at, code, rule, *span))
            part = headings[sentence.section.split(".", 1)[0]]
            position.append((at, number[placed[at]], number["position.part"], *part))
        named = firing.named
        instruments = Places(
            named.unit,
            self._code_of_instrument[named.instrument],
            np.full(len(named.unit), number["instrument.name"]),
            named.start,
            named.end,
        )
        found = (
            self._fired(firing, judged, flagged),
            _places(context),
            _places(position),
            Places(*[column[named.unit < len(sentences)] for column in instruments]),
        )
        return Places(*map(np.concatenate, zip(*found, strict=True)))

    def _fired(
        self, firing: Firing, judged: Sequence[Judgement], flagged: NDArray[np.bool_]
    ) -> Places:
        """The matches behind the themes and flags of each sentence."""
        count = len(judged)
        given = np.zeros((len(firing.first), self._given_size), dtype=bool)
        sizes = [len(judgement.themes) for judgement in judged]
        themes = [theme for judgement in judged for theme in judgement.themes]
        given[np.repeat(np.arange(count), sizes), themes] = True
        given[:count, len(self._themes) : -1] = flagged.T
        kept = given[firing.unit, self._given_of[firing.column]]
        columns = firing.column[kept]
        return Places(
            firing.unit[kept],
            self._code_of[columns],
            self._id_of[columns],
            firing.start[kept],
            firing.end[kept],
        )

    def _numbers(self, names: Iterable[str]) -> NDArray[np.intp]:
        return np.array([self._number[name] for name in names], np.intp)


def _places(rows: Sequence[tuple[int, ...]]) -> Places:
    return Places(*np.array(rows, np.intp).reshape(-1, len(Places._fields)).T)
