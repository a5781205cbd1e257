"""`labgrader run` from outside."""

from __future__ import annotations

import json
import re

import nbformat
import pytest
from labgrader.run import report


def printed(course, lab: str) -> str:
    """What the last cell of an executed copy printed."""
    nb = nbformat.read(course.private / "runs" / f"{lab}.ipynb", as_version=4)
    return nb.cells[-1].outputs[0].text.strip()


def test_all_labs_run_with_their_defaults_in_an_empty_folder(course, run):
    result = run()
    assert result.exit_code == 0, result.stderr
    for lab in ("01_first", "02_second"):
        assert printed(course, lab) == "'quick' 0 []"


def test_parameters_are_literals_or_else_text(course, run):
    result = run("01_first", "--profile", "full", "-p", "SEED=[1, 2.5]")
    assert result.exit_code == 0, result.stderr
    assert printed(course, "01_first") == "'full' [1, 2.5] []"
    run("01_first", "-p", "SEED=seven")
    assert printed(course, "01_first") == "'quick' 'seven' []"


def test_only_the_selected_lab_runs(course, run):
    run("02_second")
    assert [path.name for path in (course.private / "runs").iterdir()] == ["02_second.ipynb"]


def test_an_unknown_parameter_is_refused_before_anything_runs(course, run):
    result = run("-p", "SED=1")
    assert result.exit_code == 1
    assert "no parameter SED: did you mean SEED?" in result.stderr
    assert not (course.private / "runs").exists()


def test_the_profile_is_refused_where_there_is_none(course, run):
    script = course.script("02_second")
    script.write_text(script.read_text().replace('PROFILE = "quick"\n', 'PROFILE_ = "quick"\n'))
    result = run("--profile", "full")
    assert result.exit_code == 1
    assert "02_second has no parameter PROFILE" in result.stderr


def test_a_parameter_without_a_value_is_wrong_usage(run):
    assert run("-p", "SEED").exit_code == 2


def test_an_unknown_lab_is_named_with_the_nearest(run):
    result = run("01_frist")
    assert result.exit_code == 1
    assert "'01_first'" in result.stderr


def test_the_report_counts_the_set_up_apart_and_names_the_slowest_cell(run):
    result = run("01_first")
    lab = re.search(r"01_first +│ +(\d+\.\d) +│ +(\d+\.\d) +│", result.stdout)
    assert float(lab[1]) >= 0.2
    assert float(lab[2]) >= 0.4
    slowest = re.search(r"01_first +│ (\D+?) +│ +(\d+\.\d) +│", result.stdout)
    assert slowest[1] == "Waiting"


def test_json_is_all_there_is_on_standard_output(run):
    lab = json.loads(run("01_first", "--json").stdout)["labs"][0]
    assert (lab["lab"], lab["ok"], lab["over_limit"], lab["failure"]) == ("01_first", True, False, None)
    assert lab["setup_seconds"] >= 0.2
    all_seconds = sum(cell["seconds"] for cell in lab["cells"])
    assert lab["seconds"] == pytest.approx(all_seconds - lab["setup_seconds"], abs=0.01)
    slowest = max(lab["cells"], key=lambda cell: cell["seconds"])
    assert slowest["cell"] == "Waiting"
    assert not slowest["over_limit"]


def test_what_is_beyond_a_limit_is_marked(run, monkeypatch):
    monkeypatch.setattr(report, "LAB_LIMIT", 0.3)
    monkeypatch.setattr(report, "CELL_LIMIT", 0.35)
    lab = json.loads(run("01_first", "--json").stdout)["labs"][0]
    assert lab["over_limit"]
    assert [cell["cell"] for cell in lab["cells"] if cell["over_limit"]] == ["Waiting"]
    text = run("01_first").stdout
    assert "over 0.3 s" in text
    assert "over 0.35 s" in text


def test_a_failing_cell_is_shown_and_the_other_lab_runs_on(course, run, add_cell):
    add_cell("01_first", "values = []\nvalues[3]")
    result = run()
    assert result.exit_code == 1
    assert "01_first · The accident" in result.stderr
    assert "values[3]" in result.stderr
    assert "IndexError: list index out of range" in result.stderr
    assert "\x1b" not in result.stderr
    assert printed(course, "02_second") == "'quick' 0 []"
    failed = nbformat.read(course.private / "runs" / "01_first.ipynb", as_version=4)
    assert failed.cells[-1].outputs[0].ename == "IndexError"


def test_a_failure_is_in_the_json_too(run, add_cell):
    add_cell("01_first", "1 / 0")
    result = run("--json")
    assert result.exit_code == 1
    first, second = json.loads(result.stdout)["labs"]
    assert (first["ok"], second["ok"]) == (False, True)
    assert first["failure"]["cell"] == "The accident"
    assert "ZeroDivisionError" in first["failure"]["traceback"]


def test_a_kernel_that_dies_is_a_failure_with_its_cell(run, add_cell):
    add_cell("01_first", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    result = run("01_first")
    assert result.exit_code == 1
    assert "01_first · The accident" in result.stderr
    assert "The kernel died." in result.stderr


MEETING = """
import time
from pathlib import Path
Path({folder!r}, {mine!r}).touch()
for _ in range(100):
    if Path({folder!r}, {theirs!r}).exists():
        break
    time.sleep(0.1)
else:
    raise TimeoutError("the other lab never came")
"""


def test_labs_run_side_by_side(run, add_cell, tmp_path):
    add_cell("01_first", MEETING.format(folder=str(tmp_path), mine="a", theirs="b"))
    add_cell("02_second", MEETING.format(folder=str(tmp_path), mine="b", theirs="a"))
    result = run("--workers", "2")
    assert result.exit_code == 0, result.stderr
