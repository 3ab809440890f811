"""Tables of generated pages are written short, and read the same."""

import lxml.html
import pytest

from publishing.html.slim import slim

ROW = (
    '<tr id="q-{0}" data-report="r">'
    '<th scope="row" data-sort="3"><a href="#q-{0}"><span lang="zh-Hans">3项</span></a></th> '
    '<td><span lang="zh-Hans">…于<b>3项</b>。</span></td> '
    '<td>a <span lang="zh-Hans">甲</span></td> '
    "<td></td> </tr> "
)
TABLE = "<table><thead><tr><th>A</th> <th>B</th></tr></thead><tbody>{}</tbody></table>"


def read(page):
    """The cells of each row: text, language it is in, and whether it heads the row."""
    table = lxml.html.fromstring(page)
    return [
        [
            (
                cell.tag,
                cell.text_content().strip(),
                "".join(cell.xpath("descendant-or-self::*/@lang")),
            )
            for cell in row.iterchildren()
        ]
        for row in table.iter("tr")
    ]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_slim_table_has_the_same_cells_in_the_same_language(count):
    page = TABLE.format("".join(ROW.format(f"p{number}") for number in range(count)))
    made = slim(page)
    assert read(made) == read(page)
    assert len(made) < len(page)


def test_markup_in_a_text_stays_text():
    page = TABLE.format("<tr><td>&lt;/td&gt; &lt;td&gt;</td> <td><pre>&lt;tr&gt;</pre></td></tr>")
    assert read(slim(page)) == read(page)
