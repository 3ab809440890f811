"""Rates of words: the same word has the same rate in every exhibit, per 10,000 base tokens."""

import numpy as np
import pandas as pd
import pytest

from govreports.corpus import published_corpus
from govreports.terms.frequency import by_report, frequency
from govreports.terms.segmentation import token_frame
from govreports.terms.segmenter import Segmenter
from publishing.downloads import EXHIBITS
from publishing.paths import CORPUS


@pytest.fixture(scope="module")
def tokens():
    """All base tokens of the five reports, numbers and single characters among them."""
    return token_frame(published_corpus(CORPUS).reports, Segmenter())


@pytest.fixture(scope="module")
def kept(built_book):
    """A table that the notebooks kept, by its name."""
    return lambda name: pd.read_csv(built_book.html / EXHIBITS / f"{name}.csv")


def test_rates_in_the_clouds_are_of_all_base_tokens(tokens, kept):
    shown = kept("word-rates").set_index("term")
    expected = by_report(tokens).loc[list(shown.index), list(shown.columns)]
    np.testing.assert_allclose(shown.to_numpy(), expected.to_numpy())


def test_rates_of_all_reports_are_of_all_base_tokens(tokens, kept):
    shown = kept("frequency").set_index("term")["per_10k"]
    expected = frequency(tokens).set_index("term")["per_10k"].loc[list(shown.index)]
    np.testing.assert_allclose(shown.to_numpy(), expected.to_numpy())
