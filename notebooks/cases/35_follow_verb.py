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
# # How does one verb of dispute resolution stand in its lines?
#
# 化解 ("resolve, defuse") is the verb of dispute resolution in the five reports. Where it and six
# other words stand in each report, and the lines in which it occurs.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, glossed, keep, keep_figure, keep_table, label, places

from govreports.words.concordance import as_table, concordance, sort_lines
from govreports.words.plots import draw_positions

analysis = analyse()
tokens, names = analysis.tokens, analysis.labels

# %% [markdown]
# ## Where words stand in a report
#
# Each stroke is one occurrence, placed by its distance from the beginning of the report.

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-word-positions", "caption": "Where seven words occur in each report."}, "image": {"alt": "Strokes along each report where seven words occur."}}
TRACED = ["法治", "改革", "公开", "执法", "化解", "信访", "问题"]
figure = draw_positions(
    tokens, TRACED, names, axis=label("position"), written=glossed
)
keep_figure(figure, "word-positions")

# %% [markdown]
# ## A concordance
#
# Sorted by what stands before it, lines that agree stand together. A string is found wherever it
# stands, inside longer words too; a list of tokens only where the segmentation has them as words.

# %%
NODE = "化解"
texts = {name: report.text for name, report in analysis.reports.items()}
kwic = as_table(sort_lines(concordance(tokens, texts, NODE, width=14), "left"))
keep_table(
    kwic,
    "concordance",
    show=pd.DataFrame(
        {
            "place": places(kwic["report"], kwic["sentence"]),
            "report": kwic["report"].map(names),
            "left": kwic["left"],
            "node": kwic["node"],
            "right": kwic["right"],
        }
    ).head(24),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
keep(
    node=NODE,
    node_count=len(kwic),
    node_by_itself=sum(1 for _ in concordance(tokens, texts, [NODE])),
    node_reports=int(kwic["report"].nunique()),
)

# %% [markdown]
# ## What this does not show
#
# Lines show how a word is used, not what was done. Other verbs may do the same work unseen here.
