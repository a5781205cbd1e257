"""The same grading on a Dask cluster: a scheduler and workers in processes of their own, without a shared folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

DASK = Path(sys.executable).parent / "dask"


def wait_for(text: str, log: Path, process: subprocess.Popen) -> str:
    """The first line of a log that holds a text."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        for line in log.read_text().splitlines():
            if text in line:
                return line
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@dataclass(frozen=True)
class Cluster:
    """A running cluster: its address, and the process that started its workers."""

    address: str
    workers: int

    def templates(self) -> list[str]:
        """The processes that the workers keep warm for us."""
        commands = [" ".join(process.cmdline()) for process in psutil.Process(self.workers).children(recursive=True)]
        return [command for command in commands if "labgrader.sandbox" in command]


@pytest.fixture
def cluster(tmp_path):
    """A scheduler with two workers."""
    processes = []

    def start(name: str, *arguments: str) -> tuple[subprocess.Popen, Path]:
        folder = tmp_path / name
        folder.mkdir()
        log = folder / "log"
        with log.open("w") as stream:
            command = [DASK, *arguments, "--no-dashboard"]
            process = subprocess.Popen(command, cwd=folder, stdout=stream, stderr=stream, start_new_session=True)
        processes.append(process)
        return process, log

    try:
        process, log = start("scheduler", "scheduler", "--host", "127.0.0.1", "--port", "0")
        address = wait_for("Scheduler at:", log, process).split()[-1]
        process, log = start("workers", "worker", address, "--nworkers", "2", "--nthreads", "1")
        wait_for("Starting established connection", log, process)
        yield Cluster(address, process.pid)
    finally:
        for process in reversed(processes):
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def test_a_cluster_gives_the_same_marks(course, cluster, tmp_path):
    course.submit("solved", course.solved())
    course.submit("released", course.release)
    course.submit("crashes", course.solved(half="import os\nos._exit(1)"))
    here = course.copy_to(tmp_path / "here")
    done = course.labgrader("grade", "--scheduler", cluster.address, "--no-sandbox")
    assert done.returncode == 0, done.stderr
    alone = here.labgrader("grade", "--no-sandbox")
    assert alone.returncode == 0, alone.stderr
    for student in ("solved", "released", "crashes"):
        assert course.grades(student) == here.grades(student)
    assert course.grades("crashes")["test_half"] == 0
    again = course.labgrader("grade", "--scheduler", cluster.address, "--no-sandbox", "--force", "--student", "solved")
    assert again.returncode == 0, again.stderr
    assert cluster.templates() == [], "when grading ends, nothing of it stays on the workers"


def test_no_scheduler_is_one_sentence(course):
    course.submit("ada", course.release)
    done = course.labgrader("grade", "--scheduler", "tcp://127.0.0.1:1", "--no-sandbox")
    assert done.returncode == 1
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_workers_and_scheduler_exclude_each_other(course):
    course.submit("ada", course.release)
    assert course.labgrader("grade", "--scheduler", "tcp://127.0.0.1:1", "--workers", "2").returncode == 2
