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
from support import (
    CORPUS,
    RULE_OF_LAW,
    SHORT,
    Place,
    english,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
)

from govreports.claims.errata import errata_table, load_errata
from govreports.claims.selfassessment import (
    balance,
    statement_table,
    statements,
    taken_up,
)
from govreports.claims.shortcomings import actors_in, gives_cause
from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
codebook = load_codebook()
coder = Coder(codebook)
codings = {name: coder.code(report) for name, report in reports.items()}
names = {
    code.id: f"{code.id} {code.zh} {code.en}" for code in codebook.of_kind("theme")
}
headings = {code.id: f"{code.id} {code.en}" for code in codebook.of_kind("theme")}
table = statement_table(reports, codings)


def paragraph_at(name: str, position: int) -> Place:
    """The paragraph that holds a position, or the one under the heading that does."""
    return Place(
        name, next(p.id for p in reports[name].paragraphs if position < p.end)
    )


# %% [markdown]
# ## The shortcomings that the rules found

# %%
NAMED = {
    "leaders": "leaders",
    "staff": "staff",
    "departments": "departments",
    "localities": "localities",
    "public": "the public",
    "self": "the zone or city",
}
ADMINISTRATION = set(NAMED) - {"public"}


def whom(actors: str) -> str:
    """Whom a wording names, for readers."""
    return ", ".join(NAMED[actor] for actor in actors.split("+") if actor) or "nobody"


def opening(text: str) -> str:
    """The first sentence of a statement; the rest of longer ones explains it."""
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
            "names": short["actors"].map(whom),
            "theme": short["theme"].map(headings).fillna(""),
            "report": short["report"].map(SHORT),
            "place": [
                paragraph_at(*p)
                for p in zip(short["report"], short["start"], strict=True)
            ],
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
total = {
    name: sum(s.end - s.start for s in r.sentences) for name, r in reports.items()
}
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

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-balance", "caption": "Shortcomings stated and sentences reporting results, by theme, all reports."}, "image": {"alt": "Paired bars by theme: results reported, and shortcomings stated."}}
weighed = (
    balance(reports, codings).groupby("theme")[["reported", "shortcomings"]].sum()
)
weighed = weighed.reindex([t for t in names if t in weighed.index]).iloc[::-1]
figure, (left, right) = plt.subplots(1, 2, figsize=(7.2, 4), sharey=True)
left.barh([names[t] for t in weighed.index], weighed["reported"], color="#0072b2")
left.set_xlabel(label("achievements"))
left.tick_params(axis="y", labelsize=8)
right.barh(
    [names[t] for t in weighed.index], weighed["shortcomings"], color="#d55e00"
)
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
            "stated as": candidates["kind"],
            "most similar in 2019": candidates["sentence"],
            "that in English": candidates["sentence"].map(english),
            "similarity": candidates["similarity"],
            "place": [paragraph_at(LATER, start) for start in candidates["start"]],
        }
    ),
)

# %% [markdown]
# ## Slips and oddities in the sources
#
# Typing errors, broken quotation marks and the like are listed and never corrected. Some places
# only look like errors, and of some the text does not let one decide. Shown are those that bear on
# what is read from the reports: figures and dates, marks that open or close a quotation, and what
# is no certain error. All are in the table of data.

# %%
errata = errata_table(load_errata(CORPUS / "errata.csv", reports))
BEARING = {"date", "figures", "quotation mark"}
seen = errata[errata["kind"].isin(BEARING) | (errata["standing"] != "error")]
keep_table(
    errata,
    "errata",
    show=pd.DataFrame(
        {
            "printed": seen["text"],
            "kind": seen["kind"],
            "standing": seen["standing"],
            "note": seen["note"],
            "report": seen["report"].map(SHORT),
            "place": [
                paragraph_at(*p)
                for p in zip(seen["report"], seen["start"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters


# %%
def some(number: int) -> str:
    """How many of them, as running text says it: ``some(0)`` is "none"."""
    return in_words(int(number)) if number else "none"


def part_named(text: str) -> bool:
    """Whether a part of the administration is named."""
    return bool(ADMINISTRATION & set(actors_in(text)))


unnamed = short["actors"] == ""
mild = short["grade"].isin(["improvable"])
# The base rate of whatever is said of shortcomings: sentences that report results.
achieved = pd.Series(
    [
        reports[n].wording(c.sentence)
        for n in order
        for c in codings[n]
        if c.move == "report" and not c.sentence.is_heading
    ]
)
by_part = short["actors"].map(
    lambda actors: bool(ADMINISTRATION & set(actors.split("+")))
)
move_of = {(n, c.sentence.start): c.move for n in order for c in codings[n]}
plans = table[table["kind"] == "plan"]
framed = [move_of.get((p.report, p.start)) == "frame" for p in plans.itertuples()]
none = [name for name in order if not counts.loc[name, "shortcoming"]]
keep(
    n_shortcomings=len(short),
    n_plans=int((table["kind"] == "plan").sum()),
    shortcoming_share=float(short["characters"].sum() / sum(total.values())),
    plan_share=float(
        table.loc[table["kind"] == "plan", "characters"].sum() / sum(total.values())
    ),
    n_unnamed=int(unnamed.sum()),
    n_no_administration=int((~by_part).sum()),
    n_public_only=int((short["actors"] == "public").sum()),
    n_plans_framed=sum(framed),
    leaders_in_words=some(short["actors"].str.contains("leaders").sum()),
    n_mild=int(mild.sum()),
    cause_in_words=some(short["cause"].sum()),
    figures_in_words=some(short["figures"].sum()),
    n_reported=len(achieved),
    reported_unnamed=float((~achieved.map(part_named)).mean()),
    reported_leaders=float(achieved.map(lambda t: "leaders" in actors_in(t)).mean()),
    reported_cause=int(achieved.map(gives_cause).sum()),
    unheaded_in_words=some(
        short.loc[short["place"] == "unheaded", "report"].nunique()
    ),
    headed_in_words=some(short.loc[short["place"] == "headed", "report"].nunique()),
    without_shortcomings="、".join(SHORT[name] for name in none) or "none",
    n_concession=int(short["syntax"].str.contains("concession").sum()),
    n_errata=len(errata),
    n_errata_shown=len(seen),
    n_errata_errors=int((errata["standing"] == "error").sum()),
    n_errata_open=int((errata["standing"] == "open").sum()),
    n_errata_none=in_words(int((errata["standing"] == "no error").sum())),
    most_characters=SHORT[short.groupby("report")["characters"].sum().idxmax()],
    most_characters_share=float(
        short.groupby("report")["characters"].sum().max() / short["characters"].sum()
    ),
    n_shortcomings_law=int(short["report"].isin(RULE_OF_LAW).sum()),
    shortcoming_share_law=float(
        short.loc[short["report"].isin(RULE_OF_LAW), "characters"].sum()
        / sum(total[name] for name in RULE_OF_LAW)
    ),
    most_shortcomings=SHORT[counts["shortcoming"].idxmax()],
    most_shortcomings_n=int(counts["shortcoming"].max()),
)

# %% [markdown]
# ## What this does not show
#
# A shortcoming that is not admitted may still exist, and one that is admitted may be the one that
# is easiest to admit.
