"""Test cells in a real kernel: what stands in the notebook afterwards, and what nbgrader makes of it."""

import nbformat
import pytest
from dllabs.checks import RECORD_MIME
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade

NOISES = {
    "a Python warning": "warnings.warn('noise')",
    "a logging handler made before": "logging.getLogger('learner').warning('noise')",
    "descriptor 2": "os.write(2, b'noise')",
    "the C library": "ctypes.CDLL(None).perror(b'noise')",
    "a thread": "t = threading.Thread(target=lambda: print('noise', file=sys.stderr)); t.start(); t.join()",
    "a child process": "subprocess.run([sys.executable, '-c', 'import os; os.write(2, b\"noise\")'])",
    "the stream": "print('noise', file=sys.stderr)",
}
IMPORTS = """
import ctypes, logging, os, subprocess, sys, threading, warnings
import dllabs
logging.getLogger("learner").addHandler(logging.StreamHandler())
"""
LEARNER = """
def double(x):
    return 2 * x

def third(x):
    rows = [1, 2]
    return rows[x]  # the learner's line
"""
NOISY_CHECK = """
check = dllabs.Check(double, points=2)
with check("two times two"):
    {noise}
    check.expect(lambda: double(2), 4)
check.score()
"""
HALF_RIGHT = """
check = dllabs.Check(double, third, points=3)
with check("two times two"):
    check.expect(lambda: double(2), 4)
with check("the third row"):
    check.expect(lambda: third(2), 3)  # a line of the test cell
check.score()
"""
BROKEN_CHECK = """
check = dllabs.Check(double, points=2)
with check("a check that cannot tell"):
    check.expect(lambda: double(2), 4, mistakes={"that is a square": 4})
check.score()
"""
OUTSIDE = "print('spoken outside', file=sys.stderr)"


def test_cell(name, source):
    """A graded cell; its points are those of the Check in it."""
    points = float(source.partition("points=")[2].partition(")")[0])
    return named(name, source, nbgrader={"grade": True, "solution": False, "points": points, "grade_id": name})


def named(name, source, **metadata):
    return new_code_cell(source.strip(), metadata={"name": name, **metadata})


test_cell.__test__ = False


@pytest.fixture(scope="module")
def executed():
    """The cells of a notebook after a kernel has run them, by name."""
    cells = [
        named("imports", IMPORTS),
        named("learner", LEARNER),
        *(test_cell(name, NOISY_CHECK.format(noise=noise)) for name, noise in NOISES.items()),
        test_cell("half right", HALF_RIGHT),
        test_cell("broken check", BROKEN_CHECK),
        named("outside", OUTSIDE),
    ]
    notebook = new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True).execute()
    nbformat.validate(notebook)
    return {cell.metadata.name: cell for cell in notebook.cells}


def stderr_of(cell):
    return "".join(output.text for output in cell.outputs if output.get("name") == "stderr")


@pytest.mark.parametrize("name", NOISES)
def test_noise_inside_a_check_does_not_cost_the_point(executed, name):
    assert stderr_of(executed[name]) == ""
    assert determine_grade(executed[name]) == (2, 2)


def test_stderr_works_outside_also_after_a_check_that_raised(executed):
    assert {name: stderr_of(cell) for name, cell in executed.items() if stderr_of(cell)} == {
        "outside": "spoken outside\n"
    }


def test_nbgrader_reads_partial_credit(executed):
    assert determine_grade(executed["half right"]) == (1.5, 3)


def test_the_report_and_its_record_are_displayed_and_the_score_is_the_result(executed):
    shown, result = executed["half right"].outputs
    assert shown.output_type == "display_data"
    assert shown.data["text/plain"].splitlines()[:3] == [
        "double, third · 1 of 2 checks passed · 1.5 of 3 points",
        "✓ two times two",
        "✗ the third row",
    ]
    assert shown.data[RECORD_MIME] == {
        "title": "double, third",
        "points": 3.0,
        "earned": 1.5,
        "checks": [
            {"name": "two times two", "passed": True, "form": False, "mistake": None, "lines": []},
            {
                "name": "the third row",
                "passed": False,
                "form": False,
                "mistake": None,
                "lines": [
                    "stopped with IndexError: list index out of range, in third "
                    "at your line `return rows[x]  # the learner's line`"
                ],
            },
        ],
    }
    assert result.output_type == "execute_result"
    assert result.data["text/plain"] == "1.5"


def test_a_broken_check_stops_the_cell(executed):
    (output,) = executed["broken check"].outputs
    assert output.output_type == "error"
    assert output.ename == "BrokenCheck"
