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
# # What do the reports say against themselves, and what do they promise?
#
# Shortcomings and plans, one by one: where they stand, how they are worded, whom they name. The
# parts that state them need not have a heading; several reports admit what is wanting in a closing
# paragraph that opens with praise.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from support import CORPUS, SHORT, Place, english, keep, keep_figure, keep_table, label, load

from govreports.claims.errata import errata_table, load_errata
from govreports.claims.selfassessment import balance, statement_table, statements, taken_up
from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
codebook = load_codebook()
coder = Coder(codebook)
codings = {name: coder.code(report) for name, report in reports.items()}
names = {code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")}
table = statement_table(reports, codings)


def paragraph_at(name: str, position: int) -> Place:
    """The paragraph that holds a position, or the one under the heading that does."""
    return Place(name, next(p.id for p in reports[name].paragraphs if position < p.end))


# %% [markdown]
# ## Every shortcoming


# %%
def opening(text: str) -> str:
    """The first sentence of a statement: in longer ones it names what the rest explains."""
    return text.partition("。")[0]


short = table[table["kind"] == "shortcoming"].reset_index(drop=True)
keep_table(
    table,
    "statements",
    show=pd.DataFrame(
        {
            "shortcoming": short["text"].map(opening),
            "in English": short["text"].map(opening).map(english),
            "wording": short["grade"],
            "names": short["actors"].replace("", "nobody"),
            "theme": short["theme"],
            "report": short["report"].map(SHORT),
            "place": [paragraph_at(*p) for p in zip(short["report"], short["start"], strict=True)],
        }
    ),
)

# %% [markdown]
# ## How much room they take

# %%
WHERE = {
    "elsewhere": "in passing",
    "headed": "a section of its own",
    "unheaded": "a closing paragraph",
}
total = {name: sum(s.end - s.start for s in r.sentences) for name, r in reports.items()}
room = table.pivot_table(
    index="report", columns="kind", values="characters", aggfunc="sum", fill_value=0
)
room = room.reindex(index=order, columns=["shortcoming", "plan"], fill_value=0)
room_share = room.div(pd.Series(total), axis=0)
counts = pd.crosstab(table["report"], table["kind"]).reindex(
    index=order, columns=["shortcoming", "plan"], fill_value=0
)
headed = (
    table[table["kind"] == "shortcoming"]
    .groupby("report")["place"]
    .agg(lambda p: ", ".join(WHERE[w] for w in sorted(set(p))))
)
keep_table(
    counts.join(room_share.add_suffix("_share")).reset_index(),
    "self-assessment",
    show=pd.DataFrame(
        {
            "report": [SHORT[n] for n in order],
            "shortcomings": counts["shortcoming"].to_list(),
            "share of text": room_share["shortcoming"].map("{:.1%}".format).to_list(),
            "where": [headed.get(n, "none") for n in order],
            "plans": counts["plan"].to_list(),
            "plans' share": room_share["plan"].map("{:.1%}".format).to_list(),
        }
    ),
)

# %% mystnb={"figure": {"name": "fig-nb-balance", "caption": "Shortcomings stated and sentences reporting results, by theme, all reports."}, "image": {"alt": "Paired bars by theme: results reported, and shortcomings stated."}}
weighed = balance(reports, codings).groupby("theme")[["reported", "shortcomings"]].sum()
weighed = weighed.reindex([t for t in names if t in weighed.index]).iloc[::-1]
figure, (left, right) = plt.subplots(1, 2, figsize=(7.2, 4), sharey=True)
left.barh([names[t] for t in weighed.index], weighed["reported"], color="#0072b2")
left.set_xlabel(label("achievements"))
left.tick_params(axis="y", labelsize=8)
right.barh([names[t] for t in weighed.index], weighed["shortcomings"], color="#d55e00")
right.set_xlabel(label("shortcomings"))
right.xaxis.set_major_locator(plt.MaxNLocator(integer=True))
keep_figure(figure, "self-assessment-balance")

# %% [markdown]
# ## What was promised and taken up
#
# One issuer has two reports here, of different genres. For each plan of the earlier one, the most
# similar later sentence: a candidate for a reader, not a finding.

# %%
EARLIER, LATER = "nantong-2018-disclosure", "nantong-2019"
earlier = statements(EARLIER, reports[EARLIER], codings[EARLIER])
candidates = taken_up(earlier, reports[LATER], codings[LATER], best=1)
keep_table(
    candidates,
    "taken-up",
    show=pd.DataFrame(
        {
            "said in 2018": candidates["statement"],
            "in English": candidates["statement"].map(english),
            "as": candidates["kind"],
            "most similar in 2019": candidates["sentence"],
            "similarity": candidates["similarity"],
            "place": [paragraph_at(LATER, start) for start in candidates["start"]],
        }
    ),
)

# %% [markdown]
# ## Errors in the sources
#
# Typing errors, broken quotation marks and the like are listed and never corrected.

# %%
errata = errata_table(load_errata(CORPUS / "errata.csv", reports))
seen = errata[errata["kind"] != "spacing"]
keep_table(
    errata,
    "errata",
    show=pd.DataFrame(
        {
            "printed": seen["text"],
            "kind": seen["kind"],
            "note": seen["note"],
            "report": seen["report"].map(SHORT),
            "place": [paragraph_at(*p) for p in zip(seen["report"], seen["start"], strict=True)],
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
unnamed = short["actors"] == ""
mild = short["grade"].isin(["improvable"])
none = [name for name in order if not counts.loc[name, "shortcoming"]]
keep(
    n_shortcomings=len(short),
    n_plans=int((table["kind"] == "plan").sum()),
    shortcoming_share=float(short["characters"].sum() / sum(total.values())),
    plan_share=float(table.loc[table["kind"] == "plan", "characters"].sum() / sum(total.values())),
    n_unnamed=int(unnamed.sum()),
    n_no_administration=int(
        (~short["actors"].str.contains("leaders|staff|departments|localities|self")).sum()
    ),
    n_named_leaders=int(short["actors"].str.contains("leaders").sum()),
    n_mild=int(mild.sum()),
    n_cause=int(short["cause"].sum()),
    n_figures=int(short["figures"].sum()),
    n_unheaded=int(short.loc[short["place"] == "unheaded", "report"].nunique()),
    n_headed=int(short.loc[short["place"] == "headed", "report"].nunique()),
    without_shortcomings="、".join(SHORT[name] for name in none) or "none",
    n_concession=int(short["syntax"].str.contains("concession").sum()),
    n_errata=len(errata),
    most_shortcomings=SHORT[counts["shortcoming"].idxmax()],
    most_shortcomings_n=int(counts["shortcoming"].max()),
)

# %% [markdown]
# ## What this does not show
#
# A shortcoming that is not admitted may still exist, and one that is admitted may be the one that
# is easiest to admit.
