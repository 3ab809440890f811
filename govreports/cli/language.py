"""In which language the command speaks: ``--lang``, else the locale's.

Help, messages and pages are written in English and put into Chinese where they are shown, by the
tables ``data/messages_zh.yaml`` and ``data/pages_zh.yaml``, which are read only when they are
needed. What the tables lack is shown in English. Data, their formats and names are the same in
either language.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govreports.phrases import Phrases

OPTION = "--lang"
LANGUAGES = ("en", "zh")
HELP = "language of help, messages and pages (default: that of the locale, else en)"
TABLE, PAGES = "messages_zh.yaml", "pages_zh.yaml"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says anything decides
_language = ContextVar("_language", default="en")


def of_locale(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for.

    >>> of_locale({"LANG": "zh_CN.UTF-8"}), of_locale({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})
    ('zh', 'en')
    """
    locale = next(filter(None, map(environment.get, _LOCALE)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def asked_for(arguments: list[str]) -> tuple[str, list[str]]:
    """The language that arguments ask for, or "", and the arguments without it.

    What is no language stays where it is, for the parser to refuse.

    >>> asked_for(["--lang", "zh", "parse", "a.txt"])
    ('zh', ['parse', 'a.txt'])
    >>> asked_for(["parse", "--lang=fr", "--", "--lang=zh"])
    ('', ['parse', '--lang=fr', '--', '--lang=zh'])
    """
    language, others = "", list[str]()
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            others += [word, *words]
        elif len(name) < len("--l") or not OPTION.startswith(name):
            others.append(word)
        else:
            given = [word] if equals else [word, *([value] if (value := next(words, "")) else [])]
            if value in LANGUAGES:
                language = value
            else:
                others += given
    return language, others


def speak(language: str) -> None:
    """Show help and messages in this language from now on."""
    _language.set(language)


def is_chinese() -> bool:
    """Whether help and messages are shown in Chinese."""
    return _language.get() == "zh"


@cache
def chinese(*tables: str) -> Phrases:
    """What these tables say, as one."""
    from govreports.codebook.strict_yaml import read_yaml
    from govreports.phrases import Phrases, plain
    from govreports.tables import packaged

    entries = (entry for name in tables for entry in read_yaml(packaged(name), name).items())
    return Phrases({plain(english): plain(said) for english, said in entries})


def worded(text: str) -> str:
    """A message in the language that is spoken; places before it stay as they are."""
    return _worded(text, chinese(TABLE)) if is_chinese() else text


def _worded(text: str, phrases: Phrases) -> str:
    if text in phrases.table:
        return phrases.table[text]
    parts = text.split(": ")
    # What follows a file's name and line is a message by itself: the shortest that is known.
    for at in reversed(range(1, len(parts))):
        if said := phrases.find(": ".join(parts[at:])):
            return f"{_worded(': '.join(parts[:at]), phrases)}：{said}"
    return phrases.find(text) or text


def phrase_worded(text: str) -> str:
    """What stands by itself on a page or in a figure, in the language that is spoken."""
    return chinese(TABLE, PAGES)(text) if is_chinese() else text


def page_worded(page: str) -> str:
    """A page in the language that is spoken; what it shows of reports stays as it is."""
    if not is_chinese():
        return page
    said = chinese(TABLE, PAGES).page(page)
    return said.replace('<html lang="en">', '<html lang="zh-CN">', 1)
