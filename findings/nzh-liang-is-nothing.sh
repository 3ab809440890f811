#!/usr/bin/env bash
# nzh reads 两 as nothing: 两百 is 0.
#
# Guess: decodeS ("lower-case Chinese to number") reads 两, the usual word for two before 百, 千 and
#   万 (cn2an for Python reads 两百 as 200), or refuses what it cannot read.
# Versions: nzh 1.0.14 (npm), Node 20.
# Behaviour: a character outside its own digits counts as nothing, silently. 二百 is read.
# Seen: 二百 -> 200, 两百 -> 0, 一万两千 -> 10000, 两千零二十一 -> 21.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts nzh@1.0.14
cat > check.cjs <<'JS'
const { cn } = require("nzh");
const seen = { 二百: 200, 两百: 0, 一万两千: 10000, 两千零二十一: 21 };
for (const [numeral, before] of Object.entries(seen)) {
  const now = Number(cn.decodeS(numeral));
  console.log(numeral, "->", now);
  if (now !== before) {
    console.error(`changed: ${numeral} is now ${now}, was ${before}`);
    process.exit(1);
  }
}
JS
node check.cjs
