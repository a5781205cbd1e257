"""Each lab is executed once as its solution and once as its release; all tests of this folder look at these two.

An execution is taken from the result cache when nothing that decides it has changed. The cache forgets it when one of
these tests fails.
"""

import contextlib
import copy
from functools import cache
from pathlib import Path

import pytest
from labgrader import notebook
from labgrader.build.names import names_of
from labgrader.course import Course
from labgrader.engine.selection import DEMO, SKIP
from labgrader.run.execute import Execution
from result_cache import ExecutionCache, ResultCache

ROOT = Path(__file__).resolve().parents[2]
COURSE = Course(ROOT)
RESULTS = ResultCache()
EXECUTIONS = ExecutionCache(RESULTS)
# Two tests run at a time on two cores, and these nets are too small to gain from threads: a sixth of the work is saved.
ONE_THREAD = ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")


@contextlib.contextmanager
def on_one_core():
    """Kernels that are started meanwhile run TensorFlow without threads of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ONE_THREAD:
            patch.setenv(name, "1")
        yield


def source_of(lab):
    return notebook.read(*COURSE.notebooks(lab))


def release_of(lab):
    return notebook.read(*(COURSE.release / lab).glob("*.ipynb"))


def committed_solution_of(lab):
    return notebook.read(*(COURSE.solutions / lab).glob("*.ipynb"))


@cache
def solution_of(lab) -> Execution:
    """The solved lab, executed with everything in it."""
    with on_one_core():
        return EXECUTIONS.execute(source_of(lab))


@cache
def untouched_of(lab) -> Execution:
    """What a student gets who opens the release and runs all cells.

    Demos that use no exercise are the same cells as in the solution, where they have run already.
    """
    with on_one_core():
        return EXECUTIONS.execute(_without_repeated_demos(release_of(lab)))


def forget(lab) -> None:
    """Have the next run execute a lab again."""
    EXECUTIONS.forget(source_of(lab))
    EXECUTIONS.forget(_without_repeated_demos(release_of(lab)))


def _without_repeated_demos(release):
    """The release, the demos skipped that use no exercise and define nothing that a later cell needs."""
    needed = set()
    for cell in reversed([cell for cell in release.cells if cell.cell_type == "code"]):
        names = names_of(cell.source)
        if notebook.has_tag(cell, DEMO) and "needs(" not in cell.source and not names.binds & needed:
            cell.metadata.tags = [*notebook.tags(cell), SKIP]
        else:
            needed |= names.needs
    return release


def without_demos(nb):
    """A copy of a notebook that holds only what a mark may depend on."""
    nb = copy.deepcopy(nb)
    nb.cells = [cell for cell in nb.cells if not notebook.has_tag(cell, DEMO)]
    return nb
