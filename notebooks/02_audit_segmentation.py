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
# # How well are the words cut?
#
# What the dictionary changes, which new terms recur, and, where sentences of the corpus have been
# segmented by hand (`segmentation/sample.csv`), how well the segmentation agrees with them. Of
# such a sample one part may inform the dictionary (development); the rest is kept aside (test),
# and only that part is reported as quality.

# %% tags=["hide-input"]
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    CORPUS,
    ROOT,
    analyse,
    in_words,
    keep,
    keep_figure,
    keep_table,
    label,
    say,
    table_of,
)

from govreports.corpus.reading import load_corpus
from govreports.words.compounds import jieba_frequencies
from govreports.words.conventions import load_cases
from govreports.words.decisions import UNDECIDED, judged, load_decisions
from govreports.words.dictionary import packaged_amendments, read_base_words
from govreports.words.discovery import discover
from govreports.words.evaluation import (
    bare_jieba,
    chosen_path,
    compare,
    cut_otherwise,
    evaluate,
    only_inside,
    paths,
    read_sample,
)
from govreports.words.segmenter import Segmenter

analysis = analyse()
segmenter = analysis.segmenter
words = analysis.tokens[analysis.tokens["kind"] == "word"]

# %% [markdown]
# ## What the dictionary changes
#
# Words that `jieba`, as it comes, cuts elsewhere: the twenty that change most often. The
# dictionaries are recorded by their hashes; a change in any of them changes every count.

# %%
changed = cut_otherwise(words, analysis.reports, bare_jieba())
most_changed = changed["token"].value_counts().rename_axis("word").reset_index()
table_of(most_changed.head(20))

# %%
table_of(pd.DataFrame(segmenter.provenance.items(), columns=["what", "value"]))

# %% [markdown]
# ## New terms that the lexicon may lack
#
# Strings that recur, hold together at every cut and have varied neighbours. Candidates are
# proposed, never taken without reading: each that has been read was accepted or rejected for one
# of a few reasons, which are kept as data beside the lexicon. What nobody has read is shown as
# undecided. Terms that were accepted and lacking have since been added to the lexicon with the
# source *discovery*; here they are proposed as if they had not been.

# %%
lexicon = segmenter.lexicon.terms
known = {term.term for term in lexicon if term.source != "discovery"}
sentences = [r.wording(s) for r in analysis.reports.values() for s in r.sentences]
candidates = judged(
    discover(
        sentences,
        known=known | set(analysis.tokens["token"]),
        min_count=6,
        min_cohesion=4.0,
        min_entropy=1.0,
    ),
    load_decisions(ROOT / "book" / "candidates.csv"),
)
reasons = pd.DataFrame(
    [
        (decision, reason, len(group), ", ".join(group["term"].head(4)))
        for (decision, reason), group in candidates.groupby(["decision", "reason"])
    ],
    columns=["decision", "reason", "candidates", "such as"],
).sort_values(["decision", "candidates"], ascending=[True, False])
keep_table(candidates, "new-terms", show=reasons)

# %% [markdown]
# Those accepted, with what they mean.

# %%
glosses = {term.term: term.gloss for term in lexicon}
accepted = candidates[candidates["decision"] == "accepted"]
measures = ["count", "cohesion", "left_entropy", "right_entropy"]
table_of(
    accepted.assign(gloss=accepted["term"].map(glosses))[["term", "gloss", *measures]]
)

# %% [markdown]
# And all that were proposed, freest first.

# %%
table_of(candidates[["term", *measures, "decision", "reason"]])

# %% [markdown]
# ## Ways to cut, on the test sentences
#
# A word is right if both its ends are. Out-of-vocabulary words are those that the dictionary of
# `jieba` does not list. Without sentences segmented by hand there is nothing to compare.

# %%
SAMPLE = CORPUS / "segmentation" / "sample.csv"
# A sample is segmented in the reports as they are, before any name is masked.
unmasked = load_corpus(CORPUS).reports if SAMPLE.is_file() else {}
texts = {name: report.text for name, report in unmasked.items()}
sample = read_sample(SAMPLE, texts) if texts else []
test = [sentence for sentence in sample if sentence.part == "test"]
WAYS = paths(segmenter) if test else {}
vocabulary = jieba_frequencies()
results = compare(test, WAYS, vocabulary)
columns = {"f1": "F₁", "oov_recall": "recall of unknown words"}
estimates = (results["value"], results["low"], results["high"])
cells = results.assign(
    cell=[f"{v:.3f} ({a:.3f}–{b:.3f})" for v, a, b in zip(*estimates, strict=True)]
)
cells = cells.pivot(index="segmentation", columns="measure", values="cell")
cells = cells.reindex(list(WAYS), columns=["precision", "recall", "f1", "oov_recall"])
keep_table(results, "segmentation", show=cells.rename(columns=columns).reset_index())

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-segmentation", "caption": "F₁ of word spans on the test sentences, with 95% intervals over sentences."}, "image": {"alt": "Intervals of F1 for ways of cutting, from jieba as it comes to the chosen path."}}
f1 = results[results["measure"] == "f1"].set_index("segmentation")
f1 = f1.reindex(list(WAYS)[::-1])
if test:
    figure, axes = plt.subplots(figsize=(7.2, 2.4))
    axes.hlines(f1.index, f1["low"], f1["high"], color="#0072b2")
    axes.plot(f1["value"], f1.index, "o", color="#0072b2")
    axes.set_yticks(range(len(f1)), map(label, f1.index))
    axes.set_xlabel("F₁")
    axes.grid(axis="x")
    keep_figure(figure, "segmentation")

# %% [markdown]
# ## How far the sample flatters the dictionary
#
# Some entries of the dictionary occur in test sentences and nowhere else in the corpus. They come
# from general knowledge of administrative vocabulary, not from the errors of a sample, but no
# other sentence asked for them. Here is F₁ with these entries struck out.

# %%
flattering = only_inside((entry.word for entry in read_base_words()), test, texts)
struck_out = {entry for entry in read_base_words() if entry.word in flattering}
kept = [entry for entry in packaged_amendments() if entry not in struck_out]
without = Segmenter(words=kept) if struck_out else segmenter
struck = evaluate(test, chosen_path(without), vocabulary).set_index("measure")
told = struck[["value", "low", "high"]] if test else struck[["value"]].dropna()
table_of(told.map("{:.3f}".format).rename_axis("statistic").reset_index())

# %% [markdown]
# And what was measured once on sentences that others had segmented, where the corpus keeps such
# measurements (`segmentation/measured-1998.csv`: the *People's Daily* of January 1998). Nothing
# here computes these figures again.

# %%
MEASURED = CORPUS / "segmentation" / "measured-1998.csv"
elsewhere = (
    pd.read_csv(MEASURED)
    if MEASURED.is_file()
    else pd.DataFrame({"way": [], "sentences": [], "f1": []})
)
table_of(elsewhere.astype({"f1": str}))

# %% [markdown]
# ## Numbers for the chapters

# %%
measured = f1.reindex(["chosen path", "jieba as it comes"])
chosen, bare = measured.iloc[0], measured.iloc[1]
by_way = elsewhere.set_index("way")["f1"]
free = candidates["reason"] == "free combination"
keep(
    n_test=len(test),
    f1_chosen=float(chosen["value"]),
    f1_chosen_low=float(chosen["low"]),
    f1_chosen_high=float(chosen["high"]),
    f1_bare=float(bare["value"]),
    n_only_in_test=in_words(len(flattering)),
    f1_without_only_in_test=float(struck["value"]["f1"]),
    n_measured_1998=int(elsewhere["sentences"].max()) if len(elsewhere) else 0,
    f1_chosen_1998=float(by_way.get("chosen path", float("nan"))),
    f1_bare_1998=float(by_way.get("jieba as it comes", float("nan"))),
    n_candidates=len(candidates),
    n_accepted=in_words(len(accepted)),
    n_free_combinations=int(free.sum()),
)

# %% tags=["hide-input"]
undecided = int((candidates["decision"] == UNDECIDED).sum())
say(
    f"Of {len(words):,} words {len(changed):,} ({len(changed) / len(words):.1%}) are cut "
    f"otherwise than by jieba as it comes. {len(candidates)} strings are proposed as terms; "
    f"{undecided} of them nobody has read yet."
)
say(
    f"On {len(test)} sentences segmented by hand and kept aside, F₁ is {chosen['value']:.3f} "
    f"({chosen['low']:.3f} to {chosen['high']:.3f}), of jieba as it comes {bare['value']:.3f}."
    if test
    else "No sentence of this corpus has been segmented by hand, so how well its words are cut "
    "is not measured here."
)

# %% [markdown]
# ## Settled cases
#
# Wordings that readers cut differently, and what the convention makes of them: base tokens by
# the corpus of 1998, and above them the terms that a lawyer reads as one.

# %%
settled = pd.DataFrame(load_cases())
keep_table(
    settled,
    "segmentation-cases",
    show=settled.drop(columns="example").rename(
        columns={"segmentation": "base tokens", "term": "multiword term"}
    ),
)

# %% [markdown]
# ## What this does not show
#
# Agreement with one hand segmentation. Another convention, or another hand, would cut some words
# elsewhere. Who segmented a sample, and by which convention, is said beside it in the corpus.
