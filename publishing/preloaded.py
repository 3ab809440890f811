"""What kernels share: importing this imports all that notebooks import, and nothing of a run.

It must not import the backend of inline figures: that ties itself to the kernel it finds at the
time, and every figure would be lost without a word. Nor does it import ``support``, which reads
the environment of its own notebook.
"""

from __future__ import annotations

import ast
import gc
import os
import pkgutil
from collections.abc import Iterator
from importlib import import_module, util

from publishing.paths import NOTEBOOKS

# Before the first import of numpy and matplotlib, which read them then. One thread each: kernels
# run side by side, and threads would not survive the fork.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"

_KERNEL = ("ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell")
# The library imports these where it first needs them.
_LATE = ("jieba", "matplotlib.pyplot", "matplotlib.backends.backend_svg", "pyarrow.parquet")


def _imported() -> Iterator[str]:
    """The modules that notebooks name, and every module of the library that they may reach."""
    for path in sorted(NOTEBOOKS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
    import govreports

    for module in pkgutil.walk_packages(govreports.__path__, "govreports."):
        if not module.name.startswith(("govreports.cli", "govreports.folder")):
            yield module.name


def _load() -> None:
    own = {path.stem for path in NOTEBOOKS.glob("*.py")}
    for name in dict.fromkeys([*_KERNEL, *_LATE, *_imported()]):
        top = name.partition(".")[0]
        if top not in own and util.find_spec(top):
            import_module(name)
    # What stays for good need not be looked through, or copied, by each kernel.
    gc.collect()
    gc.freeze()


_load()
