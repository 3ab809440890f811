#!/usr/bin/env bash
# OpenCC's conversion with phrases turns a word of the law into one of computing.
#
# Guess: s2twp puts regional vocabulary right and leaves a legal term that both sides share (程序)
#   as it is.
# Versions: opencc 1.4.2 (PyPI), Python 3.11; opencc-js 1.4.2 does the same.
# Behaviour: 程序 is always taken for a computer program, whatever the context. The plain
#   configuration s2tw leaves it alone.
# Seen: 依照法定程序办理 -> 依照法定程式辦理 (s2twp).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps opencc==1.4.2
venv/bin/python - <<'PY'
import sys

from opencc import OpenCC

seen = [
    ("s2twp", "依照法定程序办理", "依照法定程式辦理"),
    ("s2tw", "依照法定程序办理", "依照法定程序辦理"),
]
for name, text, before in seen:
    now = OpenCC(name).convert(text)
    print(name, now)
    if now != before:
        sys.exit(f"changed: {name} now gives {now}, gave {before}")
PY
