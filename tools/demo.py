"""`make demo`: grade the bundled class in a course of its own, demo-course/, and say where to look.

Arguments: another folder, then the labs to grade (all by default). Every run starts clean.
Exit status 1 when a student's automatic score is not the one that tests/class/<lab>.toml announces.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from labgrader import notebook
from labgrader.answers import apply_answers, read_answers, solved_answers
from labgrader.course import Course, notebook_name
from labgrader.errors import LabgraderError
from labgrader.nbgrader_session import NbgraderSession
from labgrader.sandbox import refusal
from rich.console import Console
from rich.table import Table

REPOSITORY = Path(__file__).resolve().parents[1]
CLASS = REPOSITORY / "tests" / "class"
DEMO = REPOSITORY / "demo-course"
MARKS = "marks.csv"


def main(folder: str | Path = DEMO, *labs: str) -> int:
    """Make the course, hand in, grade, write feedback and marks; return the exit status."""
    folder, bundle = Path(folder), read_bundle(CLASS, labs)
    sandboxed = not (reason := refusal())
    if not sandboxed:
        print(f"No sandbox can be had here: {reason}. The class is ours, so it is graded without one;", end=" ")
        print(f"left out: {', '.join(bundle.hostile_students)}.")
        bundle = bundle.without_hostile_students()
    try:
        course = make_course(folder, bundle)
        hand_in(course, bundle)
        labgrader(course, "grade", *([] if sandboxed else ["--no-sandbox"]))
        labgrader(course, "feedback")
        labgrader(course, "export", "--to", str(course.root / MARKS))
    except LabgraderError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        return error.returncode
    surprises = compare(course, bundle)
    say_where_to_look(course, bundle)
    for surprise in surprises:
        print(surprise, file=sys.stderr)
    return 1 if surprises else 0


@dataclass(frozen=True)
class Bundle:
    """The bundled class: names by student, and by lab what each student did."""

    students: dict[str, dict]
    labs: dict[str, dict[str, dict]]

    @property
    def hostile_students(self) -> list[str]:
        """Those whose code may only run behind a wall."""
        return [student for student, about in self.students.items() if about.get("hostile")]

    def without_hostile_students(self) -> Bundle:
        """The class for a machine that has no sandbox."""
        hostile = self.hostile_students
        labs = {lab: {s: did for s, did in work.items() if s not in hostile} for lab, work in self.labs.items()}
        return Bundle({s: about for s, about in self.students.items() if s not in hostile}, labs)


def read_bundle(folder: Path, labs: Sequence[str] = ()) -> Bundle:
    """The class in tests/class, in some labs or all: class.toml, and a file per lab beside it."""
    paths = [folder / f"{lab}.toml" for lab in labs] or sorted(folder.glob("[0-9]*.toml"))
    return Bundle(read_toml(folder / "class.toml"), {path.stem: read_toml(path) for path in paths})


def read_toml(path: Path) -> dict:
    """The content of a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def make_course(folder: Path, bundle: Bundle) -> Course:
    """A course folder with source and release of the class's labs and nothing graded."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    for lab in bundle.labs:
        for part in ("source", "release"):
            if not (REPOSITORY / part / lab).is_dir():
                raise LabgraderError(f"There is no {part}/{lab}: run `labgrader build` first.")
            shutil.copytree(REPOSITORY / part / lab, folder / part / lab)
    return Course(folder)


def hand_in(course: Course, bundle: Bundle) -> None:
    """Write every student's submissions, and their names into the gradebook."""
    with NbgraderSession(course).gradebook() as gradebook:
        for student, about in bundle.students.items():
            gradebook.update_or_create_student(student, first_name=about["first_name"], last_name=about["last_name"])
    for lab, work in bundle.labs.items():
        file_name = f"{notebook_name(lab)}.ipynb"
        release = notebook.read(course.release / lab / file_name)
        solved = solved_answers(notebook.read(course.source / lab / file_name))
        for student, did in work.items():
            answers = (solved if did["start"] == "solutions" else {}) | read_answers(CLASS / student / f"{lab}.py")
            submission = apply_answers(release, answers, remove=did["removed"])
            notebook.write(submission, course.submitted / student / lab / file_name)


def labgrader(course: Course, *arguments: str) -> None:
    """Run one labgrader command on the demo course, its progress and tables on this terminal."""
    program = shutil.which("labgrader", path=str(Path(sys.executable).parent))
    print(f"\n$ labgrader --course {course.root.name} {' '.join(arguments)}", flush=True)
    subprocess.run([program, "--course", str(course.root), *arguments], check=True)


def compare(course: Course, bundle: Bundle) -> list[str]:
    """A sentence for each student whose score differs from the one the class announces."""
    with (course.root / MARKS).open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: row for row in csv.DictReader(file)}
    logs = shown(course.private / "logs")
    return [
        f"{student} has {scores[student][lab] or 'no score'} in {lab} instead of {did['score']:g}: see {logs}."
        for lab, work in bundle.labs.items()
        for student, did in work.items()
        if scores[student][lab] != f"{did['score']:g}"
    ]


def say_where_to_look(course: Course, bundle: Bundle) -> None:
    """What was made, and how to open it."""
    lab = next(iter(bundle.labs))
    page = course.feedback / "ben" / lab / f"{notebook_name(lab)}.html"
    table = Table(title="Where to look", title_justify="left", show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")  # a path one can copy, not one that ends in three dots
    table.add_row("gradebook", shown(course.gradebook))
    table.add_row(f"{sum(map(len, bundle.labs.values()))} feedback pages", f"{shown(page)} and its neighbours")
    table.add_row("marks for an LMS", shown(course.root / MARKS))
    table.add_row("submissions, executed", shown(course.autograded))
    jupyter = shown(Path(sys.executable).parent / "jupyter", course.root)
    table.add_row(
        "grade the written answers", f"cd {shown(course.root)}, start {jupyter} lab, menu Nbgrader > Formgrader"
    )
    Console().print("", table)


def shown(path: Path, start: Path = REPOSITORY) -> str:
    """A path as one would type it in a folder."""
    return os.path.relpath(path, start)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
