"""Style sheets cut down to the rules that some page can need.

A rule whose every selector asks for a class that stands in no page and no script styles nothing:
of what the theme brings, that is most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_WORD = re.compile(r"[\w-]+")
_CLASS = re.compile(r"\.([A-Za-z_-][\w-]*)")
# What is not asked for: a selector may name there what no page has.
_NEGATED = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_GROUPS = {"media", "supports", "layer"}


def keep_used(sheets: Iterable[Path], texts: Iterable[str]) -> None:
    """Drop from style sheets the rules for classes that ``texts``, pages and scripts, never name.

    Every word of a text counts as a name, so that classes which scripts set are kept.
    """
    words = {word for text in texts for word in _WORD.findall(text)}
    for sheet in sheets:
        sheet.write_text(used_rules(sheet.read_text("utf-8"), words), encoding="utf-8")


def used_rules(sheet: str, words: Set[str]) -> str:
    """The rules of a sheet that can apply where only ``words`` are classes.

    >>> used_rules(".a .b{top:0} .a, p:not(.c){left:0} @media print{.b{top:1px}}", {"a"})
    '.a, p:not(.c){left:0}'
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return "\n".join(filter(None, (_kept(rule, words) for rule in rules)))


def _kept(rule: Node, words: Set[str]) -> str:
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inside = used_rules(tinycss2.serialize(rule.content), words)
        opening = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
        return f"{opening}{{{inside}}}" if inside else ""
    if isinstance(rule, QualifiedRule) and not _is_used(tinycss2.serialize(rule.prelude), words):
        return ""
    return rule.serialize().strip()


def _is_used(selectors: str, words: Set[str]) -> bool:
    """Whether one of the selectors asks for no class but those of ``words``.

    Where alternatives stand within a selector, it is kept.
    """
    asked = _NEGATED.sub("", selectors)
    if "(" in asked:
        return True
    return any(set(_CLASS.findall(one)) <= words for one in asked.split(","))
