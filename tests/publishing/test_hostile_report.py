"""A report that tries everything: its text is text in the HTML and in the PDF, and runs nowhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from publishing.pages.text import shown
from publishing.pdf.glyphs import drawable
from publishing.verify import copy_sources
from tests.machine import PDFTOTEXT, missing, serving
from tests.publishing.corpora import keep_notebooks, write_corpus

LONG = "长" * 3000
ATTACKS = [
    "<script>window.hit = 1</script>",
    '<img src=x onerror="window.hit = 2">',
    "<b>粗体</b> & &lt;已转义&gt; &amp;",
    "</p></div></article><h1>出逃</h1>",
    "{{ config.items() }} {% raw %} {{{ }}}",
    "```{raw} html <iframe src='//evil.example'></iframe> ```",
    "```````````````",
    "::::{note} 注意 ::::",
    "{ref}`x` [链接](javascript:window.hit=3) ![图](x.png) *强调* _强_ **粗** `码`",
    "$\\frac{1}{2}$ $$x_a$$ \\input{/etc/passwd} \\(a\\) %注释",
    '#panic("typst") #read("/etc/passwd") @label <label> = 标题 // 注 /* 注 */ ~ -- ...',
    '#"]" #import "x.typ" $ a $ \\u{1F600} `raw`',
    "(anchor)= % 注 +++ --- *** ### 标题 1. 列表 - 列表 > 引",
    "右\u202e左\u202c\u200f到\u2066左\u2069 \U0001f600 \U00020bb7 ￾",
    "https://evil.example/?a=1&b=2 www.evil.example",
    f"{LONG}",
    "W" * 600,
]
BODY = "\n".join(
    [
        "恶意市2020年法治政府建设情况报告<script>window.hit=9</script>",
        "2020年,恶意市深入推进依法行政,全面落实法治政府建设各项任务,现将情况报告如下。",
        "一、依法履行<img src=x onerror=window.hit=4>职能{{ 7*7 }}$a_b$#panic()",
        *(f"推进行政执法,{attack},完成3件行政复议案件。" for attack in ATTACKS),
        "二、下一步打算",
        "下一步,继续推进法治政府建设,严格规范公正文明执法。",
    ]
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """A book of nothing but the hostile report, built as any other."""
    root = tmp_path_factory.mktemp("hostile") / "book"
    copy_sources(root)
    corpus = write_corpus(root / "hostile", {"hostile-2020": BODY}, issuer=ATTACKS[1])
    about = {"title": f"书 {ATTACKS[0]}", "author": ATTACKS[1], "subtitle": ATTACKS[2]}
    (corpus / "metadata.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")
    keep_notebooks(root / "_toc.yml", ())
    environment = {**os.environ, "PYTHONPATH": str(root), "BOOK_COMMIT": "0000000000"}
    environment["BOOK_CORPUS"] = str(corpus)
    done = subprocess.run(
        [sys.executable, "-m", "publishing"],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "_build"


@pytest.fixture(scope="module")
def reader(hostile):
    """The page of the report, parsed."""
    page = hostile / "html/book/_generated/reports/hostile-2020.html"
    return BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")


def test_the_reader_shows_every_attack_as_text(reader):
    text = re.sub(r"\s", "", reader.select_one("article").get_text())
    for attack in ATTACKS:
        assert re.sub(r"\s", "", shown(attack)) in text


def test_no_element_came_out_of_the_text(reader):
    article = reader.select_one("article")
    assert not article.select("iframe, img, h1 + h1, math, [onerror], .rp > p :not(span, strong)")
    assert len(article.select("h1")) == 1
    assert not [script for script in article.select("script") if "hit" in script.get_text()]
    sources = [str(script["src"]) for script in article.select("script[src]")]
    assert all(source.startswith("../../../_static/") for source in sources)
    assert not [a for a in article.select("a[href]") if "evil" in a["href"] or ":" in a["href"]]


def test_what_the_owner_says_of_the_book_is_text_on_every_page(hostile):
    for path in (hostile / "html").rglob("*.html"):
        if "_static" not in path.parts:
            soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
            assert not soup.select("[onerror]"), path
            assert not [tag for tag in soup.select("script") if "hit" in tag.get_text()], path


@pytest.mark.parametrize(
    "address",
    [
        "book/_generated/reports/hostile-2020.html",
        "book/_generated/outline.html",
        "book/_generated/sentences.html",
        "book/_generated/codebook.html",
        "book/_generated/quantities.html",
        "book/_generated/concordance.html?q=行政",
        "search.html?q=履行",
        "search.html?q=行政执法",
        "book/_generated/index.html",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(hostile, browser, address):
    with serving(hostile / "html") as site:
        page = browser.new_page(viewport={"width": 375, "height": 800})
        requests = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(site + address, wait_until="networkidle")
        assert page.evaluate("window.hit") is None
        assert all(url.startswith((site, "data:")) for url in requests)
        assert not [url for url in requests if url.endswith("/x")]
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        page.close()


def test_the_pdf_shows_every_attack_as_text(hostile):
    if PDFTOTEXT is None:
        missing("pdftotext")
    path = next((hostile / "pdf").glob("*.pdf"))
    done = subprocess.run([PDFTOTEXT, str(path), "-"], capture_output=True, check=True)
    text = re.sub(r"[\s\d\u00ad\u2060-]", "", done.stdout.decode("utf-8"))
    for attack in ATTACKS:
        plain = re.sub(r"[\s\d\u00ad\u2060-]", "", drawable(shown(attack)))
        # Long lines run over pages, whose heads stand between; so do the numbers of sentences.
        assert plain[:60] in text, attack[:60]
