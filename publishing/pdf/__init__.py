"""The PDF: one-page HTML, cleaned, turned into Typst by pandoc and set by Typst."""

from publishing.pdf.typeset import make_pdf

__all__ = ["make_pdf"]
