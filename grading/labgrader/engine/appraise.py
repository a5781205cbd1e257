"""From one executed notebook to its marks and to the file that formgrader shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipykernel.ipkernel import IPythonKernel
from nbformat import NotebookNode

from .. import notebook
from ..job import ERROR, GRADER_BROKE, OK, Job, JobResult
from ..preprocessors.instructor_copy import PARAMETERS
from .converter import Converter
from .gradebook_writer import NotebookMarks
from .lab import GradedLab
from .outputs import put_outputs
from .submissions import Submission
from .verdict import Verdict


@dataclass(frozen=True)
class Appraisal:
    """What to record of one notebook; see `Recorded` for the last two."""

    text: str
    marks: NotebookMarks
    broken: tuple[str, ...]
    is_final: bool


def appraise(
    name: str, job: Job, result: JobResult, *, submission: Submission, lab: GradedLab, converter: Converter
) -> Appraisal:
    """Judge an executed notebook, with nbgrader's steps before and after."""
    nb = notebook.reads(job.notebook)
    failure = _failure_of_ours(job, result)
    statuses, shaken = {}, ""
    if not failure:
        put_outputs(nb, result.records, result.end)
        statuses = {notebook.grade_id(nb.cells[record.index]): record.status for record in result.records}
        shaken = _failure_of_the_set_up(nb, lab.notebooks[name], result)
        nb.metadata["language_info"] = IPythonKernel.language_info
    evidence = {"statuses": statuses, "must_record": lab.must_record[name]}
    text, marks = converter.finish(nb, name, lab.name, submission.student, evidence)
    scores = marks["scores"]
    tests = {notebook.grade_id(cell) for cell in nb.cells if notebook.is_test(cell)}
    for test in tests & scores.keys():
        # What was proven stands; what was not proven may be the fault of what broke.
        if failure or (shaken and scores[test].points == 0):
            scores[test] = Verdict(None, failure or shaken)
    broken = tuple(dict.fromkeys(verdict.broken for verdict in scores.values() if verdict.broken))
    return Appraisal(text, NotebookMarks(scores, marks["comments"]), broken, is_final=not failure)


def _failure_of_ours(job: Job, result: JobResult) -> str:
    """Why the records say nothing about the submission, empty when they do."""
    if result.grader_broke:
        return result.end.removeprefix(GRADER_BROKE) or "the executor gave no reason"
    if [record.index for record in result.records] != list(job.cells):
        return "the executor's records are not those of the job's cells"
    return ""


def _failure_of_the_set_up(nb: NotebookNode, instructor: NotebookNode, result: JobResult) -> str:
    """The failure of a cell of the instructor's before which nothing of the student's had run."""
    theirs = {cell.source for cell in _set_up_cells(instructor)}
    for record in result.records:
        cell = nb.cells[record.index]
        if cell.source not in theirs:
            return ""
        if record.status != OK and "raises-exception" not in notebook.tags(cell):
            how = next((output.ename for output in cell.outputs if output.output_type == ERROR), record.status)
            return f"{how} in {notebook.grade_id(cell) or PARAMETERS}"
    return ""


def _set_up_cells(instructor: NotebookNode) -> Iterator[NotebookNode]:
    """Cells that students cannot change: the parameters, and locked ones without points."""
    for cell in instructor.cells:
        is_read_only = notebook.is_locked(cell) and not notebook.is_grade(cell)
        if cell.cell_type == "code" and (is_read_only or notebook.has_tag(cell, PARAMETERS)):
            yield cell
