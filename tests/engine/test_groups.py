"""Group work: one submission, one execution, the same marks for everybody whom group.csv names."""

from __future__ import annotations

import csv
import shutil
from functools import partial

import pytest
from executors import BelievingExecutor, CountingExecutor
from labgrader.cli import app
from nbgrader.api import Gradebook, MissingEntry
from tiny_course import LAB, TinyCourse
from typer.testing import CliRunner

from grading import comments, grade_with, rows


def hand_in(course: TinyCourse, student: str, members: str | bytes, nb=None) -> None:
    """Hand in a solved notebook with a group file that holds the members, a name a line, or whatever bytes it is."""
    course.submit(student, nb or course.solved(explain="Neither sign survives."))
    content = members if isinstance(members, bytes) else "\n".join(["student", *members.split(), ""]).encode()
    (course.root / "submitted" / student / LAB / "group.csv").write_bytes(content)


def gradebook(course: TinyCourse) -> Gradebook:
    return Gradebook(f"sqlite:///{course.root / 'gradebook.db'}")


def enter(course: TinyCourse, *students: str) -> None:
    """A roster of these students."""
    with gradebook(course) as book:
        for student in students:
            book.update_or_create_student(student, first_name=student.title())


def recorded(course: TinyCourse) -> set[str]:
    """The students for whom the gradebook holds a submission."""
    with gradebook(course) as book:
        return {submission.student.id for submission in book.assignment_submissions(LAB)}


def graded_folders(course: TinyCourse) -> set[str]:
    return {path.parent.name for path in (course.root / "autograded").glob(f"*/{LAB}")}


def labgrader(course: TinyCourse, *arguments: str):
    done = CliRunner().invoke(app, ["--course", str(course.root), *arguments])
    assert done.exit_code == 0, done.output
    return done


def test_every_member_gets_the_marks_and_a_page(course):
    hand_in(course, "ada", "bob eve")
    hand_in(course, "zoe", "zoe", course.solved(half="def half(x):\n    return 0"))
    outcomes = grade_with(course)
    assert outcomes["ada"].note == "together with bob, eve"
    assert outcomes["zoe"].note == ""
    assert rows(course, "ada") == rows(course, "bob") == rows(course, "eve") != rows(course, "zoe")
    assert rows(course, "bob")["test_square"] == (4, None, False)
    assert comments(course, "bob") == comments(course, "ada")
    assert course.graded("bob") == course.graded("ada")
    assert recorded(course) == graded_folders(course) == {"ada", "bob", "eve", "zoe"}
    # Feedback for each, which says whose work it is; the table says so too.
    pages = labgrader(course, "feedback").stdout.splitlines()
    assert pages == [f"feedback/{student}/{LAB}/tiny.html" for student in ("ada", "bob", "eve", "zoe")]
    assert "<code>ada</code>, <code>bob</code>, <code>eve</code>" in course.page("eve")
    assert "Group work" not in course.page("zoe")
    heading, *marks = csv.reader(labgrader(course, "export").stdout.splitlines())
    assert heading[3:6] == [LAB, f"{LAB} max", f"{LAB} group"]
    together = ["7", "9", "ada bob eve", "7"]
    assert {row[0]: row[3:] for row in marks} == dict.fromkeys(("ada", "bob", "eve"), together) | {
        "zoe": ["5", "9", "", "5"]
    }


def test_a_group_is_executed_once_and_grading_it_again_changes_nothing(course, tmp_path):
    hand_in(course, "ada", "ada bob")
    counting = partial(CountingExecutor, folder=tmp_path)
    assert grade_with(course, counting)["ada"].state == "graded"
    assert len(list(tmp_path.glob("job-*"))) == 1
    before = rows(course, "ada"), rows(course, "bob")
    outcome = grade_with(course, counting)["ada"]
    assert (outcome.state, outcome.note) == ("unchanged", "together with bob")
    assert grade_with(course, counting, force=True)["ada"].changed == {}
    assert (rows(course, "ada"), rows(course, "bob")) == before
    assert recorded(course) == {"ada", "bob"}
    shutil.rmtree(course.root / "autograded" / "bob")
    assert grade_with(course, counting)["ada"].state == "graded", "bob's notebook was lost"
    assert graded_folders(course) == {"ada", "bob"}


def test_whoever_leaves_a_group_loses_its_marks_and_whoever_joins_gets_them(course):
    hand_in(course, "ada", "bob eve")
    grade_with(course, BelievingExecutor)
    hand_in(course, "ada", "eve zoe")
    grade_with(course, BelievingExecutor)
    assert recorded(course) == graded_folders(course) == {"ada", "eve", "zoe"}
    (course.root / "submitted" / "ada" / LAB / "group.csv").unlink()
    course.submit("zoe", course.release)
    grade_with(course, BelievingExecutor)
    assert recorded(course) == graded_folders(course) == {"ada", "zoe"}
    assert rows(course, "zoe")["explain"][0] == 0, "her own work now"


WRONG = {
    "unknown": ("adda", "group.csv names adda, whom the gradebook does not know: is 'ada' meant?"),
    "own submission": ("zoe", "group.csv names zoe, who has handed in too: keep one of the two"),
    "two groups": ("carl", "group.csv names carl, who is in the group of dora too"),
    "a path": ("../zoe", "group.csv names '../zoe', which is no user name"),
    "too many": (" ".join(f"s{n}" for n in range(21)), "group.csv names more than 20 people"),
    "no heading": (b"ada\nbob\n", "group.csv does not begin with the heading 'student'"),
    "empty": (b"", "group.csv does not begin with the heading 'student'"),
    "another encoding": ("student\nJosé\n".encode("latin-1"), "group.csv is not UTF-8 text: save it as CSV UTF-8"),
}


@pytest.fixture
def three(course) -> TinyCourse:
    """Three others have handed in: zoe alone, dora with carl, and fay with gus."""
    enter(course, "ada", "bob", "carl", "dora", "fay", "gus", "zoe")
    course.submit("zoe", course.solved())
    hand_in(course, "dora", "carl")
    hand_in(course, "fay", "gus")
    return course


@pytest.mark.parametrize(("members", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_group_is_said_and_the_others_are_graded(three, members, reason):
    hand_in(three, "bob", members)
    outcomes = grade_with(three, BelievingExecutor)
    assert (outcomes["bob"].state, outcomes["bob"].note) == ("failed", reason)
    fine = {"zoe", "fay", "gus"} | ({"dora", "carl"} if members != "carl" else set())
    assert recorded(three) == graded_folders(three) == fine
    assert outcomes["dora"].state == ("graded" if members != "carl" else "failed"), "nobody chooses between two groups"
    hand_in(three, "bob", "ada")
    assert {one.state for one in grade_with(three, BelievingExecutor).values()} <= {"graded", "unchanged"}
    assert recorded(three) == {"ada", "bob", "carl", "dora", "fay", "gus", "zoe"}


def test_a_link_is_not_followed(course, tmp_path):
    (tmp_path / "secret").write_text("student\nbob\n")
    course.submit("ada", course.solved())
    (course.root / "submitted" / "ada" / LAB / "group.csv").symlink_to(tmp_path / "secret")
    assert grade_with(course, BelievingExecutor)["ada"].note == "group.csv is a link or a device, not a file"


def test_spreadsheets_and_repetitions_are_understood(course):
    hand_in(course, "ada", '\ufeff"Student";"role"\r\n"bob";"writes"\r\n\r\nada;\r\nbob;\r\n'.encode())
    assert grade_with(course, BelievingExecutor)["ada"].note == "together with bob"
    assert recorded(course) == {"ada", "bob"}


def test_a_member_who_hands_in_later_keeps_that_mark_and_the_group_is_asked(course):
    hand_in(course, "ada", "bob eve")
    grade_with(course, BelievingExecutor)
    course.submit("bob", course.release)
    outcomes = grade_with(course, BelievingExecutor)
    assert (outcomes["ada"].state, outcomes["bob"].state) == ("failed", "graded")
    assert recorded(course) == {"ada", "bob"}, "as for any submission that fails, nbgrader's row of ada's stays"
    assert graded_folders(course) == {"bob"}
    export = labgrader(course, "export")
    assert [row[3] != "" for row in csv.reader(export.stdout.splitlines()[1:])] == [False, True, False]
    assert export.stderr == f"Without a mark, because not graded: ada {LAB}, eve {LAB}.\n"
    shutil.rmtree(course.root / "submitted" / "bob")
    grade_with(course, BelievingExecutor)
    assert rows(course, "ada") == rows(course, "bob") == rows(course, "eve")


def test_all_members_are_recorded_or_none(course, monkeypatch):
    hand_in(course, "ada", "bob")
    write = "labgrader.engine.gradebook_writer.GradebookWriter._write_penalty"
    seen = []

    def fails_for_the_second(self, part, student, seconds_late):
        seen.append(student)
        if student == "bob":
            raise OSError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(write, fails_for_the_second)
        assert grade_with(course, BelievingExecutor)["ada"].state == "failed"
    assert seen == ["ada", "bob"]
    for student in seen:
        with pytest.raises(MissingEntry):
            rows(course, student)
    assert grade_with(course, BelievingExecutor)["ada"].state == "graded"


def give(course: TinyCourse, student: str, points: float, comment: str) -> None:
    """What formgrader does when somebody grades a written answer."""
    with gradebook(course) as book:
        grade = book.find_grade("explain", "tiny", LAB, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.find_comment("explain", "tiny", LAB, student).manual_comment = comment
        book.db.commit()


def test_points_given_by_hand_to_one_reach_those_who_have_none(course):
    hand_in(course, "ada", "bob eve")
    grade_with(course, BelievingExecutor)
    give(course, "bob", 2.5, "Nearly.")
    give(course, "eve", 1, "You told me that you did not write this.")
    labgrader(course, "export")
    assert [rows(course, name)["explain"] for name in ("ada", "bob", "eve")] == [
        (None, 2.5, False),
        (None, 2.5, False),
        (None, 1, False),
    ]
    labgrader(course, "feedback")
    assert "Nearly." in course.page("ada")
    assert "You told me" in course.page("eve")
    hand_in(course, "ada", "bob eve zoe")
    grade_with(course, BelievingExecutor)
    assert rows(course, "zoe")["explain"] == (None, 2.5, True), "graded again: a person may want another look"


def test_one_student_of_a_group_can_be_named(course):
    hand_in(course, "ada", "bob")
    course.submit("zoe", course.solved())
    assert "together with bob" in course.labgrader("grade", "--no-sandbox", "--student", "bob").stdout
    assert recorded(course) == {"ada", "bob"}
    pages = labgrader(course, "feedback", "--student", "bob").stdout.split()
    assert f"feedback/bob/{LAB}/tiny.html" in pages


def test_nobody_enters_a_group_by_forging_a_notebook(course):
    forged = course.solved()
    forged.metadata["labgrader"] = {"group": ["zoe", "ada"], "version": "1.0.0"}
    course.submit("ada", forged)
    course.submit("zoe", course.solved(explain="Mine."))
    grade_with(course, BelievingExecutor)
    assert course.graded("ada").metadata["labgrader"] == {"version": "1.0.0"}
    give(course, "zoe", 3, "Good.")
    labgrader(course, "export")
    assert rows(course, "ada")["explain"][1] is None
