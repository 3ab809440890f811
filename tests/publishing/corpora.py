"""Folders of reports that tests build from, with the least that a corpus needs."""

import csv
from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from govreports.corpus.reading import REQUIRED

INVENTED = Path(__file__).parent / "invented"
NAMES = sorted(path.stem for path in INVENTED.glob("*.txt"))


def write_corpus(folder: Path, reports: Mapping[str, str], **columns: str) -> Path:
    """A corpus of these texts with the columns that must be there and those given for all."""
    (folder / "reports").mkdir(parents=True)
    rows = []
    for name, text in reports.items():
        (folder / "reports" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        given = {"id": name, "file": f"reports/{name}.txt", "genre": "rule-of-law"}
        rows.append({**given, **columns})
    with (folder / "reports.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*dict.fromkeys([*REQUIRED, *columns])])
        writer.writeheader()
        writer.writerows(rows)
    return folder


def invented(*names: str) -> dict[str, str]:
    """Invented reports by name, all of them where none is named."""
    return {name: (INVENTED / f"{name}.txt").read_text("utf-8") for name in names or NAMES}


def keep_notebooks(toc: Path, names: Collection[str]) -> None:
    """Leave no notebooks in the contents but these."""
    contents = yaml.safe_load(toc.read_text(encoding="utf-8"))
    for part in contents["parts"]:
        files = ((entry, entry.get("file", "")) for entry in part["chapters"])
        part["chapters"] = [
            entry
            for entry, file in files
            if not file.startswith("notebooks/") or file.rpartition("/")[2] in names
        ]
    contents["parts"] = [part for part in contents["parts"] if part["chapters"]]
    toc.write_text(yaml.safe_dump(contents, sort_keys=False), encoding="utf-8")
