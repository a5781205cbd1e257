"""What `labgrader verify` shows in a terminal."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from .findings import Findings

HEADINGS = ("right accepted", "wrong rejected", "hint shown")
MUTANT_HEADINGS = ("mutants killed by visible checks", "by all", "equivalent")


def headings(findings: list[Findings]) -> tuple[str, ...]:
    """The columns behind lab and exercise."""
    return HEADINGS + MUTANT_HEADINGS * any(one.mutants is not None for one in findings)


def counts(one: Findings) -> tuple[str, ...]:
    """What stands in these columns."""
    bank = (f"{one.accepted}/{one.right}", f"{one.rejected}/{one.wrong}", f"{one.hinted}/{one.wrong}")
    if one.mutants is None:
        return bank
    different = one.mutants - one.equivalent
    return (*bank, f"{one.killed_visible}/{different}", f"{one.killed}/{different}", str(one.equivalent))


def tables(findings: list[Findings]) -> Iterator[Table]:
    """The counts, and below them the thresholds if there are any."""
    yield _counts(findings)
    margins = _margins(findings)
    if margins.row_count:
        yield margins


def _counts(findings: list[Findings]) -> Table:
    """One row an exercise."""
    shown = Table("lab", "exercise", title="Graders against answers", title_justify="left")
    for heading in headings(findings):
        shown.add_column(heading, justify="right")
    for one in findings:
        shown.add_row(one.lab, one.exercise, *counts(one), style="red" if one.gaps else None)
    return shown


def _margins(findings: list[Findings]) -> Table:
    """One row a threshold."""
    shown = Table(
        "exercise", "check", title="Thresholds, and the right answer that comes nearest", title_justify="left"
    )
    for heading in ("threshold", "nearest", "margin", "spread"):
        shown.add_column(heading, justify="right")
    shown.add_column("answer")
    for one in findings:
        for margin in one.margins:
            numbers = (margin.threshold, margin.measured, margin.margin, margin.spread)
            answer = f"{margin.answer}, SEED={margin.seed}"
            shown.add_row(f"{one.lab} · {one.exercise}", margin.check, *(f"{number:.3g}" for number in numbers), answer)
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
