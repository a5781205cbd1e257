"""Submissions a minute: `labgrader grade` behind its sandbox, and `nbgrader autograde`, on the same class.

    .venv/bin/python benchmarks/grading.py LAB [--students N] [--rounds N] [--warm] [--json]

LAB is a lab of this course, or one of the small ones in benchmarks/course/labs (01_tensors, 02_arrays), in which both
tools run the same cells. Each round grades a new copy of the class with each, in turn, as its user would: the command,
from its start to its end. nbgrader starts ipykernel's own kernel, as it does wherever ours is not installed; with
--warm it also grades with this environment's warm kernel. Marks must be the same, or nothing is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_course import PROGRAMS, make_course
from ipykernel.kernelspec import write_kernel_spec
from labgrader.course import Course
from nbgrader.api import Gradebook

NBGRADER, WARM, LABGRADER = "nbgrader", "nbgrader with warm kernels", "labgrader"
COMMANDS = {NBGRADER: ["nbgrader", "autograde"], WARM: ["nbgrader", "autograde"], LABGRADER: ["labgrader", "grade"]}


def main() -> None:
    arguments = parse_arguments()
    tools = [tool for tool in COMMANDS if arguments.warm or tool != WARM]
    seconds: dict[str, list[float]] = {tool: [] for tool in tools}
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "class")
        template.mkdir()
        make_course(template, arguments.lab, arguments.students)
        run(template, [PROGRAMS / "nbgrader", "generate_assignment", arguments.lab, "--force"])
        ordinary_kernel = Path(folder, "jupyter")
        write_kernel_spec(ordinary_kernel / "kernels" / "python3")
        for _ in range(arguments.rounds):
            marks = {}
            for tool in tools:
                course = Path(shutil.copytree(template, Path(folder, "course")))
                variables = {"JUPYTER_PATH": str(ordinary_kernel)} if tool == NBGRADER else {}
                started = time.perf_counter()
                run(course, [PROGRAMS / COMMANDS[tool][0], *COMMANDS[tool][1:], arguments.lab], **variables)
                seconds[tool].append(time.perf_counter() - started)
                marks[tool] = marks_in(Course(course), arguments.lab)
                shutil.rmtree(course)
            if any(given != marks[NBGRADER] for given in marks.values()) or len(marks[NBGRADER]) != arguments.students:
                sys.exit(f"The marks differ: {marks}")
    report(arguments, seconds)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lab", metavar="LAB")
    parser.add_argument("--students", type=int, default=20, help="size of the class")
    parser.add_argument("--rounds", type=int, default=3, help="how often both grade it")
    parser.add_argument("--warm", action="store_true", help="nbgrader with warm kernels too")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser.parse_args()


def run(course: Path, command: list, **variables: str) -> None:
    """Run a command in a course, with this environment's programs on the path."""
    environment = {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", **variables}
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)


def marks_in(course: Course, lab: str) -> dict[str, float]:
    """The automatic score of everybody."""
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        return {submission.student.id: submission.score for submission in gradebook.assignment_submissions(lab)}


def report(arguments: argparse.Namespace, seconds: dict[str, list[float]]) -> None:
    medians = {tool: statistics.median(measured) for tool, measured in seconds.items()}
    ratios = {tool: medians[tool] / medians[LABGRADER] for tool in seconds if tool != LABGRADER}
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    if arguments.json:
        result = {"lab": arguments.lab, "students": arguments.students, "machine": machine, "seconds": seconds}
        print(json.dumps(result | {"medians": medians, "ratios": ratios}))
        return
    print(f"{arguments.lab}, {arguments.students} submissions, {machine}")
    for tool, measured in seconds.items():
        rates = [60 * arguments.students / one for one in measured]
        spread = f"{min(rates):.1f} to {max(rates):.1f}"
        print(f"{tool:26} {60 * arguments.students / medians[tool]:6.1f} submissions a minute ({spread})")
    for tool, ratio in ratios.items():
        print(f"labgrader against {tool}: ratio of medians {ratio:.1f}")


if __name__ == "__main__":
    main()
