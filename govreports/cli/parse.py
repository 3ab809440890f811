"""Print the parse of a report as a JSON object: metadata, blocks, sections, sentences.

Spans are ``[start, end)`` in code points of the text that was read, and ``text`` is what stands
there; a sentence that page furniture cuts has its ``parts``. A field that the text does not state
is null. ``genre_reason`` says on what the genre rests, ``read_as`` what kind of file was read, and
``notes`` what the reading may have lost. With several files each object is one line, with ``file``
first.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from govreports.cli.inputs import Inputs, add_paths
from govreports.readers.source import Source, report_of
from govreports.report.model import Report

HELP = "print the parse of reports as JSON"
FIELDS = ("title", "issuer", "document_number", "reporting_year", "issued")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files to read."""
    add_paths(parser)


def run(args: argparse.Namespace) -> int:
    """Write the JSON objects to standard output."""
    inputs = Inputs(args.paths, args.text_out)
    if inputs.several:
        return inputs.print_lines(lambda source: [_parsed(source)])
    for _, parsed in inputs.each(_parsed):
        print(json.dumps(parsed, ensure_ascii=False, indent=1))
    return inputs.status


def _parsed(source: Source) -> dict[str, Any]:
    return as_json(report_of(source)) | {"read_as": source.kind, "notes": source.notes}


def as_json(report: Report) -> dict[str, Any]:
    """A report as ``govreports parse`` prints it."""
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
