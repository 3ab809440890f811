"""What every notebook needs: the corpus as published, and one way to keep a result.

A notebook keeps numbers, tables and figures under names; the chapters of the book refer to them
by those names. Run as plain scripts the notebooks do the same, but for the numbers, which only
the book's build can carry from page to page.
"""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from cells import Place, as_markdown, readable, table_of
from in_chinese import figure_words
from IPython import get_ipython
from IPython.display import HTML, display
from matplotlib.figure import Figure

from govreports import figures
from govreports.analysis import Analysis
from govreports.corpus.reading import published_corpus
from govreports.figure_words import worded
from govreports.store import VARIABLE

ROOT = Path(__file__).resolve().parent.parent
# The corpus in use: `make book CORPUS=DIR` names another folder.
CORPUS = Path(os.environ.get("BOOK_CORPUS", ROOT / "corpus"))
# The build points this beside its execution cache, so that results live and die with it.
KEPT = Path(
    os.environ.get("BOOK_EXHIBITS", ROOT / "book" / "_generated" / "exhibits")
)
# Frames that are costly to make are made once for all notebooks.
STORE = Path(os.environ.get(VARIABLE, ROOT / "_build" / "store"))
RECORD = "application/papermill.record/"

WORDING = ROOT / "notebooks" / "labels.yaml"
LABELS = yaml.safe_load(WORDING.read_text("utf-8"))
# Names of reports in the Chinese edition, which is of the project's own corpus.
CHINESE_NAMES = ROOT / "book" / "zh" / "strings" / "names.yaml"

# Working translations of words and passages that tables show, by their exact wording.
ENGLISH = yaml.safe_load((ROOT / "notebooks" / "english.yaml").read_text("utf-8"))

figures.use_house_style()


def label(name: str) -> str:
    """The wording of ``name`` in figures and tables, English and Chinese."""
    return f"{LABELS[name]['en']} {LABELS[name]['zh']}"


def english(chinese: str) -> str:
    """What ``chinese`` means, empty where nobody has translated it yet."""
    return str(ENGLISH.get(chinese, ""))


def glossed(chinese: str) -> str:
    """A word with its meaning, where there is one: ``"公开 disclose"``.

    Of a list that has none as a whole, the parts' meanings are given if all have one.
    """
    parts = [english(part) for part in chinese.split("、")]
    meaning = english(chinese) or ("; ".join(parts) if all(parts) else "")
    return f"{chinese} {meaning}".rstrip()


def told(
    weights: Mapping[str, float], what: str, form: str = ".1f"
) -> dict[str, str]:
    """What each word of a cloud says: its meaning and its weight, ``what`` that is."""
    return {
        word: f"{glossed(word)}; {LABELS[what]['en']}: {weight:{form}}"
        for word, weight in sorted(weights.items())
    }


def quoted(analysis: Analysis, lines: Iterable[str]) -> pd.DataFrame:
    """Lines of the law-based government reports with their places: ``report``, ``sentence``, ``text``.

    A line is given without blanks. One that stands in no sentence is a mistake of the notebook.
    """
    said = [
        (name, sentence.id, "".join(analysis.reports[name].wording(sentence).split()))
        for name in analysis.of_genre("rule-of-law")
        for sentence in analysis.reports[name].sentences
    ]
    rows = [
        next((name, unit, line) for name, unit, text in said if line in text)
        for line in lines
    ]
    return pd.DataFrame(rows, columns=["report", "sentence", "text"])


def lines_shown(analysis: Analysis, lines: pd.DataFrame) -> pd.DataFrame:
    """Lines from `quoted` for readers: with a working translation and a link to their place."""
    return pd.DataFrame(
        {
            "report": lines["report"].map(analysis.labels),
            "said": lines["text"],
            "in English": lines["text"].map(english),
            "place": places(lines["report"], lines["sentence"]),
        }
    )


def places(reports: Iterable[str], units: Iterable[str]) -> list[Place | str]:
    """Places for a column of a table, from the reports and the units of its rows.

    ``§2.1`` is the heading of section 2.1; without a unit the cell stays empty.
    """
    return [
        Place(report, unit.replace("§", "h")) if unit else ""
        for report, unit in zip(reports, units, strict=True)
    ]


def first_places(reports: Iterable[str], units: Iterable[str]) -> list[Place | str]:
    """The first of several units in each cell, sentences before headings."""
    found = (sorted(cell.split(), key=lambda unit: unit[0] == "§") for cell in units)
    return places(reports, (cell[0] if cell else "" for cell in found))


def named(words: Iterable[str]) -> str:
    """Words in running text, each with its meaning: ``"公开 (disclose), 服务 (serve)"``."""
    return ", ".join(
        f"{word} ({english(word)})" if english(word) else word for word in words
    )


def listed(items: Iterable[str]) -> str:
    """Items as running text lists them: ``listed("abc")`` is "a, b and c"."""
    *others, last = [*items] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def analyse() -> Analysis:
    """The analysis of the corpus in use, names of private persons masked.

    Offsets are those of the files.
    """
    return Analysis(published_corpus(CORPUS), store=STORE)


def keep(**numbers: int | float | str) -> None:
    """Keep numbers or short texts under their names, for the chapters to insert.

    It records what ``myst_nb.glue`` would; importing that costs each notebook seconds, since it
    brings in all that validates notebooks.
    """
    for name, number in numbers.items():
        value = number.item() if isinstance(number, np.generic) else number
        if get_ipython() is None:
            print(f"{name} = {value}")
        else:
            about = {"scrapbook": {"name": name, "mime_prefix": RECORD}}
            display({f"{RECORD}text/plain": repr(value)}, raw=True, metadata=about)


def say(text: str) -> None:
    """Show computed sentences as a paragraph; whatever the text holds is shown as it is."""
    display(HTML(f'<p class="computed">{html.escape(text)}</p>'))


def in_words(number: int) -> str:
    """A small number as running text spells it: ``in_words(4)`` is "four"."""
    words = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve",
    ]  # fmt: skip
    return words[number] if 0 <= number < len(words) else f"{number:,}"


def number_of(number: int, noun: str) -> str:
    """How many there are, as running text says it: "1 clause", "2 clauses", "no clauses"."""
    return (
        f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}s"
    )


def reports_of(genre: str, number: int) -> str:
    """How many reports of a genre there are: "1 disclosure report"."""
    name = "law-based government" if genre == "rule-of-law" else genre
    return number_of(number, f"{name} report")


def with_interval(
    values: Iterable[float], low: Iterable[float], high: Iterable[float], form: str
) -> list[str]:
    """Each value with its interval: "1.20 (−0.50 to 2.10)"; alone where it has none.

    Empty where there is no value.
    """
    worded = []
    for value, *ends in zip(values, low, high, strict=True):
        interval = " to ".join(format(end, form) for end in ends)
        shown = "" if any(map(pd.isna, ends)) else f" ({interval})"
        whole = "" if pd.isna(value) else f"{value:{form}}{shown}"
        worded.append(whole.replace("-", "−"))
    return worded


def p_value(p: float) -> str:
    """A p value to three places, or that it is smaller."""
    return f"{p:.3f}" if p >= 0.001 else "<\N{NO-BREAK SPACE}0.001"


def once(labels: pd.Series) -> pd.Series:
    """Labels of rows that stand together, each on its first row only."""
    return labels.mask(labels.duplicated(), "")


def keep_table(
    table: pd.DataFrame, name: str, *, show: pd.DataFrame | None = None
) -> HTML:
    """Keep ``table`` as data and, as the chapters will print it, ``show`` (else ``table``).

    Cells of ``show`` are plain text, but for a ``Place``; whatever they hold is shown as it is.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    table.to_csv(KEPT / f"{name}.csv", index=False, lineterminator="\n")
    table.to_parquet(KEPT / f"{name}.parquet", index=False)
    shown = readable(table if show is None else show)
    shown.map(as_markdown).rename(columns=as_markdown).to_csv(
        KEPT / f"{name}.shown.csv", index=False, lineterminator="\n"
    )
    return table_of(shown)


def keep_figure(figure: Figure, name: str) -> None:
    """Keep a figure as SVG, for the pages and for print: once for each edition.

    Sphinx finds that of the Chinese edition by its name.
    """
    figures.save(figure, KEPT, name)
    if CHINESE_NAMES.is_file() and CORPUS.resolve() == ROOT / "corpus":
        with worded(figure, figure_words(WORDING, CHINESE_NAMES)):
            figures.save(figure, KEPT, f"{name}.zh_CN")
