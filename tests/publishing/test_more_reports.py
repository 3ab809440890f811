"""The notebooks run over a corpus to which reports were added, as the README says they can."""

import csv
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from govreports.corpus import Record, read_register
from publishing.paths import CORPUS, NOTEBOOKS
from publishing.verify import copy_sources

# Another year of an issuer that is there, and the first of one that is not: both genres.
ADDED = [
    ("lianyungang-2020", "lianyungang-2021", {"2020": "2021", "2021": "2022"}),
    ("nantong-2018-disclosure", "elsewhere-2019-disclosure", {"南通": "某某", "2018": "2019"}),
]


@pytest.fixture(scope="module")
def larger(tmp_path_factory) -> Path:
    """The project with more reports, added as a user would."""
    root = tmp_path_factory.mktemp("larger") / "project"
    copy_sources(root)
    known = {record.id: record for record in read_register(CORPUS)}
    with (root / "corpus" / "reports.csv").open("a", encoding="utf-8", newline="") as register:
        writer = csv.writer(register, lineterminator="\n")
        for source, name, changes in ADDED:
            record = known[source]
            text = (CORPUS / record.file).read_text(encoding="utf-8")
            for old, new in reversed(changes.items()):
                text = text.replace(old, new)
            file = f"reports/{name}.txt"
            (root / "corpus" / file).write_text(text, encoding="utf-8")
            row = record._asdict() | {
                "id": name,
                "file": file,
                "reporting_year": int(record.reporting_year or 0) + 1,
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "code_points": len(text),
            }
            writer.writerow([row[field] for field in Record._fields])
    return root


@pytest.mark.parametrize("name", sorted(path.name for path in NOTEBOOKS.glob("[0-9]*.py")))
def test_a_notebook_runs_over_more_reports(larger: Path, name: str) -> None:
    done = subprocess.run(
        [sys.executable, name],
        cwd=larger / "notebooks",
        env={**os.environ, "PYTHONPATH": str(larger), "BOOK_EXHIBITS": str(larger / "exhibits")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
