"""The build of the book: everything anew in a clean folder, and again with nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from publishing.metadata import COMMIT_VARIABLE, commit
from publishing.verify import copy_sources

LIMITS = {"clean build": 120.0, "nothing changed": 15.0}


def rows() -> list[dict[str, object]]:
    """One row a build: ``what``, ``seconds``, and the ``limit`` it must keep, in seconds."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "book"
        copy_sources(folder)
        environment = {**os.environ, "PYTHONPATH": str(folder), COMMIT_VARIABLE: commit()}
        found: list[dict[str, object]] = []
        for what, limit in LIMITS.items():
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "publishing"],
                cwd=folder,
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            found.append(
                {"what": what, "seconds": round(time.perf_counter() - started, 1), "limit": limit}
            )
    return found
