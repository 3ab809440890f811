"""Small pieces of HTML that several pages share; every text that is passed in is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publishing.pages.text import escaped


class Html(str):
    """HTML that is finished and must not be escaped again."""


def cell(value: object) -> str:
    """A value as HTML: text is escaped, ``Html`` stays as it is."""
    return value if isinstance(value, Html) else escaped(str(value))


def chinese(text: str) -> Html:
    """Text of a report or a Chinese name, marked as Chinese."""
    return Html(f'<span lang="zh-Hans">{escaped(text)}</span>') if text else Html("")


def place(report: str, name: str, unit: str, *, base: str = "reports/") -> Html:
    """A link to a paragraph or sentence in the reader: ``Weihai 2017, ¶ 12.3``."""
    number = unit.removeprefix("p").replace(".s", ".")
    anchor = unit.replace(".", "-")
    return Html(f'<a href="{base}{report}.html#{anchor}">{escaped(name)}, ¶ {number}</a>')


def _aligned(value: object) -> str:
    return ' class="number"' if isinstance(value, int | float) else ""


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    caption: str = "",
    label: str = "",
    kind: str = "",
) -> str:
    """A table whose first column names its rows; it scrolls in its own frame.

    ``label`` is for those who hear the page, where a heading already says what a caption would.
    """
    top = "".join(f'<th scope="col">{escaped(label)}</th>' for label in head)
    body = []
    for first, *others in rows:
        cells = "".join(f"<td{_aligned(value)}>{cell(value)}</td>" for value in others)
        body.append(f'<tr><th scope="row">{cell(first)}</th>{cells}</tr>')
    title = f"<caption>{escaped(caption)}</caption>" if caption else ""
    name = escaped(label or caption or head[0])
    return (
        f'<div class="table-scroll {kind}" tabindex="0" role="region" aria-label="{name}">'
        f"<table>{title}<thead><tr>{top}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )
