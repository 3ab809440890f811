"""Which editions a build makes, and which of them a process is making."""

from __future__ import annotations

import os

from publishing.contents import is_study
from publishing.errors import BuildError
from publishing.paths import CHINESE

ENGLISH, CHINESE_EDITION = "en", "zh"
ALL = (ENGLISH, CHINESE_EDITION)
# The editions that a build is asked for, parted by commas or blanks; without it, all there are.
LANGUAGES_VARIABLE = "LANGUAGES"
# The edition that a process makes: set for each run of Sphinx.
LANGUAGE_VARIABLE = "BOOK_LANGUAGE"
# As HTML and browsers name them.
TAGS = {ENGLISH: "en", CHINESE_EDITION: "zh-CN"}
NAMES = {ENGLISH: "English", CHINESE_EDITION: "中文"}


def languages() -> tuple[str, ...]:
    """The editions to build, English first; the Chinese one is of the chapters' own corpus alone.

    Raises:
        BuildError: where another language is asked for, or only one that this book has not.
    """
    asked = os.environ.get(LANGUAGES_VARIABLE, "").replace(",", " ").split()
    if unknown := [name for name in asked if name not in ALL]:
        raise BuildError(f"{LANGUAGES_VARIABLE}: no edition in {unknown[0]!r}: en, zh or both")
    if asked and ENGLISH not in asked:
        raise BuildError(f"{LANGUAGES_VARIABLE}: the Chinese edition stands beside the English one")
    has_chinese = is_study() and CHINESE.is_dir()
    return tuple(
        name for name in ALL if name in (asked or ALL) and (name == ENGLISH or has_chinese)
    )


def language() -> str:
    """The edition that this process makes."""
    return os.environ.get(LANGUAGE_VARIABLE) or ENGLISH
