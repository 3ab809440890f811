"""What both editions must have alike: numbers, labels, references, citations and terms."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from publishing.editions.passages import english_text
from publishing.editions.sources import all_drift, chapters
from publishing.editions.strings import STRINGS
from publishing.errors import BuildError
from publishing.paths import CHINESE

TERMS = CHINESE / "terms.csv"
_COLUMNS = ["english", "chinese", "not_english", "not_chinese"]
_GLUED = re.compile(r"\{glue:\w+\}`([^`]+?)(?::[^:`]*)?`")
_LABEL = re.compile(r"^\(([\w.-]+)\)=\s*$|^[ \t]*:name:[ \t]*(\S+)", re.MULTILINE)
_REFERENCE = re.compile(r"\{(?:numref|ref|eq)\}`(?:[^`<]*<)?([^`<>]+)>?`")
_CITATION = re.compile(r"\{cite:\w+\}`([^`]+)`")
_EXEMPT = re.compile(r"^%\s*only-(?:en|zh):(.*)$", re.MULTILINE)
_CODE = re.compile(r"^(`{3,})(?:text|python|bash|console)?\n.*?^\1$", re.DOTALL | re.MULTILINE)
_ADDRESS = re.compile(r"\{[\w:]+\}`[^`]*`|\]\([^)]*\)|`[^`]*`")


class Term(NamedTuple):
    """A term in both languages, and the forms that neither edition uses for it."""

    english: str
    chinese: str
    not_english: tuple[str, ...]
    not_chinese: tuple[str, ...]


def named(text: str) -> dict[str, set[str]]:
    """By kind, what a chapter names: kept values, labels, references, citations."""
    return {
        "kept value": {found.strip() for found in _GLUED.findall(text)},
        "label": {one or other for one, other in _LABEL.findall(text)},
        "reference": {found.strip() for found in _REFERENCE.findall(text)},
        "citation": {key.strip() for keys in _CITATION.findall(text) for key in keys.split(",")},
    }


def differences(chinese: Path, english: Path) -> list[str]:
    """One line for each name that only one edition of a chapter has.

    The Chinese one may cite more; what differs on purpose stands in a line ``% only-en: …``.
    """
    text = chinese.read_text(encoding="utf-8")
    exempt = {name for names in _EXEMPT.findall(text) for name in names.split()}
    ours, theirs = named(text), named(english_text(english))
    where = "/".join(chinese.parts[-3:])
    told = []
    for kind, names in theirs.items():
        told += [
            f"{where}: lacks the {kind} {name}" for name in sorted(names - ours[kind] - exempt)
        ]
        if kind != "citation":
            more = sorted(ours[kind] - names - exempt)
            told += [f"{where}: has the {kind} {name}, which the English has not" for name in more]
    return told


def all_differences() -> list[str]:
    """All that is not as it should be: passages behind, names of one edition, excluded forms."""
    told = all_drift()
    for chinese, english in chapters().items():
        told += differences(chinese, english)
    return [*told, *excluded_forms()]


def terms(path: Path = TERMS) -> list[Term]:
    """The table of terms.

    Raises:
        BuildError: naming the line, where columns are missing or a term has no Chinese.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != _COLUMNS:
            raise BuildError(f"{path.name}: the columns are {', '.join(_COLUMNS)}")
        found = []
        for number, row in enumerate(reader, 2):
            if None in row.values() or None in row or not (row["english"] and row["chinese"]):
                raise BuildError(f"{path.name}, line {number}: not a term with its Chinese")
            forms = (tuple(filter(None, row[name].split(";"))) for name in _COLUMNS[2:])
            found.append(Term(row["english"], row["chinese"], *forms))
    return found


def excluded_forms() -> list[str]:
    """One line for each form in either edition that the table of terms excludes."""
    return [*_excluded(terms(), dict(_texts("chinese")), dict(_texts("english")))]


def _excluded(
    table: list[Term], chinese: Mapping[str, str], english: Mapping[str, str]
) -> Iterator[str]:
    for term in table:
        for form in term.not_chinese:
            for where, text in chinese.items():
                yield from _places(where, text, re.escape(form), f"{form}: say {term.chinese}")
        for form in term.not_english:
            for where, text in english.items():
                pattern = rf"(?i)\b{re.escape(form)}\b"
                yield from _places(where, text, pattern, f"{form}: say {term.english}")


def _places(where: str, text: str, pattern: str, told: str) -> Iterator[str]:
    for match in re.finditer(pattern, text):
        yield f"{where}, line {text.count(chr(10), 0, match.start()) + 1}: {told}"


def _texts(edition: str) -> Iterator[tuple[str, str]]:
    for chinese, english in chapters().items():
        path = chinese if edition == "chinese" else english
        yield "/".join(path.parts[-2:]), _prose(path.read_text(encoding="utf-8"))
    for path in sorted(STRINGS.glob("*.yaml")) if edition == "chinese" else ():
        # An entry's English is a key: only what stands in Chinese is looked at, by its forms.
        yield f"strings/{path.name}", path.read_text(encoding="utf-8")


def _prose(text: str) -> str:
    """Without code, roles and addresses; every line where it was."""
    for pattern in (_CODE, _ADDRESS):
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
    return text
