#!/usr/bin/env bash
# OpenCC t2s changes names of counties in text that is already simplified.
#
# Guess: "traditional to simplified" leaves text alone that is in the mainland's standard script,
#   so t2s can be run over a mixed corpus to make it uniform. 乾 is a character of GB 2312, and the
#   phrase dictionary keeps 乾隆 and 乾陵.
# Versions: opencc 1.4.2 (PyPI), Python 3.11. opencc-python-reimplemented 0.1.7
#   changes the same two names.
# Behaviour: the phrases that keep 乾 are keyed in traditional characters (乾安縣 is known, 乾安县 is
#   not), so what reads 乾安县 in simplified text falls through to the single character 乾 -> 干.
#   Of the 6,763 characters of GB 2312 t2s changes 16 (乾 徵 於 後 夥 among them).
# Seen: 吉林省松原市乾安县 -> 吉林省松原市干安县, 陕西省乾县 -> 陕西省干县; from traditional 乾安縣 -> 乾安县.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps opencc==1.4.2
venv/bin/python - <<'PY'
import sys

from opencc import OpenCC

convert = OpenCC("t2s").convert
seen = {
    "吉林省松原市乾安县人民政府": "吉林省松原市干安县人民政府",
    "陕西省乾县": "陕西省干县",
    "乾安縣": "乾安县",
}
for text, before in seen.items():
    print(text, "->", convert(text))
    if convert(text) != before:
        sys.exit(f"changed: {text} is now {convert(text)}, was {before}")
cells = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
standard = [c for c in (cell.decode("gb2312", "ignore") for cell in cells) if c]
changed = [c for c in standard if convert(c) != c]
print(len(standard), "characters of GB 2312,", len(changed), "changed:", "".join(changed))
if (len(standard), len(changed)) != (6763, 16):
    sys.exit(f"changed: {len(changed)} of {len(standard)} characters, was 16 of 6763")
PY
