"""How the book is made: generated pages, Sphinx extensions, PDF, citation metadata, data."""
