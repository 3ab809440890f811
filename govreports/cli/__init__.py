"""The subcommands of ``govreports``, one module each.

A module has ``HELP``, ``add_arguments(parser)`` and ``run(args) -> int``; it is imported only
when its command is called, so that ``govreports parse`` does not wait for matplotlib.
"""

NAMES = (
    "analyze",
    "parse",
    "segment",
    "terms",
    "codebook",
    "code",
    "quantities",
    "disclosure",
    "outlines",
    "reuse",
    "agreement",
    "export",
    "codings",
)
