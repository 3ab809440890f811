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

# %% tags=["hide-input"]
import re

import matplotlib.pyplot as plt
import pandas as pd
from support import analyse, in_words, keep, keep_figure, keep_table, label, say

from govreports.corpus.masks import MASK
from govreports.stats.groups import groups
from govreports.words.composition import composition, unended

analysis = analyse()
reports, names = analysis.reports, analysis.labels

# %% [markdown]
# ## The register
#
# The register says what each report states about itself. A field is empty where the text is
# silent.

# %%
register = pd.DataFrame(analysis.corpus.records)
keep_table(
    register,
    "register",
    show=pd.DataFrame(
        {
            "report": register["id"].map(names),
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
# page chrome, catalogue cards, titles, signatures and dates are kept but not counted. Where there
# are more reports than a figure can show one by one, they stand together by genre and year.

# %%
blocks = composition(reports)
shown_as = groups(analysis.register, by="label")
order = list(dict.fromkeys(shown_as.values()))


def by_counted(reports_or_groups: pd.Series) -> pd.DataFrame:
    """Characters that are counted and that are left out, by report or by group."""
    sums = blocks.groupby([reports_or_groups, blocks["counted"]])["characters"].sum()
    sums = sums.unstack(fill_value=0).reindex(columns=[True, False], fill_value=0)
    return sums.rename(columns={True: "counted", False: "left_out"})


by_kind = by_counted(blocks["report"]).loc[analysis.names]
of_groups = by_counted(blocks["report"].map(shown_as)).loc[order[::-1]]

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-composition", "caption": "Characters of each file: counted text and what was left out."}, "image": {"alt": "Bars: characters of each file, counted text and what was left out."}}
figure, axes = plt.subplots(figsize=(7.2, max(1.6, 0.3 * len(order) + 1.1)))
counted, left_out = of_groups["counted"], of_groups["left_out"]
axes.barh(order[::-1], counted, label=label("counted"), color="#0072b2")
axes.barh(
    order[::-1], left_out, left=counted, label=label("left_out"), color="#b8b8b8"
)
axes.set_xlabel(label("characters"))
figure.legend(loc="outside lower center", ncols=2)
keep_figure(figure, "composition")

# %% [markdown]
# ## Sections, paragraphs, sentences

# %%
said = {
    name: [(report.wording(s), s.is_heading) for s in report.sentences]
    for name, report in reports.items()
}
sizes = analysis.register[
    ["report", "characters", "sections", "paragraphs", "sentences"]
].assign(
    characters=by_kind["counted"].to_numpy(),
    sections=[
        sum(s.id != "0" for s in report.sections) for report in reports.values()
    ],
    run_in_headings=[sum(heading for _, heading in rows) for rows in said.values()],
    longest_sentence=[
        max((len(text) for text, _ in rows), default=0) for rows in said.values()
    ],
)
keep_table(
    sizes,
    "sizes",
    show=sizes.assign(
        report=sizes["report"].map(names),
        characters=sizes["characters"].map("{:,}".format),
    ).rename(
        columns=lambda column: column.replace("run_in", "run-in").replace("_", " ")
    ),
)

# %% [markdown]
# ## How long the sentences are
#
# An administrative sentence strings its verbs together with commas and stops only at the end of
# a matter, so that sentences are long.

# %%
lengths = pd.DataFrame(
    [
        (shown_as[name], len(text))
        for name, rows in said.items()
        for text, is_heading in rows
        if not is_heading
    ],
    columns=["shown", "length"],
)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-sentences", "caption": "Length of sentences, run-in headings left out."}, "image": {"alt": "Box plots of the length of sentences in each report."}}
figure, axes = plt.subplots(figsize=(7.2, max(1.6, 0.36 * len(order) + 1)))
axes.boxplot(
    [lengths.loc[lengths["shown"] == name, "length"] for name in order[::-1]],
    orientation="horizontal",
    flierprops={"markersize": 3},
)
axes.set_yticks(range(1, len(order) + 1), order[::-1])
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
    left_out, "left-out", show=left_out.assign(report=left_out["report"].map(names))
)

# %% [markdown]
# ## Numbers for the chapters

# %%
shares = by_kind["counted"] / by_kind.sum(axis=1)
counts = {genre: len(found) for genre, found in analysis.genres.items()}
levels = register["level"].value_counts()
years = register["reporting_year"].dropna().astype(int)
of_law, of_disclosure = counts.get("rule-of-law", 0), counts.get("disclosure", 0)
keep(
    n_reports=len(reports),
    n_rule_of_law=of_law,
    n_disclosure=of_disclosure,
    reports_in_words=in_words(len(reports)),
    rule_of_law_in_words=in_words(of_law),
    disclosure_in_words=in_words(of_disclosure),
    zones_in_words=in_words(int(levels.get("development zone", 0))),
    cities_in_words=in_words(int(levels.get("prefecture-level city", 0))),
    first_year=int(years.min()) if len(years) else "unknown",
    last_year=int(years.max()) if len(years) else "unknown",
    n_characters=int(by_kind["counted"].sum()),
    n_sentences=int(sizes["sentences"].sum()),
    length_ratio=float(sizes["characters"].max() / sizes["characters"].min()),
    most_left_out=names[shares.idxmin()],
    share_left_out=float(1 - shares.min()),
    median_sentence=int(lengths["length"].median()),
    longest_sentence=int(sizes["longest_sentence"].max()),
    n_blocks_left_out=int((~blocks["counted"]).sum()),
    unended_in_words=in_words(sum(len(unended(r)) for r in reports.values())),
    n_masks=sum(
        len(re.findall(f"{MASK}+", report.text)) for report in reports.values()
    ),
)

# %% tags=["hide-input"]
of_genre = "; ".join(f"{number} of genre {genre}" for genre, number in counts.items())
say(
    f"Reports: {len(reports)} ({of_genre}), with {sizes['characters'].sum():,} characters "
    f"of counted text in {sizes['sentences'].sum():,} sentences. At most "
    f"{1 - shares.min():.1%} of a file was left out, of {names[shares.idxmin()]}. Half of the "
    f"sentences have more than {lengths['length'].median():.0f} characters."
)

# %% [markdown]
# ## What this does not show
#
# Length is not effort, and a report that fills more pages has not done more. The lengths matter
# here because every count below has to be set against them.
