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
# A sample of sentences was segmented by hand under a written convention. Part of it could inform
# the dictionary (development); the rest was kept aside (test), and only that part is reported as
# quality. The hand segmentation is by one instance of a large language model; no human has
# checked it yet.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from support import (
    CORPUS,
    ROOT,
    SEED,
    in_words,
    keep,
    keep_figure,
    keep_table,
    load,
    table_of,
)

from govreports.corpus import load_corpus
from govreports.text.normalise import view
from govreports.words.compounds import jieba_frequencies
from govreports.words.decisions import UNDECIDED, judged, load_decisions
from govreports.words.dictionary import packaged_amendments, read_base_words
from govreports.words.discovery import discover
from govreports.words.evaluation import chosen_path, evaluate, paths, read_sample
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter

corpus = load()
segmenter = Segmenter()


def bare(text: str) -> str:
    """A text as the segmenter sees it, without blanks and line breaks."""
    return "".join(view(text).split())


# The sample was segmented in the reports as published, before any name was masked.
texts = {name: report.text for name, report in load_corpus(CORPUS).reports.items()}
sample = read_sample(CORPUS / "segmentation" / "sample.csv", texts)
test = [sentence for sentence in sample if sentence.part == "test"]

# %% [markdown]
# ## Ways to cut, on the test sentences
#
# A word is right if both its ends are. Out-of-vocabulary words are those that the dictionary of
# `jieba` does not list.

# %%
WAYS = paths(segmenter)
vocabulary = jieba_frequencies()
results = pd.concat(
    [
        evaluate(test, way, vocabulary, seed=SEED).assign(segmentation=name)
        for name, way in WAYS.items()
    ],
    ignore_index=True,
)
cells = results.assign(
    cell=[
        f"{v:.3f} ({a:.3f}–{b:.3f})"
        for v, a, b in results[["value", "low", "high"]].itertuples(index=False)
    ]
).pivot(index="segmentation", columns="measure", values="cell")
cells = cells.loc[list(WAYS), ["precision", "recall", "f1", "oov_recall"]]
keep_table(
    results,
    "segmentation",
    show=cells.rename(
        columns={"f1": "F₁", "oov_recall": "recall of unknown words"}
    ).reset_index(),
)

# %% tags=["hide-input"] mystnb={"figure": {"name": "fig-nb-segmentation", "caption": "F₁ of word spans on the test sentences, with 95% intervals over sentences."}, "image": {"alt": "Intervals of F1 for five ways of cutting, from jieba as it comes to the chosen path, which is highest."}}
f1 = (
    results[results["measure"] == "f1"]
    .set_index("segmentation")
    .loc[list(WAYS)[::-1]]
)
figure, axes = plt.subplots(figsize=(7.2, 2.4))
axes.hlines(f1.index, f1["low"], f1["high"], color="#0072b2")
axes.plot(f1["value"], f1.index, "o", color="#0072b2")
axes.set_xlabel("F₁")
axes.grid(axis="x")
keep_figure(figure, "segmentation-f1")

# %% [markdown]
# ## How far the sample flatters the dictionary
#
# Some entries of the dictionary occur in test sentences and nowhere else in the five reports. They
# come from general knowledge of administrative vocabulary, not from the errors of the sample, but
# no other sentence asked for them. Here is F₁ with these entries struck out.

# %%
inside = [bare(sentence.text) for sentence in test]
outside = []
for name, text in texts.items():
    ends = [0]
    for sentence in sorted(test, key=lambda sentence: sentence.start):
        if sentence.report == name:
            outside.append(bare(text[ends[-1] : sentence.start]))
            ends.append(sentence.end)
    outside.append(bare(text[ends[-1] :]))
only_in_test = {
    entry
    for entry in read_base_words()
    if any(entry.word in text for text in inside)
    and not any(entry.word in text for text in outside)
}
without = Segmenter(
    words=[entry for entry in packaged_amendments() if entry not in only_in_test]
)
struck = evaluate(test, chosen_path(without), vocabulary, seed=SEED)
table_of(
    struck.set_index("measure")[["value", "low", "high"]]
    .map("{:.3f}".format)
    .reset_index()
)

# %% [markdown]
# And what was measured once on sentences of the *People's Daily* of January 1998, which others
# segmented. That corpus is not part of this study, and nothing here computes these figures again.

# %%
elsewhere = pd.read_csv(CORPUS / "segmentation" / "measured-1998.csv")
table_of(elsewhere.astype({"f1": str}))

# %% [markdown]
# ## What is frozen
#
# The dictionaries are recorded by their hashes; a change in any of them changes every count.

# %%
table_of(pd.DataFrame(segmenter.provenance.items(), columns=["what", "value"]))

# %% [markdown]
# ## New terms that the lexicon may lack
#
# Strings that recur, hold together at every cut and have varied neighbours. Candidates are
# proposed, never taken without reading: each was read at every place where it stands in the
# reports and accepted or rejected for one of a few reasons, which are kept as data beside the
# lexicon. What nobody has read is shown as undecided. Terms that were accepted and lacking have
# since been added to the lexicon with the source *discovery*; here they are proposed as if they
# had not been.

# %%
known = {
    term.term for term in segmenter.lexicon.terms if term.source != "discovery"
} | set(token_frame(corpus.reports, segmenter)["token"])
sentences = [r.wording(s) for r in corpus.reports.values() for s in r.sentences]
candidates = judged(
    discover(sentences, known=known, min_count=6, min_cohesion=4.0, min_entropy=1.0),
    load_decisions(ROOT / "book" / "candidates.csv"),
)
reasons = pd.DataFrame(
    [
        {
            "decision": decision,
            "reason": reason,
            "candidates": len(group),
            "such as": ", ".join(group["term"].head(4)),
        }
        for (decision, reason), group in candidates.groupby(["decision", "reason"])
    ]
).sort_values(["decision", "candidates"], ascending=[True, False])
keep_table(candidates, "new-terms", show=reasons)

# %% [markdown]
# Those accepted, with what they mean.

# %%
glosses = {term.term: term.gloss for term in segmenter.lexicon.terms}
accepted = candidates[candidates["decision"] == "accepted"]
table_of(
    accepted.assign(gloss=accepted["term"].map(glosses))[
        ["term", "gloss", "count", "cohesion", "left_entropy", "right_entropy"]
    ]
)

# %% [markdown]
# And all that were proposed, freest first.

# %%
table_of(
    candidates[
        [
            "term",
            "count",
            "cohesion",
            "left_entropy",
            "right_entropy",
            "decision",
            "reason",
        ]
    ]
)

# %% [markdown]
# ## Numbers for the chapters

# %%
chosen, bare = f1.loc["chosen path"], f1.loc["jieba as it comes"]
unknown = results[results["measure"] == "oov_recall"].set_index("segmentation")[
    "value"
]
keep(
    n_sample_segmented=len(sample),
    n_test=len(test),
    n_test_words=int(chosen["words"]),
    f1_chosen=float(chosen["value"]),
    f1_chosen_low=float(chosen["low"]),
    f1_chosen_high=float(chosen["high"]),
    f1_bare=float(bare["value"]),
    oov_chosen=float(unknown["chosen path"]),
    oov_bare=float(unknown["jieba as it comes"]),
    n_only_in_test=in_words(len(only_in_test)),
    f1_without_only_in_test=float(struck.set_index("measure")["value"]["f1"]),
    n_measured_1998=int(elsewhere["sentences"].iloc[0]),
    f1_chosen_1998=float(elsewhere.set_index("way")["f1"]["chosen path"]),
    f1_bare_1998=float(elsewhere.set_index("way")["f1"]["jieba as it comes"]),
    n_candidates=len(candidates),
    n_accepted=in_words(len(accepted)),
    accepted_terms=", ".join(
        f"{term} ({glosses[term]})" for term in accepted["term"]
    ),
    n_undecided=int((candidates["decision"] == UNDECIDED).sum()),
    n_free_combinations=int((candidates["reason"] == "free combination").sum()),
)

# %% [markdown]
# ## What this does not show
#
# Agreement with one hand segmentation. Another convention, or another hand, would cut some words
# elsewhere.
