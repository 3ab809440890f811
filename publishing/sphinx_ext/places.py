"""Links to a place in a report, written ``report:<id>#p12-s3`` wherever they stand."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from publishing.paths import GENERATED_REPORTS, ROOT

SCHEME = "report:"
FOLDER = GENERATED_REPORTS.relative_to(ROOT).as_posix()
_LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Resolve such links once the builder is known."""
    app.add_post_transform(ResolvePlaces)


class ResolvePlaces(SphinxPostTransform):
    """From ``report:<id>#<anchor>`` to an address of the page being written."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Rewrite every such link; one to a place that does not exist is a warning."""
        for node in list(self.document.findall(nodes.reference)):
            target = node.get("refuri", "")
            if target.startswith(SCHEME):
                node["refuri"] = self._address(target.removeprefix(SCHEME), node)

    def _address(self, target: str, node: nodes.Element) -> str:
        report, _, anchor = target.partition("#")
        docname = f"{FOLDER}/{report}"
        source = GENERATED_REPORTS / f"{report}.md"
        if docname not in self.env.all_docs or (
            anchor and not re.search(rf'id="{re.escape(anchor)}"', source.read_text("utf-8"))
        ):
            _LOGGER.warning("no such place in a report: %s", target, location=node)
        if self.app.builder.name == "singlehtml":
            # All reports share one page there; the PDF resolves this form.
            return f"#report={report}={anchor}"
        relative = self.app.builder.get_relative_uri(self.env.docname, docname)
        return f"{relative}#{anchor}" if anchor else relative
