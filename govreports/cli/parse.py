"""Print the parse of one report as a JSON object: metadata, blocks, sections, sentences.

Spans are ``[start, end)`` in code points of the decoded file, and ``text`` is what stands there; a
sentence that page furniture cuts has its ``parts``. A field that the text does not state is null.
``genre_reason`` says on what the genre rests.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from govreports.report.model import Report
from govreports.report.parse import read_report

HELP = "print the parse of one report as JSON"
FIELDS = ("title", "issuer", "document_number", "reporting_year", "issued")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file to read."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a report as published")


def run(args: argparse.Namespace) -> int:
    """Write the JSON object to standard output."""
    report = read_report(args.file)
    json.dump(as_json(report), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    return 0


def as_json(report: Report) -> dict[str, Any]:
    """The object that ``govreports parse`` prints."""
    values: dict[str, Any] = {field: report.stated(field) or None for field in FIELDS}
    if values["reporting_year"]:
        values["reporting_year"] = int(values["reporting_year"])
    return {
        **values,
        "genre": report.genre,
        "genre_reason": report.genre_reason,
        "encoding": report.encoding,
        "spans": {name: [at.start, at.end] for name, at in report.metadata.items()},
        "blocks": [
            {
                "kind": block.kind,
                "level": block.level,
                "marker": block.marker,
                "text": report.wording(block),
                "start": block.start,
                "end": block.end,
                "reason": block.reason,
            }
            for block in report.blocks
        ],
        "sections": [
            {**section._asdict(), "heading": list(section.heading) if section.heading else None}
            for section in report.sections
        ],
        "paragraphs": [
            {"id": p.id, "start": p.start, "end": p.end, "section": p.section}
            for p in report.paragraphs
        ],
        "sentences": [
            {
                "id": sentence.id,
                "start": sentence.start,
                "end": sentence.end,
                "text": report.text[sentence.start : sentence.end],
                "section": sentence.section,
                "paragraph": sentence.paragraph,
                "is_heading": sentence.is_heading,
                "parts": [list(part) for part in sentence.parts],
            }
            for sentence in report.sentences
        ],
    }
