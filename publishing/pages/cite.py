"""The citation in every form, to be included in the chapter on how to cite."""

from __future__ import annotations

from publishing.citation import FORMATS, citation_files, sentence
from publishing.downloads import FOLDER, archive_name
from publishing.metadata import Publication
from publishing.pages.text import markdown, raw_html


def citation_fragment(publication: Publication, *, root: str = "../") -> str:
    """The line of prose, each format to copy, and each as a file.

    ``root`` leads from the page that includes it to the root of the HTML.
    """
    files = citation_files(publication)
    links = ", ".join(
        f'<a href="{root}{FOLDER}/{name}" download>{FORMATS[name]}</a>' for name in files
    )
    archive = archive_name(publication)
    package = f'<a href="{root}{FOLDER}/{archive}" download>{archive}</a>'
    parts = [
        f"> {markdown(sentence(publication))}\n",
        raw_html(f'<p class="screen-only">As a file: {links}. The data package: {package}.</p>'),
    ]
    for name, content in files.items():
        if name != "citation.cff":
            parts += [f"{FORMATS[name]}:\n", f"```text\n{content.strip()}\n```\n"]
    return "\n".join(parts)
