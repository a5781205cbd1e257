"""Executors without heavy imports, and notebooks made of sources."""

from __future__ import annotations

from collections.abc import Callable

import nbformat
import pytest
from labgrader.job import Job, JobResult, Limits
from labgrader.sandbox import PlainExecutor, SandboxExecutor

KINDS = {"sandbox": SandboxExecutor, "plain": PlainExecutor}


@pytest.fixture(scope="session")
def make_job() -> Callable[..., Job]:
    """Makes a job of cell sources; keywords are limits, except `files`."""

    def make(*sources: str, files: dict[str, bytes] | None = None, **limits) -> Job:
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        text = nbformat.writes(nbformat.v4.new_notebook(cells=cells))
        return Job(text, tuple(range(len(sources))), files or {}, Limits(**limits))

    return make


@pytest.fixture(scope="session", params=KINDS)
def executor(request):
    """An executor of each kind; what holds for one holds for the other."""
    with KINDS[request.param](["numpy"]) as executor:
        yield executor


@pytest.fixture(scope="session")
def sandbox():
    """An executor behind the wall."""
    with SandboxExecutor(["numpy"]) as executor:
        yield executor


@pytest.fixture(scope="session")
def said() -> Callable[[JobResult], str]:
    """What the cells of a result have printed."""

    def printed(result: JobResult) -> str:
        outputs = [output for record in result.records for output in record.outputs]
        return "".join(output["text"] for output in outputs if output["output_type"] == "stream")

    return printed
