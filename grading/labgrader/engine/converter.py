"""nbgrader's own steps, in the order the course's configuration names them, around an execution that is ours."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata, Execute, NbGraderPreprocessor, SaveAutoGrades
from traitlets.utils.importstring import import_item

from .. import notebook
from ..nbgrader_session import NbgraderSession, log
from .verdict import judge


class Converter:
    """nbgrader's `autograde` without its loop: the two rows of preprocessors of one course."""

    def __init__(self, session: NbgraderSession):
        self.session = session
        self.autograde = Autograde(coursedir=session.directory(), config=session.config, log=log)
        self.execute = Execute(parent=self.autograde, config=session.config)
        steps = [_class_of(step) for step in self.autograde.autograde_preprocessors]
        self.late_penalties = next((step for step in steps if issubclass(step, AssignLatePenalties)), None)
        sanitizers = [_class_of(step) for step in self.autograde.sanitize_preprocessors]
        self._sanitize = self._exporter(sanitizers)
        self._finish = self._exporter(_with_our_steps(steps, is_checked=CheckCellMetadata in sanitizers))

    def sanitize(self, nb: NotebookNode, name: str, lab: str, student: str) -> str:
        """The text of a submission as it may be executed: the instructor's cells as the instructor wrote them."""
        text, _ = self._convert(self._sanitize, nb, self._resources(name, lab, student))
        return text

    def finish(self, nb: NotebookNode, name: str, lab: str, student: str, evidence: dict) -> tuple[str, dict]:
        """The text of an executed notebook as nbgrader writes it, and its marks (see `CollectMarks`)."""
        resources = self._resources(name, lab, student) | {"evidence": evidence}
        text, resources = self._convert(self._finish, nb, resources)
        return text, resources["marks"]

    def late_penalty(self, student: str, submitted_notebook, seconds_late: float) -> float | None:
        """What the course's plugin takes from a notebook that was handed in late."""
        step = self.late_penalties(parent=self.autograde)
        step.init_plugin()
        penalty = step.plugin_inst.late_submission_penalty(student, submitted_notebook.score, seconds_late)
        return None if penalty is None else step._check_late_penalty(submitted_notebook, penalty)

    def _exporter(self, steps: Iterable) -> Exporter:
        exporter = self.autograde.exporter_class(parent=self.autograde, config=self.autograde.config)
        exporter.optimistic_validation = True  # once at the end, not after every step
        for step in steps:
            exporter.register_preprocessor(step)
        return exporter

    def _convert(self, exporter: Exporter, nb: NotebookNode, resources: dict) -> tuple[str, dict]:
        with contextlib.chdir(self.session.course.root):  # nbgrader's steps take paths from there
            return exporter.from_notebook_node(nb, resources)

    def _resources(self, name: str, lab: str, student: str) -> dict:
        coursedir = self.autograde.coursedir
        names = {"student": student, "assignment": lab, "notebook": name, "db_url": coursedir.db_url}
        metadata = {"name": name, "path": str(Path("submitted", student, lab))}
        return {
            "unique_key": name,
            "output_files_dir": f"{name}_files",
            "nbgrader": names,
            "metadata": metadata,
            "marks": {},
        }


class CollectMarks(NbGraderPreprocessor):
    """Stands where nbgrader's SaveAutoGrades does; says what to save, `{grade id: Verdict}` and `{grade id: comment}`.

    `resources["evidence"]` says how each graded cell came off and which must bring a record of their checks.
    """

    def preprocess(self, nb, resources):
        """Judge all graded cells and comment on all answers."""
        evidence = resources["evidence"]
        scores, comments = {}, {}
        for cell in nb.cells:
            name = notebook.grade_id(cell)
            if notebook.is_grade(cell):
                scores[name] = judge(cell, evidence["statuses"].get(name), must_record=name in evidence["must_record"])
            if notebook.is_solution(cell) or notebook.is_task(cell):
                comments[name] = "No response." if notebook.is_untouched(cell) else None
        resources["marks"] = {"scores": scores, "comments": comments}
        return nb, resources


def _with_our_steps(steps: Iterable[type], *, is_checked: bool) -> list[type]:
    """The steps after the execution; metadata that was checked before it is not checked again: nothing changes it."""
    elsewhere = (Execute, AssignLatePenalties) + ((CheckCellMetadata,) if is_checked else ())
    ours = [CollectMarks if issubclass(step, SaveAutoGrades) else step for step in steps]
    return [step for step in ours if not issubclass(step, elsewhere)]


def _class_of(step: type | str) -> type:
    return import_item(step) if isinstance(step, str) else step
