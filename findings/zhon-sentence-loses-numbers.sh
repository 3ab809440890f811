#!/usr/bin/env bash
# zhon's pattern for a Chinese sentence loses whatever stands before a digit or a Latin letter.
#
# Guess: re.findall with zhon.hanzi.sentence gives the sentences of a text: what it finds, joined,
#   is the text.
# Versions: zhon 2.1.1 (PyPI), Python 3.11.
# Behaviour: a sentence may hold only Chinese characters and Chinese punctuation. A match starts
#   anew after the last digit, letter or half-width mark, so of a sentence with a number only the
#   tail is found, or its full stop alone. Nothing says that text was passed over.
# Seen: 全年办理行政复议案件105件。其中维持率达93.5%。下一步继续加强。 -> 件。 / 。 / 下一步继续加强。
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps zhon==2.1.1
venv/bin/python - <<'PY'
import re
import sys

from zhon.hanzi import sentence

seen = {
    "各部门履职尽责。下一步继续加强。": ["各部门履职尽责。", "下一步继续加强。"],
    "全年办理行政复议案件105件。其中维持率达93.5%。下一步继续加强。": ["件。", "。", "下一步继续加强。"],
}
for text, before in seen.items():
    now = re.findall(sentence, text)
    print(text, "->", now)
    if now != before:
        sys.exit(f"changed: {now}, was {before}")
PY
