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
# # Which reports are near each other by their words?
#
# One map of all reports, whatever their genre, and the words that few of them share.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from support import (
    analyse,
    english,
    glossed,
    keep,
    keep_figure,
    keep_table,
    label,
    say,
)

from govreports import figures
from govreports.stats.correspondence import plane
from govreports.stats.counts import count
from govreports.stats.groups import grouped, groups, longest
from govreports.stats.tfidf import tf_idf
from govreports.words.stopwords import stop_words

analysis = analyse()
tokens, names = analysis.tokens, analysis.labels
words = tokens[tokens["kind"] == "word"]

# %% [markdown]
# ## A map
#
# Correspondence analysis places the reports by the words they use ten times or more together; the
# words that contribute most to the map are on it. The first dimension often separates genres. The
# map is a description of these reports and has no sampling distribution. Where there are more
# reports than a figure can show one by one, they stand together by genre and year.

# %%
shown_as = groups(analysis.register, by="label")
together = grouped(tokens, shown_as)
counts = count(
    together[together["kind"] == "word"], without=stop_words(), base=together
)
found = plane(counts, min_count=10)


def apart(points: np.ndarray, taken: np.ndarray) -> list[int]:
    """The points that a label fits at, over no other label and no place that is taken."""
    written, fitting = [tuple(place) for place in taken], []
    for index, (x, y) in enumerate(points):
        if all(abs(x - u) > 0.34 or abs(y - v) > 0.15 for u, v in written):
            written.append((x, y))
            fitting.append(index)
    return fitting


# %%
NUMBER = 28  # words on the map
place_of = np.empty((0, 2))
quality = pd.Series(dtype=float)
mapped, labelled = [], []
if found:
    at = found.analysis
    weight = at.column_contributions[:, :2].max(axis=1)
    heaviest = weight.argsort()[::-1][:NUMBER]
    mapped = [found.terms[index] for index in heaviest]
    place_of, reports_at = at.columns[heaviest, :2], at.rows[:, :2]
    labelled = apart(place_of, reports_at)
    quality = pd.Series(at.row_quality[:, :2].sum(axis=1), index=found.reports)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-correspondence", "caption": "Correspondence analysis of reports by words."}, "image": {"alt": "Map of the reports with the words that contribute most to its two dimensions."}}
if found:
    figure, axes = plt.subplots(figsize=(7.2, 5.8))
    points = np.vstack([reports_at, place_of])
    axes.set_xlim(points[:, 0].min() - 0.15, points[:, 0].max() + 0.35)
    axes.set_ylim(points[:, 1].min() - 0.1, points[:, 1].max() + 0.2)
    axes.plot(*place_of.T, ".", color=figures.MUTED, ms=3, zorder=1)
    style = {"fontsize": 8, "color": figures.MUTED, "ha": "center", "va": "bottom"}
    for index in labelled:
        axes.annotate(
            f"{mapped[index]}\n{english(mapped[index])}",
            place_of[index],
            (0, 3),
            textcoords="offset points",
            linespacing=1,
            **style,
        )
    shapes = "sD^"  # beyond the colours that can be told apart
    for index, name in enumerate(found.reports):
        step, turn = divmod(index, len(figures.CATEGORIES))
        look = {"color": figures.CATEGORIES[turn], "marker": shapes[step], "ls": ""}
        axes.plot(*reports_at[index], ms=7, **look)
        axes.plot([], [], label=f"{name}: {quality[name]:.2f}", **look)
    axes.axhline(0, color=figures.GRID)
    axes.axvline(0, color=figures.GRID)
    axes.set_xlabel(f"{label('dimension')} 1 ({at.share[0]:.0%})")
    axes.set_ylabel(f"{label('dimension')} 2 ({at.share[1]:.0%})")
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
# tf–idf is often used for this question. An unsmoothed idf takes no more values than there are
# reports and is zero for every word that all of them have, so it can only speak of words that
# some report lacks; it comes without an interval. It is shown for comparison and nothing rests
# on it. Of more than twelve reports the twelve longest are shown; the data have all.

# %%
by_report = count(words, without=stop_words(), base=tokens)
weighted = pd.DataFrame(
    tf_idf(by_report.dense(), sizes=by_report.sizes),
    index=by_report.parts["report"],
    columns=by_report.terms,
)
by_weight = pd.DataFrame(
    {
        names[name]: pd.Series(
            [
                f"{glossed(term)} {value:.4f}"
                for term, value in weighted.loc[name].nlargest(6).items()
                if value > 0
            ],
            dtype=object,
        )
        for name in longest(analysis.register)
    }
).fillna("")
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
inertia = (
    [float(share) for share in found.analysis.share[:2]] if found else [0.0, 0.0]
)
ranked = quality.sort_values(kind="stable")
keep(
    inertia_first=inertia[0],
    inertia_second=inertia[1],
    map_least=ranked.index[0] if found else "none",
    map_least_quality=float(quality.min()),
    map_best=ranked.index[-1] if found else "none",
    map_best_quality=float(quality.max()),
    n_map_words=len(mapped),
    n_map_unlabelled=len(mapped) - len(labelled),
)

# %% tags=["hide-input"]
say(
    f"The two dimensions of the map hold {sum(inertia):.0%} of the inertia. It shows best "
    f"{ranked.index[-1]} ({quality.max():.0%} of the squared distance from the average) and "
    f"least {ranked.index[0]} ({quality.min():.0%})."
    if found
    else "A map needs three reports and three words that they use ten times or more in different "
    "measure; there are not as many here."
)

# %% [markdown]
# ## What this does not show
#
# Nearness of wording is not nearness of conduct. Where year, place and level differ together, a
# distance can be put down to no one of them.
