#!/usr/bin/env bash
# dateparser reads the day of a Chinese date as an hour when a time of day follows.
#
# Guess: 2021年3月1日 is read, so 2021年3月1日下午 gives the same date, with or without an hour; if the
#   word is not understood, the answer is None.
# Versions: dateparser 1.5.0 with python-dateutil 2.9.0.post0, pytz 2026.6, regex 2026.11.19,
#   tzlocal 5.4.5, six 1.17.0 (PyPI), Python 3.11.
# Behaviour: 1日下午 becomes one o'clock in the afternoon; the day is taken from the base date (today
#   unless set), so the result changes with the day the script is run.
# Seen: with the base date 2024-05-17, 2021年3月1日下午 -> 2021-03-17 13:00 and 2019年12月6日上午 ->
#   2019-12-17 06:00.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps dateparser==1.5.0 python-dateutil==2.9.0.post0 pytz==2026.6 \
    regex==2026.11.19 tzlocal==5.4.5 six==1.17.0
TZ=UTC venv/bin/python -W ignore - <<'PY'
import sys
from datetime import datetime

import dateparser

settings = {"RELATIVE_BASE": datetime(2024, 5, 17)}
seen = {
    "2021年3月1日": datetime(2021, 3, 1),
    "2021年3月1日下午": datetime(2021, 3, 17, 13),
    "2019年12月6日上午": datetime(2019, 12, 17, 6),
}
for text, before in seen.items():
    now = dateparser.parse(text, languages=["zh"], settings=settings)
    print(text, "->", now)
    if now != before:
        sys.exit(f"changed: {text} is now {now}, was {before}")
PY
