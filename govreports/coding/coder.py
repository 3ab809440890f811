"""Code a report by rules: a theme and a move for every sentence, with the evidence for each.

The coder is deterministic and has no trained part. A sentence's own words come first: rules
fire clause by clause, and the theme that carries most clauses is primary. Headings and the
sentence before are consulted where the words are silent or equal. Position decides the move.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from govreports.coding.codes import Codebook
from govreports.coding.context import (
    BEFORE,
    DISCLOSING,
    Prior,
    continues,
    heading_priors,
)
from govreports.coding.matching import Firing, Haystack, Matcher, Spans, lay_out
from govreports.coding.moves import Move, moves
from govreports.coding.scoring import Scorer
from govreports.text.model import Report, Sentence
from govreports.text.normalise import view

FORMULA = 0.5
"""A sentence that opens or closes a part is formula where half its clauses are."""
SPEAKS = 2.0
"""A heading whose words score less than this is read from what stands under it."""
FURTHER = 1.9
"""A further theme needs about one clause of its own that is typical of it."""


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


class Coder:
    """A codebook made ready to code any number of reports."""

    def __init__(self, codebook: Codebook) -> None:
        self._matcher = Matcher(codebook)
        self._themes = tuple(code.id for code in codebook.of_kind("theme"))
        self._scorer = Scorer(self._matcher, self._themes)
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
        titled = [s for s in report.sections if s.heading and s.title.strip()]
        units: list[Spans] = [s.parts or ((s.start, s.end),) for s in sentences]
        units += [(section.heading,) for section in titled if section.heading]
        haystack = lay_out(report.text, units)
        firing = self._matcher.fire(haystack)
        scores = self._scorer.score(firing, report.genre).tolist()
        titles = dict(zip((s.id for s in titled), scores[len(sentences) :], strict=True))
        priors = heading_priors(report, titles, len(self._themes))
        formulas = self._scorer.formula_share(firing)
        said = {code: self._scorer.speaks(firing, code) for code in ("admission", "intention")}
        positions = moves(
            report,
            self._scorer.speaks(firing, "problem")[: len(sentences)],
            self._scorer.speaks(firing, "plan", opening=True)[: len(sentences)],
        )
        evidence = self._evidence(firing, len(sentences))
        instruments = self._named(haystack, len(sentences))
        tops = {s.id for s in report.sections if s.parent is None and s.role != "body"}
        codings: list[Coding] = []
        for index, (sentence, position) in enumerate(zip(sentences, positions, strict=True)):
            before = codings[-1] if codings else None
            own = scores[index]
            if sentence.is_heading and max(own) < SPEAKS:
                own = _of_what_follows(index, sentences, scores)
            judged = _judge(
                own,
                position,
                priors[sentence.section],
                before,
                sentence,
                formula=sentence.section in tops and formulas[index] >= FORMULA,
                disclosing=report.genre == "disclosure",
                themes=self._themes,
            )
            move: Move = "frame" if judged[0] == "T0" else position
            flags = tuple(f for f, units_ in said.items() if move == "report" and units_[index])
            codings.append(
                Coding(
                    sentence=sentence,
                    primary=judged[0],
                    themes=judged,
                    move=move,
                    flags=flags,
                    instruments=tuple(dict.fromkeys(e.code for e in instruments[index])),
                    evidence=tuple(
                        e for e in evidence[index] if e.code in judged or e.code in flags
                    )
                    + tuple(instruments[index]),
                )
            )
        return tuple(codings)

    def _evidence(self, firing: Firing, count: int) -> list[list[Evidence]]:
        found: list[list[Evidence]] = [[] for _ in range(count)]
        rules = self._matcher.rules
        for unit, column, start, end in zip(
            firing.unit.tolist(),
            firing.column.tolist(),
            firing.start.tolist(),
            firing.end.tolist(),
            strict=True,
        ):
            rule = rules[column]
            if unit < count and rule.code:
                found[unit].append(Evidence(rule.code, rule.id, start, end))
        return found

    def _named(self, haystack: Haystack, count: int) -> list[list[Evidence]]:
        found: list[list[Evidence]] = [[] for _ in range(count)]
        for variant, start, end in self._finder.find_matches_as_indexes(haystack.text):
            unit = int(haystack.unit[start])
            if unit < count:
                where = haystack.origin[start], haystack.origin[end - 1] + 1
                found[unit].append(
                    Evidence(self._instruments[variant], "instrument", int(where[0]), int(where[1]))
                )
        return found


def _of_what_follows(
    index: int, sentences: Sequence[Sentence], scores: Sequence[Sequence[float]]
) -> list[float]:
    """The scores of a heading whose own words are silent: its own and its section's."""
    section = sentences[index].section
    summed = list(scores[index])
    for sentence, own in zip(sentences[index + 1 :], scores[index + 1 :], strict=True):
        if sentence.section != section and not sentence.section.startswith(section + "."):
            break
        summed = [a + b for a, b in zip(summed, own, strict=True)]
    return summed


def _judge(
    own: Sequence[float],
    position: Move,
    prior: Prior,
    before: Coding | None,
    sentence: Sentence,
    *,
    formula: bool,
    disclosing: bool,
    themes: tuple[str, ...],
) -> tuple[str, ...]:
    """The themes of one sentence, the primary first."""
    if position == "frame":
        return (themes[0],)
    content = list(own)
    content[0] = 0.0
    if formula and own[0] > max(content):
        return (themes[0],)
    total = content[:]
    follows = before is not None and continues(sentence, before.sentence)
    if follows and before is not None and before.primary != themes[0]:
        total[themes.index(before.primary)] += BEFORE
    if max(content) > 0 or not follows:
        total = [t + p for t, p in zip(total, prior.weights, strict=True)]
    if disclosing:
        total[themes.index("T5")] += DISCLOSING
    total[0] = 0.0
    best = max(total)
    if best <= 0:
        return (before.primary if before else themes[0],)
    primary = total.index(best)
    further = sorted(
        (i for i, score in enumerate(content) if i != primary and score >= FURTHER),
        key=lambda i: -content[i],
    )
    if disclosing and themes[primary] != "T5" and themes.index("T5") not in further:
        further.append(themes.index("T5"))
    return tuple(themes[i] for i in (primary, *further))


def code_report(report: Report, codebook: Codebook) -> tuple[Coding, ...]:
    """Code one report; `Coder` is for many."""
    return Coder(codebook).code(report)
