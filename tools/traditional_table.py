"""Write the tables of traditional characters from the dictionaries of OpenCC.

Run once, by hand, in any environment that has the PyPI package ``opencc-python-reimplemented``
0.1.7 (Apache-2.0), which carries OpenCC's dictionaries; the library itself does not need it::

    python tools/traditional_table.py

It writes ``govreports/data/traditional.csv``, one simplified character for each traditional one,
and ``tests/report/traditional_of_reports.csv``, which characters of the reports OpenCC writes
otherwise, for the test that they fold back.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import opencc

ROOT = Path(__file__).parents[1]
DICTIONARIES = Path(opencc.__file__).parent / "dictionary"
# Characters of GB 2312 are ordinary in simplified text and stay as they are; these two are only
# surnames there, and among the commonest characters of traditional text.
ONLY_SURNAMES = "後於"
# 瞭望 is written so in both scripts, though GB 2312 left the character out.
BOTH = "瞭"
PLANE_0 = "\uffff"  # rarer characters are in no report, and would slow each look for the others


def main() -> None:
    """Write both tables."""
    _write(ROOT / "govreports/data/traditional.csv", ("traditional", "simplified"), pairs())
    reports = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus/reports").glob("*.txt"))
    ]
    _write(
        ROOT / "tests/report/traditional_of_reports.csv",
        ("standard", "printed", "simplified", "times"),
        _rewritten(reports),
    )


def pairs() -> list[tuple[str, str]]:
    """Each traditional character, in the standards of OpenCC, Taiwan and Hong Kong."""
    simplified = dict(_entries("TSCharacters.txt"))
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for standard, variant in _entries(name):
            simplified.setdefault(variant, simplified.get(standard, standard))
    kept = []
    for traditional in simplified:
        form = traditional
        while not _ordinary(form) and simplified.get(form, form) != form:
            form = simplified[form]
        if form != traditional and traditional <= PLANE_0:
            kept.append((traditional, form))
    return sorted(kept)


def _ordinary(character: str) -> bool:
    return character in BOTH or (_in_gb2312(character) and character not in ONLY_SURNAMES)


def _entries(name: str) -> Iterator[tuple[str, str]]:
    for line in (DICTIONARIES / name).read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            key, values = line.split("\t")
            if len(key) == 1:
                yield key, values.split(" ")[0]


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _rewritten(texts: Iterable[str]) -> list[tuple[str, str, str, int]]:
    """How often ``s2t`` and ``s2tw`` print a character of the reports in another form."""
    found: Counter[tuple[str, str, str]] = Counter()
    for text in texts:
        for standard in ("s2t", "s2tw"):
            printed = opencc.OpenCC(standard).convert(text)
            for before, after in zip(text, printed, strict=True):
                if before != after:
                    found[standard, after, before] += 1
    return sorted((*key, times) for key, times in found.items())


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


if __name__ == "__main__":
    main()
