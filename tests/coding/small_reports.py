"""Reports built by hand, for tests that are not about parsing."""

from __future__ import annotations

from govreports.report.model import Paragraph, Report, Section, Sentence


def report(*paragraphs: str, text: str = "") -> Report:
    """A report of one section; every paragraph is a line and every 。 ends a sentence.

    ``text`` may give another text of the same length for the same spans.
    """
    body = "\n".join(paragraphs) + "\n"
    units, offset = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        sentences, start = [], offset
        for order, wording in enumerate(paragraph.split("。")[:-1], 1):
            end = start + len(wording) + 1
            name = f"p{number}"
            sentences.append(Sentence(f"{name}.s{order}", start, end, "1", name))
            start = end
        units.append(Paragraph(f"p{number}", offset, start, "1", tuple(sentences)))
        offset += len(paragraph) + 1
    section = Section("1", 1, "", "", "body", 0, len(body), None, None)
    return Report(text or body, "utf-8", "rule-of-law", {}, (), (section,), tuple(units))
