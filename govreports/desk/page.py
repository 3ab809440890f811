"""The desk as one file of HTML that needs no server and asks no other host for anything."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from jinja2 import Environment, select_autoescape
from markupsafe import Markup

from govreports.codebook.model import Codebook
from govreports.codebook.strict_yaml import read_yaml
from govreports.desk.entries import entries, procedure, training
from govreports.desk.units import DeskUnit

_FOLDER = resources.files("govreports.desk") / "templates"


def desk_page(
    units: Sequence[DeskUnit],
    codebook: Codebook,
    *,
    title: str = "",
    font: str = "",
    train_first: bool = True,
    home: Mapping[str, str] | None = None,
) -> str:
    """A page on which a person codes these units from the codebook alone.

    It holds the units, the entries of the codebook and the training round, and no label that
    rules or other coders gave the units. What the coder does is kept in the browser under a name
    made from the units and the codebook's version, and saved as the files that
    ``govreports.coding.handcodings.read_codings`` reads. ``font`` is the address of a Chinese font,
    beside the page or within; without one, the fonts of the reader's system serve. It opens in the
    training round, or in the sample where ``train_first`` is false; the other is one button away.
    ``home`` is where the page leads back to, an address for each language (``en``, ``zh``).

    The language is that of the browser, or what the address asks for: ``desk.html?lang=zh``.
    """
    strings = read_yaml(_FOLDER / "strings.yaml", "strings.yaml")
    shown = [unit._asdict() for unit in units]
    data = {
        "title": title,
        "version": codebook.version,
        "strings": strings,
        "procedure": procedure(codebook),
        "codes": entries(codebook),
        "training": training(codebook),
        "trainFirst": train_first,
        "home": home,
        "units": shown,
        "sample": hashlib.sha256(_json([codebook.version, shown]).encode()).hexdigest()[:16],
    }
    style, script = (_FOLDER.joinpath(name).read_text("utf-8") for name in ("desk.css", "desk.js"))
    if font:
        style = f'@font-face{{font-family:"Desk Han";src:url("{font}");font-display:swap}}\n{style}'
    page = Environment(autoescape=select_autoescape(default=True)).from_string(
        _FOLDER.joinpath("desk.html").read_text("utf-8")
    )
    return page.render(
        title=title,
        home=home,
        strings=strings["en"],
        data=Markup(_json(data)),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        font=font,
    )


def _json(content: Any) -> str:
    """JSON that may stand in an element of HTML: no character in it can end or open one."""
    told = json.dumps(content, ensure_ascii=False, sort_keys=True)
    for character in "<>&\u2028\u2029":
        told = told.replace(character, f"\\u{ord(character):04x}")
    return told


def _hash(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
