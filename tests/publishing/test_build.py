"""What stops a build says where, in one message, and the last good book stays in place."""

import os
import subprocess
import sys
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest

from publishing import build as building
from publishing import kept, stamp
from publishing.errors import BuildError
from publishing.sphinx_build import _complaints
from publishing.verify import compare, copy_sources


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """A copy of the repository without anything built."""
    folder = tmp_path_factory.mktemp("sources") / "book"
    copy_sources(folder)
    return folder


def run(folder, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(folder), "BOOK_COMMIT": "0000000000"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def changed(sources):
    """Change a file of the copy for one test."""
    before = {}

    def change(name, content):
        path = sources / name
        before[path] = path.read_bytes() if path.exists() else None
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content(before[path]) if callable(content) else content)
        return sources

    yield change
    for path, content in before.items():
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)


REPORT = "corpus/reports/weihai-2017.txt"
THEMES = "govreports/data/codebook/themes.yaml"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (REPORT, None, "weihai-2017.txt: cannot be read"),
        (REPORT, b"", "weihai-2017.txt: the file is empty"),
        (REPORT, lambda old: old + "。".encode(), "weihai-2017.txt: altered"),
        (REPORT, lambda old: old + b"\xff", "weihai-2017.txt: not UTF-8 at byte"),
        ("corpus/reports/stray.txt", b"x", "stray.txt: the file has no row in reports.csv"),
        ("corpus/reports.csv", lambda old: old + old.splitlines()[-1] + b"\n", "duplicate of line"),
        (THEMES, lambda old: old + b"- {id: T1, id: T2}\n", "themes.yaml"),
        (THEMES, lambda old: old.replace(b"id: T3", b"id: T2", 1), "themes.yaml"),
        ("publishing/metadata.yaml", lambda old: old + b"colour: red\n", "metadata.yaml"),
    ],
)
def test_bad_input_is_one_message_with_its_place(changed, name, content, told):
    folder = changed(name, content)
    done = run(folder, "-m", "publishing")
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2
    assert not (folder / "_build" / "html").exists()


KEYS = (
    "from publishing.fingerprint import *;"
    "print(execution_key(), library_key(), reading_key(), build_key())"
)


def keys(folder):
    return run(folder, "-c", KEYS).stdout.split()


def appended(old):
    return old + b"\n"


@pytest.mark.parametrize(
    ("name", "results", "every_notebook", "every_page", "builds"),
    [
        ("corpus/masks.csv", True, False, True, True),
        ("corpus/datapackage.json", False, False, False, False),
        ("govreports/data/lexicon.csv", True, True, True, True),
        (THEMES, True, True, True, True),
        ("govreports/figures.py", True, True, True, True),
        ("notebooks/support.py", True, True, False, True),
        ("notebooks/labels.yaml", True, True, False, True),
        ("requirements.txt", True, True, True, True),
        ("book/themes.md", False, False, False, True),
        ("book/references.bib", False, False, True, True),
        ("book/zh/rerun.md", False, False, False, True),
        ("book/zh/strings/names.yaml", False, False, False, True),
        ("notebooks/01_describe_corpus.py", False, False, False, True),
        ("publishing/assets/book.css", False, False, True, True),
        ("_toc.yml", False, False, True, True),
        ("tests/test_figures.py", False, False, False, False),
    ],
)
def test_a_change_redoes_what_depends_on_it(
    sources, changed, name, results, every_notebook, every_page, builds
):
    before = keys(sources)
    after = keys(changed(name, appended))
    assert len(before) == 4
    changes = [old != new for old, new in zip(before, after, strict=True)]
    assert changes == [results, every_notebook, every_page, builds]


@pytest.fixture
def steps(tmp_path, monkeypatch):
    """A build whose steps do nothing, in a folder that holds a good book."""
    for name in ("STAGE", "HTML", "PDF", "EXECUTED", "SPHINX", "STORE", "PROJECT", "STAMP"):
        place = tmp_path if name == "PROJECT" else tmp_path / name.lower()
        for module in (building, stamp, kept):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, place)
    monkeypatch.setattr(kept, "KEPT", tmp_path / "kept")
    monkeypatch.setenv("LANGUAGES", "en")
    for name in ("html", "pdf"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"old.{name}").write_text("good")
    execution = SimpleNamespace(ran=0, paths=())
    (tmp_path / "executed" / building.library_key()).mkdir(parents=True)

    def made(folder, builders, *, executed, epoch, language):
        for builder in builders:
            (folder / builder).mkdir(parents=True, exist_ok=True)
            (folder / builder / "index.html").write_text("new")

    def printed(single, folder, *, language):
        folder.mkdir()
        (folder / "new.pdf").write_text("new")
        return [folder / "new.pdf"]

    stubs = {
        "read_corpus": lambda folder: None,
        "write_descriptor": lambda folder: None,
        "study": lambda corpus: MagicMock(),
        "execute_notebooks": lambda state, say: execution,
        "generate_pages": lambda *given, **named: None,
        "archive": lambda study, publication: b"data",
        "run_sphinx": made,
        "make_pdfs": printed,
        "finish_html": lambda html, languages: None,
        "are_held": lambda state: False,
        "pages_key": lambda run, with_pdf: "key",
        "are_current": lambda key: False,
        "forget": lambda: None,
        "note": lambda key: None,
        "add_downloads": lambda *given: None,
    }
    for name, stub in stubs.items():
        monkeypatch.setattr(building, name, stub)
    return tmp_path


@pytest.mark.parametrize(
    "step",
    ["execute_notebooks", "generate_pages", "archive", "run_sphinx", "make_pdfs", "finish_html"],
)
def test_the_last_good_book_stays_when_a_step_fails(steps, monkeypatch, step):
    def fails(*given, **named):
        raise BuildError("notebooks/x.py, cell 3, line 40: no")

    monkeypatch.setattr(building, step, fails)
    with pytest.raises(BuildError, match="line 40"):
        building.build(say=lambda line: None)
    assert (steps / "html" / "old.html").read_text() == "good"
    assert (steps / "pdf" / "old.pdf").read_text() == "good"


def test_a_good_build_replaces_the_last_one_and_is_not_repeated(steps, monkeypatch):
    said = []
    building.build(say=said.append)
    assert [path.name for path in (steps / "html").iterdir()] == ["index.html"]
    assert [path.name for path in (steps / "pdf").iterdir()] == ["new.pdf"]
    assert any("pdf/new.pdf" in line for line in said)
    monkeypatch.setattr(building, "read_corpus", pytest.fail)
    building.build(say=said.append)
    assert "Nothing has changed since the last build." in said


def test_html_alone_leaves_the_pdf_that_is_there(steps):
    said = []
    building.build(with_pdf=False, say=said.append)
    assert [path.name for path in (steps / "html").iterdir()] == ["index.html"]
    assert [path.name for path in (steps / "pdf").iterdir()] == ["old.pdf"]
    assert not any("pdf" in line for line in said)
    assert stamp.is_current(with_pdf=False)
    assert not stamp.is_current()


def test_of_a_long_log_only_the_complaints_are_told():
    told = _complaints(
        "reading sources\nbook/a.md:7: WARNING: undefined label: 'x'\nwriting\n"
        "book/a.md:7: WARNING: undefined label: 'x'\n"
    )
    assert told.splitlines()[0] == "book/a.md:7: WARNING: undefined label: 'x'"
    assert told.count("undefined label") == 1
    assert "writing" not in told


def test_two_builds_are_compared_to_the_byte(tmp_path):
    for name, text in (("a", "one\nsame"), ("b", "one\nSame")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(text)
        (tmp_path / name / "equal.html").write_text("x")
    (tmp_path / "b" / "more.html").write_text("x")
    lines = compare(tmp_path / "a", tmp_path / "b")
    assert len(lines) == 2
    assert "only in the second build: more.html" in lines
    assert "page.html: first differs in line 2" in lines[1]
