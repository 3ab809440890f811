"""Numbers of figures and tables: what they are, and references by them.

A chapter's have its number before their own, “Table 4.1”. Those of appendices have an A, “Table
A.1”, and those of a notebook its number after an N, “Fig. N8.1”; Sphinx would count them all in
one row without saying where.

For each reference Sphinx loads the page it leads to once more, a third of the time of a build.
What a plain reference shows is known without that page. Whatever is not plain, or not found here,
is left to Sphinx with its warnings.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, cast

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

Numbers = dict[str, dict[str, dict[str, tuple[Any, ...]]]]  # by page, kind and label
_NOTEBOOK = re.compile(r"notebooks/(?:.*/)?(\d+)_")
_APPENDIX = "A"


def setup(app: Sphinx) -> None:
    """Number before pages are written, and resolve such references before Sphinx would."""
    # Sphinx compares its numbers with those of the last build: around it they are its own.
    app.connect("env-get-updated", _as_counted, priority=100)
    app.connect("env-get-updated", _as_shown, priority=900)
    app.add_post_transform(ResolveNumbers)


def _as_counted(app: Sphinx, env: BuildEnvironment) -> list[str]:
    env.toc_fignumbers = getattr(env, "book_counted", env.toc_fignumbers)
    return []


def _as_shown(app: Sphinx, env: BuildEnvironment) -> list[str]:
    env.book_counted = env.toc_fignumbers  # type: ignore[attr-defined]
    env.toc_fignumbers = told_apart(env.toc_fignumbers, env.config.root_doc)
    return []


def told_apart(counted: Numbers, root: str) -> Numbers:
    """The numbers of pages without one of their own, with what tells them apart before them.

    >>> told_apart({"book/a": {"table": {"t": (1, 1)}}, "book/m": {"table": {"u": (1,)}}}, "book/i")
    {'book/a': {'table': {'t': (1, 1)}}, 'book/m': {'table': {'u': ('A', 1)}}}
    """
    so_far = Counter[tuple[str, str]]()
    shown: Numbers = {}
    for page, kinds in counted.items():
        before = prefix(page)
        shown[page] = {}
        for kind, numbers in kinds.items():
            shown[page][kind] = dict(numbers)
            for label, number in sorted(numbers.items(), key=lambda item: item[1]):
                if len(number) == 1 and page != root:
                    so_far[before, kind] += 1
                    shown[page][kind][label] = (before, so_far[before, kind])
    return shown


def prefix(page: str) -> str:
    """What numbers of a page begin with that has no number itself.

    >>> prefix("book/methods"), prefix("notebooks/cases/24_weigh_themes")
    ('A', 'N24')
    """
    notebook = _NOTEBOOK.match(page)
    return f"N{int(notebook[1])}" if notebook else _APPENDIX


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
