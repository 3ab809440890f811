#!/usr/bin/env bash
# cn2an.transform writes digits into names and words that hold a numeral's character.
#
# Guess: transform is the function for running text (cn2an converts bare numerals), so it changes
#   numerals before units, dates, fractions and percentages, and leaves 四川, 统一, 十分 alone; a
#   percentage such as 百分之百 is read.
# Versions: cn2an 0.5.24 with proces 0.1.7 (PyPI), Python 3.11.
# Behaviour: every run of numeral characters becomes digits, inside names and words too; 百分之百
#   is left as it is, with a warning.
# Seen: 四川省三亚市 -> 4川省3亚市; 十分重视统一标准 -> 10分重视统1标准; 第一责任人 -> 第1责任人;
#   达到百分之百 unchanged, 百分之九十九 -> 99%.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps cn2an==0.5.24 proces==0.1.7
venv/bin/python -W ignore - <<'PY'
import sys

import cn2an

seen = {
    "九江市和三亚市在四川省之外": "9江市和3亚市在4川省之外",
    "十分重视统一标准": "10分重视统1标准",
    "落实第一责任人职责": "落实第1责任人职责",
    "公开率达到百分之百": "公开率达到百分之百",
    "公开率达到百分之九十九": "公开率达到99%",
}
for text, before in seen.items():
    now = cn2an.transform(text, "cn2an")
    print(text, "->", now)
    if now != before:
        sys.exit(f"changed: {text} is now {now}, was {before}")
PY
