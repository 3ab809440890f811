"""Colours that can be told apart, and figures that come out the same every time."""

import itertools
import os
import subprocess
import sys

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from govreports import figures

# Machado, Oliveira & Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanope": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranope": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
# Ottosson (2020), Oklab.
TO_CONE = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(colour):
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def oklab(colour, vision):
    seen = np.clip(VISION[vision] @ linear(colour), 0, 1)
    return 100 * TO_LAB @ np.cbrt(TO_CONE @ seen)


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("palette", [figures.CATEGORIES, tuple(figures.THEME_COLOURS.values())])
def test_any_two_colours_of_a_set_can_be_told_apart(palette, vision):
    # A difference of 2 is about the least that is seen side by side.
    nearest = min(
        np.linalg.norm(oklab(one, vision) - oklab(two, vision))
        for one, two in itertools.combinations(palette, 2)
    )
    assert nearest > 8


@pytest.mark.parametrize("colour", [*figures.CATEGORIES, *figures.THEME_COLOURS.values()])
def test_every_colour_stands_out_from_the_white_card(colour):
    luminance = linear(colour) @ [0.2126, 0.7152, 0.0722]
    assert 1.05 / (luminance + 0.05) >= 3


def test_there_is_a_colour_for_each_theme():
    assert list(figures.THEME_COLOURS) == [f"T{i}" for i in range(11)]


def test_reports_keep_their_colour_when_others_join_after_them():
    few, many = figures.report_colours("甲乙"), figures.report_colours("甲乙丙丁戊己庚")
    assert few.items() <= many.items()
    assert many["己"] == many["庚"] == figures.MUTED


def test_saved_figures_are_the_same_bytes_with_chinese_as_outlines(tmp_path):
    def drawn(folder):
        with figures.house_style():
            figure, axes = plt.subplots()
            axes.plot([-1, 1], label="法治")
            axes.set_title("法治政府建设")
            axes.legend()
        path = figures.save(figure, folder, "x", title="法治")
        plt.close(figure)
        return path.read_bytes()

    one, two = drawn(tmp_path / "a"), drawn(tmp_path / "b")
    assert one == two
    svg = one.decode()
    assert "<title>法治</title>" in svg
    assert "<text" not in svg
    assert "date" not in svg.lower()


def test_chinese_is_set_without_missing_glyphs(recwarn, tmp_path):
    with figures.house_style():
        figure, axes = plt.subplots()
        axes.set_title("镇街赋权放管服：−1，“苏锡通”〔2021〕")
    figures.save(figure, tmp_path, "x")
    plt.close(figure)
    assert not [str(w.message) for w in recwarn if "missing" in str(w.message)]


def test_importing_the_library_leaves_the_backend_and_settings_alone():
    code = (
        "import matplotlib as m; m.rcParams['font.size'] = 77; "
        "import govreports.figures, govreports.words.clouds; "
        "assert m.rcParams['font.size'] == 77; "
        "assert dict.__getitem__(m.rcParams, 'backend') is m.rcsetup._auto_backend_sentinel"
    )
    unset = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=unset).returncode == 0


def test_the_house_style_ends_with_its_block():
    before = mpl.rcParams["axes.spines.top"]
    with figures.house_style():
        assert not mpl.rcParams["axes.spines.top"]
    assert mpl.rcParams["axes.spines.top"] == before


def test_cells_of_a_grid_carry_their_labels_and_links(tmp_path):
    with figures.house_style():
        figure, axes = plt.subplots()
        figures.cell_grid(
            axes, [[0.2, float("nan")]], [["a", ""]], links=[["sentences:T1-weihai-2017", ""]]
        )
    svg = figures.save(figure, tmp_path, "grid").read_text("utf-8")
    plt.close(figure)
    assert [text.get_text() for text in axes.texts] == ["a", ""]
    assert svg.count('xlink:href="sentences:T1-weihai-2017"') == 2  # the cell and its label


def test_what_only_needs_a_colour_does_not_wait_for_matplotlib():
    code = (
        "import sys, govreports.refi.codebook, publishing.html.colours;"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
