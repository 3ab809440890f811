#!/usr/bin/env bash
# frictionless lets more pass than a pattern with alternatives allows.
#
# Guess: the constraint "pattern" holds for the whole value: Table Schema refers to the regular
#   expressions of XML Schema, which are anchored at both ends. 维持|撤销|驳回 allows three outcomes.
# Versions: frictionless 5.21.0 (PyPI; its dependencies as pip resolves them), Python 3.11.
# Behaviour: ^ and $ are put around the pattern without brackets, so only the first alternative is
#   tied to the start, only the last to the end, and the match begins at the start: any value that
#   begins with an alternative other than the last is valid. (维持|撤销|驳回) is checked whole.
# Seen: 维持原判 and 撤销后重作 are valid under 维持|撤销|驳回 and refused under the pattern in brackets;
#   已撤销 and 驳回起诉 are refused under both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0
cat > outcomes.csv <<'CSV'
id,outcome
1,维持
2,撤销
3,驳回
4,维持原判
5,撤销后重作
6,已撤销
7,驳回起诉
CSV
venv/bin/python -W ignore - <<'PY'
import sys

from frictionless import Resource, Schema


def refused(pattern):
    """Numbers of the records that a pattern refuses."""
    outcome = {"name": "outcome", "type": "string", "constraints": {"pattern": pattern}}
    fields = [{"name": "id", "type": "integer"}, outcome]
    schema = Schema.from_descriptor({"fields": fields})
    report = Resource(path="outcomes.csv", schema=schema).validate()
    return [error.row_number - 1 for error in report.tasks[0].errors]


seen = {"维持|撤销|驳回": [6, 7], "(维持|撤销|驳回)": [4, 5, 6, 7]}
for pattern, before in seen.items():
    now = refused(pattern)
    print(pattern, "refuses", now)
    if now != before:
        sys.exit(f"changed: {pattern} refuses {now}, refused {before}")
PY
