"""Two codings of the same sentences side by side, as one long table of figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from govreports.codebook.model import Codebook
from govreports.coding.handcodings import CodedUnit, Codings
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
    ``units`` are the sentences both coded, ``cases_a`` and ``cases_b`` those with the code.
    Weights are those of ``a``. Codes that neither coder used have no rows; codes with fewer
    than ten cases in ``a`` one row, whose note is “too few to say”.
    """
    pair = match(a, b, reports)
    options = {
        "weights": [unit.weight for unit in pair.a],
        "clusters": pair.clusters,
        "replicates": replicates,
        "seed": seed,
    }
    rows = [
        {"a": a.name, "b": b.name, "units": len(pair.a), **row}
        for scheme in ("primary", "move", "themes", "flags")
        for row in _scheme(scheme, pair, codebook, options)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({"units": "Int64", "cases_a": "Int64", "cases_b": "Int64"})


_CODES_OF: Mapping[str, Callable[[CodedUnit], tuple[str, ...]]] = {
    "primary": lambda unit: (unit.primary,),
    "move": lambda unit: (unit.move,),
    "themes": lambda unit: unit.themes,
    "flags": lambda unit: unit.flags,
}


def _scheme(
    scheme: str, pair: Matched, codebook: Codebook, options: Mapping[str, object]
) -> Iterator[dict[str, object]]:
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
    pair = match(a, b, reports)
    rows = []
    for scheme, kind in (("primary", "theme"), ("move", "move")):
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
    pair = match(a, b, reports)
    wording = {
        (name, sentence.id): "".join(reports[name].wording(sentence).split())
        for name in dict.fromkeys(unit.report for unit in pair.a)
        for sentence in reports[name].sentences
    }
    rows = []
    for one, other in zip(pair.a, pair.b, strict=True):
        place = (one.report, one.sentence, one.start, one.end)
        for scheme, codes_of in _CODES_OF.items():
            mine, theirs = codes_of(one), codes_of(other)
            if set(mine) != set(theirs):
                told = (";".join(mine), ";".join(theirs), one.note, other.note)
                rows.append((a.name, b.name, *place, scheme, *told, wording[place[:2]]))
    return pd.DataFrame(rows, columns=list(DIFFERENCE_COLUMNS))
