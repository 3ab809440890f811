"""Code a report by rules: a theme and a move for every sentence, with the evidence for each.

The coder is deterministic and has no trained part. A sentence's own words come first: rules
fire clause by clause, and the theme that carries most clauses is primary. Headings and the
sentence before are consulted where the words are silent or equal. Position decides the move.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick
from numpy.typing import NDArray

from govreports.coding.codes import Codebook
from govreports.coding.context import BEFORE, Priors, continues, heading_priors, what_follows
from govreports.coding.matching import Firing, Haystack, Matcher, Spans, lay_out
from govreports.coding.moves import Move, moves
from govreports.coding.scoring import Scorer
from govreports.text.model import Report, Sentence
from govreports.text.normalise import view

FORMULA = 0.5
"""A sentence that opens or closes a part is formula where half its clauses are."""
LOUDER = 2.0
"""And formula must speak so many times louder than any field of work."""
SPEAKS = 2.0
"""A heading whose words score less than this is read from what stands under it."""
FURTHER = 1.9
"""A further theme needs about one clause of its own that is typical of it."""
ABOUT_DISCLOSING = 1.0
"""Weight of openness, before anything is read, for every sentence of a disclosure report."""
FLAGS = ("admission", "intention")


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


class _Judgement(NamedTuple):
    themes: tuple[int, ...]
    basis: str  # of the primary theme where its own words do not give it


class Coder:
    """A codebook made ready to code any number of reports."""

    def __init__(self, codebook: Codebook) -> None:
        self._themes = tuple(code.id for code in codebook.of_kind("theme"))
        self._openness = self._themes.index("T5")
        self._matcher = Matcher(codebook, self._themes)
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
            "".join(view(form).split()): code.id
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
            speaks(firing, "problem")[:count],
            speaks(firing, "plan", opening=True)[:count],
        )
        formulas = self._formulas(report, firing, scores[:count])
        asides = self._scorer.asides(firing)[:count]
        judged = self._judge(report, positions, scores[:count], formulas, priors, asides)
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
        found = self._evidence(firing, judged, flagged)
        named = self._named(haystack, count)
        headings = {s.id: s.heading or (s.start, s.end) for s in report.sections}
        parts = {s.id: headings[s.id.split(".", 1)[0]] for s in report.sections}
        names = self._themes
        codings: list[Coding] = []
        for at, sentence in enumerate(sentences):
            (primary, *rest), basis = judged[at]
            evidence, move = found[at], placed[at]
            if basis:
                span: tuple[int, int] | None = sentence[1:3]
                if basis == "heading":
                    span = priors.heading[priors.row[sentence.section]]
                elif basis != "preamble":
                    span = sentences[at - 1 if basis == "before" else at + 1][1:3]
                if span:
                    evidence.append(Evidence(names[primary], f"context.{basis}", *span))
            evidence.append(Evidence(move, "position.part", *parts[sentence.section]))
            instruments: tuple[str, ...] = ()
            if at in named:
                instruments = tuple(dict.fromkeys([e.code for e in named[at]]))
                evidence += named[at]
            codings.append(
                Coding(
                    sentence=sentence,
                    primary=names[primary],
                    themes=(names[primary], *[names[theme] for theme in rest]),
                    move=move,
                    flags=flags.get(at, ()),
                    instruments=instruments,
                    evidence=tuple(evidence),
                )
            )
        return tuple(codings)

    def _formulas(self, report: Report, firing: Firing, scores: NDArray[np.float64]) -> list[bool]:
        """For each sentence, whether it is formula and stands where formula stands."""
        open_parts = {s.id for s in report.sections if s.parent is None and s.role != "body"}
        share = self._scorer.formula_share(firing)[: len(scores)]
        formula = (share >= FORMULA) & (scores[:, 0] > LOUDER * scores[:, 1:].max(axis=1))
        return [
            bool(f) and s.section in open_parts
            for f, s in zip(formula, report.sentences, strict=True)
        ]

    def _judge(
        self,
        report: Report,
        positions: Sequence[Move],
        scores: NDArray[np.float64],
        formulas: Sequence[bool],
        priors: Priors,
        asides: NDArray[np.bool_],
    ) -> list[_Judgement]:
        """The themes of each sentence, as places in the list of themes, the primary first."""
        sentences = report.sentences
        disclosing = report.genre == "disclosure"
        own = scores.copy()
        for index in np.flatnonzero(scores.max(axis=1) < SPEAKS).tolist():
            if sentences[index].is_heading:
                own[index] = what_follows(index, sentences, scores)
        own[:, 0] = 0.0
        silent = (own.max(axis=1) <= 0).tolist()
        rows = [priors.row[s.section] for s in sentences]
        total = own + priors.weights[rows]
        if disclosing:
            total[:, self._openness] += ABOUT_DISCLOSING
        total[:, 0] = 0.0
        further = self._further(scores, asides)
        weights = total.tolist()
        judged: list[_Judgement] = []
        for at, sentence in enumerate(sentences):
            if positions[at] == "frame" or formulas[at]:
                judged.append(_Judgement((0,), "" if formulas[at] else "preamble"))
                continue
            row = weights[at]
            before = judged[-1].themes[0] if at else 0
            if before and continues(sentence, sentences[at - 1]):
                if silent[at]:
                    judged.append(_Judgement(self._with_openness((before,), disclosing), "before"))
                    continue
                row[before] += BEFORE
            best = max(row)
            primary = row.index(best) if best > 0 else before
            rest = [theme for theme in further.get(at, ()) if theme != primary]
            if scores[at, primary] > 0:
                basis = ""
            elif own[at, primary] > 0:
                basis = "following"
            else:
                basis = "heading" if priors.weights[rows[at], primary] > 0 else "before"
            judged.append(_Judgement(self._with_openness((primary, *rest), disclosing), basis))
        return judged

    def _further(
        self, scores: NDArray[np.float64], asides: NDArray[np.bool_]
    ) -> dict[int, list[int]]:
        """For each sentence that has several, the themes that speak enough, loudest first."""
        content = np.where(asides, np.maximum(scores, FURTHER), scores)
        content[:, 0] = 0.0
        order = np.argsort(-content, axis=1, kind="stable")
        counts = (content >= FURTHER).sum(axis=1)
        return {at: order[at, : counts[at]].tolist() for at in np.flatnonzero(counts).tolist()}

    def _with_openness(self, themes: tuple[int, ...], disclosing: bool) -> tuple[int, ...]:
        """In a disclosure report openness is a further theme of whatever is not about it."""
        if not disclosing or self._openness in themes or not themes[0]:
            return themes
        return (*themes, self._openness)

    def _evidence(
        self, firing: Firing, judged: Sequence[_Judgement], flagged: NDArray[np.bool_]
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
        codes, ids = self._code_of, self._id_of
        items = list(
            map(
                Evidence,
                [codes[column] for column in columns],
                [ids[column] for column in columns],
                firing.start[kept].tolist(),
                firing.end[kept].tolist(),
            )
        )
        stops = np.cumsum(np.bincount(firing.unit[kept], minlength=count)).tolist()
        return [items[a:b] for a, b in zip([0, *stops], stops, strict=False)]

    def _named(self, haystack: Haystack, count: int) -> dict[int, list[Evidence]]:
        """The instruments that sentences name, where they are named."""
        named: dict[int, list[Evidence]] = {}
        for variant, start, end in self._finder.find_matches_as_indexes(haystack.text):
            unit = int(haystack.unit[start])
            if unit >= count:
                break
            where = int(haystack.origin[start]), int(haystack.origin[end - 1]) + 1
            evidence = Evidence(self._instruments[variant], "instrument.name", *where)
            named.setdefault(unit, []).append(evidence)
        return named


def code_report(report: Report, codebook: Codebook) -> tuple[Coding, ...]:
    """Code one report; a `Coder` codes many."""
    return Coder(codebook).code(report)
