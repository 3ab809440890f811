"""How many invented private names are found, and how many listed places are none (not time)."""

from __future__ import annotations

from scipy.stats import binomtest

from tests.corpus.marked_names import HALVES, found


def rows() -> list[dict[str, object]]:
    """Precision and recall on the halves of both sets with Wilson intervals (95 %)."""
    table = []
    for half in HALVES:
        got = found(half)
        for name, hits, of in (
            ("precision", got.right, got.listed),
            ("recall", got.hit, got.marked),
        ):
            low, high = binomtest(hits, of).proportion_ci(method="wilson")
            table.append(
                {"half": half, "measure": name, "hits": hits, "of": of, "value": hits / of}
                | {"low": low, "high": high}
            )
    return table
