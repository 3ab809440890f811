"""Word clouds: exact sizes, no overlap, colour explained."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.font_manager import FontProperties

from govreports.errors import ArgumentError
from govreports.figures import font_path, save
from govreports.words import clouds

WEIGHTS = {f"词{chr(0x4E00 + i)}语"[: 1 + i % 3] + chr(0x5000 + i): 40 / (i + 1) for i in range(30)}


@pytest.fixture(scope="module")
def placed():
    return clouds.layout(WEIGHTS)


def test_every_size_follows_its_weight(placed):
    first = placed[0]
    for word in placed:
        exact = first.size * np.sqrt(word.weight / first.weight)
        assert word.size == pytest.approx(exact, abs=0.51)


def test_the_layout_is_fixed_by_its_input(placed):
    assert clouds.layout(dict(reversed(WEIGHTS.items()))) == placed
    assert clouds.layout(WEIGHTS, seed=21) != placed


def test_words_are_inside_the_canvas_and_apart(placed):
    font = FontProperties(fname=str(font_path()))
    boxes = [clouds._outline(word, font).get_extents() for word in placed]
    for box in boxes:
        assert box.x0 >= 0
        assert box.y0 >= 0
        assert box.x1 <= clouds.WIDTH
        assert box.y1 <= clouds.HEIGHT
    for i, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[i + 1 :])


def test_turned_words_keep_their_place_too():
    font = FontProperties(fname=str(font_path()))
    placed = clouds.layout(WEIGHTS, turned=0.5, seed=20)
    assert {word.upright for word in placed} == {True, False}
    boxes = [clouds._outline(word, font).get_extents() for word in placed]
    for i, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[i + 1 :])


def test_words_without_weight_are_not_drawn():
    assert [w.text for w in clouds.layout({"公开": 2.0, "行政": 0.0, "法治": -1.0})] == ["公开"]


@pytest.mark.parametrize("weights", [{}, {"公开": 0.0}, {"公开": float("inf")}, {"长" * 500: 1.0}])
def test_nothing_to_draw_is_said(weights):
    with pytest.raises(ArgumentError, match=r"word|finite"):
        clouds.layout(weights)


def test_dollar_signs_are_words_not_formulae():
    figure = clouds.cloud({"$a_b$": 3.0, "公开": 1.0})
    assert len(figure.axes[0].patches) == 2
    plt.close(figure)


def test_the_legend_explains_exactly_the_colours_shown():
    figure = clouds.cloud(
        {"公开": 3.0, "行政": 2.0, "法治": 1.0},
        groups={"公开": "T5", "行政": "T4"},
        legend={"T4": "#111111", "T5": "#222222", "T6": "#333333"},
    )
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["T4", "T5"]
    plt.close(figure)


def test_a_colour_without_explanation_is_refused():
    with pytest.raises(ArgumentError, match="'T9'"):
        clouds.cloud({"公开": 3.0}, groups={"公开": "T9"}, legend={"T4": "#111111"})


def test_the_same_cloud_is_the_same_file(tmp_path):
    files = []
    for name in ("a", "b"):
        figure = clouds.cloud({"公开": 3.0, "行政": 2.0}, title="云")
        files.append(save(figure, tmp_path / name, "cloud").read_bytes())
        plt.close(figure)
    assert files[0] == files[1]


def test_words_stay_under_one_seed_and_move_under_another():
    assert clouds.displacement(WEIGHTS, seeds=(20, 20)) == 0
    assert 0 < clouds.displacement(WEIGHTS, seeds=(20, 21)) < 1
    assert np.isnan(clouds.displacement(WEIGHTS, seeds=(20,)))


def test_panels_keep_to_their_canvas_and_can_be_read_in_print():
    placed = clouds.layout(dict(list(WEIGHTS.items())[:12]), canvas=clouds.PANEL)
    font = FontProperties(fname=str(font_path()))
    boxes = [clouds._outline(word, font).get_extents() for word in placed]
    assert max(box.x1 for box in boxes) <= clouds.PANEL[0]
    assert max(box.y1 for box in boxes) <= clouds.PANEL[1]
    printed = 72 * (7.2 / 2) / clouds.PANEL[0]  # points of print for one of the canvas
    assert min(word.size for word in placed) * printed > 6


def test_each_panel_has_its_title_and_its_words():
    words = clouds.layout({"公开": 3.0, "行政": 2.0}, canvas=clouds.PANEL)
    panels = [clouds.Panel(title, words, {"公开": "#d55e00"}) for title in ("T4", "T5", "T6")]
    figure = clouds.draw_panels(panels, {"in a rule": "#222222"})
    drawn = [axes for axes in figure.axes if axes.patches]
    assert [axes.get_title(loc="left") for axes in drawn] == ["T4", "T5", "T6"]
    assert [len(axes.patches) for axes in drawn] == [2, 2, 2]
    plt.close(figure)


def test_no_panel_is_no_figure():
    with pytest.raises(ArgumentError, match="no cloud"):
        clouds.draw_panels([], {})
