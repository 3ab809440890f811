#!/usr/bin/env bash
# statsmodels counts a missing rating as a category of its own and lowers Fleiss' kappa.
#
# Guess: aggregate_raters leaves NaN out of the counts, as pandas does when it counts values, and
#   fleiss_kappa then refuses a table whose rows differ in the number of ratings; or NaN is refused.
# Versions: statsmodels 0.15.0 with numpy 2.4.6, scipy 1.17.1, pandas 3.1.1, patsy 1.0.3, Python 3.11.
# Behaviour: NaN becomes one more category. Every row still has the same number of "ratings", so
#   the check of fleiss_kappa passes and a coefficient comes out that treats two coders' silence as
#   agreement and one coder's silence as disagreement. Krippendorff's alpha is the coefficient
#   defined for such data.
# Seen: five units, three coders, two ratings missing: categories [0, 1, nan], kappa 0.338; the
#   three complete units alone: 0.550.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps statsmodels==0.15.0 numpy==2.4.6 scipy==1.17.1 \
    pandas==3.1.1 patsy==1.0.3 packaging==26.3 python-dateutil==2.9.0.post0 six==1.17.0
venv/bin/python - <<'PY'
import sys

import numpy as np
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

none = np.nan
ratings = np.array([[0, 0, 0], [1, 1, none], [0, 1, 0], [1, 1, 1], [0, none, 0]])
counts, categories = aggregate_raters(ratings)
kappa = fleiss_kappa(counts)
complete = fleiss_kappa(aggregate_raters(ratings[[0, 2, 3]])[0])
print("categories", categories.tolist(), "kappa", round(kappa, 3), "complete", round(complete, 3))
if len(categories) != 3 or not np.isclose(kappa, 0.338235) or not np.isclose(complete, 0.55):
    sys.exit(f"changed: {len(categories)} categories, kappa {kappa}; were 3 and 0.338")
PY
