"""Sphinx's own search, made to find Chinese.

Chinese is written without spaces and any segmenter misses words a reader may type, so every
overlapping pair of Han characters is indexed and a query is cut the same way: a page is found
when it holds all pairs of the query. Single characters are indexed for queries of one.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.search.en import SearchEnglish

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(f"[{_HAN}]+|[^\\W{_HAN}]+")
_HAN_RUN = re.compile(f"[{_HAN}]+")


class ChinesePairs(SearchEnglish):
    """English search with Chinese cut into overlapping pairs of characters."""

    lang = "en-zh"
    language_name = "English and Chinese"
    js_splitter_code = r"""
function splitQuery(query) {
  const han = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
  // In a template literal a single backslash would be lost, and with it every Latin word.
  const word = new RegExp(`[${han}]+|(?:(?![${han}])[\\p{L}\\p{N}_])+`, "gu");
  const pairs = (run) => Array.from(run.slice(1), (_, i) => run.slice(i, i + 2));
  return (query.match(word) || []).flatMap((found) =>
    new RegExp(`^[${han}]{2,}$`).test(found) ? pairs(found) : [found]);
}
"""

    def split(self, input: str) -> list[str]:
        """Words, and for a run of Han characters its characters and their pairs.

        >>> ChinesePairs({}).split("3550改革 now")
        ['3550', '改', '革', '改革', 'now']
        """
        words: list[str] = []
        for run in _RUN.findall(input):
            if _HAN_RUN.match(run):
                words += [*run, *(run[i : i + 2] for i in range(len(run) - 1))]
            else:
                words.append(run)
        return words


def setup(app: Sphinx) -> None:
    """Use it whatever the language of the book is set to."""
    app.add_search_language(ChinesePairs)
    app.connect("config-inited", _use, priority=100)


def _use(app: Sphinx, config: Config) -> None:
    config.html_search_language = ChinesePairs.lang
