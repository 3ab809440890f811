"""With kept doctrees: which pages are read again, and which are written again.

Sphinx sees that a file changed. Here it is told what it cannot see: that a notebook has other
outputs for the same text, and that a page shows what another one says of itself (a number, a
title, a value that a notebook keeps). `publishing.fingerprint.reading_key` names what changes all.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from myst_nb.ext.glue.utils import PendingGlueReference
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from publishing.contents import notebook_paths
from publishing.executed import EXECUTED_VARIABLE, outputs_hash
from publishing.paths import ROOT


def setup(app: Sphinx) -> None:
    """Look before pages are read, while they are, and before they are written."""
    app.connect("env-get-outdated", _with_other_outputs)
    app.connect("doctree-read", _note_kept_values)
    app.connect("env-purge-doc", _forget)
    app.connect("env-updated", _showing_what_changed)
    app.connect("build-finished", _drop_unused_images)


def _with_other_outputs(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    state = Path(os.environ.get(EXECUTED_VARIABLE, ""))
    before = getattr(env, "book_outputs", {})
    now = {
        path.relative_to(ROOT).with_suffix("").as_posix(): outputs_hash(state, path)
        for path in notebook_paths()
    }
    env.book_outputs = now  # type: ignore[attr-defined]
    return [name for name, found in now.items() if before.get(name) != found]


def _note_kept_values(app: Sphinx, document: nodes.document) -> None:
    sources = {node.refdoc for node in document.findall(PendingGlueReference)}
    _values_shown(app.env)[app.env.docname] = sources


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _values_shown(env).pop(docname, None)


def _showing_what_changed(app: Sphinx, env: BuildEnvironment) -> set[str]:
    """The pages to write besides those that were read."""
    said, values = _said_of_pages(env), _kept_values(env)
    before: tuple[str, dict[str, str]] = getattr(env, "book_said", ("", {}))
    env.book_said = (said, values)  # type: ignore[attr-defined]
    if said != before[0]:
        return set(env.found_docs)
    changed = {name for name in values if values[name] != before[1].get(name)}
    return {page for page, sources in _values_shown(env).items() if sources & changed}


def _values_shown(env: BuildEnvironment) -> dict[str, set[str]]:
    """By page, the notebooks whose kept values it shows."""
    if not hasattr(env, "book_values"):
        env.book_values = {}  # type: ignore[attr-defined]
    found: dict[str, set[str]] = env.book_values  # type: ignore[attr-defined]
    return found


def _kept_values(env: BuildEnvironment) -> dict[str, str]:
    """By notebook, a hash of the values that it keeps."""
    folder = Path(env.mystnb_config.output_folder)  # type: ignore[attr-defined]
    return {
        path.relative_to(folder).as_posix().removesuffix(".glue.json"): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(folder.rglob("*.glue.json"))
    }


def _said_of_pages(env: BuildEnvironment) -> str:
    """A hash of titles, order, numbers, labels and citations."""
    text = "\n".join(sorted(map(repr, _told(env))))
    return hashlib.sha256(text.encode()).hexdigest()


def _told(env: BuildEnvironment) -> Iterator[tuple[Any, ...]]:
    for name, title in env.titles.items():
        yield "title", name, str(title)
    for what in ("toctree_includes", "toc_secnumbers", "toc_fignumbers"):
        for name, value in getattr(env, what).items():
            yield what, name, _sorted(value)
    standard = env.get_domain("std")
    for what in ("labels", "anonlabels", "objects", "terms"):
        for name, value in standard.data.get(what, {}).items():
            yield what, name, _sorted(value)
    for cited in env.get_domain("cite").data["citation_refs"]:
        yield "cited", cited.docname, [target.key for target in cited.targets]


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted((str(name), _sorted(inside)) for name, inside in value.items())
    return sorted(map(str, value)) if isinstance(value, (set, frozenset)) else str(value)


def _drop_unused_images(app: Sphinx, error: Exception | None) -> None:
    """Those that only an earlier state of a page showed."""
    folder = Path(app.outdir) / "_images"
    used = {file for _, file in app.env.images.values()}
    for path in folder.iterdir() if folder.is_dir() and not error else []:
        if path.name not in used:
            path.unlink()
