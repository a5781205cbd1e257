"""What the grader itself costs per submission: sanitizing and recording, with an executor that only pretends.

    python benchmarks/record.py [N …]        by default 10, 100 and 300 submissions of lab 2

The executor answers with the outputs of the committed solution, so that gradebook and notebooks are of the usual size.
Prints milliseconds per submission; they should not grow with the number of submissions.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
import time
from concurrent.futures import Future
from pathlib import Path

from labgrader import notebook
from labgrader.answers import apply_answers, solved_answers
from labgrader.course import Course, notebook_name
from labgrader.engine import pipeline
from labgrader.engine.submissions import find_submissions
from labgrader.grade.grade import grade
from labgrader.job import OK, CellRecord, Job, JobResult
from labgrader.nbgrader_session import NbgraderSession

REPOSITORY = Path(__file__).resolve().parents[1]
LAB = "02_optimizers"
FILE = f"{notebook_name(LAB)}.ipynb"


class PretendingWorkers:
    """Answers every job at once with the outputs of the solution's cells of the same source."""

    count = 2

    def __init__(self):
        solution = notebook.read(REPOSITORY / "solutions" / LAB / FILE)
        self.outputs = {notebook.grade_id(cell): cell.outputs for cell in solution.cells if cell.cell_type == "code"}

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def submit(self, job: Job) -> Future:
        """A future that is done."""
        cells = notebook.reads(job.notebook).cells
        records = [self._record(cells[index], index) for index in job.cells]
        future: Future = Future()
        future.set_result(JobResult(tuple(records)))
        return future

    def _record(self, cell, index: int) -> CellRecord:
        return CellRecord(index, OK, self.outputs.get(notebook.grade_id(cell), []), 0.01, index)


class Stopwatch:
    """Adds up the seconds spent in some functions, and of them the seconds this process had a processor."""

    def __init__(self):
        self.seconds: dict[str, list[float]] = {}

    @contextlib.contextmanager
    def running(self, name: str):
        """Count the seconds of a block."""
        started = time.perf_counter(), time.process_time()
        yield
        wall, processor = self.seconds.setdefault(name, [0.0, 0.0])
        self.seconds[name] = [wall + time.perf_counter() - started[0], processor + time.process_time() - started[1]]

    def around(self, name: str, function):
        """The function, watched."""

        def watched(*arguments, **keywords):
            with self.running(name):
                return function(*arguments, **keywords)

        return watched


def make_course(folder: Path, submissions: int) -> Course:
    """A course in which some students handed in the solved lab."""
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    shutil.copytree(REPOSITORY / "source" / LAB, folder / "source" / LAB)
    course = Course(folder)
    release = notebook.read(REPOSITORY / "release" / LAB / FILE)
    solved = apply_answers(release, solved_answers(notebook.read(REPOSITORY / "source" / LAB / FILE)))
    for number in range(submissions):
        notebook.write(solved, course.submitted / f"student{number:03}" / LAB / FILE)
    return course


def measure(submissions: int) -> None:
    """Print what so many submissions cost."""
    watch = Stopwatch()
    with tempfile.TemporaryDirectory() as folder:
        session = NbgraderSession(make_course(Path(folder), submissions))
        session.gradebook().close()  # making a gradebook takes nbgrader three seconds, once
        found = find_submissions(session.course)
        sanitize, record = pipeline.Pipeline._prepare, pipeline.Pipeline._record
        pipeline.Pipeline._prepare = watch.around("sanitize", sanitize)
        pipeline.Pipeline._record = watch.around("record", record)
        try:
            with watch.running("everything"):
                outcomes = grade(session, found, PretendingWorkers).outcomes
        finally:
            pipeline.Pipeline._prepare, pipeline.Pipeline._record = sanitize, record
    assert {outcome.state for outcome in outcomes} == {"graded"}, outcomes[0]
    parts = (
        f"{name} {1000 * wall / submissions:.0f} ms ({1000 * processor / submissions:.0f} busy)"
        for name, (wall, processor) in watch.seconds.items()
    )
    print(f"{submissions:4} submissions:", ", ".join(parts), flush=True)


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("10", "100", "300")):
        measure(number)
