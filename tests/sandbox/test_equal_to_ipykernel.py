"""Honest cells publish behind the wall what they publish in an ordinary kernel under nbgrader."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import matplotlib
import nbformat
import pytest
from honest_cells import CELLS
from labgrader.job import ERROR, OK, Job
from labgrader.sandbox import SandboxExecutor
from matplotlib import font_manager
from nbgrader.preprocessors import Execute

# What differs from one run to the next in any kernel.
VARYING = {
    rf"(?:/tmp|{re.escape(tempfile.gettempdir())})/ipykernel_\d+": "ipykernel_N",  # in the sandbox TMPDIR is /tmp
    r"0x[0-9a-f]{6,}|object at \w+|at 0x\w+": "ADDRESS",
    r"CPU times[^\"]*?\\n": "CPU",
    r"Wall time[^\"]*?\\n": "WALL",
    r"<dc:date>[^<]*": "DATE",
    r"Task-\d+": "TASK",
}


@pytest.fixture(scope="module")
def notebook() -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernelspec})


@pytest.fixture(scope="module")
def from_ipykernel(notebook, tmp_path_factory) -> list[tuple]:
    """Outputs and counts from nbgrader's own Execute on an ordinary kernel."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTEST_CURRENT_TEST", raising=False)  # ipykernel sees it and leaves descriptors alone
        font_manager.get_font_names()  # makes the cache that a first plot would announce on stderr
        patch.setenv("MPLCONFIGDIR", matplotlib.get_cachedir())
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))  # a traceback shortens the paths below it
        folder = tmp_path_factory.mktemp("work")
        nb = nbformat.from_dict(notebook)
        executed, _ = Execute(timeout=60).preprocess(nb, {"metadata": {"path": str(folder)}})
    return [comparable(cell.outputs, cell.execution_count, folder) for cell in executed.cells]


@pytest.fixture(scope="module")
def from_sandbox(notebook):
    with SandboxExecutor(["numpy", "pandas", "matplotlib.pyplot"]) as executor:
        return executor.execute(Job(nbformat.writes(notebook), tuple(range(len(CELLS))))).records


def comparable(outputs: list, count: int | None, folder: Path) -> str:
    """Outputs as text, consecutive pieces of a stream joined and what varies taken out."""
    joined: list[dict] = []
    for output in map(dict, outputs):
        if output["output_type"] == "stream" and joined and joined[-1].get("name") == output["name"]:
            joined[-1]["text"] += output["text"]
        else:
            joined.append(output)
    text = json.dumps([joined, count], sort_keys=True).replace(str(folder), "FOLDER")
    for pattern, name in VARYING.items():
        text = re.sub(pattern, name, text)
    return text


@pytest.mark.parametrize("index", range(len(CELLS)), ids=lambda index: CELLS[index][:40])
def test_outputs_are_those_of_ipykernel(index: int, from_ipykernel, from_sandbox):
    record = from_sandbox[index]
    assert comparable(record.outputs, record.execution_count, Path("/scratch/work")) == from_ipykernel[index]


@pytest.mark.parametrize("index", range(len(CELLS)), ids=lambda index: CELLS[index][:40])
def test_the_status_says_whether_the_cell_ran_to_its_end(index: int, from_sandbox):
    record = from_sandbox[index]
    has_failed = any(output["output_type"] == "error" for output in record.outputs)
    assert record.status == (ERROR if has_failed else OK)


def test_what_comes_out_is_a_valid_notebook(notebook, from_sandbox):
    nb = nbformat.from_dict(notebook)
    for cell, record in zip(nb.cells, from_sandbox, strict=True):
        cell.outputs, cell.execution_count = record.outputs, record.execution_count
    nbformat.validate(nbformat.from_dict(nb))


def test_the_first_result_is_what_nbgrader_reads_as_a_mark(from_sandbox):
    """nbgrader's determine_grade wants text/plain of the first execute_result."""
    index = CELLS.index("1 + 1")
    results = [output for output in from_sandbox[index].outputs if output["output_type"] == "execute_result"]
    assert results[0]["data"]["text/plain"] == "2"
