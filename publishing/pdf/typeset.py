"""Pandoc and Typst, called with everything fixed: fonts, time stamp, standards."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pikepdf
import pypandoc
import typst
from pylopdf_fonts_zh_cn import sans_path

from publishing.contents import root_page
from publishing.downloads import pdf_name
from publishing.editions.languages import ENGLISH
from publishing.editions.publication import edition_publication
from publishing.editions.strings import strings
from publishing.errors import BuildError
from publishing.metadata import Publication, commit
from publishing.origin import data_checksum, origin
from publishing.paths import corpus_folder
from publishing.pdf.clean import clean
from publishing.pdf.digits import digits

_HERE = Path(__file__).parent
# What book.typ says of itself.
_TOLD = (
    "Version",
    "Commit",
    "Sources:",
    "at",
    "Data: SHA-256 of datapackage.json",
    "Text and figures:",
    "Code:",
    "The reports are official documents outside copyright.",
)
STANDARDS: list[Any] = ["a-2b", "ua-1"]


def make_pdf(single: Path, folder: Path, *, language: str = ENGLISH) -> Path:
    """Set the book from the folder of one-page HTML; returns the path of the PDF.

    Raises:
        BuildError: where Typst cannot set the text, or a requirement of the standards is not met.
    """
    folder.mkdir(parents=True, exist_ok=True)
    publication = edition_publication(language)
    return set_page(single, folder / pdf_name(publication, language), publication, language)


def set_page(single: Path, target: Path, publication: Publication, language: str) -> Path:
    """Set the one page of a folder of HTML as a PDF that says of itself what the metadata say.

    Raises:
        BuildError: where Typst cannot set the text, or a requirement of the standards is not met.
    """
    for name in ("book.typ", "template.typ"):
        shutil.copy2(_HERE / name, single / name)
    (single / "digits.json").write_text(digits(), encoding="utf-8")
    (single / "metadata.json").write_text(_metadata(publication, language), encoding="utf-8")
    html = clean(single / f"{root_page()}.html", base_url=publication.base_url, language=language)
    source = single / "book-body.typ"
    pypandoc.convert_text(
        html,
        to="typst",
        format="html-tex_math_dollars-tex_math_single_backslash-auto_identifiers+native_divs+native_spans",
        outputfile=str(source),
        extra_args=[
            f"--template={single / 'template.typ'}",
            f"--lua-filter={_HERE / 'filter.lua'}",
            "--wrap=none",
        ],
    )
    try:
        typst.compile(
            str(source),
            output=str(target),
            root=str(single),
            font_paths=[str(Path(sans_path()).parent)],
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=dt.datetime.fromtimestamp(publication.epoch, tz=dt.UTC),
        )
    except typst.TypstError as error:
        raise BuildError(f"PDF: {error}") from None
    _pack(target)
    return target


def _pack(path: Path) -> None:
    """Put the many small objects of a tagged PDF into compressed streams: half the size."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.save(
            path,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )


def _metadata(publication: Publication, language: str) -> str:
    made = origin()
    fields = {**asdict(publication), "commit": commit(), **made._asdict(), "caveat": made.caveat}
    fields["checksum"] = data_checksum(corpus_folder())
    fields["edition"] = language
    released = publication.released
    if language == ENGLISH:
        fields["released"] = f"{released.day} {released:%B %Y}" if released else ""
    else:
        fields["released"] = (
            f"{released.year}年{released.month}月{released.day}日" if released else ""
        )
    fields["told"] = {text: strings()(text) if language != ENGLISH else text for text in _TOLD}
    return json.dumps(fields, ensure_ascii=False)
