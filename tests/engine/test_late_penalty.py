"""Deadlines and what lateness costs: `labgrader grade` and plain `nbgrader autograde` take away the same."""

from __future__ import annotations

import pytest
from executors import BelievingExecutor
from labgrader.cli import app
from labgrader.late_penalty import LatePenalty
from nbgrader.api import Gradebook
from tiny_course import LAB, TinyCourse
from typer.testing import CliRunner

from grading import grade_with

DAY = 24 * 60 * 60
# When each student handed in, and the share of the points that a tenth a day begun costs.
HANDED_IN = {
    "early": ("2026-11-30 12:00:00 UTC", 0.0),
    "late": ("2026-12-02 22:59:00 UTC", 0.1),
    "later": ("2026-12-03 23:00:00 UTC", 0.2),
}


def gradebook(course: TinyCourse) -> Gradebook:
    return Gradebook(f"sqlite:///{course.root / 'gradebook.db'}")


def configure(course: TinyCourse, line: str) -> None:
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"\n{line}\n")


def deadline(course: TinyCourse, *arguments: str):
    return CliRunner().invoke(app, ["--course", str(course.root), "deadline", LAB, *arguments])


def hand_in(course: TinyCourse, student: str, when: str) -> None:
    course.submit(student, course.solved())
    (course.root / "submitted" / student / LAB / "timestamp.txt").write_text(when)


def penalties(course: TinyCourse) -> dict[str, tuple[float, float | None]]:
    """Score before the penalty, and the penalty, of each student."""
    with gradebook(course) as book:
        found = book.assignment_submissions(LAB)
        return {one.student.id: (one.score, one.notebooks[0].late_submission_penalty) for one in found}


def test_both_take_the_same(course, tmp_path):
    configure(course, 'c.LatePenalty.per_day = 0.1\nc.NbGraderAPI.timezone = "Europe/Paris"')
    done = deadline(course, "2026-12-02 00:00")
    assert done.stdout == f"{LAB} is due 2026-12-02 00:00 Europe/Paris (2026-12-01 23:00 UTC).\n"
    for student, (when, _) in HANDED_IN.items():
        hand_in(course, student, when)
    theirs = course.copy_to(tmp_path / "theirs")
    # A deadline may be set before the gradebook knows anything else of the lab.
    assert theirs.nbgrader("generate_assignment", LAB, "--force").returncode == 0
    assert {one.state for one in grade_with(course).values()} == {"graded"}
    graded = theirs.nbgrader("autograde", LAB)
    assert graded.returncode == 0, graded.stderr
    assert penalties(course) == penalties(theirs)
    assert penalties(course) == {
        student: (7.0, pytest.approx(7 * share) if share else None) for student, (_, share) in HANDED_IN.items()
    }


def test_a_moved_deadline_grades_again_what_it_concerns(course):
    configure(course, "c.LatePenalty.per_day = 0.5")
    hand_in(course, "ada", "2026-12-01 12:00:00 UTC")
    assert grade_with(course, BelievingExecutor)["ada"].score == 3
    assert deadline(course, "2026-12-01 11:00 +0000").stdout == f"{LAB} is due 2026-12-01 11:00 UTC.\n"
    assert grade_with(course, BelievingExecutor)["ada"].score == 1.5
    assert grade_with(course, BelievingExecutor)["ada"].state == "unchanged"
    with gradebook(course) as book:
        book.grant_extension(LAB, "ada", hours=2)
    assert grade_with(course, BelievingExecutor)["ada"].score == 3
    deadline(course, "2026-11-01 00:00 UTC")
    assert grade_with(course, BelievingExecutor)["ada"].score == 0
    assert deadline(course, "never").stdout == deadline(course).stdout == f"{LAB} has no deadline.\n"
    assert grade_with(course, BelievingExecutor)["ada"].score == 3


def test_an_extension_is_one_members_own(course):
    configure(course, "c.LatePenalty.per_day = 0.5")
    hand_in(course, "ada", "2026-12-01 12:00:00 UTC")
    (course.root / "submitted" / "ada" / LAB / "group.csv").write_text("student\nbob\n")
    grade_with(course, BelievingExecutor)
    deadline(course, "2026-12-01 11:00")
    with gradebook(course) as book:
        book.grant_extension(LAB, "bob", hours=2)
    grade_with(course, BelievingExecutor)
    assert penalties(course) == {"ada": (3.0, 1.5), "bob": (3.0, None)}


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("tomorrow", "is no time: write it like"),
        ("2026-12-01", "is no time: write it like"),
        ("2026-13-01 10:00", "month must be in 1..12"),
        ("2026-12-01 10:00 Atlantis", "There is no time zone 'Atlantis'"),
    ],
)
def test_what_is_no_time_is_refused(course, when, sentence):
    done = deadline(course, when)
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert "no deadline" in deadline(course).stdout


def test_each_day_begun_costs_its_share_and_never_more_than_there_is():
    plugin = LatePenalty(per_day=0.25)
    for seconds, points in ((1, 2), (DAY, 2), (DAY + 1, 4), (3.5 * DAY, 8), (100 * DAY, 8)):
        assert plugin.late_submission_penalty("ada", 8, seconds) == points
    assert LatePenalty().late_submission_penalty("ada", 8, DAY) is None
    assert LatePenalty(penalty_method="zero").late_submission_penalty("ada", 8, DAY) == 8, "nbgrader's own setting"
