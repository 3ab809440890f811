"""Pages carry the Chinese characters that they show."""

import pytest

from govreports import web_font
from govreports.cli.main import main
from tests.folder.invented import report

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><style>
body { font: 16px "Report Han", sans-serif; }
</style></head><body><p id="han">依法行政。</p><p id="latin">“Law”, said</p></body></html>"""


def fonts(page, selector):
    """Families of the font files that an element is drawn with, and whether the page brought it."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("DOM.enable")
    protocol.send("CSS.enable")
    root = protocol.send("DOM.getDocument")["root"]["nodeId"]
    node = protocol.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    used = protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {(font["familyName"], font["isCustomFont"]) for font in used}


@pytest.fixture
def opened(browser, tmp_path):
    page = browser.new_page()
    problems = []
    page.on("console", lambda message: problems.append(message.text))

    def at(path, selector):
        page.goto(path.as_uri())
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert problems == []
        return fonts(page, selector)

    yield at
    page.close()


def test_han_is_drawn_with_what_the_page_carries_and_latin_is_not(tmp_path, opened):
    path = tmp_path / "page.html"
    path.write_text(web_font.carrying(PAGE), encoding="utf-8")
    assert opened(path, "#han") == {("Noto Sans SC", True)}
    assert not any(own for _, own in opened(path, "#latin"))


def test_a_font_is_the_same_each_time_and_no_larger_than_its_characters_ask():
    text = web_font.characters("依法行政。")
    one, two = (web_font.subset(path, "".join(sorted(text))) for path in [_font()] * 2)
    assert one == two
    assert len(one) < 3000


def _font():
    from pylopdf_fonts_zh_cn import sans_path

    return sans_path()


def test_without_what_cuts_fonts_pages_are_as_they_were(monkeypatch):
    monkeypatch.setattr(web_font, "_NEEDED", ("not_installed_anywhere",))
    assert web_font.carrying(PAGE) == PAGE
    assert web_font.address("依") == ""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What the commands write of two invented reports."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "in").mkdir()
    for number, place in enumerate(("云台县", "石桥县")):
        text = report(place, 2021, number)
        (folder / "in" / f"{place}.txt").write_text(text, encoding="utf-8")
    given, sample = str(folder / "in"), folder / "sample"
    assert main(["sample", given, "--n", "12", "--out", str(sample), "--desk", "desk.html"]) == 0
    rules = [str(sample / "rules.csv"), "--rules", "--corpus", str(sample), "--replicates", "5"]
    assert main(["agreement", *rules, "--out", str(folder / "agreement")]) == 0
    assert main(["analyze", given, "--out", str(folder / "out"), "--no-reuse"]) == 0
    return folder


PAGES = {
    "sample/desk.html": "#paragraph",
    "sample/sentences.html": ".unit",
    "out/index.html": "td.title",
    "out/reports/云台县.txt.html": "td.title",
}


@pytest.mark.parametrize(("page", "selector"), PAGES.items(), ids=PAGES)
def test_pages_of_commands_carry_their_font(made, opened, page, selector):
    found = [made / page] if (made / page).is_file() else [*(made / page).parent.rglob("*县*.html")]
    assert opened(found[0], selector) & {("Noto Sans SC", True)}


def test_a_page_in_chinese_carries_its_words(made, opened, tmp_path):
    sample = made / "sample"
    rules = [str(sample / "rules.csv"), "--rules", "--corpus", str(sample), "--replicates", "5"]
    assert main(["agreement", *rules, "--out", str(tmp_path / "out"), "--lang", "zh"]) == 0
    assert ("Noto Sans SC", True) in opened(tmp_path / "out" / "index.html", "h1")


def test_a_desk_that_would_be_too_large_carries_none(made, tmp_path, monkeypatch):
    whole = (made / "sample" / "desk.html").stat().st_size
    monkeypatch.setattr("govreports.desk.to_code._DESK_BYTES", whole - 1)
    given = ["sample", str(made / "in"), "--n", "12", "--out", str(tmp_path / "out")]
    assert main([*given, "--desk", "desk.html"]) == 0
    desk = (tmp_path / "out" / "desk.html").read_text("utf-8")
    assert "data:font" not in desk
    assert len(desk.encode()) < whole
