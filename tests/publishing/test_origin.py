"""A copy names itself by what git would compute; a release is refused while fields are empty."""

import dataclasses
import subprocess

import pytest

from govreports.corpus.masks import load_masks
from govreports.corpus.reading import load_corpus
from publishing import origin as origins
from publishing.errors import BuildError
from publishing.metadata import commit, load_publication
from publishing.origin import Origin, cited_copy, identifiers, origin, said_of_origin, tree_hash
from publishing.paths import CORPUS
from publishing.release import refuse
from publishing.source_archive import source_archive, source_files

MADE = Origin("swh:1:rev:" + "a" * 40, "swh:1:dir:" + "b" * 40, changed=False)
COMPLETE = dataclasses.replace(load_publication(), required=("author", "licence"))


@pytest.fixture(autouse=True)
def _fresh():
    """What was found of the copy is forgotten after each test."""
    yield
    commit.cache_clear()
    origin.cache_clear()


def git(folder, *arguments):
    command = ["git", "-c", "core.autocrlf=false", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_a_folder_has_the_hash_that_git_gives_it(tmp_path):
    # Names that sort otherwise where a folder's is taken without its slash.
    for name in ("a.txt", "a/一.csv", "a-b/x", "a0", "deep/er/y"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n", encoding="utf-8")
    (tmp_path / "a0").chmod(0o755)
    (tmp_path / "empty").mkdir()
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    assert tree_hash(tmp_path) == git(tmp_path, "write-tree")


def test_a_book_over_other_reports_is_not_cited_by_our_commit(monkeypatch, tmp_path):
    assert cited_copy() == origin().revision
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one-2023.txt").write_text("某县2023年工作报告\n", encoding="utf-8")
    (tmp_path / "reports.csv").write_text(
        "id,file,genre\none-2023,reports/one-2023.txt,rule-of-law\n"
    )
    monkeypatch.setenv("BOOK_CORPUS", str(tmp_path))
    assert cited_copy() == ""
    assert identifiers() == []


def test_identifiers_have_the_form_of_the_standard():
    (corpus, listed) = identifiers()
    assert corpus["value"] == f"swh:1:dir:{tree_hash(CORPUS)}"
    assert listed["value"].startswith("sha256:")


def test_a_build_elsewhere_says_the_same_of_its_origin(monkeypatch):
    here = origin()
    monkeypatch.setenv(origins.ORIGIN_VARIABLE, said_of_origin())
    monkeypatch.setenv("BOOK_COMMIT", commit())
    commit.cache_clear()
    origin.cache_clear()
    assert origin() == here


@pytest.mark.parametrize("said", ["", "deadbeef00+changes"])
def test_a_copy_with_changes_says_so(monkeypatch, said):
    monkeypatch.setenv("BOOK_COMMIT", said or "deadbeef00")
    commit.cache_clear()
    origin.cache_clear()
    assert bool(origin().caveat) == bool(said)


@pytest.mark.parametrize(
    ("changed", "made", "told"),
    [
        ({"author": "", "licence": ""}, MADE, "no author, licence"),
        ({}, MADE._replace(changed=True), "not committed"),
        ({}, Origin("", "", changed=False), "commit .* not known"),
    ],
)
def test_a_release_says_all_that_it_lacks(changed, made, told):
    with pytest.raises(BuildError, match=told):
        refuse(dataclasses.replace(COMPLETE, **changed), made)


def test_a_complete_copy_of_a_commit_can_be_released():
    refuse(COMPLETE, MADE)


def test_the_sources_hold_the_library_and_name_no_private_person():
    files = source_files()
    assert {"govreports/__init__.py", "notebooks/support.py", "pyproject.toml"} <= set(files)
    assert not any(name.startswith(("corpus/", "tests/")) for name in files)
    told = b"\n".join(files.values()).decode("utf-8", "replace")
    reports = load_corpus(CORPUS).reports
    for report, spans in load_masks(CORPUS / "masks.csv", reports).items():
        for start, end in spans:
            assert reports[report].text[start:end] not in told


def test_equal_sources_give_equal_archives():
    assert source_archive(COMPLETE) == source_archive(COMPLETE)
