"""`labgrader export --for`: the columns that Moodle's and Canvas' importers look for."""

from __future__ import annotations

import csv
import io

import pytest
from tiny_course import LAB


@pytest.fixture
def marks(course, labgrader, enter):
    """The exported rows; ada has half a point less than full marks, bob handed in nothing, eve is not graded."""
    enter(
        ada={"first_name": "Ada", "last_name": "King", "email": "ada@example.org", "lms_user_id": "31"},
        bob={"last_name": '=HYPERLINK("http://example.org")', "first_name": "@Bob"},
    )
    course.submit("ada", course.solved())
    course.submit("eve", "no notebook")
    assert labgrader("grade", "--no-sandbox", "--student", "ada").exit_code == 0

    def rows(*arguments):
        done = labgrader("export", *arguments)
        assert done.exit_code == 0, done.output
        return list(csv.reader(io.StringIO(done.stdout)))

    return rows


def test_columns_and_empty_cells(marks, labgrader):
    formula = '\'=HYPERLINK("http://example.org")'
    assert marks("--for", "moodle") == [
        ["Username", "First name", "Last name", "Email address", LAB],
        ["ada", "Ada", "King", "ada@example.org", "7"],
        ["bob", "'@Bob", formula, "", ""],
        ["eve", "", "", "", ""],
    ]
    # Canvas demands Student and ID first, then SIS Login ID, then Section; the points stand in the second row.
    assert marks("--for", "canvas") == [
        ["Student", "ID", "SIS Login ID", "Section", LAB],
        ["    Points Possible", "", "", "", "9"],
        ["King, Ada", "31", "ada", "", "7"],
        [f"{formula}, @Bob", "", "bob", "", ""],
        ["eve", "", "eve", "", ""],
    ]
    assert labgrader("export", "--for", "moodle").stderr == f"Without a mark, because not graded: eve {LAB}.\n"
    assert labgrader("export", "--for", "moodle", "--exercises").exit_code == 2
