"""The same report as other pages would print it: rewritings that must not change its parse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*.txt"))

_FULL = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！"})
_HALF = {v: k for k, v in _FULL.items()}
_PLAIN = str.maketrans({**_HALF, "“": '"', "”": '"', "‘": "'", "’": "'"})


def alike(text: str) -> str:
    """A wording without what the rewritings change: blanks, widths, the form of quotes."""
    return re.sub(r"[\s\ufeff]+", "", text).translate(_PLAIN)


def full_width(text: str) -> str:
    """Punctuation at full width throughout."""
    return text.translate(_FULL)


def indented(text: str) -> str:
    """Each paragraph indented by two ideographic spaces."""
    return re.sub(r"(?m)^(?=\S)", "　　", text)


def spaced(text: str) -> str:
    """Each paragraph indented by no-break spaces, as web pages do."""
    return re.sub(r"(?m)^(?=\S)", "\xa0" * 4, text)


def straight(text: str) -> str:
    """Straight quotes instead of curly ones."""
    return text.translate(str.maketrans("“”", '""'))


def windows(text: str) -> str:
    """Windows line ends."""
    return text.replace("\n", "\r\n")


def marked(text: str) -> str:
    """A byte-order mark before the text."""
    return "\ufeff" + text


def dense(text: str) -> str:
    """No blank lines."""
    return re.sub(r"\n\s*\n+", "\n", text)


def loose(text: str) -> str:
    """A blank line after each line."""
    return text.replace("\n", "\n\n")


def wrapped(columns: int, indent: str = "") -> Callable[[str], str]:
    """Lines broken at a column, as printed pages are."""

    def rewrite(text: str) -> str:
        lines: list[str] = []
        for paragraph in text.split("\n"):
            bare = paragraph.strip()
            printed = indent + bare if bare else ""
            lines += [printed[k : k + columns] for k in range(0, len(printed), columns)] or [""]
        return "\n".join(lines)

    return rewrite


def paged(lines: int, form: str, columns: int, indent: str = "") -> Callable[[str], str]:
    """Broken lines, with a page number after every so many of them."""

    def rewrite(text: str) -> str:
        printed: list[str] = []
        for n, line in enumerate(wrapped(columns, indent)(text).split("\n"), 1):
            printed.append(line)
            if n % lines == 0:
                printed.append(form.format(n // lines))
        return "\n".join(printed)

    return rewrite


def numbered(text: str) -> str:
    """Whole paragraphs, with page numbers between them."""
    lines: list[str] = []
    for n, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if n % 9 == 0:
            lines.append(f"— {n // 9} —")
    return "\n".join(lines)


def printed(text: str) -> str:
    """Everything at once: full width, broken lines, page numbers, Windows line ends."""
    return windows(paged(26, "— {} —", 37, "　　")(full_width(text)))


REWRITINGS: dict[str, Callable[[str], str]] = {
    "full width": full_width,
    "ideographic indent": indented,
    "no-break indent": spaced,
    "straight quotes": straight,
    "Windows line ends": windows,
    "byte-order mark": marked,
    "no blank lines": dense,
    "blank line after each line": loose,
    "page numbers between paragraphs": numbered,
    **{f"wrapped at {n}": wrapped(n) for n in (28, 30, 35, 38, 40)},
    **{f"wrapped at {n} with indent": wrapped(n, "　　") for n in (28, 30, 32, 35, 40)},
    "pages of 22 lines": paged(22, "- {} -", 38),
    "pages of 25 lines, 第 n 页": paged(25, "第 {} 页", 34, "　　"),
    "pages of 30 lines, bare numbers": paged(30, "{}", 33),
    "everything at once": printed,
}
