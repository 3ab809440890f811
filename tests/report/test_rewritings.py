"""A report printed in another way has the same sections and the same sentences."""

from __future__ import annotations

import pytest

from govreports.report.model import Report
from govreports.report.parse import parse
from tests.report.rewriting import REWRITINGS, alike, windows


def _sections(report: Report) -> list[tuple[object, ...]]:
    return [(s.id, s.level, alike(s.marker), alike(s.title), s.role) for s in report.sections]


def _sentences(report: Report) -> list[tuple[str, str, bool]]:
    return [(alike(report.wording(s)), s.section, s.is_heading) for s in report.sentences]


def _metadata(report: Report) -> dict[str, str]:
    return {field: alike(stated.value) for field, stated in report.metadata.items()}


@pytest.mark.parametrize("name", REWRITINGS)
def test_rewritten_report_parses_alike(report_text: str, name: str) -> None:
    as_published = parse(report_text)
    rewritten = parse(REWRITINGS[name](report_text))
    assert _sections(rewritten) == _sections(as_published)
    assert _sentences(rewritten) == _sentences(as_published)
    assert _metadata(rewritten) == _metadata(as_published)


def test_line_ends_keep_their_offsets(report_text: str) -> None:
    text = windows(report_text)
    report = parse(text)
    assert report.text == text
    for sentence in report.sentences:
        assert alike(text[sentence.start : sentence.end]) == alike(report.wording(sentence))
