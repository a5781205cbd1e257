"""The terminal output of `labgrader grade` and `labgrader feedback`."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from ..course import Course
from ..engine.handed_in import printable
from .feedback import Page
from .grade import Grading, Outcome
from .marks import in_words


class RateColumn(TextColumn):
    """The number of submissions finished per minute."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        """The rate so far."""
        return Text(f"{task.speed * 60:.0f} a minute" if task.speed else "")


@contextlib.contextmanager
def progress(doing: str, total: int) -> Iterator[Callable[[Outcome | Page], None]]:
    """A progress bar on standard error with count, rate and time left; call the yielded function after each one."""
    columns = [
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TextColumn("time left"),
        TimeRemainingColumn(),
    ]
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda one: bar.update(task, advance=1, description=printable(f"{doing} {one.lab} of {one.student}"))


def tables(outcomes: list[Outcome]) -> Iterator[Table]:
    """The marks, and below them those that changed."""
    yield _marks(outcomes)
    changes = _changes(outcomes)
    if changes.row_count:
        yield changes


def _marks(outcomes: Iterable[Outcome]) -> Table:
    """One row a submission: its marks, whether a person must grade something, and what went wrong."""
    table = Table("student", "lab", "score", "by hand", "remarks", title="Marks", title_justify="left")
    for outcome in outcomes:
        words = {"failed": "not graded", "broken": "no verdict"}
        score = words.get(outcome.state, "")
        if outcome.score is not None:
            score = f"{in_words(outcome.score)} / {in_words(outcome.max_score)}"
        by_hand = "to do" if outcome.needs_manual_grading else ""
        remarks = "; ".join(filter(None, ["unchanged" if outcome.state == "unchanged" else "", outcome.note]))
        style = "red" if outcome.state in words else None
        table.add_row(*map(_plain, (outcome.student, outcome.lab, score, by_hand, remarks)), style=style)
    return table


def _changes(outcomes: Iterable[Outcome]) -> Table:
    """One row for each mark that differs from that of an earlier grading."""
    table = Table("student", "lab", "exercise", "was", "is", title="Changed marks", title_justify="left")
    for outcome in outcomes:
        for exercise, (before, after) in outcome.changed.items():
            points = ("none" if value is None else in_words(value) for value in (before, after))
            table.add_row(*map(_plain, (outcome.student, outcome.lab, exercise, *points)))
    return table


def interruption(grading: Grading, total: int) -> str:
    """The message after Ctrl-C."""
    return (
        f"Interrupted: {len(grading.outcomes)} of {total} submissions are graded and stay so; "
        "the same command grades the rest."
    )


def problems(outcomes: list[Outcome], course: Course) -> str:
    """What needs attention, one sentence per line; empty if nothing does."""
    count = Counter(outcome.state for outcome in outcomes)
    sentences = []
    if count["failed"]:
        sentences.append(
            f"{count['failed']} of {len(outcomes)} submissions could not be graded and have no mark: read the logs in "
            f"{course.private / 'logs'}, then grade them again."
        )
    if count["broken"]:
        sentences.append(
            f"The grader broke in {count['broken']} of {len(outcomes)} submissions, which have no final mark: fix the "
            "problems in the remarks and grade again, or enter the points in formgrader."
        )
    return "\n".join(sentences)


def _plain(text: str) -> Text:
    """Text that rich shows literally: a student may put markup or colours into a name."""
    return Text(printable(text))
