"""One word, one rate: whatever table or figure shows it."""

import pandas as pd
import pytest

from govreports.words.frequency import SPREAD_COLUMNS
from publishing.paths import EXHIBITS


@pytest.fixture(scope="module")
def rates(built_book):
    """Rates per 10,000 base tokens in each report, as the table of frequencies has them."""
    table = pd.read_csv(EXHIBITS / "frequency.csv").set_index("term")
    return table.drop(columns=[name for name in SPREAD_COLUMNS if name in table])


def test_clouds_are_drawn_from_the_rates_of_the_table_of_frequencies(rates):
    clouds = pd.read_csv(EXHIBITS / "word-rates.csv").set_index("term")
    shared = clouds.index.intersection(rates.index)
    assert len(shared) > 1000
    assert set(clouds) == set(rates)
    pd.testing.assert_frame_equal(clouds.loc[shared, rates.columns], rates.loc[shared])


def test_key_words_have_the_rates_of_the_table_of_frequencies(rates):
    for row in pd.read_csv(EXHIBITS / "keyness.csv").itertuples():
        assert row.per_10k == pytest.approx(rates.loc[row.term, row.report]), row.term


def test_rates_in_the_reports_add_up_to_the_rate_in_all(rates):
    table = pd.read_csv(EXHIBITS / "frequency.csv").set_index("term")
    sizes = pd.read_csv(EXHIBITS / "diversity.csv").set_index("report")["tokens"]
    counts = (rates * sizes[rates.columns] / 10_000).sum(axis=1)
    pd.testing.assert_series_equal(counts, table["count"].astype(float), check_names=False)
