"""The errors a reader of reports can meet; each message names the file and the place."""


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
