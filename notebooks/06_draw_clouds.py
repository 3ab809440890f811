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
# # What do word clouds show, and what not?
#
# A cloud shows at a glance which words weigh most. It cannot show rank, interval or context, and
# long words look larger than they are. Each cloud here stands beside a ranked chart of the same
# numbers. Area is proportional to frequency, colour says which report, theme or genre a word
# belongs to, and the layout is fixed by its seed.

# %%
from collections import Counter
from itertools import pairwise
from math import dist

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.patches import Patch
from support import (
    RULE_OF_LAW,
    SHORT,
    english,
    glossed,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    load,
    named,
)

from govreports import figures
from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.words.clouds import (
    PANEL,
    WIDTH,
    Panel,
    cloud,
    commonality_weights,
    comparison_weights,
    draw,
    draw_panels,
    layout,
)
from govreports.words.frequency import by_report, frequency
from govreports.words.keyness import keyness
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter
from govreports.words.stopwords import load_stopwords

corpus = load()
order = [name for name in SHORT if name in corpus.reports]
reports = {name: corpus.reports[name] for name in order}
tokens = token_frame(reports, Segmenter())
stop_words = {entry.word for entry in load_stopwords()}
# What is left out of the clouds stays in the base of every rate, as everywhere in the book.
shown = tokens[(tokens["kind"] == "word") & (tokens["token"].str.len() > 1)]
rates = by_report(shown, without=stop_words, base=tokens)
colours = figures.report_colours(order)
legend = {SHORT[name]: colours[name] for name in order}

# %% [markdown]
# ## All reports together
#
# Colour: the report that uses the word at the highest rate.

# %%
whole = frequency(shown, without=stop_words, base=tokens)
weights = dict(
    zip(whole["term"].head(120), whole["count"].head(120).astype(float), strict=True)
)
owner = rates.idxmax(axis=1).map(SHORT).to_dict()

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-all", "caption": "All reports, coloured by the report of highest rate."}, "image": {"alt": "Word cloud of all reports."}}
figure = cloud(weights, groups=owner, legend=legend)
keep_figure(figure, "cloud-all")

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-ranks-all", "caption": "The same numbers, ranked."}, "image": {"alt": "Bar chart of the twenty-five most frequent words."}}
top = whole.head(25).iloc[::-1]
figure, axes = plt.subplots(figsize=(7.2, 5))
axes.barh(
    top["term"].map(glossed),
    top["count"],
    color=[legend[owner[term]] for term in top["term"]],
)
axes.set_xlabel(label("frequency"))
keep_figure(figure, "cloud-all-ranks")

# %% [markdown]
# ## What sets a report apart, and what all have in common
#
# A comparison cloud sizes a word by how far its rate in one report exceeds the mean of all; a
# commonality cloud by its lowest rate in any.

# %%
DRAWN = 100  # words in each of the two clouds
compared, belongs = comparison_weights(rates[RULE_OF_LAW])
common = commonality_weights(rates[RULE_OF_LAW])

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-comparison", "caption": "Comparison cloud of the rule-of-law reports."}, "image": {"alt": "Word cloud of what sets each rule-of-law report apart."}}
figure = cloud(
    compared,
    groups={w: SHORT[r] for w, r in belongs.items()},
    legend=legend,
    max_words=DRAWN,
)
keep_figure(figure, "cloud-comparison")

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-commonality", "caption": "Commonality cloud of the rule-of-law reports."}, "image": {"alt": "Word cloud of what all rule-of-law reports have in common."}}
figure = cloud(common, max_words=DRAWN)
keep_figure(figure, "cloud-commonality")

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-ranks-apart-common", "caption": "The same numbers, ranked."}, "image": {"alt": "Two bar charts of twenty-five words each: what sets a report apart, coloured by report, and what all have in common."}}
figure, panels = plt.subplots(1, 2, figsize=(7.2, 5.6))
for axes, sizes, title in zip(
    panels, (compared, common), ("sets_apart", "in_common"), strict=True
):
    own = pd.Series(sizes).sort_values(ascending=False, kind="stable").head(25)
    # Outlines where no report owns a word: no fill that could be taken for one's colour.
    axes.barh(
        own.index.map(glossed)[::-1],
        own[::-1],
        color=[
            colours[belongs[word]] if sizes is compared else figures.CARD
            for word in own.index[::-1]
        ],
        edgecolor="none" if sizes is compared else figures.INK,
    )
    axes.set_title(label(title), fontsize=9)
    axes.set_xlabel(label("per_10k"), fontsize=8)
    axes.tick_params(labelsize=8)
owners = [SHORT[name] for name in RULE_OF_LAW if name in set(belongs.values())]
figure.legend(
    handles=[Patch(color=legend[name], label=name) for name in owners],
    loc="outside lower center",
    ncols=len(owners),
    fontsize="small",
)
keep_figure(figure, "cloud-apart-common-ranks")

# %% [markdown]
# ## One cloud for each report
#
# Size: the rate of a word in the report. The ranks below are those of the same numbers.

# %%
for name in order:
    own = rates[name].sort_values(ascending=False).head(50)
    figure = draw(layout(own.to_dict()), dict.fromkeys(own.index, colours[name]), {})
    keep_figure(figure, f"cloud-{name}")
    plt.close(figure)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-ranks-reports", "caption": "The twelve most frequent words of each report."}, "image": {"alt": "Five bar charts, the twelve most frequent words of each report."}}
figure, panels = plt.subplots(-(-len(order) // 2), 2, figsize=(7.2, 6.2))
for axes in panels.flat[len(order) :]:
    axes.set_visible(False)
for axes, name in zip(panels.flat, order, strict=False):
    own = rates[name].sort_values(ascending=False).head(12)[::-1]
    axes.barh(own.index.map(glossed), own, color=colours[name])
    axes.set_title(SHORT[name], fontsize=9)
    axes.tick_params(labelsize=8)
figure.supxlabel(label("per_10k"), fontsize=8)
keep_figure(figure, "cloud-ranks-by-report")

# %% [markdown]
# The ten most frequent words of each report, with their rates per 10,000 tokens.

# %%
by_rank = pd.DataFrame(
    {
        SHORT[name]: [
            f"{glossed(word)} {rate:.0f}"
            for word, rate in rates[name]
            .sort_values(ascending=False)
            .head(10)
            .items()
        ]
        for name in order
    }
)
keep_table(rates.reset_index(), "word-rates", show=by_rank)

# %% [markdown]
# And the words that size the comparison and the commonality cloud most.

# %%
ranked_apart = sorted(compared, key=lambda word: (-compared[word], word))
ranked_common = sorted(common, key=lambda word: (-common[word], word))
apart_table = pd.DataFrame(
    zip(
        ranked_apart[:DRAWN],
        [SHORT[belongs[word]] for word in ranked_apart[:DRAWN]],
        [compared[word] for word in ranked_apart[:DRAWN]],
        ranked_common[:DRAWN],
        [common[word] for word in ranked_common[:DRAWN]],
        strict=True,
    ),
    columns=[
        "sets apart",
        "report",
        "above the mean by",
        "in common",
        "lowest rate",
    ],
)
keep_table(
    apart_table,
    "cloud-apart-common",
    show=apart_table.head(12).assign(
        **{
            name: apart_table[name].map(glossed)
            for name in ("sets apart", "in common")
        }
    ),
)

# %% [markdown]
# ## Do the words in common belong to the genre?
#
# Words that the rule-of-law reports share may be those of the genre, or those of any account of
# administration. The report of another genre tells the two apart.

# %%
MOST_COMMON = 20
other_genre = [name for name in order if name not in RULE_OF_LAW]
elsewhere = rates.loc[
    sorted(common, key=lambda word: -common[word])[:MOST_COMMON], other_genre
].max(axis=1)
lowest = pd.Series(common).loc[elsewhere.index]

# %% [markdown]
# ## By theme
#
# One cloud for each of the larger themes. A word is as large as its rate in the sentences of the
# theme exceeds its rate in those of all others; only words that are key to the theme are shown,
# by the log-likelihood test with Holm's correction. The coding is by rules that look for wordings,
# so that many of these words had to come out: a word is set in ink where more than half of its
# occurrences in the theme lie in a wording that a rule of the theme found, and in colour where it
# stands in the theme without having brought the sentence there.

# %%
LEAST_SENTENCES = 30
THEME_WORDS = 12
SIGNIFICANT = 0.05

codebook = load_codebook()
codings = {
    (name, coding.sentence.id): coding
    for name, report in reports.items()
    for coding in Coder(codebook).code(report)
}
sentences_of = Counter(coding.primary for coding in codings.values())
themes = [
    code
    for code in codebook.of_kind("theme")
    if code.id != "T0" and sentences_of[code.id] >= LEAST_SENTENCES
]


def in_themes(frame: pd.DataFrame) -> pd.DataFrame:
    """The tokens in coded sentences, with the primary theme of the sentence as their part."""
    coded = [
        codings.get(place)
        for place in zip(frame["report"], frame["sentence"], strict=True)
    ]
    cued = [
        coding is not None
        and any(
            found.code == coding.primary
            and not found.rule.startswith("context.")
            and found.start < end
            and start < found.end
            for found in coding.evidence
        )
        for coding, start, end in zip(
            coded, frame["start"], frame["end"], strict=True
        )
    ]
    return frame.assign(
        report=[coding.primary if coding else None for coding in coded], cued=cued
    ).dropna(subset="report")


themed, themed_base = in_themes(shown), in_themes(tokens)
by_theme = themed.groupby(["token", "report"]).size().unstack(fill_value=0)
by_theme_share = by_theme.max(axis=1) / by_theme.sum(axis=1)
at_home = set(by_theme_share.index[by_theme_share > 0.5])

# %%
parts = []
for theme in themes:
    key = keyness(themed, [theme.id], without=stop_words, base=themed_base)
    cues = themed[themed["report"] == theme.id].groupby("token")["cued"].mean()
    parts.append(
        key[(key["log_ratio"] > 0) & (key["p_holm"] < SIGNIFICANT)]
        .assign(theme=theme.id, excess=lambda k: k["per_10k"] - k["ref_per_10k"])
        .assign(cued=lambda k, cues=cues: k["term"].map(cues))
        .sort_values(["excess", "term"], ascending=[False, True])
    )
theme_words = pd.concat(parts, ignore_index=True)
columns = "theme term count per_10k ref_per_10k excess log_ratio g2 p_holm cued"
theme_words = theme_words[columns.split()]
largest = theme_words.groupby("theme", sort=False).head(THEME_WORDS)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-themes", "caption": "The words that are key to each of the larger themes."}, "image": {"alt": "Eight small word clouds, one for each theme; the largest words of each are those of the table after it."}}
FOUND, BESIDE = figures.INK, figures.CATEGORIES[1]
panels = []
for theme in themes:
    own = largest[largest["theme"] == theme.id].set_index("term")
    panels.append(
        Panel(
            f"{theme.id} {theme.en} {theme.zh}",
            layout(own["excess"].to_dict(), canvas=PANEL),
            {
                word: FOUND if share > 0.5 else BESIDE
                for word, share in own["cued"].items()
            },
        )
    )
figure = draw_panels(panels, {label("rules_find"): FOUND, label("beside"): BESIDE})
keep_figure(figure, "cloud-themes")

# %% [markdown]
# The same numbers: behind each word, by how much its rate in the theme exceeds that elsewhere.

# %%


def listed(rows: pd.DataFrame) -> str:
    """Words with the numbers that size them, largest first."""
    return "; ".join(
        f"{glossed(row.term)} {row.excess:.0f}" for row in rows.itertuples()
    )


keep_table(
    theme_words,
    "theme-words",
    show=pd.DataFrame(
        [
            {
                "theme": f"{theme.id} {theme.en}",
                "sentences": sentences_of[theme.id],
                "words that the rules find": listed(own[own["cued"] > 0.5]),
                "words beside these": listed(own[own["cued"] <= 0.5]),
            }
            for theme in themes
            for own in [largest[largest["theme"] == theme.id]]
        ]
    ),
)

# %% [markdown]
# ## How much the layout matters
#
# The same weights under other seeds: the sizes stay, the neighbourhoods do not.

# %%
centres = [
    {word.text: (word.x, word.y) for word in layout(weights, max_words=60, seed=seed)}
    for seed in (20, 21, 22)
]
both = [
    (one[word], other[word])
    for one, other in pairwise(centres)
    for word in sorted(set(one) & set(other))
]
moved = pd.Series([dist(*places) / WIDTH for places in both])

# %% [markdown]
# ## How much the stop words matter
#
# The words of a cloud are those that a list leaves. Here are the heaviest words under no list,
# under one of function words only, and under the whole list, which also leaves out words of
# content that any report of the kind can carry. Single characters are left out of all clouds; in
# the last row they are let in.

# %%
HEAVIEST = 50
# The reasons of these stop words lie in what reports of the kind say, not in grammar.
OF_CONTENT = {
    "formula that any report of the kind can carry",
    "level of administration that the report speaks from",
    "verb without content of its own",
}
entries = load_stopwords()
lists = {
    "the whole list": (shown, stop_words),
    "function words only": (
        shown,
        {entry.word for entry in entries if entry.reason not in OF_CONTENT},
    ),
    "no list": (shown, set()),
    "no list, single characters too": (tokens[tokens["kind"] == "word"], set()),
}
heaviest = {
    name: frequency(frame, without=left_out, base=tokens)["term"]
    .head(HEAVIEST)
    .tolist()
    for name, (frame, left_out) in lists.items()
}
drawn = set(heaviest["the whole list"])
meaning = {entry.word: entry.gloss for entry in entries}
listed_words = pd.DataFrame(
    [
        {
            "stop words": name,
            "listed": len(lists[name][1]),
            "in common": len(drawn.intersection(words)),
            "further": "; ".join(word for word in words if word not in drawn),
        }
        for name, words in heaviest.items()
    ]
)
keep_table(
    listed_words,
    "cloud-stop-words",
    show=pd.DataFrame(
        {
            "list": listed_words["stop words"],
            "words on it": listed_words["listed"],
            f"of its {HEAVIEST} heaviest, in common": listed_words["in common"],
            "its heaviest others": [
                ", ".join(
                    f"{word} ({meaning.get(word) or english(word)})"
                    for word in [w for w in words if w not in drawn][:6]
                )
                for words in heaviest.values()
            ],
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
ranked = pd.DataFrame({"word": list(weights), "count": list(weights.values())})
keep_table(
    ranked,
    "cloud-weights",
    show=ranked.head(10)
    .assign(word=ranked["word"].map(glossed))
    .astype({"count": int}),
)
keep(
    cloud_words=len(weights),
    common_top=named(sorted(common, key=lambda w: -common[w])[:8]),
    n_common=len(common),
    n_most_common=MOST_COMMON,
    n_common_elsewhere=int((elsewhere > 0).sum()),
    n_common_as_often=int((elsewhere >= lowest).sum()),
    common_lacking=named(elsewhere.index[elsewhere == 0]) or "none",
    n_themes_drawn=in_words(len(themes)),
    least_sentences=LEAST_SENTENCES,
    n_theme_words=len(theme_words),
    n_theme_words_drawn=len(largest),
    share_found_by_rules=float((largest["cued"] > 0.5).mean()),
    themed_share=sum(word in at_home for word in weights) / len(weights),
    n_heaviest=HEAVIEST,
    n_kept_function_words=int(listed_words["in common"][1]),
    n_kept_no_list=int(listed_words["in common"][2]),
    n_kept_characters=int(listed_words["in common"][3]),
    median_move=float(moved.median()),
)

# %% [markdown]
# ## What this does not show
#
# Position in a cloud means nothing; nearness means nothing. Colours by theme rest on the rule
# coding and share its errors.
