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
# # Whose order do the headings follow?
#
# The headings of each law-based government report beside the parts of the two Outlines and beside the
# contents that the Provisions of 2019 prescribe, and the titles of measures that stand in the
# reports word for word.

# %% tags=["hide-input"]
import pandas as pd
from support import (
    analyse,
    english,
    in_words,
    keep,
    keep_table,
    number_of,
    places,
    say,
)

from govreports.codebook.outlines import load_outlines, load_prescriptions
from govreports.coverage import order
from govreports.coverage.collation import MARKS, titles_known
from govreports.coverage.outline_parts import load_parts, repeated

# %%
analysis = analyse()
labels, codebook, records = analysis.labels, analysis.codebook, analysis.records
reports = {name: analysis.reports[name] for name in analysis.of_genre("rule-of-law")}
years = {name: records[name].reporting_year for name in reports}
outlines, parts = load_outlines(), load_parts()


def places_under(rows: pd.DataFrame) -> list:
    """The first sentence under each heading."""
    keys = zip(rows["report"], rows["section"], strict=True)
    return places(
        rows["report"], [order.first_under(reports[name], at) for name, at in keys]
    )


# %% [markdown]
# ## The parts that headings name
#
# A heading names a part of an Outline where a key word of that part stands in it. Where it names
# none, the headings under it are asked. Shortcomings and outlook are left out.

# %%
named = order.headings_by_part(reports, outlines, parts)
beside = order.beside_outlines(named, outlines, years)
keep_table(
    named,
    "headings-parts",
    show=pd.DataFrame(
        {
            "report": beside["report"].map(labels),
            "heading": beside["heading"],
            "in English": beside["title"].map(english),
            "part of the Outline in force": beside["in_force"],
            **{f"part, {name[-4:]}": beside[name] for name in outlines},
            "place": places_under(beside),
        }
    ),
)

# %% [markdown]
# ## In whose order
#
# How many of the parts named stand in the order of the Outline (the longest such choice), which
# parts no heading names, how many titles of its measures stand in the report word for word, and
# whether the report names the Outline itself.

# %%
followed = order.order_followed(reports, named, outlines, parts, codebook)
keep_table(
    followed,
    "outline-order",
    show=pd.DataFrame(
        {
            "report": followed["report"].map(labels),
            "Outline": followed["outline"].str.removeprefix("outline-"),
            "names it": followed["names_it"].map(
                {"yes": "yes", "plans": "plans for it", "no": "no"}
            ),
            "headings": followed["headings"],
            "without a part": followed["without_part"],
            "parts named": followed["parts_named"],
            "of these in order": followed["in_order"],
            "parts that none names": followed["not_named"],
            "titles word for word (†)": followed["titles"],
        }
    ),
)

# %%
for outline in outlines.values():
    own = followed[followed["outline"] == outline.id].set_index("report")
    own = own.loc[[n for n in own.index if outline.standing(years[n]) == "in force"]]
    if len(own):
        say(
            f"{outline.en}: headings of {number_of(len(own), 'report')} on its years name "
            f"{number_of(own['parts_named'].sum(), 'part')}, {own['in_order'].sum()} of them in "
            f"its order; it is named in {number_of((own['names_it'] == 'yes').sum(), 'report')}."
        )
if not reports:
    say("This corpus has no law-based government report: no heading is compared.")

# %% [markdown]
# The titles of the Outline of 2021 that stand word for word. Short ones are ordinary phrases.
# † marks a title that is recalled and was not found in print.

# %%
titles = order.titles_repeated(reports, codebook)
newer = titles[titles["outline"] == "outline-2021"]
known = titles_known(outlines, codebook)
meaning = {code.id: code.en for code in codebook.of_kind("measure")}
keep_table(
    titles,
    "titles-repeated",
    show=pd.DataFrame(
        {
            "title": newer["zh"] + newer["id"].map(known).map(MARKS),
            "measure": newer["id"].map(meaning),
            "report": newer["report"].map(labels),
            "place": places(newer["report"], newer["unit"]),
        }
    ),
)

# %% [markdown]
# ## The contents prescribed in 2019
#
# Reports issued under the Provisions: the content that each outermost heading is about. A report
# without a date of issue is taken to be of the January after its year. Only reports are shown
# whose headings are each about another content.

# %%
prescriptions = {one.id: one for one in load_prescriptions()}
provisions = prescriptions["inspection-provisions-2019"]
under_them = order.issued_under(records.values(), provisions)
contents = order.headings_by_content({n: reports[n] for n in under_them}, provisions)
parted = order.divided_by_content(contents)
by_content = contents[contents["report"].isin(parted)]
keep_table(
    contents,
    "headings-contents",
    show=pd.DataFrame(
        {
            "heading": by_content["marker"] + by_content["title"],
            "in English": by_content["title"].map(english),
            "content prescribed": by_content["zh"] + " " + by_content["en"],
            "place": places_under(by_content),
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
of_2021 = followed[followed["outline"] == "outline-2021"]
naming = [n for n in under_them if len(repeated(reports[n], {"": provisions.zh}))]
keep(
    n_name_2021=in_words(int((of_2021["names_it"] == "yes").sum())),
    n_name_provisions=in_words(len(naming)),
    n_under_provisions=in_words(len(under_them)),
    parted="; ".join(labels[name] for name in parted),
    n_parted_contents=in_words(len(by_content)),
)

# %% [markdown]
# ## What this does not show
#
# A report may follow a template from above that follows an Outline; the text does not say which.
# What a heading names is decided by a few key words, and what stands under it is another matter.
