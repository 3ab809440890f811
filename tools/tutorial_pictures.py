"""Pictures of the page that ``govreports analyze`` makes of the tutorial's reports.

``python -m tools.tutorial_pictures`` writes them into ``book/images``; run it where the page has
changed. The Chinese font of the figures is given to the page, so that no font of the machine is
needed.
"""

from __future__ import annotations

import shutil
import tempfile
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pylopdf_fonts_zh_cn import sans_path

from govreports.folder.run import analyse_folder

BOOK = Path(__file__).resolve().parents[1] / "book"
SIZE = {"width": 1000, "height": 820}


def main() -> None:
    """Analyse the reports and take a picture of each part that the tutorial shows."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        out = Path(folder) / "results"
        analyse_folder(BOOK / "tutorial", out)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE, color_scheme="light", bypass_csp=True)
        _shown(page, out / "index.html")
        page.screenshot(path=BOOK / "images" / "analysed-folder.png")
        page.locator("#years").scroll_into_view_if_needed()
        page.evaluate("document.querySelector('#years ~ details').open = true")
        page.evaluate("document.querySelector('#years ~ .scroll').scrollIntoView()")
        page.screenshot(path=BOOK / "images" / "analysed-years.png")
        _shown(page, next(iter(sorted((out / "reports").glob("*.html")))))
        page.screenshot(path=BOOK / "images" / "analysed-report.png")
        browser.close()


def _shown(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    font = b64encode(Path(sans_path()).read_bytes()).decode()
    page.add_style_tag(
        content=f"@font-face {{ font-family: Tutorial; src: url(data:font/otf;base64,{font}) }}"
        "body { font-family: Tutorial !important }"
    )
    page.evaluate("document.fonts.ready.then(() => true)")


if __name__ == "__main__":
    main()
