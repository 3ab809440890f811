"""English that the built Chinese pages still show, and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import lxml.html

from publishing.editions.sources import UNTRANSLATED

_PASSED = "script|style|pre|code|math|svg|noscript|textarea"
_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_BLANKS = re.compile(r"\s+")


def missing(pages: Iterable[Path]) -> Counter[str]:
    """Texts and read attributes with an English word and no Chinese one.

    Chapters that are in English altogether are left out.
    """
    found: Counter[str] = Counter()
    for path in pages:
        page = lxml.html.fromstring(path.read_text(encoding="utf-8"))
        for article in page.xpath(f'//article[.//p[@class="{UNTRANSLATED}"]]'):
            article.getparent().remove(article)
        passed = " or ".join(f"self::{name}" for name in _PASSED.split("|"))
        texts = page.xpath(f"//body//text()[not(ancestor::*[{passed} or @lang='en'])]")
        texts += page.xpath("//body//@aria-label | //body//@title | //body//@alt")
        for text in texts:
            plain = _BLANKS.sub(" ", text).strip()
            if _ENGLISH.search(plain) and not re.search("[\u4e00-\u9fff]", plain):
                found[plain] += 1
    return found
