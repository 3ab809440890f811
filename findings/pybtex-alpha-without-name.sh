#!/usr/bin/env bash
# pybtex's alpha labels leave a Chinese name out: only the year is left of them.
#
# Guess: the label of 王小明 2017 holds the name or a part of it, as that of Wang does (Wan17), so
#   that labels of different authors differ by name.
# Version: pybtex 0.26.1 (PyPI), style alpha, Python 3.11. Sphinx books use it by sphinxcontrib-bibtex.
# Behaviour: characters that are not Latin letters are dropped; two authors of one year get the
#   label of one, told apart by a letter as if they were one person's works.
# Seen: Wang, Xiaoming -> Wan17; 李小明 -> 17a; 王小明 -> 17b.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pybtex==0.26.1
venv/bin/python - <<'PY'
import sys

from pybtex.database import parse_string
from pybtex.plugin import find_plugin

NAMES = {"wang": "王小明", "li": "李小明", "latin": "Wang, Xiaoming"}
entries = "\n".join(
    f"@book{{{key}, author={{{name}}}, title={{法治}}, year={{2017}}, publisher={{甲}}}}"
    for key, name in NAMES.items()
)
style = find_plugin("pybtex.style.formatting", "alpha")()
parsed = parse_string(entries, "bibtex").entries.values()
now = {entry.key: entry.label for entry in style.format_entries(parsed)}
print(now)
if now["latin"] != "Wan17" or sorted((now["wang"], now["li"])) != ["17a", "17b"]:
    sys.exit(f"changed: {now}")
PY
