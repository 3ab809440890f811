"""What stands under the title of the front page: by whom, when, and links one click away."""

from __future__ import annotations

from publishing.downloads import FOLDER, archive_name, pdf_name
from publishing.metadata import Publication
from publishing.pages.html import block


def front_fragment(publication: Publication, *, with_pdf: bool = True) -> str:
    """Subtitle, author and date over a row of links, to be included in the front page."""
    pdf = [(f"../{FOLDER}/{pdf_name(publication)}", "PDF")] if with_pdf else []
    links = [
        *pdf,
        (f"../{FOLDER}/{archive_name(publication)}", "Data and codings"),
        ("cite.html", "How to cite"),
        ("rerun.html", "Code and how to run it"),
        ("_generated/exhibits.html", "Figures, tables and their notebooks"),
    ]
    if publication.repository:
        links.append((publication.repository, "Code"))
    date = publication.dated
    return block(
        "front.html",
        subtitle=publication.subtitle,
        title_zh=publication.title_zh,
        byline=f"{publication.author}. Version {publication.version}, {date.day} {date:%B %Y}",
        links=links,
        is_study=True,
    )
