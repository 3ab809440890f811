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
# Each rule-of-law report is compared with the other rule-of-law reports, and the disclosure
# report with all of these. A word is *key* when it is more frequent by an amount (Log Ratio, in
# doublings) that its interval keeps away from zero, when its p value survives Holm's correction
# for all words tested in the comparison, and when it stands in more than one section of the
# report. Words of which a report has less are found in the same way. Rates are of all base
# tokens, numbers among them; only words are compared. Everything is done again with the
# passages left out that two or more reports share.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import HTML
from support import (
    REGISTER,
    RULE_OF_LAW,
    SEED,
    SHORT,
    Place,
    english,
    glossed,
    keep,
    keep_figure,
    keep_table,
    label,
    listed,
    load,
    named,
)

from govreports import figures
from govreports.claims.reuse import shared_spans
from govreports.words.correspondence import correspondence
from govreports.words.counts import count, leave_out
from govreports.words.key_lines import key_lines
from govreports.words.key_terms import KeyTerms, key_terms, shortens
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter
from govreports.words.stopwords import load_stopwords
from govreports.words.tfidf import tf_idf

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
segmenter = Segmenter()
tokens = token_frame(reports, segmenter)
words = tokens[tokens["kind"] == "word"]
stop_words = {entry.word for entry in load_stopwords()}

# %% [markdown]
# ## Shared passages set aside
#
# Words inside a passage that another report repeats word for word are counted in one table and
# left out of the other.

# %%
spans = pd.DataFrame(
    [
        (name, *span)
        for name, found in shared_spans(reports).items()
        for span in found
    ],
    columns=["report", "start", "end"],
)
unshared = leave_out(tokens, spans)
shared_words = int((words.index.difference(unshared.index)).size)

# %%
MIN_COUNT = 5
ALPHA = 0.05


def compared(frame: pd.DataFrame, name: str, base: pd.DataFrame = tokens) -> KeyTerms:
    """Key terms of a report among those it is compared with, rates by ``base``."""
    group = RULE_OF_LAW if name in RULE_OF_LAW else order
    return key_terms(
        frame[frame["report"].isin(group)],
        name,
        base=base[base["report"].isin(group)],
        without=stop_words,
        min_count=MIN_COUNT,
        alpha=ALPHA,
        seed=SEED,
    )


# %%
found = {name: compared(words, name) for name in order}
apart = {
    name: compared(unshared[unshared["kind"] == "word"], name, unshared).table["term"]
    for name in order
    if (unshared["report"] == name).any()
}
every = pd.concat(
    [
        key.table.assign(
            report=name, unshared=key.table["term"].isin(apart.get(name, []))
        )
        for name, key in found.items()
    ],
    ignore_index=True,
)
more = every[every["log_ratio"] > 0]
less = every[every["log_ratio"] < 0]

# %% [markdown]
# Of each report up to six words with the highest G² are shown; the table of data has all, and
# those of which a report has less.


# %%
def p_value(p: float) -> str:
    """A p value to three places, or that it is smaller."""
    return f"{p:.3f}" if p >= 0.001 else "<\N{NO-BREAK SPACE}0.001"


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
            "Log Ratio": [
                f"{value:.2f} ({low:.2f} to {high:.2f})".replace("-", "−")
                for value, low, high in zip(
                    rows["log_ratio"],
                    rows["boot_low"],
                    rows["boot_high"],
                    strict=True,
                )
            ],
            "G²": rows["g2"].map("{:.0f}".format),
            "p (Holm)": rows["p_holm"].map(p_value),
        }
    )


def grouped(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The table with a first column that names each report on its first row."""
    names = rows["report"].map(SHORT).mask(rows["report"].duplicated(), "")
    return pd.concat([names, table], axis=1)


leading = more.groupby("report", sort=False).head(6)
of_law = leading[leading["report"].isin(RULE_OF_LAW)]
keep_table(every, "keyness", show=grouped(of_law, key_table(of_law)))

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-keyness", "caption": "The six words most key to each report, with paragraph-bootstrap intervals."}, "image": {"alt": "Forest plot of Log Ratios of key words, grouped by report."}}
colours = figures.report_colours(order)
rows = leading.iloc[::-1].reset_index(drop=True)
figure, axes = plt.subplots(figsize=(7.2, 0.21 * len(rows) + 1.2))
for name, group in rows.groupby("report", sort=False):
    axes.hlines(
        group.index, group["boot_low"], group["boot_high"], color=colours[name]
    )
    axes.plot(
        group["log_ratio"],
        group.index,
        "o",
        ms=4,
        color=colours[name],
        label=SHORT[name],
    )
axes.set_yticks(rows.index, rows["term"].map(glossed))
axes.set_xlabel(label("log_ratio"))
axes.axvline(0, color=figures.MUTED, linewidth=0.8)
axes.grid(axis="x")
handles, names = axes.get_legend_handles_labels()
figure.legend(
    handles[::-1], names[::-1], fontsize="small", loc="outside lower center", ncols=5
)
keep_figure(figure, "keyness")

# %% [markdown]
# ## The report's own name, and its matters
#
# A key word whose characters stand, in this order, in the name of the body that reports is a
# form of its name and tells nothing. The others are read in their lines: of the sentences of at
# most eighty characters those with most different key words, then with the larger share of them.

# %%
ORGANS = {"development zone": "管理委员会"}  # of a city or county it is 人民政府
own_names = {
    record.id: record.jurisdiction + ORGANS.get(record.level, "人民政府")
    for record in REGISTER
}
is_name = pd.Series(
    [
        shortens(term, own_names[name])
        for term, name in zip(more["term"], more["report"], strict=True)
    ],
    index=more.index,
)
matters = more[~is_name]


# %%
def keep_lines(names: list[str], number: int, name: str) -> HTML:
    """Keep ``number`` sentences of each report that hold most of its key words."""
    table = pd.DataFrame(
        [
            {
                "report": SHORT[report],
                "place": Place(report, line.sentence),
                "sentence": line.text,
                "in English": english(line.text),
                "key words": "、".join(line.terms),
            }
            for report in names
            for line in key_lines(
                words[words["report"] == report],
                reports[report],
                set(matters.loc[matters["report"] == report, "term"]),
                number=number,
                longest=80,
            )
        ]
    )
    return keep_table(table.astype({"place": str}), name, show=table)


# %%
keep_lines(RULE_OF_LAW, 1, "key-lines")

# %% [markdown]
# ## A report of another kind
#
# What the disclosure report says more than all rule-of-law reports together, and what less.

# %%
genre = [name for name in order if name not in RULE_OF_LAW]
other = every[every["report"].isin(genre)]
other = other.assign(
    side=np.where(other["log_ratio"] > 0, "more", "less")
).sort_values(["side", "g2"], ascending=False)
sides = other["side"].mask(other["side"].duplicated(), "")
keep_table(
    other,
    "keyness-of-genre",
    show=pd.concat([sides, key_table(other)], axis=1),
)

# %%
keep_lines(genre, 3, "key-lines-of-genre")

# %% [markdown]
# ## Multiword terms
#
# The same comparison in the layer of terms, per 10,000 base tokens.

# %%
terms = token_frame(reports, segmenter, "term")
key_phrases = pd.concat(
    [
        table[table["log_ratio"] > 0].assign(report=name)
        for name in order
        for table in [compared(terms, name).table]
    ],
    ignore_index=True,
)
glosses = {term.term: term.gloss for term in segmenter.lexicon.terms}
meaning = key_phrases["term"].map(glosses).fillna("")
keep_table(
    key_phrases,
    "keyness-of-terms",
    show=grouped(
        key_phrases,
        key_table(key_phrases).assign(word=key_phrases["term"] + " " + meaning),
    ),
)

# %% [markdown]
# ## One map of all reports
#
# Correspondence analysis places the reports by the words they use. The first dimension usually
# separates the genre; the map is a description of these five and has no sampling distribution.

# %%
counts = count(words, ("report",), without=stop_words, base=tokens)
frequent = counts.of(list(counts.terms[counts.dense().sum(axis=0) >= 10]))
analysis = correspondence(frequent.dense())
names = list(frequent.parts["report"])

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-correspondence", "caption": "Correspondence analysis of reports by words."}, "image": {"alt": "Map of five reports with the words that contribute most to its two dimensions."}}
figure, axes = plt.subplots(figsize=(7.2, 5.8))
weight = analysis.column_contributions[:, :2].max(axis=1)
leading_words = weight.argsort()[::-1][:28]
points = np.vstack([analysis.rows[:, :2], analysis.columns[leading_words, :2]])
axes.set_xlim(points[:, 0].min() - 0.15, points[:, 0].max() + 0.35)
axes.set_ylim(points[:, 1].min() - 0.1, points[:, 1].max() + 0.2)
axes.plot(
    *analysis.columns[leading_words, :2].T, ".", color=figures.MUTED, ms=3, zorder=1
)
written = [(x, y) for x, y in analysis.rows[:, :2]]
labelled = 0
for index in leading_words:
    x, y = analysis.columns[index, :2]
    # A word that would be written over another, or over a report, keeps its point alone.
    if all(abs(x - u) > 0.34 or abs(y - v) > 0.15 for u, v in written):
        written.append((x, y))
        labelled += 1
        word = frequent.terms[index]
        axes.annotate(
            f"{word}\n{english(word)}",
            (x, y),
            (0, 3),
            textcoords="offset points",
            fontsize=8,
            color=figures.MUTED,
            ha="center",
            va="bottom",
            linespacing=1,
        )
quality = pd.Series(analysis.row_quality[:, :2].sum(axis=1), index=names)
for index, name in enumerate(names):
    x, y = analysis.rows[index, :2]
    axes.plot(x, y, "s", color=colours[name], ms=7)
    axes.plot(
        [], [], "s", color=colours[name], label=f"{SHORT[name]}: {quality[name]:.2f}"
    )
axes.axhline(0, color=figures.GRID)
axes.axvline(0, color=figures.GRID)
axes.set_xlabel(f"{label('dimension')} 1 ({analysis.share[0]:.0%})")
axes.set_ylabel(f"{label('dimension')} 2 ({analysis.share[1]:.0%})")
figure.legend(
    title=label("map_quality"),
    loc="outside lower center",
    ncols=3,
    fontsize="small",
    title_fontsize="small",
)
keep_figure(figure, "correspondence")

# %% [markdown]
# ## Terms weighted by rarity
#
# tf–idf is often used for this question. With five reports an unsmoothed idf takes at most five
# values and is zero for every word that all reports have, so it can only speak of words that some
# report lacks; it comes without an interval. It is shown for comparison and nothing rests on it.

# %%
weighted = pd.DataFrame(
    tf_idf(counts.dense(), sizes=counts.sizes),
    index=counts.parts["report"],
    columns=counts.terms,
)
by_weight = pd.DataFrame(
    {
        SHORT[name]: [
            f"{glossed(term)} {value:.4f}"
            for term, value in weighted.loc[name].nlargest(6).items()
        ]
        for name in order
    }
)
keep_table(
    weighted.rename_axis("report")
    .reset_index()
    .melt("report", var_name="term", value_name="tf_idf")
    .query("tf_idf > 0"),
    "tf-idf",
    show=by_weight,
)

# %% [markdown]
# ## Numbers for the chapters

# %%
law = more[more["report"].isin(RULE_OF_LAW)]
matter_of = {
    name: named(matters.loc[matters["report"] == name, "term"])
    for name in RULE_OF_LAW
}
weakest = law.loc[law["boot_low"].idxmin()]
lost = more[~more["unshared"]]
keep(
    min_count=MIN_COUNT,
    n_tested=found[RULE_OF_LAW[0]].tested,
    n_tested_genre=found[genre[0]].tested if genre else 0,
    n_key=len(more),
    n_key_law=len(law),
    n_key_genre=len(more) - len(law),
    n_less_genre=int((other["side"] == "less").sum()),
    less_of_genre=named(other.loc[other["side"] == "less", "term"]),
    n_key_names=int(is_name[law.index].sum()),
    key_names=named(law.loc[is_name[law.index], "term"]),
    only_names=listed(SHORT[n] for n in RULE_OF_LAW if not matter_of[n]) or "none",
    key_matters="; ".join(f"{SHORT[n]} has {m}" for n, m in matter_of.items() if m),
    weakest=named([weakest["term"]]),
    weakest_report=SHORT[weakest["report"]],
    weakest_count=int(weakest["count"]),
    weakest_together=int(
        words.loc[
            (words["report"] == weakest["report"])
            & (words["token"] == weakest["term"]),
            "paragraph",
        ]
        .value_counts()
        .max()
    ),
    weakest_low=float(weakest["boot_low"]),
    n_key_survive=int(more["unshared"].sum()),
    key_lost=named(lost["term"]) or "none",
    n_shared_words=shared_words,
    n_words=len(words),
    share_shared_words=shared_words / len(words),
    n_key_phrases=len(key_phrases),
    key_phrases="; ".join(
        f"{SHORT[name]} has "
        + ", ".join(f"{row.term} ({glosses[row.term]})" for row in rows.itertuples())
        for name, rows in key_phrases.groupby("report", sort=False)
    )
    or "none",
    inertia_first=float(analysis.share[0]),
    inertia_second=float(analysis.share[1]),
    map_least=SHORT[quality.idxmin()],
    map_least_quality=float(quality.min()),
    map_best=SHORT[quality.idxmax()],
    map_best_quality=float(quality.max()),
    n_map_words=len(leading_words),
    n_map_unlabelled=len(leading_words) - labelled,
)

# %% [markdown]
# ## What this does not show
#
# A key word marks a difference between texts. Year, place and level differ together here, so no
# key word can be put down to any one of them.
