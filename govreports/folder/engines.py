"""Running batches here, on several processors of this machine, or on a Dask cluster.

All three give the same results in the same order; what a batch returns depends on its reports
alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from govreports.errors import ArgumentError

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 3  # batches of each worker that are under way at a time
_TRIES = 3  # of a batch whose worker was killed


def run(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    failed: Callable[[Task, str], Result],
    *,
    workers: int = 1,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """``function`` of each task, in order.

    ``failed`` says what stands for a task that ends its worker again and again. Only a few tasks
    are taken ahead, so that neither tasks nor results pile up. Raises ``ArgumentError`` where a
    scheduler is asked for that is not there, or Dask is not installed.
    """
    if scheduler:
        yield from _on_cluster(function, tasks, failed, scheduler)
    elif workers > 1:
        yield from _on_processors(function, tasks, failed, workers)
    else:
        yield from map(function, tasks)


def _on_processors(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    failed: Callable[[Task, str], Result],
    workers: int,
) -> Iterator[Result]:
    waiting: deque[tuple[Task, Future[Result], int]] = deque()
    remaining = iter(tasks)
    pool = ProcessPoolExecutor(workers)
    try:
        while True:
            while len(waiting) < _AHEAD * workers:
                try:
                    task = next(remaining)
                except StopIteration:
                    break
                waiting.append((task, pool.submit(function, task), 1))
            if not waiting:
                return
            task, future, tries = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # One killed worker takes the pool with it: what is not done begins again, the
                # batch that was due by itself, so that it is known if it is the one.
                pool.shutdown(wait=False, cancel_futures=True)
                yield _alone(function, task, failed, tries)
                pool = ProcessPoolExecutor(workers)
                waiting = deque((t, pool.submit(function, t), n) for t, _, n in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(
    function: Callable[[Task], Result],
    task: Task,
    failed: Callable[[Task, str], Result],
    tries: int,
) -> Result:
    for _ in range(tries, _TRIES):
        with ProcessPoolExecutor(1) as single:
            try:
                return single.submit(function, task).result()
            except BrokenProcessPool:
                continue
    return failed(task, "ends the process that reads it")


def _on_cluster(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    failed: Callable[[Task, str], Result],
    scheduler: str,
) -> Iterator[Result]:
    with _client(scheduler) as client:
        from distributed import KilledWorker

        ahead = _AHEAD * max(len(client.scheduler_info()["workers"]), 1)
        waiting: deque[tuple[Task, Any]] = deque()
        remaining = iter(tasks)
        while True:
            while len(waiting) < ahead:
                try:
                    task = next(remaining)
                except StopIteration:
                    break
                # Keys are of function and arguments: without ``pure=False`` a file that changed
                # under its name would be answered from before.
                waiting.append((task, client.submit(function, task, pure=False)))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                yield future.result()
            except KilledWorker:
                yield failed(task, "ends the process that reads it")


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        raise ArgumentError("a scheduler needs Dask: pip install 'govreports[dask]'") from None
    try:
        client = Client(scheduler, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise ArgumentError(f"no Dask scheduler answers at {scheduler} ({error})") from None
    try:
        yield client
    finally:
        client.close()
