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
# # What slips and oddities stand in the sources?
#
# Typing errors, broken quotation marks and the like are listed and never corrected. Some places
# only look like errors, and of some the text does not let one decide. Shown are those that bear on
# what is read from the reports: figures and dates, marks that open or close a quotation, and what
# is no certain error. All are in the table of data.

# %% tags=["hide-input"]
import pandas as pd
from support import CORPUS, analyse, in_words, keep, keep_table, places

from govreports.corpus.errata import errata_table, load_errata
from govreports.corpus.spans import paragraph_at

analysis = analyse()
reports, labels = analysis.reports, analysis.labels

# %%
errata = errata_table(load_errata(CORPUS / "errata.csv", reports))
BEARING = {"date", "figures", "quotation mark"}
seen = errata[errata["kind"].isin(BEARING) | (errata["standing"] != "error")]
at = zip(seen["report"], seen["start"], strict=True)
keep_table(
    errata,
    "errata",
    show=pd.DataFrame(
        {
            "printed": seen["text"],
            "kind": seen["kind"],
            "standing": seen["standing"],
            "note": seen["note"],
            "report": seen["report"].map(labels),
            "place": places(
                seen["report"], [paragraph_at(reports[n], start) for n, start in at]
            ),
        }
    ),
)

# %%
standing = errata["standing"].value_counts()
keep(
    n_errata=len(errata),
    n_errata_shown=len(seen),
    n_errata_errors=int(standing["error"]),
    n_errata_open=int(standing["open"]),
    n_errata_none=in_words(int(standing["no error"])),
)
