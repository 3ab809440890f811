"""What holds the room of Chinese until the faces of the book have come: nothing moves when they do.

Every Han character and mark is as wide as the letter is high. A face of one empty glyph for those
of the pages is there before anything is shown, since a script brings it; where the machine has a
Chinese face, that one is seen meanwhile.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO

_EM = 1000
_EPOCH = 2082844800  # of 1970, in seconds of a font
_ASCENT, _DESCENT = 1151, -286  # those of the faces of the book
_LOCAL = {
    "Book Han Serif": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    "Book Han Sans": ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
}


def local_faces(face: str, ranges: Mapping[str, str]) -> list[str]:
    """Rules of the machine's faces that stand in for ``face``, one for each use and its range."""
    names = ",".join(f'local("{name}")' for name in _LOCAL[face])
    return [
        f'@font-face{{font-family:"{face}{use} Local";src:{names};unicode-range:{covered}}}'
        for use, covered in ranges.items()
    ]


def room_script(characters: str, ranges: Mapping[str, str]) -> str:
    """A script that makes the empty faces; given as bytes, they need no loading."""
    data = b64encode(_empty_face(characters)).decode()
    lines = [
        f'document.fonts.add(new FontFace("Book Han Room{use}", room,'
        f' {{ unicodeRange: "{covered}" }}));'
        for use, covered in ranges.items()
    ]
    return (
        f'{{\nconst room = Uint8Array.from(atob("{data}"), (c) => c.charCodeAt(0));\n'
        + "\n".join(lines)
        + "\n}\n"
    )


def _empty_face(characters: str) -> bytes:
    """A font whose one glyph, empty and an em wide, stands for each of ``characters``."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    made = FontBuilder(_EM, isTTF=True)
    made.font.recalcTimestamp = False
    made.setupGlyphOrder([".notdef", "room"])
    # A face without any outline is refused by browsers.
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 1))
    pen.lineTo((1, 0))
    pen.closePath()
    made.setupGlyf({".notdef": pen.glyph(), "room": Glyph()})
    made.setupHorizontalMetrics({".notdef": (_EM, 0), "room": (_EM, 0)})
    made.setupCharacterMap(dict.fromkeys(map(ord, characters), "room"))
    made.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    made.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT, usWinAscent=_ASCENT,
                  usWinDescent=-_DESCENT)  # fmt: skip
    made.setupNameTable({"familyName": "Room", "styleName": "Regular"})
    made.setupPost(keepGlyphNames=False)
    made.font["head"].created = made.font["head"].modified = _EPOCH
    made.font.flavor = "woff2"
    out = BytesIO()
    made.save(out)
    return out.getvalue()
