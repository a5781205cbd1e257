"""docs/results.md: what the labs measured when they were last executed.

    .venv/bin/labgrader run --profile full
    .venv/bin/python tools/results_page.py > docs/results.md

Reads the executed copies that `labgrader run` leaves in .labgrader/runs, and quotes from their demos every output with
an interval or a claim.
"""

import os
import platform
import re
import sys
from importlib.metadata import version
from pathlib import Path

from labgrader import notebook
from labgrader.run.execute import cell_times

RUNS = Path(__file__).resolve().parents[1] / ".labgrader" / "runs"
INTERVAL_OR_CLAIM = re.compile(r"\[-?[\d.e+-]+, -?[\d.e+-]+\]|^[✓✗]", re.MULTILINE)
PROFILE = re.compile(r"^PROFILE = ['\"](\w+)['\"]", re.MULTILINE)


def main():
    paths = sorted(RUNS.glob("*.ipynb"))
    if not paths:
        sys.exit("There is nothing in .labgrader/runs yet: run `labgrader run --profile full` first.")
    packages = ", ".join(f"{package} {version(package)}" for package in ("tensorflow", "keras", "numpy"))
    print("# What the labs measured\n")
    print("Made by `tools/results_page.py` from the labs as they were executed; not edited by hand. Brackets are 95 %")
    print("intervals. ✓ marks a claim whose interval lies above zero, ✗ one that this run does not show.\n")
    print(f"Python {platform.python_version()}, {packages}; {os.cpu_count()} cores, no GPU.\n")
    for path in paths:
        print_lab(path.stem, notebook.read(path))


def print_lab(lab, nb):
    """The profile, the time, and the quoted outputs of a lab under their headings."""
    seconds = sum(cell.seconds for cell in cell_times(nb))
    print(f"## {lab}\n\nProfile `{profile(nb)}`, {seconds / 60:.1f} minutes, imports included.\n")
    last_heading = None
    for index, cell in enumerate(nb.cells):
        measured = measured_in(cell)
        if measured:
            heading = notebook.heading_before(nb, index).split("  ·  ")[0]
            if heading != last_heading:
                print(f"### {heading}\n")
            print(f"```text\n{measured}\n```\n")
            last_heading = heading


def profile(nb):
    """The value that PROFILE had: papermill's parameters come after the lab's own."""
    return [found for cell in nb.cells for found in PROFILE.findall(cell.source)][-1]


def measured_in(cell):
    """What a demo printed, if it holds an interval or a claim."""
    if not notebook.has_tag(cell, "demo"):
        return ""
    printed = "".join(output.text for output in cell.get("outputs", []) if output.get("name") == "stdout").rstrip()
    return printed if INTERVAL_OR_CLAIM.search(printed) else ""


if __name__ == "__main__":
    main()
