"""How often terms occur, in how many reports, and how evenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

import numpy as np
import pandas as pd
from scipy import sparse

from govreports.schema import frame
from govreports.words.counts import Counts, count
from govreports.words.dispersion import Normalisation, dp_of_terms
from govreports.words.lexicon import load_lexicon
from govreports.words.segmentation import Layer
from govreports.words.segmenter import kind_of
from govreports.words.stopwords import load_stopwords

NUMERAL = "number or date"

FREQUENCY_COLUMNS = (
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


def frequency(
    tokens: pd.DataFrame,
    *,
    without: Collection[str] = (),
    base: pd.DataFrame | None = None,
    normalised: Normalisation = "egbert2020",
) -> pd.DataFrame:
    """Frequency and dispersion of every term of a token frame, the most frequent first.

    Columns: ``term``; ``count``; ``per_10k`` (count per 10,000 tokens of the frame, stop words
    included); ``reports`` (reports that hold the term); ``range`` (their share of all
    reports); ``sections`` (innermost sections that hold it); ``dispersion`` (Gries' DP by
    report, 0 is even); ``dispersion_norm`` (the same, ``normalised`` as named in
    ``deviation_of_proportions``; nan with a single report); ``dispersion_section`` (DP by
    section). Ties are in code-point order. Terms in ``without`` get no row. ``base`` gives
    reports, sections and token counts where the frame itself is a selection or a layer of terms
    (see ``counts.count``). A frame without tokens gives a table without rows.
    """
    by_report = count(tokens, ("report",), without=without, base=base)
    by_section = count(tokens, ("report", "section"), without=without, base=base)
    totals = _totals(by_report)
    size = int(by_report.sizes.sum())
    reports = _parts_holding(by_report)
    table = pd.DataFrame(
        {
            "term": by_report.terms.astype(object),
            "count": totals,
            "per_10k": totals * (10_000 / size) if size else totals.astype(float),
            "reports": reports,
            "range": reports / max(len(by_report.parts), 1),
            "sections": _parts_holding(by_section),
            "dispersion": dp_of_terms(by_report),
            "dispersion_norm": dp_of_terms(by_report, normalised=normalised),
            "dispersion_section": dp_of_terms(by_section),
        },
        columns=list(FREQUENCY_COLUMNS),
    )
    order = np.argsort(-totals, kind="stable")
    return table.iloc[order].reset_index(drop=True)


def by_report(
    tokens: pd.DataFrame,
    *,
    without: Collection[str] = (),
    base: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rates per 10,000 tokens: one row a term, one column a report, in order of appearance.

    ``without`` and ``base`` as in ``frequency``.
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
