#!/usr/bin/env bash
# jieba-wasm's offsets do not fit JavaScript's strings.
#
# Guess: start and end of tokenize are positions for String.prototype.slice, in UTF-16 units, as
#   Intl.Segmenter's are; its documentation shows them for common characters only.
# Versions: jieba-wasm 2.4.0 (npm), Node 20.
# Behaviour: they count code points. After a character outside the basic plane, such as the
#   characters that names of villages and persons were given in later Unicode blocks, every slice
#   is one unit too early, to the end of the text.
# Seen: 在𬒈村依法行政: the token 依法行政 has start 3, where slice gives 村依法行.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts jieba-wasm@2.4.0
cat > check.cjs <<'JS'
const { tokenize } = require("jieba-wasm");
const text = "在𬒈村依法行政";
const { start, end } = tokenize(text, "default", true).find(({ word }) => word === "依法行政");
const units = text.slice(start, end);
const points = [...text].slice(start, end).join("");
console.log("start", start, "end", end, "slice:", units, "by code points:", points);
if (start !== 3 || units !== "村依法行" || points !== "依法行政") {
  console.error(`changed: start ${start}, slice gives ${units}; was 3, 村依法行`);
  process.exit(1);
}
JS
node check.cjs
