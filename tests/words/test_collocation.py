"""Collocation: windows, marginals, scores."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.errors import ArgumentError
from govreports.words import collocation as c
from tests.stats.token_frames import frame

REPORTS = {"甲": ["双 随机 公开 监督", "公开 监督"], "乙": ["监督 公开 行政", "行政"]}
paragraphs = st.lists(
    st.lists(st.sampled_from(["公开", "监督", "行政"]), min_size=1, max_size=7).map(" ".join),
    min_size=1,
    max_size=4,
)


@given(paragraphs, st.integers(1, 4), st.sampled_from(["both", "right"]))
def test_counts_are_those_of_every_pair_of_positions(parts, window, direction):
    expected: Counter[tuple[str, str]] = Counter()
    for part in parts:
        words = part.split()
        for i, x in enumerate(words):
            for y in words[i + 1 : i + 1 + window]:
                pair = (x, y) if direction == "right" else tuple(sorted((x, y)))
                expected[pair] += x != y
    table = c.collocations(frame({"甲": parts}), window=window, direction=direction, min_count=1)
    found = {(row["x"], row["y"]): row["count"] for row in table.to_dict("records")}
    assert found == +expected


@given(paragraphs)
def test_scores_keep_their_bounds(parts):
    table = c.collocations(frame({"甲": parts}), min_count=1)
    assert (table["logdice"] <= 14 + 1e-12).all()
    assert table["npmi"].dropna().between(-1 - 1e-12, 1 + 1e-12).all()
    assert (table["count_x"] <= table["pairs"]).all()


def test_pairs_never_cross_a_sentence():
    table = c.collocations(frame({"甲": ["公开", "监督"]}), min_count=1)
    assert table.empty


def test_bigrams_have_an_order():
    table = c.collocations(frame(REPORTS), window=1, direction="right", min_count=1)
    pairs = table.set_index(["x", "y"])["count"].to_dict()
    assert pairs[("公开", "监督")] == 2
    assert pairs[("监督", "公开")] == 1


def test_the_table_says_in_how_many_reports_a_pair_stands():
    table = c.collocations(frame(REPORTS), window=1, min_count=1).set_index(["x", "y"])
    assert table.loc[("公开", "监督"), ["count", "reports"]].tolist() == [3, 2]


def test_stop_words_lose_their_rows_but_not_their_places():
    tokens = frame({"甲": ["公开 的 监督"]})
    assert c.collocations(tokens, window=1, without=["的"], min_count=1).empty
    assert len(c.collocations(tokens, window=2, without=["的"], min_count=1)) == 1


def test_scores_undefined_by_their_formula_are_nan():
    assert np.isnan(c.npmi(5, 5, 5, 5))
    assert np.isnan(c.t_score(0, 0, 3, 10))
    assert np.isnan(c.log_dice(0, 0, 0))


def test_an_empty_frame_has_no_pairs():
    assert c.collocations(frame({})).empty


def test_the_network_holds_the_strongest_pairs():
    pairs = c.collocations(frame(REPORTS), window=2, min_count=1)
    graph = c.network(pairs, top=2)
    assert graph.number_of_edges() == 2
    strongest = pairs.iloc[0]
    edge = graph.edges[strongest["x"], strongest["y"]]
    assert edge["weight"] == strongest["logdice"]
    assert graph.nodes[strongest["x"]]["count"] == strongest["count_x"]


def test_senseless_windows_are_refused():
    with pytest.raises(ArgumentError, match="window"):
        c.collocations(frame(REPORTS), window=0)
    with pytest.raises(ArgumentError, match="direction"):
        c.collocations(frame(REPORTS), direction="left")  # type: ignore[arg-type]
