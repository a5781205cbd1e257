"""The marks of one executed notebook, and the file that formgrader shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipykernel.ipkernel import IPythonKernel
from nbformat import NotebookNode

from .. import notebook
from ..job import ERROR, GRADER_BROKE, OK, Job, JobResult
from ..preprocessors.instructor_copy import PARAMETERS
from .converter import Converter, Evidence
from .gradebook_writer import NotebookMarks
from .lab import GradedLab
from .outputs import put_outputs
from .submissions import Submission
from .verdict import Verdict


@dataclass(frozen=True)
class Appraisal:
    """What to record for one notebook; see `Recorded` for the last two."""

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
    statuses: dict[str, str] = {}
    shaken = ""
    if not failure:
        put_outputs(nb, result.records, result.end)
        statuses = {
            grade_id: record.status
            for record in result.records
            if (grade_id := notebook.grade_id(nb.cells[record.index]))
        }
        shaken = _failure_of_the_set_up(nb, lab.notebooks[name], result)
        nb.metadata["language_info"] = IPythonKernel.language_info
    evidence = Evidence(statuses=statuses, must_record=lab.must_record[name])
    text, marks = converter.finish(nb, name, lab.name, submission.student, evidence)
    scores = marks["scores"]
    tests = {notebook.known_grade_id(cell) for cell in nb.cells if notebook.is_test(cell)}
    for test in tests & scores.keys():
        # Points that were earned are kept; points that were not earned may be lost because of the failure.
        if failure or (shaken and scores[test].points == 0):
            scores[test] = Verdict(None, failure or shaken)
    broken = tuple(dict.fromkeys(verdict.broken for verdict in scores.values() if verdict.broken))
    return Appraisal(text, NotebookMarks(scores, marks["comments"]), broken, is_final=not failure)


def _failure_of_ours(job: Job, result: JobResult) -> str:
    """Why the records say nothing about the submission; empty if they do."""
    if result.grader_broke:
        return result.end.removeprefix(GRADER_BROKE) or "the executor gave no reason"
    if [record.index for record in result.records] != list(job.cells):
        return "the executor's records are not those of the job's cells"
    return ""


def _failure_of_the_set_up(nb: NotebookNode, instructor: NotebookNode, result: JobResult) -> str:
    """The failure of one of the instructor's cells before any of the student's code ran; empty if none failed."""
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
