"""Execute many notebooks at once, with live progress."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

from nbformat import NotebookNode
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from .execute import Execution, execute


def execute_all(
    notebooks: dict[str, NotebookNode], parameters: dict[str, object] | None, workers: int | None, console: Console
) -> dict[str, Execution]:
    """Execute each lab's notebook in a kernel process of its own, `workers` at a time.

    The work is done by the kernels; a thread per lab only waits for its kernel.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress, ThreadPoolExecutor(workers or os.cpu_count()) as pool:
        futures = {}
        for lab, nb in notebooks.items():
            task = progress.add_task(lab, total=len(nb.cells), start=False)
            futures[lab] = pool.submit(execute_one, nb, parameters, progress, task)
        return {lab: future.result() for lab, future in futures.items()}


def execute_one(nb: NotebookNode, parameters: dict[str, object] | None, progress: Progress, task: TaskID) -> Execution:
    progress.start_task(task)
    execution = execute(nb, parameters, on_cell=lambda index: progress.update(task, completed=index))
    progress.update(task, completed=len(nb.cells))
    progress.stop_task(task)
    return execution
