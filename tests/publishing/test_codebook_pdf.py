"""The codebook is taken out of the book whole, and nothing else with it."""

import lxml.html
import pytest

from publishing.errors import BuildError
from publishing.pdf.codebook import codebook_alone

PAGE = """<html><body><article><section><h1>Front</h1></section>
<span id="document-book/first"></span><section><h1>First chapter</h1></section>
<span id="document-book/_generated/codebook"></span><section id="codebook"><h1>Codes</h1>
<p>A definition.</p></section>
<span id="document-book/last"></span><section><h1>Last chapter</h1></section>
</article></body></html>"""


def test_only_the_codebook_and_a_front_are_kept() -> None:
    article = lxml.html.fromstring(codebook_alone(PAGE)).find(".//article")
    assert article is not None
    assert [heading.text for heading in article.iter("h1")][1:] == ["Codes"]
    assert "A definition." in article.text_content()
    assert "chapter" not in article.text_content()


@pytest.mark.parametrize("page", ["<p>nothing</p>", PAGE.replace("_generated/codebook", "other")])
def test_a_page_without_a_codebook_is_refused(page: str) -> None:
    with pytest.raises(BuildError, match="has no"):
        codebook_alone(page)
