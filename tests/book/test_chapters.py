"""What every chapter keeps to: no typed result, and nothing that leads nowhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = sorted((ROOT / "book").glob("*.md"))
FOLDER = ROOT / "notebooks"
NOTEBOOKS = {
    path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("[0-9]*.py"))
}

GLUE = re.compile(r"\{glue:text\}`\.\./notebooks/(?P<file>[^:`]+)::(?P<name>\w+)(?::[^`]*)?`")
FENCE = re.compile(r"^(`{3,}|:{3,}).*?^\1\s*$", re.MULTILINE | re.DOTALL)
EXHIBIT = re.compile(r"_generated/exhibits/([\w-]+)\.(?:\*|shown\.csv|svg)")

# What may hold digits without being a result: each kind of thing, and why it is not one.
NOT_RESULTS = {
    "chapters of this book": r"\bChapter \d\b",
    "names": r"codebook 1\.0|F₁|AC₁|G²|CC BY 4\.0|Jupyter Book \d|GB/T 7714|3550|¶ 12(?:\.3)?",
    "role or citation": r"\{[\w:-]+\}`[^`]*`",
    "link target": r"\]\([^)]*\)",
    "code": r"`[^`]*`",
    "formula": r"\$\$.*?\$\$|\$[^$\n]+\$",
    "heading identifier": r"^\([\w-]+\)=$",
    "years of instruments and reports": r"\b(?:19|20)\d\d(?:[–—-](?:19|20)\d\d)?(?:\b|(?=年《))",
    "dates of instruments": r"\b\d{1,2} (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b",
    "theme identifiers": r"\bT(?:[0-9]|10)\b|\*T0\*",
    "level of the intervals": r"\b95 ?%",
    "unit of a rate": r"10,000",
    "bounds of a measure": r"\b(?:0|1)(?= (?:even|uneven|when|corrected)| ?[,.)]|$)",
    "position in a list": r"^\d+\. ",
    "article of a statute": r"article 5\b",
}


def prose(text: str) -> str:
    """A chapter without its directives, and without what may hold digits."""
    text = re.sub(FENCE, lambda found: _caption(found.group(0)), text)
    for pattern in NOT_RESULTS.values():
        text = re.sub(pattern, " ", text, flags=re.MULTILINE | re.DOTALL)
    return text


def _caption(fence: str) -> str:
    """What a directive shows as text: the caption of a figure or table; code shows none."""
    first, *rest = fence.splitlines()
    if re.match(r"[`:]+(?:text|sh|bib|python)?$", first.strip()):
        return ""
    title = first.partition("}")[2] if "csv-table" in first else ""
    body = [line for line in rest[:-1] if not line.startswith(":") and "/exhibits/" not in line]
    return "\n".join([title, *body])


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_no_number_is_typed(path):
    found = re.findall(r"[^\n]{0,40}\d+[^\n]{0,20}", prose(path.read_text("utf-8")))
    assert not found, f"{path.name}: typed numbers: {found}"


def test_the_check_sees_a_typed_number():
    assert re.search(r"\d", prose("The reports hold 743 sentences."))
    assert re.search(r"\d", prose("```{figure} x.*\n:name: fig-x\n\nShares of 12 reports.\n```"))
    assert not re.search(r"\d", prose("In 2019, {glue:text}`../notebooks/01_x.py::n:d` sentences."))


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_number_comes_from_a_notebook_that_keeps_it(path):
    for found in GLUE.finditer(path.read_text("utf-8")):
        notebook = NOTEBOOKS.get(found["file"])
        assert notebook is not None, f"{path.name}: no notebook {found['file']}"
        assert re.search(rf"\b{found['name']}\s*=", notebook), f"{path.name}: {found['name']}"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_exhibit_is_kept_by_a_notebook(path):
    kept = "\n".join(NOTEBOOKS.values())
    for name in EXHIBIT.findall(path.read_text("utf-8")):
        name = re.sub(r"^cloud-[a-z]+-\d{4}(?:-disclosure)?$", "cloud-{name}", name)
        name = re.sub(r"^story-[a-z-]+$", "story-{name}", name)
        assert f'"{name}"' in kept, f"{path.name}: nothing keeps {name}"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_figure_is_named_and_described(path):
    for fence in FENCE.finditer(path.read_text("utf-8")):
        block = fence.group(0)
        if block.lstrip("`:").startswith("{figure}"):
            assert ":name: fig-" in block
            assert re.search(r"^:alt: .{40,}", block, re.MULTILINE), f"{path.name}: thin alt text"
        if "{csv-table}" in block:
            assert ":name: tab-" in block
            assert block.splitlines()[0].partition("}")[2].strip(), f"{path.name}: no caption"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_no_caption_ends_its_fence(path):
    """A backtick in the line that opens a table makes it running text."""
    assert not re.findall(r"^```\{.*`.*$", path.read_text("utf-8"), re.MULTILINE)


def test_names_of_figures_and_tables_are_unique():
    names = [n for path in CHAPTERS for n in re.findall(r"^:name: (\S+)", path.read_text(), re.M)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_citation_is_in_the_bibliography(path):
    entries = set(
        re.findall(r"@\w+\{(\w+),", (ROOT / "book" / "references.bib").read_text("utf-8"))
    )
    cited = re.findall(r"\{cite\}`([^`]+)`", path.read_text("utf-8"))
    assert {key.strip() for group in cited for key in group.split(",")} <= entries
