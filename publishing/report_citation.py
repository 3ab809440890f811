"""How a report itself is cited: by issuer, title, number and date, as its text gives them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from govreports.corpus.reading import Record
from publishing.citation import tex

_GENRES: Mapping[str, str] = {
    "rule-of-law": "Report on law-based government",
    "disclosure": "Report on the disclosure of government information",
}
_UNDATED = "n.d."


def report_chicago(record: Record, at: str = "") -> str:
    """A line after the Chicago Manual of Style; ``at`` is a place in the report."""
    year = record.issued[:4] or _UNDATED
    english = _GENRES.get(record.genre, "Report")
    if record.reporting_year:
        english += f" in {record.reporting_year}"
    day = dt.date.fromisoformat(record.issued) if record.issued else None
    sentences = (
        record.issuer,
        year.removesuffix("."),
        f"{record.title} [{english}]",
        ", ".join(filter(None, (record.document_number, f"{day:%B} {day.day}" if day else ""))),
        at,
    )
    return "".join(f"{text}. " for text in sentences if text).strip()


def report_gbt7714(record: Record, at: str = "") -> str:
    """A reference after GB/T 7714, of type R, a report; ``at`` is a place in it.

    What is not known is said in Chinese: the standard has the words in the document's language.
    """
    number = f": {record.document_number}" if record.document_number else ""
    issuer = f"{record.issuer}. " if record.issuer else ""
    place = f": {at}" if at else ""
    return f"{issuer}{record.title}{number}[R]. {record.issued or '[日期不详]'}{place}."


def report_bibtex(record: Record, noted: str = "SHA-256 of the file as received: ") -> str:
    """An entry for BibTeX; its note, after ``noted``, says by which checksum its file is known."""
    year = record.issued[:4]
    fields = {
        "author": f"{{{tex(record.issuer)}}}" if record.issuer else "",
        "title": f"{{{tex(record.title)}}}",
        "year": year or _UNDATED,
        "number": tex(record.document_number),
        "date": record.issued,
        "note": f"{noted}{record.sha256}",
        "language": "zh",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{record.id},", *lines, "}"])
