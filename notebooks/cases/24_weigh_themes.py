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
# # Where do the five reports differ in what they are about?
#
# Government functions (T1) in the law-based government reports, openness and oversight (T5) between the
# genres, and where plans, instruments and sentences under foreign headings are most frequent.

# %% tags=["hide-input"]
import pandas as pd
from support import analyse, in_words, keep, say, table_of

from govreports.coding.contrasts import between_reports, differences_within, leads
from govreports.coding.elsewhere import under_headings
from govreports.coding.shares import shares
from govreports.coverage.instruments import named_instruments

# %%
analysis = analyse()
labels, codebook, codings = analysis.labels, analysis.codebook, analysis.codings
law = analysis.of_genre("rule-of-law")
(disclosure,) = analysis.of_genre("disclosure")
themes = [code.id for code in codebook.of_kind("theme")]
names = {
    code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")
}

# %% [markdown]
# ## Government functions

# %%
by_sentence = shares(codings, themes).set_index(["code", "report"])
by_character = shares(codings, themes, measure="characters")
chars = by_character.set_index(["code", "report"])["share"]
t1 = by_sentence.loc["T1"].loc[law, "share"]
t1_chars = chars["T1"][law]
highest = t1.idxmax()
table_of(
    pd.DataFrame(
        {"report": t1.index.map(labels), "sentences": t1, "characters": t1_chars}
    )
)

# %%
of_law = by_sentence["share"].unstack()[law]
widest = (of_law.max(axis=1) - of_law.min(axis=1)).idxmax()
of_widest = of_law.loc[widest]
say(
    f"The widest difference is in {names[widest]}, between {labels[of_widest.idxmax()]} "
    f"({of_widest.max():.0%}) and {labels[of_widest.idxmin()]} ({of_widest.min():.0%})."
)

# %% [markdown]
# ## Openness and oversight between the genres
#
# How far the disclosure report is ahead of each of the others.

# %%
genres = between_reports(codings, ["T5"])
genres = genres[(genres["a"] == disclosure) | (genres["b"] == disclosure)]
clear = (genres["low_of_all"] > 0) | (genres["high_of_all"] < 0)
table_of(genres.replace(labels))

# %% [markdown]
# ## Under other headings, in plans and in framing sentences

# %%
under = under_headings(analysis.reports, codings, codebook)
strays = under["announced"] != under["primary"]
share_elsewhere = strays.groupby(under["report"]).mean()
most, least = share_elsewhere.idxmax(), share_elsewhere.idxmin()
plans = codings[codings["move"] == "plan"].groupby("report").size()
closing = pd.MultiIndex.from_tuples(
    [
        (name, section.id)
        for name, report in analysis.reports.items()
        for section in report.sections
        if section.role == "outlook"
    ]
)
in_closing = pd.MultiIndex.from_frame(codings[["report", "section"]]).isin(closing)
table_of(
    pd.DataFrame(
        {
            "report": [labels[name] for name in analysis.names],
            "under another heading": share_elsewhere.reindex(
                analysis.names
            ).to_list(),
            "sentences that plan": plans.reindex(analysis.names).to_list(),
        }
    )
)

# %% [markdown]
# ## Numbers for the chapters

# %%
ahead = leads(codings[codings["report"].isin(law)], themes).set_index("report")
differences = differences_within(codings, analysis.register, themes)
apart = differences[(differences["low"] > 0) | (differences["high"] < 0)]
keep(
    t1_highest=labels[highest],
    t1_highest_share=float(t1.max()),
    t1_others_low=float(t1.drop(highest).min()),
    t1_others_high=float(t1.drop(highest).max()),
    t1_highest_characters=float(t1_chars[highest]),
    t1_others_low_characters=float(t1_chars.drop(highest).min()),
    t1_others_high_characters=float(t1_chars.drop(highest).max()),
    t5_disclosure=float(by_sentence.loc[("T5", disclosure), "share"]),
    t5_disclosure_characters=float(chars["T5"][disclosure]),
    t5_gap_least=float(100 * genres["difference"].abs().min()),
    n_t5_clear=in_words(int(clear.sum())),
    n_t5_compared=in_words(len(genres)),
    widest_theme=names[widest],
    widest_highest=labels[of_widest.idxmax()],
    widest_highest_share=float(of_widest.max()),
    widest_lowest=labels[of_widest.idxmin()],
    widest_lowest_share=float(of_widest.min()),
    n_first_clear=in_words(int((ahead["low"] > 0).sum())),
    n_first_t1=in_words(int((ahead["first"] == "T1").sum())),
    lead_most=labels[ahead["lead"].idxmax()],
    n_pairs_clear_t1=in_words(int((apart["code"] == "T1").sum())),
)

# %%
intention = codings[codings["flags"].str.contains("intention")]
by_instrument = named_instruments(codings, codebook, law)
keep(
    elsewhere_most=labels[most],
    elsewhere_most_share=float(share_elsewhere.max()),
    n_elsewhere_most=int(strays[under["report"] == most].sum()),
    elsewhere_without_most=float(strays[under["report"] != most].mean()),
    elsewhere_least=labels[least],
    elsewhere_least_share=float(share_elsewhere.min()),
    plans_most=labels[plans.idxmax()],
    n_plans_most=int(plans.max()),
    n_plans_disclosure=int(plans.get(disclosure, 0)),
    n_closing_frame=int((in_closing & (codings["move"] == "frame")).sum()),
    intention_report="; ".join(intention["report"].map(labels)),
    n_instruments_in_all=int((by_instrument["law_reports"] == len(law)).sum()),
)

# %% [markdown]
# ## What this does not show
#
# Five reports show where these five differ, not how reports of their kinds do.
