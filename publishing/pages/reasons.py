"""Why a paragraph shows what it shows: the rule behind each code, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govreports.codebook.model import Code
from govreports.coding.coder import Coding, Evidence
from govreports.numbers.quantities import Quantity
from govreports.numbers.wording import as_printed
from govreports.report.model import Paragraph
from publishing.pages.study import Repeat, Studied, Study
from publishing.reference import load_english

# What a code can rest on besides words listed for it.
_RESTS_ON = {
    "position.part": "the part it stands in",
    "context.preamble": "its place in the preamble",
    "context.heading": "the heading above",
    "context.motto": "a motto",
    "context.before": "the sentence before",
    "context.following": "the sentence after",
    "context.nothing": "nothing but what reports of this kind are mostly about",
    "admission.wording": "words of admission",
    "intention.wording": "words of intention",
}


class ToldRule(NamedTuple):
    """A rule in words; those of a theme are the words that the codebook lists for it."""

    theme: str
    words: str


class ToldCoding(NamedTuple):
    """What a sentence was coded as, and by which words of it."""

    coding: Coding
    theme: Code
    instruments: Sequence[Code]
    evidence: Sequence[tuple[ToldRule, Sequence[str]]]
    english: str  # working translation of the sentence, where there is one


class ToldQuantity(NamedTuple):
    """A quantity as it is printed, and what was read of it."""

    printed: str
    measure: str
    words: Sequence[str]


class ToldRepeat(NamedTuple):
    """A repeated passage, and where else it stands."""

    begins: str
    length: int
    page: str  # empty for the page itself
    place: str
    name: str


class Reasons(NamedTuple):
    """All that was found in a paragraph."""

    codings: Sequence[ToldCoding]
    quantities: Sequence[ToldQuantity]
    repeats: Sequence[ToldRepeat]


def reasons(one: Studied, paragraph: Paragraph, study: Study) -> Reasons | None:
    """What unfolds below the paragraph; ``None`` where nothing was found."""
    coded = (one.codings.get(sentence.id) for sentence in paragraph.sentences)
    quantities = (q for q in one.quantities if paragraph.start <= q.start < paragraph.end)
    repeats = (r for r in one.repeats if paragraph.start <= r.start < paragraph.end)
    found = Reasons(
        [_coding(one, coding, study) for coding in coded if coding],
        [_quantity(one, quantity) for quantity in quantities],
        [_repeat(one, repeat, study) for repeat in repeats],
    )
    return found if any(found) else None


def _coding(one: Studied, coding: Coding, study: Study) -> ToldCoding:
    codes = study.codebook.codes
    return ToldCoding(
        coding,
        codes[coding.primary],
        [codes[name] for name in coding.instruments],
        _evidence(one, coding.evidence),
        load_english().get(one.report.wording(coding.sentence), ""),
    )


def _evidence(one: Studied, evidence: Sequence[Evidence]) -> list[tuple[ToldRule, list[str]]]:
    """Each rule with the words that it found, every wording once."""
    quotes: dict[str, dict[str, None]] = {}
    for item in evidence:
        if not item.rule.startswith("instrument."):
            quotes.setdefault(item.rule, {})[one.report.text[item.start : item.end]] = None
    return [(_rule(rule), list(found)) for rule, found in quotes.items()]


def _rule(name: str) -> ToldRule:
    if name in _RESTS_ON:
        return ToldRule("", _RESTS_ON[name])
    theme, _, rule = name.partition(".")
    return ToldRule(theme, rule.replace("-", " "))


def _quantity(one: Studied, quantity: Quantity) -> ToldQuantity:
    year = str(quantity.year or "")
    words = (quantity.kind, quantity.direction, quantity.status, year)
    told = [word for word in words if word and word != "none"]
    return ToldQuantity(as_printed(one.report.text, quantity), quantity.measure, told)


def _repeat(one: Studied, repeat: Repeat, study: Study) -> ToldRepeat:
    return ToldRepeat(
        begins=one.report.text[repeat.start : repeat.end][:24],
        length=repeat.end - repeat.start,
        page="" if repeat.other == one.id else f"{repeat.other}.html",
        place=repeat.place,
        name=study[repeat.other].name,
    )
