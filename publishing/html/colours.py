"""The colours of themes as style sheet: those of the figures, lighter on dark pages."""

from __future__ import annotations

from govreports.colours import THEME_COLOURS


def theme_sheet() -> str:
    """Custom properties ``--t0`` … and the rules that give each coded text its ``--t``."""
    light = "".join(f"--{name.lower()}:{colour};" for name, colour in THEME_COLOURS.items())
    dark = "".join(
        f"--{name.lower()}:color-mix(in oklab,{colour} 50%,#ffffff);"
        for name, colour in THEME_COLOURS.items()
    )
    rules = [
        f'[data-t="{name}"],[data-t^="{name} "]{{--t:var(--{name.lower()})}}'
        for name in THEME_COLOURS
    ]
    return f':root{{{light}}}\nhtml[data-theme="dark"]{{{dark}}}\n' + "\n".join(rules) + "\n"
