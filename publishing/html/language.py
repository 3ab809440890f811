"""Marking Chinese in English prose, for speech, for fonts and for line breaking."""

from __future__ import annotations

import re

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = (
    "\u3001-\u3011\u3014-\u301b\uff00-\uff0f\uff1a-\uff20\u201c\u201d\u2018\u2019\u00b7\u2014\u2026"
)
# Marks that only Chinese has; the others are of English as well.
_CHINESE_MARKS = "\u3001-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20"
_OPENING_MARKS = f"[{_CHINESE_MARKS}\u201c\u2018]"
# Figures between quotation marks, and brackets, stay whole: both marks are Chinese or neither.
_QUOTED = "[\u201c\u2018][0-9A-Za-z%+./-]{1,12}[\u201d\u2019]"
_INSIDE = f"[{HAN}{_MARKS}0-9%,:;.-]{{1,40}}"
_BRACKETED = f"\\({_INSIDE}\\)|〔[0-9]{{1,8}}〕"
# A run starts and ends with Chinese; figures and half-width stops may stand inside it. Marks of
# Chinese are Chinese by themselves too.
_RUN = re.compile(
    f"(?:{_OPENING_MARKS}*[{HAN}]|{_QUOTED}(?=[{HAN}]))"
    f"(?:{_QUOTED}|{_BRACKETED}|[{HAN}{_MARKS}]|[0-9%,:;().-]{{1,12}}(?=[{HAN}]))*"
    f"|(?:〔[0-9]{{1,8}}〕|[{_CHINESE_MARKS}])+"
)
_TOKEN = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|textarea|title|option|math|svg)\b[^>]*>.*?</\1\s*>"
    r"|<[^>]*>"
    r"|[^<]+",
    re.DOTALL | re.IGNORECASE,
)
_OPENING = re.compile(r"<([a-zA-Z][\w-]*)[^>]*?(/?)>")
_VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")  # nothing closes these
_CHINESE = re.compile(r"\slang=[\"']?zh")


def _opens_chinese(token: str) -> bool:
    tag = _OPENING.match(token)
    return bool(tag and _CHINESE.search(token) and tag[1].lower() not in _VOID)


def mark_chinese(page: str) -> str:
    """Wrap runs of Chinese in ``<span lang="zh-Hans">``, where it is not marked already.

    >>> mark_chinese("<p>a term (法治政府) here</p>")
    '<p>a term (<span lang="zh-Hans">法治政府</span>) here</p>'
    >>> mark_chinese('<input lang="zh-Hans"><p>执法</p>')
    '<input lang="zh-Hans"><p><span lang="zh-Hans">执法</span></p>'
    """
    out: list[str] = []
    name, depth = "", 0  # the element, and how deep in others of its name, that is marked already
    for match in _TOKEN.finditer(page):
        token = match[0]
        if not token.startswith("<"):
            out.append(token if depth else _RUN.sub(_wrapped, token))
            continue
        out.append(token)
        if depth:
            if token.startswith(f"</{name}"):
                depth -= 1
            elif (tag := _OPENING.match(token)) and tag[1] == name and not tag[2]:
                depth += 1
        elif _opens_chinese(token) and (tag := _OPENING.match(token)) and match[1] is None:
            name, depth = tag[1], 1
    return "".join(out)


def _wrapped(match: re.Match[str]) -> str:
    return f'<span lang="zh-Hans">{match[0]}</span>'
