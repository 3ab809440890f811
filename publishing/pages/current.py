"""Whether the generated pages are those of the present state: else all of them are made anew."""

from __future__ import annotations

import hashlib

from publishing.contents import chapter_paths
from publishing.fingerprint import execution_key, reading_key
from publishing.metadata import commit
from publishing.notebooks import Execution
from publishing.origin import origin
from publishing.pages.cite import chapter_with_figure
from publishing.pages.exhibits import find_exhibits
from publishing.paths import BUILD, EXHIBITS, GENERATED

_KEPT = BUILD / "pages.key"


def pages_key(run: Execution, *, with_pdf: bool) -> str:
    """All that generated pages are made from: of chapters only their figures and tables."""
    told = [
        execution_key(), reading_key(), commit(), *map(str, origin()), str(with_pdf),
        *map(str, find_exhibits(chapter_paths())), *map(str, chapter_with_figure()),
        *(f"{name} {path}" for name, path in sorted(run.owners.items())),
        *(path.read_text(encoding="utf-8") for path in run.paths),
    ]  # fmt: skip
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def are_current(key: str) -> bool:
    """Whether the folder of generated pages was filled with this key, and nothing went since."""
    if not _KEPT.is_file():
        return False
    known, *names = _KEPT.read_text(encoding="utf-8").split("\n")
    return known == key and all((GENERATED / name).is_file() for name in names)


def forget() -> None:
    """Before pages are made anew: a state half made is none."""
    _KEPT.unlink(missing_ok=True)


def note(key: str) -> None:
    """Say that the pages that are there now are those of the key."""
    made = (path for path in GENERATED.rglob("*") if EXHIBITS not in path.parents)
    names = sorted(path.relative_to(GENERATED).as_posix() for path in made if path.is_file())
    _KEPT.write_text("\n".join([key, *names]), encoding="utf-8")
