"""A point needs proof: what each kind of evidence is worth."""

from __future__ import annotations

import pytest
from labgrader.engine.verdict import judge, publishes_checks
from labgrader.job import DIED, ERROR, NOT_RUN, OK, OUTPUT_LIMIT, TIMEOUT
from nbformat.v4 import new_code_cell, new_output

MIME = "application/vnd.tiny.checks+json"


def cell(*outputs, source="check.score()"):
    about = {"grade": True, "grade_id": "test_f", "locked": True, "points": 4, "solution": False, "schema_version": 3}
    return new_code_cell(source, outputs=list(outputs), metadata={"nbgrader": about})


def result(text):
    return new_output("execute_result", data={"text/plain": text}, execution_count=1)


def record(earned, mime=MIME):
    return new_output("display_data", data={"text/plain": "✓", mime: {"earned": earned, "points": 4}})


STDERR = new_output("stream", name="stderr", text="W0000 something")
STDOUT = new_output("stream", name="stdout", text="hello")
ERROR_OUTPUT = new_output("error", ename="ValueError", evalue="", traceback=[])
BROKEN_CHECK = new_output("error", ename="BrokenCheck", evalue="", traceback=[])


@pytest.mark.parametrize(
    ("outputs", "points"),
    [
        ((record(3.5), result("3.5")), 3.5),
        ((STDOUT, record(4), result("4.0")), 4),
        ((record(0.0), result("0.0")), 0),
        ((), 0),
        ((record(4),), 0),
        ((result("4.0"),), 0),
        ((record(2), result("4.0")), 0),
        ((record(4), result("nan")), 0),
        ((record(float("nan")), result("nan")), 0),
        ((record(5), result("5.0")), 0),
        ((record(-1), result("-1.0")), 0),
        ((record(4), result("np.float64(4.0)")), 0),
        ((record(4), result("'4'")), 0),
        ((record("4"), result("4.0")), 0),
        ((record(4, mime="application/json"), result("4.0")), 0),
        ((record(4), result("4.0"), record(1), result("1.0")), 0),
        ((STDERR, record(4), result("4.0")), 0),
        ((ERROR_OUTPUT, record(4), result("4.0")), 0),
        ((new_output("display_data", data={MIME: ["4"]}), result("4.0")), 0),
    ],
)
def test_a_cell_of_checks_needs_its_record_and_the_same_number(outputs, points):
    assert judge(cell(*outputs), OK, must_record=True).points == points


@pytest.mark.parametrize(
    ("outputs", "points"),
    [
        ((), 4),
        ((STDOUT,), 4),
        ((result("2.5"),), 2.5),
        ((result("'all passed'"),), 4),
        ((result("2"), STDERR), 2),
        ((STDERR,), 0),
        ((ERROR_OUTPUT,), 0),
        ((result("nan"),), 0),
        ((result("4.5"),), 0),
        ((result("-1"),), 0),
    ],
)
def test_another_courses_cell_counts_by_nbgraders_rules(outputs, points):
    assert judge(cell(*outputs), OK, must_record=False).points == points


@pytest.mark.parametrize("must_record", [True, False])
@pytest.mark.parametrize("status", [ERROR, TIMEOUT, DIED, OUTPUT_LIMIT, NOT_RUN, None])
def test_without_a_clean_end_nothing_is_earned(status, must_record):
    verdict = judge(cell(record(4), result("4.0")), status, must_record=must_record)
    assert (verdict.points, verdict.broken) == (0, "")


def test_a_broken_check_is_a_persons_to_decide():
    verdict = judge(cell(BROKEN_CHECK), ERROR, must_record=True)
    assert (verdict.points, verdict.broken) == (None, "BrokenCheck in test_f")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("check = Check()\ncheck.score()", True),
        ("check.score()  # the points", True),
        ("x = check.score()", False),
        ("assert f(2) == 4", False),
        ("model.score(x, y)", False),
        ("", False),
        ("%time f()", False),
    ],
)
def test_a_cell_of_checks_is_known_by_its_last_expression(source, expected):
    assert publishes_checks(source) is expected
