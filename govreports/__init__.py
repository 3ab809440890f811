"""Read, segment, code and compare Chinese local-government reports.

Everything derived from a report points back into it by ``[start, end)`` in Unicode code
points of the decoded file, so that each number can be followed to the sentence it rests on.

The functions a researcher types are here, and are imported when first used:

>>> import govreports
>>> sorted(govreports.__all__)[:5]
['Analysis', 'Corpus', 'Report', 'agreement', 'between_reports']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# The one place of the version: packaging, book and citations read it here.
__version__ = "0.1.0"

# Where each public name is: importing the package alone loads nothing of all this.
_PUBLIC = {
    "Analysis": "govreports.analysis",
    "Corpus": "govreports.corpus.reading",
    "Report": "govreports.report.model",
    "agreement": "govreports.stats.agreement",
    "between_reports": "govreports.coding.contrasts",
    "code": "govreports.api",
    "collocations": "govreports.words.collocation",
    "concordance": "govreports.words.concordance",
    "frames": "govreports.schema",
    "keyness": "govreports.stats.keyness",
    "load_codebook": "govreports.codebook.loader",
    "parse": "govreports.report.parse",
    "quantities": "govreports.api",
    "read": "govreports.api",
    "read_folder": "govreports.api",
    "reuse": "govreports.api",
    "segment": "govreports.api",
    "shares": "govreports.coding.shares",
    "statements": "govreports.api",
    "terms": "govreports.api",
}

if TYPE_CHECKING:
    from govreports.analysis import Analysis
    from govreports.api import (
        code,
        quantities,
        read,
        read_folder,
        reuse,
        segment,
        statements,
        terms,
    )
    from govreports.codebook.loader import load_codebook
    from govreports.coding.contrasts import between_reports
    from govreports.coding.shares import shares
    from govreports.corpus.reading import Corpus
    from govreports.report.model import Report
    from govreports.report.parse import parse
    from govreports.schema import frames
    from govreports.stats.agreement import agreement
    from govreports.stats.keyness import keyness
    from govreports.words.collocation import collocations
    from govreports.words.concordance import concordance

__all__ = [
    "Analysis", "Corpus", "Report", "agreement", "between_reports", "code", "collocations",
    "concordance", "frames", "keyness", "load_codebook", "parse", "quantities", "read",
    "read_folder", "reuse", "segment", "shares", "statements", "terms",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
