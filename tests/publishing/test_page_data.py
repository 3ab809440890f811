"""What search and cards read is what the pages hold."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from publishing.html.notes import notes
from publishing.html.page_index import page_index
from publishing.html.terms import link_terms
from publishing.packed import packed, unpacked

ROOT = Path("html")
TERM = '<span lang="zh-Hans">信访</span>'


def page(body):
    return f"<html><body><nav>信访</nav><article>{body}</article></body></html>"


@given(
    st.recursive(st.text() | st.integers(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))
)
def test_packed_data_comes_out_as_it_went_in(data):
    assert unpacked(packed("x", data)) == data


def test_packed_data_cannot_end_its_script():
    assert "<" not in packed("x", "</script><script>alert(1)</script>").replace("(globalThis", "")


def test_text_is_found_under_its_heading():
    body = (
        '<section id="a"><h1>First<a class="headerlink">#</a></h1><p>One <b>two</b>.</p>'
        '<section id="b"><h2>Second</h2><ul><li>three</li><li>four</li></ul>'
        '<div class="why">five</div><div class="cell_input"><pre>six</pre></div>'
        "<table><tr><td>7.5</td><td>8 files</td></tr></table></section></section>"
    )
    (found,) = page_index({ROOT / "book/a.html": page(body)}, ROOT)
    assert found["page"] == "book/a.html"
    assert found["title"] == "First"
    assert found["sections"] == [
        ("a", "First", "One two."),
        ("b", "Second", "three\nfour\n8 files"),
    ]


def test_pages_that_only_repeat_reports_or_codes_have_their_names_alone():
    body = '<section id="x"><h1>X</h1><p>text</p></section>'
    for name in ("sentences", "quantities", "codebook", "glossary"):
        (found,) = page_index({ROOT / f"book/_generated/{name}.html": page(body)}, ROOT)
        assert found["sections"] == [("x", "X", "")]
    assert page_index({ROOT / "book/_generated/reports/x.html": page(body)}, ROOT) == []


def test_captions_and_codes_are_told():
    chapter = page(
        '<figure id="fig-a"><img src="../_images/a.svg"><figcaption><p>Fig. 1 <span>Shares'
        '</span> <span class="made-by">Notebook</span><a class="headerlink">#</a></p>'
        '</figcaption></figure><table id="tab-a"><caption>Table 1 Words</caption></table>'
    )
    reader = page(
        '<span class="s" id="p1-s1" data-t="T1 T2" data-m="report">信访</span>'
        '<span class="translation" data-of="p1-s1">Petitions</span>'
        '<span class="s" id="p1-s2">x</span>'
    )
    pages = {ROOT / "book/a.html": chapter, ROOT / "book/_generated/reports/r.html": reader}
    assert notes(pages, ROOT) == {
        "exhibits": {
            "book/a.html#fig-a": ["Fig. 1 Shares", "_images/a.svg"],
            "book/a.html#tab-a": ["Table 1 Words", ""],
        },
        "sections": {},
        "sentences": {"r": {"p1-s1": ["T1 T2", "report", "Petitions"], "p1-s2": ["", "", ""]}},
    }


def test_sections_are_told_by_all_their_names_and_how_they_begin():
    chapter = page(
        '<section id="a"><h1>First</h1><p>One two.</p><section id="b"><span id="section-b"></span>'
        f"<h2>Second</h2><p>{'word ' * 80}</p><p>More.</p></section></section>"
    )
    told = notes({ROOT / "book/a.html": chapter}, ROOT)["sections"]
    assert told["book/a.html#"] == told["book/a.html#a"] == ["First", "One two."]
    heading, beginning = told["book/a.html#section-b"]
    assert told["book/a.html#b"] == [heading, beginning]
    assert heading == "Second"
    assert beginning.startswith("word word")
    assert beginning.endswith("word…")
    assert len(beginning) < 230


def test_the_first_mention_of_a_term_is_linked_and_no_other():
    made = link_terms(page(f"<h2>{TERM}</h2><p>{TERM}, {TERM}</p>"), {"信访"}, "g.html")
    link = f'<a class="term" href="g.html#term-%E4%BF%A1%E8%AE%BF">{TERM}</a>'
    assert made == page(f"<h2>{TERM}</h2><p>{link}, {TERM}</p>")


def test_no_link_stands_in_another():
    for around in ("a", "h2", "table", "figure", "pre", "button"):
        made = page(f"<{around}>{TERM}</{around}>")
        assert link_terms(made, {"信访"}, "g.html") == made
