"""Data that pages read from scripts of their own, so that they do from a file as well.

They travel compressed: a file server sends them as they are, and Chinese takes three bytes a
character. Five letters carry four bytes; none of them is a quotation mark or a backslash.
"""

from __future__ import annotations

import json
import re
import zlib
from base64 import b85decode, b85encode
from typing import Any


def packed(name: str, data: object) -> str:
    """A script that leaves ``data`` to ``book.data(name)`` of ``text.js``.

    >>> unpacked(packed("terms", {"信访": 1}))
    {'信访': 1}
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    code = b85encode(zlib.compress(text.encode(), 9)).decode()
    return f'(globalThis.BOOK_DATA ??= {{}}).{name} = "{code}";\n'


def unpacked(script: str) -> Any:
    """The data of such a script."""
    found = re.search(r'"([^"]*)"', script)
    return json.loads(zlib.decompress(b85decode(found[1]))) if found else None
