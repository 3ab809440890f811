"""Chinese is shown in the book's own faces, whatever fonts the machine has."""

import pytest

OWN = {"Noto Serif SC", "Noto Sans SC"}
PLACES = [
    ("book/index.html", "[lang='zh-Hans']"),
    ("book/corpus.html", "article p [lang='zh-Hans']"),
    ("notebooks/20_read_disputes.html", "pre [lang='zh-Hans']"),
    ("book/_generated/codebook.html", "dl.code [lang='zh-Hans']"),
    ("book/words.html", "table [lang='zh-Hans']"),
]


def fonts(page, selector, limit=25):
    """The families that each such element is set in, as the browser says."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})
    for node in found["nodeIds"][:limit]:
        told = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        yield {font["familyName"] for font in told if font["glyphCount"]}


@pytest.mark.parametrize(("address", "place"), PLACES)
def test_marked_chinese_is_set_in_the_faces_of_the_book(visit, address, place):
    page = visit(address)
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    shown = [families for families in fonts(page, place) if families]
    assert shown
    assert all(families & OWN for families in shown)


@pytest.mark.parametrize("field", ["#kwic-term", "#unmarked", "#code"])
def test_typed_and_unmarked_chinese_has_these_faces_too(visit, field):
    page = visit("book/_generated/concordance.html?q=双随机、一公开")
    page.evaluate("""() => {
      for (const [name, id] of [["p", "unmarked"], ["code", "code"]]) {
        const made = document.createElement(name);
        made.id = id;
        made.textContent = "双随机、一公开。；";
        document.querySelector("article").append(made);
      }
    }""")
    page.wait_for_load_state("networkidle")
    style = "one => getComputedStyle(one).fontFamily"
    assert "Book Han" in page.locator(field).evaluate(style)
    if field != "#kwic-term":
        assert all(families <= OWN for families in fonts(page, field))


def test_english_marks_stay_latin_where_no_language_is_said(visit):
    page = visit("book/index.html")
    page.evaluate("""() => {
      const made = document.createElement("p");
      made.id = "english";
      made.textContent = "“So” — it’s said … 法治";
      document.querySelector("article").append(made);
    }""")
    page.wait_for_load_state("networkidle")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "#english"})["nodeId"]
    told = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert sum(font["glyphCount"] for font in told if font["familyName"] in OWN) == 2


def test_a_chinese_word_in_a_heading_is_not_broken(visit):
    page = visit("book/_generated/codebook.html", width=375)
    lines = """words => words.map(one =>
      new Set([...one.getClientRects()].map(rect => rect.top)).size)"""
    words = page.locator("article :is(h2, h3) [lang='zh-Hans']")
    counts = words.evaluate_all(lines)
    texts = words.all_inner_texts()
    assert len(texts) > 5
    assert all(n == 1 for n, text in zip(counts, texts, strict=True) if len(text) < 9)
