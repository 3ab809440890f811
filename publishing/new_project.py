"""A folder of one's own in which a book is made: reports, register, tests, lock and wheels.

What makes the book is no part of the folder but a dependency of it: the two wheels of this
project, written into ``wheels/`` and locked by their checksums beside all other packages.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from govreports.corpus.adding import Added, add_report
from govreports.corpus.places import latin
from govreports.corpus.register import COLUMNS, REGISTER, REPORTS
from govreports.errors import ArgumentError, DataError, ReportError
from publishing.metadata import neutral
from publishing.paths import PUBLISHING, SOURCES
from publishing.wheels import NAMES, wheel

TEMPLATE = PUBLISHING / "project_template"
# Endings of files whose names would act inside this repository, too.
_NAMES = {"gitignore": ".gitignore"}


def make_project(
    folder: str | Path,
    reports: Iterable[Path] = (),
    *,
    genre: str = "",
    convert: bool = False,
    refused: Callable[[ReportError], None],
) -> list[Added]:
    """Make ``folder`` with these reports in its corpus; all of it or nothing.

    ``refused`` is told of each file that is left out; ``genre`` and ``convert`` as for
    ``add_report``.

    Raises ``ArgumentError`` where the folder is there already, ``ReportError`` where reports are
    given and none can be used, ``DataError`` where the folder cannot be written.
    """
    folder = Path(folder)
    if folder.exists():
        raise ArgumentError(f"{folder}: is there already; name a new folder")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
        try:
            for name, content in _files(folder.resolve().name):
                path = aside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            added = _added(aside / "corpus", reports, genre, convert, refused)
            os.chmod(aside, 0o755)
            os.rename(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise DataError(f"{error.filename or folder}: {error.strerror}") from None
    return added


def _added(
    corpus: Path,
    reports: Iterable[Path],
    genre: str,
    convert: bool,
    refused: Callable[[ReportError], None],
) -> list[Added]:
    added, given = [], 0
    for path in reports:
        given += 1
        try:
            added.append(add_report(path, corpus, genre=genre, convert=convert))
        except ReportError as error:
            refused(error)
    if given and not added:
        raise ReportError("no file could be used; nothing was made")
    return added


def _files(title: str) -> Iterator[tuple[str, bytes]]:
    """The files of the folder but its reports, by name."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    about = neutral(latin(title) or title)
    values = {"title": title, "name": about["name"]}
    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(TEMPLATE).as_posix()
            text = environment.from_string(path.read_text(encoding="utf-8")).render(values)
            yield _NAMES.get(name, name), text.encode("utf-8")
    yield f"corpus/{REGISTER}", f"{','.join(COLUMNS)}\n".encode()
    yield f"corpus/{REPORTS}/.keep", b""
    wheels = dict(map(wheel, NAMES))
    yield from ((f"wheels/{name}", content) for name, content in wheels.items())
    lock = (SOURCES / "requirements.txt").read_text(encoding="utf-8")
    own = (
        f"./wheels/{name} \\\n    --hash=sha256:{hashlib.sha256(content).hexdigest()}\n"
        for name, content in wheels.items()
    )
    yield "requirements.txt", "".join([lock, *own]).encode("utf-8")
