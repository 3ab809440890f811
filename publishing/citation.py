"""How the publication is cited, in every form, from the one metadata source.

A field without a real value is left out everywhere: nothing is invented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import yaml

from publishing.metadata import Publication

FORMATS: Mapping[str, str] = {
    "citation.bib": "BibTeX",
    "citation.ris": "RIS",
    "citation.cff": "Citation File Format",
    "citation.txt": "GB/T 7714",
}


def key(publication: Publication) -> str:
    """The key under which reference managers file it."""
    return f"{publication.name.split('-')[0]}{publication.dated.year}"


def sentence(publication: Publication, part: str = "") -> str:
    """A citation as a line of prose; ``part`` is the title of a chapter or page."""
    year = f"({publication.released.year})" if publication.released else ""
    author = " ".join(filter(None, (publication.author, year)))
    inside = f"“{part}”, in " if part else ""
    version = f"Version {publication.version}." if publication.version else ""
    where = f"https://doi.org/{publication.doi}" if publication.doi else publication.base_url
    parts = (f"{author}." if author else "", f"{inside}{title(publication)}.", version, where)
    return " ".join(filter(None, parts))


def title(publication: Publication) -> str:
    """The title with its subtitle."""
    return ": ".join(filter(None, (publication.title, publication.subtitle)))


def is_citable(publication: Publication) -> bool:
    """Whether it has an author, a version and a date, which every format of citations demands."""
    return bool(publication.author and publication.version and publication.released)


def bibtex(publication: Publication) -> str:
    """An entry for BibTeX; the double braces keep the author one name."""
    fields = {
        "author": f"{{{_tex(publication.author)}}}",
        "title": _tex(title(publication)),
        "year": str(publication.dated.year),
        "month": str(publication.dated.month),
        "edition": f"Version {publication.version}",
        "publisher": _tex(publication.publisher),
        "doi": publication.doi,
        "url": publication.base_url,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@book{{{key(publication)},", *lines, "}"]) + "\n"


def _tex(text: str) -> str:
    """Text for BibTeX: what TeX would read as a command stands for itself.

    >>> _tex("Law & order: 100%")
    'Law \\\\& order: 100\\\\%'
    """
    return re.sub(r"([&%$#_{}])", r"\\\1", text)


def ris(publication: Publication) -> str:
    """A record in RIS."""
    fields = [
        ("TY", "BOOK"),
        ("AU", publication.author),
        ("TI", title(publication)),
        ("PY", str(publication.dated.year)),
        ("DA", f"{publication.dated:%Y/%m/%d}"),
        ("ET", publication.version),
        ("LA", publication.language),
        ("PB", publication.publisher),
        ("DO", publication.doi),
        ("UR", publication.base_url),
        *(("KW", word) for word in publication.keywords),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - \n"


def gbt7714(publication: Publication) -> str:
    """A reference after GB/T 7714; place and publisher are given as unknown where they are."""
    medium = "M/OL" if publication.base_url else "M"
    imprint = publication.publisher or "[S.l.: s.n.]"
    where = f" {publication.base_url}." if publication.base_url else ""
    where += f" DOI: {publication.doi}." if publication.doi else ""
    return (
        f"{publication.author}. {title(publication)}[{medium}]. "
        f"Version {publication.version}. {imprint}, {publication.dated.year}.{where}\n"
    )


def cff(publication: Publication) -> str:
    """``CITATION.cff``, version 1.2.0 of the format."""
    whole = title(publication)
    book: dict[str, Any] = {
        "type": "book",
        "title": whole,
        "authors": [{"name": publication.author}],
        "year": publication.dated.year,
        "edition": f"Version {publication.version}",
        "doi": publication.doi,
        "url": publication.base_url,
    }
    if publication.publisher:
        book["publisher"] = {"name": publication.publisher}
    fields: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "Please cite the book as below.",
        "type": "software",
        "title": whole,
        "abstract": publication.abstract,
        "authors": [{"name": publication.author}],
        "version": publication.version,
        "date-released": publication.dated,
        "license": [name for name in (publication.licence, publication.licence_code) if name],
        "keywords": list(publication.keywords),
        "doi": publication.doi,
        "repository-code": publication.repository,
        "url": publication.base_url,
        "preferred-citation": {name: value for name, value in book.items() if value},
    }
    given = {name: value for name, value in fields.items() if value}
    return str(yaml.safe_dump(given, sort_keys=False, allow_unicode=True, width=100))


def highwire(publication: Publication) -> str:
    """``meta`` elements for the landing page, as indexers of scholarship read them."""
    tags = [
        ("citation_title", title(publication)),
        ("citation_author", publication.author),
        (
            "citation_publication_date",
            f"{publication.released:%Y/%m/%d}" if publication.released else "",
        ),
        ("citation_language", publication.language),
        ("citation_publisher", publication.publisher),
        ("citation_doi", publication.doi),
        ("citation_keywords", "; ".join(publication.keywords)),
    ]
    if publication.base_url:
        pdf = f"{publication.base_url}downloads/{publication.name}.pdf"
        tags += [("citation_public_url", publication.base_url), ("citation_pdf_url", pdf)]
    return "\n".join(
        f'<meta name="{name}" content="{escape(value)}" />' for name, value in tags if value
    )


def citation_files(publication: Publication) -> dict[str, str]:
    """Each file by name, as offered for download; none where no format could be complete."""
    if not is_citable(publication):
        return {}
    makers = (bibtex, ris, cff, gbt7714)
    return {name: make(publication) for name, make in zip(FORMATS, makers, strict=True)}
