"""``govreports``: the library from the command line.

Results go to standard output, one clear line about bad input to standard error; the exit
status is 0, or 2 when the input could not be used.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from govreports.cli import NAMES
from govreports.errors import GovReportsError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="govreports", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="|".join(NAMES))
    # Only the command asked for is imported: start-up is a visible part of a short run. The others
    # are known by name, for the message about one that is not.
    asked = next((word for word in arguments if not word.startswith("-")), "")
    for name in NAMES:
        if asked not in (name, ""):
            commands.add_parser(name)
            continue
        module = import_module(f"govreports.cli.{name}")
        command = commands.add_parser(name, help=module.HELP, description=module.__doc__)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    args = parser.parse_args(arguments)
    # What the imports left behind lives until the end: the collector need not look through it.
    gc.freeze()
    try:
        return int(args.run(args))
    except GovReportsError as error:
        print(f"govreports: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
