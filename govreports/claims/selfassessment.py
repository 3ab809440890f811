"""Shortcomings and plans in tables: as stated, beside what is reported, and in a later report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from govreports.claims.statements import Coded, Statement, statements
from govreports.errors import extra
from govreports.repeats.shared import sentence_stretch
from govreports.report.model import Report
from govreports.schema import frame

with extra("learned"):
    from sklearn.feature_extraction.text import TfidfVectorizer


def statement_table(
    reports: Mapping[str, Report], codings: Mapping[str, Sequence[Coded]]
) -> pd.DataFrame:
    """The statements of all reports, one row each (frame ``statements``)."""
    rows = [s for name, report in reports.items() for s in statements(name, report, codings[name])]
    return frame("statements", rows)


def balance(reports: Mapping[str, Report], codings: Mapping[str, Sequence[Coded]]) -> pd.DataFrame:
    """Shortcomings and plans beside what is reported of the same theme.

    One row for each report and theme that occurs in it: ``report``, ``theme``; ``reported``,
    sentences that report achievements without admitting anything; ``shortcomings`` and ``plans``
    stated; the ``…_characters`` of each; ``shortcomings_per_100``, shortcomings to a hundred
    reporting sentences (nan where nothing is reported).
    """
    table = statement_table(reports, codings)
    rows = []
    for name in reports:
        praised: dict[str, list[int]] = defaultdict(list)
        for coding in codings[name]:
            if coding.move == "report" and "admission" not in coding.flags:
                praised[coding.primary].append(coding.sentence.end - coding.sentence.start)
        own = table[table["report"] == name]
        for theme in sorted({*praised, *own["theme"]}, key=_theme_order):
            lengths = praised.get(theme, [])
            row = {
                "report": name,
                "theme": theme,
                "reported": len(lengths),
                "reported_characters": sum(lengths),
            }
            for kind in ("shortcoming", "plan"):
                of_kind = own[(own["theme"] == theme) & (own["kind"] == kind)]
                row[f"{kind}s"] = len(of_kind)
                row[f"{kind}s_characters"] = int(of_kind["characters"].sum())
            rows.append(row)
    columns = ["report", "theme", "reported", "reported_characters"]
    columns += ["shortcomings", "shortcomings_characters", "plans", "plans_characters"]
    result = pd.DataFrame(rows, columns=columns)
    reported = result["reported"].where(result["reported"] > 0)
    return result.assign(shortcomings_per_100=100 * result["shortcomings"] / reported)


def taken_up(
    earlier: Sequence[Statement], report: Report, codings: Sequence[Coded], *, best: int = 3
) -> pd.DataFrame:
    """Where a later report of the same issuer may come back to what an earlier one stated.

    For each earlier statement the ``best`` later sentences of most similar wording: cosine of
    tf–idf weights of runs of two and three characters, weighted over the statements and
    sentences compared. Columns: ``kind``, ``statement``, ``theme``, ``similarity``, ``start``,
    ``end``, ``sentence``, ``same_theme``, ``move``. These are candidates for a reader, not
    findings: similar words do not show that a promise was kept, nor other words that it was not.
    """
    columns = ["kind", "statement", "theme", "similarity", "start", "end", "sentence"]
    columns += ["same_theme", "move"]
    later = [(coding, sentence_stretch("", report, coding.sentence).text) for coding in codings]
    if not earlier or not later:
        return pd.DataFrame(columns=columns)
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(2, 3)).fit_transform(
        [statement.text for statement in earlier] + [text for _, text in later]
    )
    similarity = (vectors[: len(earlier)] @ vectors[len(earlier) :].T).toarray()
    rows = []
    for statement, scores in zip(earlier, similarity, strict=True):
        for index in sorted(range(len(later)), key=lambda i: (-scores[i], i))[:best]:
            coding, text = later[index]
            span = (coding.sentence.start, coding.sentence.end)
            same = statement.theme in coding.themes
            score = float(scores[index])
            stated = (statement.kind, statement.text, statement.theme)
            rows.append((*stated, score, *span, text, same, coding.move))
    return pd.DataFrame(rows, columns=columns)


def _theme_order(theme: str) -> tuple[int, str]:
    digits = theme[1:]
    return (int(digits) if digits.isdecimal() else len(theme), theme)
