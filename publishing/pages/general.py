"""The front page of a book over a corpus that no chapter is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from publishing.citation import is_citable
from publishing.downloads import FOLDER, archive_name, pdf_name
from publishing.metadata import Publication
from publishing.pages.cite import citation_fragment
from publishing.pages.html import block
from publishing.pages.study import Studied, Study
from publishing.pages.text import markdown
from publishing.pages.theme_table import theme_table_fragment

_KINDS = {
    "rule-of-law": "report{} on law-based government",
    "disclosure": "report{} on the disclosure of information",
    "other": "other report{}",
}
_LISTED = 60  # reports; more are counted by genre and year
_LIMITS = """The rules and the codebook were written on {written_on} reports, most of them on
law-based government. On other genres, and on reports that are written otherwise, what they find is
less sure: read the figures with the shares and intervals that stand beside them, and check the
coding of some sentences in the report reader, where every code shows the words that it rests on."""
_RERUN = """`make book CORPUS=DIR` builds this book anew from the folder of the corpus, and
`make lab CORPUS=DIR` opens its notebooks over it; nothing is fetched. A report is added by its file
in `reports/` and a row in `reports.csv`. Each notebook can be taken from its page, and the data
package holds every table, the reports, and the coding of every sentence with its evidence."""


def front_page(study: Study, publication: Publication, *, with_pdf: bool = True) -> str:
    """The page, as MyST: what the corpus holds, its themes, what to mind, how to re-run."""
    parts = [
        f"# {markdown(publication.title)}\n",
        _head(publication, study.reports[0].id, with_pdf=with_pdf),
        "## The corpus\n",
        f"{_summary(study.reports)}\n",
        _reports(study.reports),
        "## Themes\n",
        "The share of sentences by primary theme, as the rules code them.\n",
        theme_table_fragment(study, base="", classes=""),
        "## What to mind\n",
        f"{_LIMITS.format(written_on=len(study.codebook.sources))}\n",
        "## How to re-run\n",
        f"{_RERUN}\n",
    ]
    if is_citable(publication):
        parts += ["## How to cite\n", citation_fragment(publication, root="../../")]
    return "\n".join(parts)


def _head(publication: Publication, first: str, *, with_pdf: bool) -> str:
    links = [
        (f"../../{FOLDER}/{archive_name(publication)}", "Data and codings"),
        ("exhibits.html", "Notebooks and their files"),
        (f"reports/{first}.html", "Report reader"),
        ("codebook.html", "Codebook"),
        ("#how-to-re-run", "How to re-run"),
    ]
    if with_pdf:
        links.insert(0, (f"../../{FOLDER}/{pdf_name(publication)}", "PDF"))
    if publication.repository:
        links.append((publication.repository, "Code"))
    date = publication.released
    byline = [
        publication.author,
        f"Version {publication.version}" if publication.version else "",
        f"{date.day} {date:%B %Y}" if date else "",
    ]
    return block(
        "front.html",
        subtitle=publication.subtitle,
        title_zh=publication.title_zh,
        byline=", ".join(filter(None, byline)),
        links=links,
        is_study=False,
    )


def _summary(reports: tuple[Studied, ...]) -> str:
    """How many reports there are, by kind; which years; how many issuers, as far as known."""
    genres = Counter(one.record.genre for one in reports)
    kinds = [f"{n} {_KINDS[genre].format('s' * (n > 1))}" for genre, n in genres.items()]
    total = f"{len(reports)} report{'s' * (len(reports) > 1)}"
    told = f"This book reads {total}: {_listed(kinds)}." if len(kinds) > 1 else ""
    told = told or f"This book reads {kinds[0]}."
    if years := sorted({one.record.reporting_year for one in reports} - {None}, key=int):  # type: ignore[arg-type]
        span = f"{years[0]} to {years[-1]}" if len(years) > 1 else f"{years[0]}"
        told += f" The years reported on are {span}." if len(years) > 1 else f" The year is {span}."
    unknown = sum(one.record.reporting_year is None for one in reports)
    if unknown and years:
        told += f" Of {unknown} the year is not known."
    if issuers := {one.record.issuer for one in reports} - {""}:
        told += f" They have {len(issuers)} issuer{'s' * (len(issuers) > 1)}, as far as they say."
    return told


def _listed(items: list[str]) -> str:
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last


def _reports(reports: tuple[Studied, ...]) -> str:
    if len(reports) > _LISTED:
        return _counted(reports)
    return block("reports.html", reports=reports)


def _counted(reports: Iterable[Studied]) -> str:
    groups = Counter((one.record.genre, one.record.reporting_year) for one in reports)
    rows = [
        (genre, str(year or "not known"), n)
        for (genre, year), n in sorted(
            groups.items(), key=lambda item: (item[0][0], item[0][1] or 0)
        )
    ]
    labels = ("Genre", "Year", "Reports")
    return block("table.html", labels=labels, rows=rows, label="The reports by genre and year")
