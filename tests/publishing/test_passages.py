"""A Chinese chapter knows what it says again, and is told when that changes."""

import pytest

from publishing.editions.passages import (
    accept,
    chinese_passages,
    drift,
    english_passages,
    with_notes,
)
from publishing.errors import BuildError

ENGLISH = """# A title

**In short.** Two things.

(first)=
## The first thing

One.

```text
# no heading
```

## The *second* thing

Two.
"""
CHINESE = """# 标题

**要点。** 两件事。

(first)=
## 第一件事

一。

```text
# 不是标题
```

## 第二件事

二。
"""


@pytest.fixture
def chapter(tmp_path):
    english, chinese = tmp_path / "a.md", tmp_path / "zh.md"
    english.write_text(ENGLISH, encoding="utf-8")
    chinese.write_text(CHINESE, encoding="utf-8")
    return chinese, english


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_passages_are_named_by_their_headings_and_hold_their_labels():
    passages = english_passages(ENGLISH)
    assert [*passages] == ["top", "the-first-thing", "the-second-thing"]
    assert passages["the-first-thing"].startswith("(first)=\n## ")


def test_headings_alike_are_told_apart():
    assert [*english_passages("# A\n\n## B\n\n## B\n")] == ["top", "b", "b-2"]


def test_an_accepted_chapter_is_up_to_date(chapter):
    accept(*chapter)
    assert drift(*chapter) == []
    assert "edition-note" not in with_notes(chapter[0], ENGLISH)


def test_accepting_twice_changes_nothing(chapter):
    accept(*chapter)
    first = chapter[0].read_text(encoding="utf-8")
    accept(*chapter)
    assert chapter[0].read_text(encoding="utf-8") == first


def test_a_change_of_the_english_is_told_with_file_line_and_passage(chapter):
    _, english = chapter
    accept(*chapter)
    change(english, "One.", "One and a half.")
    (line,) = drift(*chapter)
    assert "zh.md, line 6" in line
    assert "'the-first-thing'" in line


def test_the_page_notes_the_change_below_its_heading_and_nowhere_else(chapter):
    chinese, english = chapter
    accept(*chapter)
    change(english, "Two.", "Three.")
    page = with_notes(chinese, english.read_text(encoding="utf-8"))
    before, after = page.split("```{raw} html")
    assert before.rstrip().endswith("## 第二件事")
    assert "二。" in after
    assert "% en:" not in page


def test_a_new_line_break_is_no_change(chapter):
    accept(*chapter)
    change(chapter[1], "Two things.", "Two\nthings.")
    assert drift(*chapter) == []


def test_a_passage_nobody_says_again_is_told(chapter):
    accept(*chapter)
    english = chapter[1]
    english.write_text(f"{ENGLISH}\n## A third\n\nThree.\n", encoding="utf-8")
    assert "'a-third'" in drift(*chapter)[0]


def test_one_passage_may_say_several_and_leave_one_out(chapter):
    chinese, _ = chapter
    chinese.write_text(
        "% en: top the-first-thing\n# 标题\n\n% en: the-second-thing\n", encoding="utf-8"
    )
    assert len(drift(*chapter)) == 3  # not accepted yet
    accept(*chapter)
    assert drift(*chapter) == []
    assert [len(one.of) for one in chinese_passages(chinese)] == [2, 1]


def test_headings_that_do_not_pair_must_be_marked(chapter):
    chinese, _ = chapter
    change(chinese, "## 第二件事", "### 第二件事")
    with pytest.raises(BuildError, match="headings of levels"):
        accept(*chapter)


def test_a_mark_for_no_passage_names_those_there_are(chapter):
    chinese, _ = chapter
    chinese.write_text("% en: elsewhere\n# 标题\n", encoding="utf-8")
    with pytest.raises(
        BuildError, match=r"line 1: no English passage 'elsewhere'.*the-first-thing"
    ):
        accept(*chapter)


@pytest.mark.parametrize("mark", ["% en:", "% en: Top", "% en: top@xyz"])
def test_a_mark_that_cannot_be_read_names_its_line(chapter, mark):
    chinese, _ = chapter
    chinese.write_text(f"{mark}\n# 标题\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"zh\.md, line 1"):
        chinese_passages(chinese)


def test_text_before_the_first_mark_is_no_passage(chapter):
    with pytest.raises(BuildError, match="line 1: before the first"):
        chinese_passages(chapter[0])
