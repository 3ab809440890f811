"""How the publication is cited, in every form, from the one metadata source.

A field without a real value is left out everywhere: nothing is invented. ``part`` is the title of
a chapter, ``at`` a place in it (a figure, a paragraph of a report), ``copy`` the identifier of the
copy that is cited (`publishing.origin`), which stands where there is no address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import yaml

from publishing.metadata import Publication, joined, parted

FORMATS: Mapping[str, str] = {
    "citation.bib": "BibTeX",
    "citation.ris": "RIS",
    "citation.cff": "Citation File Format",
    "citation.txt": "GB/T 7714",
}
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # BibTeX counts braces, escaped or not.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def key(publication: Publication) -> str:
    """The key under which reference managers file it."""
    return f"{publication.name.split('-')[0]}{publication.dated.year}"


def title(publication: Publication) -> str:
    """The title with its subtitle."""
    between = "：" if _is_chinese(publication) else ": "
    return between.join(filter(None, (publication.title, publication.subtitle)))


def _is_chinese(publication: Publication) -> bool:
    return publication.language == "zh"


def is_citable(publication: Publication) -> bool:
    """Whether it has an author, a version and a date, which every format of citations demands."""
    return bool(publication.author and publication.version and publication.released)


def chicago(publication: Publication, part: str = "", at: str = "", copy: str = "") -> str:
    """A line after the Chicago Manual of Style (author and date)."""
    names = list(publication.authors)
    author = joined([*names[:1], *(" ".join(reversed(parted(a))) for a in names[1:])])
    author = author or publication.author
    year = str(publication.released.year) if publication.released else ""
    whole = " ".join(filter(None, (title(publication), _beside(publication, "[{}]"))))
    where = f"https://doi.org/{publication.doi}" if publication.doi else publication.base_url
    sentences = (
        author,
        year,
        f"“{part}.” In {whole}" if part else whole,
        _version(publication) if publication.version else "",
        at,
        where or copy,
    )
    return re.sub(r"\.”\.", ".”", "".join(f"{text}. " for text in sentences if text)).strip()


def gbt7714(publication: Publication, part: str = "", at: str = "", copy: str = "") -> str:
    """A reference after GB/T 7714; place and publisher are given as unknown where they are.

    What it adds is in the language of the publication, and a Chinese one has one title.
    """
    is_chinese = _is_chinese(publication)
    medium = "M/OL" if publication.base_url else "M"
    author = ", ".join(f"{f.upper()} {g}" for f, g in map(parted, publication.authors))
    author = author or publication.author
    whole = title(publication) + ("" if is_chinese else _beside(publication, "={}"))
    unknown = "[出版地不详]: [出版者不详]" if is_chinese else "[S.l.: s.n.]"
    imprint = publication.publisher or unknown
    where = f" {publication.base_url}." if publication.base_url else ""
    where += f" DOI: {publication.doi}." if publication.doi else ""
    where = where or (f" {copy}." if copy else "")
    head = (
        f"{author}. {part}[{medium}]//{author}. {whole}."
        if part
        else f"{author}. {whole}[{medium}]."
    )
    version = f" {_version(publication)}." if publication.version else ""
    place = f": {at}" if at else ""
    return f"{head}{version} {imprint}, {publication.dated.year}{place}.{where}\n"


def bibtex(publication: Publication, part: str = "", copy: str = "") -> str:
    """An entry for BibTeX, of the book or of a chapter, as standard styles take it.

    They demand a publisher of a book and of its parts; without one the entry is of type ``misc``.
    Double braces keep a group one name and the capitals of a title.
    """
    whole = f"{{{tex(title(publication))}}}"
    inside = "见：" if _is_chinese(publication) else "In: "
    kind = ("incollection" if part else "book") if publication.publisher else "misc"
    people = " and ".join(tex(name) for name in publication.authors)
    fields = {
        "author": people or f"{{{tex(publication.author)}}}",
        "title": f"{{{tex(part)}}}" if part else whole,
        "booktitle": whole if part and kind != "misc" else "",
        "howpublished": f"{inside}{whole}" if part and kind == "misc" else "",
        "titleaddon": tex(publication.title_zh),
        "year": str(publication.dated.year),
        "publisher": tex(publication.publisher),
        "note": tex(", ".join(filter(None, (_version(publication), copy)))),
        "language": publication.language,
        "doi": publication.doi,
        "url": publication.base_url,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines.insert(-1, f"  month = {_MONTHS[publication.dated.month - 1]},")
    name = key(publication) + (re.sub("[^a-z]", "", part.lower())[:12] or "part" if part else "")
    return "\n".join([f"@{kind}{{{name},", *lines, "}"]) + "\n"


def _version(publication: Publication) -> str:
    """How the version is named in the language of the publication."""
    number = publication.version
    return f"{number}版" if _is_chinese(publication) else f"Version {number}"


def _beside(publication: Publication, form: str) -> str:
    """The Chinese title, where there is one."""
    return form.format(publication.title_zh) if publication.title_zh else ""


def tex(text: str) -> str:
    """Text for BibTeX: what TeX or BibTeX would read as a command stands for itself.

    >>> tex("Law & order: 100%"), tex("a}b")
    ('Law \\\\& order: 100\\\\%', 'a\\\\textbraceright{}b')
    """
    return "".join(_TEX.get(mark, mark) for mark in text)


def ris(publication: Publication, copy: str = "") -> str:
    """A record in RIS."""
    fields = [
        ("TY", "BOOK"),
        *(("AU", name) for name in publication.authors or (publication.author,)),
        ("TI", title(publication)),
        ("TT", publication.title_zh),
        ("PY", str(publication.dated.year)),
        ("DA", f"{publication.dated:%Y/%m/%d}"),
        ("ET", publication.version),
        ("LA", publication.language),
        ("PB", publication.publisher),
        ("DO", publication.doi),
        ("UR", publication.base_url),
        ("N1", copy),
        *(("KW", word) for word in publication.keywords),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - \n"


def cff(publication: Publication, identifiers: list[dict[str, str]] | None = None) -> str:
    """``CITATION.cff``, version 1.2.0 of the format."""
    whole = title(publication)
    names = (parted(author) for author in publication.authors)
    people = [{"family-names": family, "given-names": given} for family, given in names]
    authors = people or [{"name": publication.author}]
    book: dict[str, Any] = {
        "type": "book",
        "title": whole,
        "authors": authors,
        "year": publication.dated.year,
        "edition": f"Version {publication.version}",
        "doi": publication.doi,
        "url": publication.base_url,
        "notes": publication.title_zh,
    }
    if publication.publisher:
        book["publisher"] = {"name": publication.publisher}
    fields: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "Please cite the book as below.",
        "type": "software",
        "title": whole,
        "abstract": publication.abstract,
        "authors": authors,
        "version": publication.version,
        "date-released": publication.dated,
        "license": [name for name in (publication.licence, publication.licence_code) if name],
        "keywords": list(publication.keywords),
        "identifiers": identifiers,
        "doi": publication.doi,
        "repository-code": publication.repository,
        "url": publication.base_url,
        "preferred-citation": {name: value for name, value in book.items() if value},
    }
    given = {name: value for name, value in fields.items() if value}
    return str(yaml.dump(given, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100))


class _Plain(yaml.SafeDumper):
    """Writes what stands twice twice: few readers of the format know references."""

    def ignore_aliases(self, data: object) -> bool:
        """True for everything."""
        return True


def highwire(publication: Publication) -> str:
    """``meta`` elements for the landing page, as indexers of scholarship read them."""
    tags = [
        ("citation_title", title(publication)),
        *(("citation_author", name) for name in publication.authors or (publication.author,)),
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


def citation_files(
    publication: Publication,
    copy: str = "",
    identifiers: list[dict[str, str]] | None = None,
) -> dict[str, str]:
    """Each file by name, as offered for download; none where no format could be complete."""
    if not is_citable(publication):
        return {}
    made = (
        bibtex(publication, copy=copy),
        ris(publication, copy),
        cff(publication, identifiers),
        gbt7714(publication, copy=copy),
    )
    return dict(zip(FORMATS, made, strict=True))
