"""Sentences that show what a theme means, and whether words of a sentence speak for its theme."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def clearest(codings: pd.DataFrame, evidence: pd.DataFrame, themes: Sequence[str]) -> pd.DataFrame:
    """The sentence of each theme with the most evidence for it, and with no other theme.

    Of equals the shortest is taken, then the first; headings are left out. One row of the frame
    ``codings`` a theme that has such a sentence, in the order of ``themes``.
    """
    alone = codings[(codings["themes"] == codings["primary"]) & ~codings["is_heading"]]
    counted = evidence.groupby(["report", "sentence", "code"]).size().rename("places")
    keys = ["report", "sentence", "primary"]
    joined = alone.join(counted.rename_axis(keys), on=keys).fillna({"places": 0})
    ranked = joined.sort_values(["places", "characters"], ascending=[False, True], kind="stable")
    best = ranked.drop_duplicates("primary").set_index("primary", drop=False)
    return best.reindex([t for t in themes if t in best.index]).drop(columns="places")


def rests_on_words(codings: pd.DataFrame, evidence: pd.DataFrame) -> pd.Series:
    """Whether words of the sentence itself speak for its primary theme, not its context alone."""
    own = evidence[~evidence["rule"].str.startswith("context")]
    keys = ["report", "sentence"]
    spoken = pd.MultiIndex.from_frame(own[[*keys, "code"]])
    return pd.Series(
        pd.MultiIndex.from_frame(codings[[*keys, "primary"]]).isin(spoken), index=codings.index
    )
