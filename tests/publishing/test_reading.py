"""A corpus folder that does not fit is refused in one line, before anything is built."""

import os
import shutil
import sys

import pytest

from govreports.codebook.loader import load_codebook
from publishing import __main__ as command
from publishing import build as building
from publishing.contents import general_toc, is_study, notebook_paths, root_page
from publishing.errors import BuildError
from publishing.metadata import METADATA, load_publication
from publishing.paths import CORPUS
from tests.publishing.corpora import invented, write_corpus

NAME = "shiqiao-2021"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A corpus of one report, in use."""
    made = write_corpus(tmp_path / "of mine", invented(NAME))
    monkeypatch.setenv("BOOK_CORPUS", str(made))
    return made


@pytest.fixture
def refusal(monkeypatch, capsys):
    """Ask for a build that must not come as far as coding the reports; gives what it says."""
    monkeypatch.setattr(building, "study", lambda corpus: pytest.fail("it began"))
    # Whatever the command sets there is taken back after the test.
    monkeypatch.setenv("BOOK_CORPUS", os.environ.get("BOOK_CORPUS", str(CORPUS)))

    def ask(*arguments):
        monkeypatch.setattr(sys, "argv", ["publishing", "build", *arguments])
        assert command.main() == 2
        first, told = capsys.readouterr().err.splitlines()
        assert first == "The book was not built."
        return told

    return ask


def test_a_folder_that_is_not_there(refusal, tmp_path):
    assert "nowhere" in refusal("--corpus", str(tmp_path / "nowhere"))


def test_a_folder_is_found_from_where_one_stands(refusal, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my reports").mkdir()
    assert refusal("--corpus", "my reports").startswith(f"{tmp_path / 'my reports'}/reports.csv: ")


def test_a_folder_without_register(folder, refusal):
    (folder / "reports.csv").unlink()
    assert refusal().endswith("reports.csv: cannot be read (No such file or directory)")


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            {"genre": "speech"},
            "genre cannot be 'speech'; it must be one of rule-of-law,",
        ),
        ({"level": "town"}, "level cannot be 'town'; it must be empty or one of province,"),
    ],
)
def test_a_value_that_is_none_of_those_allowed(tmp_path, refusal, columns, told):
    folder = write_corpus(tmp_path / "another", invented(NAME), **columns)
    said = refusal("--corpus", str(folder))
    assert "reports.csv, line 2: " in said
    assert told in said


CODED = (
    "report,sentence,start,end,primary,themes,move,flags,note\n"
    "nowhere-2020,p1.s1,0,5,T1,,report,,\n"
)
CODER = "coder: a\nkind: person\ndate: 2024-05-31\ncodebook: '{}'\nunits: 1\n"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("masks.csv", "report,start,end,reason\nnowhere-2020,0,2,a name\n"),
        (
            "errata.csv",
            "report,start,end,text,kind,suggestion,note,standing\n"
            "nowhere-2020,0,2,某某,usage,,n,error\n",
        ),
        ("codings/a.csv", CODED),
        ("segmentation/sample.csv", "report,start,end,part,words\nnowhere-2020,0,2,test,某 某\n"),
    ],
)
def test_a_row_about_a_report_of_another_corpus(folder, refusal, file, content):
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    path.with_suffix(".yaml").write_text(CODER.format(load_codebook().version), encoding="utf-8")
    assert refusal().endswith(
        f"{file}, line 2: no report is called 'nowhere-2020'; there are {NAME}"
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("colour: red\n", "metadata.yaml: unknown or missing: colour; the fields are name, title"),
        ("title: [a]\n", "metadata.yaml: title: not a text: ['a']"),
        ("name: ../../x\n", "metadata.yaml: name: not lower-case letters, digits and hyphens"),
        ("released: soon\n", "metadata.yaml: released: not a date (YYYY-MM-DD): 'soon'"),
        ("- a\n", "metadata.yaml: not fields with their values"),
        ("a: b: c\n", "metadata.yaml: mapping values are not allowed here"),
    ],
)
def test_metadata_that_cannot_be_used(folder, content, told):
    (folder / "metadata.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        load_publication()
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_reports_of_the_chapters_are_not_published_without_their_masks(tmp_path, refusal):
    folder = shutil.copytree(CORPUS, tmp_path / "copy")
    (folder / "masks.csv").unlink()
    assert "masks.csv: is missing" in refusal("--corpus", str(folder))


def test_chapters_and_cases_are_part_of_the_book_over_their_reports_alone(folder, monkeypatch):
    assert not is_study()
    assert root_page() == "book/_generated/index"
    assert "book/themes" not in general_toc()
    assert "book/_generated/codebook" in general_toc()
    assert not [path for path in notebook_paths() if path.parent.name == "cases"]
    monkeypatch.setenv("BOOK_CORPUS", str(CORPUS))
    assert is_study()
    assert root_page() == "book/index"


def test_what_nobody_says_of_a_book_is_neutral_and_not_that_of_ours(folder):
    publication = load_publication()
    assert (publication.title, publication.name) == ("Reports of of mine", "reports-of-mine")
    assert publication.author == publication.version == publication.licence == ""
    assert publication.released is None
    ours = METADATA.read_text(encoding="utf-8")
    assert publication.subtitle not in ours
