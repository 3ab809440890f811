"""Charts of themes and coverage: what stands where, and what leads to sentences."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.collections import PathCollection

from govreports import charts


@pytest.fixture
def axes():
    figure, drawn = plt.subplots()
    yield drawn
    plt.close(figure)


def test_cells_lead_to_sentences_where_there_are_some_of_one_report(axes):
    shares = pd.DataFrame({"a": [0.5, 0.0], "2019": [0.2, 0.3]}, index=["T1", "T2"])
    charts.draw_grid(axes, shares, ["one", "two"], ["A", "2019"], {"a"})
    linked = {text.get_text(): text.get_url() for text in axes.texts}
    assert linked == {"50%": "sentences:T1-a", "0%": None, "20%": None, "30%": None}
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["one", "two"]


def test_many_names_stand_aslant(axes):
    names = [f"Somewhere {year}" for year in range(2010, 2022)]
    shares = pd.DataFrame([[0.5] * len(names)], index=["T1"], columns=names)
    charts.draw_grid(axes, shares, ["one"], names, set())
    assert {tick.get_rotation() for tick in axes.get_xticklabels()} == {50}


def drawn_dots(axes):
    return [part for part in axes.collections if isinstance(part, PathCollection)]


def test_shares_lie_below_each_other_within_the_row_of_their_code(axes):
    shares = pd.DataFrame(
        [(name, code, 0.1, 0.0, 0.2) for name in "ab" for code in ("T1", "T2")],
        columns=["report", "code", "share", "low", "high"],
    )
    charts.draw_shares(axes, shares, {"a": "A", "b": "B"})
    first, second = (dots.get_offsets()[:, 1] for dots in drawn_dots(axes))
    assert (first > second).all()
    assert first.round().tolist() == second.round().tolist() == [1, 0]


def test_reports_of_one_colour_have_dots_of_other_shapes(axes):
    names = {f"r{number}": f"R{number}" for number in range(12)}
    shares = pd.DataFrame(
        [(name, "T1", 0.1, 0.0, 0.2) for name in names],
        columns=["report", "code", "share", "low", "high"],
    )
    charts.draw_shares(axes, shares, names)
    looks = {
        (tuple(dots.get_facecolor()[0]), dots.get_paths()[0].vertices.tobytes())
        for dots in drawn_dots(axes)
    }
    assert len(looks) == len(names)


def test_stripes_fill_a_report_from_beginning_to_end(axes):
    codings = pd.DataFrame(
        [("a", "T1", 30), ("a", "T2", 10), ("b", "T1", 5)],
        columns=["report", "primary", "characters"],
    )
    charts.draw_stripes(axes, codings, {"a": "A", "b": "B"})
    spans = [(bar.get_y() > 0.5, bar.get_x(), bar.get_width()) for bar in axes.patches]
    assert sorted(spans) == [(False, 0, 1), (True, 0, 0.75), (True, 0.75, 0.25)]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["B", "A"]


def test_states_are_marked_and_found_ones_lead_to_their_place(axes):
    states = pd.DataFrame({"a": ["found", "not found"], "b": ["not applicable", "found"]})
    links = pd.DataFrame({"a": ["report:a#p1", ""], "b": ["", ""]})
    charts.draw_states(axes, states, ["short", "long\nname"], names=["A", "B"], links=links)
    marks = [(text.get_text(), text.get_url()) for text in axes.texts]
    assert marks == [("●", "report:a#p1"), ("–", None), ("", None), ("●", None)]
    # A name of two lines has a row half as high again.
    assert axes.get_yticks().tolist() == [0.5, 1.75]


@pytest.mark.parametrize(("en", "broken"), [("x" * 70, False), ("x" * 72, True)])
def test_a_long_name_is_broken_between_the_languages(en, broken):
    assert ("\n" in charts.measure_name(1, "权力清单", en)) is broken
