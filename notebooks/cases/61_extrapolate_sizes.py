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
# # How long does a large folder take?
#
# What `python -m benchmarks.bench_sizes` measured on one machine, and what follows for larger
# folders if processor time stays in proportion to the text. Times are not measured here: a build
# would then differ from machine to machine.

# %% tags=["hide-input"]
import numpy as np
import pandas as pd
from support import ROOT, keep, keep_table

measured = pd.read_csv(ROOT / "book" / "sizes.csv")

# %% [markdown]
# ## What was measured
#
# Reports drawn from invented sentences; each size in a process of its own, with jieba.

# %%
measured["ms_per_report"] = 1000 * measured["processor_seconds"] / measured["reports"]
keep_table(
    measured,
    "sizes-measured",
    show=pd.DataFrame(
        {
            "reports": measured["reports"].map("{:,}".format),
            "characters": measured["characters"].map("{:,}".format),
            "processor seconds": measured["processor_seconds"].map("{:,.1f}".format),
            "milliseconds a report": measured["ms_per_report"].map("{:,.0f}".format),
            "peak memory, MB": measured["peak_mb"].map("{:,.0f}".format),
            "written, MB": measured["written_mb"].map("{:,.1f}".format),
        }
    ),
)

# %% [markdown]
# ## What follows
#
# Between the two largest folders, $c$ is the processor time of one report more, the start of the
# program apart: $c = (t_2 - t_1)/(n_2 - n_1)$. A folder of $n$ reports then takes $n c / k$ on
# $k$ processors that are kept busy; what is written grows in proportion to $n$ as well.

# %%
small, large = measured.iloc[-2], measured.iloc[-1]
more = large["reports"] - small["reports"]
cost = (large["processor_seconds"] - small["processor_seconds"]) / more
written = (large["written_mb"] - small["written_mb"]) / more
exponent = np.log(large["processor_seconds"] / small["processor_seconds"]) / np.log(
    large["reports"] / small["reports"]
)
keep(
    size_cost=float(1000 * cost),
    size_exponent=float(exponent),
    size_largest=int(large["reports"]),
    size_characters=int(large["characters"] / large["reports"]),
)

# %%
folders = pd.DataFrame({"reports": [1_000, 10_000, 100_000]})
for processors in (1, 4, 32):
    folders[f"hours_{processors}"] = folders["reports"] * cost / processors / 3600
folders["gigabytes"] = folders["reports"] * written / 1000
keep_table(
    folders,
    "sizes-extrapolated",
    show=pd.DataFrame(
        {
            "reports": folders["reports"].map("{:,}".format),
            "hours on one processor": folders["hours_1"].map("{:,.2f}".format),
            "on four": folders["hours_4"].map("{:,.2f}".format),
            "on thirty-two": folders["hours_32"].map("{:,.2f}".format),
            "written, GB": folders["gigabytes"].map("{:,.1f}".format),
        }
    ),
)

# %% [markdown]
# **What this does not show.** Reports of another length take time in proportion to it; reading
# PDF costs more than text; a machine that is faster or busy gives other times. Nothing of
# a hundred thousand reports was run.
