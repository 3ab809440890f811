"""What Sphinx reads for a folder of one's own: what comes with the distribution, and one's own.

The root of such a book is laid out anew at each build, in ``_build``: the general notebooks and
pages, and beside them those that the folder holds in ``notebooks/`` and ``book/``. Own pages
(``*.md``) come first in the contents, own notebooks after them; a file that begins with a digit is
a notebook, another one a helper of theirs.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from publishing.errors import BuildError
from publishing.paths import PROJECT, ROOT, SOURCES

OWN = ("book", "notebooks")  # folders of a project that go into its book
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "*.ipynb", "_generated")


def shipped(folder: Path = SOURCES) -> list[Path]:
    """The files that every book needs, relative to ``folder``: a checkout or what a wheel carries.

    Those of the chapters and of the notebooks of cases, which speak of named reports, stay out.
    """
    general = _yaml(folder / "book" / "study.yaml")["general"]
    found = [
        *(folder / name for name in ("_config.yml", "_toc.yml", "requirements.txt")),
        *(path for suffix in ("py", "yaml") for path in (folder / "notebooks").glob(f"*.{suffix}")),
        *(
            path
            for suffix in ("yaml", "csv", "bib")
            for path in (folder / "book").glob(f"*.{suffix}")
        ),
        *(folder / f"{page}.md" for page in general),
    ]
    return sorted(path.relative_to(folder) for path in found)


def lay_out() -> None:
    """Lay the root of a folder of one's own out anew; in the repository there is nothing to do.

    Raises ``BuildError`` where a file of one's own is called as one that comes with the
    distribution.
    """
    if ROOT == PROJECT:
        return
    shutil.rmtree(ROOT, ignore_errors=True)
    given = shipped()
    for name in given:
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(SOURCES / name, ROOT / name)
    for part in OWN:
        own = PROJECT / part
        if own.is_dir():
            for name in _names(own):
                if Path(part) / name in given:
                    raise BuildError(
                        f"{part}/{name}: a file called so comes with the distribution;"
                        " give yours another name"
                    )
            shutil.copytree(own, ROOT / part, dirs_exist_ok=True, ignore=_LEFT_OUT)
    _write(ROOT / "_toc.yml", _contents())
    _write(ROOT / "_config.yml", _configuration())
    study = _yaml(SOURCES / "book" / "study.yaml")
    _write(ROOT / "book" / "study.yaml", {"reports": [], "general": [*_pages(), *study["general"]]})


def _contents() -> dict[str, Any]:
    """The contents of the book with own pages and notebooks before the rest."""
    contents = _yaml(SOURCES / "_toc.yml")
    own = (("Chapters", _pages()), ("Notebooks of this book", _notebooks()))
    parts = [
        {"caption": caption, "numbered": True, "chapters": [{"file": file} for file in files]}
        for caption, files in own
        if files
    ]
    return {**contents, "parts": [*parts, *contents["parts"]]}


def _configuration() -> dict[str, Any]:
    """The configuration, with the references that own pages bring."""
    config = _yaml(SOURCES / "_config.yml")
    own = sorted((PROJECT / "book").glob("*.bib"))
    config["bibtex_bibfiles"] = [*config["bibtex_bibfiles"], *(f"book/{p.name}" for p in own)]
    return config


def _pages() -> list[str]:
    return [f"book/{path.stem}" for path in sorted((PROJECT / "book").glob("*.md"))]


def _notebooks() -> list[str]:
    return [f"notebooks/{path.stem}" for path in sorted((PROJECT / "notebooks").glob("[0-9]*.py"))]


def _names(folder: Path) -> Iterator[Path]:
    return (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())


def _yaml(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
