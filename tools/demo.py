"""`make demo`: grade the bundled class in a course of its own, demo-course/, and say where to look.

Another folder may be named as the only argument. Every run starts clean.
Exit status 1 when a student's automatic score is not the one in tests/class/class.toml.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from labgrader import notebook
from labgrader.answers import apply_answers, read_answers, solved_answers
from labgrader.course import Course, notebook_name
from labgrader.errors import LabgraderError
from labgrader.nbgrader_session import NbgraderSession
from rich.console import Console
from rich.table import Table

REPOSITORY = Path(__file__).resolve().parents[1]
CLASS = REPOSITORY / "tests" / "class"
DEMO = REPOSITORY / "demo-course"
MARKS = "marks.csv"


def main(folder: Path = DEMO) -> int:
    """Make the course, hand in, grade, write feedback and marks; return the exit status."""
    bundled = tomllib.loads((CLASS / "class.toml").read_text(encoding="utf-8"))
    lab, students = bundled["lab"], bundled["students"]
    try:
        course = make_course(folder, lab)
        hand_in(course, lab, students)
        for command in (["grade"], ["feedback"], ["export", "--to", str(course.root / MARKS)]):
            labgrader(course, *command)
    except LabgraderError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        return error.returncode
    surprises = compare(course, lab, students)
    say_where_to_look(course, lab, students)
    for surprise in surprises:
        print(surprise, file=sys.stderr)
    return 1 if surprises else 0


def make_course(folder: Path, lab: str) -> Course:
    """A course folder with this lab's source and release and nothing graded."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    for part in ("source", "release"):
        if not (REPOSITORY / part / lab).is_dir():
            raise LabgraderError(f"There is no {part}/{lab}: run `labgrader build` first.")
        shutil.copytree(REPOSITORY / part / lab, folder / part / lab)
    return Course(folder)


def hand_in(course: Course, lab: str, students: dict) -> None:
    """Write every student's submission, and their names into the gradebook."""
    file_name = f"{notebook_name(lab)}.ipynb"
    release = notebook.read(course.release / lab / file_name)
    solved = solved_answers(notebook.read(course.source / lab / file_name))
    with NbgraderSession(course).gradebook() as gradebook:
        for student, about in students.items():
            start = solved if about["start"] == "solutions" else {}
            answers = start | read_answers(CLASS / student / f"{lab}.py")
            submission = apply_answers(release, answers, remove=about["removed"])
            notebook.write(submission, course.submitted / student / lab / file_name)
            gradebook.update_or_create_student(student, first_name=about["first_name"], last_name=about["last_name"])


def labgrader(course: Course, *arguments: str) -> None:
    """Run one labgrader command on the demo course, its progress and tables on this terminal."""
    program = shutil.which("labgrader", path=str(Path(sys.executable).parent))
    print(f"\n$ labgrader --course {course.root.name} {' '.join(arguments)}", flush=True)
    subprocess.run([program, "--course", str(course.root), *arguments], check=True)


def compare(course: Course, lab: str, students: dict) -> list[str]:
    """A sentence for each student whose score differs from the one the class file announces."""
    with (course.root / MARKS).open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: row[lab] for row in csv.DictReader(file)}
    logs = shown(course.private / "logs")
    return [
        f"{student} has {scores[student] or 'no score'} instead of {about['score']:g}: see {logs}."
        for student, about in students.items()
        if scores[student] != f"{about['score']:g}"
    ]


def say_where_to_look(course: Course, lab: str, students: dict) -> None:
    """What was made, and how to open it."""
    page = course.feedback / "ben" / lab / f"{notebook_name(lab)}.html"
    table = Table(title="Where to look", title_justify="left", show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")  # a path one can copy, not one that ends in three dots
    table.add_row("gradebook", shown(course.gradebook))
    table.add_row(f"{len(students)} feedback pages", f"{shown(page)} and its neighbours")
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
        sys.exit(main(*map(Path, sys.argv[1:2])))
    except KeyboardInterrupt:
        sys.exit(130)
