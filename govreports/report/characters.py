"""Characters that stand for another: widths, vertical forms, radicals, traditional forms.

Every pair is one code point for one, so that a text written in the other characters keeps its
offsets. Quotes are no matter of this table: see `normalise`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from govreports.tables import packaged, read_rows

SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff"
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# Printed vertically, small or at half width: ︒ ﹁ ﹐ ｡ ｢.
_FORMS = (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE6C), *range(0xFF61, 0xFF66))
# Fonts of PDF files often map a character to the radical of the same shape.
_KANGXI = range(0x2F00, 0x2FD6)
_COMPATIBLE = range(0xF900, 0xFB00)
# Equivalent_Unified_Ideograph of Unicode 14 for U+2E81 to U+2EF3, each after its radical.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄"
    "⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻"
    "⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀"
    "⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦"
    "⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜"
    "⻰龙⻱龜⻲亀⻳龟"
)


def _canonical(codes: Iterable[int], form: str) -> dict[str, str]:
    """What Unicode's normalisation makes of characters, where it is one character."""
    normal = {chr(code): unicodedata.normalize(form, chr(code)) for code in codes}  # type: ignore[arg-type]
    return {odd: plain for odd, plain in normal.items() if len(plain) == 1 and plain != odd}


def _table() -> dict[str, str]:
    traditional = {
        row["traditional"]: row["simplified"]
        for _, row in read_rows(packaged("traditional.csv"), ("traditional", "simplified"))
    }
    alike = {
        **_canonical(_FORMS, "NFKC"),
        **_canonical(_KANGXI, "NFKC"),
        **_canonical(_COMPATIBLE, "NFC"),
        **dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True)),
        "\ufe19": "…",
    }
    alike = {odd: _FULL_WIDTH.get(plain, plain) for odd, plain in alike.items()}
    alike = {odd: traditional.get(plain, plain) for odd, plain in alike.items()}
    return {
        **traditional, **alike, **_FULL_WIDTH, **dict.fromkeys(SPACES + INVISIBLE, " "),
    }  # fmt: skip


PLAIN = _table()
"""The plain character for each odd one."""
