"""Codings in the form that other software reads: REFI-QDA projects, codebooks, and tables.

A project has one user for each coding (the rules first), one source for each report and, for
each user, one selection a sentence that carries all its codes, the primary theme first. REFI-QDA
cannot mark a code as primary, so the selection's description says it again in words. Everything
is derived from the input: the same input gives the same identifiers and the same bytes.

Elements are made a report at a time, so that any number of reports takes the memory of one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import pandas as pd
from lxml import etree

from govreports.codebook.model import Codebook
from govreports.coding.coded_reports import CodedReport
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.errors import DataError
from govreports.refi.codebook import ORIGIN, Mask, code_tree, element, guid
from govreports.report.model import Report
from govreports.wording import how_many

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands where no date is given: the earliest that an archive can hold. No clock is read."""

TABLE_COLUMNS = (
    *("coder", "kind", "date", "codebook", "report", "sentence", "start", "end", "text"),
    *("primary", "themes", "move", "flags", "instruments", "note", "weight"),
)
_VARIABLES = ("genre", "title", "issuer", "document_number", "reporting_year", "issued")


def source_text(report: Report) -> str:
    """The report's text with line feeds only, each code point where it was.

    REFI-QDA sources have LF line ends; a carriage return before one becomes a space, so that
    offsets hold.

    >>> from types import SimpleNamespace
    >>> source_text(SimpleNamespace(text="一\\r\\n二\\r三"))
    '一 \\n二\\n三'
    """
    return report.text.replace("\r\n", " \n").replace("\r", "\n")


def source_guid(name: str, report: Report) -> str:
    """The identifier of a report of this name with this text."""
    return guid("source", name, hashlib.sha256(report.text.encode("utf-8")).hexdigest())


def project_element(reports: int, codings: Sequence[Codings], created: datetime) -> etree._Element:
    """The project without what it holds."""
    return element(
        "Project",
        xmlns="urn:QDA-XML:project:1.0",
        name=f"govreports: {how_many(reports, 'report')}",
        origin=ORIGIN,
        creationDateTime=_stamp(created),
        **({"creatingUserGUID": _user_guid(codings[0])} if codings else {}),
    )


def head_elements(
    codings: Sequence[Codings], codebook: Codebook, mask: Mask
) -> Iterator[etree._Element]:
    """What a project holds before its cases: users, codes, variables."""
    users = (
        element("User", guid=_user_guid(coding), name=f"{coding.coder} ({coding.kind})")
        for coding in codings
    )
    if codings:
        yield element("Users", *users)
    yield element("CodeBook", code_tree(codebook, mask))
    variables = (
        element("Variable", guid=guid("variable", field), name=field, typeOfVariable="Text")
        for field in _VARIABLES
    )
    yield element("Variables", *variables)


def about_element(codings: Sequence[Codings], codebook: Codebook) -> etree._Element:
    """What a project says of itself, after all else."""
    coders = "; ".join(f"{coding.coder} ({coding.kind})" for coding in codings)
    told = (
        f"Sentences coded by codebook {codebook.version}. Coders: {coders}. One selection is one"
        " sentence; its first code is the primary theme. Positions are code points."
    )
    return element("Description", text=told)


def case_element(name: str, report: Report) -> etree._Element:
    """A report with what it states, as a case."""
    stated = (
        element(
            "VariableValue",
            element("VariableRef", targetGUID=guid("variable", field)),
            element("TextValue", text=value),
        )
        for field in _VARIABLES
        if (value := report.genre if field == "genre" else report.stated(field))
    )
    source = source_guid(name, report)
    reference = element("SourceRef", targetGUID=source)
    return element("Case", *stated, reference, guid=guid("case", source), name=name)


def source_element(
    coded: CodedReport, codings: Sequence[Codings], codebook: Codebook, created: datetime
) -> etree._Element:
    """A report as a source with its selections.

    Raises ``DataError`` for what the schema lets pass: a place outside the text, a code that is
    not in the codebook, a coder who is not among ``codings``, a sentence that one coded twice.
    """
    source = source_guid(coded.name, coded.report)
    users = {_user_guid(coding) for coding in codings}
    seen = set()
    selections = []
    for coding, unit in coded.units:
        place = f"export: {coding.name}, {coded.name} {unit.sentence}"
        if not 0 <= unit.start < unit.end <= len(coded.report.text):
            raise DataError(f"{place}: {unit.start}–{unit.end} lies outside the text")
        if _user_guid(coding) not in users:
            raise DataError(f"{place}: its coder is not there")
        selection = _selection(source, coding, unit, codebook, created, place)
        if selection.get("guid") in seen:
            raise DataError(f"{place}: is coded twice")
        seen.add(selection.get("guid"))
        selections.append(selection)
    return element(
        "TextSource",
        *selections,
        guid=source,
        name=coded.name,
        plainTextPath=f"internal://{source}.txt",
        creationDateTime=_stamp(created),
        **({"creatingUser": _user_guid(codings[0])} if codings else {}),
    )


def note_elements(coded: CodedReport, created: datetime, mask: Mask) -> Iterator[etree._Element]:
    """The notes of coders on the sentences of a report."""
    source = source_guid(coded.name, coded.report)
    for coding, unit in coded.units:
        if unit.note:
            yield element(
                "Note",
                element("PlainTextContent", text=mask(unit.note)),
                guid=_note_guid(source, coding, unit),
                name=f"{unit.report} {unit.sentence}",
                creatingUser=_user_guid(coding),
                creationDateTime=_coded_on(coding, created),
            )


def table(coded: Iterable[CodedReport], *, mask: Mask = str) -> pd.DataFrame:
    """One row a coded sentence and coder, report by report, with the columns ``TABLE_COLUMNS``.

    Lists are joined by ``;``; ``text`` is the sentence as it stands in the given reports.
    """
    rows = [
        (
            *(coding.coder, coding.kind, coding.date, coding.codebook),
            *(unit.report, unit.sentence, unit.start, unit.end),
            wordings[unit.sentence],
            unit.primary,
            ";".join(unit.themes),
            unit.move,
            ";".join(unit.flags),
            ";".join(unit.instruments),
            mask(unit.note),
            unit.weight,
        )
        for _, report, units in coded
        for wordings in [{one.id: report.wording(one) for one in report.sentences}]
        for coding, unit in units
    ]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))


def _selection(
    source: str,
    coding: Codings,
    unit: CodedUnit,
    codebook: Codebook,
    created: datetime,
    told: str,
) -> etree._Element:
    user, when = _user_guid(coding), _coded_on(coding, created)
    place = (source, user, unit.sentence, str(unit.start), str(unit.end))
    codes = dict.fromkeys((*unit.themes, unit.move, *unit.flags, *unit.instruments))
    if unknown := [code for code in codes if code not in codebook.codes]:
        raise DataError(f"{told}: code {unknown[0]!r} is not there")
    given = {"creatingUser": user, "creationDateTime": when}
    made = element(
        "PlainTextSelection",
        element("Description", text=f"primary theme: {unit.primary}"),
        *(
            element(
                "Coding",
                element("CodeRef", targetGUID=guid("code", code)),
                guid=guid("coding", *place, code),
                **given,
            )
            for code in codes
        ),
        guid=guid("selection", *place),
        name=unit.sentence,
        startPosition=str(unit.start),
        endPosition=str(unit.end),
        **given,
    )
    if unit.note:
        made.append(element("NoteRef", targetGUID=_note_guid(source, coding, unit)))
    return made


def _user_guid(coding: Codings) -> str:
    return guid("user", coding.name, coding.coder, coding.date)


def _note_guid(source: str, coding: Codings, unit: CodedUnit) -> str:
    return guid("note", source, _user_guid(coding), unit.sentence)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _coded_on(coding: Codings, otherwise: datetime) -> str:
    return f"{coding.date}T00:00:00Z" if coding.date else _stamp(otherwise)
