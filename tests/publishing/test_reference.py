"""Glossary and timeline: complete, in order, and honest about what was checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreports.errors import DataError
from publishing.reference import load_glossary, load_timeline


def test_terms_are_translated_once_each_and_explained() -> None:
    terms = load_glossary()
    assert len(terms) >= 80
    assert all(term.en not in term.alternatives for term in terms)
    assert all(term.sense.endswith(".") for term in terms)


def test_the_timeline_spans_the_years_of_the_reports() -> None:
    years = {event.date[:4] for event in load_timeline()}
    assert {"2015", "2019", "2021", "2022"} <= years


EVENT = "- {{date: '{date}', zh: z, en: e, matters: m, source: '{source}', checked: {checked}}}\n"


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ([("2019-01-01", "", "true")], "with a source"),
        ([("2019-01-01", "s", "perhaps")], "with a source"),
        ([("January", "s", "true")], "no ISO"),
        ([("2019-01-01", "s", "true"), ("2018-01-01", "s", "true")], "order of time"),
    ],
)
def test_a_doubtful_timeline_is_refused(
    events: list[tuple[str, str, str]], message: str, tmp_path: Path
) -> None:
    rows = "".join(EVENT.format(date=d, source=s, checked=c) for d, s, c in events)
    path = tmp_path / "timeline.yaml"
    path.write_text("events:\n" + rows, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load_timeline(path)


def test_a_term_given_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    row = "- {zh: 信访, en: petition, alternatives: [], sense: s}\n"
    path = tmp_path / "glossary.yaml"
    path.write_text("terms:\n" + row + row, encoding="utf-8")
    with pytest.raises(DataError, match=r"glossary\.yaml:3: 信访") as caught:
        load_glossary(path)
    assert str(caught.value).startswith(str(path))
