"""Formulas as MathML made at build time: nothing is fetched and no script is needed."""

from __future__ import annotations

import re
from html import escape

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

_LOGGER = logging.getLogger(__name__)
_UPRIGHT = re.compile(r"\\(?:mathrm|text|operatorname)\{([A-Za-z])\}")


def setup(app: Sphinx) -> None:
    """Register the renderer that ``html_math_renderer: mathml`` names."""
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))


def to_mathml(latex: str, *, display: bool) -> str:
    """MathML with its TeX as annotation and as plain alternative.

    >>> '<math' in to_mathml("a^2", display=False)
    True
    """
    mathml = convert(latex, display="block" if display else "inline")
    # A lone letter is set in italics unless told otherwise; \\mathrm says otherwise.
    for letter in _UPRIGHT.findall(latex):
        mathml = mathml.replace(
            f'<mi mathvariant="normal">{letter}</mi>', f"<mi>{letter}</mi>"
        ).replace(f"<mi>{letter}</mi>", f'<mi mathvariant="normal">{letter}</mi>')
    return mathml.replace("<math ", f'<math alttext="{escape(latex.strip())}" ', 1)


def _render(translator: HTML5Translator, node: nodes.Element, *, display: bool) -> str:
    try:
        return to_mathml(node.astext(), display=display)
    except Exception as error:  # the converter raises many kinds, all meaning bad TeX
        _LOGGER.warning("formula cannot be set: %s: %s", node.astext(), error, location=node)
        return f"<code>{escape(node.astext())}</code>"


def _inline(translator: HTML5Translator, node: nodes.math) -> None:
    translator.body.append(_render(translator, node, display=False))
    raise nodes.SkipNode


def _block(translator: HTML5Translator, node: nodes.math_block) -> None:
    translator.body.append(translator.starttag(node, "div", CLASS="math-block"))
    translator.body.append(_render(translator, node, display=True))
    if node.get("number"):
        translator.body.append(f'<span class="eqno">({node["number"]})</span>')
    translator.body.append("</div>\n")
    raise nodes.SkipNode
