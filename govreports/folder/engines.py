"""Running batches here, on several processors of this machine, or on a Dask cluster.

All three give the same results in the same order; what a batch returns depends on its reports
alone. A process that is killed costs its batch a second run; a file that kills every process that
reads it costs only itself.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import parent_process
from typing import Any, Generic, TypeVar

from govreports.errors import ArgumentError
from govreports.store import digest

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 3  # batches of each worker that are under way at a time
_PATIENCE = 30  # seconds that a cluster has to show a worker
_KILLS = "ends the process that reads it"


@dataclass(frozen=True, slots=True)
class Work(Generic[Task, Result]):
    """What to do with a task, and what where the process that does it is killed."""

    do: Callable[[Task], Result]
    split: Callable[[Task], Sequence[Task]]  # into tasks of one file
    join: Callable[[Sequence[Result]], Result]  # of a task's pieces, in order
    failed: Callable[[Task, str], Result]  # what stands for a task that cannot be done

    def in_pieces(
        self, task: Task, attempt: Callable[[Task], Result], killed: type[Exception]
    ) -> Result:
        """A task done file by file; those that kill their process have failed."""
        results = []
        for piece in self.split(task):
            try:
                results.append(attempt(piece))
            except killed:
                results.append(self.failed(piece, _KILLS))
        return self.join(results)


def run(
    work: Work[Task, Result],
    tasks: Iterable[Task],
    *,
    workers: int = 1,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """The result of each task, in order.

    Only a few tasks are taken ahead, so that neither tasks nor results pile up. Raises
    ``ArgumentError`` where a scheduler is asked for that is not there or goes away, has no
    workers or workers with another library, or Dask is not installed.
    """
    if scheduler:
        yield from _on_cluster(work, tasks, scheduler)
    elif workers > 1:
        yield from _on_processors(work, tasks, workers)
    else:
        yield from map(work.do, tasks)


def _on_processors(
    work: Work[Task, Result], tasks: Iterable[Task], workers: int
) -> Iterator[Result]:
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    remaining = iter(tasks)
    pool = _pool(workers)
    try:
        while True:
            for task in islice(remaining, _AHEAD * workers - len(waiting)):
                waiting.append((task, _submitted(pool, work, task)))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                # One killed worker takes the pool with it: what is not done begins again, the
                # batch that was due by itself, so that it is known if it is the one.
                pool.shutdown(wait=False, cancel_futures=True)
                result = _alone(work, task)
                pool = _pool(workers)
                waiting = deque((t, f if _is_done(f) else _submitted(pool, work, t))
                                for t, f in waiting)  # fmt: skip
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_begin)


def _begin() -> None:
    """Let a worker end without a word when its user interrupts, or when its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _submitted(pool: ProcessPoolExecutor, work: Work[Task, Result], task: Task) -> Future[Result]:
    try:
        return pool.submit(work.do, task)
    except BrokenProcessPool as error:  # a worker was killed meanwhile
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


def _is_done(future: Future[Result]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _alone(work: Work[Task, Result], task: Task) -> Result:
    def attempt(piece: Task) -> Result:
        with _pool(1) as single:
            return single.submit(work.do, piece).result()

    try:
        return attempt(task)
    except BrokenProcessPool:
        return work.in_pieces(task, attempt, BrokenProcessPool)


def _on_cluster(
    work: Work[Task, Result], tasks: Iterable[Task], scheduler: str
) -> Iterator[Result]:
    with _client(scheduler) as client:
        from distributed import KilledWorker

        def submitted(task: Task) -> Any:
            # Keys are of function and arguments: without ``pure=False`` a file that changed
            # under its name would be answered from before.
            return client.submit(work.do, task, pure=False)

        ahead = _AHEAD * max(len(client.scheduler_info()["workers"]), 1)
        waiting: deque[tuple[Task, Any]] = deque()
        remaining = iter(tasks)
        while True:
            for task in islice(remaining, ahead - len(waiting)):
                waiting.append((task, submitted(task)))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                yield future.result()
            except KilledWorker:
                yield work.in_pieces(task, lambda t: submitted(t).result(), KilledWorker)


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    """A client of the scheduler, with workers that have this library."""
    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
    except ImportError:
        raise ArgumentError("a scheduler needs Dask: pip install 'govreports[dask]'") from None
    try:
        client = Client(scheduler, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise ArgumentError(f"no Dask scheduler answers at {scheduler} ({error})") from None
    try:
        _check_workers(client, scheduler)
        yield client
    except (FutureCancelledError, OSError) as error:
        raise ArgumentError(
            f"the Dask scheduler at {scheduler} went away ({error}): the same command goes on"
        ) from None
    finally:
        client.close()


def _check_workers(client: Any, scheduler: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        libraries = set(client.run(digest).values())
    except TimeoutError:
        raise ArgumentError(f"the Dask scheduler at {scheduler} has no workers") from None
    except ImportError as error:
        raise ArgumentError(f"a worker at {scheduler} lacks this library ({error})") from None
    if libraries != {digest()}:
        raise ArgumentError(f"a worker at {scheduler} has another version of this library")
