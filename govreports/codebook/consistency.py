"""Whether the files of a codebook fit together; every error says where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from govreports.codebook.model import Code, Codebook
from govreports.codebook.strict_yaml import Located
from govreports.errors import DataError
from govreports.report.folding import fold

Fault = Callable[[str, str], DataError]
"""Makes the error about a code, rule, mark or pair, with the place where it stands."""

CONDITIONS = ("clause_has", "clause_lacks", "sentence_has", "sentence_lacks")
"""The fields of a rule that name marks or other rules."""

_PARENTS: Mapping[str, tuple[str, ...]] = {
    "theme": (),
    "move": (),
    "flag": (),
    "measure": ("theme",),
    "instrument": ("theme", "measure"),
}


def check(codebook: Codebook, files: Mapping[str, Located], name: str) -> None:
    """Raise `DataError` where the codes, rules and pairs of a codebook do not fit together.

    Args:
        files: the mappings that it was read from, by name, to say where a code stands
        name: what messages call the codebook as a whole
    """
    if not codebook.version:
        raise DataError(f"{name}: the codebook states no version")
    places = _places(files)

    def error(what: str, message: str) -> DataError:
        return DataError(f"{places.get(what, name)}: {message}")

    for code in codebook.codes.values():
        parent = codebook.codes.get(code.parent or "")
        allowed = _PARENTS[code.kind]
        if allowed and parent is None:
            raise error(code.id, f"{code.id}: unknown parent {code.parent!r}")
        if (parent.kind if parent else None) not in (allowed or (None,)):
            raise error(code.id, f"{code.id}: a {code.kind} cannot stand under {code.parent!r}")
        for miss in code.near_misses:
            if miss.code not in codebook.codes:
                raise error(code.id, f"{code.id}: near miss {miss.code!r} is no code")
    _check_variants(codebook.of_kind("instrument"), error)
    _check_rules(codebook, error)
    for pair in codebook.pairs:
        for code_id in (pair.a, pair.b, *(code for code, _ in pair.examples)):
            if code_id not in codebook.codes:
                said = f"{pair.a}/{pair.b}"
                raise error(said, f"{said}: {code_id!r} is no code")
    for border in codebook.borders:
        for code_id in (border.a, border.b):
            if code_id not in codebook.codes:
                raise error("", f"border {border.a}/{border.b}: {code_id!r} is no code")


def _check_rules(codebook: Codebook, error: Fault) -> None:
    known: set[str] = set()
    for rule in (*codebook.rules, *codebook.marks):
        if rule.id in known:
            raise error(rule.id, f"rule {rule.id!r} is given twice")
        known.add(rule.id)
    for rule in codebook.rules:
        if rule.code not in codebook.codes:
            raise error(rule.id, f"rule {rule.id!r}: unknown code {rule.code!r}")
        for name in (n for field in CONDITIONS for n in getattr(rule, field)):
            if name not in known:
                raise error(rule.id, f"rule {rule.id!r}: {name!r} is neither rule nor mark")


def _check_variants(instruments: Iterable[Code], error: Fault) -> None:
    owner: dict[str, str] = {}
    for code in instruments:
        for variant in code.variants:
            other = owner.setdefault(fold(variant), code.id)
            if other != code.id:
                raise error(
                    code.id, f"{code.id}: variant {variant!r} is claimed by {other!r} as well"
                )


def _places(files: Mapping[str, Located]) -> dict[str, str]:
    return {
        _named(entry): f"{name}:{entry.line}"
        for name, content in files.items()
        for key in ("codes", "rules", "marks", "pairs")
        for entry in content.get(key) or ()
    }


def _named(entry: Located) -> str:
    if "a" in entry:
        return f"{entry['a']}/{entry['b']}"
    return str(entry.get("id", entry.get("zh", "")))
