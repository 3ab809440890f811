# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # What does the analysis of a folder give?
#
# The command `govreports analyze` on the invented reports of the tutorial, and what it wrote.
# None of these reports exists, and no figure here says anything of any place.

# %% tags=["hide-input"]
import shutil
import tempfile
from pathlib import Path

import pandas as pd
from scipy.stats import binomtest
from support import KEPT, ROOT, keep, keep_table, number_of, say

from govreports.cli.language import PAGES, TABLE, chinese
from govreports.folder.drawing import draw
from govreports.folder.run import analyse_folder

FOLDER = ROOT / "book" / "tutorial"

# %% [markdown]
# ## The command
#
# What is typed as `govreports analyze tutorial --out results` is done here in a folder that is
# thrown away.

# %%
out = Path(tempfile.mkdtemp()) / "results"
outcome = analyse_folder(FOLDER, out)
files = sorted(path.name for path in FOLDER.iterdir())
tables = {path.stem: pd.read_parquet(path) for path in out.glob("tables/*.parquet")}
rejected = pd.read_parquet(out / "rejected.parquet")
say(f"{number_of(len(files), 'file')}, {number_of(outcome.reports, 'report')}.")

# %% [markdown]
# ## What was read
#
# One row for each report: what its text says of itself, what kind of file it was, and whether it
# repeats another.

# %%
reports = tables["reports"].merge(tables["files"], on="report")
repeating = reports[reports["duplicate_of"] != ""]
keep(
    tutorial_files=len(files),
    tutorial_reports=len(reports),
    tutorial_rejected=len(rejected),
    tutorial_repeating=len(repeating),
)
keep_table(
    reports[
        ["report", "genre", "reporting_year", "issued", "sentences", "duplicate_of"]
    ],
    "tutorial-reports",
    show=reports[
        ["report", "title", "genre", "reporting_year", "sentences", "duplicate_of"]
    ]
    .rename(columns={"reporting_year": "year", "duplicate_of": "repeats"})
    .astype({"year": str}),
)

# %% [markdown]
# ## What was left out
#
# Each file that could not be used, with its reason.

# %%
keep_table(rejected, "tutorial-rejected")

# %% [markdown]
# ## What was found
#
# The figures that the page of results shows: how many reports of each year and genre there are,
# and the mean share of sentences by theme and year.

# %%
KEPT.mkdir(parents=True, exist_ok=True)
once = reports[reports["duplicate_of"] == ""]
shares = tables["theme_shares"], tables["place_shares"]
draw(once, *shares, out / "chinese", chinese(TABLE, PAGES))
for name, kept in {
    "reports": "tutorial-years",
    "themes-rule-of-law-year": "tutorial-themes",
}.items():
    shutil.copyfile(out / "figures" / f"{name}.svg", KEPT / f"{kept}.svg")
    shutil.copyfile(out / "chinese" / f"{name}.svg", KEPT / f"{kept}.zh_CN.svg")

# %% [markdown]
# A row of `codings.csv` is a sentence with its place in the text, its themes and its move:

# %%
columns = ["sentence", "start", "end", "text", "primary", "move"]
first = tables["codings"].query("report == 'yuntai-2021.txt'")[columns]
keep_table(first.head(8), "tutorial-codings")

# %% [markdown]
# And a row of `quantities.csv` a number with what it counts:

# %%
counted = tables["quantities"].query("report == 'yuntai-2021.txt'")
columns = ["sentence", "text", "unit", "kind", "status", "measure"]
first = counted[columns].head(8)
keep_table(
    first,
    "tutorial-quantities",
    show=first.rename(columns={"measure": "what is counted"}),
)

# %% [markdown]
# ## All tables
#
# The tables that were written, and how many rows each has.

# %%
sizes = pd.DataFrame(
    [(f"{name}.csv", len(table)) for name, table in sorted(tables.items())],
    columns=["table", "rows"],
)
shutil.rmtree(out.parent)
keep_table(sizes, "tutorial-tables")

# %% [markdown]
# ## How often plans were matched rightly
#
# Pairs of plans and later sentences in real work reports (which are not part of this project),
# drawn at random from the matches, and read once; no person has checked the reading.

# %%
judged = pd.read_csv(ROOT / "book" / "followed-read.csv", keep_default_na=False)
matched = judged[judged["sentences"] == "matched"]
like, unlike, alone = judged.itertuples()
of_like, of_unlike = (
    binomtest(row.right, row.read).proportion_ci(method="wilson")
    for row in (like, unlike)
)
keep(
    followed_like=float(like.likeness.split()[0]),
    followed_like_read=like.read,
    followed_like_right=like.right,
    followed_like_low=of_like.low,
    followed_like_high=of_like.high,
    followed_unlike_read=unlike.read,
    followed_unlike_right=unlike.right,
    followed_unlike_low=of_unlike.low,
    followed_unlike_high=of_unlike.high,
    followed_read=int(matched["read"].sum()),
    followed_right=int(matched["right"].sum()),
    followed_alone_read=alone.read,
    followed_alone_wrong=alone.read - alone.right,
)
keep_table(judged, "followed-read")

# %% [markdown]
# **What this does not show.** The reports were drawn from a few dozen sentences; that the rules
# code such sentences as expected says nothing of how well they code yours.
