"""``govreports``: the library from the command line.

Results go to standard output in UTF-8, one clear line about bad input to standard error. The exit
status is 0; 2 when nothing of the input could be used, 3 when some of it could not.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from govreports.cli import NAMES, language
from govreports.cli.parsers import Parser
from govreports.cli.telling import INTERRUPTED, NOTHING_USED, close_output, tell, use_utf8
from govreports.errors import GovReportsError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status."""
    use_utf8()
    asked, arguments = language.asked_for(list(sys.argv[1:] if argv is None else argv))
    language.speak(asked or language.of_locale(os.environ))
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except GovReportsError as error:
        tell(str(error))
        return NOTHING_USED
    except BrokenPipeError:
        close_output()
        return 0
    except OSError as error:
        close_output()
        tell(f"{error.filename or 'standard output'}: {error.strerror or error}")
        return NOTHING_USED
    except KeyboardInterrupt:
        close_output()
        tell("interrupted")
        return INTERRUPTED
    return status


def _run(arguments: list[str]) -> int:
    parser = Parser(prog="govreports", description=__doc__)
    parser.add_argument(
        "--version", action="version", version=f"govreports {version('govreports')}"
    )
    _add_language(parser)
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
        _add_language(command)
        command.set_defaults(run=module.run)
    args = parser.parse_args(arguments)
    # What the imports left behind lives until the end: the collector need not look through it.
    gc.freeze()
    return int(args.run(args))


def _add_language(parser: Parser) -> None:
    """Declare the option that was read before there was a parser: help names it."""
    parser.add_argument(language.OPTION, choices=language.LANGUAGES, help=language.HELP)
