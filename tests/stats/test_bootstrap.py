"""The paragraph bootstrap."""

import numpy as np
import pytest

from govreports.errors import ArgumentError
from govreports.stats import bootstrap as b
from govreports.stats.counts import count
from govreports.stats.keyness import keyness
from tests.stats.token_frames import frame

PARAGRAPHS = ("report", "paragraph")
MIXED = {"甲": ["公开 行政", "行政 行政", "公开 公开 法治", "法治"], "乙": ["行政 法治", "公开"]}


def test_equal_paragraphs_leave_nothing_to_vary():
    counts = count(frame({"甲": ["公开 行政"] * 4, "乙": ["行政"] * 3}), PARAGRAPHS)
    interval = b.paragraph_bootstrap(counts, b.rates, seed=1, replicates=50)
    np.testing.assert_array_equal(interval.low, interval.estimate)
    np.testing.assert_array_equal(interval.high, interval.estimate)
    assert interval.estimate.tolist() == [[5000, 5000], [0, 10_000]]


def test_the_seed_decides_the_result():
    words = ["公开", "行政", "法治", "依法", "监督"]
    paragraphs = [" ".join(words[: 1 + i % 5] * (1 + i % 3)) for i in range(20)]
    counts = count(frame({"甲": paragraphs}), PARAGRAPHS)
    one, same, other = (
        b.paragraph_bootstrap(counts, b.rates, seed=seed, replicates=200) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one.low, same.low)
    assert (one.low != other.low).any()


def test_reports_are_resampled_each_for_itself():
    counts = count(frame({"甲": ["公开"] * 5, "乙": ["行政"] * 5}), PARAGRAPHS)
    interval = b.paragraph_bootstrap(counts, b.rates, seed=3, replicates=100)
    assert interval.low.tolist() == interval.high.tolist() == [[10_000, 0], [0, 10_000]]


def test_the_interval_is_that_of_an_explicit_loop():
    counts = count(
        frame({"甲": ["公开 行政", "行政", "公开 公开", "法治 公开", "行政"]}), PARAGRAPHS
    )
    found = b.paragraph_bootstrap(counts, b.rates, seed=5, replicates=4000)
    generator = np.random.default_rng(99)
    table, sizes = counts.dense(), counts.sizes
    loop = []
    for _ in range(4000):
        rows = generator.integers(0, 5, 5)
        loop.append(table[rows].sum(axis=0) / sizes[rows].sum() * 10_000)
    low, high = np.quantile(loop, [0.025, 0.975], axis=0)
    np.testing.assert_allclose(found.low[0], low, atol=300)
    np.testing.assert_allclose(found.high[0], high, atol=300)


def test_a_statistic_that_is_often_undefined_has_no_interval_and_says_so():
    counts = count(frame(MIXED), PARAGRAPHS)

    def share_of_first(table, sizes):
        with np.errstate(invalid="ignore"):
            return table[..., 1, 1] / (table[..., 1, 1] + table[..., 1, 0])

    interval = b.paragraph_bootstrap(counts, share_of_first, seed=1, replicates=300)
    always = b.paragraph_bootstrap(
        counts, lambda table, sizes: np.full(sizes.shape[:-1], np.nan), seed=1, replicates=10
    )
    assert 0 <= interval.undefined < 1
    assert always.undefined == 1
    assert np.isnan([always.low, always.high]).all()


def test_log_ratios_of_the_reports_as_they_are_equal_those_of_keyness():
    tokens = frame(MIXED)
    counts = count(tokens, PARAGRAPHS)
    interval = b.paragraph_bootstrap(counts, b.log_ratios([True, False]), seed=1, replicates=20)
    table = keyness(tokens, ["甲"], min_count=1).set_index("term")["log_ratio"]
    np.testing.assert_allclose(interval.estimate, table[list(counts.terms)])


def test_large_tables_are_drawn_in_batches_with_every_replicate_kept(monkeypatch):
    monkeypatch.setattr(b, "_BATCH_CELLS", 12)
    counts = count(frame(MIXED), PARAGRAPHS)
    seen = []

    def statistic(table, sizes):
        seen.append(sizes.shape)
        return sizes.sum(axis=-1)

    b.paragraph_bootstrap(counts, statistic, seed=1, replicates=7)
    assert seen[0] == (2,)
    assert sum(shape[0] for shape in seen[1:]) == 7
    assert len(seen) > 2


@pytest.mark.parametrize("options", [{"level": 1.0}, {"level": 0.0}, {"replicates": 0}])
def test_senseless_options_are_refused(options):
    with pytest.raises(ArgumentError, match="level"):
        b.paragraph_bootstrap(count(frame(MIXED), PARAGRAPHS), b.rates, seed=1, **options)


def test_without_paragraphs_there_is_nothing_to_resample():
    with pytest.raises(ArgumentError, match="no paragraphs"):
        b.paragraph_bootstrap(count(frame({}), PARAGRAPHS), b.rates, seed=1)
