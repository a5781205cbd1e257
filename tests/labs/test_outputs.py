"""nbval runs the committed solutions again and compares the outputs that must never change."""

import subprocess
import sys

from executions import committed_solution_of
from labgrader import notebook

DETERMINISTIC = "nbval-check-output"


def test_deterministic_outputs_are_those_of_the_solution(lab, tmp_path):
    nb = committed_solution_of(lab)
    for cell in nb.cells:
        if notebook.is_test(cell):
            cell.metadata.tags = [*notebook.tags(cell), DETERMINISTIC]
    nb.cells = [
        cell for cell in nb.cells if notebook.has_tag(cell, DETERMINISTIC) or not notebook.has_tag(cell, "demo")
    ]
    compared = sum(notebook.has_tag(cell, DETERMINISTIC) for cell in nb.cells)
    notebook.write(nb, tmp_path / "solution.ipynb")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--nbval-lax", tmp_path / "solution.ipynb"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
    assert compared > len([cell for cell in nb.cells if notebook.is_test(cell)]), "no demo is marked as deterministic"
