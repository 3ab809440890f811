"""What the publication is, for machines: CodeMeta, RO-Crate and a deposit record.

All are made from ``metadata.yaml``, as the citation is. A field without a real value is left out:
no person, identifier or address is invented.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from govreports import __version__
from publishing.citation import title
from publishing.metadata import Publication, parted

CODEMETA, CRATE, DEPOSIT = "codemeta.json", "ro-crate-metadata.json", "datacite.json"
PYTHON = "Python 3.11 to 3.13"
_CODEMETA_CONTEXT = "https://w3id.org/codemeta/3.0"
_CRATE_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_CRATE_PROFILE = "https://w3id.org/ro/crate/1.1"
_SPDX = "https://spdx.org/licenses/"
# What files are; a table of the system's own would differ from machine to machine.
_FORMATS = {
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "md": "text/markdown",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "py": "text/x-python",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "yaml": "application/yaml",
    "zip": "application/zip",
}
_NOT_STATED = ":unav"  # how DataCite writes that a value it demands is not there


def codemeta(publication: Publication) -> dict[str, Any]:
    """The library and what makes the book, as CodeMeta 3.0 describes software."""
    given = {
        "@context": _CODEMETA_CONTEXT,
        "@type": "SoftwareSourceCode",
        "name": title(publication),
        "alternateName": publication.title_zh,
        "description": publication.abstract,
        "author": _people(publication),
        "version": __version__,
        "datePublished": _date(publication),
        "license": _licence(publication.licence_code),
        "keywords": list(publication.keywords),
        "programmingLanguage": "Python",
        "runtimePlatform": PYTHON,
        "codeRepository": publication.repository,
        "identifier": _doi(publication),
        "url": publication.base_url,
    }
    return _given(given)


def crate(publication: Publication, files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """A folder with these files as RO-Crate 1.1 describes it; ``name`` is what it is called.

    Folders of more than one level are described by their files alone.
    """
    people = _people(publication)
    licence = _licence(publication.licence)
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": name,
        "description": publication.abstract or f"{title(publication)}: {name}",
        "datePublished": _date(publication),
        "version": publication.version,
        "keywords": ", ".join(publication.keywords),
        "license": {"@id": licence} if licence else "",
        "author": [{"@id": one["@id"]} for one in people],
        "identifier": _doi(publication),
        "url": publication.base_url,
        "hasPart": [{"@id": quote(file)} for file in files],
    }
    about = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _CRATE_PROFILE},
        "about": {"@id": "./"},
    }
    licences = [
        {"@id": licence, "@type": "CreativeWork", "name": publication.licence}
        for _ in [licence]
        if licence
    ]
    parts = (_file(file, content) for file, content in files.items())
    return {
        "@context": _CRATE_CONTEXT,
        "@graph": [about, _given(root), *people, *licences, *parts],
    }


def deposit(publication: Publication) -> dict[str, Any]:
    """The record that a repository keeps of a deposit, after DataCite 4.5.

    DataCite demands a publisher; where there is none yet its code for that stands there, which a
    repository replaces by its own name.
    """
    titles = [{"title": publication.title}]
    titles += [{"title": publication.subtitle, "titleType": "Subtitle"}] * bool(
        publication.subtitle
    )
    if publication.title_zh:
        translated = {"title": publication.title_zh, "titleType": "TranslatedTitle", "lang": "zh"}
        titles.append(translated)
    abstracts = ((publication.abstract, "en"), (publication.abstract_zh, "zh"))
    dates = [{"date": _date(publication), "dateType": "Issued"}] if publication.released else []
    rights = (publication.licence, publication.licence_code)
    given = {
        "doi": publication.doi,
        "creators": _creators(publication),
        "titles": titles,
        "publisher": {"name": publication.publisher or _NOT_STATED},
        "publicationYear": str(publication.dated.year),
        "types": {"resourceTypeGeneral": "Book", "resourceType": "Book with data and software"},
        "subjects": [{"subject": word} for word in publication.keywords],
        "dates": dates,
        "language": publication.language,
        "version": publication.version,
        "rightsList": [
            {
                "rights": name,
                "rightsUri": f"{_SPDX}{name}",
                "rightsIdentifier": name,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": _SPDX,
            }
            for name in rights
            if name
        ],
        "descriptions": [
            {"description": text, "descriptionType": "Abstract", "lang": language}
            for text, language in abstracts
            if text
        ],
        "url": publication.base_url,
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    return _given(given)


def as_json(value: Mapping[str, Any]) -> bytes:
    """JSON as the files of a release have it."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _people(publication: Publication) -> list[dict[str, str]]:
    """Authors as schema.org has them: persons, else the group that is named."""
    if not publication.authors:
        group = {"@id": "#author", "@type": "Organization", "name": publication.author}
        return [group] if publication.author else []
    return [
        {
            "@id": f"#author-{number}",
            "@type": "Person",
            "name": f"{given_name} {family}",
            "familyName": family,
            "givenName": given_name,
        }
        for number, (family, given_name) in enumerate(map(parted, publication.authors), 1)
    ]


def _creators(publication: Publication) -> list[dict[str, str]]:
    if not publication.authors:
        return [{"name": publication.author or _NOT_STATED, "nameType": "Organizational"}]
    return [
        {"name": author, "nameType": "Personal", "familyName": family, "givenName": given_name}
        for author in publication.authors
        for family, given_name in [parted(author)]
    ]


def _file(name: str, content: bytes) -> dict[str, Any]:
    ending = name.rpartition(".")[2]
    return {
        "@id": quote(name),
        "@type": "File",
        "name": name,
        "contentSize": str(len(content)),
        "encodingFormat": _FORMATS.get(ending, "application/octet-stream"),
    }


def _licence(name: str) -> str:
    return f"{_SPDX}{name}" if name else ""


def _doi(publication: Publication) -> str:
    return f"https://doi.org/{publication.doi}" if publication.doi else ""


def _date(publication: Publication) -> str:
    return publication.released.isoformat() if publication.released else ""


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
