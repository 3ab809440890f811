"""Texts of pages in Chinese: whole texts, never parts of one, and never code."""

import re

import pytest

from govreports.analysis import packaged_codebook
from publishing.editions.strings import STRINGS, Strings, _read, script_strings, strings
from publishing.errors import BuildError
from publishing.reference import load_glossary

SAY = Strings(
    {
        "Theme": "主题",
        "report": "汇报",
        "head: report": "报告",
        "Cite <this> page": "引用<本>页",
        "NETDA 2019": "南通2019",
        "{} of {} sentences": "{1}句中的{0}句",
        "{}, ¶ {}": "{0}，¶ {1}",
        "One sentence, with *emphasis*.": "一句话，有**着重**。",
    }
)


def test_a_whole_text_is_put_into_chinese_and_its_blanks_stay():
    assert SAY.page("<th> Theme\n</th>") == "<th> 主题\n</th>"


def test_part_of_a_text_is_not():
    assert SAY.page("<p>Theme of a report</p>") == "<p>Theme of a report</p>"


def test_attributes_that_are_read_are_put_into_chinese_and_others_are_not():
    page = '<a title="Theme" class="Theme" href="Theme">x</a>'
    assert SAY.page(page) == '<a title="主题" class="Theme" href="Theme">x</a>'


@pytest.mark.parametrize("tag", ["script", "pre", "code", "style", "math"])
def test_code_stays(tag):
    page = f"<{tag}>Theme</{tag}>"
    assert SAY.page(page) == page


def test_markup_in_a_text_stays_text():
    assert SAY.page("<p>Cite &lt;this&gt; page</p>") == "<p>引用&lt;本&gt;页</p>"


def test_what_varies_keeps_its_place_or_gets_another():
    assert SAY("3 of 20 sentences") == "20句中的3句"


def test_what_varies_is_put_into_chinese_in_its_turn():
    assert SAY("NETDA 2019, ¶ 12.3") == "南通2019，¶ 12.3"


def test_punctuation_alone_says_nothing_around_words_that_are_not_known():
    assert SAY("Elsewhere, ¶ 12.3") == "Elsewhere, ¶ 12.3"


def test_a_head_of_a_table_may_say_another_thing_than_a_cell():
    page = "<th><p>report</p></th><td>report</td>"
    assert SAY.page(page) == "<th><p>报告</p></th><td>汇报</td>"


def test_values_that_look_like_holes_stay_values():
    assert SAY("{0} of {1} sentences") == "{1}句中的{0}句"


def test_paragraphs_and_headings_of_a_source_are_put_into_chinese_and_fences_are_not():
    source = (
        "# Theme\n\nOne sentence,\nwith *emphasis*.\n\n```text\nTheme\n\nTheme\n```\n\nOther.\n"
    )
    assert SAY.source(source) == (
        "# 主题\n\n一句话，有**着重**。\n\n```text\nTheme\n\nTheme\n```\n\nOther.\n"
    )


def test_a_source_without_known_paragraphs_stays_as_it_is():
    source = "(label)=\n# Other\n\n- a\n- b\n\n\n{.class}\nText\n"
    assert SAY.source(source) == source


def test_a_text_said_in_two_ways_is_an_error_that_names_the_file(tmp_path):
    for name, chinese in (("a", "甲"), ("b", "乙")):
        (tmp_path / f"{name}.yaml").write_text(f"Theme: {chinese}\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"b\.yaml: 'Theme'"):
        _read(sorted(tmp_path.glob("*.yaml")))


def test_an_entry_without_chinese_is_an_error(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("Theme:\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"a\.yaml: 'Theme'"):
        _read([path])


def test_the_holes_of_each_entry_are_filled():
    for english, chinese in {**strings().table, **script_strings()}.items():
        numbers = [int(number) for number in re.findall(r"\{(\d+)\}", chinese)]
        assert max(numbers, default=-1) < english.count("{}"), english
        assert numbers or chinese.count("{}") == english.count("{}"), english


def test_codes_are_named_by_the_codebook():
    assert strings()("T4 Administrative law enforcement").startswith("T4 ")
    assert any(STRINGS.glob("*.yaml"))


def test_a_paragraph_with_attributes_is_put_into_chinese_after_any_blank_lines():
    say = Strings({"Theme": "主题"})
    for before in ("", "x\n\n", "x\n\n\n"):
        assert say.source(f"{before}{{.screen-only}}\nTheme\n") == (
            f"{before}{{.screen-only}}\n主题\n"
        )


def test_what_terms_and_codes_mean_is_all_in_chinese():
    codes = [code for code in packaged_codebook().codes.values() if code.kind != "instrument"]
    meant = [term.sense for term in load_glossary()] + [code.definition for code in codes]
    left = [text for text in meant if re.search("[A-Za-z]{3,} [a-z]{3,}", strings()(text))]
    assert not left


def test_what_is_not_to_be_translated_stays():
    page = '<td translate="no">Theme</td><td>Theme</td>'
    assert SAY.page(page) == '<td translate="no">Theme</td><td>主题</td>'


def test_every_mark_of_the_codebook_has_a_name_in_chinese():
    marks = packaged_codebook().marks
    assert marks
    assert not [mark.id for mark in marks if strings()(mark.id) == mark.id]
