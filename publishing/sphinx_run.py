"""``python -m publishing.sphinx_run``: Sphinx for the two forms of the book, in one process.

Pages and print are written from the same doctrees, which are kept: a page is read again only when
its text, its outputs or a file that it shows changed.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from publishing.contents import toc_file
from publishing.editions.languages import CHINESE_EDITION, language
from publishing.editions.references import chinese_references
from publishing.files import write_if_changed
from publishing.paths import CONFIG, ROOT

# Plug-ins of myst-nb are looked for at each notebook, among all packages that are installed.
metadata.entry_points = cache(metadata.entry_points)  # type: ignore[assignment]


def run(folder: Path, builders: list[str]) -> int:
    """Build into folders of ``folder`` named like the builders; returns an exit status."""
    from jupyter_book.sphinx import build_sphinx

    own = _of_chinese_edition(folder) if language() == CHINESE_EDITION else {}
    for builder in builders:
        failed = build_sphinx(
            ROOT,
            folder / builder,
            noconfig=True,
            path_config=CONFIG,
            doctreedir=folder / "doctrees",
            confoverrides={
                "external_toc_path": str(toc_file()),
                "latex_individualpages": False,
                "nitpicky": True,
                **own,
            },
            builder=builder,
            warningiserror=True,
            keep_going=True,
            quiet=True,
        )
        if failed:
            return 1
    return 0


def _of_chinese_edition(folder: Path) -> dict[str, object]:
    references = folder / "references.bib"
    write_if_changed(references, chinese_references().encode())
    return {
        "language": "zh_CN",
        "bibtex_bibfiles": [str(references)],
        "numfig_format": {"figure": "图%s", "table": "表%s"},  # no blank beside a number
    }


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), sys.argv[2:]))
