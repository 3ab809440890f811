"""Where things are in the repository: the one place that joins path strings."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The corpus that the chapters are about, and the variable that names another one to a build, to
# its notebooks and to Sphinx.
CORPUS = ROOT / "corpus"
CORPUS_VARIABLE = "BOOK_CORPUS"
DESCRIPTOR = "datapackage.json"  # made from what a corpus holds
LIBRARY = ROOT / "govreports"
NOTEBOOKS = ROOT / "notebooks"
BOOK = ROOT / "book"
PUBLISHING = ROOT / "publishing"
LOCK = ROOT / "requirements.txt"
CONFIG = ROOT / "_config.yml"
TOC = ROOT / "_toc.yml"
STUDY = BOOK / "study.yaml"
GLOSSARY = BOOK / "glossary.yaml"
TIMELINE = BOOK / "timeline.yaml"
ENGLISH = NOTEBOOKS / "english.yaml"
CASES = NOTEBOOKS / "cases"

METADATA = PUBLISHING / "metadata.yaml"
ASSETS = PUBLISHING / "assets"
TEMPLATES = PUBLISHING / "templates"

# Pages and files made from the corpus before Sphinx reads the book.
GENERATED = BOOK / "_generated"
GENERATED_REPORTS = GENERATED / "reports"
GENERATED_STATIC = GENERATED / "static"
# The contents of a book about another corpus than that of the chapters.
GENERATED_TOC = GENERATED / "toc.yml"
# Figures and tables that notebooks save, gathered from all of them.
EXHIBITS = GENERATED / "exhibits"

BUILD = ROOT / "_build"
# Frames that are costly to make, kept from build to build and shared with the notebooks.
STORE = BUILD / "store"
HTML = BUILD / "html"
PDF = BUILD / "pdf"
STAMP = BUILD / "stamp.json"
LOG = BUILD / "build.log"
# Executed notebooks, one folder for each state of corpus, library and environment.
EXECUTED = BUILD / "executed"
# Results that are costly to make, named by a hash of what they are made from.
KEPT = BUILD / "kept"
# What Sphinx wrote last, with the doctrees it wrote from.
SPHINX = BUILD / "sphinx"
# Where a build is put together; it replaces the last good one only when all of it succeeded.
STAGE = BUILD / "stage"


def corpus_folder() -> Path:
    """The folder of the corpus in use: that of ``BOOK_CORPUS``, else the one of this repository."""
    return Path(os.environ.get(CORPUS_VARIABLE) or CORPUS).resolve()
