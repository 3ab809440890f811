"""How evenly a term is spread over the parts of a corpus."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.errors import ArgumentError
from govreports.stats.counts import Counts

Normalisation = Literal["none", "gries2008", "lijffijt2012", "egbert2020"]


def deviation_of_proportions(
    counts: npt.ArrayLike, sizes: npt.ArrayLike, *, normalised: Normalisation = "none"
) -> npt.NDArray[np.float64]:
    """Gries' DP = ½ Σ |vᵢ − sᵢ|: 0 is perfectly even, towards 1 all in one small part.

    ``counts`` holds the term's count in each part (parts, or parts × terms), ``sizes`` each
    part's tokens; vᵢ is part i's share of the term, sᵢ its share of the tokens. Divided by

    - ``none``: nothing; the largest value is 1 − min sᵢ;
    - ``gries2008``: 1 − 1/n (Gries 2008, for n equal parts; unequal ones can pass 1);
    - ``lijffijt2012``: 1 − min sᵢ (Lijffijt & Gries 2012);
    - ``egbert2020``: 1 − min sᵢ over the parts that hold the term (Egbert, Burch & Biber 2020).

    A term that never occurs, or a single part where a divisor is asked for, gives nan.

    Gries (2008), Dispersions and adjusted frequencies in corpora, IJCL 13(4):

    >>> round(float(deviation_of_proportions([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])), 2)
    0.18
    >>> dp = deviation_of_proportions([1, 2, 3, 4, 5], [9, 10, 10, 10, 11],
    ...                               normalised="lijffijt2012")
    >>> round(float(dp), 4)
    0.2195
    """
    found, shares = _checked(counts, sizes)
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.abs(found / found.sum(axis=0) - shares).sum(axis=0) / 2
    smallest = np.where(found > 0, shares, np.inf).min(axis=0)
    return _normalised(spread, shares.ravel(), smallest, normalised)


def dp_of_terms(counts: Counts, *, normalised: Normalisation = "none") -> npt.NDArray[np.float64]:
    """DP of every term of a count table, one value a column, without unfolding the table.

    Rests on Σ |vᵢ − sᵢ| = 1 + Σ (|vᵢ − sᵢ| − sᵢ) over the parts that hold the term.
    """
    cells = counts.table.tocoo()
    parts, terms = cells.coords
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = counts.sizes / counts.sizes.sum()
        totals = np.bincount(terms, weights=cells.data, minlength=len(counts.terms))
        share, own = shares[parts], cells.data / totals[terms]
        excess = np.bincount(terms, np.abs(own - share) - share, minlength=len(counts.terms))
    spread = np.where(totals > 0, (1 + excess) / 2, np.nan)
    smallest = np.full(len(counts.terms), np.inf)
    np.minimum.at(smallest, terms, share)
    return _normalised(spread, shares, smallest, normalised)


def _normalised(
    spread: npt.NDArray[np.float64],
    shares: npt.NDArray[np.float64],
    smallest_holding: npt.NDArray[np.float64],
    normalised: Normalisation,
) -> npt.NDArray[np.float64]:
    if normalised == "none":
        return spread
    if normalised == "gries2008":
        limit = np.full_like(spread, 1 - 1 / max(len(shares), 1))
    elif normalised == "lijffijt2012":
        limit = np.full_like(spread, 1 - shares.min(initial=1))
    elif normalised == "egbert2020":
        limit = 1 - smallest_holding
    else:
        raise ArgumentError(f"unknown normalisation of DP: {normalised!r}")
    # A single part leaves nothing to spread over: the normalised value has no meaning.
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(limit > 1e-12, spread / limit, np.nan)


def juilland_d(
    counts: npt.ArrayLike, sizes: npt.ArrayLike | None = None
) -> npt.NDArray[np.float64]:
    """Juilland's D = 1 − V/√(n − 1), V the population variation coefficient: 1 is even.

    With ``sizes`` the relative frequencies are compared, as unequal parts require; without,
    the counts. Fewer than two parts, or a term that never occurs, give nan.

    >>> round(float(juilland_d([0, 4, 3, 2, 1])), 4)
    0.6464
    """
    found = np.asarray(counts, dtype=float)
    if sizes is not None:
        found, shares = _checked(counts, sizes)
        if (shares == 0).any():
            raise ArgumentError("a part without tokens has no relative frequency")
        found = found / shares.reshape(-1, *[1] * (found.ndim - 1))
    parts = found.shape[0]
    with np.errstate(invalid="ignore", divide="ignore"):
        variation = found.std(axis=0) / found.mean(axis=0)
        return 1 - variation / np.sqrt(parts - 1) if parts > 1 else np.full(found.shape[1:], np.nan)


def _checked(
    counts: npt.ArrayLike, sizes: npt.ArrayLike
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    found, parts = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    if parts.ndim != 1 or found.shape[:1] != parts.shape:
        raise ArgumentError(f"counts of {found.shape[:1]} parts, sizes of {parts.shape}")
    if (parts < 0).any() or (found < 0).any():
        raise ArgumentError("counts and sizes cannot be negative")
    column = parts.reshape(-1, *[1] * (found.ndim - 1))
    with np.errstate(invalid="ignore"):
        return found, column / column.sum()


def positions(tokens: pd.DataFrame, term: str) -> pd.DataFrame:
    """Where a term stands, for a lexical dispersion plot.

    ``tokens`` is a token frame in reading order. Columns: ``report, start, end`` (code points),
    ``token`` (ordinal in the report, from 0), ``place`` (0 at the first token, 1 at the last;
    nan in a report of one token). One row an occurrence; none when the term never occurs.
    """
    ordinal = tokens.groupby("report", sort=False, observed=True).cumcount()
    last = ordinal.groupby(tokens["report"], sort=False, observed=True).transform("max")
    hits = (tokens["token"] == term).to_numpy()
    return pd.DataFrame(
        {
            "report": tokens["report"].to_numpy()[hits],
            "start": tokens["start"].to_numpy()[hits],
            "end": tokens["end"].to_numpy()[hits],
            "token": ordinal.to_numpy()[hits],
            "place": (ordinal / last.where(last > 0)).to_numpy()[hits],
        }
    )
