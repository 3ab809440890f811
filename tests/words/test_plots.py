"""The figures of words in use: every group and every occurrence is drawn."""

import matplotlib.pyplot as plt
import pytest

from govreports.errors import ArgumentError
from govreports.words.collocation import collocations, network
from govreports.words.plots import draw_network, draw_positions, linked
from tests.stats.token_frames import frame


def graph_of(*sentences):
    return network(collocations(frame({"甲": list(sentences)}), min_count=1))


def test_words_that_edges_link_make_a_group_and_a_lone_pair_none():
    graph = graph_of("重大 行政 决策 程序", "法律 顾问", "规范性 文件 备案")
    assert linked(graph) == [
        sorted(["重大", "行政", "决策", "程序"]),
        sorted(["规范性", "文件", "备案"]),
    ]
    assert len(linked(graph, least=2)) == 3


@pytest.mark.parametrize("number", [1, 5, 6, 10])
def test_every_group_is_drawn_with_all_its_words(number):
    graph = graph_of(*[f"甲{i} 乙{i} 丙{i}" for i in range(number)])
    figure = draw_network(graph, linked(graph), written=lambda word: f"<{word}>")
    drawn = {text.get_text() for axes in figure.axes for text in axes.texts}
    assert drawn == {f"<{word}{i}>" for word in "甲乙丙" for i in range(number)}
    plt.close(figure)


def test_nothing_linked_is_not_drawn():
    with pytest.raises(ArgumentError):
        draw_network(graph_of("法律 顾问"), [])


def test_each_occurrence_is_a_stroke_in_the_row_of_its_word():
    tokens = frame({"甲": ["公开 法治 公开"], "乙": ["法治"]})
    figure = draw_positions(tokens, ["公开", "法治"], {"甲": "A", "乙": "B"}, axis="position")
    first, second = figure.axes
    assert [line.get_xdata().tolist() for line in first.lines] == [[0.5], [0.0, 1.0]]
    assert [len(line.get_xdata()) for line in second.lines] == [1, 0]
    assert second.get_xlabel() == "position"
    plt.close(figure)


def test_positions_of_nothing_are_refused():
    with pytest.raises(ArgumentError):
        draw_positions(frame({}), ["公开"], {}, axis="")
