"""What simpler labellers reach: the section title alone, and a classifier trained on codings.

Both predict primary themes, to be compared with codings by the same measures as the coder.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from govreports.codebook.model import Codebook
from govreports.coding.context import TITLE_SPEAKS
from govreports.coding.matching import Matcher, lay_out
from govreports.coding.scoring import Scorer
from govreports.errors import ArgumentError, extra
from govreports.report.model import Report
from govreports.stats.intervals import SEED


def title_themes(
    report: Report, codebook: Codebook, level: Literal["top", "nearest"] = "nearest"
) -> list[str]:
    """The theme of each sentence by the words of the headings above it, and nothing else.

    Args:
        level: ``nearest`` asks the nearest heading whose words name a theme, run-in headings
            included; ``top`` only the outermost

    Returns:
        One theme a sentence, in order; ``T0`` where no heading above it names one.
    """
    themes = tuple(code.id for code in codebook.of_kind("theme"))
    titled = [section for section in report.sections if section.heading]
    own: dict[str, str] = {}
    if titled:
        matcher = Matcher(codebook)
        units = [(section.heading,) for section in titled if section.heading]
        firing = matcher.fire(lay_out(report.text, units))
        scores = Scorer(matcher, themes).score(firing, report.genre)
        scores[:, 0] = 0.0
        for section, row in zip(titled, scores, strict=True):
            if row.max() >= TITLE_SPEAKS:
                own[section.id] = themes[int(row.argmax())]
    parents = {section.id: section.parent for section in report.sections}

    def named(section: str | None) -> str:
        chain = []
        while section is not None:
            chain.append(section)
            section = parents[section]
        asked = chain if level == "nearest" else chain[-1:]
        return next((own[name] for name in asked if name in own), themes[0])

    return [named(sentence.section) for sentence in report.sentences]


def supervised_themes(
    texts: Sequence[str], themes: Sequence[str], reports: Sequence[str], seed: int = SEED
) -> list[str]:
    """Predict each sentence's theme from the codings of all other reports.

    Characters and pairs of them that occur in two sentences or more, weighted tf-idf
    (sublinear tf, smoothed idf, unit length), and logistic regression, one theme against the
    rest (L2, C = 10). Each report in turn is left out, so that no sentence is predicted from
    sentences of its own report.

    Args:
        texts, themes, reports: wording, coded theme and report of each sentence

    Raises:
        DataError: The three differ in length; there are fewer than two reports; or what remains
            when one is left out has a single theme.
    """
    with extra("learned"):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.multiclass import OneVsRestClassifier
        from sklearn.pipeline import make_pipeline

    if not len(texts) == len(themes) == len(reports):
        raise ArgumentError("texts, themes and reports differ in length")
    names = sorted(set(reports))
    if len(names) < 2:
        raise ArgumentError("leaving one report out needs codings of at least two reports")
    wording, coded, origin = np.array(texts, object), np.array(themes), np.array(reports)
    predicted = np.empty(len(texts), dtype=coded.dtype)
    for name in names:
        held = origin == name
        if len(set(coded[~held])) < 2:
            raise ArgumentError(f"without {name} the codings hold a single theme")
        model = make_pipeline(
            TfidfVectorizer(analyzer="char", ngram_range=(1, 2), min_df=2, sublinear_tf=True),
            OneVsRestClassifier(LogisticRegression(C=10.0, solver="liblinear", random_state=seed)),
        )
        model.fit(wording[~held], coded[~held])
        predicted[held] = model.predict(wording[held])
    return [str(theme) for theme in predicted]
