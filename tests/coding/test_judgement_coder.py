"""What decides between themes, shown with a codebook of invented words on each side of a bound.

The weights of rules have a meaning (codebook README): 3 names a theme, 2 is typical of it, 1 is
a hint. The constants of the coder were tuned on the five reports within what these meanings
leave open; the tests hold what follows from the meanings.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.coder import Coder
from tests.coding.small_reports import report

_THEME = (
    "- {{id: T{0}, kind: theme, zh: 主题{0}, en: theme {0}, origin: scheme, definition: d,"
    " use_when: u, not_when: n, absent: true, note: none}}\n"
)
# 甲 stands for T1, 乙 for T2.
_RULES = """\
rules:
- {id: T1.named, code: T1, patterns: [甲名], why: names it, weight: 3}
- {id: T1.typical, code: T1, patterns: [甲型], why: typical, weight: 2}
- {id: T2.typical, code: T2, patterns: [乙型], why: typical, weight: 2}
- {id: T2.hint, code: T2, patterns: [乙迹], why: a hint, weight: 1}
"""

Themes = Callable[..., list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def themes(tmp_path_factory: pytest.TempPathFactory) -> Themes:
    """The themes of each sentence of a paragraph, coded by the invented words alone."""
    folder: Path = tmp_path_factory.mktemp("codebook")
    codes = 'version: "1"\ncodes:\n' + "".join(_THEME.format(n) for n in range(11))
    (folder / "codebook.yaml").write_text(codes + _RULES, encoding="utf-8")
    coder = Coder(load_codebook(folder))
    return lambda paragraph: [coding.themes for coding in coder.code(report(paragraph))]


@pytest.mark.parametrize(
    ("second", "primary"),
    [
        # A hint counts "only where nothing stronger speaks": the thread is stronger.
        ("又办乙迹。", "T1"),
        # Several hints are more than the thread, and a typical word needs no help.
        ("又办乙迹，另有乙迹。", "T2"),
        ("又办乙型。", "T2"),
    ],
)
def test_a_paragraph_keeps_its_theme_against_one_hint_of_another(
    themes: Themes, second: str, primary: str
) -> None:
    assert [found[0] for found in themes("办理甲型。" + second)] == ["T1", primary]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # One clause with a typical word of its own is what a further theme needs …
        ("办理甲名，落实乙型。", ("T1", "T2")),
        # … and less is not enough: means to the deed (通过…) count in part, hints are capped.
        ("办理甲名，通过乙型。", ("T1",)),
        ("办理甲名，还有乙迹，另有乙迹，又有乙迹。", ("T1",)),
    ],
)
def test_a_further_theme_needs_a_clause_that_is_typical_of_it(
    themes: Themes, sentence: str, expected: tuple[str, ...]
) -> None:
    assert themes(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "primary"),
    [
        # A document's title names its subject, not what was done: a typical deed outweighs it,
        ("印发《甲名办法》，落实乙型。", "T2"),
        # a bare hint does not, and where nothing else speaks the title does.
        ("印发《甲名办法》，还有乙迹。", "T1"),
        ("印发《甲名办法》。", "T1"),
        # The same word outside the marks is named, and stronger than what is typical.
        ("印发甲名办法，落实乙型。", "T1"),
    ],
)
def test_words_in_a_document_title_count_less_than_the_deed(
    themes: Themes, sentence: str, primary: str
) -> None:
    assert themes(sentence)[0][0] == primary
