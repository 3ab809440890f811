"""Here, on several processors, on a cluster: the same results; who is killed costs little."""

import multiprocessing
import os
import signal

import cloudpickle
import pytest
from distributed import LocalCluster

from govreports.errors import ArgumentError
from govreports.folder import engines
from govreports.folder.run import Options, analyse_folder
from tests.folder import test_engines
from tests.folder.invented import report
from tests.folder.test_analyze import same_results

KILLS = "ends the process that reads it"


def lengths(task):
    """The lengths of the words of a task; one word ends the process."""
    if "kill" in task:
        os._exit(9)
    return [len(word) for word in task]


def pieces(task):
    return [(word,) for word in task]


def together(results):
    return [length for result in results for length in result]


def reasons(task, reason):
    return [reason for _ in task]


WORK = engines.Work(lengths, pieces, together, reasons)
TASKS = [("a", "bb"), ("ccc", "kill", "dd"), ("e",), ("ff", "g"), ("hhh",), ("i",), ("j",), ("kk",)]
RESULTS = [[1, 2], [3, KILLS, 2], [1], [2, 1], [3], [1], [1], [2]]


@pytest.fixture(scope="module")
def cluster():
    # Tests are no part of what the workers have: what they run is sent to them whole.
    cloudpickle.register_pickle_by_value(test_engines)
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=50,
        scheduler_kwargs={"allowed_failures": 0},
    ) as running:
        yield running
    cloudpickle.unregister_pickle_by_value(test_engines)


def test_a_file_that_kills_its_process_costs_only_itself():
    assert list(engines.run(WORK, iter(TASKS), workers=2)) == RESULTS


def test_a_file_that_kills_its_worker_on_a_cluster_costs_only_itself(cluster):
    work = engines.Work(
        test_engines.lengths, test_engines.pieces, test_engines.together, test_engines.reasons
    )
    found = list(engines.run(work, iter(TASKS), scheduler=cluster.scheduler_address))
    assert found == RESULTS


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Forty reports: more batches than are under way at a time."""
    path = tmp_path_factory.mktemp("reports")
    for number in range(40):
        text = report(f"某{chr(0x4E00 + number)}县", 2015 + number % 5, number)
        (path / f"{number}.txt").write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def here(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "here"
    assert analyse_folder(folder, out, Options("rjieba"))[:2] == (40, 0)
    return out


class Kill:
    """Kills a process when the first files are done."""

    def __init__(self, worker):
        self.worker = worker
        self.killed = None

    def __call__(self, done, total):
        if self.killed is None and done < total:
            self.killed = self.worker()
            os.kill(self.killed, signal.SIGKILL)


def test_a_worker_killed_in_mid_run_changes_no_byte(folder, here, tmp_path):
    kill = Kill(lambda: multiprocessing.active_children()[0].pid)
    options = Options("rjieba", workers=2)
    assert analyse_folder(folder, tmp_path / "x", options, progress=kill)[:2] == (40, 0)
    assert kill.killed
    assert same_results(here, tmp_path / "x")


def test_a_worker_of_a_cluster_killed_in_mid_run_changes_no_byte(cluster, folder, here, tmp_path):
    kill = Kill(lambda: next(iter(cluster.workers.values())).pid)
    options = Options("rjieba", scheduler=cluster.scheduler_address)
    assert analyse_folder(folder, tmp_path / "x", options, progress=kill)[:2] == (40, 0)
    assert kill.killed
    assert same_results(here, tmp_path / "x")


def test_a_scheduler_without_workers_is_said(monkeypatch):
    monkeypatch.setattr(engines, "_PATIENCE", 0.1)
    with (
        LocalCluster(n_workers=0, dashboard_address=None, silence_logs=50) as empty,
        pytest.raises(ArgumentError, match="has no workers"),
    ):
        list(engines.run(WORK, iter(TASKS), scheduler=empty.scheduler_address))
