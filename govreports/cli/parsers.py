"""Parsers of command lines whose help and errors are shown in the reader's language."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn
from unicodedata import east_asian_width

from govreports.cli.language import is_chinese, worded

# A word in Latin letters or one character of Chinese, with the marks that stay beside it.
_HAN = r"\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uff00-\uffef"
_PIECE = re.compile(rf"\s+|[“‘（《「]*(?:[^\s{_HAN}]+|\S)[，。；：、？！”’）》」…]*")


class Formatter(argparse.HelpFormatter):
    """Help in the language that is spoken, with lines as wide on the screen as any others."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """The usage, after its own word."""
        if prefix is None:
            prefix = worded("usage") + ("：" if is_chinese() else ": ")
        super().add_usage(usage, actions, groups, prefix)

    def start_section(self, heading: str | None) -> None:
        """A group of arguments under its title."""
        super().start_section(worded(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        """A description or what stands at the end."""
        super().add_text(_worded_whole(text) if text else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _worded_whole(action.help) if action.help else action.help

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width) if is_chinese() else super()._split_lines(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if not is_chinese():
            return super()._fill_text(text, width, indent)
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))


class Parser(argparse.ArgumentParser):
    """A parser that shows help and errors in the language that is spoken."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Formatter, **options)

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong, and end."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {worded(f'error: {message}')}\n")


def _worded_whole(text: str) -> str:
    """A text that the source breaks into lines."""
    return worded(" ".join(text.split())) if is_chinese() else text


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of a screen's width, where a Chinese character takes two places.

    >>> wrapped("每行一个JSON对象，依次输出。", 12)
    ['每行一个JSON', '对象，依次输', '出。']
    """
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        if line and not piece.isspace() and _width(line + piece) > width:
            lines.append(line.rstrip())
            line = ""
        line += " " if piece.isspace() and line else piece.strip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
