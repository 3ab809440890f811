"""Notebooks run before the book is read; what they saved lives and dies with their results."""

import pytest

from publishing import executed, notebooks
from publishing.errors import BuildError

HEAD = """# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A question

# %%
import os
from pathlib import Path
saved = Path(os.environ["BOOK_EXHIBITS"])

# %%
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with notebooks of its own; call it with their code."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for module in (notebooks, executed):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(notebooks, "NOTEBOOKS", folder)
    monkeypatch.setattr(notebooks, "EXHIBITS", tmp_path / "exhibits")

    def write(**codes):
        paths = []
        for name, code in codes.items():
            paths.append(folder / f"{name}.py")
            paths[-1].write_text(HEAD + code, encoding="utf-8")
        monkeypatch.setattr(notebooks, "notebook_paths", lambda: paths)
        return tmp_path / "state"

    return write


def test_what_is_held_does_not_run_again_and_its_files_come_back(project, tmp_path):
    state = project(one='(saved / "a.csv").write_text("x")\n')
    assert notebooks.execute_notebooks(state).ran == 1
    (tmp_path / "exhibits" / "a.csv").unlink()
    again = notebooks.execute_notebooks(state)
    assert again.ran == 0
    assert (tmp_path / "exhibits" / "a.csv").read_text() == "x"
    assert again.owners["a.csv"].stem == "one"


def test_a_changed_cell_runs_again_and_old_files_go(project, tmp_path):
    state = project(one='(saved / "a.csv").write_text("x")\n')
    notebooks.execute_notebooks(state)
    project(one='(saved / "b.csv").write_text("y")\n')
    assert notebooks.execute_notebooks(state).ran == 1
    assert [path.name for path in (tmp_path / "exhibits").iterdir()] == ["b.csv"]


def test_results_without_their_files_do_not_count_as_held(project):
    state = project(one='(saved / "a.csv").write_text("x")\n')
    notebooks.execute_notebooks(state)
    saved = executed.saved_files(state, notebooks.notebook_paths()[0])
    (saved / "a.csv").unlink()
    saved.rmdir()
    assert notebooks.execute_notebooks(state).ran == 1


def test_a_notebook_runs_again_when_a_file_that_it_read_changed_and_only_then(project, tmp_path):
    for name in ("read", "other"):
        (tmp_path / f"{name}.txt").write_text("1")
    state = project(one=f'(saved / "a").write_text(open({str(tmp_path / "read.txt")!r}).read())\n')
    assert notebooks.execute_notebooks(state).ran == 1
    (tmp_path / "other.txt").write_text("2")
    assert notebooks.execute_notebooks(state).ran == 0
    (tmp_path / "read.txt").write_text("2")
    assert notebooks.execute_notebooks(state).ran == 1
    assert (tmp_path / "exhibits" / "a").read_text() == "2"


def test_a_file_that_comes_into_the_corpus_may_be_asked_for(project, tmp_path, monkeypatch):
    monkeypatch.setenv("BOOK_CORPUS", str(tmp_path / "corpus"))
    (tmp_path / "corpus").mkdir()
    state = project(one="x = 1\n")
    notebooks.execute_notebooks(state)
    (tmp_path / "corpus" / "errata.csv").write_text("")
    assert notebooks.execute_notebooks(state).ran == 1


def test_kernels_share_imports_and_nothing_else(project):
    code = 'import builtins\nassert not hasattr(builtins, "left")\nbuiltins.left = 1\n'
    code += 'import sys\nassert "pandas" in sys.modules and "support" not in sys.modules\n'
    state = project(one=code, two=f"{code}# again\n")
    assert notebooks.execute_notebooks(state, workers=1).ran == 2


def test_figures_are_drawn_into_the_notebook(project):
    state = project(one="import matplotlib.pyplot as plt\nplt.plot([1, 2]);\n")
    notebooks.execute_notebooks(state)
    last = executed.executed_notebook(state, notebooks.notebook_paths()[0]).cells[-1]
    assert any("image/png" in output.data for output in last.outputs)


def test_a_failing_notebook_is_named_with_cell_and_line(project):
    state = project(one='x = 1\ny = 2\nraise ValueError("no such thing")\n')
    with pytest.raises(BuildError, match=r"one\.py, cell 2, line 20: ValueError: no such thing"):
        notebooks.execute_notebooks(state)


def test_a_failing_notebook_costs_only_itself_and_all_errors_are_shown(project):
    codes = {"one": "x = 1\n", "two": "1 / 0\n", "three": 'raise ValueError("a\\nb")\n'}
    said = []
    with pytest.raises(BuildError) as caught:
        notebooks.execute_notebooks(project(**codes), say=said.append)
    lines = str(caught.value).splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "notebooks/two.py, cell 2, line 18",
        "notebooks/three.py, cell 2, line 18",
    ]
    assert lines[1].endswith("ValueError: a b")
    assert sorted(line.split()[0] for line in said) == ["one", "three", "two"]
    state = project(**{**codes, "two": "y = 1\n", "three": "z = 1\n"})
    assert notebooks.execute_notebooks(state).ran == 2


def test_a_notebook_is_told_which_corpus_is_in_use(project, tmp_path, monkeypatch):
    monkeypatch.setenv("BOOK_CORPUS", str(tmp_path / "of mine"))
    state = project(one='(saved / "a.txt").write_text(os.environ["BOOK_CORPUS"])\n')
    notebooks.execute_notebooks(state)
    assert (tmp_path / "exhibits" / "a.txt").read_text() == str(tmp_path / "of mine")


def test_two_notebooks_of_one_name_are_refused(project, tmp_path, monkeypatch):
    state = project(one="x = 1\n")
    case = tmp_path / "notebooks" / "cases" / "one.py"
    case.parent.mkdir()
    case.write_text("x = 1\n")
    paths = [tmp_path / "notebooks" / "one.py", case]
    monkeypatch.setattr(notebooks, "notebook_paths", lambda: paths)
    with pytest.raises(BuildError, match=r"cases/one\.py and notebooks/one\.py have one name"):
        notebooks.execute_notebooks(state)


def test_two_notebooks_cannot_save_files_of_one_name(project):
    save = '(saved / "a.csv").write_text("x")\n'
    state = project(one=save, two=f"{save}# again\n")
    with pytest.raises(BuildError, match=r"one\.py and two\.py: both save .* a\.csv"):
        notebooks.execute_notebooks(state)


def test_a_notebook_that_is_listed_must_exist(project, tmp_path):
    state = project(one="x = 1\n")
    (tmp_path / "notebooks" / "one.py").unlink()
    with pytest.raises(BuildError, match=r"no such notebook: notebooks/one\.py"):
        notebooks.execute_notebooks(state)


def test_a_notebook_for_readers_is_the_same_after_every_run(project):
    state = project(one="x = 1\nprint(x)\n")
    notebooks.execute_notebooks(state)
    path = notebooks.notebook_paths()[0]
    first, second = (executed.executed_notebook(state, path) for _ in range(2))
    assert first == second
    assert first.cells[-1].outputs[0].text == "1\n"
    assert "execution" not in first.cells[-1].metadata
