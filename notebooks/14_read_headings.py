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
# The headings of each rule-of-law report beside the parts of the two Outlines and beside the
# contents that the Provisions of 2019 prescribe, and the titles of measures that stand in the
# reports word for word.

# %%
from datetime import date

import pandas as pd
from support import (
    RULE_OF_LAW,
    SHORT,
    Place,
    english,
    in_words,
    keep,
    keep_table,
    load,
)

from govreports.coding.codebook import load_codebook
from govreports.coding.outlines import load_outlines, load_prescriptions
from govreports.coding.parts import (
    headed_contents,
    in_order,
    load_parts,
    named_parts,
    repeated,
)

corpus = load()
reports = {name: corpus.reports[name] for name in RULE_OF_LAW}
records = {record.id: record for record in corpus.records}
codebook = load_codebook()
outlines = load_outlines()


def place(report: str, section: str) -> Place:
    """The first sentence under a heading."""
    return next(
        Place(report, s.id)
        for s in reports[report].sentences
        if s.section == section or s.section.startswith(f"{section}.")
    )


# %% [markdown]
# ## The parts that headings name
#
# A heading names a part of an Outline where a key word of that part stands in it. Where it names
# none, the headings under it are asked. Shortcomings and outlook are left out.

# %%
parts = {
    outline: [part for part in load_parts() if part.outline == outline]
    for outline in outlines
}
named = pd.concat(
    [
        named_parts(reports[name], parts[outline]).assign(
            report=name, outline=outline
        )
        for outline in outlines
        for name in RULE_OF_LAW
    ],
    ignore_index=True,
)
named = named[["report", "outline", *named.columns[:-2]]]


# %%
def part_numbers(rows: pd.DataFrame) -> str:
    """The parts that a heading names, as running text."""
    return ", ".join(str(number) for number in rows["part"].dropna())


in_its_year = {
    name: next(
        o.id
        for o in outlines.values()
        if o.standing(records[name].reporting_year) == "in force"
    )
    for name in RULE_OF_LAW
}
beside = []
for (name, section), rows in named.groupby(["report", "section"], sort=False):
    of_2015, of_2021 = (rows[rows["outline"] == outline] for outline in outlines)
    own = rows[rows["outline"] == in_its_year[name]]
    beside.append(
        {
            "report": SHORT[name],
            "heading": f"{rows['marker'].iloc[0]}{rows['title'].iloc[0]}",
            "in English": english(rows["title"].iloc[0]),
            "part of the Outline in force": "; ".join(own["part_en"]),
            "part, 2015": part_numbers(of_2015),
            "part, 2021": part_numbers(of_2021),
            "place": place(name, section),
        }
    )
keep_table(named, "headings-parts", show=pd.DataFrame(beside))

# %% [markdown]
# ## In whose order
#
# How many of the parts named stand in the order of the Outline (the longest such choice), which
# parts no heading names, how many titles of its measures stand in the report word for word, and
# whether the report names the Outline itself.

# %%
rows = []
for name in RULE_OF_LAW:
    for outline in outlines.values():
        of_report = named[
            (named["report"] == name) & (named["outline"] == outline.id)
        ]
        steps = of_report["part"].dropna().tolist()
        measures = {
            c.id: c.zh for c in codebook.of_kind("measure") if c.origin == outline.id
        }
        rows.append(
            {
                "report": name,
                "outline": outline.id,
                "names_it": not repeated(
                    reports[name], {outline.id: outline.zh}
                ).empty,
                "headings": of_report["section"].nunique(),
                "parts_named": len(steps),
                "in_order": in_order(steps),
                "not_named": ", ".join(
                    str(p.number) for p in parts[outline.id] if p.number not in steps
                ),
                "without_part": int(of_report["part"].isna().sum()),
                "titles": repeated(reports[name], measures)["id"].nunique(),
                "likeness": float(of_report["likeness"].mean()),
            }
        )
followed = pd.DataFrame(rows)
keep_table(
    followed,
    "outline-order",
    show=pd.DataFrame(
        {
            "report": followed["report"].map(SHORT),
            "Outline": followed["outline"].str.removeprefix("outline-"),
            "names it": followed["names_it"].map({True: "yes", False: "no"}),
            "headings": followed["headings"],
            "without a part": followed["without_part"],
            "parts named": followed["parts_named"],
            "of these in order": followed["in_order"],
            "parts that none names": followed["not_named"],
            "titles word for word": followed["titles"],
        }
    ),
)

# %% [markdown]
# The titles of the Outline of 2021 that stand word for word. Short ones are ordinary phrases.

# %%
measures = {code.id: code for code in codebook.of_kind("measure")}
titles = pd.concat(
    [
        repeated(
            reports[name], {i: measure.zh for i, measure in measures.items()}
        ).assign(report=name)
        for name in RULE_OF_LAW
    ],
    ignore_index=True,
)
titles["outline"] = titles["id"].map(lambda i: measures[i].origin)
newer = titles[titles["outline"] == "outline-2021"].reset_index(drop=True)
keep_table(
    titles[["report", "outline", "id", "zh", "unit", "start", "end"]],
    "titles-repeated",
    show=pd.DataFrame(
        {
            "title": newer["zh"],
            "measure": newer["id"].map(lambda i: measures[i].en),
            "report": newer["report"].map(SHORT),
            "place": [
                Place(*p) for p in zip(newer["report"], newer["unit"], strict=True)
            ],
        }
    ),
)

# %% [markdown]
# ## The contents prescribed in 2019
#
# Reports issued under the Provisions: the content that each outermost heading is about. A report
# without a date of issue is taken to be of the January after its year.

# %%
provisions = next(
    p for p in load_prescriptions() if p.id == "inspection-provisions-2019"
)
under_them = [
    name
    for name, record in records.items()
    if record.genre == provisions.genre
    and provisions.first
    <= date.fromisoformat(record.issued or f"{record.reporting_year + 1}-01-01")
]
contents = pd.concat(
    [
        headed_contents(reports[name], provisions).assign(report=name)
        for name in under_them
    ],
    ignore_index=True,
)
once = contents.groupby("report")["element"].agg(lambda found: found.is_unique)
parted = [name for name in under_them if once[name]]
by_content = contents[contents["report"].isin(parted)]
keep_table(
    contents[["report", *contents.columns[:-1]]],
    "headings-contents",
    show=pd.DataFrame(
        {
            "heading": by_content["marker"] + by_content["title"],
            "in English": by_content["title"].map(english),
            "content prescribed": by_content["zh"] + " " + by_content["en"],
            "place": [
                place(*p)
                for p in by_content[["report", "section"]].itertuples(index=False)
            ],
        }
    ),
)

# %% [markdown]
# ## Numbers for the chapters

# %%
of = followed.set_index(["report", "outline"])
weihai, nantong, lianyungang = (
    of.loc[(name, "outline-2015")]
    for name in ("weihai-2017", "nantong-2019", "lianyungang-2020")
)
earlier, suxitong = (of.loc[("suxitong-2022", outline)] for outline in outlines)
wording = (
    named[named["report"] == "suxitong-2022"]
    .pivot(index="section", columns="outline", values="likeness")
    .dropna()
)
its_titles = newer[newer["report"] == "suxitong-2022"]
same_paragraph = its_titles["unit"].str.partition(".")[0].value_counts()
named_provisions = [
    name for name in under_them if len(repeated(reports[name], {"": provisions.zh}))
]
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
    suxitong_titles=in_words(suxitong["titles"]),
    suxitong_titles_together=in_words(same_paragraph.max()),
    n_name_2021=in_words(
        int(of.xs("outline-2021", level="outline")["names_it"].sum())
    ),
    n_name_provisions=in_words(len(named_provisions)),
    n_worded_earlier=in_words(
        int((wording["outline-2015"] > wording["outline-2021"]).sum())
    ),
    n_worded_alike=in_words(
        int((wording["outline-2015"] == wording["outline-2021"]).sum())
    ),
    n_worded=in_words(len(wording)),
    n_under_provisions=in_words(len(under_them)),
    n_parted=in_words(len(parted)),
    parted="; ".join(SHORT[name] for name in parted),
    n_parted_contents=in_words(len(by_content)),
)

# %% [markdown]
# ## What this does not show
#
# A report may follow a template from above that follows an Outline; the text does not say which.
# What a heading names is decided by a few key words, and what stands under it is another matter.
