"""Execute the labs' solutions."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from .. import notebook
from ..build.lab import read_lab
from ..course import Course
from .execute import Execution
from .parameters import refuse_unknown
from .pool import execute_all


def run(
    course: Course,
    selection: Iterable[str] = (),
    *,
    parameters: dict[str, object] | None = None,
    workers: int | None = None,
) -> dict[str, Execution]:
    """Execute labs as their scripts have them now; the executed copies lie in `.labgrader/runs`, failed ones too."""
    sources = {name: read_lab(course, name).source for name in course.lab_names(selection)}
    for name, source in sources.items():
        refuse_unknown(name, source, parameters or {})
    executions = execute_all(sources, parameters, workers, Console(stderr=True))
    for name, execution in executions.items():
        notebook.write(execution.notebook, course.private / "runs" / f"{name}.ipynb")
    return executions
