"""Reports of one paragraph, for tests of what is claimed in it."""

from __future__ import annotations

from govreports.numbers.quantities import Quantity, quantities
from govreports.report.model import Paragraph, Report, Section, SectionRole, Sentence, Stated


def report(*sentences: str, role: SectionRole = "body", year: str = "2020") -> Report:
    """A report whose only paragraph has the given sentences, each on a line of its own."""
    text, units = "", []
    for number, wording in enumerate(sentences, 1):
        units.append(Sentence(f"p1.s{number}", len(text), len(text) + len(wording), "1", "p1"))
        text += wording + "\n"
    section = Section("1", 1, "", "", role, 0, len(text), None, None)
    paragraph = Paragraph("p1", 0, len(text), "1", tuple(units))
    metadata = {"reporting_year": Stated(year, 0, 0)} if year else {}
    return Report(text, "utf-8", "rule-of-law", metadata, (), (section,), (paragraph,))


def read(*sentences: str, role: SectionRole = "body", year: str = "2020") -> tuple[Quantity, ...]:
    """The quantities of such a report."""
    return quantities(report(*sentences, role=role, year=year))
