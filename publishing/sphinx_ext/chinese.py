"""The Chinese edition: its chapters in place of the English ones, under the same names."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from publishing.editions.languages import CHINESE_EDITION, language
from publishing.editions.sources import chinese_source, overlay_hash
from publishing.editions.strings import strings


def setup(app: Sphinx) -> None:
    """Stand between the files and the parser, in a run for this edition alone."""
    if language() != CHINESE_EDITION:
        return
    app.connect("source-read", _in_chinese)
    app.connect("env-get-outdated", _written_anew)
    app.connect("config-inited", _name_search)


def _in_chinese(app: Sphinx, docname: str, source: list[str]) -> None:
    # The text of a notebook names its outputs: its cells are put into Chinese later.
    if not docname.startswith("notebooks/"):
        source[0] = chinese_source(docname, source[0])


def _written_anew(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    before = getattr(env, "book_overlays", {})
    now = {name: overlay_hash(name) for name in sorted(env.found_docs)}
    env.book_overlays = now  # type: ignore[attr-defined]
    return [name for name, found in now.items() if before.get(name, "") != found]


def _name_search(app: Sphinx, config: Config) -> None:
    config.html_theme_options["search_bar_text"] = strings()("Search...")
    config.togglebutton_hint = strings()("Click to show")
    config.togglebutton_hint_hide = strings()("Click to hide")
