"""What a page asks of the network and of patience: its weight, and that it stays where it is."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

FURTHER = ["book/themes.html", "book/coverage.html", "book/_generated/codebook.html"]
STEADY = [
    "book/index.html",
    "book/words.html",
    "book/folder.html",
    "book/_generated/reports/nantong-2019.html",
    "zh/book/index.html",
    "zh/book/coverage.html",
]
_WATCH = """window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
_PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def fetched(page, address, root):
    """The bytes of the files that a page asks for, by address, as a file server sends them."""
    asked = {}

    def note(request):
        path = Path(root) / unquote(urlsplit(request.url).path).lstrip("/")
        if request.url.startswith("http") and path.is_file():
            asked[path] = path.stat().st_size

    page.on("request", note)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("request", note)
    return asked


def test_a_first_visit_and_a_further_page_are_light(browser, site, built_book):
    page = browser.new_page()
    seen = fetched(page, f"{site}book/index.html", built_book.html)
    shared = {path: size for path, size in seen.items() if "_images" not in path.parts}
    assert sum(shared.values()) < 1_200_000
    goals = [*FURTHER, "search.html?q=信访"]
    for goal in goals:
        new = fetched(page, f"{site}{goal}", built_book.html)
        added = {p: n for p, n in new.items() if p not in seen and "_images" not in p.parts}
        assert sum(added.values()) < 300_000, goal
        seen |= new
    new = fetched(page, f"{site}book/words.html", built_book.html)
    assert sum(size for path, size in new.items() if path not in shared) < 1_500_000
    page.close()


@pytest.mark.parametrize("address", STEADY)
@pytest.mark.parametrize("width", [1440, 375])
def test_nothing_moves_when_fonts_come_late(browser, site, address, width):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(_WATCH)
    held = []
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(site + address, wait_until="domcontentloaded")
    page.evaluate(_PAINTED)
    with page.expect_response("**/book-han-*.woff2"):
        for route in held:
            route.continue_()
    page.unroute("**/*.woff2")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate(_PAINTED)
    assert held
    assert page.evaluate("moved") < 0.05
    context.close()
