"""The Validate button: a real Jupyter server answers it with our verdict."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from nbformat import v4
from student_lab import make_student, solved
from tiny_course import JUPYTER, PROGRAMS, without

TOKEN = secrets.token_hex(8)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A student, and a function that presses Validate on a notebook of theirs."""
    student = make_student(tmp_path_factory.mktemp("server"))
    runtime = student.root / "runtime"
    variables = {
        "JUPYTER_TOKEN": TOKEN,
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "JUPYTER_PATH": str(JUPYTER),
        "JUPYTER_CONFIG_DIR": str(student.root / "no-personal-configuration"),
    }
    command = [PROGRAMS / "jupyter-server", "--no-browser", "--port=0", "--allow-root"]
    with (student.root / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=student.root, env=os.environ | variables, stdout=log, stderr=log)
    try:
        address = address_of(runtime, process)

        def press(path):
            query = urllib.parse.urlencode({"path": path.relative_to(student.root)})  # as JupyterLab's button does
            request = urllib.request.Request(f"{address}assignments/validate?{query}", method="POST")
            request.add_header("Authorization", f"token {TOKEN}")
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)

        yield student, press
    finally:
        process.terminate()
        process.wait(20)


def address_of(runtime, process):
    """Where the server listens, as soon as it says so."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            try:
                return json.loads(file.read_text())["url"]
            except ValueError:
                pass  # half written
        time.sleep(0.1)
    raise AssertionError("the Jupyter server did not start")


def test_nothing_removed_is_called_a_success(server):
    student, press = server
    answer = press(student.has(without(solved(), "test_shout")).notebook)
    assert answer["success"] is True
    (failed,) = answer["value"]["failed"]
    assert failed["source"] == "test_shout"
    assert "was deleted" in failed["error"]


def test_a_lab_done_well_is(server):
    student, press = server
    assert press(student.has(solved()).notebook) == {"success": True, "value": {}}


def test_what_a_student_prints_is_no_html_in_the_dialog(server):
    student, press = server
    nb = solved()
    nb.cells.append(v4.new_code_cell("raise ValueError('<img src=x>')"))
    (failed,) = press(student.has(nb).notebook)["value"]["failed"]
    assert "&lt;img" in failed["error"]


def test_other_notebooks_get_nbgraders_verdict(server):
    student, press = server
    path = student.root / "other.ipynb"
    graded = {"grade_id": "one", "grade": True, "solution": False, "locked": True, "schema_version": 3, "points": 1}
    cell = v4.new_code_cell("assert 1 == 2", metadata={"nbgrader": graded | {"task": False}})
    path.write_text(v4.writes(v4.new_notebook(cells=[cell])))
    assert "AssertionError" in press(path)["value"]["failed"][0]["raw_error"]


def test_files_outside_of_the_server_are_not_read(server):
    student, press = server
    outside = student.root / ".." / "elsewhere.ipynb"
    outside.write_text(v4.writes(solved()))
    with pytest.raises(urllib.error.HTTPError, match="403"):
        press(outside)
