"""What figures say, in Chinese: of labels in both languages and names of reports one table.

The Chinese edition is of the project's own corpus; another corpus has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from govreports.figure_words import chinese_alone
from govreports.phrases import Phrases


class FigureWords(Phrases):
    """The table; of a text that says its Chinese again in English, the Chinese alone."""

    def find(self, text: str) -> str | None:
        return super().find(text) or chinese_alone(text)


@cache
def figure_words(labels: Path, names: Path) -> FigureWords:
    """The labels of ``labels`` and the names of ``names``."""
    said: Mapping[str, Mapping[str, str]] = yaml.safe_load(labels.read_text("utf-8"))
    table = {f"{one['en']} {one['zh']}": one["zh"] for one in said.values()}
    for one in said.values():
        table.setdefault(one["en"], one["zh"])
    return FigureWords({**yaml.safe_load(names.read_text("utf-8")), **table})
