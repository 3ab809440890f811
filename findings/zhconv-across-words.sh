#!/usr/bin/env bash
# zhconv to zh-cn rewrites mainland text where two words happen to meet.
#
# Guess: text already written in the mainland is returned unchanged by a conversion to zh-cn; its
#   documentation names longest matching against MediaWiki's table, so 中介 and 下列 should be
#   matched before what stands across their end.
# Versions: zhconv 1.4.3 (PyPI), Python 3.11.
# Behaviour: the table holds only words that differ between regions. 中介 and 下列 are not among
#   them, so Taiwan's 介面 and 列印 are found across the border between two words. zh-hans does not
#   do it.
# Seen: 推动中介面向社会公开收费标准 -> 推动中界面向社会公开收费标准; 下列印章自即日起作废 ->
#   下打印章自即日起作废.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps zhconv==1.4.3
venv/bin/python - <<'PY'
import sys

from zhconv import convert

seen = {
    "推动中介面向社会公开收费标准": "推动中界面向社会公开收费标准",
    "下列印章自即日起作废": "下打印章自即日起作废",
}
for text, before in seen.items():
    now = convert(text, "zh-cn")
    print(text, "->", now)
    if now != before or convert(text, "zh-hans") != text:
        sys.exit(f"changed: {text} is now {now}, was {before}")
PY
