"""Title, version and commit, set from the one metadata source and shown on every page."""

from __future__ import annotations

from html import escape

from sphinx.application import Sphinx
from sphinx.config import Config

from publishing.editions.publication import edition_publication
from publishing.metadata import commit
from publishing.paths import ASSETS, GENERATED_STATIC


def setup(app: Sphinx) -> None:
    """Fill the configuration that ``_config.yml`` leaves to the metadata."""
    app.connect("config-inited", _describe, priority=100)


def _describe(app: Sphinx, config: Config) -> None:
    publication = edition_publication()
    # The theme shows title and author as they are; a tag in them must stay text.
    config.project = config.html_title = publication.title.replace("<", "&lt;")
    config.author = escape(publication.author)
    year = str(publication.released.year) if publication.released else ""
    config.copyright = ", ".join(filter(None, (year, publication.author)))
    config.version = config.release = publication.version
    config.html_last_updated_fmt = None
    config.html_favicon = str(ASSETS / "favicon.svg")
    config.html_baseurl = publication.base_url
    config.html_static_path = [*config.html_static_path, str(ASSETS), str(GENERATED_STATIC)]
    edition = (
        [f"Version {publication.version}"] if publication.version else ["Made with govreports"]
    )
    told = f"{', '.join([*edition, f'commit {commit()}'])}."
    if publication.licence:
        told += f" Text and figures {publication.licence.replace('-', ' ')}."
    config.html_theme_options = {
        **config.html_theme_options,
        "extra_footer": f'<p class="edition">{escape(told)}</p>',
    }
