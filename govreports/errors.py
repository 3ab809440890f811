"""The errors a reader of reports can meet; each message names the file and the place."""

from collections.abc import Iterator
from contextlib import contextmanager


class GovReportsError(Exception):
    """Base of every error that bad input causes; its text is one line fit for a reader."""


class ReportError(GovReportsError):
    """A report file cannot be read, or holds no report."""


class CorpusError(GovReportsError):
    """The corpus does not agree with its register (``reports.csv``)."""


class DataError(GovReportsError):
    """A data file (codebook, lexicon, stop words, codings) is malformed or contradicts itself."""


class ArgumentError(GovReportsError, ValueError):
    """A function was asked for what cannot be: an unknown theme, report or column, a bad level."""


class ExtraError(GovReportsError, ImportError):
    """Something was asked for that an optional part of the installation does."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Import here what the extra ``name`` of this package brings.

    Raises:
        ExtraError: It is not installed; the message says how to get it.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        said = f"{error.name} is not installed, get it with: pip install 'govreports[{name}]'"
        raise ExtraError(said) from None
