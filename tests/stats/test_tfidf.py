"""tf-idf in its named variants."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfTransformer

from govreports.errors import ArgumentError
from govreports.stats.tfidf import idf, tf_idf

TABLE = np.array([[3, 0, 1, 2], [2, 0, 0, 5], [3, 4, 1, 1]])


@pytest.mark.parametrize(("tf", "sublinear"), [("count", False), ("log", True)])
def test_the_sklearn_variant_is_scikit_learns(tf, sublinear):
    expected = TfidfTransformer(sublinear_tf=sublinear).fit_transform(TABLE).toarray()
    found = tf_idf(TABLE, tf=tf, idf_variant="sklearn", unit_length=True)
    np.testing.assert_allclose(found, expected)


def test_a_term_in_every_report_weighs_nothing_in_the_plain_variant():
    assert tf_idf(TABLE)[:, [0, 3]].tolist() == [[0, 0]] * 3


def test_relative_frequencies_count_all_tokens_when_sizes_are_given():
    whole = tf_idf(TABLE, sizes=[100, 100, 100])
    assert whole[2, 1] == pytest.approx(0.04 * np.log(3))


def test_smoothing_keeps_absent_terms_finite():
    assert np.isnan(idf([[0], [0]])[0])
    assert np.isfinite(idf([[0], [0]], variant="smooth")).all()


def test_a_report_without_tokens_is_undefined():
    assert np.isnan(tf_idf([[0, 0], [1, 2]], unit_length=True)[0]).all()


def test_unknown_variants_are_refused():
    with pytest.raises(ArgumentError, match="idf"):
        idf(TABLE, variant="bm25")  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="tf"):
        tf_idf(TABLE, tf="bm25")  # type: ignore[arg-type]
