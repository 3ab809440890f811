"""How well plans are matched with what the next report tells, on invented pairs (not time)."""

from __future__ import annotations

from govreports.claims.followed import THRESHOLD
from tests.claims.followed_pairs import judged, measures


def rows() -> list[dict[str, object]]:
    """Precision, recall, F1 on both halves; that on the held-out half is the figure to quote."""
    return [
        {"half": half, "plans": len(plans), "measure": name, "value": v, "low": a, "high": b}
        for half in ("development", "held-out")
        for plans in [judged(half, THRESHOLD)]
        for name, v, a, b in measures(plans)
    ]
