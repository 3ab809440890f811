"""What the publication says of itself in the edition that is made."""

from __future__ import annotations

from dataclasses import replace

from publishing.citation import chicago, gbt7714, title
from publishing.editions.languages import CHINESE_EDITION, language
from publishing.editions.strings import strings
from publishing.metadata import Publication, load_publication


def edition_publication(of: str = "") -> Publication:
    """The metadata, in Chinese for the Chinese edition: by default for the one being made."""
    publication = load_publication()
    return publication if (of or language()) != CHINESE_EDITION else in_chinese(publication)


def in_chinese(publication: Publication) -> Publication:
    """Title, subtitle, abstract and keywords in Chinese; the English title stands beside them."""
    say = strings()
    heading, _, subtitle = publication.title_zh.partition("：")
    return replace(
        publication,
        title=heading or publication.title,
        subtitle=subtitle,
        title_zh=title(publication),
        author=say(publication.author),
        abstract=publication.abstract_zh,
        keywords=tuple(map(say, publication.keywords)),
        language="zh",
        base_url=publication.base_url and f"{publication.base_url}{CHINESE_EDITION}/",
    )


def cited(publication: Publication, part: str = "", copy: str = "") -> str:
    """The line that a reader of the edition copies: Chicago, or GB/T 7714."""
    style = gbt7714 if language() == CHINESE_EDITION else chicago
    return style(publication, part, copy=copy).strip()
