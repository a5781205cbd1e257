"""What a larger class costs: time per submission, overhead over the cells' own time, memory of the workers.

    .venv/bin/python benchmarks/class_size.py [LAB] [--sizes N …] [--workers N …]

Grades classes of several sizes as `labgrader grade` does, sandbox on, and prints per submission:
wall     seconds from the first submission to the last, those in which the workers start included
cells    seconds its own cells ran, as the runner saw them
overhead worker seconds beyond the cells' own: wall of the steady part times workers, less the cells
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import threading
import time
from pathlib import Path

import psutil
from bench_course import make_course
from labgrader.engine.executors import open_workers
from labgrader.engine.submissions import find_submissions
from labgrader.grade.grade import grade
from labgrader.nbgrader_session import NbgraderSession

MIB = 2**20


def main() -> None:
    arguments = parse_arguments()
    for workers in arguments.workers:
        for size in arguments.sizes:
            with tempfile.TemporaryDirectory() as folder:
                measure(NbgraderSession(make_course(Path(folder), arguments.lab, size)), arguments.lab, size, workers)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lab", metavar="LAB", nargs="?", default="01_tensors")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 300])
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    return parser.parse_args()


def measure(session: NbgraderSession, lab: str, size: int, workers: int) -> None:
    """Print what a class costs."""
    ended, results = [], []
    with Memory() as memory:
        started = time.perf_counter()
        outcomes = grade(
            session,
            find_submissions(session.course),
            lambda: Watched(open_workers(session, [lab], sandboxed=True, count=workers, scheduler=None), results),
            on_outcome=lambda outcome: ended.append(time.perf_counter()),
        ).outcomes
    assert {outcome.state for outcome in outcomes} == {"graded"}, outcomes[0]
    results = [future.result() for future in results]
    cells = statistics.mean(sum(record.seconds for record in result.records) for result in results)
    executing = statistics.median(result.seconds - sum(r.seconds for r in result.records) for result in results)
    steady = (ended[-1] - ended[workers]) / (size - 1 - workers)
    print(
        f"{size:4} submissions, {workers} workers: wall {(ended[-1] - started) / size:.2f} s, "
        f"steady {steady:.2f} s, cells {cells:.2f} s, overhead {steady * workers - cells:.2f} s "
        f"(of it inside the executor {executing:.2f} s), memory {memory.peak_pss / MIB:.0f} MiB",
        flush=True,
    )


class Watched:
    """Workers whose results are kept."""

    def __init__(self, workers, results: list):
        self.workers = workers
        self.results = results

    def __enter__(self):
        entered = self.workers.__enter__()
        self.count = entered.count
        self._submit = entered.submit
        return self

    def __exit__(self, *exception):
        return self.workers.__exit__(*exception)

    def submit(self, job):
        """Queue a job and keep what it gives."""
        future = self._submit(job)
        self.results.append(future)
        return future


class Memory:
    """The largest memory of all processes below this one, shared pages divided among those that share them (Pss)."""

    def __enter__(self) -> Memory:
        self.peak_pss, self._over = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *exception) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            total = 0
            for process in psutil.Process().children(recursive=True):
                try:
                    total += process.memory_full_info().pss
                except (psutil.NoSuchProcess, psutil.AccessDenied):
                    continue
            self.peak_pss = max(self.peak_pss, total)


if __name__ == "__main__":
    main()
