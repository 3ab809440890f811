"""The results of the five reports are those that are kept in ``tests/golden``."""

import csv
import io

import pytest

from govreports.corpus.masks import load_masks, masked_names
from govreports.corpus.reading import load_corpus
from tests.golden_results import CORPUS, EXTRACT, changes, corpus_tables, kept_tables, told

ADVICE = (
    "\nIf the change is meant, `make golden` writes these tables anew; name the change in"
    " CHANGELOG.md. If it is not meant, the rows above show what it touched."
)


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    return corpus_tables()


def test_the_results_of_the_five_reports_are_the_golden_ones(found: dict[str, str]) -> None:
    differing = changes(kept_tables(), found)
    if differing:
        pytest.fail("\n".join([*map(told, differing), ADVICE]), pytrace=False)


def test_every_table_has_rows_of_one_length_and_no_row_twice(found: dict[str, str]) -> None:
    for name, table in found.items():
        rows = list(csv.reader(io.StringIO(table)))
        assert len(rows) > 1, name
        assert {len(row) for row in rows} == {len(rows[0])}, name
        # One row a line: only so do differences of lines tell of rows.
        assert len(table.splitlines()) == len(rows), name
        assert len(set(table.splitlines())) == len(rows), name


def test_no_masked_name_stands_in_a_kept_table() -> None:
    reports = load_corpus(CORPUS).reports
    names = masked_names(reports, load_masks(CORPUS / "masks.csv", reports))
    assert names
    held = {table for table, text in kept_tables().items() if any(name in text for name in names)}
    assert not held


def test_changes_are_counted_by_rows_and_shown_with_what_they_were() -> None:
    kept = {"same.csv": "id\na\n", "x.csv": "id\na\nb\nc\n", "gone.csv": "id\na\n"}
    found = {"same.csv": "id\na\n", "x.csv": "id\na\nB\nc\nd\n", "new.csv": "id\na\nb\n"}
    gone, new, x = changes(kept, found)
    assert gone[:4] == ("gone.csv", 0, 1, 0)
    assert new[:4] == ("new.csv", 2, 0, 0)
    assert x[:4] == ("x.csv", 1, 0, 1)
    assert told(x).splitlines()[0] == "x.csv: rows added 1, removed 0, changed 1"
    assert {"  -b", "  +B", "  +d"} <= set(told(x).splitlines())


def test_a_long_extract_is_cut_and_says_how_much_is_left() -> None:
    table = "id\n" + "".join(f"{n}\n" for n in range(100))
    (change,) = changes({}, {"x.csv": table})
    *_, last = told(change).splitlines()
    assert len(told(change).splitlines()) == EXTRACT + 2
    assert last == f"  … and {101 - EXTRACT} more lines of differences"
