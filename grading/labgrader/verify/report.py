"""What `labgrader verify` shows in a terminal."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from .findings import Findings


def table(findings: list[Findings]) -> Table:
    """One row an exercise."""
    shown = Table("lab", "exercise", title="Graders against answers", title_justify="left")
    for heading in ("right accepted", "wrong rejected", "hint shown"):
        shown.add_column(heading, justify="right")
    for one in findings:
        counts = (f"{one.accepted}/{one.right}", f"{one.rejected}/{one.wrong}", f"{one.hinted}/{one.wrong}")
        shown.add_row(one.lab, one.exercise, *counts, style="red" if one.gaps else None)
    return shown


def print_gaps(findings: list[Findings], console: Console) -> None:
    """Each gap in a line."""
    for one in findings:
        for gap in one.gaps:
            console.print(Text(f"{one.lab} · {one.exercise}: {gap}"), soft_wrap=True)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error; call what it yields with what is done, how much of it and how much there is."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Setting up", total=None)
        yield lambda doing, done, total: bar.update(task, description=f"Trying {doing}", completed=done, total=total)
