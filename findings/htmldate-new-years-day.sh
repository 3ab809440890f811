#!/usr/bin/env bash
# htmldate dates a Chinese page to New Year's Day.
#
# Guess: a page that prints 发布时间：2021年3月1日 was published on 2021-03-01, as the same page with
#   2021-03-01 or 2021.03.01 is; a date that is not understood gives None.
# Versions: htmldate 1.11.0 with dateparser 1.5.0, lxml 6.1.3, python-dateutil 2.9.0.post0, pytz 2026.6,
#   regex 2026.11.19, tzlocal 5.4.5, charset-normalizer 3.5.2, urllib3 2.8.0, six 1.17.0 (PyPI),
#   Python 3.11.
# Behaviour: dates with 年月日 are not read. The extensive search, which is on by default, then makes a
#   date of a year found in the page, 1 January; with original_date it may be the year of an event
#   that the text tells. With extensive_search=False the answer is None.
# Seen: 2021-01-01; with original_date=True 2019-01-01; with 2021-03-01 in the page 2021-03-01.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps htmldate==1.11.0 dateparser==1.5.0 lxml==6.1.3 \
    python-dateutil==2.9.0.post0 pytz==2026.6 regex==2026.11.19 tzlocal==5.4.5 \
    charset-normalizer==3.5.2 urllib3==2.8.0 six==1.17.0
venv/bin/python -W ignore - <<'PY'
import sys

from htmldate import find_date

PAGE = (
    "<html><head><title>年度报告</title></head><body><div class='info'>发布时间：{}</div>"
    "<div><p>2019年12月6日，市政府召开会议。</p><p>2020年10月5日，印发方案。</p></div></body></html>"
)
chinese, iso = PAGE.format("2021年3月1日"), PAGE.format("2021-03-01")
seen = [
    ("by default", find_date(chinese), "2021-01-01"),
    ("original_date", find_date(chinese, original_date=True), "2019-01-01"),
    ("without extensive search", find_date(chinese, extensive_search=False), None),
    ("2021-03-01 in the page", find_date(iso), "2021-03-01"),
]
for name, now, before in seen:
    print(name, now)
    if now != before:
        sys.exit(f"changed: {name}: {now}, was {before}")
PY
