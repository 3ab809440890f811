"""Where things are: the one place that joins path strings.

A book is made for a *project*: this repository, or a folder of one's own that ``govreports new``
made, which holds a corpus and perhaps notebooks and pages. What comes with the distribution
(general notebooks, pages, configuration) are the *sources*. Sphinx reads one *root*: in the
repository all three are the same; for a folder of one's own ``publishing.sources`` lays the root
out in ``_build``, in the shape of the repository.
"""

from __future__ import annotations

import os
from pathlib import Path

import govreports

PUBLISHING = Path(__file__).resolve().parent
LIBRARY = Path(govreports.__file__).resolve().parent

# A wheel carries the sources inside; a checkout has them beside.
_CARRIED = PUBLISHING / "shipped"
IS_INSTALLED = _CARRIED.is_dir()
SOURCES = _CARRIED if IS_INSTALLED else PUBLISHING.parent

# Names the project's folder to a build and to Sphinx; an installation takes the current one.
PROJECT_VARIABLE = "BOOK_PROJECT"
PROJECT = Path(
    os.environ.get(PROJECT_VARIABLE) or (Path.cwd() if IS_INSTALLED else SOURCES)
).resolve()
BUILD = PROJECT / "_build"
ROOT = SOURCES if PROJECT == SOURCES else BUILD / "sources"

# The corpus that the chapters are about, and the variable that names another one to a build, to
# its notebooks and to Sphinx.
CORPUS = PROJECT / "corpus"
CORPUS_VARIABLE = "BOOK_CORPUS"
DESCRIPTOR = "datapackage.json"  # made from what a corpus holds
LOCK = PROJECT / "requirements.txt"
NOTEBOOKS = ROOT / "notebooks"
BOOK = ROOT / "book"
CONFIG = ROOT / "_config.yml"
TOC = ROOT / "_toc.yml"
STUDY = BOOK / "study.yaml"
GLOSSARY = BOOK / "glossary.yaml"
TIMELINE = BOOK / "timeline.yaml"
# What the Chinese edition says in place of the English chapters.
CHINESE = BOOK / "zh"
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
# How a sentence of this corpus is cited.
EXAMPLE = GENERATED / "example.txt"
# Figures and tables that notebooks save, gathered from all of them.
EXHIBITS = GENERATED / "exhibits"

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
    """The folder of the corpus in use: that of ``BOOK_CORPUS``, else the one of the project."""
    return Path(os.environ.get(CORPUS_VARIABLE) or CORPUS).resolve()
