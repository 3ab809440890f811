"""A figure says the same in another language, and afterwards what it said before."""

import importlib.util
import re
from pathlib import Path

import matplotlib.pyplot as plt
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from govreports import figures
from govreports.figure_words import chinese_alone, worded

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1)
ENGLISH = st.from_regex(r"[a-z]+( [a-z,]+)*", fullmatch=True)
SAID = {"share": "占比", "Town": "镇", "Town 2019": "镇2019", "Town: 24%": "镇：24%"}


def say(text):
    return SAID.get(" ".join(text.split()), text)


@pytest.fixture
def figure():
    with figures.house_style():
        drawn, (left, right) = plt.subplots(1, 2, sharey=True)
        left.barh(["Town", "乡"], [1, 2], label="Town")
        left.set_xlabel("share")
        left.set_xticks([0, 1], ["Town\n2019", "5%"])
        points = right.scatter([0, 1], [0, 1], label="乡")
        points.set_urls(["told:|Town: 24%", "told:|乡"])
        right.text(0, 0, "3%").set_url("concordance:Town|Town")
        drawn.legend()
    yield drawn
    plt.close(drawn)


def saved(figure, folder):
    return figures.save(figure, folder, "x").read_text(encoding="utf-8")


def shown(drawing):
    return set(re.findall("<!-- (.*?) -->", drawing))


def said(drawing):
    """Texts and addresses; room is made anew each time a figure is drawn."""
    return shown(drawing), re.findall('href="([a-z]+:[^"]*)"', drawing)


def test_all_that_a_figure_says_is_put_into_the_other_language(figure, tmp_path):
    with worded(figure, say):
        chinese = saved(figure, tmp_path)
    assert shown(chinese) >= {"占比", "镇", "乡", "5%", "3%", "2019"}
    assert not {text for text in shown(chinese) if re.search("[A-Za-z]", text)}
    assert "told:|镇：24%" in chinese
    assert "told:|乡" in chinese


def test_what_an_address_leads_to_stays(figure, tmp_path):
    with worded(figure, say):
        assert "concordance:Town|镇" in saved(figure, tmp_path)


def test_afterwards_the_figure_is_as_it_was(figure, tmp_path):
    before = said(saved(figure, tmp_path))
    with worded(figure, say):
        saved(figure, tmp_path)
    assert said(saved(figure, tmp_path)) == before


def test_it_is_so_after_an_error_too(figure, tmp_path):
    before = said(saved(figure, tmp_path))
    with pytest.raises(OSError, match="full"), worded(figure, say):
        raise OSError("full")
    assert said(saved(figure, tmp_path)) == before


@given(HAN, ENGLISH)
def test_a_text_in_both_languages_is_its_chinese(han, english):
    assert chinese_alone(f"{han} {english}") == han
    assert chinese_alone(f"{han}\n{english}") == han
    assert chinese_alone(f"{english} {han}") == han
    assert chinese_alone(f"T4 {han} {english}") == f"T4 {han}"


@given(HAN, ENGLISH)
def test_a_text_in_one_language_has_no_other(han, english):
    assert chinese_alone(han) is None
    assert chinese_alone(english) is None
    assert chinese_alone(f"{han}{english}") is None


@pytest.fixture(scope="module")
def words():
    spec = importlib.util.spec_from_file_location("in_chinese", NOTEBOOKS / "in_chinese.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    names = NOTEBOOKS.parent / "book" / "zh" / "strings" / "names.yaml"
    return module.figure_words(NOTEBOOKS / "labels.yaml", names)


def test_every_label_is_said_in_chinese(words):
    labels = yaml.safe_load((NOTEBOOKS / "labels.yaml").read_text(encoding="utf-8"))
    for label in labels.values():
        if not re.search("[A-Za-z]", label["en"]):
            continue  # how parts are put together
        assert words(f"{label['en']} {label['zh']}") == label["zh"]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("街道 street; frequency: 24", "街道；频数：24"),
        ("街道; frequency: 24", "街道；频数：24"),
        ("T0, NETDA 2019: 3.3% (0.0% to 9.4%)", "T0，南通开发区2019：3.3%（0.0%至9.4%）"),
        ("NETDA 2019: 0.62", "南通开发区2019：0.62"),
        ("dimension 维度 2 (23%)", "维度2（23%）"),
        ("quantities 数量表述, per 1,000 characters 每千字", "数量表述，每千字"),
        ("12 措施 measure of two words†", "12 措施†"),
        ("24%", "24%"),
        ("DPnorm", "DPnorm"),
    ],
)
def test_what_is_put_together_is_said_part_by_part(words, english, chinese):
    assert words(english) == chinese
