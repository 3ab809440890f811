"""Pages made from the corpus before Sphinx reads the book, in ``book/_generated``."""

from __future__ import annotations

from publishing.contents import general_toc, is_study
from publishing.files import fill
from publishing.metadata import Publication
from publishing.notebooks import Execution
from publishing.pages.api import api_page
from publishing.pages.cite import (
    citation_fragment,
    example_place,
    examples_fragment,
    project_fragment,
)
from publishing.pages.cite_in_chinese import chinese_citation_fragment
from publishing.pages.codebook import codebook_page
from publishing.pages.concordance import concordance_page, corpus_script
from publishing.pages.coverage_table import coverage_table_fragment
from publishing.pages.desk import desk_file
from publishing.pages.exhibits import exhibits_page
from publishing.pages.front import front_fragment
from publishing.pages.general import front_page
from publishing.pages.outline import outline_page
from publishing.pages.quantities import quantities_page
from publishing.pages.reader import report_page
from publishing.pages.sentences import sentences_page
from publishing.pages.status import status_page
from publishing.pages.study import Study
from publishing.pages.tables import glossary_page, timeline_fragment
from publishing.pages.terms import codes_script, terms_script
from publishing.pages.theme_table import theme_table_fragment
from publishing.paths import EXAMPLE, EXHIBITS, GENERATED, GENERATED_TOC


def generate_pages(
    study: Study,
    publication: Publication,
    execution: Execution,
    state: str,
    *,
    with_pdf: bool = True,
) -> None:
    """Write all pages anew; the exhibits that notebooks saved stay.

    ``state`` names the state of corpus, library and environment that the notebooks ran in.
    Fragments, which chapters include, are listed in ``_config.yml`` as no pages of their own.
    """
    pages = _chapters(study, publication, with_pdf=with_pdf) | {
        "concordance.md": concordance_page(),
        "quantities.md": quantities_page(study),
        "outline.md": outline_page(study),
        "sentences.md": sentences_page(study),
        "codebook.md": codebook_page(study, publication, with_pdf=with_pdf),
        "glossary.md": glossary_page(study),
        "exhibits.md": exhibits_page(execution),
        "api.md": api_page(),
        "status.md": status_page(study, publication, execution.paths, state),
        EXAMPLE.name: example_place(study),
        "static/js/corpus.js": corpus_script(study),
        "static/js/terms.js": terms_script(study),
        "static/js/codes.js": codes_script(study),
        "static/desk.html": desk_file(study),
        **{f"reports/{one.id}.md": report_page(one, study, publication) for one in study.reports},
    }
    fill(GENERATED, pages, besides=EXHIBITS)


def _chapters(study: Study, publication: Publication, *, with_pdf: bool) -> dict[str, str]:
    """What chapters include; where there are none, the front page and the contents."""
    if is_study():
        return {
            "front.md": front_fragment(publication, with_pdf=with_pdf),
            "citation.md": citation_fragment(publication)
            + "\n"
            + examples_fragment(publication, study),
            "citation_in_chinese.md": chinese_citation_fragment(publication, study),
            "project.md": project_fragment(publication),
            "timeline.md": timeline_fragment(),
            "theme_table.md": theme_table_fragment(study),
            "coverage_table.md": coverage_table_fragment(study),
        }
    return {
        "index.md": front_page(study, publication, with_pdf=with_pdf),
        GENERATED_TOC.name: general_toc(),
    }
