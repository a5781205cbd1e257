"""`python -m dllabs check`: find the problems of a notebook before it is submitted.

A notebook passes if every released cell that counts is there and unchanged, every answer is given, and every test cell
ran to its end in a fresh kernel and reported that all its visible checks passed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dllabs.checks import RECORD_MIME, CheckRecord
from dllabs.student import answers
from dllabs.student.cells import PARAMETERS, checksum, grade_id, has_tag, label
from dllabs.student.execute import Execution, execute
from dllabs.student.files import read
from dllabs.student.release import Exercise, Release, ReleasedCell, release_of

if TYPE_CHECKING:
    from nbformat import NotebookNode

MOST_LINES = 4  # of the explanation of a failed check; the notebook itself shows all lines

# Visible checks passed and their number (None if unknown), points earned, and problems found.
TestResult: TypeAlias = tuple[tuple[int, int] | None, float, list[str]]


@dataclass(frozen=True)
class Finding:
    """One problem. where: the cell or exercise. what: the problem and how to fix it."""

    where: str
    what: str


@dataclass
class ExerciseResult:
    """The result of one exercise.

    answer: its state, see `dllabs.student.answers`. by_person: whether a person grades it. checks: how many visible
    checks passed, and how many there are; None if a person grades it or no result was reported. earned: the points for
    these checks.
    """

    name: str
    answer: answers.State
    points: float
    bonus: bool
    by_person: bool
    checks: tuple[int, int] | None = None
    earned: float = 0.0


@dataclass
class Verdict:
    """The result of checking one notebook. seconds: how long its execution took."""

    notebook: str
    lab: str
    version: str | None
    seconds: float
    exercises: list[ExerciseResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether there are no findings."""
        return not self.findings


def check(path: Path, on_cell: Callable[[int], object] = lambda index: None) -> Verdict:
    """Check a student's notebook without changing the file.

    on_cell: called with the index of each cell when it starts.
    Raises UsageError if the file is not a notebook of this course.
    """
    nb = read(path)
    release = release_of(nb, path)
    execution = execute(nb, path.resolve().parent, release.parameters, on_cell)
    return judge(nb, release, execution, path.name)


def judge(nb: NotebookNode, release: Release, execution: Execution, name: str) -> Verdict:
    """The verdict on a notebook, given its execution. name: the notebook's file name."""
    verdict = Verdict(name, release.lab, release.version, execution.seconds)
    places = first_places(nb)
    verdict.findings += structure(nb, release, places)
    for exercise in release.exercises:
        result, findings = judge_exercise(exercise, nb, places, execution)
        verdict.exercises.append(result)
        verdict.findings += findings
    verdict.findings += failures(nb, release, execution)
    return verdict


def first_places(nb: NotebookNode) -> dict[str, int]:
    """The index of the first cell with each grade id; grading treats other cells with that id as ordinary cells."""
    places: dict[str, int] = {}
    for index, cell in enumerate(nb.cells):
        if name := grade_id(cell):
            places.setdefault(name, index)
    return places


def place_of(released: ReleasedCell, places: Mapping[str, int]) -> int | None:
    """The index of a released cell in the student's notebook, None if it is missing."""
    return None if released.grade_id is None else places.get(released.grade_id)


def structure(nb: NotebookNode, release: Release, places: Mapping[str, int]) -> Iterator[Finding]:
    """Problems with the cells themselves: duplicated, deleted or changed."""
    names = Counter(filter(None, map(grade_id, nb.cells)))
    for name in (name for name, count in names.items() if count > 1):
        yield Finding(name, f"is there {names[name]} times: only the first one counts, so delete the other")
    for cell_id in (one for one, count in Counter(cell.get("id") for cell in nb.cells).items() if one and count > 1):
        where = [index for index, cell in enumerate(nb.cells) if cell.get("id") == cell_id]
        same = {grade_id(nb.cells[index]) for index in where}
        if len(same) > 1 or same == {None}:  # copies of a graded cell are reported above
            numbers = " and ".join(str(index + 1) for index in where)
            yield Finding(f"cells {numbers}", "have one cell id: cut one of them and paste it again")
    for released in release.cells:
        if released.kind in ("locked", "test"):
            yield from instructors_cell(nb, released, places)
    if release.parameters is not None and not any(has_tag(cell, PARAMETERS) for cell in nb.cells):
        yield Finding(PARAMETERS, "the parameters cell was deleted or lost its tag: restore it")
    known = {released.grade_id for released in release.cells}
    for name in (name for name in places if name not in known):
        yield Finding(name, "is not an exercise of this lab: it counts as an ordinary cell")


def instructors_cell(nb: NotebookNode, released: ReleasedCell, places: Mapping[str, int]) -> Iterator[Finding]:
    """A finding if a locked cell or test cell was deleted or changed."""
    if released.grade_id is None:
        return
    if released.grade_id not in places:
        what = f"the test cell ({released.points:g} points) was deleted" if released.kind == "test" else "was deleted"
        yield Finding(released.grade_id, f"{what}: restore it")
    elif checksum(nb.cells[places[released.grade_id]]) != released.checksum:
        yield Finding(released.grade_id, "was changed: grading uses the released cell, so restore it")


def judge_exercise(
    exercise: Exercise, nb: NotebookNode, places: Mapping[str, int], execution: Execution
) -> tuple[ExerciseResult, list[Finding]]:
    """The result of an exercise, and its problems."""
    graded = exercise.graded
    result = ExerciseResult(exercise.name, answers.WRITTEN, graded.points, graded.bonus, exercise.test is None)
    findings = []
    if exercise.answer is not None:
        place = place_of(exercise.answer, places)
        result.answer, what = answers.state(None if place is None else nb.cells[place], exercise.answer)
        optional = graded.bonus and result.answer == answers.UNTOUCHED
        if what and not optional:
            findings.append(Finding(exercise.name, what))
    if exercise.test is None or (place := place_of(exercise.test, places)) is None:
        return result, findings
    if checksum(nb.cells[place]) == exercise.test.checksum:
        result.checks, result.earned, why = test_result(execution, place, exercise.test.points)
        if result.answer == answers.WRITTEN:
            findings += [Finding(exercise.name, line) for line in why]
    return result, findings


def test_result(execution: Execution, index: int, points: float) -> TestResult:
    """The result of an executed test cell.

    The rules are those of grading: an error or output on standard error forfeits the points, and checks must report.
    """
    cell = execution.notebook.cells[index]
    if not execution.was_run(index):
        return None, 0.0, ["its tests were not run, because the kernel died before"]
    if error := execution.error(index):
        return None, 0.0, [f"its test cell stops: {error}"]
    outputs = cell.get("outputs", [])
    results = [output for output in outputs if output.output_type == "execute_result"]
    until = outputs.index(results[0]) if results else len(outputs)
    if any(output.output_type == "stream" and output.name == "stderr" for output in outputs[:until]):
        return None, 0.0, ["its test cell writes to standard error, which costs the points: print nothing there"]
    records = [output.data[RECORD_MIME] for output in outputs if RECORD_MIME in output.get("data", {})]
    if len(records) == 1:
        return from_record(records[0])
    if records or cell.source.rstrip().endswith(".score()"):
        return None, 0.0, ["its checks did not report: run the notebook from the top and look at the test cell"]
    return from_result(results, points)


def from_record(record: CheckRecord) -> TestResult:
    """The result in a record of `dllabs.Check`."""
    failed = [one for one in record["checks"] if not one["passed"]]
    total = len(record["checks"])
    why = []
    for one in failed:
        looks_like = f" — looks like: {one['mistake']}" if one["mistake"] else ""
        why.append("\n".join([f"✗ {one['name']}{looks_like}", *one["lines"][:MOST_LINES]]))
    if not failed and record["earned"] < record["points"]:
        why.append(f"its checks give {record['earned']:g} of {record['points']:g} points")
    return (total - len(failed), total), record["earned"], why


def from_result(results: Sequence[NotebookNode], points: float) -> TestResult:
    """The result of a test cell without `dllabs.Check`: a number is partial credit, anything else is full credit.

    results: the outputs of type "execute_result". points: what the test is worth.
    """
    try:
        earned = float(results[0].data["text/plain"]) if results else points
    except (KeyError, ValueError):
        earned = points
    if not 0 <= earned <= points:
        return None, 0.0, [f"its test cell returns {earned:g}, which is not a valid number of points"]
    return None, earned, [] if earned == points else [f"its tests give {earned:g} of {points:g} points"]


def failures(nb: NotebookNode, release: Release, execution: Execution) -> Iterator[Finding]:
    """Cells other than tests that raise, exceed the time limit or kill the kernel."""
    tests = {cell.grade_id for cell in release.cells if cell.kind == "test"}
    for index, cell in enumerate(nb.cells):
        if index == execution.died_in:
            yield Finding(label(nb, index), "killed the kernel, so nothing below it was run")
        elif grade_id(cell) in tests or has_tag(cell, "raises-exception"):
            continue
        elif error := execution.error(index):
            yield Finding(label(nb, index), f"raises {error}")
