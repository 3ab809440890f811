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
# # What is in the corpus, and what was left out?
#
# Each report came as a file: its text with whatever stood around it. This notebook shows what
# each file holds, how much of it is the report's own text, and what was set aside.

# %%
import re

import matplotlib.pyplot as plt
import pandas as pd
from support import SHORT, in_words, keep, keep_figure, keep_table, label, load

from govreports.claims.privacy import MASK

corpus = load()
reports = corpus.reports
order = [name for name in SHORT if name in reports]

# %% [markdown]
# ## The register
#
# The register says what each report states about itself. A field is empty where the text is
# silent.

# %%
register = pd.DataFrame(corpus.records).set_index("id").loc[order].reset_index()
keep_table(
    register,
    "register",
    show=pd.DataFrame(
        {
            "report": register["id"].map(SHORT),
            "title": register["title"],
            "level": register["level"],
            "issued": register["issued"],
        }
    ),
)

# %% [markdown]
# ## What a file holds
#
# Every non-blank character belongs to exactly one block. Headings and paragraphs are counted;
# page chrome, catalogue cards, titles, signatures and dates are kept but not counted.

# %%
COUNTED = {"heading", "paragraph"}
blocks = pd.DataFrame(
    [
        (
            name,
            block.kind,
            sum(not c.isspace() for c in report.wording(block)),
            block.reason,
        )
        for name, report in reports.items()
        for block in report.blocks
    ],
    columns=["report", "kind", "characters", "reason"],
)
blocks["counted"] = blocks["kind"].isin(COUNTED)
by_kind = (
    blocks.groupby(["report", "counted"])["characters"].sum().unstack(fill_value=0)
)
by_kind = by_kind.loc[order].rename(columns={True: "counted", False: "left_out"})

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-composition", "caption": "Characters of each file: counted text and what was left out."}, "image": {"alt": "Bars: characters of each file, nearly all of them counted text."}}
figure, axes = plt.subplots(figsize=(7.2, 2.6))
rows = [SHORT[name] for name in order][::-1]
axes.barh(rows, by_kind["counted"][::-1], label=label("counted"), color="#0072b2")
axes.barh(
    rows,
    by_kind["left_out"][::-1],
    left=by_kind["counted"][::-1],
    label=label("left_out"),
    color="#b8b8b8",
)
axes.set_xlabel(label("characters"))
figure.legend(loc="outside lower center", ncols=2)
keep_figure(figure, "composition")

# %% [markdown]
# ## Sections, paragraphs, sentences

# %%
sizes = (
    pd.DataFrame(
        [
            {
                "report": name,
                "characters": int(by_kind.loc[name, "counted"]),
                "sections": sum(section.id != "0" for section in report.sections),
                "paragraphs": len(report.paragraphs),
                "sentences": len(report.sentences),
                "run_in_headings": sum(
                    sentence.is_heading for sentence in report.sentences
                ),
                "longest_sentence": max(
                    len(report.wording(s)) for s in report.sentences
                ),
            }
            for name, report in reports.items()
        ]
    )
    .set_index("report")
    .loc[order]
    .reset_index()
)
keep_table(
    sizes,
    "sizes",
    show=sizes.assign(
        report=sizes["report"].map(SHORT),
        characters=sizes["characters"].map("{:,}".format),
    ).rename(
        columns=lambda column: column.replace("run_in", "run-in").replace("_", " "),
    ),
)

# %% [markdown]
# ## How long the sentences are
#
# These are long sentences by any measure: an administrative sentence strings its verbs together
# with commas and stops only at the end of a matter.

# %%
lengths = {
    name: [
        len(reports[name].wording(s))
        for s in reports[name].sentences
        if not s.is_heading
    ]
    for name in order
}
median_length = pd.Series([n for values in lengths.values() for n in values]).median()

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-sentences", "caption": "Length of sentences, run-in headings left out."}, "image": {"alt": "Box plots of the length of sentences in each report."}}
figure, axes = plt.subplots(figsize=(7.2, 2.8))
axes.boxplot(
    [lengths[name] for name in order][::-1],
    orientation="horizontal",
    flierprops={"markersize": 3},
)
axes.set_yticks(range(1, len(order) + 1), rows)
axes.set_xlabel(label("sentence_length"))
keep_figure(figure, "sentence-length")

# %% [markdown]
# ## What was left out, and why

# %%
left_out = blocks[~blocks["counted"]].groupby(
    ["report", "kind", "reason"], sort=False
)["characters"]
left_out = left_out.agg(["size", "sum"]).reset_index()
left_out.columns = ["report", "kind", "reason", "blocks", "characters"]
keep_table(
    left_out, "left-out", show=left_out.assign(report=left_out["report"].map(SHORT))
)

# %% [markdown]
# ## Numbers for the chapters

# %%
shares = by_kind["counted"] / by_kind.sum(axis=1)
keep(
    n_reports=len(reports),
    n_rule_of_law=len(corpus.of_genre("rule-of-law")),
    n_disclosure=len(corpus.of_genre("disclosure")),
    reports_in_words=in_words(len(reports)),
    rule_of_law_in_words=in_words(len(corpus.of_genre("rule-of-law"))),
    disclosure_in_words=in_words(len(corpus.of_genre("disclosure"))),
    zones_in_words=in_words(int((register["level"] == "development zone").sum())),
    cities_in_words=in_words(int((register["level"] != "development zone").sum())),
    n_zones=int((register["level"] == "development zone").sum()),
    n_cities=int((register["level"] != "development zone").sum()),
    first_year=int(register["reporting_year"].min()),
    last_year=int(register["reporting_year"].max()),
    n_characters=int(by_kind["counted"].sum()),
    n_sections=int(sizes["sections"].sum()),
    n_paragraphs=int(sizes["paragraphs"].sum()),
    n_sentences=int(sizes["sentences"].sum()),
    longest_report=SHORT[sizes.loc[sizes["characters"].idxmax(), "report"]],
    longest_characters=int(sizes["characters"].max()),
    shortest_report=SHORT[sizes.loc[sizes["characters"].idxmin(), "report"]],
    shortest_characters=int(sizes["characters"].min()),
    length_ratio=float(sizes["characters"].max() / sizes["characters"].min()),
    most_left_out=SHORT[shares.idxmin()],
    share_left_out=float(1 - shares.min()),
    median_sentence=int(median_length),
    longest_sentence=int(sizes["longest_sentence"].max()),
    n_blocks_left_out=int((~blocks["counted"]).sum()),
    unended_in_words=in_words(
        sum(
            not report.wording(sentence)
            .rstrip("”")
            .endswith(("。", "；", ";", "！", "？"))
            for report in reports.values()
            for sentence in report.sentences
        )
    ),
    n_masks=sum(
        len(re.findall(f"{MASK}+", report.text)) for report in reports.values()
    ),
)

# %% [markdown]
# ## What this does not show
#
# Length is not effort, and a report that fills more pages has not done more. The lengths matter
# here because every count below has to be set against them.
