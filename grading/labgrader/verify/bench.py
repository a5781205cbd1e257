"""A process in which one exercise is set up once, and answers to it are tried in forks, one after the other."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import math
import os
import pickle
import random
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from nbconvert.filters import strip_ansi

from ..engine.job import DIED, MIB, OK, TIMEOUT
from ..kernels.fork_guard import threads_of_this_process
from ..sandbox import linux
from ..sandbox.runner import CellRunner
from ..sandbox.streams import CellStream
from .trial import CellOutcome, Outcome, Trial

OUTPUT_BYTES = 1 * MIB  # of one cell
MEMORY_BYTES = 6 * 1024 * MIB  # of addresses, beyond those of the process an answer is forked from
PREPARED = "prepared"
BROKEN = "broken"
DONE = "done"


def work(
    connection: Connection,
    environment: Mapping[str, str],
    files: Mapping[str, bytes],
    before: Sequence[str],
    trials: Sequence[Trial],
) -> None:
    """Set up an exercise and try answers.

    Sends (PREPARED, whether this process may be forked) or (BROKEN, text), then (DONE, outcome) for each trial.
    After a set-up that started threads, as TensorFlow's first operation does, nothing may be forked: then only the
    first trial is made, in this process itself, and whoever asked has to ask again for the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    os.environ.update(environment)
    threads = threads_of_this_process()
    folder = Path(tempfile.mkdtemp(prefix="labgrader-bench-"))
    try:
        runner = _set_up(folder, files)
        for source in before:
            outcome = _run(runner, [source])[0]
            if outcome.status != OK:
                connection.send((BROKEN, f"{source}\n\n{_last_words(outcome)}"))
                return
        may_fork = threads_of_this_process() <= threads
        connection.send((PREPARED, may_fork))
        if may_fork:
            gc.freeze()
            for trial in trials:
                connection.send((DONE, _try_in_fork(runner, trial)))
        else:
            connection.send((DONE, _run(runner, trials[0].cells)))
    except BaseException:
        connection.send((BROKEN, traceback.format_exc()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _set_up(folder: Path, files: Mapping[str, bytes]) -> CellRunner:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    os.chdir(folder)
    os.environ["IPYTHONDIR"] = str(folder / ".ipython")
    sys.path[:] = [*(entry for entry in sys.path if entry), ""]
    sys.argv = ["ipykernel_launcher.py"]
    streams = sys.stdout, sys.stderr = CellStream("stdout", 1), CellStream("stderr", 2)
    random.seed(0)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(0)
    return CellRunner(streams)


def _run(runner: CellRunner, cells: Sequence[str]) -> Outcome:
    return [
        CellOutcome(**asyncio.run(runner.run(source, count, OUTPUT_BYTES))) for count, source in enumerate(cells, 1)
    ]


def _try_in_fork(runner: CellRunner, trial: Trial) -> Outcome:
    """The outcome of a trial in a process of its own, which is ended after its time."""
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns of every fork beside other threads; NumPy's wait for work and survive a fork.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        os.close(reader)
        _become_trial(runner, trial, writer)
    os.close(writer)
    try:
        outcome, in_time = _receive(reader, time.monotonic() + trial.seconds)
    finally:
        os.close(reader)
        _end(child)
    if len(outcome) < len(trial.cells):
        outcome.append(CellOutcome(DIED if in_time else TIMEOUT, []))
    return outcome


def _become_trial(runner: CellRunner, trial: Trial, writer: int) -> None:
    """Run the cells in this fork; it never returns."""
    try:
        os.setsid()  # a group of its own, with whatever the answer starts
        _end_with_parent()
        addresses = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (addresses, addresses))
        processor_seconds = math.ceil(trial.seconds * (os.cpu_count() or 1)) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds))
        runner.go_on_in_fork()
        for count, source in enumerate(trial.cells, start=1):
            outcome = pickle.dumps(CellOutcome(**asyncio.run(runner.run(source, count, OUTPUT_BYTES))))
            os.write(writer, len(outcome).to_bytes(8, "big"))
            with os.fdopen(os.dup(writer), "wb") as pipe:
                pipe.write(outcome)
    finally:
        os._exit(0)


def _receive(reader: int, deadline: float) -> tuple[Outcome, bool]:
    """The outcomes of cells that come through a pipe until its other end closes, and whether it did so in time."""
    received, outcome = bytearray(), []
    while select.select([reader], [], [], max(0.0, deadline - time.monotonic()))[0]:
        piece = os.read(reader, MIB)
        received += piece
        while len(received) >= 8 and len(received) >= 8 + (length := int.from_bytes(received[:8], "big")):
            outcome.append(pickle.loads(received[8 : 8 + length]))
            del received[: 8 + length]
        if not piece:
            return outcome, True
    return outcome, False


def _end(child: int) -> None:
    for kill in (os.killpg, os.kill):  # the group may not be there yet
        with contextlib.suppress(ProcessLookupError):
            kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _end_with_parent() -> None:
    linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)


def _last_words(outcome: CellOutcome) -> str:
    """The error that a cell of the set-up ended in."""
    errors = [output for output in outcome.outputs if output["output_type"] == "error"]
    return strip_ansi("\n".join(errors[-1]["traceback"])) if errors else outcome.status
