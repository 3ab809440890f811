"""The concordance page: any term typed by the reader, found in all reports by a script.

The text travels as a script of its own, so that the page works from a file as well.
"""

from __future__ import annotations

from itertools import groupby

from govreports.words.counted_text import counted_text
from publishing.packed import packed
from publishing.pages.html import chinese
from publishing.pages.study import Studied, Study
from publishing.pages.text import escaped, raw_html, shown
from publishing.reference import load_glossary

_PAGE = """# Concordance

Type a Chinese word or phrase (词语) to see every place where it stands in the headings and
paragraphs of the reports, with the text around it. An English term of the [glossary](glossary.md)
finds the Chinese that it stands for, a figure or a Latin word itself. Words parted by a blank are
sought near each other, in any order; a question mark stands for one character and an asterisk for
up to twenty. Each line leads to its sentence or heading in the report.

Full-width and half-width forms count as the same, Traditional characters as Simplified ones, the
enumeration comma (、) as a comma, and quotation marks are not seen.

{form}

Titles, metadata, annexes and page furniture are left out here as in all counts of this book. The
numbers can differ all the same: this page finds characters, inside a longer word too, and gives
rates per ten thousand characters; elsewhere whole words are counted, per ten thousand tokens.
"""

_EXAMPLES = ("法治政府", "法律顾问", "双随机、一公开", "行政复议")
_FORM = """<form class="kwic-form screen-only" role="search" aria-label="Concordance">
<p><label for="kwic-term">Term</label>
<input id="kwic-term" name="q" type="search" lang="zh-Hans" autocomplete="off" required>
<span class="choice"><label for="kwic-within">words at most</label>
<select id="kwic-within" name="within">
<option value="5">5 characters apart</option>
<option value="10" selected>10 characters apart</option>
<option value="25">25 characters apart</option>
<option value="9999">a paragraph apart</option>
</select></span>
<span class="choice"><label for="kwic-sort">sorted by</label>
<select id="kwic-sort" name="sort">
<option value="place">report and place</option>
<option value="right">what follows</option>
<option value="left">what precedes</option>
</select></span>
<button type="submit">Find</button></p>
</form>
<noscript><p>The concordance is made by a script, which your browser does not run. The reports
can be read and searched one by one without it.</p></noscript>
{examples}
<p class="kwic-found screen-only" role="status" aria-live="polite"></p>
<div class="kwic-counts screen-only"></div>
<div class="kwic screen-only"></div>
<script src="../../_static/js/concordance.js" defer></script>"""


def concordance_page() -> str:
    """The page, as MyST."""
    return _PAGE.format(form=raw_html(_FORM.format(examples=_examples())))


def _examples() -> str:
    """Terms to begin with, as links that a reader without Chinese can choose from too."""
    english = {term.zh: term.en for term in load_glossary()}
    links = (
        f'<a href="?q={escaped(term)}">{chinese(term)}</a>'
        f'<span class="english-only"> {escaped(english[term])}</span>'
        for term in _EXAMPLES
        if term in english
    )
    return f'<p class="kwic-examples screen-only">For example: {", ".join(links)}.</p>'


def corpus_script(study: Study) -> str:
    """The counted text of all reports by paragraph or heading and sentence, as a script."""
    reports = [_report(one) for one in study.reports]
    return packed("corpus", reports)


def _report(one: Studied) -> dict[str, object]:
    """Its units: the identifier, ``p12`` or ``h2.1`` for a heading, then sentence by sentence."""
    counted = counted_text(one.report)
    units = [
        [name, *(shown(counted.text[unit.start : unit.end]) for unit in same)]
        for name, same in groupby(counted.units, key=lambda unit: unit.paragraph)
    ]
    return {"id": one.id, "name": one.name, "units": units}
