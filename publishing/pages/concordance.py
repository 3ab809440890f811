"""The concordance page: any term typed by the reader, found in all reports by a script.

The text travels as a script of its own, so that the page works from a file as well.
"""

from __future__ import annotations

from itertools import groupby

from govreports.words.counted_text import counted_text
from publishing.packed import packed
from publishing.pages.html import block
from publishing.pages.study import Studied, Study
from publishing.pages.text import shown
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


def concordance_page() -> str:
    """The page, as MyST."""
    terms = {term.zh: term for term in load_glossary()}
    examples = [terms[zh] for zh in _EXAMPLES if zh in terms]
    return _PAGE.format(form=block("concordance.html", examples=examples))


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
