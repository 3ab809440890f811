"""Two codings of the same sentences side by side, as one long table of figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from govreports.codebook.model import Codebook
from govreports.coding.handcodings import SCHEMES, CodedUnit, Codings
from govreports.errors import ArgumentError
from govreports.report.model import Report
from govreports.stats.agreement import agreement, confusion
from govreports.stats.classification import MEASURES, accuracy
from govreports.stats.intervals import SEED

COLUMNS = (
    *("a", "b", "scheme", "code", "measure", "value", "low", "high"),
    *("units", "cases_a", "cases_b", "note"),
)


class Matched(NamedTuple):
    """The sentences that both codings hold, in the order of the first; by default none."""

    a: tuple[CodedUnit, ...] = ()
    b: tuple[CodedUnit, ...] = ()
    clusters: tuple[tuple[str, str], ...] = ()  # report and paragraph of each
    only_a: int = 0
    only_b: int = 0


def pairs_in_common(codings: Iterable[Codings]) -> list[tuple[Codings, Codings]]:
    """Every two of the codings that hold a sentence in common, in their order."""
    return [(a, b) for a, b in combinations(codings, 2) if a.by_unit().keys() & b.by_unit().keys()]


def match(a: Codings, b: Codings, reports: Mapping[str, Report]) -> Matched:
    """Pair the units of two codings. Raises ``ArgumentError`` where they share none."""
    theirs = b.by_unit()
    mine = [unit for unit in a.units if (unit.report, unit.sentence) in theirs]
    if not mine:
        raise ArgumentError(f"{a.name} and {b.name} have no sentence in common")
    paragraph = {
        (name, sentence.id): (name, sentence.paragraph)
        for name in {unit.report for unit in mine}
        for sentence in reports[name].sentences
    }
    keys = [(unit.report, unit.sentence) for unit in mine]
    return Matched(
        tuple(mine),
        tuple(theirs[key] for key in keys),
        tuple(paragraph[key] for key in keys),
        len(a.units) - len(mine),
        len(b.units) - len(mine),
    )


def compare(
    a: Codings,
    b: Codings,
    codebook: Codebook,
    reports: Mapping[str, Report],
    *,
    replicates: int = 2000,
    seed: int = SEED,
) -> pd.DataFrame:
    """Every figure of agreement of ``b`` with ``a``, which is the reference.

    One row a figure. ``scheme`` is ``primary``, ``move`` (exclusive: one row of coefficients
    with an empty ``code``, then rows for each code), ``themes`` or ``flags`` (any number a
    unit: rows for each code). ``measure`` is agreement, kappa, alpha, ac1, pabak, precision,
    recall or f1; ``low`` and ``high`` are 95 % intervals from resampling paragraphs.
    ``units`` are the sentences that both coded in the scheme, ``cases_a`` and ``cases_b`` those
    with the code. Weights are those of ``a``. Codes that neither coder used have no rows; codes
    with fewer than ten cases in ``a`` one row, whose note is “too few to say”. A scheme in which
    one gave no codes has none.
    """
    rows = [
        {"a": a.name, "b": b.name, "units": len(pair.a), **row}
        for scheme, pair in _by_scheme(a, b, reports).items()
        for row in _scheme(scheme, pair, codebook, replicates, seed)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({"units": "Int64", "cases_a": "Int64", "cases_b": "Int64"})


_CODES_OF: Mapping[str, Callable[[CodedUnit], tuple[str, ...]]] = {
    "primary": lambda unit: (unit.primary,),
    "move": lambda unit: (unit.move,),
    "themes": lambda unit: unit.themes,
    "flags": lambda unit: unit.flags,
}


def _by_scheme(a: Codings, b: Codings, reports: Mapping[str, Report]) -> dict[str, Matched]:
    """The paired units by scheme: those that both coded in it, where both know it at all."""
    pair = match(a, b, reports)
    by_scheme = {}
    for scheme in SCHEMES:
        if scheme in a.schemes and scheme in b.schemes:
            # Further themes are told beside a primary one, and flags beside a move.
            decides = "primary" if scheme in ("primary", "themes") else "move"
            units = [
                unit
                for unit in zip(pair.a, pair.b, pair.clusters, strict=True)
                if getattr(unit[0], decides) and getattr(unit[1], decides)
            ]
            if units:
                one, other, clusters = zip(*units, strict=True)
                by_scheme[scheme] = Matched(one, other, clusters, pair.only_a, pair.only_b)
    if not by_scheme:
        raise ArgumentError(f"{a.name} and {b.name} give codes of different kinds")
    return by_scheme


def _scheme(
    scheme: str, pair: Matched, codebook: Codebook, replicates: int, seed: int
) -> Iterator[dict[str, object]]:
    options = {
        "weights": [unit.weight for unit in pair.a],
        "clusters": pair.clusters,
        "replicates": replicates,
        "seed": seed,
    }
    kind = {"primary": "theme", "themes": "theme", "move": "move", "flags": "flag"}[scheme]
    codes = [code.id for code in codebook.codes.values() if code.kind == kind]
    codes_of = _CODES_OF[scheme]
    first, second = ([codes_of(unit) for unit in side] for side in (pair.a, pair.b))
    if scheme in ("primary", "move"):
        one, other = ([unit[0] for unit in side] for side in (first, second))
        for measure, found in agreement(one, other, codes, **options).items():  # type: ignore[arg-type]
            yield {"scheme": scheme, "code": "", "measure": measure, **found._asdict(), "note": ""}
    table = accuracy(first, second, codes, **options)  # type: ignore[arg-type]
    for row in table.to_dict("records"):
        about = {
            "scheme": scheme,
            "code": row["code"],
            "cases_a": row["cases"],
            "cases_b": row["coded"],
            "note": row["note"],
        }
        if row["note"]:
            if row["cases"] or row["coded"]:
                yield about
            continue
        for measure in MEASURES:
            figures = {"value": row[measure], "low": row[f"{measure}_low"]}
            yield {**about, "measure": measure, **figures, "high": row[f"{measure}_high"]}


def in_short(table: pd.DataFrame, scheme: str, code: str, measure: str) -> str:
    """A figure of ``compare`` with its interval, ``0.98 (0.97–1.00)``; empty where it is missing.

    An empty ``code`` asks for the whole scheme.
    """
    asked = (table["scheme"] == scheme) & (table["code"] == code) & (table["measure"] == measure)
    found = table.loc[asked, ["value", "low", "high"]].astype(float)
    return " ".join(f"{v:.2f} ({a:.2f}–{b:.2f})" for v, a, b in found.itertuples(index=False))


DISAGREEMENT_COLUMNS = ("report", "unit", "sentence", "first", "second", "resolved", "note")


def disagreements(
    a: Codings, b: Codings, reference: Codings, reports: Mapping[str, Report]
) -> pd.DataFrame:
    """The sentences to which two codings give another primary theme.

    Columns ``DISAGREEMENT_COLUMNS``: ``unit`` is the sentence's identifier, ``sentence`` its
    text without blanks; ``resolved`` and ``note`` are what the reference says of it, empty
    where it is silent.
    """
    wording = {
        (name, sentence.id): "".join(report.wording(sentence).split())
        for name, report in reports.items()
        for sentence in report.sentences
    }
    settled = reference.by_unit()
    theirs = b.by_unit()
    rows = []
    for key, unit in a.by_unit().items():
        if key in theirs and theirs[key].primary != unit.primary:
            last = settled.get(key)
            told = (last.primary, last.note) if last else ("", "")
            rows.append((*key, wording[key], unit.primary, theirs[key].primary, *told))
    return pd.DataFrame(rows, columns=list(DISAGREEMENT_COLUMNS))


CONFUSION_COLUMNS = ("a", "b", "scheme", "code_a", "code_b", "units", "weighted")


def confusions(
    a: Codings, b: Codings, codebook: Codebook, reports: Mapping[str, Report]
) -> pd.DataFrame:
    """How often ``a`` gave one code and ``b`` another, for primary themes and moves.

    Columns ``CONFUSION_COLUMNS``: a row for each pair of codes that occurs, equal ones included;
    ``units`` are sentences, ``weighted`` the sum of the weights that ``a`` gives them.
    """
    by_scheme = _by_scheme(a, b, reports)
    rows = []
    for scheme, kind in (("primary", "theme"), ("move", "move")):
        pair = by_scheme.get(scheme, Matched())
        codes = [code.id for code in codebook.codes.values() if code.kind == kind]
        first, second = ([getattr(unit, scheme) for unit in side] for side in (pair.a, pair.b))
        counted = confusion(first, second, codes)
        weighted = confusion(first, second, codes, [unit.weight for unit in pair.a])
        rows += [
            (a.name, b.name, scheme, codes[i], codes[j], int(counted[i, j]), weighted[i, j])
            for i, j in zip(*counted.nonzero(), strict=True)
        ]
    return pd.DataFrame(rows, columns=list(CONFUSION_COLUMNS))


DIFFERENCE_COLUMNS = (
    *("a", "b", "report", "sentence", "start", "end", "scheme", "code_a", "code_b"),
    *("note_a", "note_b", "text"),
)


def differences(a: Codings, b: Codings, reports: Mapping[str, Report]) -> pd.DataFrame:
    """Every sentence that two codings code differently, a row for each scheme in which they do.

    Columns ``DIFFERENCE_COLUMNS``: several codes are joined by ``;``, ``text`` is the sentence
    without blanks and line breaks.
    """
    by_scheme = _by_scheme(a, b, reports)
    wording = {
        (name, sentence.id): "".join(reports[name].wording(sentence).split())
        for name in dict.fromkeys(unit.report for pair in by_scheme.values() for unit in pair.a)
        for sentence in reports[name].sentences
    }
    rows = []
    for scheme, pair in by_scheme.items():
        codes_of = _CODES_OF[scheme]
        for one, other in zip(pair.a, pair.b, strict=True):
            mine, theirs = codes_of(one), codes_of(other)
            if set(mine) != set(theirs):
                place = (one.report, one.sentence, one.start, one.end)
                told = (";".join(mine), ";".join(theirs), one.note, other.note)
                rows.append((a.name, b.name, *place, scheme, *told, wording[place[:2]]))
    order = {(unit.report, unit.sentence): at for at, unit in enumerate(a.units)}
    rows.sort(key=lambda row: order[row[2], row[3]])  # keeps the order of schemes
    return pd.DataFrame(rows, columns=list(DIFFERENCE_COLUMNS))
