"""A query leads to the sentences that hold it, then to terms, then to pages."""

import re

import pytest

from govreports.corpus.reading import load_corpus
from govreports.words.counted_text import counted_text
from publishing.paths import CORPUS
from tests.machine import refuses_other_hosts

REPORT = re.compile(r"book/_generated/reports/([\w-]+)\.html\?highlight=[^#]*#(p\d+-s\d+|s[\d-]+)$")


def results(page):
    """The headings of what was found and the addresses of all hits, once the search is done."""
    page.wait_for_selector(".search-summary[data-state=finished]", state="attached")
    parts = page.locator("#search-results h2").all_inner_texts()
    links = page.locator("#search-results .hit > a").all()
    return parts, [link.get_attribute("href") for link in links]


def occurrences(term):
    """How often each report has the term in its counted text."""
    reports = load_corpus(CORPUS).reports
    return {name: counted_text(report).text.count(term) for name, report in reports.items()}


@pytest.mark.parametrize("term", ["行政执法", "复议", "规范性文件", "12345", "3550", "199.8"])
def test_sentences_come_first_and_all_are_counted(visit, term):
    page = visit(f"search.html?q={term}")
    parts, links = results(page)
    assert parts[0] == "In the reports"
    assert REPORT.search(links[0])
    told = page.locator(".told").first.inner_text()
    assert int(re.match(r"\d+", told)[0]) == sum(occurrences(term).values())


def test_each_sentence_leads_to_its_place_and_holds_the_query(visit):
    page = visit("search.html?q=双随机")
    _, links = results(page)
    for link in [link for link in links if REPORT.search(link)][:3]:
        shown = visit(link)
        assert "双随机" in shown.locator(".s:target").inner_text()
        assert shown.locator(".s:target mark.current").count() == 1
        box = shown.locator("mark.current").bounding_box()
        assert 0 < box["y"] < 900


@pytest.mark.parametrize("term", ["行政执法", "双随机、一公开", "3550", "100%"])
def test_the_marks_on_a_report_are_its_occurrences_as_typed(visit, term):
    for report, expected in occurrences(term.replace("、", ",")).items():
        both = max(expected, occurrences(term)[report])
        page = visit(f"book/_generated/reports/{report}.html?highlight={term.replace('%', '%25')}")
        marks = page.locator("mark").all_inner_texts()
        # Quotation marks may stand inside, and are not seen.
        plain = [re.sub("[“”]", "", mark).replace(",", "、") for mark in marks]
        assert set(plain) <= {term}
        assert len(marks) >= both
        assert len(marks) == both or "、" in term


def test_marks_can_be_stepped_through_and_taken_away(visit):
    page = visit("book/_generated/reports/nantong-2019.html?highlight=行政复议")
    count = page.locator("mark").count()
    assert page.locator(".found-bar [role=status]").inner_text() == f"1 of {count}"
    page.get_by_role("button", name="Next place").click()
    assert page.locator(".found-bar [role=status]").inner_text() == f"2 of {count}"
    text = page.locator("article").inner_text()
    page.get_by_role("button", name="Take the marks away").click()
    assert page.locator("mark, .found-bar").count() == 0
    assert page.locator("article").inner_text() == text


def test_marks_leave_each_name_on_the_page_once(visit):
    page = visit("book/_generated/reports/nantong-2019.html?highlight=2019年")
    doubled = """() => {
      const names = [...document.querySelectorAll("[id]")].map((one) => one.id);
      return names.filter((name, at) => names.indexOf(name) !== at);
    }"""
    assert page.locator("mark").count()
    assert page.evaluate(doubled) == []


@pytest.mark.parametrize(("english", "zh"), [("petition", "信访"), ("petitions", "信访")])
def test_english_finds_the_chinese_of_the_glossary(visit, english, zh):
    page = visit(f"search.html?q={english}")
    _, links = results(page)
    assert REPORT.search(links[0])
    assert set(
        page.locator("#search-results section").first.locator("mark").all_text_contents()
    ) == {zh}


@pytest.mark.parametrize("asked", ["reconsideration", "court appearance", "double random"])
def test_part_of_a_term_finds_the_chinese_of_those_few_that_have_it(visit, asked):
    page = visit(f"search.html?q={asked}")
    parts, links = results(page)
    assert parts[0] == "In the reports"
    assert REPORT.search(links[0])
    zh = re.search(r" in (\S+?): ", page.locator(".told").first.inner_text())[1]
    places = re.search(r"(\d+) place", page.locator(".told").first.inner_text())[1]
    assert int(places) == sum(occurrences(zh).values())


def test_english_is_found_in_every_number_and_spelling(visit):
    for one, other in (("license", "licence"), ("lawyers", "lawyer"), ("emergency", "emergencies")):
        (_, found), (_, same) = (results(visit(f"search.html?q={q}")) for q in (one, other))
        assert [link.partition("?")[0] for link in found if "highlight" not in link] == [
            link.partition("?")[0] for link in same if "highlight" not in link
        ]
        assert found


def test_a_word_is_found_by_its_beginning_only_where_no_word_is_so(visit):
    _, links = results(visit("search.html?q=DOI"))
    assert links[0].startswith("book/bibliography.html")
    _, links = results(visit("search.html?q=krippen"))
    assert links[0].startswith("book/methods.html")
    marks = visit(links[0]).locator("mark").all_inner_texts()
    assert {mark.lower() for mark in marks} == {"krippen"}


def test_a_place_or_a_year_finds_its_reports(visit):
    for asked, report in (("Weihai", "weihai-2017"), ("Nantong 2019", "nantong-2019")):
        parts, links = results(visit(f"search.html?q={asked}"))
        assert parts[0] == "Reports"
        assert links[0] == f"book/_generated/reports/{report}.html"


@pytest.mark.parametrize("asked", ["T6", "theme 6", "theme T6"])
def test_a_theme_is_found_by_its_number(visit, asked):
    _, links = results(visit(f"search.html?q={asked}"))
    assert links[0] == "book/_generated/codebook.html#T6"


@pytest.mark.parametrize("name", ["codebook", "glossary", "concordance"])
def test_a_generated_page_is_found_by_its_name(visit, name):
    _, links = results(visit(f"search.html?q={name}"))
    assert links[0].startswith(f"book/_generated/{name}.html")


def test_what_is_quoted_in_a_message_is_not_put_into_chinese(visit):
    page = visit("zh/search.html?q=dictum")
    results(page)
    said = page.evaluate("book.say('Nothing in the book holds “{}”.', 'glossary')")
    assert "“glossary”" in said


def test_traditional_finds_what_simplified_finds(visit):
    assert results(visit("search.html?q=行政執法")) == results(visit("search.html?q=行政执法"))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("shortcomings", "book/shortcomings.html"),
        ("Krippendorff", "book/methods.html"),
        ("legal counsel", "book/_generated/glossary.html"),
        ("random inspection", "book/_generated/glossary.html"),
        ("执法 enforcement", "book/_generated/codebook.html"),
        ("read_folder", "book/_generated/api.html"),
    ],
)
def test_terms_and_pages_are_found(visit, query, page):
    _, links = results(visit(f"search.html?q={query}"))
    assert any(re.split("[?#]", link)[0] == page for link in links)


def test_a_page_called_so_is_its_first_hit(visit):
    _, links = results(visit("search.html?q=shortcomings"))
    assert links[0].startswith("book/shortcomings.html")
    _, links = results(visit("search.html?q=reliability"))
    assert links[0].startswith("book/methods.html")


def test_a_page_opens_at_its_first_mark(visit):
    _, links = results(visit("search.html?q=Krippendorff"))
    page = visit(links[0])
    box = page.locator("mark.current").bounding_box()
    assert 0 < box["y"] < 900


@pytest.mark.parametrize("asked", ["villages", "Zhang", "Table 4.2", "1590"])
def test_a_mark_far_below_its_heading_or_in_a_folded_table_is_in_view(visit, asked):
    _, links = results(visit(f"search.html?q={asked}"))
    page = visit(next(link for link in links if "highlight" in link))
    page.wait_for_timeout(100)
    box = page.locator("mark.current").bounding_box()
    assert 0 < box["y"] < 900


@pytest.mark.parametrize(
    "nonsense", ["鲸鱼跳舞", "曜犇骉", "zzyzzx", "法治鲸鱼", "?!、。", "9876543"]
)
def test_nothing_is_found_for_nonsense(visit, nonsense):
    page = visit(f"search.html?q={nonsense}")
    assert results(page) == ([], [])
    assert nonsense in page.locator(".search-summary").inner_text()


def test_every_mark_of_ascii_can_be_asked_for(visit):
    page = visit("search.html")
    for mark in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~":
        found = page.evaluate(
            """mark => [true, false].map(wild =>
            book.pattern(book.parts(`a${mark}b`)[0], { wild })
              .test(book.matched(`a${mark}b`).kept))""",
            mark,
        )
        assert found == [True, True], mark


def test_an_english_phrase_with_a_hyphen_is_found_and_marked(visit):
    _, links = results(visit("search.html?q=law-based government"))
    assert REPORT.search(links[0])
    page = visit("book/index.html?highlight=law-based government")
    assert {" ".join(mark.split()) for mark in page.locator("mark").all_inner_texts()} <= {
        "law-based government",
        "Law-based government",
        "Law-Based Government",
    }
    assert page.locator("mark").count() > 1


def test_a_figure_is_not_found_inside_a_longer_one(visit):
    page = visit("search.html?q=355")
    results(page)
    assert "3550" not in page.locator("#search-results").inner_text()


def test_the_search_works_from_a_file_with_its_excerpts(browser, built_book):
    page = browser.new_page()
    with refuses_other_hosts(page, "file:"):
        page.goto((built_book.html / "search.html").as_uri() + "?q=法治")
        parts, links = results(page)
        assert parts == ["In the reports", "Terms", "Pages"]
        assert page.locator("#search-results section").last.locator(".hit mark").count()
        page.goto(f"{built_book.html.as_uri()}/{links[0]}")
        assert page.locator("mark.current").count() == 1
    page.close()


def test_a_query_is_never_markup(visit):
    page = visit("search.html?q=<img src=x onerror=document.title='run'>法治")
    results(page)
    assert page.locator("article img").count() == 0
    assert page.title() != "run"


def test_what_a_search_fetches_is_little(browser, site):
    context = browser.new_context()
    page = context.new_page()
    weigh = """performance.getEntriesByType("resource").concat(
      performance.getEntriesByType("navigation")).reduce((sum, one) => sum + one.transferSize, 0)"""
    page.goto(f"{site}search.html?q=行政执法")
    results(page)
    assert page.evaluate(weigh) < 1_200_000
    context.close()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}book/index.html", wait_until="networkidle")
    page.goto(f"{site}search.html?q=行政执法")
    results(page)
    assert page.evaluate(weigh) < 320_000
    context.close()
