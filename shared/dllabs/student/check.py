"""`python -m dllabs check`: everything about a notebook that can be seen before it is handed in.

A clean verdict needs proof: every released cell that counts is there and unchanged, every answer is given, and every
test cell ran to its end in a fresh kernel and reported all its visible checks as passed.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from dllabs.student import answers
from dllabs.student.cells import PARAMETERS, checksum, grade_id, has_tag, label
from dllabs.student.execute import Execution, execute
from dllabs.student.files import read
from dllabs.student.release import Exercise, Release, release_of

RECORD_MIME = "application/vnd.dllabs.checks+json"
MOST_LINES = 4  # of the reasons a check gives: the notebook itself shows them all


@dataclass(frozen=True)
class Finding:
    """Something to look at: which cell or exercise, and what about it."""

    where: str
    what: str


@dataclass
class ExerciseResult:
    """One exercise.

    answer: its state, see `dllabs.student.answers`. checks: how many visible checks passed, of how many; None where a
    person grades, and where nothing was reported. earned: the points these checks give.
    """

    name: str
    answer: str
    points: float
    bonus: bool
    by_person: bool
    checks: tuple[int, int] | None = None
    earned: float = 0.0


@dataclass
class Verdict:
    """What the check of one notebook found."""

    notebook: str
    lab: str
    version: str | None
    seconds: float
    exercises: list[ExerciseResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether nothing needs a look."""
        return not self.findings


def check(path: Path, on_cell=lambda index: None) -> Verdict:
    """Check a student's notebook; the file is only read.

    Raises UsageError for what is no notebook of this course.
    """
    nb = read(path)
    release = release_of(nb, path)
    execution = execute(nb, path.resolve().parent, release.parameters, on_cell)
    return judge(nb, release, execution, path.name)


def judge(nb, release: Release, execution: Execution, name: str) -> Verdict:
    """The verdict on a notebook and its execution."""
    verdict = Verdict(name, release.lab, release.version, execution.seconds)
    places = first_places(nb)
    verdict.findings += structure(nb, release, places)
    for exercise in release.exercises:
        result, findings = judge_exercise(exercise, nb, places, execution)
        verdict.exercises.append(result)
        verdict.findings += findings
    verdict.findings += failures(nb, release, execution)
    return verdict


def first_places(nb) -> dict:
    """Where each grade id stands first; grading counts the first and makes ordinary cells of the others."""
    places = {}
    for index, cell in enumerate(nb.cells):
        if name := grade_id(cell):
            places.setdefault(name, index)
    return places


def structure(nb, release: Release, places: dict):
    """What was done to the cells themselves: doubled, deleted or changed."""
    names = Counter(filter(None, map(grade_id, nb.cells)))
    for name in (name for name, count in names.items() if count > 1):
        yield Finding(name, f"is there {names[name]} times: only the first one counts, so delete the other")
    for cell_id in (one for one, count in Counter(cell.get("id") for cell in nb.cells).items() if one and count > 1):
        where = [index for index, cell in enumerate(nb.cells) if cell.get("id") == cell_id]
        same = {grade_id(nb.cells[index]) for index in where}
        if len(same) > 1 or same == {None}:  # copies of a graded cell are named above
            numbers = " and ".join(str(index + 1) for index in where)
            yield Finding(f"cells {numbers}", "have one cell id: cut one of them and paste it again")
    for released in release.cells:
        if released.kind in ("locked", "test"):
            yield from instructors_cell(nb, released, places)
    if release.parameters is not None and not any(has_tag(cell, PARAMETERS) for cell in nb.cells):
        yield Finding(PARAMETERS, "the cell of the parameters was deleted or lost its tag: restore it")
    known = {released.grade_id for released in release.cells}
    for name in (name for name in places if name not in known):
        yield Finding(name, "is no exercise of this lab: it counts as an ordinary cell")


def instructors_cell(nb, released, places):
    """Whether a cell that belongs to the instructor is there as it was released."""
    if released.grade_id not in places:
        what = f"the test cell ({released.points:g} points) was deleted" if released.kind == "test" else "was deleted"
        yield Finding(released.grade_id, f"{what}: restore it")
    elif checksum(nb.cells[places[released.grade_id]]) != released.checksum:
        yield Finding(released.grade_id, "was changed: grading uses the released cell, so restore it")


def judge_exercise(exercise: Exercise, nb, places: dict, execution: Execution):
    """The result of an exercise, and what to look at in it."""
    graded = exercise.graded
    result = ExerciseResult(exercise.name, answers.WRITTEN, graded.points, graded.bonus, exercise.test is None)
    findings = []
    if exercise.answer is not None:
        place = places.get(exercise.answer.grade_id)
        result.answer, what = answers.state(None if place is None else nb.cells[place], exercise.answer)
        optional = graded.bonus and result.answer == answers.UNTOUCHED
        if what and not optional:
            findings.append(Finding(exercise.name, what))
    if exercise.test is None or exercise.test.grade_id not in places:
        return result, findings
    place = places[exercise.test.grade_id]
    if checksum(nb.cells[place]) == exercise.test.checksum:
        result.checks, result.earned, why = test_result(execution, place, exercise.test.points)
        if result.answer == answers.WRITTEN:
            findings += [Finding(exercise.name, line) for line in why]
    return result, findings


def test_result(execution: Execution, index: int, points: float):
    """Visible checks, points they give, and what is wrong, of an executed test cell.

    The rules are those of grading: an error or a line on standard error costs the points, and checks must report.
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


def from_record(record: dict):
    """What the record of `dllabs.Check` says."""
    failed = [one for one in record["checks"] if not one["passed"]]
    total = len(record["checks"])
    why = []
    for one in failed:
        looks_like = f" — looks like: {one['mistake']}" if one["mistake"] else ""
        why.append("\n".join([f"✗ {one['name']}{looks_like}", *one["lines"][:MOST_LINES]]))
    if not failed and record["earned"] < record["points"]:
        why.append(f"its checks give {record['earned']:g} of {record['points']:g} points")
    return (total - len(failed), total), record["earned"], why


def from_result(results, points: float):
    """Test cells without `dllabs.Check`: a number is partial credit, anything else that ends well is full credit."""
    try:
        earned = float(results[0].data["text/plain"]) if results else points
    except (KeyError, ValueError):
        earned = points
    if not 0 <= earned <= points:
        return None, 0.0, [f"its test cell returns {earned:g}, which is no number of points"]
    return None, earned, [] if earned == points else [f"its tests give {earned:g} of {points:g} points"]


def failures(nb, release: Release, execution: Execution):
    """Cells other than tests that raise, hang, or kill the kernel."""
    tests = {cell.grade_id for cell in release.cells if cell.kind == "test"}
    for index, cell in enumerate(nb.cells):
        if index == execution.died_in:
            yield Finding(label(nb, index), "killed the kernel, so nothing below it was run")
        elif grade_id(cell) in tests or has_tag(cell, "raises-exception"):
            continue
        elif error := execution.error(index):
            yield Finding(label(nb, index), f"raises {error}")
