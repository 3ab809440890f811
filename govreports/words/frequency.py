"""How often terms occur, in how many reports, and how evenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

import numpy as np
import pandas as pd
from scipy import sparse

from govreports.schema import frame
from govreports.stats.counts import Counts, count
from govreports.stats.dispersion import Normalisation, dp_of_terms
from govreports.words.lexicon import load_lexicon
from govreports.words.segmentation import Layer
from govreports.words.segmenter import kind_of
from govreports.words.stopwords import load_stopwords

NUMERAL = "number or date"

SPREAD_COLUMNS = (
    "term",
    "count",
    "per_10k",
    "reports",
    "range",
    "sections",
    "dispersion",
    "dispersion_norm",
    "dispersion_section",
)


def with_spread(
    terms: pd.DataFrame,
    tokens: pd.DataFrame,
    *,
    base: pd.DataFrame | None = None,
    normalised: Normalisation = "lijffijt2012",
) -> pd.DataFrame:
    """Rows of the frame ``terms`` with more on how evenly each spreads, in the order given.

    ``tokens`` is the token frame of their layer, and ``base`` that of base tokens where the layer
    is another (see ``counts.count``). Columns: ``term, count, per_10k, reports, dispersion`` as
    in ``terms``; ``range`` (share of all reports that hold the term); ``sections`` (innermost
    sections that hold it); ``dispersion_norm`` (DP by report, ``normalised`` as named in
    ``deviation_of_proportions``; nan with a single report); ``dispersion_section`` (DP by
    section). A term that ``tokens`` lacks is in no section.
    """
    listed = terms["term"].tolist()
    by_report = count(tokens, ("report",), base=base).of(listed)
    by_section = count(tokens, ("report", "section"), base=base).of(listed)
    table = terms.assign(
        range=terms["reports"] / max(len(by_report.parts), 1),
        sections=_parts_holding(by_section),
        dispersion_norm=dp_of_terms(by_report, normalised=normalised),
        dispersion_section=dp_of_terms(by_section),
    )
    return table[list(SPREAD_COLUMNS)].reset_index(drop=True)


def by_report(
    tokens: pd.DataFrame,
    *,
    without: Collection[str] = (),
    base: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rates per 10,000 tokens: one row a term, one column a report, in order of appearance.

    Terms in ``without`` (stop words) get no row but stay in the denominator; ``base`` gives
    reports and denominators where the frame is a selection or a layer (see ``counts.count``).
    """
    counts = count(tokens, ("report",), without=without, base=base)
    rates = counts.dense().T * (10_000 / counts.sizes)
    return pd.DataFrame(
        rates, index=pd.Index(counts.terms, name="term"), columns=counts.parts["report"].tolist()
    )


def term_table(tokens: pd.DataFrame, multiword: pd.DataFrame) -> pd.DataFrame:
    """Both layers of token frames of the same reports as one table (frame ``terms``)."""
    return table_of_layers(
        {"token": count(tokens), "term": count(multiword, base=tokens)}, glosses=glosses()
    )


def glosses() -> dict[str, str]:
    """The English gloss of each multiword term of the packaged lexicon."""
    return {term.term: term.gloss for term in load_lexicon().terms}


def table_of_layers(layers: Mapping[Layer, Counts], *, glosses: Mapping[str, str]) -> pd.DataFrame:
    """Counts by report as one table (frame ``terms``), layer by layer, most frequent first.

    Ties are in code-point order. ``stop`` says why a ranking may leave a token out: its reason
    in the list of stop words, or that it is a number or date.
    """
    reasons = {entry.word: entry.reason for entry in load_stopwords()}
    return pd.concat(
        [_layer_table(layer, counts, reasons, glosses) for layer, counts in layers.items()],
        ignore_index=True,
    )


def tabulate(counters: Sequence[Counter[str]], sizes: Sequence[int]) -> Counts:
    """The counters of some reports as one count table, terms in code-point order."""
    terms = sorted(set().union(*counters))
    column = {term: place for place, term in enumerate(terms)}
    starts = np.cumsum([0, *map(len, counters)])
    places = map(column.__getitem__, chain.from_iterable(counters))
    indices = np.fromiter(places, dtype=np.int64, count=starts[-1])
    held = chain.from_iterable(counter.values() for counter in counters)
    values = np.fromiter(held, dtype=np.int64, count=starts[-1])
    table = sparse.csr_array((values, indices, starts), shape=(len(counters), len(terms)))
    parts = pd.DataFrame({"report": range(len(counters))})
    return Counts(table, np.asarray(sizes, dtype=np.int64), parts, pd.Index(terms, dtype=object))


def _layer_table(
    layer: Layer, counts: Counts, reasons: Mapping[str, str], glosses: Mapping[str, str]
) -> pd.DataFrame:
    totals = _totals(counts)
    order = np.argsort(-totals, kind="stable")
    terms = counts.terms[order].tolist()
    kinds = ["term" if layer == "term" else kind_of(term) for term in terms]
    size = int(counts.sizes.sum())
    several = len(counts.parts) > 1
    table = pd.DataFrame(
        {
            "term": terms,
            "count": totals[order],
            "per_10k": totals[order] * (10_000 / size) if size else np.nan,
            "reports": _parts_holding(counts)[order],
            "dispersion": dp_of_terms(counts)[order] if several else np.nan,
            "layer": layer,
            "kind": kinds,
            "stop": [
                NUMERAL if kind == "number" else reasons.get(term, "")
                for term, kind in zip(terms, kinds, strict=True)
            ],
            "gloss": [glosses.get(term, "") if layer == "term" else "" for term in terms],
        }
    )
    return frame("terms", table)


def _totals(counts: Counts) -> np.ndarray:
    return np.asarray(counts.table.sum(axis=0)).ravel().astype(np.int64)


def _parts_holding(counts: Counts) -> np.ndarray:
    return np.bincount(counts.table.tocoo().coords[1], minlength=len(counts.terms))
