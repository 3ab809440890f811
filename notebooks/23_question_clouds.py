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
# # What does a cloud of all words hide?
#
# What the themes are about, which words its list leaves out, and that places in it mean nothing.
# All reports of the corpus are read together, of whatever genre.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    english,
    glossed,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    say,
    told,
)

from govreports import figures
from govreports.words.clouds import PANEL, Panel, displacement, draw_panels, layout
from govreports.words.stopwords import OF_CONTENT, load_stopwords, stop_words
from govreports.words.theme_words import by_theme, theme_words

analysis = analyse()
tokens, terms = analysis.tokens, analysis.terms
words = terms[terms["kind"] == "word"]
several = words[words["term"].str.len() > 1]
whole = several[several["stop"] == ""]
shown = tokens[tokens["token"].isin(several["term"])]

# %% [markdown]
# ## Words of themes
#
# One cloud for each of the larger themes. A word is as large as its rate in the sentences of the
# theme exceeds its rate in those of all others; only words that are key to the theme are shown, by
# the log-likelihood test with Holm's correction. The coding is by rules that look for wordings, so
# that many of these words had to come out: a word is set in ink where more than half of its
# occurrences in the theme lie in a wording that a rule of the theme found, and in colour where it
# stands in the theme without having brought the sentence there.

# %%
LEAST_SENTENCES, THEME_WORDS = 30, 12
sentences_of = analysis.codings["primary"].value_counts()
themes = [
    code
    for code in analysis.codebook.of_kind("theme")
    if code.id != "T0" and sentences_of.get(code.id, 0) >= LEAST_SENTENCES
]
themed, base = (by_theme(frame, analysis.coded) for frame in (shown, tokens))
ids = [theme.id for theme in themes]
found = theme_words(themed, ids, base=base, without=stop_words(), alpha=0.05)
largest = found.groupby("theme", sort=False).head(THEME_WORDS)
own_words = {i: largest[largest["theme"] == i] for i in ids}

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-cloud-themes", "caption": "The words that are key to each of the larger themes."}, "image": {"alt": "Small word clouds, one for each of the larger themes; the largest words of each are those of the table after it."}}
FOUND, BESIDE = figures.INK, figures.CATEGORIES[1]
panels = [
    Panel(
        f"{theme.id} {theme.en} {theme.zh}",
        layout(own["excess"].to_dict(), canvas=PANEL),
        {
            word: FOUND if share > 0.5 else BESIDE
            for word, share in own["cued"].items()
        },
        told(own["excess"], "excess"),
    )
    for theme in themes
    for own in [own_words[theme.id].set_index("term")]
    if len(own)
]
if panels:
    figure = draw_panels(
        panels, {label("rules_find"): FOUND, label("beside"): BESIDE}
    )
    keep_figure(figure, "cloud-themes")

# %% [markdown]
# The same numbers: behind each word, by how much its rate in the theme exceeds that elsewhere.


# %%
def with_sizes(rows: pd.DataFrame) -> str:
    """Words with the numbers that size them, largest first."""
    sizes = zip(rows["term"], rows["excess"], strict=True)
    return "; ".join(f"{glossed(term)} {excess:.0f}" for term, excess in sizes)


COLUMNS = ["theme", "sentences", "words that the rules find", "words beside these"]
rows = [
    (
        *(f"{theme.id} {theme.en}", int(sentences_of[theme.id])),
        *(with_sizes(own[own["cued"] > 0.5]), with_sizes(own[own["cued"] <= 0.5])),
    )
    for theme in themes
    for own in [own_words[theme.id]]
]
keep_table(found, "theme-words", show=pd.DataFrame(rows, columns=COLUMNS))

# %% [markdown]
# How many of the heaviest words of all reports stand in sentences of one theme for more than half
# of their occurrences: what a cloud of all words mixes.

# %%
heaviest = whole.head(120)
at_themes = themed.groupby(["token", "report"]).size().unstack(fill_value=0)
most = at_themes.max(axis=1) / at_themes.sum(axis=1)
at_home = set(most.index[most > 0.5])

# %% [markdown]
# ## How much the stop words matter
#
# The words of a cloud are those that a list leaves. Here are the heaviest words under no list,
# under one of function words only, and under the whole list, which also leaves out words of
# content that any report of the kind can carry. Single characters are left out of all clouds; in
# the last row they are let in.

# %%
HEAVIEST = 50
entries = load_stopwords()
grammatical = [entry for entry in entries if entry.reason not in OF_CONTENT]
kept = several["stop"].isin(["", *OF_CONTENT])
lists = {
    "the whole list": (whole, len(entries)),
    "function words only": (several[kept], len(grammatical)),
    "no list": (several, 0),
    "no list, single characters too": (words, 0),
}
under = {name: t["term"].head(HEAVIEST).tolist() for name, (t, _) in lists.items()}
drawn = set(under["the whole list"])
further = {
    name: [w for w in found if w not in drawn] for name, found in under.items()
}
listed_words = pd.DataFrame(
    {
        "stop words": list(lists),
        "listed": [number for _, number in lists.values()],
        "in common": [len(drawn.intersection(found)) for found in under.values()],
        "further": ["; ".join(found) for found in further.values()],
    }
)

# %%
gloss = {entry.word: entry.gloss for entry in entries}


def with_gloss(word: str) -> str:
    """A word with its meaning in brackets, where there is one."""
    meaning = gloss.get(word) or english(word)
    return f"{word} ({meaning})" if meaning else word


keep_table(
    listed_words,
    "cloud-stop-words",
    show=pd.DataFrame(
        {
            "list": listed_words["stop words"],
            "words on it": listed_words["listed"],
            f"of its {HEAVIEST} heaviest, in common": listed_words["in common"],
            "its heaviest others": [
                ", ".join(map(with_gloss, found[:6])) for found in further.values()
            ],
        }
    ),
)

# %% [markdown]
# ## How much the layout matters
#
# The same weights under other seeds: the sizes stay, the neighbourhoods do not. How far a word
# moves, as a share of the cloud's width.

# %%
weights = dict(zip(heaviest["term"], heaviest["count"].astype(float), strict=True))
moved = displacement(weights, seeds=(20, 21, 22), max_words=60)

# %% [markdown]
# ## Numbers for the chapters

# %%
keep(
    n_themes_drawn=in_words(len(themes)),
    least_sentences=LEAST_SENTENCES,
    share_found_by_rules=float((largest["cued"] > 0.5).mean()),
    themed_share=float(heaviest["term"].isin(list(at_home)).mean()),
    n_heaviest=HEAVIEST,
    n_kept_function_words=int(listed_words["in common"][1]),
    n_kept_no_list=int(listed_words["in common"][2]),
    n_kept_characters=int(listed_words["in common"][3]),
    median_move=moved,
)

# %% tags=["hide-input"]
say(
    f"{len(ids)} themes have {LEAST_SENTENCES} sentences or more ({', '.join(ids)}), and "
    f"{len(found)} words are key to one of them. Of the {len(largest)} largest, "
    f"{(largest['cued'] > 0.5).mean():.0%} mostly stand in a wording that a rule of the theme found."
    if len(largest)
    else f"No theme has {LEAST_SENTENCES} sentences and words that are key to it."
)

# %% [markdown]
# ## What this does not show
#
# Colours by theme rest on the rule coding and share its errors. What words mean where they stand
# no cloud can show.
