"""All sentences by theme and report: what stands behind each cell of the tables of themes."""

from __future__ import annotations

from publishing.pages.html import Html, chinese, place
from publishing.pages.study import Study
from publishing.pages.text import escaped, markdown, raw_html

_INTRODUCTION = """# Sentences by theme

Every sentence of the reports under its primary theme, report by report, each with its place.
A sentence may deal with further themes; in the report reader they are shown as well.
"""


def sentences_page(study: Study) -> str:
    """The page, as MyST with lists in HTML; a cell has the address ``#T4-<report>``."""
    parts = [_INTRODUCTION]
    for theme in study.codebook.of_kind("theme"):
        lists = []
        for one in study.reports:
            items = [
                f"<li>{chinese(one.report.wording(coding.sentence))} "
                f"{_place(one.id, coding.sentence.id)}</li>"
                for coding in one.codings.values()
                if coding.primary == theme.id
            ]
            if items:
                lists.append(
                    f'<details id="{theme.id}-{one.id}" class="sentences">'
                    f"<summary>{escaped(one.name)}: {len(items)}</summary>"
                    f"<ol>{''.join(items)}</ol></details>"
                )
        if lists:
            title = f"## {theme.id} {markdown(theme.en)} {markdown(theme.zh)}\n"
            parts += [title, raw_html(f'<div class="screen-only">{"".join(lists)}</div>')]
    return "\n".join(parts)


def _place(report: str, unit: str) -> Html:
    return Html(place(report, "", unit).replace(">, ¶", ">¶"))
