"""A folder of one's own: locked, complete, and made of nothing that a lock does not name."""

import base64
import csv
import hashlib
import io
import os
import re
import subprocess
import sysconfig
import tomllib
import venv
import zipfile

import pytest
import yaml

import govreports
from govreports.cli.main import main
from govreports.corpus.reading import load_corpus
from publishing import new_project, sources
from publishing.errors import BuildError
from publishing.paths import SOURCES
from publishing.wheels import BOOK, NAMES, wheel
from tests.publishing.corpora import INVENTED
from tests.publishing.corpora import NAMES as REPORTS


@pytest.fixture(scope="module")
def wheels():
    """The two wheels by their names, with their files."""
    return dict(map(wheel, NAMES))


@pytest.fixture
def project(tmp_path, wheels, monkeypatch):
    """A folder around invented reports and a file that is none, with the status of the command."""
    received = tmp_path / "received"
    received.mkdir()
    for path in sorted(INVENTED.glob("*.txt")):
        (received / path.name).write_bytes(path.read_bytes())
    (received / "notes.txt").write_text("no report", encoding="utf-8")
    monkeypatch.setattr(new_project, "wheel", lambda name: made(name, wheels))
    folder = tmp_path / "我的 reports"
    return folder, main(["new", str(folder), "--from", str(received)])


def made(name, wheels):
    stem = name.replace("-", "_")
    return next(item for item in wheels.items() if item[0].startswith(f"{stem}-0"))


def test_a_wheel_is_the_same_each_time(wheels):
    assert made(BOOK, wheels) == wheel(BOOK)


def test_a_wheel_records_every_file_of_it(wheels):
    for content in wheels.values():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        record = next(name for name in files if name.endswith(".dist-info/RECORD"))
        rows = {name: (digest, size) for name, digest, size in csv.reader(
            files[record].decode().splitlines()
        )}  # fmt: skip
        assert set(rows) == set(files)
        for name, held in files.items():
            if name != record:
                digest = base64.urlsafe_b64encode(hashlib.sha256(held).digest()).decode()
                assert rows[name] == (f"sha256={digest.rstrip('=')}", str(len(held)))


def test_the_wheel_of_the_book_has_nothing_about_named_reports(wheels):
    with zipfile.ZipFile(io.BytesIO(made(BOOK, wheels)[1])) as archive:
        names = archive.namelist()
    assert "publishing/shipped/notebooks/support.py" in names
    assert "publishing/project_template/Makefile" in names
    assert not [name for name in names if "/cases/" in name or "/corpus/reports" in name]
    general = set(yaml.safe_load((SOURCES / "book/study.yaml").read_text("utf-8"))["general"])
    pages = {name for name in names if name.startswith("publishing/shipped/book/")}
    chapters = {name for name in pages if name.endswith(".md")}
    assert chapters == {f"publishing/shipped/{page}.md" for page in general}


def test_both_distributions_are_of_one_version():
    book = tomllib.loads((SOURCES / "publishing/pyproject.toml").read_text("utf-8"))["project"]
    assert book["version"] == govreports.__version__
    assert book["dependencies"] == [f"govreports[book]=={govreports.__version__}"]


def test_the_folder_holds_the_reports_and_a_lock_of_its_wheels(project):
    folder, status = project
    assert status == 3  # a file was left out
    assert [record.id for record in load_corpus(folder / "corpus").records] == REPORTS
    lock = (folder / "requirements.txt").read_text("utf-8")
    assert lock.startswith((SOURCES / "requirements.txt").read_text("utf-8"))
    for path in (folder / "wheels").iterdir():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert f"./wheels/{path.name} \\\n    --hash=sha256:{digest}\n" in lock
    # Every package is named with a checksum; nothing has an address.
    assert not re.search(r"https?://|^-e|^--(?:index|find)", lock, re.MULTILINE)
    about = yaml.safe_load((folder / "corpus/metadata.yaml").read_text("utf-8"))
    assert about["title"] == "我的 reports"
    for name in ("README.md", "Makefile", ".gitignore", "tests/test_book.py"):
        assert "{{" not in (folder / name).read_text("utf-8")


def test_the_end_says_what_was_left_out_and_why(tmp_path, wheels, monkeypatch, capsys):
    monkeypatch.setattr(new_project, "wheel", lambda name: made(name, wheels))
    received = tmp_path / "received"
    received.mkdir()
    path = INVENTED / f"{REPORTS[0]}.txt"
    (received / path.name).write_bytes(path.read_bytes())
    for name in ("a.txt", "b.txt", "empty.txt", "picture.png"):
        content = "" if name == "empty.txt" else "no report"
        (received / name).write_text(content, encoding="utf-8")
    assert main(["new", str(tmp_path / "mine"), "--from", str(received)]) == 3
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3 + 4
    reason = told[0].partition("a.txt: ")[2]
    assert told[3] == f"2 files not used: {reason}"
    assert told[4].startswith("1 file not used: ")
    assert told[5] == "passed over, of kinds that are not read: .png 1"
    assert told[6] == f"1 report in {tmp_path / 'mine'}; in that folder run: make book"


def test_a_folder_that_is_there_is_left_alone(project, capsys):
    folder, _ = project
    before = (folder / "requirements.txt").stat().st_mtime_ns
    assert main(["new", str(folder)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (folder / "requirements.txt").stat().st_mtime_ns == before


def test_without_a_usable_report_nothing_is_made(tmp_path, wheels, monkeypatch, capsys):
    monkeypatch.setattr(new_project, "wheel", lambda name: made(name, wheels))
    (tmp_path / "received").mkdir()
    (tmp_path / "received" / "a.txt").write_text("no report", encoding="utf-8")
    assert main(["new", str(tmp_path / "mine"), "--from", str(tmp_path / "received")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["received"]


def test_reports_can_come_later(tmp_path, wheels, monkeypatch):
    monkeypatch.setattr(new_project, "wheel", lambda name: made(name, wheels))
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    report = str(INVENTED / f"{REPORTS[0]}.txt")
    assert main(["add", report, "--corpus", str(folder / "corpus")]) == 0
    assert len(load_corpus(folder / "corpus").records) == 1


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Where the root of a folder with own pages and notebooks is laid out."""
    for name, text in OWN.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sources, "PROJECT", tmp_path)
    monkeypatch.setattr(sources, "ROOT", tmp_path / "_build" / "sources")
    return tmp_path / "_build" / "sources"


OWN = {
    "book/b.md": "# Of our own\n\nSee {ref}`tab-own`.\n\n```{csv-table} Sentences by report\n"
    ":name: tab-own\n:header-rows: 1\n:file: _generated/exhibits/own.shown.csv\n```\n",
    "book/a.md": "# First\n\nOur question.\n",
    "book/own.bib": "@book{a2020, title={A}, author={B}, year={2020}}\n",
    "notebooks/40_ask.py": '# %% [markdown]\n# # Asked by us\n\n# %%\nfrom helper import NAME\n'
    "from support import analyse, keep_table\n\n"
    'keep_table(analyse().codings.groupby("report").size().reset_index(name="sentences"), NAME)\n',
    "notebooks/helper.py": 'NAME = "own"\n',
}  # fmt: skip


def test_own_pages_and_notebooks_stand_before_the_general_ones(root):
    sources.lay_out()
    contents = yaml.safe_load((root / "_toc.yml").read_text("utf-8"))
    files = [[entry.get("file") for entry in part["chapters"]] for part in contents["parts"]]
    assert files[:2] == [["book/a", "book/b"], ["notebooks/40_ask"]]
    study = yaml.safe_load((root / "book/study.yaml").read_text("utf-8"))
    assert study["reports"] == []
    assert {"book/a", "book/b", "book/quickstart"} <= set(study["general"])
    config = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    assert config["bibtex_bibfiles"][-1] == "book/own.bib"
    assert (root / "notebooks/helper.py").is_file()
    assert not (root / "notebooks/cases").exists()


def test_an_own_file_does_not_take_the_place_of_one_that_comes_along(root):
    path = root.parents[1] / "notebooks" / "support.py"
    path.write_text("", encoding="utf-8")
    with pytest.raises(BuildError, match=r"notebooks/support\.py: a file called so"):
        sources.lay_out()


PACK_AGAIN = """
from hashlib import sha256
from publishing.wheels import NAMES, wheel
print(*(sha256(wheel(name)[1]).hexdigest() for name in NAMES))
"""


@pytest.mark.other_corpora
def test_the_folder_builds_and_passes_its_own_tests(project):
    folder, _ = project
    for name, text in OWN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    venv.create(folder / ".venv", with_pip=False)
    here = sysconfig.get_path("purelib", vars={"base": str(folder / ".venv")})
    for path in (folder / "wheels").iterdir():
        with zipfile.ZipFile(path) as archive:
            archive.extractall(here)
    # All other packages of the lock are those that this test runs with.
    shared = os.pathsep.join([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    python = folder / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    with open(os.path.join(here, "shared.pth"), "w", encoding="utf-8") as file:
        file.write("\n".join(dict.fromkeys(shared.split(os.pathsep))) + "\n")

    def run(*arguments):
        left = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "BOOK_CORPUS")}
        return subprocess.run(
            [str(python), *arguments],
            cwd=folder, env=left | {"BOOK_COMMIT": "0"}, capture_output=True, encoding="utf-8",
        )  # fmt: skip

    built = run("-m", "publishing", "build", "--html-only")
    assert built.returncode == 0, built.stdout + built.stderr
    assert "_build/html/index.html" in built.stdout
    assert "Asked by us" in (folder / "_build/html/notebooks/40_ask.html").read_text("utf-8")
    assert "Sentences by report" in (folder / "_build/html/book/b.html").read_text("utf-8")
    tested = run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert tested.returncode == 0, tested.stdout
    again = run("-c", PACK_AGAIN)
    assert again.returncode == 0, again.stderr
    lock = (folder / "requirements.txt").read_text("utf-8")
    assert all(digest in lock for digest in again.stdout.split())
