"""Progress on standard error, with rate and time left: on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


class Meter:
    """Told how many files are done, it keeps one line of a terminal; elsewhere it is quiet."""

    def __init__(self, worded: Callable[[str], str] = str) -> None:
        """Begin to count now; ``worded`` puts a line into the reader's language."""
        self._worded = worded
        self._began = time.monotonic()
        self._first: int | None = None
        self._shown = sys.stderr.isatty()
        self._open = False

    def __call__(self, done: int, total: int) -> None:
        """Show that so many of so many are done."""
        if not self._shown:
            return
        # What an earlier run did is there at once: it says nothing of the rate.
        first = self._first = done if self._first is None else self._first
        spent = time.monotonic() - self._began
        rate = (done - first) / spent if spent > 0 else 0.0
        pace = f", {rate:.1f} a second" if rate else ""
        left = f", {duration((total - done) / rate)} left" if rate and done < total else ""
        self._print(f"{done:,} of {total:,} files{pace}{left}")

    def end(self) -> None:
        """Leave the line."""
        if self._open:
            print(file=sys.stderr, flush=True)
            self._open = False

    def _print(self, line: str) -> None:
        self._open = True
        print(f"\r{self._worded(line)}\x1b[K", end="", file=sys.stderr, flush=True)


def duration(seconds: float) -> str:
    """A time as people say it.

    >>> duration(42), duration(160), duration(5400)
    ('42 s', '3 min', '1 h 30 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
