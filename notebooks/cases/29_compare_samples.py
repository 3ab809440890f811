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
# # What did each sample say of the rules?
#
# Three samples of sentences were coded by hand, one after the other, none of them twice. The
# rules as they stand are set against each; what they are worth on unseen sentences of these
# reports only the last can say, for the others were known, in part or in sum, when the rules
# were mended.

# %% tags=["hide-input"]
import pandas as pd
from support import CORPUS, analyse, keep, keep_table

from govreports.coding import handcodings, labellers
from govreports.coding.comparison import compare, match
from govreports.coding.confidence_checked import accuracy_by_basis

# %%
SAMPLES = {
    "0.9": "measured the rules of codebook 0.9.1; afterwards only its total was seen",
    "1.0-rc1": "measured a first state of codebook 1.0; then its errors were read",
    "": "measures codebook 1.0: held out",
}
analysis = analyse()
reports, codebook = analysis.reports, analysis.codebook
themes = [code.id for code in codebook.of_kind("theme")]
rules = handcodings.of_rules(analysis.coded, codebook)


# %%
def measured(folder: str) -> dict[str, float | int | str]:
    """How the coders of a sample agree, and the rules with what was adjudicated."""
    codings = handcodings.read_all_codings(
        CORPUS / "codings" / folder, codebook, reports
    )
    (first, second), adjudicated = handcodings.coders_and_reference(codings)
    between = compare(first, second, codebook, reports)
    coders = between[
        (between["scheme"] == "primary")
        & (between["code"] == "")
        & (between["measure"] == "agreement")
    ].iloc[0]
    judged = labellers.judged(match(adjudicated, rules, reports), reports, codebook)
    reached = labellers.accuracy_by_report(judged, themes)
    ruled = reached[
        (reached["labeller"] == labellers.RULES) & (reached["report"] == "all")
    ].iloc[0]
    return {
        "codebook": folder or codebook.version,
        "sample": len(first.units),
        "agreement": float(coders["value"]),
        "rules": float(ruled["agreement"]),
        "rules_low": float(ruled["low"]),
        "rules_high": float(ruled["high"]),
        "use": SAMPLES[folder],
    }


table = pd.DataFrame([measured(folder) for folder in SAMPLES])
keep_table(
    table,
    "samples",
    show=pd.DataFrame(
        {
            "codebook": table["codebook"],
            "sentences": table["sample"],
            "coders agree": table["agreement"].map("{:.1%}".format),
            "rules of today right": [
                f"{row.rules:.1%} ({row.rules_low:.0%}–{row.rules_high:.0%})"
                for row in table.itertuples()
            ],
            "use": table["use"],
        }
    ),
)

# %% [markdown]
# ## What themes rest on, and how often they are right
#
# Over all three samples together, what the primary theme of a sentence rested on, and how often
# it was that of the adjudicated coding.

# %%
parts = [
    accuracy_by_basis(
        handcodings.read_codings(
            CORPUS / "codings" / folder / "adjudicated.csv", codebook, reports
        ),
        analysis.coded,
    )
    for folder in SAMPLES
]
counted = pd.concat(parts).groupby("basis", sort=False)[["sentences", "right"]].sum()
counted = counted[counted["sentences"] > 0]
share = counted["right"] / counted["sentences"]
keep_table(
    counted.assign(share=share).reset_index(),
    "right-by-basis",
    show=pd.DataFrame(
        {
            "rests on": counted.index,
            "sentences": counted["sentences"].astype(int),
            "right": share.map("{:.0%}".format),
        }
    ),
)

# %%
by_sample = table.set_index("codebook")
keep(
    n_earlier=int(by_sample.loc["0.9", "sample"]),
    n_middle=int(by_sample.loc["1.0-rc1", "sample"]),
    earlier_now=float(by_sample.loc["0.9", "rules"]),
    middle_now=float(by_sample.loc["1.0-rc1", "rules"]),
    n_all=int(by_sample["sample"].sum()),
    n_sentences=len(analysis.codings),
)
