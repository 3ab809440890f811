"""Kernels that share what they import.

Starting Python and importing the libraries takes a notebook as long as its own work. Here one
process imports everything that notebooks use, and each kernel is forked from it. Where a system
cannot fork safely, each kernel starts afresh; results are the same.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from publishing.notebooks import OPENED_VARIABLE

_NAME = "forked"
_LAUNCHER = "ipykernel_launcher"  # the arguments after it are the kernel's own
_CONTEXT: Any = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")


def use_forked_kernels() -> None:
    """Let every kernel that this process starts be forked, with `publishing.preloaded` in it."""
    factory = KernelProvisionerFactory.instance()
    factory.provisioners[_NAME] = EntryPoint(
        _NAME, f"{__name__}:{ForkedKernel.__name__}", factory.GROUP_NAME
    )
    factory.default_provisioner_name = _NAME
    _CONTEXT.set_forkserver_preload(["publishing.preloaded"])


class ForkedKernel(LocalProvisioner):
    """A kernel in a fork of the process that has imported everything."""

    async def launch_kernel(self, cmd: list[str], **given: Any) -> Any:
        """Start it; ``cmd`` is what would have started it as a program."""
        arguments = cmd[cmd.index(_LAUNCHER) + 1 :]
        child = _CONTEXT.Process(
            target=_serve, args=(arguments, os.fspath(given["cwd"]), given["env"]), daemon=True
        )
        child.start()
        self.process = _Running(child)  # type: ignore[assignment]
        self.pid = child.pid
        return self.connection_info


class _Running:
    """A process of ``multiprocessing`` as the provisioner expects one of ``subprocess``."""

    stdin = stdout = stderr = None

    def __init__(self, child: BaseProcess) -> None:
        self._child = child

    def poll(self) -> int | None:
        return self._child.exitcode

    def wait(self) -> int | None:
        self._child.join()
        return self._child.exitcode

    def send_signal(self, number: int) -> None:
        if self._child.pid and self._child.is_alive():
            os.kill(self._child.pid, number)

    def terminate(self) -> None:
        self._child.terminate()

    def kill(self) -> None:
        self._child.kill()


def _serve(arguments: Sequence[str], folder: str, environment: Mapping[str, str]) -> None:
    """Be a kernel until told to stop; then tell which files were opened."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    opened: set[str] = set()

    def hear(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[0], (str, os.PathLike)):
            opened.add(os.path.abspath(given[0]))

    sys.addaudithook(hear)
    from ipykernel.kernelapp import IPKernelApp

    # With its parent a kernel ends too.
    IPKernelApp.launch_instance(argv=[*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
    Path(environment[OPENED_VARIABLE]).write_text(json.dumps(sorted(opened)), encoding="utf-8")
