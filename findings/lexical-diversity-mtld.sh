#!/usr/bin/env bash
# lexical-diversity's MTLD is not, by default, the MTLD of the paper it names.
#
# Guess: ld.mtld, documented as McCarthy and Jarvis (2010), agrees with the paper's own example, in
#   which a stretch ends as soon as its type-token ratio falls below .72 ("of the people by the
#   people" is one), and with lexicalrichness 0.5.1, which has the same measure.
# Versions: lexical-diversity 0.1.1 with setuptools 75.8.0 (it needs pkg_resources), Python 3.11.
# Behaviour: no stretch shorter than ten tokens is ever ended. The argument behind it, min=10, is
#   not in its documentation; min=1 gives the paper's values. The difference is large where wording
#   repeats at short range, as official prose does.
# Seen: the example of nine tokens 5.67, with min=1 9.0 (lexicalrichness: 9.0); an official
#   sentence of 47 tokens 11.75, with min=1 9.99.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps lexical-diversity==0.1.1 setuptools==75.8.0
venv/bin/python -W ignore - <<'PY'
import sys

from lexical_diversity import lex_div as ld

example = "of the people by the people for the people".split()
official = (
    "坚持 依法 行政 ， 推进 依法 行政 ， 落实 依法 行政 ， 完善 行政 执法 制度 ， 规范 行政 执法 行为 ， "
    "加强 行政 执法 监督 ， 提高 行政 执法 水平 ， 健全 行政 复议 制度 ， 做好 行政 应诉 工作 ， "
    "加强 行政 调解 工作 。"
).split()
for tokens, before in ((example, (5.67, 9.0)), (official, (11.75, 9.99))):
    now = (round(ld.mtld(tokens), 2), round(ld.mtld(tokens, min=1), 2))
    print(len(tokens), "tokens, by default and with min=1:", now)
    if now != before:
        sys.exit(f"changed: {now}, was {before}")
PY
