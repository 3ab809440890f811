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
# # What does each report say more than the others?
#
# Each report is compared with the other reports of its genre; one that is alone of its genre with
# the reports of all other genres. A word is *key* when it is more frequent by an amount (Log
# Ratio, in doublings) that its interval keeps away from zero, when its p value survives Holm's
# correction for all words tested in the comparison, and when it stands in more than one section
# of the report. Words of which a report has less are found in the same way. Rates are of all base
# tokens, numbers among them; only words are compared. Everything is done again with the
# passages left out that two or more reports share.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import support as book
from IPython.display import HTML
from support import Place, glossed, named, once, p_value, with_interval

from govreports import figures
from govreports.stats.counts import leave_out
from govreports.stats.groups import longest
from govreports.words.key_lines import key_lines
from govreports.words.key_terms import are_names, compared_with, key_terms_of_each
from govreports.words.stopwords import stop_words

analysis = book.analyse()
tokens, names = analysis.tokens, analysis.labels
words = tokens[tokens["kind"] == "word"]
# Reports that are compared within their genre, and those that are alone of theirs.
alone = [group[0] for group in analysis.genres.values() if len(group) == 1]
within = [name for name in names if name not in alone]

# %% [markdown]
# ## Key words
#
# Words inside a passage that another report repeats word for word are counted in one comparison
# and left out of the other; `unshared` in the data says whether a word is key in both.

# %%
OPTIONS = {"without": stop_words(), "min_count": 5, "alpha": 0.05}
among = {name: compared_with(analysis.genres)[name] for name in names}
unshared = leave_out(tokens, analysis.shared)
unshared_words = unshared[unshared["kind"] == "word"]
found = key_terms_of_each(words, among, base=tokens, **OPTIONS)
apart = key_terms_of_each(unshared_words, among, base=unshared, **OPTIONS).table
pairs = pd.MultiIndex.from_frame(found.table[["report", "term"]])
still = pairs.isin(pd.MultiIndex.from_frame(apart[["report", "term"]]))
every = found.table.assign(unshared=still)
more = every[every["log_ratio"] > 0]

# %% [markdown]
# Of each report up to six words with the highest G² are shown; the table of data has all, and
# those of which a report has less.


# %%
def key_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Key words as the chapters show them."""
    return pd.DataFrame(
        {
            "word": rows["term"].map(glossed),
            "here": rows["count"],
            "sections": rows["sections"],
            "DP": rows["dispersion_section"],
            "elsewhere": rows["ref_count"],
            "reports": rows["ref_reports"],
            "Log Ratio": with_interval(
                *(rows["log_ratio"], rows["boot_low"], rows["boot_high"]), ".2f"
            ),
            "G²": rows["g2"].map("{:.0f}".format),
            "p (Holm)": rows["p_holm"].map(p_value),
        }
    )


def grouped(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The table with a first column that names each report on its first row."""
    return pd.concat([once(rows["report"].map(names)), table], axis=1)


# %%
leading = more.groupby("report", sort=False).head(6)
of_genre = leading[leading["report"].isin(within)]
book.keep_table(every, "keyness", show=grouped(of_genre, key_table(of_genre)))

# %% [markdown]
# The same as a figure; of more than twelve reports, the twelve longest.

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-keyness", "caption": "The six words most key to each report, with paragraph-bootstrap intervals."}, "image": {"alt": "Forest plot of Log Ratios of key words, grouped by report."}}
drawn = longest(analysis.register)
rows = leading[leading["report"].isin(drawn)].iloc[::-1].reset_index(drop=True)
if len(rows):
    colours = figures.report_colours(drawn)
    figure, axes = plt.subplots(figsize=(7.2, 0.21 * len(rows) + 1.2))
    for name, group in rows.groupby("report", sort=False):
        low, high = group["boot_low"], group["boot_high"]
        axes.hlines(group.index, low, high, color=colours[name])
        style = {"ms": 4, "color": colours[name], "label": names[name]}
        axes.plot(group["log_ratio"], group.index, "o", **style)
    axes.set_yticks(rows.index, rows["term"].map(glossed))
    axes.set_xlabel(book.label("log_ratio"))
    axes.axvline(0, color=figures.MUTED, linewidth=0.8)
    axes.grid(axis="x")
    handles, labels = (part[::-1] for part in axes.get_legend_handles_labels())
    figure.legend(
        handles, labels, fontsize="small", loc="outside lower center", ncols=3
    )
    book.keep_figure(figure, "keyness")

# %% [markdown]
# ## The report's own name, and its matters
#
# A key word whose characters stand, in this order, in the name of the body that reports is a
# form of its name and tells nothing. The others are read in their lines: of the sentences of at
# most eighty characters those with most different key words, then with the larger share of them.

# %%
is_name = are_names(more, analysis.records)
matters = more[~is_name]


def keep_lines(reports: list[str], number: int, name: str) -> HTML:
    """Keep ``number`` sentences of each report that hold most of its key words."""
    rows = [
        (names[report], Place(report, line.sentence), line.text, line.terms)
        for report in reports
        for line in key_lines(
            words[words["report"] == report],
            analysis.reports[report],
            set(matters.loc[matters["report"] == report, "term"]),
            number=number,
            longest=80,
        )
    ]
    table = pd.DataFrame(rows, columns=["report", "place", "sentence", "key words"])
    table["key words"] = table["key words"].map("、".join)
    table.insert(3, "in English", table["sentence"].map(book.english))
    return book.keep_table(table.astype({"place": str}), name, show=table)


# %%
keep_lines(within, 1, "key-lines")

# %% [markdown]
# ## A report of another kind
#
# What a report that is alone of its genre says more than all reports of other genres, and what
# less.

# %%
other = every[every["report"].isin(alone)]
other = other.assign(
    side=np.where(other["log_ratio"] > 0, "more", "less")
).sort_values(["report", "side", "g2"], ascending=False)
sides = other["side"].mask(other[["report", "side"]].duplicated(), "")
side_table = pd.concat([sides, key_table(other)], axis=1)
if len(alone) > 1:
    side_table = grouped(other, side_table)
book.keep_table(other, "keyness-of-genre", show=side_table)

# %%
keep_lines(alone, 3, "key-lines-of-genre")

# %% [markdown]
# ## Multiword terms
#
# The same comparison in the layer of terms, per 10,000 base tokens.

# %%
phrases = key_terms_of_each(analysis.multiword, among, base=tokens, **OPTIONS).table
phrases = phrases[phrases["log_ratio"] > 0].reset_index(drop=True)
gloss = analysis.terms[analysis.terms["layer"] == "term"].set_index("term")["gloss"]
with_meaning = (phrases["term"] + " " + phrases["term"].map(gloss)).str.rstrip()
book.keep_table(
    phrases,
    "keyness-of-terms",
    show=grouped(phrases, key_table(phrases).assign(word=with_meaning)),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
law = more[more["report"].isin(within)]
key_names = law[is_name[law.index]]
fewer = other[other["side"] == "less"]
matter_of = {n: named(matters.loc[matters["report"] == n, "term"]) for n in within}
weakest = law.sort_values("boot_low", kind="stable").head(1)
# How many occurrences of the weakest key word stand in one paragraph.
places = words.rename(columns={"token": "term"}).merge(weakest, on=["report", "term"])
together = places["paragraph"].value_counts().max() if len(places) else 0
book.keep(
    n_tested=found.tested.get(next(iter(within), ""), 0),
    n_tested_genre=found.tested.get(next(iter(alone), ""), 0),
    n_key=len(more),
    n_key_law=len(law),
    n_key_genre=len(more) - len(law),
    n_less_genre=len(fewer),
    less_of_genre=named(fewer["term"]),
    n_key_names=len(key_names),
    key_names=named(key_names["term"]),
    only_names=book.listed(names[n] for n in within if not matter_of[n]) or "none",
    key_matters="; ".join(f"{names[n]} has {m}" for n, m in matter_of.items() if m),
    weakest=named(weakest["term"]),
    weakest_report=book.listed(weakest["report"].map(names)),
    weakest_count=int(weakest["count"].sum()),
    weakest_together=int(together),
    weakest_low=float(weakest["boot_low"].sum()),
    n_key_survive=int(more["unshared"].sum()),
    key_lost=named(more.loc[~more["unshared"], "term"]) or "none",
    n_shared_words=len(words) - len(unshared_words),
    n_words=len(words),
    n_key_phrases=len(phrases),
    key_phrases="; ".join(
        f"{names[n]} has " + ", ".join(f"{t} ({gloss[t]})" for t in rows["term"])
        for n, rows in phrases.groupby("report", sort=False)
    )
    or "none",
)

# %% tags=["hide-input"]
book.say(
    f"{len(more)} words are key to one report or another, {int(is_name.sum())} of them forms of "
    f"its own name; without the passages that reports share, {int(more['unshared'].sum())} are. "
    f"In the layer of multiword terms there are {len(phrases)}."
    if found.tested
    else "There is no other report to compare with, so no word is key."
)

# %% [markdown]
# ## What this does not show
#
# A key word marks a difference between texts. Where year, place and level differ together, no key
# word can be put down to any one of them.
