#!/usr/bin/env bash
# jieba's TF-IDF weights are not term frequency times idf over the text's words.
#
# Guess: extract_tags with topK=None ("all possible words") and withWeight gives each distinct word
#   with count / number of words x idf.
# Versions: jieba 0.42.1 (PyPI), Python 3.11.
# Behaviour: words of one character (with all punctuation) and of a small English stop list are
#   dropped before the total is taken. They never appear, and the term frequency is relative to the
#   words that remain, so a longer stop list raises the weights of the other words, and weights of
#   texts with different shares of short words cannot be compared. Of 水、电、气全部通到户 three of the
#   four nouns are gone.
# Seen: 水、电、气全部通到户。 -> 全部 and 到户 only; weight of 全部 = idf / 2 with nine tokens in the text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export TMPDIR="$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps jieba==0.42.1
venv/bin/python -W ignore - <<'PY'
import sys

import jieba
import jieba.analyse

jieba.setLogLevel(60)
text = "水、电、气全部通到户。"
tokens = jieba.lcut(text)
weights = dict(jieba.analyse.extract_tags(text, topK=None, withWeight=True))
share = weights["全部"] / jieba.analyse.default_tfidf.idf_freq["全部"]
print(tokens, weights, "term frequency of 全部:", round(share, 4))
if len(tokens) != 9 or set(weights) != {"全部", "到户"} or abs(share - 1 / 2) > 1e-9:
    sys.exit(f"changed: {len(tokens)} tokens, {sorted(weights)}, share {share}; was 9, two, 1/2")
PY
