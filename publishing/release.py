"""The archive that a repository keeps: the book in both forms, its data and its sources."""

from __future__ import annotations

import hashlib
from pathlib import Path

from publishing.build import build
from publishing.downloads import stem
from publishing.errors import BuildError
from publishing.identity import (
    CODEMETA,
    CRATE,
    DEPOSIT,
    as_json,
    codemeta,
    crate,
    deposit,
)
from publishing.metadata import Publication, load_publication
from publishing.origin import Origin, origin
from publishing.paths import BUILD, HTML, METADATA, PDF, ROOT
from publishing.zipping import zipped

_SUMS = "SHA256SUMS"
_TOLD = """{title}
Version {version}

html/index.html opens the book in a browser; {pdf} is the same to print. Data and sources are
archives in html/downloads. CITATION.cff says how to cite it, codemeta.json describes the software,
datacite.json is the record of a deposit (of Zenodo, say), ro-crate-metadata.json describes every
file. Made from
{tree}
{revision}
`sha256sum -c {sums}` checks the files.
"""


def release() -> Path:
    """Build what is not up to date and pack it into ``_build/release``.

    Raises:
        BuildError: a field that a release must have is empty, or the copy has changes that no
            commit has; the message says which.
    """
    publication, made = load_publication(), origin()
    refuse(publication, made)
    build()
    path = BUILD / "release" / f"{stem(publication)}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zipped(release_files(publication, made), stem(publication), publication))
    return path


def refuse(publication: Publication, made: Origin) -> None:
    """Say in one message why there can be no release; nothing where there can."""
    faults = []
    if publication.lacking:
        faults.append(f"{METADATA.name} has no {', '.join(publication.lacking)}")
    if not made.revision:
        faults.append("the commit it would be made from is not known")
    elif made.changed:
        faults.append("there are changes that are not committed")
    if faults:
        raise BuildError(f"There can be no release: {'; '.join(faults)}.")


def release_files(publication: Publication, made: Origin) -> dict[str, bytes]:
    """What the archive holds, by name, with the checksum of each."""
    printed = {path.name: path.read_bytes() for path in sorted(PDF.glob("*.pdf"))}
    told = _TOLD.format(
        title=publication.title,
        version=publication.version,
        pdf=", ".join(printed),
        tree=made.tree,
        revision=made.revision,
        sums=_SUMS,
    )
    files = {
        "README.txt": told.encode(),
        **{path.name: path.read_bytes() for path in sorted(ROOT.glob("LICENSE*"))},
        "CITATION.cff": (ROOT / "CITATION.cff").read_bytes(),
        CODEMETA: as_json(codemeta(publication)),
        DEPOSIT: as_json(deposit(publication)),
        **printed,
        **{
            f"html/{path.relative_to(HTML).as_posix()}": path.read_bytes()
            for path in sorted(HTML.rglob("*"))
            if path.is_file()
        },
    }
    files[CRATE] = as_json(crate(publication, files, "the book, its data and its sources"))
    sums = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    return {**files, _SUMS: "".join(sums).encode()}
