"""What is said to be drawable is drawn: Typst refuses PDF/A with a glyph that no font has."""

from pathlib import Path

import typst
from pylopdf_fonts_zh_cn import sans_path

from publishing.pdf.glyphs import _LATIN, drawable

FONTS = [str(Path(sans_path()).parent)]


def test_every_character_held_to_be_drawable_is(tmp_path):
    characters = "".join(chr(code) for codes in _LATIN for code in codes if chr(code) not in '"\\')
    source = tmp_path / "all.typ"
    source.write_text(
        '#set text(font: ("Libertinus Serif", "Noto Serif SC"))\n'
        f'#"{drawable(characters)}"\n#"法治，“政府”〔2021〕"',
        encoding="utf-8",
    )
    typst.compile(
        str(source),
        output=str(tmp_path / "all.pdf"),
        font_paths=FONTS,
        ignore_system_fonts=True,
        pdf_standards="a-2b",
    )
    assert drawable(characters) == characters


def test_what_no_font_has_is_shown_by_its_number():
    assert drawable("ا😀") == "〔U+0627〕〔U+1F600〕"
