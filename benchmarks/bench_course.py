"""Courses for the benchmarks: a class in which everybody hands in the instructor's own answers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from labgrader import notebook
from labgrader.answers import apply_answers, solved_answers
from labgrader.course import Course, notebook_name
from labgrader.nbgrader_session import NbgraderSession

REPOSITORY = Path(__file__).resolve().parents[1]
SMALL_LABS = Path(__file__).parent / "course"
PROGRAMS = Path(sys.executable).parent


def make_course(folder: Path, lab: str, students: int) -> Course:
    """A course with one lab, of the repository or of the small ones beside this file, and a class that solved it."""
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    course = Course(folder)
    if (SMALL_LABS / "labs" / lab).is_dir():
        shutil.copytree(SMALL_LABS / "labs" / lab, folder / "labs" / lab)
        subprocess.run([PROGRAMS / "labgrader", "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    else:
        for part in ("source", "release"):
            shutil.copytree(REPOSITORY / part / lab, folder / part / lab)
    file = f"{notebook_name(lab)}.ipynb"
    answers = solved_answers(notebook.read(course.source / lab / file))
    solved = apply_answers(notebook.read(course.release / lab / file), answers)
    for number in range(students):
        notebook.write(solved, course.submitted / f"student{number:03}" / lab / file)
    NbgraderSession(course).gradebook().close()  # making a gradebook takes nbgrader three seconds, once
    return course
