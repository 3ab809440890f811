#!/usr/bin/env bash
# cpca gives a district's name that several cities share to one of them, without a sign.
#
# Guess: 鼓楼区 exists in Nanjing, Xuzhou, Fuzhou and Kaifeng, 朝阳区 in Beijing and Changchun; where
#   nothing else in the text decides, the columns for province and city stay empty (as they do for
#   what is not found), or a warning names the candidates.
# Versions: cpca 0.5.5 with pandas 3.1.1, numpy 2.4.6, pyahocorasick 2.3.1, setuptools 75.8.0 (PyPI),
#   Python 3.11.
# Behaviour: one candidate is filled in with its code, in the same form as a sure answer.
# Seen: 鼓楼区 -> 河南省 开封市 410204; 朝阳区人民政府 -> 吉林省 长春市 220104; 市中区 -> 四川省 乐山市 511102.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps cpca==0.5.5 pyahocorasick==2.3.1 pandas==3.1.1 numpy==2.4.6 \
    python-dateutil==2.9.0.post0 six==1.17.0 setuptools==75.8.0
venv/bin/python -W error::UserWarning:cpca -W ignore::UserWarning:pkg_resources - <<'PY'
import sys

import cpca

seen = {
    "鼓楼区": ["河南省", "开封市", "鼓楼区", "", "410204"],
    "朝阳区人民政府": ["吉林省", "长春市", "朝阳区", "人民政府", "220104"],
    "市中区": ["四川省", "乐山市", "市中区", "", "511102"],
}
table = cpca.transform(list(seen))
for (place, before), now in zip(seen.items(), table.values.tolist(), strict=True):
    print(place, "->", now)
    if now != before:
        sys.exit(f"changed: {place} is now {now}, was {before}")
PY
