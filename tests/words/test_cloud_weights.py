"""What sizes the words of comparing clouds, and whose colour they take."""

import numpy as np
import pandas as pd
import pytest

from govreports.colours import CATEGORIES, MUTED
from govreports.errors import ArgumentError
from govreports.words.cloud_weights import (
    commonality_weights,
    comparison_weights,
    owner_colours,
)


def test_comparison_gives_each_term_to_the_report_that_exceeds_the_mean_most():
    rates = pd.DataFrame({"甲": [9.0, 1.0, 5.0], "乙": [3.0, 4.0, 5.0], "丙": [0.0, 1.0, 5.0]})
    rates.index = pd.Index(["公开", "法治", "工作"])
    sizes, owners = comparison_weights(rates)
    assert sizes == {"公开": 5.0, "法治": 2.0}
    assert owners == {"公开": "甲", "法治": "乙"}


def test_missing_rates_are_refused():
    with pytest.raises(ArgumentError, match="missing"):
        commonality_weights(pd.DataFrame({"甲": [1.0, np.nan]}))


def test_six_reports_have_a_colour_each():
    colours = owner_colours("abcdef", [], others="others")
    assert [label for label, _ in colours.values()] == list("abcdef")
    assert len({colour for _, colour in colours.values()}) == 6


def test_of_many_reports_those_with_most_words_keep_a_colour():
    owners = ["g"] * 3 + ["b"] * 2 + ["a", "c", "d", "h"]
    colours = owner_colours("abcdefgh", owners, others="others")
    named = {name: label for name, (label, _) in colours.items()}
    # Of those with one word each, the first in order.
    assert [name for name in named if named[name] == name] == ["a", "b", "c", "d", "g"]
    assert colours["e"] == colours["h"] == ("others", MUTED)
    assert {colour for label, colour in colours.values() if label != "others"} == {*CATEGORIES}
