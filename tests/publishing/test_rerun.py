"""What is downloaded says how it runs, and runs outside the repository."""

import ast
import json
import os
import subprocess
import sys
import tomllib
import zipfile

import jupytext
import pytest
from nbformat import validate
from packaging.requirements import Requirement

from publishing.contents import notebook_paths
from publishing.downloads import FOLDER, archive_name
from publishing.executed import read_notebook
from publishing.metadata import load_publication
from publishing.paths import CASES, NOTEBOOKS, ROOT
from publishing.rerun import prefaced_notebook, prefaced_script, rerun_files

PUBLICATION = load_publication()
PATHS = notebook_paths()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_downloaded_notebook_begins_with_what_it_needs_and_is_otherwise_the_same(path):
    script = jupytext.reads(prefaced_script(path, PUBLICATION), fmt="py:percent")
    notebook = prefaced_notebook(read_notebook(path), path, PUBLICATION)
    validate(notebook)
    own = [cell.source for cell in read_notebook(path).cells]
    for made in (script, notebook):
        assert archive_name(PUBLICATION) in made.cells[0].source
        assert f"python rerun.py {path.stem}" in made.cells[0].source
        assert [cell.source for cell in made.cells[1:]] == own
    assert script.metadata == read_notebook(path).metadata


def test_what_the_notebooks_import_comes_with_them():
    files = rerun_files()
    for path in PATHS:
        assert path.relative_to(ROOT).as_posix() in files
    helpers = {path.stem for path in NOTEBOOKS.glob("*.py")} - {path.stem for path in PATHS}
    assert {f"notebooks/{name}.py" for name in helpers} <= set(files)
    assert not any("__pycache__" in name for name in files)


@pytest.mark.parametrize("name", ["36_look_for_law", "33_list_errata"])
def test_a_notebook_runs_where_the_archive_is_unpacked(built_book, tmp_path, name):
    archive = built_book.html / FOLDER / archive_name(PUBLICATION)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    # The library must be the one that was unpacked: this repository is on no path.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("BOOK_")}
    environment |= {"PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "rerun.py", name],
        cwd=folder, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-2000:]
    assert "all as in tables/" in done.stdout
    refused = subprocess.run(
        [sys.executable, "rerun.py", "none"], cwd=folder, env=environment, capture_output=True
    )
    assert refused.returncode == 2


def test_the_general_and_the_case_are_what_they_are_called():
    kinds = {path.stem: path.parent for path in PATHS}
    assert kinds["36_look_for_law"] == NOTEBOOKS
    assert kinds["33_list_errata"] == CASES


def test_the_files_for_binder_and_for_a_container_name_what_is_there():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    lines = (ROOT / "binder" / "requirements.txt").read_text("utf-8").splitlines()
    local, *others = lines
    assert local.removeprefix(".[").removesuffix("]") in extras
    assert all(Requirement(line) for line in others)
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    script = container["postCreateCommand"].split()[1]
    ast.parse((ROOT / script).read_text("utf-8"))
