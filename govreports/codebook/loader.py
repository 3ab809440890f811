"""The codebook: themes, measures, instruments, moves and flags, with the rules that propose them.

A codebook is a folder of YAML files. Each file may hold ``codes`` (with ``defaults`` for the
fields that all of them share), ``rules``, ``pairs`` (codes that are easily confused), and one
file holds ``version`` and ``changelog``. `load_codebook` reads all of them together and checks
them against each other. The packaged codebook is the default everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from govreports.codebook.consistency import CONDITIONS, check
from govreports.codebook.model import (
    OUTLINE_ITEMS,
    Border,
    Change,
    Code,
    Codebook,
    Example,
    Instruction,
    Kind,
    NearMiss,
    Origin,
    Pair,
    Pattern,
    QuotedReport,
    Rule,
)
from govreports.codebook.strict_yaml import Entry, Located, files_in, read_yaml
from govreports.tables import Source, packaged

__all__ = ["Code", "Codebook", "Rule", "load_codebook"]


def load_codebook(folder: Source | None = None) -> Codebook:
    """Read a codebook from a folder of YAML files; without one, the codebook of the package.

    Raises:
        DataError: A file is malformed or the files contradict each other: unknown or missing
            fields, an identifier given twice, an unknown parent, a pattern that does not compile,
            an instrument's variant claimed by another. The message names file and line.
    """
    if folder is None:
        return _packaged()
    return _loaded({str(file): file for file in files_in(folder)}, str(folder))


@cache
def _packaged() -> Codebook:
    # Read once in a process; nobody needs the path of the package's own files.
    return _loaded({file.name: file for file in files_in(packaged("codebook"))}, "codebook")


def _loaded(named: Mapping[str, Source], place: str) -> Codebook:
    files = {name: read_yaml(file, name) for name, file in named.items()}
    codes: dict[str, Code] = {}
    rules: list[Rule] = []
    marks: list[Rule] = []
    pairs: list[Pair] = []
    borders: list[Border] = []
    changelog: tuple[Change, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    sources: dict[str, QuotedReport] = {}
    version = ""
    for name, content in files.items():
        at = Entry(name, content)
        at.only(
            *("version", "changelog", "instructions", "sources", "borders"),
            *("defaults", "codes", "rules", "marks", "pairs"),
        )
        defaults = content.get("defaults", {})
        for entry in at.entries("codes"):
            code, own = _code(entry, defaults)
            if code.id in codes:
                raise entry.error(f"identifier {code.id!r} is given twice")
            codes[code.id] = code
            if own is not None:
                rules.append(own)
        rules += [_rule(entry) for entry in at.entries("rules")]
        marks += [_mark(entry) for entry in at.entries("marks")]
        pairs += [_pair(entry) for entry in at.entries("pairs")]
        for source in map(_source, at.entries("sources")):
            sources[source.report] = source
        borders += [_border(entry) for entry in at.entries("borders")]
        version = at.text("version", version)
        changelog += tuple(
            Change(e.text("version"), e.text("change"), e.text("why", ""))
            for e in at.entries("changelog")
        )
        instructions += tuple(
            Instruction(e.text("title"), e.text("text")) for e in at.entries("instructions")
        )
    codebook = Codebook(
        version=version,
        changelog=changelog,
        instructions=instructions,
        codes=codes,
        rules=tuple(rules),
        marks=tuple(marks),
        pairs=tuple(pairs),
        borders=tuple(borders),
        sources=sources,
    )
    check(codebook, files, place)
    return codebook


_CODE_FIELDS = (
    *("id", "kind", "zh", "en", "parent", "origin", "definition", "use_when", "not_when"),
    *("example", "absent", "note", "near_misses", "patterns", "variants", "crosswalk"),
)


def _code(at: Entry, defaults: Mapping[str, Any]) -> tuple[Code, Rule | None]:
    at.only(*_CODE_FIELDS)
    merged = Located({**defaults, **at.content})
    merged.line = getattr(at.content, "line", 1)
    at = Entry(at.name, merged)
    kind, origin = at.text("kind"), at.text("origin")
    if kind not in get_args(Kind):
        raise at.error(f"kind {kind!r} is none of {', '.join(get_args(Kind))}")
    if origin not in get_args(Origin):
        raise at.error(f"origin {origin!r} is none of {', '.join(get_args(Origin))}")
    zh = at.text("zh")
    brief = kind == "instrument"
    example = merged.get("example")
    if example is None and merged.get("absent") is not True:
        raise at.error("an example is missing; where no report has one, say absent: true")
    if example is not None and merged.get("absent"):
        raise at.error("a code with an example is not absent")
    names = (zh, *at.items("variants", str)) if brief else ()
    code_id = at.text("id", zh if brief else None)
    patterns = tuple(read_patterns(at, 1.0))
    code = Code(
        id=code_id,
        kind=kind,  # type: ignore[arg-type]
        zh=zh,
        en=at.text("en"),
        parent=at.text("parent", "") or None,
        origin=origin,  # type: ignore[arg-type]
        definition=at.text("definition"),
        use_when=at.text("use_when", "" if brief else None),
        not_when=at.text("not_when", "" if brief else None),
        example=None if example is None else _example(Entry(at.name, example)),
        note=at.text("note", "" if example is not None else None),
        near_misses=tuple(
            NearMiss(e.text("code"), e.text("how")) for e in at.entries("near_misses")
        ),
        variants=tuple(dict.fromkeys(names)),
        crosswalk=_crosswalk(at),
    )
    return code, Rule(code_id, code_id, patterns, "") if patterns else None


def _crosswalk(at: Entry) -> dict[str, tuple[int, ...]]:
    found = at.content.get("crosswalk", {})
    if not isinstance(found, Mapping):
        raise at.error("field 'crosswalk' must be a mapping")
    table = Entry(at.name, found)
    table.only(*OUTLINE_ITEMS)
    result = {key: tuple(table.items(key, int)) for key in found}
    for key, items in result.items():
        for item in items:
            if item not in OUTLINE_ITEMS[key]:
                raise at.error(f"{key} has no item {item}")
    return result


def _example(at: Entry) -> Example:
    if not isinstance(at.content, Located):
        raise at.error("field 'example' must be a mapping")
    at.only("report", "text", "start", "end")
    return Example(at.text("report"), at.text("text"), at.number("start"), at.number("end"))


def _source(at: Entry) -> QuotedReport:
    at.only("report", "title", "issued")
    return QuotedReport(at.text("report"), at.text("title"), at.text("issued", ""))


def read_patterns(at: Entry, weight: float) -> Iterator[Pattern]:
    """The patterns of an entry's field ``patterns``, checked; ``weight`` where none is given."""
    for given in at.items("patterns", (str, Located)):
        own = weight
        if isinstance(given, Located):
            entry = Entry(at.name, given)
            entry.only("pattern", "weight")
            own, given = given.get("weight", weight), entry.text("pattern")
        if isinstance(own, bool) or not isinstance(own, int | float):
            raise at.error(f"the weight of {given!r} must be a number")
        regex = given.startswith("re:")
        text = given.removeprefix("re:")
        if not text:
            raise at.error("a pattern is empty")
        if regex:
            try:
                compiled = re.compile(text)
            except re.error as error:
                raise at.error(f"pattern {given!r} does not compile: {error}") from error
            if compiled.search(""):
                raise at.error(f"pattern {given!r} matches the empty text")
        yield Pattern(text, regex, float(own))


def _rule(at: Entry) -> Rule:
    at.only("id", "code", "weight", "why", "patterns", "topic_of", *CONDITIONS)
    weight = at.content.get("weight", 1)
    if isinstance(weight, bool) or not isinstance(weight, int | float):
        raise at.error("field 'weight' must be a number")
    conditions = {name: tuple(at.items(name, str)) for name in CONDITIONS}
    patterns = tuple(read_patterns(at, weight))
    if not patterns:
        raise at.error(f"rule {at.text('id')!r} has no patterns")
    topic = at.text("topic_of", "")
    return Rule(
        id=at.text("id"),
        code=at.text("code"),
        patterns=patterns,
        why=at.text("why", ""),
        covers=weight > 0,
        topic_of=topic,
        **conditions,
    )


def _mark(at: Entry) -> Rule:
    at.only("id", "patterns", "covers")
    covers = at.content.get("covers", False) is True
    return Rule(at.text("id"), "", tuple(read_patterns(at, 1)), covers=covers)


def _border(at: Entry) -> Border:
    at.only(*Border._fields)
    return Border(*(at.text(field) for field in Border._fields))


def _pair(at: Entry) -> Pair:
    at.only("a", "b", "how", "examples")
    examples = []
    for entry in at.entries("examples"):
        entry.only("code", "report", "text", "start", "end")
        rest = Located({k: v for k, v in entry.content.items() if k != "code"})
        examples.append((entry.text("code"), _example(Entry(at.name, rest))))
    return Pair(at.text("a"), at.text("b"), at.text("how"), tuple(examples))
