"""Only what a mark needs is executed: the instructor's demos are left out, a student's own code never is."""

from __future__ import annotations

import pytest
from labgrader import notebook
from nbformat.v4 import new_code_cell
from tiny_course import TinyCourse, cell_of

from grading import grade_with, rows

DEMO = "shown = [1, 2, 3]\nprint('a long experiment')"


@pytest.fixture
def course_with_demo(course) -> TinyCourse:
    """The tiny lab with a demo behind the exercise `half`."""
    source = course.source
    demo = new_code_cell(DEMO, id="demo", metadata={"tags": ["demo"]})
    source.cells.insert(source.cells.index(cell_of(source, "test_half")) + 1, demo)
    course.write_source(source)
    return course


def submission(course: TinyCourse, demo: str = DEMO, tags: tuple[str, ...] = ("demo",), **answers: str):
    """The solved lab with the demo as a student left it."""
    nb = course.solved(**answers)
    cell = new_code_cell(demo, id="demo", metadata={"tags": list(tags)})
    nb.cells.insert(nb.cells.index(cell_of(nb, "test_half")) + 1, cell)
    return nb


def demo_cell(course: TinyCourse, student: str):
    (cell,) = [cell for cell in course.graded(student).cells if cell.get("id") == "demo"]
    return cell


def test_an_unchanged_demo_is_skipped_and_a_changed_one_is_not(course_with_demo):
    course = course_with_demo
    course.submit("unchanged", submission(course))
    course.submit("changed", submission(course, demo="def half(x):\n    return x"))
    course.submit("untagged", submission(course, tags=()))
    course.submit("disguised", submission(course, demo="print('my own experiment')"))
    outcomes = grade_with(course)
    assert {outcome.score for outcome in outcomes.values()} == {7}
    assert demo_cell(course, "unchanged").execution_count is None
    for student in ("changed", "untagged", "disguised"):
        assert demo_cell(course, student).execution_count is not None


def test_an_answer_that_uses_a_demos_name_gets_the_demo_too(course_with_demo):
    course = course_with_demo
    course.submit("ada", submission(course, thrice="def thrice(x):\n    return len(shown) * x"))
    assert grade_with(course)["ada"].score == 7
    assert demo_cell(course, "ada").outputs[0].text == "a long experiment\n"


def test_a_name_no_demo_defines_is_missing(course_with_demo):
    course = course_with_demo
    course.submit("ada", submission(course, thrice="def thrice(x):\n    return unknown * x"))
    assert grade_with(course)["ada"].score == 6
    assert demo_cell(course, "ada").execution_count is None


def test_a_graded_cell_runs_whatever_its_tags(course):
    source = course.source
    cell_of(source, "test_thrice").metadata["tags"] = ["demo", "skip-execution"]
    course.write_source(source)
    course.submit("ada", course.release)
    grade_with(course)
    assert rows(course, "ada")["test_thrice"] == (0, None, False)


def test_files_beside_the_notebook_are_there_and_the_instructors_win(course):
    (course.root / "source" / "01_tiny" / "factor.txt").write_text("3")
    folder = course.root / "submitted" / "ada" / "01_tiny"
    course.submit("ada", course.solved(thrice=READS_FILES))
    (folder / "factor.txt").write_text("1000")
    (folder / "data").mkdir()
    (folder / "data" / "mine.txt").write_text("0")
    assert grade_with(course)["ada"].score == 7


READS_FILES = """def thrice(x):
    with open("factor.txt") as factor, open("data/mine.txt") as mine:
        return int(factor.read()) * x + int(mine.read())"""


def test_cells_know_that_they_are_graded(course):
    answer = "import os\n\ndef half(x):\n    return x / 2 if os.environ['NBGRADER_EXECUTION'] == 'autograde' else 0"
    course.submit("ada", course.solved(half=answer))
    done = course.labgrader("grade", "--no-sandbox")
    assert done.returncode == 0, done.stderr
    assert rows(course, "ada")["test_half"] == (2, None, False)


def test_a_time_limit_costs_its_exercise_only(course):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.Execute.timeout = 2\n")
    course.submit("ada", course.solved(half="def half(x):\n    while True:\n        pass"))
    outcome = grade_with(course)["ada"]
    assert (outcome.score, outcome.note) == (5, "timeout in test_half")
    assert notebook.points(cell_of(course.graded("ada"), "test_half")) == 2


def test_an_unknown_limit_is_one_sentence(course):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.Limits.memory = 4096\n")
    course.submit("ada", course.release)
    done = course.labgrader("grade", "--no-sandbox")
    assert done.returncode == 1
    assert "sets c.Limits.memory, which does not exist; there are cell_seconds" in done.stderr


def test_another_language_is_refused_in_one_sentence(course):
    course.submit("ada", course.release)
    source = course.source
    source.metadata["kernelspec"] = {"name": "ir", "language": "R", "display_name": "R"}
    course.write_source(source)
    done = course.labgrader("grade", "--no-sandbox")
    assert done.returncode == 1
    assert "01_tiny/tiny is written in R" in done.stderr
