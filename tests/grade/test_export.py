"""The table for a learning management system."""

from __future__ import annotations

import csv

from nbgrader.api import Gradebook
from tiny_course import LAB


def test_one_row_a_student_with_harmless_cells(course):
    course.submit("ada", course.solved())
    assert course.labgrader("grade").returncode == 0
    students = {
        "ada": ("Ada", '=HYPERLINK("http://example.org")'),
        "bob": ("+1", "-1"),
        "@eve": ("\tEve", "O'Hara, née Roe"),
    }
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        for student, (first_name, last_name) in students.items():
            gradebook.update_or_create_student(student, first_name=first_name, last_name=last_name)
    done = course.labgrader("export", LAB, "--exercises", "--to", "marks.csv")
    assert (done.returncode, done.stdout) == (0, "")
    with (course.root / "marks.csv").open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    exercises = [f"{LAB} {name}" for name in ("square", "half", "thrice", "explain")]
    assert heading == ["student_id", "last_name", "first_name", *exercises, LAB, f"{LAB} max", "total"]
    assert rows == [
        ["'@eve", "O'Hara, née Roe", "'\tEve", "", "", "", "", "", "9", "0"],
        ["ada", '\'=HYPERLINK("http://example.org")', "Ada", "4", "2", "1", "0", "7", "9", "7"],
        ["bob", "'-1", "'+1", "", "", "", "", "", "9", "0"],
    ]
