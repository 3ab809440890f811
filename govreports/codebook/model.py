"""What a codebook is made of: codes of five kinds, the rules that propose them, and pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["theme", "measure", "instrument", "move", "flag"]
Origin = Literal["outline-2015", "outline-2021", "reading", "scheme"]
Outline = Literal["outline-2015", "outline-2021"]

THEMES = tuple(f"T{number}" for number in range(11))
"""The themes of the scheme; their identifiers are fixed."""

OUTLINE_ITEMS: Mapping[str, range] = {
    "outline-2015": range(1, 45),
    "outline-2021": range(4, 36),
}
"""The numbered items of the two national Outlines that are measures."""


class Pattern(NamedTuple):
    """What a rule looks for: a literal, or a regular expression where a literal cannot say it."""

    text: str  # without the ``re:`` prefix
    regex: bool
    weight: float


class Rule(NamedTuple):
    """Patterns that propose one code; the unit that evidence names.

    A rule fires in a clause that has one of its patterns, if the conditions hold: they name
    other rules or marks that the clause, or its sentence, must have or must lack.
    """

    id: str
    code: str  # empty for a mark: vocabulary that only conditions speak of
    patterns: tuple[Pattern, ...]
    why: str = ""
    clause_has: tuple[str, ...] = ()
    clause_lacks: tuple[str, ...] = ()
    sentence_has: tuple[str, ...] = ()
    sentence_lacks: tuple[str, ...] = ()
    covers: bool = True  # whether its literals hide shorter ones of other rules inside them
    topic_of: str = ""  # a genre whose own subject these words name: only a hint there


class Example(NamedTuple):
    """A verbatim passage of a report; ``start`` may be left out if it is unique."""

    report: str
    text: str
    start: int | None
    end: int | None


class QuotedReport(NamedTuple):
    """A report that examples are quoted from, as a reader without it can find it."""

    report: str
    title: str
    issued: str  # ISO date, empty where the report bears none


class NearMiss(NamedTuple):
    """Another code that a sentence like this may belong to, and how to tell."""

    code: str
    how: str


class Pair(NamedTuple):
    """Two codes that readers confuse, and how they are told apart."""

    a: str
    b: str
    how: str
    examples: tuple[tuple[str, Example], ...]  # the code that holds, and the passage


class Border(NamedTuple):
    """A case that two readers decide differently, and how this codebook settles it."""

    a: str
    b: str
    case: str
    settled: str


class Instruction(NamedTuple):
    """A rule of procedure for the reader who codes."""

    title: str
    text: str


class Change(NamedTuple):
    """A decision of coding that changed the codebook."""

    version: str
    change: str
    why: str


@dataclass(frozen=True, slots=True)
class Code:
    """One code; ``parent`` is the theme (or, for instruments, the measure) that it stands under."""

    id: str
    kind: Kind
    zh: str
    en: str
    parent: str | None
    origin: Origin
    definition: str
    use_when: str
    not_when: str
    example: Example | None
    note: str  # why there is no example, where there is none
    near_misses: tuple[NearMiss, ...]
    variants: tuple[str, ...]  # instruments: every surface form, the name first
    crosswalk: Mapping[str, tuple[int, ...]]

    @property
    def label(self) -> str:
        """What the code is called in other programs: its identifier and both names."""
        return f"{self.zh if self.id == self.zh else f'{self.id} {self.zh}'} · {self.en}"


@dataclass(frozen=True, slots=True)
class Codebook:
    """All codes by identifier, in the order of the files, with their rules."""

    version: str
    changelog: tuple[Change, ...]
    instructions: tuple[Instruction, ...]
    codes: Mapping[str, Code]
    rules: tuple[Rule, ...]
    marks: tuple[Rule, ...]
    pairs: tuple[Pair, ...]
    borders: tuple[Border, ...]
    sources: Mapping[str, QuotedReport]  # by identifier; of those that are not listed only that

    def of_kind(self, kind: Kind) -> tuple[Code, ...]:
        """The codes of one kind, in order."""
        return tuple(code for code in self.codes.values() if code.kind == kind)

    def named(self, name: str) -> Code | None:
        """The code that is called so: by identifier, with or without more after it, or a name."""
        for identifier in (name, name.partition(" ")[0]):
            if identifier in self.codes:
                return self.codes[identifier]
        return next((code for code in self.codes.values() if name in (code.zh, code.en)), None)

    def cited(self, example: Example) -> str:
        """The report of an example by title and date; by its identifier where it is not listed."""
        source = self.sources.get(example.report, QuotedReport("", example.report, ""))
        return ", ".join(filter(None, source[1:]))
