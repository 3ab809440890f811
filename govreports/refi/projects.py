"""Codings in the form that other software reads: REFI-QDA projects, codebooks, and tables.

A project has one user for each coding (the rules first), one source for each report and, for
each user, one selection a sentence that carries all its codes, the primary theme first. REFI-QDA
cannot mark a code as primary, so the selection's description says it again in words. Everything
is derived from the input: the same input gives the same identifiers and the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd

from govreports import __version__
from govreports.codebook.model import Codebook
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.errors import extra
from govreports.refi.codebook import Mask, clean, code_tree, guid
from govreports.report.model import Report

with extra("qda"):
    from pyrefiqda.models import codebook as refi_codebook
    from pyrefiqda.models import project as refi
    from xsdata.formats.dataclass.serializers.config import SerializerConfig
    from xsdata.models.datatype import XmlDateTime
    from xsdata_pydantic.bindings import XmlSerializer

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


def project(
    reports: Mapping[str, Report],
    codings: Sequence[Codings],
    codebook: Codebook,
    *,
    created: datetime = UNDATED,
    mask: Mask = str,
) -> tuple[refi.Project, dict[str, str]]:
    """A REFI-QDA project and the texts of its sources, by file name.

    Give the reports as they are to be seen: masked reports make a masked project. ``mask`` is
    applied to what is quoted besides, in coders' notes and the codebook's examples. ``created``
    dates everything but hand codings, which bear their own dates. Units of reports that are
    not given are left out.
    """
    stamp = _stamp(created)
    sources, texts, notes = [], {}, []
    for name, report in reports.items():
        source = _source_guid(name, report)
        selections = []
        for coding in codings:
            for unit in coding.units:
                if unit.report == name:
                    note = _note(source, coding, unit, stamp, mask)
                    notes += [note] if note else []
                    selections.append(_selection(source, coding, unit, note, stamp))
        texts[f"{source}.txt"] = source_text(report)
        sources.append(
            refi.TextSourceType(
                guid=source,
                name=name,
                plain_text_path=f"internal://{source}.txt",
                plain_text_selection=selections,
                creating_user=_user_guid(codings[0]) if codings else None,
                creation_date_time=stamp,
            )
        )
    made = refi.Project(
        name=f"govreports: {len(reports)} reports",
        origin=f"govreports {__version__}",
        creating_user_guid=_user_guid(codings[0]) if codings else None,
        creation_date_time=stamp,
        users=_users(codings),
        code_book=refi.CodeBookType(
            codes=refi.CodesType(code=code_tree(codebook, refi.CodeType, mask))
        ),
        variables=_variables(),
        cases=_cases(reports),
        sources=refi.SourcesType(text_source=sources),
        notes=refi.NotesType(note=notes) if notes else None,
        description=_about(codings, codebook),
    )
    return made, texts


def to_xml(document: refi.Project | refi_codebook.CodeBook) -> bytes:
    """The document as UTF-8 XML."""
    space = "project" if isinstance(document, refi.Project) else "codebook"
    serializer = XmlSerializer(config=SerializerConfig(indent=" ", encoding="UTF-8"))
    rendered = serializer.render(document, ns_map={None: f"urn:QDA-XML:{space}:1.0"})
    return rendered.encode("utf-8")


def table(
    reports: Mapping[str, Report], codings: Iterable[Codings], *, mask: Mask = str
) -> pd.DataFrame:
    """One row a coded sentence and coder, with the columns ``TABLE_COLUMNS``.

    Lists are joined by ``;``; ``text`` is the sentence as it stands in the given reports.
    """
    wordings = {
        (name, sentence.id): report.wording(sentence)
        for name, report in reports.items()
        for sentence in report.sentences
    }
    rows = [
        (
            *(coding.coder, coding.kind, coding.date, coding.codebook),
            *(unit.report, unit.sentence, unit.start, unit.end),
            wordings[unit.report, unit.sentence],
            unit.primary,
            ";".join(unit.themes),
            unit.move,
            ";".join(unit.flags),
            ";".join(unit.instruments),
            mask(unit.note),
            unit.weight,
        )
        for coding in codings
        for unit in coding.units
        if unit.report in reports
    ]
    return pd.DataFrame(rows, columns=list(TABLE_COLUMNS))


def _source_guid(name: str, report: Report) -> str:
    return guid("source", name, hashlib.sha256(report.text.encode("utf-8")).hexdigest())


def _user_guid(coding: Codings) -> str:
    return guid("user", coding.name, coding.coder, coding.date)


def _stamp(moment: datetime) -> XmlDateTime:
    return XmlDateTime.from_string(moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _coded_on(coding: Codings, otherwise: XmlDateTime) -> XmlDateTime:
    return XmlDateTime.from_string(f"{coding.date}T00:00:00Z") if coding.date else otherwise


def _users(codings: Sequence[Codings]) -> refi.UsersType | None:
    users = [
        refi.UserType(guid=_user_guid(coding), name=clean(f"{coding.coder} ({coding.kind})"))
        for coding in codings
    ]
    return refi.UsersType(user=users) if users else None


def _selection(
    source: str,
    coding: Codings,
    unit: CodedUnit,
    note: refi.TextSourceType | None,
    stamp: XmlDateTime,
) -> refi.PlainTextSelectionType:
    user, when = _user_guid(coding), _coded_on(coding, stamp)
    place = (source, user, unit.sentence, str(unit.start), str(unit.end))
    codes = dict.fromkeys((*unit.themes, unit.move, *unit.flags, *unit.instruments))
    return refi.PlainTextSelectionType(
        guid=guid("selection", *place),
        name=unit.sentence,
        start_position=unit.start,
        end_position=unit.end,
        creating_user=user,
        creation_date_time=when,
        description=f"primary theme: {unit.primary}",
        coding=[
            refi.CodingType(
                guid=guid("coding", *place, code),
                code_ref=refi.CodeRefType(target_guid=guid("code", code)),
                creating_user=user,
                creation_date_time=when,
            )
            for code in codes
        ],
        note_ref=[refi.NoteRefType(target_guid=note.guid)] if note else [],
    )


def _note(
    source: str, coding: Codings, unit: CodedUnit, stamp: XmlDateTime, mask: Mask
) -> refi.TextSourceType | None:
    if not unit.note:
        return None
    user = _user_guid(coding)
    return refi.TextSourceType(
        guid=guid("note", source, user, unit.sentence),
        name=f"{unit.report} {unit.sentence}",
        plain_text_content=clean(mask(unit.note)),
        creating_user=user,
        creation_date_time=_coded_on(coding, stamp),
    )


def _variables() -> refi.VariablesType:
    return refi.VariablesType(
        variable=[
            refi.VariableType(
                guid=guid("variable", field),
                name=field,
                type_of_variable=refi.TypeOfVariableType.TEXT,
            )
            for field in _VARIABLES
        ]
    )


def _cases(reports: Mapping[str, Report]) -> refi.CasesType | None:
    cases = [
        refi.CaseType(
            guid=guid("case", _source_guid(name, report)),
            name=name,
            variable_value=[
                refi.VariableValueType(
                    variable_ref=refi.VariableRefType(target_guid=guid("variable", field)),
                    text_value=clean(value),
                )
                for field in _VARIABLES
                if (value := report.genre if field == "genre" else report.stated(field))
            ],
            source_ref=[refi.SourceRefType(target_guid=_source_guid(name, report))],
        )
        for name, report in reports.items()
    ]
    return refi.CasesType(case=cases) if cases else None


def _about(codings: Sequence[Codings], codebook: Codebook) -> str:
    coders = "; ".join(f"{coding.coder} ({coding.kind})" for coding in codings)
    return clean(
        f"Sentences coded by codebook {codebook.version}. Coders: {coders}. One selection is one"
        " sentence; its first code is the primary theme. Positions are code points."
    )
