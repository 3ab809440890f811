#!/usr/bin/env bash
# OpenCC's "with phrases" conversions turn words of the law into words of computing.
#
# Guess: s2twp and tw2sp put regional vocabulary right and are each other's counterpart; legal
#   terms that both sides share (程序, 執行) stay as they are, and an official sentence sent to
#   Taiwan's usage and back is the same sentence.
# Versions: opencc 1.4.2 (PyPI), Python 3.11; opencc-js 1.4.2 does the same.
# Behaviour: 程序 is always taken for a computer program and 執行 for running one, whatever the
#   context. The plain configurations s2tw and tw2s leave both alone.
# Seen: 依照法定程序办理 -> 依照法定程式辦理 (s2twp); Taiwan's 行政程序法 -> 行政进程法 (tw2sp);
#   依法执行 -> 依法執行 -> 依法运行 (there and back).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps opencc==1.4.2
venv/bin/python - <<'PY'
import sys

from opencc import OpenCC

there, back = OpenCC("s2twp").convert, OpenCC("tw2sp").convert
seen = [
    ("s2twp", there("依照法定程序办理"), "依照法定程式辦理"),
    ("s2tw", OpenCC("s2tw").convert("依照法定程序办理"), "依照法定程序辦理"),
    ("tw2sp", back("依行政程序法之規定"), "依行政进程法之规定"),
    ("tw2s", OpenCC("tw2s").convert("依行政程序法之規定"), "依行政程序法之规定"),
    ("s2twp, then tw2sp", back(there("依法执行")), "依法运行"),
]
for name, now, before in seen:
    print(name, now)
    if now != before:
        sys.exit(f"changed: {name} now gives {now}, gave {before}")
PY
