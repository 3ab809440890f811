#!/usr/bin/env bash
# dask.bag.read_text gives one sentence more when it does not cut the file into blocks.
#
# Guess: a text read with linedelimiter="。" gives its sentences, as many whatever the blocksize.
# Version: dask 2026.3.0 (PyPI), Python 3.11.
# Behaviour: without a blocksize what follows the last delimiter is a piece too, though empty; with
#   one it is not. Joined, the pieces are the text in both cases.
# Seen: 50 sentences: 51 pieces, the last "", without a blocksize; 50 with one of 700 bytes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check "dask[bag]==2026.3.0"
venv/bin/python - <<'PY'
import sys
from pathlib import Path

import dask.bag

text = "".join(f"第{number}句写的是公开办理的事项。" for number in range(50))
Path("report.txt").write_text(text, encoding="utf-8")
found = {}
for size in (None, 700):
    pieces = dask.bag.read_text(
        "report.txt", linedelimiter="。", blocksize=size, encoding="utf-8"
    ).compute(scheduler="sync")
    assert "".join(pieces) == text
    found[size] = (len(pieces), pieces[-1] == "")
print(found)
if found != {None: (51, True), 700: (50, False)}:
    sys.exit(f"changed: {found}")
PY
