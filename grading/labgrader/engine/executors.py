"""The executor for a course's notebooks, described so that any worker can create it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel

from .. import notebook
from ..course import Course
from ..kernels.kernelspec import modules_of
from ..nbgrader_session import NbgraderSession
from ..sandbox import PlainExecutor, SandboxExecutor
from .workers import ExecutorMaker, Workers, local_workers


def open_workers(
    session: NbgraderSession, labs: Iterable[str], *, sandboxed: bool, count: int | None, scheduler: str | None
) -> contextlib.AbstractContextManager[Workers]:
    """Workers for some labs: on this machine, or those of the Dask scheduler at an address."""
    make_executor = executor_maker(session, labs, sandboxed=sandboxed)
    if scheduler is None:
        return local_workers(make_executor, count)
    from .cluster import cluster_workers  # imports Dask, which few need

    return cluster_workers(scheduler, make_executor)


def executor_maker(session: NbgraderSession, labs: Iterable[str], *, sandboxed: bool) -> ExecutorMaker:
    """The maker of executors for some labs, with the preloaded modules and environment variables of their kernels."""
    course = session.course
    modules, environment = modules_and_variables(course, labs)
    if not sandboxed:
        return partial(PlainExecutor, tuple(modules), environment=environment)
    hidden = (course.source, course.submitted, course.autograded, course.feedback, course.gradebook, course.private)
    # c.Sandbox.readable in nbgrader_config.py: folders notebooks may read, such as data sets.
    readable = tuple(Path(course.root, folder) for folder in session.config.Sandbox.get("readable", ()))
    return partial(SandboxExecutor, tuple(modules), readable=readable, hidden=hidden, environment=environment)


def modules_and_variables(course: Course, labs: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """The modules that the kernels of some labs import in advance, and their environment variables."""
    modules: list[str] = []
    environment = {"NBGRADER_EXECUTION": "autograde"}  # nbgrader sets it too
    for spec in map(_kernelspec, sorted({name for lab in labs for name in _kernel_names(course, lab)})):
        if spec:
            modules += [module for module in modules_of(spec) if module not in modules]
            environment |= spec.env
    return modules, environment


def _kernel_names(course: Course, lab: str) -> set[str]:
    notebooks = map(notebook.read, course.notebooks(lab))
    return {nb.metadata.get("kernelspec", {}).get("name", "python3") for nb in notebooks}


def _kernelspec(name: str) -> KernelSpec | None:
    """An installed kernelspec, None if it is not installed here."""
    try:
        return KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel:
        return None
