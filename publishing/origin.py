"""What a copy was made from, as identifiers that anybody can compute from its content.

A SWHID (ISO/IEC 18670) names a tree of files, or a commit, by the hash that git gives it: a copy
so marked can be told from others without any address.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from publishing.contents import is_study
from publishing.metadata import commit, git
from publishing.paths import DESCRIPTOR, corpus_folder

ORIGIN_VARIABLE = "BOOK_ORIGIN"


class Origin(NamedTuple):
    """The commit and the tree of the sources; empty where they are not known."""

    revision: str  # SWHID of the commit
    tree: str  # SWHID of the tree of files in that commit
    changed: bool  # whether files differ from them

    @property
    def caveat(self) -> str:
        """What to say where the identifiers do not tell all of a copy."""
        return "made from files with changes that this commit does not have" * self.changed


@cache
def origin() -> Origin:
    """Of the copy being built; outside the repository as ``BOOK_ORIGIN`` says."""
    said = os.environ.get(ORIGIN_VARIABLE) or git("rev-parse", "HEAD", "HEAD^{tree}")
    revision, tree, *_ = [*said.split(), "", ""]
    return Origin(
        f"swh:1:rev:{revision}" if revision else "",
        f"swh:1:dir:{tree}" if tree else "",
        commit().endswith("+changes"),
    )


def cited_copy() -> str:
    """What to cite a copy of the book by where it has no address.

    Empty for a book over another corpus: the commit does not hold its reports.
    """
    return origin().revision if is_study() else ""


def said_of_origin() -> str:
    """What ``BOOK_ORIGIN`` has to say for a build outside the repository to say the same."""
    return " ".join(swhid.rpartition(":")[2] for swhid in origin()[:2])


def identifiers() -> list[dict[str, str]]:
    """The corpus of the study as ``CITATION.cff`` names it; nothing for another corpus.

    The file lies in the tree and cannot name it: it names the corpus, which it is no part of.
    """
    folder = corpus_folder()
    if not is_study():
        return []
    corpus = f"swh:1:dir:{tree_hash(folder)}"
    found = [{"type": "swh", "value": corpus, "description": "The folder corpus/ of the sources"}]
    if checksum := data_checksum(folder):
        listed = f"{DESCRIPTOR} of the corpus, which lists its files with their checksums"
        found.append({"type": "other", "value": f"sha256:{checksum}", "description": listed})
    return found


def data_checksum(folder: Path) -> str:
    """SHA-256 of the file that lists the corpus with the checksums of its files; "" without it."""
    path = folder / DESCRIPTOR
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def tree_hash(folder: Path) -> str:
    """The hash that git gives to a folder as it is; hidden files and empty folders are no part.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     tree_hash(Path(folder))
    '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
    """
    return _hash("tree", b"".join(_entries(folder)))


def _entries(folder: Path) -> Iterator[bytes]:
    # Git sorts a folder as if its name ended in a slash.
    def key(path: Path) -> bytes:
        return path.name.encode() + b"/" * path.is_dir()

    for path in sorted(folder.iterdir(), key=key):
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_dir():
            if not any(_entries(path)):
                continue
            mode, digest = b"40000", tree_hash(path)
        else:
            mode = b"100755" if os.access(path, os.X_OK) else b"100644"
            digest = _hash("blob", path.read_bytes())
        yield mode + b" " + path.name.encode() + b"\0" + bytes.fromhex(digest)


def _hash(kind: str, content: bytes) -> str:
    head = f"{kind} {len(content)}\0".encode()
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()
