"""From bytes to text: the encodings that Chinese government pages are saved in.

Nothing is ever replaced: bytes that fit no encoding are reported with their position.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from govreports.errors import ReportError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
# Four Chinese characters of UTF-8 in a row: in GB18030 practically never a text of its own.
_UTF8_RUN = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){4,}")
_HIGH = re.compile(rb"[\x80-\xff]+")
# Signs and characters that both scripts write alike and that fill a good part of any page.
_COMMON = frozenset("，。、：；（）「」的和在中有一二三年月日人民政府法治工作行及市全面公")


class Decoded(NamedTuple):
    """A file's text, without a byte-order mark, and the encoding it was read in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a report file; raise `ReportError` naming the first byte that fits no encoding."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, codec, len(mark)), name)
    zeros = data.count(0)
    if zeros:
        if zeros * 50 < len(data):
            raise ReportError(f"byte {data.index(0)} is NUL: the file is not text, or damaged")
        codec = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
        return Decoded(_strict(data, codec, 0), codec)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise ReportError(_place(data, error.start, "utf-8")) from None
    if _looks_like_big5(data):
        raise ReportError("looks like Big5: convert it to UTF-8")
    text = _strict(data, "gb18030", 0)
    foreign = _UTF8_RUN.search(data)
    if foreign:
        place = f"bytes {foreign.start()} to {foreign.end()}"
        raise ReportError(f"{place} are UTF-8 in a file that is otherwise GB18030")
    return Decoded(text, "gb18030")


def _strict(data: bytes, codec: str, skip: int) -> str:
    try:
        return data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        raise ReportError(_place(data, skip + error.start, codec)) from None


def _place(data: bytes, position: int, codec: str) -> str:
    found = data[position : position + 1].hex()
    return f"byte {position} (0x{found}) is not valid {codec.upper()}: the file is damaged or mixed"


def _looks_like_big5(data: bytes) -> bool:
    """Whether a file holds more of the commonest characters when read as Big5 than as GB18030."""
    big5, gb = (
        sum(character in _COMMON for character in data.decode(codec, errors="ignore"))
        for codec in ("big5hkscs", "gb18030")
    )
    return big5 > 2 * gb and 10 * big5 > len(_HIGH.findall(data))


def _mostly_utf8(data: bytes) -> bool:
    high = sum(len(run) for run in _HIGH.findall(data))
    kept = data.decode("utf-8", errors="ignore").encode("utf-8")
    return 2 * sum(len(run) for run in _HIGH.findall(kept)) >= high
