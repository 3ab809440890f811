"""The citation in every form, to be included in the chapter on how to cite."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govreports.corpus.reading import Record
from publishing.citation import FORMATS, bibtex, chicago, citation_files, gbt7714
from publishing.contents import chapter_paths
from publishing.downloads import FOLDER, archive_name, source_name
from publishing.metadata import Publication
from publishing.origin import cited_copy, data_checksum, origin
from publishing.pages.html import block
from publishing.pages.study import Studied, Study
from publishing.pages.text import markdown, shown
from publishing.paths import DESCRIPTOR, corpus_folder
from publishing.report_citation import report_bibtex, report_chicago, report_gbt7714

_FIGURE = re.compile(r"^:name: (fig-\S+)", re.MULTILINE)
TITLE = re.compile(r"^# (.+)", re.MULTILINE)


def citation_fragment(publication: Publication, *, root: str = "../") -> str:
    """The book as a line of prose, in each format to copy, and each as a file.

    ``root`` leads from the page that includes it to the root of the HTML.
    """
    copy = cited_copy()
    files = citation_files(publication, copy)
    parts = [
        f"Chicago (author and date):\n\n{literal(chicago(publication, copy=copy))}",
        *(
            f"{FORMATS[name]}:\n\n{literal(content)}"
            for name, content in files.items()
            if name != "citation.cff"
        ),
        block(
            "citation_files.html",
            citations=[(f"{root}{FOLDER}/{name}", FORMATS[name]) for name in files],
            archives=archives(publication, f"{root}{FOLDER}"),
        ),
        this_copy(),
    ]
    return "\n".join(parts)


def project_fragment(publication: Publication) -> str:
    """A link to the sources, for the chapter that has them unpacked."""
    name = source_name(publication)
    return block("project.html", address=f"../{FOLDER}/{name}", name=name)


def archives(publication: Publication, folder: str) -> list[tuple[str, str]]:
    """The archives of the data and of the sources, by address and name."""
    names = (archive_name(publication), source_name(publication))
    return [(f"{folder}/{name}", name) for name in names]


def this_copy() -> str:
    """What this copy was made from, by identifiers that need no address; empty if not known."""
    made, checksum = origin(), data_checksum(corpus_folder())
    told = [f"`{swhid}`" for swhid in (made.tree, made.revision) if swhid]
    parts = [f"made from the sources {' at '.join(told)} (SWHID, ISO/IEC 18670)"] if told else []
    parts += [made.caveat] if made.caveat else []
    if checksum:
        parts.append(f"its data are those listed in a {DESCRIPTOR} of SHA-256 `{checksum}`")
    return f"This copy: {'; '.join(parts)}.\n" if parts else ""


def examples_fragment(publication: Publication, study: Study) -> str:
    """Lines for a chapter, a figure and a sentence, and for each of the reports."""
    copy = cited_copy()
    _, chapter, figure = chapter_with_figure()
    one = study.reports[0]
    place = middle(one)
    parts = ["## A chapter, a figure, a sentence\n"]
    if chapter:
        parts += [
            "A chapter:\n",
            literal(chicago(publication, chapter, copy=copy)),
            literal(gbt7714(publication, chapter, copy=copy)),
            literal(bibtex(publication, chapter, copy)),
            "A figure or table, by its number, with the chapter it stands in:\n",
            f"> {markdown(chicago(publication, chapter, copy=copy))} {{numref}}`{figure}`.\n",
        ]
    parts += [
        f"A sentence of a report, by paragraph and sentence in it; `{one.id}` is its identifier:\n",
        literal(sentence_line(publication, one.record, place)),
        "## The reports themselves\n",
        "\n".join(_report(record) for record in (each.record for each in study.reports)),
    ]
    return "\n".join(parts)


def example_place(study: Study) -> str:
    """How a sentence is cited: the identifier of its report, paragraph and sentence in it."""
    one = study.reports[0]
    return f"{one.id}, {middle(one)}" if one.report.sentences else ""


def middle(one: Studied) -> str:
    """The place of a sentence in the middle of a report."""
    sentence = one.report.sentences[len(one.report.sentences) // 2].id
    return f"¶ {sentence.removeprefix('p').replace('.s', '.')}"


def sentence_line(publication: Publication, record: Record, place: str) -> str:
    """A citation of one sentence of a report, in this copy of the book."""
    book = chicago(publication, at=record.id, copy=cited_copy())
    return f"{report_chicago(record, place)} In {book}"


def _report(record: Record) -> str:
    lines = (report_gbt7714(record), report_chicago(record), "", report_bibtex(record))
    return f"{markdown(record.label)}:\n\n{literal(*lines)}"


def chapter_with_figure() -> tuple[str, str, str]:
    """The first chapter after the front page with a figure: file, title, the figure's label."""
    for path in chapter_paths()[1:]:
        text = path.read_text(encoding="utf-8")
        figure, title = _FIGURE.search(text), TITLE.search(text)
        if figure and title:
            return path.name, title[1], figure[1]
    return "", "", ""


def literal(*texts: str) -> str:
    """Texts as they are, one under the other, in a block that they cannot close."""
    lines = [shown(line) for text in texts for line in text.rstrip("\n").split("\n")]
    fence = "`" * (3 + max(map(len, _runs(lines)), default=0))
    return "\n".join([f"{fence}text", *lines, fence, ""])


def _runs(lines: Iterable[str]) -> list[str]:
    return [run for line in lines for run in re.findall("`+", line)]
