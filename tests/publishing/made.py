"""Studies to make pages from, and the HTML that such a page carries."""

import re

from bs4 import BeautifulSoup

from govreports.corpus.reading import Corpus, Record, label_of
from govreports.report.parse import parse
from publishing.pages.study import Study, study

ATTACKS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=2>",
    '"></td></tr></table><h1>出逃</h1>',
    "`" * 15,
    "&lt;已转义&gt;",
)


def study_of(body: str, name: str = "testcity-2020") -> Study:
    """The study of one report with these lines as its running text."""
    text = f"2020年法治政府建设情况报告\n\n一、依法履行职能\n\n{body}\n"
    blank = dict.fromkeys(Record._fields, "")
    known = {"id": name, "label": label_of(name), "genre": "rule-of-law", "reporting_year": 2020}
    record = Record(**{**blank, **known, "code_points": len(text)})
    return study(Corpus((record,), {name: parse(text)}, {}))


def hostile_study() -> Study:
    """A report that puts markup into every clause, one with a number and one with a date."""
    lines = (f"2020年3月,{attack}办理{attack}3件{attack}行政复议案件。" for attack in ATTACKS)
    prose = "全市深入推进依法行政,严格规范公正文明执法,全面落实法治政府建设各项任务。"
    return study_of("\n".join(line + prose * 3 for line in lines))


def html_of(page: str) -> BeautifulSoup:
    """The blocks of HTML of a page, parsed."""
    blocks = re.findall(r"^`{12}\{raw\} html\n(.*?)\n`{12}$", page, re.DOTALL | re.MULTILINE)
    return BeautifulSoup("\n".join(blocks), "lxml")


def identifiers(soup: BeautifulSoup) -> list[str]:
    """Every ``id``, in order."""
    return [str(tag["id"]) for tag in soup.find_all(id=True)]
