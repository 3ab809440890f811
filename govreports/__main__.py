"""``python -m govreports``: the command where the installed script is not on the path."""

import sys

from govreports.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
