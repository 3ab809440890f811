"""``python -m benchmarks [NAME…]``: time each part side by side with its yardstick.

Ratios are what counts: seconds are those of the machine it ran on. A ratio is a task's time over
that of the task it is set ``beside``; ``limit`` is what the project holds itself to.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pandas as pd


def main(names: list[str]) -> None:
    """Print one table for each benchmark, or for those named."""
    every = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    for name in [f"bench_{given}" for given in names] or every:
        module = import_module(f"benchmarks.{name}")
        title = (module.__doc__ or name).strip().splitlines()[0]
        print(f"\n{name.removeprefix('bench_')}: {title}")
        table = pd.DataFrame(module.rows())
        print(table.to_string(index=False, na_rep="", float_format="{:,.3f}".format), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
