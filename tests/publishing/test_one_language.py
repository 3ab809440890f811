"""The Chinese edition says nothing again in English: no columns, no names beside Chinese ones."""

import re

import pytest

from publishing.editions.one_language import TRANSLATIONS, without_english

TABLE = """<table class="table"><caption>T</caption>
<colgroup>
<col style="width: 20.0%" />
<col style="width: 60.0%" />
<col style="width: 20.0%" />
</colgroup>
<thead><tr class="row-odd"><th class="head"><p>said</p></th>
<th class="head"><p>{head}</p></th><th class="head"><p>place</p></th></tr></thead>
<tbody><tr><td><p>甲<br>乙</p></td><td class="prose"><p>A</p></td><td><a>¶ 1</a></td></tr></tbody>
</table>"""


@pytest.mark.parametrize("head", TRANSLATIONS)
def test_a_column_of_translations_goes_and_the_others_share_its_width(head):
    left = without_english(TABLE.format(head=head))
    assert re.findall(r"<t[hd]\b.*?</t[hd]>", left) == [
        '<th class="head"><p>said</p></th>',
        '<th class="head"><p>place</p></th>',
        "<td><p>甲<br>乙</p></td>",
        "<td><a>¶ 1</a></td>",
    ]
    assert re.findall(r"width: ([\d.]+)%", left) == ["50.0", "50.0"]


def test_other_columns_stay():
    table = TABLE.format(head="kind")
    assert without_english(table) == table


def test_a_table_whose_rows_differ_in_cells_stays():
    table = TABLE.format(head="gloss").replace("<tbody>", '<tbody><tr><td colspan="3">x</td></tr>')
    assert without_english(table) == table


def test_the_column_of_one_table_is_not_that_of_the_next():
    other = "<table><tr><th>said</th><th>kind</th></tr></table>"
    assert without_english(TABLE.format(head="gloss") + other).endswith(other)


def test_what_is_marked_goes_with_all_that_is_in_it():
    page = (
        '<p>甲 <span class="english-only"><br>In English: <span class="translation">A</span>'
        " (translated)</span></p><span>乙</span>"
    )
    assert without_english(page) == "<p>甲 </p><span>乙</span>"


def test_what_speaks_of_the_mark_is_no_mark():
    page = '<p title="english-only">english-only</p>'
    assert without_english(page) == page
