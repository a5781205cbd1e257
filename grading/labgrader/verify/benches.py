"""Benches side by side: forks of one process that has imported what the notebooks import, and has done nothing else."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection

from ..errors import LabgraderError
from ..job import DIED, TIMEOUT
from ..sandbox.shell import IMPORTED_LATER, INLINE_BACKEND
from . import bench
from .trial import CellOutcome, Outcome, Trial

SET_UP_SECONDS = 300
# One core for each bench: they share the machine, and a pool of threads takes longer to start than a check to run.
ONE_CORE = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), "1"
)


@dataclass(frozen=True)
class Batch:
    """Trials that start from the same state: `before` are the cells that lead to it."""

    label: str
    before: tuple[str, ...]
    trials: tuple[Trial, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)  # beside the notebook, by relative POSIX path


class Benches:
    """Runs batches of trials, `workers` at a time.

    modules: what to import before anything is forked; the first Benches of a process decides.
    environment: variables for the notebooks.
    """

    def __init__(self, modules: Sequence[str], environment: Mapping[str, str], workers: int | None = None):
        if sys.platform != "linux":
            raise LabgraderError("Answers are tried in forks, which need Linux: verify in WSL 2 or a container.")
        self._workers = workers or os.cpu_count() or 1
        self.modules = tuple(modules)
        self.environment = {"MPLBACKEND": INLINE_BACKEND, **ONE_CORE, **environment}
        self._context = multiprocessing.get_context("forkserver")
        own = (f"{__package__}.silence", f"{__package__}.proof", bench.__name__)
        self._context.set_forkserver_preload([*own, *IMPORTED_LATER, *modules])

    def run(self, batches: Iterable[Batch]) -> Iterator[list[Outcome]]:
        """The outcomes of each batch's trials, in order."""
        with _variables(self.environment):
            forkserver.ensure_running()
        with ThreadPoolExecutor(self._workers) as pool:
            yield from pool.map(self._run_one, batches)

    def _run_one(self, batch: Batch) -> list[Outcome]:
        outcomes: list[Outcome] = []
        while len(outcomes) < len(batch.trials):
            outcomes += self._visit(batch, batch.trials[len(outcomes) :])
        return outcomes

    def _visit(self, batch: Batch, trials: Sequence[Trial]) -> list[Outcome]:
        """What one process makes of the trials: all of them, or the first when it cannot be forked any more."""
        connection, other_end = self._context.Pipe()
        settings = (self.environment, batch.files, batch.before, trials)
        process = self._context.Process(target=bench.work, args=(other_end, *settings), daemon=True)
        process.start()
        other_end.close()
        try:
            may_fork = _prepared(connection, batch)
            outcomes = []
            for trial in trials if may_fork else trials[:1]:
                # A fork's time is watched by the process it came from.
                outcomes.append(_outcome(connection, batch, trial.seconds + 60 * may_fork))
            return outcomes
        finally:
            connection.close()
            process.kill()
            process.join()


def _prepared(connection: Connection, batch: Batch) -> bool:
    """Whether the set-up has left a process that may be forked."""
    try:
        if not connection.poll(SET_UP_SECONDS):
            raise LabgraderError(f"The cells before {batch.label} take more than {SET_UP_SECONDS} s: run the lab.")
        kind, content = connection.recv()
    except EOFError:
        raise LabgraderError(f"The cells before {batch.label} kill their process: run the lab.") from None
    if kind == bench.BROKEN:
        raise LabgraderError(f"A cell before {batch.label} fails, so that no answer can be tried:\n{content}")
    return bool(content)


def _outcome(connection: Connection, batch: Batch, seconds: float) -> Outcome:
    try:
        if not connection.poll(seconds):
            return [CellOutcome(TIMEOUT, [])]
        kind, content = connection.recv()
    except EOFError:
        return [CellOutcome(DIED, [])]
    if kind == bench.BROKEN:
        raise LabgraderError(f"The process that tries answers to {batch.label} broke:\n{content}")
    outcome: Outcome = content
    return outcome


@contextlib.contextmanager
def _variables(variables: Mapping[str, str]) -> Iterator[None]:
    """Environment variables for what is started meanwhile."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
