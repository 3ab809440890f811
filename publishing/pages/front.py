"""What stands under the title of the front page: by whom, when, and links one click away."""

from __future__ import annotations

from publishing.downloads import FOLDER, archive_name, pdf_name
from publishing.metadata import Publication
from publishing.pages.text import escaped, raw_html


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
    items = "".join(f'<li><a href="{escaped(target)}">{name}</a></li>' for target, name in links)
    subtitle = escaped(publication.subtitle)
    chinese = escaped(publication.title_zh)
    date = publication.dated
    return raw_html(
        f'<div class="front screen-only"><p class="subtitle">{subtitle}</p>'
        f'<p class="subtitle english-only" lang="zh-Hans">{chinese}</p>'
        f'<p class="byline">{escaped(publication.author)}. Version {escaped(publication.version)}, '
        f"{date.day} {date:%B %Y}</p>"
        f'<ul class="front-links">{items}</ul></div>'
    )
