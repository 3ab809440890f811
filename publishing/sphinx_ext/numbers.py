"""References to figures and tables by number, resolved from the numbers alone.

For each such reference Sphinx loads the page it leads to once more, a third of the time of a
build. What a plain reference shows is known without that page. Whatever is not plain, or not
found here, is left to Sphinx with its warnings.
"""

from __future__ import annotations

from typing import cast

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.transforms.post_transforms import SphinxPostTransform


def setup(app: Sphinx) -> None:
    """Resolve such references before Sphinx would."""
    app.add_post_transform(ResolveNumbers)


class ResolveNumbers(SphinxPostTransform):
    """From ``numref`` to “Fig. 4.1” or “Table 4.1” with its address."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Resolve the references of one page."""
        for node in list(self.document.findall(addnodes.pending_xref)):
            if node["reftype"] == "numref" and not node["refexplicit"]:
                self._resolve(node)

    def _resolve(self, node: addnodes.pending_xref) -> None:
        standard = cast(StandardDomain, self.env.get_domain("std"))
        docname, label = standard.anonlabels.get(node["reftarget"], ("", ""))
        for kind, numbers in self.env.toc_fignumbers.get(docname, {}).items():
            if label in numbers:
                title = self.config.numfig_format[kind] % ".".join(map(str, numbers[label]))
                found = standard.build_reference_node(
                    node["refdoc"], self.app.builder, docname, label, title, "numref",
                    nodeclass=addnodes.number_reference, title=title,
                )  # fmt: skip
                node.replace_self(found)
                return
