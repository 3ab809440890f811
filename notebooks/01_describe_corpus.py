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
# # How long are the reports?

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from myst_nb import glue

reports = sorted(Path("../corpus/reports").glob("*.txt"))
lengths = pd.Series({path.stem: len(path.read_text("utf-8")) for path in reports}, name="字")

# %%
glue("n_characters", int(lengths.sum()), display=False)

# %% mystnb={"figure": {"name": "fig-bars", "caption": "Length 篇幅"}, "image": {"alt": "Bars"}}
figure, axes = plt.subplots(figsize=(6, 2.5))
axes.barh(lengths.index, lengths)
exhibits = Path(os.environ.get("BOOK_EXHIBITS", "../book/_generated/exhibits"))
figure.savefig(exhibits / "report-length.svg", metadata={"Date": None})

# %%
lengths.to_frame()
