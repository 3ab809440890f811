"""The coding desk in a real browser, worked by keyboard; what it saves is read as a coding."""

import csv
import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.coding.handcodings import read_codings
from govreports.coding.sampling import Drawn
from govreports.desk.entries import chinese_entries, entries, training
from govreports.desk.page import desk_page
from govreports.desk.units import desk_units
from govreports.errors import ArgumentError
from govreports.report.parse import parse

BODY = (
    "某县2021年法治政府建设情况报告\n\n2021年，本县认真推进法治政府建设，现报告如下：\n\n"
    "一、规范执法\n全年查处违法案件12件，罚款3万元。组织执法人员培训2次。\n\n"
    "二、存在的问题\n执法力量<b>不足</b>。</script><script>document.title='acted'</script>\n"
)
REPORT = parse(BODY)


@pytest.fixture(scope="module")
def codebook():
    return load_codebook()


@pytest.fixture(scope="module")
def units():
    drawn = [Drawn("county", s.id, s.start, s.end, 2.0) for s in REPORT.sentences]
    return desk_units(drawn, {"county": REPORT})


@pytest.fixture(scope="module")
def file(tmp_path_factory, units, codebook):
    path = tmp_path_factory.mktemp("desk") / "desk.html"
    path.write_text(desk_page(units, codebook, title="某县<i>"), encoding="utf-8")
    return path


@pytest.fixture
def open_desk(browser, file):
    contexts = []

    def opened(query="", **options):
        context = browser.new_context(**{"locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        page.requests = []
        page.errors = []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(file.as_uri() + query)
        return page

    yield opened
    for context in contexts:
        context.close()


def saved(page, tmp_path):
    """Press the key and keep the two files."""
    files = []
    page.on("download", lambda download: files.append(download))
    page.keyboard.press("s")
    expect(page.locator("#notice")).to_contain_text("Saved")
    while len(files) < 2:
        page.wait_for_event("download")
    for download in files:
        download.save_as(tmp_path / download.suggested_filename)
    return tmp_path / "anna-li.csv"


def begin_sample(page):
    page.fill("#coder", "Anna Li")
    page.keyboard.press("Escape")
    page.click("#to-sample")
    page.keyboard.press("Escape")


def test_a_sample_is_coded_by_keyboard_alone_and_read_as_a_coding(
    open_desk, tmp_path, codebook, units
):
    page = open_desk()
    begin_sample(page)
    page.keyboard.press("0")  # the preamble; its move follows
    page.keyboard.press("Enter")
    for key in ("4", "r", "Shift+Digit1", "d", "m"):
        page.keyboard.press(key)
    page.keyboard.type('fines, 罚款 "3"\nand cases')
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    for key in ("7", "Shift+Digit4", "r"):
        page.keyboard.press(key)
    path = saved(page, tmp_path)
    coding = read_codings(path, codebook, {"county": REPORT})
    assert [unit[4:10] for unit in coding.units] == [
        ("T0", ("T0",), "frame", (), "", 2.0),
        ("T4", ("T4", "T1"), "report", (), '? fines, 罚款 "3" and cases', 2.0),
        ("T7", ("T7", "T4"), "report", (), "", 2.0),
    ]
    assert (coding.coder, coding.kind, coding.codebook) == ("Anna Li", "person", codebook.version)
    assert page.errors == []


def test_what_was_saved_is_resumed_and_what_was_kept_is_still_there(open_desk, tmp_path):
    page = open_desk()
    begin_sample(page)
    page.keyboard.press("0")
    page.keyboard.press("Enter")
    for key in ("5", "r", "a"):
        page.keyboard.press(key)
    path = saved(page, tmp_path)
    page.reload()
    expect(page.locator("#coder")).to_have_value("Anna Li")
    expect(page.locator("#primary-T5")).to_be_checked()
    other = open_desk()
    other.set_input_files("#load", [path, path.with_suffix(".yaml")])
    expect(other.locator("#notice")).to_contain_text("resumed: 2")
    other.keyboard.press("k")  # it goes on with the first that is not coded
    expect(other.locator("#primary-T5")).to_be_checked()
    expect(other.locator("#flags-admission")).to_be_checked()
    expect(other.locator("#coder")).to_have_value("Anna Li")


def test_rows_of_other_sentences_are_left_out_and_said(open_desk, tmp_path):
    page = open_desk()
    path = tmp_path / "other.csv"
    head = "report,sentence,start,end,primary,themes,move,flags,note\n"
    path.write_text(f"{head}elsewhere,p1.s1,0,5,T1,,report,,\n", encoding="utf-8")
    page.set_input_files("#load", path)
    expect(page.locator("#notice")).to_contain_text("left out, of other sentences or codes: 1")
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    page.set_input_files("#load", path)
    expect(page.locator("#notice")).to_contain_text("is no coding")


def test_contradictions_cannot_be_coded(open_desk):
    page = open_desk()
    begin_sample(page)
    page.keyboard.press("0")
    page.keyboard.press("r")
    expect(page.locator("#move-frame")).to_be_checked()
    page.keyboard.press("Shift+Digit3")
    expect(page.locator("#further-T3")).not_to_be_checked()
    page.keyboard.press("3")
    expect(page.locator("#move-frame")).not_to_be_checked()
    page.keyboard.press("b")
    page.keyboard.press("a")
    expect(page.locator("#move-problem")).to_be_checked()
    expect(page.locator("#flags-admission")).not_to_be_checked()


def test_the_training_round_shows_the_answer_only_after_the_coder_s_own(open_desk, codebook):
    page = open_desk()
    lesson = training(codebook)[0]
    assert page.is_hidden("#answer")
    page.keyboard.press("Enter")
    assert page.is_hidden("#answer")
    page.keyboard.press("4")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    told = page.inner_text("#answer")
    assert lesson["answer"]["why"]["en"] in told
    assert lesson["answer"]["primary"] in told
    assert "You gave: T4" in told


def test_a_desk_shows_no_label_and_lets_nothing_of_a_report_act(open_desk, file, units):
    page = open_desk()
    text = json.loads(page.inner_text("#data") or page.text_content("#data"))
    assert all(set(unit) == set(units[0]._fields) for unit in text["units"])
    assert "primary" not in units[0]._fields
    page.click("#to-sample")
    for _ in units:
        page.keyboard.press("j")
    assert page.title() != "acted"
    assert page.locator("#paragraph b, #paragraph script").count() == 0
    assert page.requests == [file.as_uri()]


def test_the_whole_desk_speaks_chinese(open_desk):
    page = open_desk(locale="zh-CN")
    assert page.get_attribute("html", "lang") == "zh-CN"
    assert page.inner_text("#save").startswith("保存")
    page.keyboard.press("6")
    assert "行政复议" in page.inner_text("#entries details[open]")
    page.click("#language")
    assert page.inner_text("#save").startswith("Save")


def test_the_desk_opens_in_the_language_that_its_address_names(open_desk):
    page = open_desk("?lang=zh")
    assert page.get_attribute("html", "lang") == "zh-CN"
    page = open_desk("?lang=en", locale="zh-CN")
    assert page.get_attribute("html", "lang") == "en"
    page = open_desk("?lang=constructor")
    assert page.get_attribute("html", "lang") == "en"


def test_what_was_told_and_the_codebook_change_their_language_with_the_rest(open_desk):
    page = open_desk()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("are needed first")
    assert page.inner_text("#entries summary").startswith("T0 No theme")
    page.click("#language")
    expect(page.locator("#notice")).to_contain_text("请先选")
    assert page.inner_text("#entries summary").startswith("T0 无主题")


def test_a_desk_for_reports_of_one_s_own_opens_in_their_sample(browser, tmp_path, units, codebook):
    path = tmp_path / "own.html"
    path.write_text(desk_page(units, codebook, train_first=False), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.get_attribute("#to-sample", "aria-pressed") == "true"
    assert units[0].text in page.inner_text("#paragraph")
    page.click("#to-training")
    assert page.get_attribute("#to-training", "aria-pressed") == "true"
    page.close()


HEAD = "report,sentence,start,end,primary,themes,move,flags,note\n"


def a_coding(folder, coder, rows):
    """The two files of a coding of some sentences of the sample."""
    path = folder / f"{coder}.csv"
    path.write_text(HEAD + "".join(f"county,{row}\n" for row in rows), encoding="utf-8")
    path.with_suffix(".yaml").write_text(f"coder: {coder}\nkind: person\n", encoding="utf-8")
    return [path, path.with_suffix(".yaml")]


def test_codings_of_two_coders_are_never_mixed(open_desk, tmp_path, units):
    page = open_desk()
    begin_sample(page)
    page.keyboard.press("1")
    page.keyboard.press("r")
    page.set_input_files("#load", a_coding(tmp_path, "Bo", [f"{units[1].sentence},0,1,T5,,plan,,"]))
    expect(page.locator("#told")).to_contain_text("1 of 5 coded; this is number 1")
    expect(page.locator("#coder")).to_have_value("Bo")
    expect(page.locator("#primary-T1")).not_to_be_checked()
    page.fill("#coder", "Anna Li")
    page.keyboard.press("Escape")
    expect(page.locator("#notice")).to_contain_text("Codings of Bo are kept")
    expect(page.locator("#told")).to_contain_text("1 of 5 coded")
    expect(page.locator("#primary-T1")).to_be_checked()
    page.keyboard.press("j")
    expect(page.locator("#primary-T5")).not_to_be_checked()


def test_a_file_replaces_what_its_coder_has_in_the_browser_only_when_asked(
    open_desk, tmp_path, units
):
    page = open_desk()
    begin_sample(page)
    page.keyboard.press("1")
    page.keyboard.press("r")
    files = a_coding(tmp_path, "Anna Li", [f"{units[0].sentence},0,1,T6,,plan,,"])
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    with page.expect_event("dialog"):  # files are read, and the question asked, in their own time
        page.set_input_files("#load", files)
    expect(page.locator("#primary-T1")).to_be_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.set_input_files("#load", files)
    expect(page.locator("#notice")).to_contain_text("resumed: 1")
    page.keyboard.press("k")
    expect(page.locator("#primary-T6")).to_be_checked()
    assert "Anna Li" in asked[0]


def test_a_second_coder_at_the_same_browser_begins_anew(open_desk):
    page = open_desk()
    page.fill("#coder", "Anna Li")
    for key in ("Escape", "4", "r", "Enter"):
        page.keyboard.press(key)
    assert page.is_visible("#answer")
    page.reload()
    expect(page.locator("#notice")).to_contain_text("Open are the codings of Anna Li")
    page.click("#anew")
    expect(page.locator("#coder")).to_have_value("")
    assert page.is_hidden("#answer")
    expect(page.locator("#primary-T4")).not_to_be_checked()
    page.keyboard.type("Bo")
    page.keyboard.press("Escape")
    page.keyboard.press("5")
    page.reload()
    expect(page.locator("#coder")).to_have_value("Bo")
    expect(page.locator("#primary-T5")).to_be_checked()
    page.fill("#coder", "Anna Li")
    page.keyboard.press("Escape")
    expect(page.locator("#primary-T4")).to_be_checked()
    assert page.is_visible("#answer")


def test_unnamed_codings_are_dropped_only_when_that_is_wanted(open_desk):
    page = open_desk()
    page.keyboard.press("4")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click("#anew")
    expect(page.locator("#primary-T4")).to_be_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("#anew")
    expect(page.locator("#primary-T4")).not_to_be_checked()


def test_what_a_file_cannot_be_resumed_for_is_said(open_desk, tmp_path, units):
    page = open_desk()
    first, second, third = (unit.sentence for unit in units[:3])
    rows = [f"{first},0,1,T1,,frame,,", f"{second},0,1,T4,,report,,", f"{third},0,1,,,,,"]
    table, card = a_coding(tmp_path, "Bo", rows)
    page.set_input_files("#load", card)
    expect(page.locator("#notice")).to_contain_text("A card holds no codings")
    page.set_input_files("#load", table)
    expect(page.locator("#notice")).to_contain_text("Without its card")
    expect(page.locator("#notice")).to_contain_text(f"county {first} (T1, frame)")
    expect(page.locator("#told")).to_contain_text("1 of 5 coded; this is number 1")
    expect(page.locator("#primary-T1")).not_to_be_checked()
    other = a_coding(tmp_path, "Cai", [])
    page.set_input_files("#load", [table, card, *other])
    expect(page.locator("#notice")).to_contain_text("never mixed")


def test_enter_goes_on_after_a_button_was_used(open_desk):
    page = open_desk()
    page.click("#language")
    for key in ("1", "r", "Enter"):
        page.keyboard.press(key)
    assert page.get_attribute("html", "lang") == "zh-CN"
    assert page.is_visible("#answer")
    page.focus("#language")
    page.keyboard.press("Enter")  # a button that has the focus is pressed by it
    assert page.get_attribute("html", "lang") == "en"
    place = page.inner_text("#told")
    page.keyboard.press("Enter")
    assert page.inner_text("#told") != place


@pytest.mark.parametrize("size", [(1440, 900), (375, 800)])
def test_the_answer_is_in_sight(open_desk, size):
    page = open_desk(viewport={"width": size[0], "height": size[1]})
    for key in ("1", "r", "Enter"):
        page.keyboard.press(key)
    box = page.locator("#answer").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= size[1]


def test_what_was_said_of_a_coding_goes_when_it_changes(open_desk, codebook):
    page = open_desk()
    page.keyboard.press("Enter")
    assert page.inner_text("#notice")
    for key in ("1", "r"):
        page.keyboard.press(key)
    assert page.inner_text("#notice") == ""
    page.keyboard.press("Enter")
    assert "You gave the same" in page.inner_text("#answer")
    page.keyboard.press("4")
    assert "You gave: T4" in page.inner_text("#answer")


def test_the_entries_of_theme_and_move_stand_open_together(open_desk):
    page = open_desk()
    for key in ("4", "b"):
        page.keyboard.press(key)
    opened = page.locator("#entries details[open]")
    assert [one.get_attribute("data-code") for one in opened.all()] == ["T4", "problem"]
    page.keyboard.press("5")
    assert [one.get_attribute("data-code") for one in opened.all()] == ["T5", "problem"]


def test_the_address_asks_for_a_language_and_the_desk_leads_back(
    browser, tmp_path, units, codebook
):
    path = tmp_path / "linked.html"
    home = {"en": "../index.html", "zh": "../zh/index.html"}
    path.write_text(desk_page(units, codebook, home=home), encoding="utf-8")
    page = browser.new_page(locale="en-GB")
    page.goto(f"{path.as_uri()}?lang=zh")
    assert page.get_attribute("html", "lang") == "zh-CN"
    assert page.title() == "编码台"
    assert page.get_attribute("#home", "href") == home["zh"]
    page.click("#language")
    page.reload()
    assert page.title() == "Coding desk"
    assert page.get_attribute("#home", "href") == home["en"]
    page.goto("about:blank")
    page.goto(f"{path.as_uri()}?lang=zh")
    assert page.title() == "编码台"
    page.close()


def test_a_desk_of_four_hundred_sentences_stays_small(units, codebook):
    assert len(desk_page([*units] * 80, codebook).encode()) < 600_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 375])
def test_a_desk_is_accessible_and_fits_its_screen(open_desk, width, scheme):
    page = open_desk(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.keyboard.press("1")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keys_can_be_switched_off(open_desk):
    page = open_desk()
    page.uncheck("#keys")
    page.locator("#keys").blur()
    page.keyboard.press("1")
    expect(page.locator("#primary-T1")).not_to_be_checked()


def test_every_entry_has_its_chinese(codebook):
    assert chinese_entries()["of"] == codebook.version
    for entry in entries(codebook):
        assert set(chinese_entries()["codes"]) >= {entry["id"]}
        assert {miss["code"] for miss in entry["near"]} == set(
            chinese_entries()["codes"][entry["id"]].get("near", {})
        )


def test_the_training_round_is_never_of_the_measured_sample():
    folder = Path(__file__).parents[2] / "corpus" / "codings"
    with (folder / "adjudicated.csv").open(encoding="utf-8", newline="") as rows:
        measured = {(row["report"], row["sentence"]) for row in csv.DictReader(rows)}
    lessons = {(lesson["report"], lesson["sentence"]) for lesson in training(load_codebook())}
    assert len(lessons) == 20
    assert not lessons & measured


def test_an_unknown_sentence_is_named():
    with pytest.raises(ArgumentError, match=r"county has no sentence 'p99.s1'"):
        desk_units([Drawn("county", "p99.s1", 0, 1, 1.0)], {"county": REPORT})


def test_agreement_lists_every_difference_with_its_sentence(tmp_path, capsys):
    corpus = Path(__file__).parents[2] / "corpus"
    coding = corpus / "codings" / "coder-a.csv"
    arguments = ["--corpus", str(corpus), "--rules", "--replicates", "20"]
    assert main(["agreement", str(coding), *arguments, "--out", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    with (tmp_path / "out" / "differences.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (tmp_path / "out" / "confusion.csv").open(encoding="utf-8", newline="") as file:
        confused = [row for row in csv.DictReader(file) if row["scheme"] == "primary"]
    apart = [row for row in confused if row["code_a"] != row["code_b"]]
    assert sum(int(row["units"]) for row in confused) == 151
    assert sum(int(row["units"]) for row in apart) == sum(r["scheme"] == "primary" for r in rows)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert all(row["text"] in page for row in rows)
