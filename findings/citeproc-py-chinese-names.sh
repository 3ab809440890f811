#!/usr/bin/env bash
# citeproc-py sets a Chinese name with the point of an initial that is not there.
#
# Guess: as the CSL specification asks of names in non-Western scripts, family and given name stand
#   together, 王小明; at the least both stand as they were given.
# Version: citeproc-py 0.11.1 (PyPI) with its own style harvard-cite-them-right, Python 3.11.
# Behaviour: the given name is taken for initials: a point before and one after, each with a blank.
# Seen: 王, . 小明 . (2017) 法治的自述. pandoc prints 王小明.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check citeproc-py==0.11.1
venv/bin/python -W ignore - <<'PY'
import sys

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

book = {
    "id": "book",
    "type": "book",
    "title": "法治的自述",
    "author": [{"family": "王", "given": "小明"}],
    "issued": {"date-parts": [[2017]]},
    "language": "zh-CN",
}
style = CitationStylesStyle("harvard-cite-them-right", validate=False)
listed = CitationStylesBibliography(style, CiteProcJSON([book]), formatter.plain)
listed.register(Citation([CitationItem("book")]))
now = str(listed.bibliography()[0])
print(now)
if "王, . 小明 . (2017)" not in now:
    sys.exit(f"changed: {now}")
PY
