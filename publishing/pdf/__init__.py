"""The PDF: one-page HTML, cleaned, turned into Typst by pandoc and set by Typst."""

from pathlib import Path

from publishing.pdf.codebook import make_codebook_pdf
from publishing.pdf.typeset import make_pdf


def make_pdfs(single: Path, folder: Path, *, language: str) -> list[Path]:
    """Set the book, and its codebook alone, from the folder of one-page HTML.

    Raises:
        BuildError: where Typst cannot set the text, or a requirement of the standards is not met.
    """
    # The codebook first: setting the book changes its folder.
    return [make(single, folder, language=language) for make in (make_codebook_pdf, make_pdf)]
