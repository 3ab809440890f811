"""Both editions say the same: numbers, labels, references, citations, and one word for one term."""

import pytest

from publishing.editions.agreement import (
    Term,
    _excluded,
    all_differences,
    differences,
    named,
    terms,
)
from publishing.editions.languages import languages
from publishing.errors import BuildError

ENGLISH = """# A

(place)=
## B

There are {glue:text}`../notebooks/01_a.py::n:,d` {cite:p}`one,two`, see {numref}`fig-x`.

```{figure} x.svg
:name: fig-x

A caption
```
"""


@pytest.fixture
def chapter(tmp_path):
    english, chinese = tmp_path / "a.md", tmp_path / "zh.md"
    english.write_text(ENGLISH, encoding="utf-8")
    chinese.write_text(ENGLISH.replace("There are", "共有"), encoding="utf-8")
    return chinese, english


def test_what_a_chapter_names_is_found():
    assert named(ENGLISH) == {
        "kept value": {"../notebooks/01_a.py::n"},
        "label": {"place", "fig-x"},
        "reference": {"fig-x"},
        "citation": {"one", "two"},
    }


def test_a_chapter_that_names_the_same_agrees(chapter):
    assert differences(*chapter) == []


@pytest.mark.parametrize(
    ("lost", "instead", "told"),
    [
        ("01_a.py::n:", "01_a.py::m:", "lacks the kept value ../notebooks/01_a.py::n"),
        ("(place)=", "", "lacks the label place"),
        ("{numref}`fig-x`", "", "lacks the reference fig-x"),
        ("one,two", "one", "lacks the citation two"),
        ("(place)=", "(place)=\n(more)=", "has the label more"),
    ],
)
def test_what_one_edition_lacks_is_named_with_its_chapter(chapter, lost, instead, told):
    chinese, english = chapter
    text = chinese.read_text(encoding="utf-8")
    chinese.write_text(text.replace(lost, instead), encoding="utf-8")
    lines = differences(chinese, english)
    assert any("zh.md: " in line and told in line for line in lines)


def test_the_chinese_may_cite_more(chapter):
    chinese, english = chapter
    text = chinese.read_text(encoding="utf-8")
    chinese.write_text(text.replace("one,two", "one,two,three"), encoding="utf-8")
    assert differences(chinese, english) == []


def test_what_differs_on_purpose_is_said_in_the_chapter(chapter):
    chinese, english = chapter
    text = chinese.read_text(encoding="utf-8").replace("one,two", "one")
    chinese.write_text(f"{text}\n% only-en: two\n", encoding="utf-8")
    assert differences(chinese, english) == []


def test_a_form_that_the_table_excludes_is_named_with_its_line():
    table = [Term("re-use", "文本复用", ("plagiarism",), ("文本重用",))]
    told = [*_excluded(table, {"zh/a.md": "一\n文本重用"}, {"a.md": "no Plagiarism"})]
    assert told == [
        "zh/a.md, line 2: 文本重用: say 文本复用",
        "a.md, line 1: plagiarism: say re-use",
    ]


def test_a_table_of_terms_without_a_column_is_an_error(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("english,chinese\na,甲\n", encoding="utf-8")
    with pytest.raises(BuildError, match="the columns are english, chinese"):
        terms(path)


def test_a_term_without_chinese_is_an_error_that_names_its_line(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("english,chinese,not_english,not_chinese\na,,,\n", encoding="utf-8")
    with pytest.raises(BuildError, match="line 2"):
        terms(path)


def test_the_chinese_edition_of_this_book_is_up_to_date_and_agrees():
    assert all_differences() == []


def test_editions_are_chosen_by_name(monkeypatch):
    monkeypatch.delenv("LANGUAGES", raising=False)
    assert languages() == ("en", "zh")
    monkeypatch.setenv("LANGUAGES", "en")
    assert languages() == ("en",)
    monkeypatch.setenv("LANGUAGES", "zh,en")
    assert languages() == ("en", "zh")


@pytest.mark.parametrize("asked", ["fr", "zh"])
def test_an_edition_that_cannot_be_made_is_refused(monkeypatch, asked):
    monkeypatch.setenv("LANGUAGES", asked)
    with pytest.raises(BuildError, match="LANGUAGES"):
        languages()


def test_a_book_over_another_corpus_is_english_alone(monkeypatch):
    monkeypatch.delenv("LANGUAGES", raising=False)
    monkeypatch.setattr("publishing.editions.languages.is_study", lambda: False)
    assert languages() == ("en",)
