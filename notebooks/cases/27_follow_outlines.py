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
# # Which Outline does each of the four law-based government reports follow?
#
# Report by report, in the order of its headings; and whether Suxitong Park, which is about a year of
# the Outline of 2021, words its headings after that of 2015.

# %% tags=["hide-input"]
from support import analyse, in_words, keep, say, table_of

from govreports.codebook.outlines import load_outlines
from govreports.coverage import order
from govreports.coverage.outline_parts import load_parts

# %%
analysis = analyse()
reports = {name: analysis.reports[name] for name in analysis.of_genre("rule-of-law")}
outlines, parts = load_outlines(), load_parts()
named = order.headings_by_part(reports, outlines, parts)
followed = order.order_followed(reports, named, outlines, parts, analysis.codebook)
of = followed.set_index(["report", "outline"])
weihai, nantong, lianyungang = (
    of.loc[(name, "outline-2015")]
    for name in ("weihai-2017", "nantong-2019", "lianyungang-2020")
)
earlier, suxitong = (of.loc[("suxitong-2022", outline)] for outline in outlines)
table_of(followed.replace({"report": analysis.labels}))

# %% [markdown]
# ## The wording of Suxitong Park's headings
#
# How like each heading is to the title of the part it names in either Outline, where it names one
# in both.

# %%
wording = named[named["report"] == "suxitong-2022"].pivot(
    index="section", columns="outline", values="likeness"
)
wording = wording.dropna()
older, newer = wording["outline-2015"], wording["outline-2021"]
titles = order.titles_repeated(reports, analysis.codebook)
own = titles[
    (titles["report"] == "suxitong-2022") & (titles["outline"] == "outline-2021")
]
together = own["unit"].str.partition(".")[0].value_counts()
say(
    f"Of {len(wording)} such headings {int((older > newer).sum())} are worded more like the "
    "Outline of 2015."
)

# %% [markdown]
# ## Numbers for the chapters

# %%
keep(
    weihai_in_order=in_words(weihai["in_order"]),
    weihai_parts=in_words(weihai["parts_named"]),
    weihai_titles=in_words(weihai["titles"]),
    nantong_in_order=in_words(nantong["in_order"]),
    nantong_parts=in_words(nantong["parts_named"]),
    lianyungang_in_order=in_words(lianyungang["in_order"]),
    lianyungang_parts=in_words(lianyungang["parts_named"]),
    suxitong_in_order=in_words(suxitong["in_order"]),
    suxitong_parts=in_words(suxitong["parts_named"]),
    suxitong_without_2015=in_words(earlier["without_part"]),
    suxitong_titles_together=in_words(together.max()),
    n_worded=in_words(len(wording)),
    n_worded_earlier=in_words(int((older > newer).sum())),
)

# %% [markdown]
# ## What this does not show
#
# A report may follow a template from above that follows an Outline; the text does not say which.
