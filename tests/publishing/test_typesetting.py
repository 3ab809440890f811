"""What the PDF makes of tables and sentence numbers, tried on documents of their own."""

import re
import shutil
import subprocess
from pathlib import Path

import pypandoc
import pytest
import typst
from bs4 import BeautifulSoup
from pylopdf_fonts_zh_cn import sans_path

import publishing.pdf
from publishing.pdf.digits import digits
from publishing.pdf.forms import mark_high_figures
from publishing.pdf.typeset import _TOLD
from tests.machine import PDFTOTEXT, missing

PDF = Path(publishing.pdf.__file__).parent
FIELDS = [
    "title",
    "subtitle",
    "title_zh",
    "author",
    "version",
    "released",
    "commit",
    "tree",
    "revision",
    "caveat",
    "checksum",
    "licence",
    "licence_code",
    "edition",
]
TOLD = ", ".join(f'"{text}": "x"' for text in _TOLD)
HEAD = f"""#import "book.typ": *
#show: book.with(({", ".join(f'{field}: "x"' for field in FIELDS)}, keywords: (), told: ({TOLD})))
"""


@pytest.fixture
def pages(tmp_path):
    """Set a document in Typst; gives the text of its pages."""
    if PDFTOTEXT is None:
        missing("pdftotext")
    shutil.copy2(PDF / "book.typ", tmp_path)
    (tmp_path / "digits.json").write_text(digits(), encoding="utf-8")
    (tmp_path / "metadata.json").write_text("{}", encoding="utf-8")

    def compiled(body):
        source, target = tmp_path / "made.typ", tmp_path / "made.pdf"
        source.write_text(f"{HEAD}\n{body}", encoding="utf-8")
        fonts = [str(Path(sans_path()).parent)]
        typst.compile(str(source), output=str(target), font_paths=fonts, ignore_system_fonts=True)
        done = subprocess.run([PDFTOTEXT, str(target), "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8").split("\f")

    return compiled


def table(name, rows):
    """A table of one column whose cells are found again by name and number."""
    cells = " ".join(f"[{name}r{number}x]," for number in range(rows))
    return (
        f"#set-table(columns: (auto,), alignment: (left,), caption: [A caption {name}c], "
        f"head: ([Head],), rows: ({cells}))\n"
    )


def shares(found, rows):
    """How many rows of each table stand on each page that has some."""
    by_table = {}
    for text in found:
        for name in sorted(set(re.findall(r"(t\d+)r\d+x", text))):
            by_table.setdefault(name, []).append(len(re.findall(rf"{name}r\d+x", text)))
    assert all(sum(numbers) == rows for numbers in by_table.values())
    return by_table


def after_heights(rows):
    return "#pagebreak()\n".join(
        f"#v({height}mm)\n{table(f't{height}', rows)}" for height in range(0, 246, 6)
    )


def test_a_low_table_is_not_divided(pages):
    made = shares(pages(after_heights(7)), 7)
    assert len(made) > 30
    assert {len(numbers) for numbers in made.values()} == {1}


def test_a_high_table_leaves_no_single_row_behind(pages):
    made = shares(pages(after_heights(30)), 30)
    assert any(len(numbers) > 1 for numbers in made.values())
    assert min(min(numbers) for numbers in made.values()) >= 2


def test_caption_and_first_rows_stand_on_one_page(pages):
    for text in pages(after_heights(30)):
        for name in re.findall(r"A caption (t\d+)c", text):
            assert f"{name}r1x" in text


def test_a_sentence_is_copied_without_its_number(pages):
    sentences = "".join(f'#sentence-number("7")[甲];{"乙" * length}。' for length in range(1, 40))
    text = "".join(pages(f"#zh[{sentences}]"))
    told = "".join(f"甲{'乙' * length}。" for length in range(1, 40))
    assert told in re.sub(r"\s", "", text)
    assert "7" not in text


def test_chinese_and_figures_are_copied_without_a_blank_between(pages):
    assert "截至2019年共103件ABC类" in "".join(pages("#zh[截至2019年共103件ABC类]"))


def test_a_table_that_goes_on_says_which_it_is(pages):
    found = pages(f"#v(100mm)\n{table('t1', 60).replace('head:', 'name: [Table 1], head:')}")
    on = [text for text in found if "t1r" in text]
    assert len(on) > 1
    assert ["Table 1 (continued)" in text for text in on] == [False] + [True] * (len(on) - 1)


def test_no_high_figure_stands_between_the_rows_of_a_table(pages):
    rising = "#high(figure(rect(height: 120mm)[FIGURE]))"
    together = 0
    for height in range(100, 200, 10):
        for text in pages(f"#v({height}mm)\n{table('t1', 24)}\n{rising}\n{'Text. ' * 900}"):
            if "FIGURE" in text and "t1r" in text:
                together += 1
                assert text.index("FIGURE") > text.rindex("t1r")
    assert together


def typst_of(page):
    """What pandoc makes of HTML, as for the book."""
    filtered = [f"--lua-filter={PDF / 'filter.lua'}"]
    return pypandoc.convert_text(page, to="typst", format="html", extra_args=filtered)


def table_of(*cells):
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return typst_of(f"<table><tbody>{f'<tr>{row}</tr>' * 4}</tbody></table>")


@pytest.mark.parametrize("length", [15, 18, 30, 80])
def test_what_is_longer_than_a_name_has_a_column_of_twelve_characters(length):
    made = table_of(
        "Lianyungang 2020", "措" * length, "a measure of the Outline " * 5, "3", "¶ 4.2"
    )
    widths = re.search(r"columns: \((.*?),\)", made)[1].split(", ")
    assert widths[1] == "auto" or float(widths[1].removesuffix("fr")) >= 12 * 2.2


def test_a_table_of_short_heads_and_figures_is_not_turned():
    made = table_of(*["合于二零一五年纲要"] * 9)
    assert "landscape: false" in made
    assert "landscape: true" in table_of(*["措施" * 30] * 9)


def test_a_list_in_a_cell_or_a_definition_keeps_its_items_whole(pages):
    items = "".join(f"<li><p>{'long ' * 30}item{number}</p></li>" for number in range(3))
    for page in (
        f"<dl><dt>Names</dt><dd><ul>{items}</ul></dd></dl>",
        f"<table><tbody><tr><td>a</td><td><ul>{items}</ul></td></tr></tbody></table>",
    ):
        text = "".join(pages(typst_of(page)))
        # A line that is not of its item would be a paragraph of its own.
        assert text.count("•") == 3
        assert not re.search(r"\n\n\s*(?:long|item)", text)


def test_high_images_may_move_to_the_head_of_a_page_and_low_ones_stay(tmp_path):
    low, high = '<svg width="400pt" height="200pt">', '<svg width="400pt" height="400pt">'
    size = (400).to_bytes(4, "big")
    (tmp_path / "low.svg").write_text(f"{low}</svg>", encoding="utf-8")
    (tmp_path / "high.svg").write_text(f"{high}</svg>", encoding="utf-8")
    (tmp_path / "high.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 8 + size * 2)
    names = ("low.svg", "high.svg", "high.png", "none.svg")
    page = "".join(f'<figure><img src="{name}"></figure>' for name in names)
    article = BeautifulSoup(f"<article>{page}</article>", "lxml").article
    mark_high_figures(article, tmp_path)
    moved = [figure.img["src"] for figure in article.select("figure.high")]
    assert moved == ["high.svg", "high.png"]


def test_columns_get_room_by_what_their_cells_need():
    cells = ["业务工作能力有待进一步提升" * 2, "long words " * 20, "long words " * 20, "12"]
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    made = typst_of(f"<table><tbody>{f'<tr>{row}</tr>' * 4}</tbody></table>")
    chinese, one, other, number = re.search(r"columns: \((.*?),\)", made)[1].split(", ")
    assert number == "auto"
    assert one == other
    assert 15 < float(chinese.removesuffix("fr")) < float(one.removesuffix("fr"))
