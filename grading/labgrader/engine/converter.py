"""nbgrader's own preprocessors, in the order the course configures, before and after labgrader's execution."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, TypedDict, cast

from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.api import SubmittedNotebook
from nbgrader.converters import Autograde
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata, Execute, NbGraderPreprocessor, SaveAutoGrades
from traitlets.utils.importstring import import_item

from .. import notebook
from ..nbgrader_session import NbgraderSession, log
from .verdict import Verdict, judge


class Evidence(TypedDict):
    """How the execution of a notebook went, by grade ids."""

    statuses: Mapping[str, str]  # of the cells that were run
    must_record: Collection[str]  # the test cells that must publish a record of their checks


class CollectedMarks(TypedDict):
    """What to save in the gradebook, by grade ids: verdicts of graded cells, comments on answers."""

    scores: dict[str, Verdict]
    comments: dict[str, str | None]


class Converter:
    """nbgrader's `autograde` without its loop: the two lists of preprocessors of one course."""

    def __init__(self, session: NbgraderSession):
        self.session = session
        self.coursedir = session.directory()
        self.autograde = Autograde(coursedir=self.coursedir, config=session.config, log=log)
        self.execute = Execute(parent=self.autograde, config=session.config)
        steps = [_class_of(step) for step in self.autograde.autograde_preprocessors]
        self.late_penalties = next((step for step in steps if issubclass(step, AssignLatePenalties)), None)
        sanitizers = [_class_of(step) for step in self.autograde.sanitize_preprocessors]
        self._sanitize = self._exporter(sanitizers)
        self._finish = self._exporter(_with_our_steps(steps, is_checked=CheckCellMetadata in sanitizers))

    def sanitize(self, nb: NotebookNode, name: str, lab: str, student: str) -> str:
        """The text of a submission that can be executed: with the instructor's cells as the instructor wrote them."""
        text, _ = self._convert(self._sanitize, nb, self._resources(name, lab, student))
        return text

    def finish(
        self, nb: NotebookNode, name: str, lab: str, student: str, evidence: Evidence
    ) -> tuple[str, CollectedMarks]:
        """The text of an executed notebook as nbgrader writes it, and its marks (see `CollectMarks`)."""
        resources = self._resources(name, lab, student) | {"evidence": evidence}
        text, resources = self._convert(self._finish, nb, resources)
        return text, resources["marks"]

    def late_penalty(self, student: str, submitted_notebook: SubmittedNotebook, seconds_late: float) -> float | None:
        """The points that the course's plugin deducts from a notebook that was handed in late, None for none."""
        if self.late_penalties is None:
            return None
        step = self.late_penalties(parent=self.autograde)
        step.init_plugin()
        plugin = cast(LateSubmissionPlugin, step.plugin_inst)  # declared as any plugin
        penalty = plugin.late_submission_penalty(student, submitted_notebook.score, seconds_late)
        if penalty is None:
            return None
        checked: float = step._check_late_penalty(submitted_notebook, penalty)
        return checked

    def _exporter(self, steps: Iterable[type[Preprocessor]]) -> NotebookExporter:
        made = self.autograde.exporter_class(parent=self.autograde, config=self.autograde.config)
        exporter = cast(NotebookExporter, made)  # nbgrader declares it as any exporter
        exporter.optimistic_validation = True  # once at the end, not after every step
        for step in steps:
            exporter.register_preprocessor(step)
        return exporter

    def _convert(
        self, exporter: NotebookExporter, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        with contextlib.chdir(self.session.course.root):  # nbgrader's steps resolve paths from there
            converted: tuple[str, dict[str, Any]] = exporter.from_notebook_node(nb, resources)
        return converted

    def _resources(self, name: str, lab: str, student: str) -> dict[str, Any]:
        names = {"student": student, "assignment": lab, "notebook": name, "db_url": self.coursedir.db_url}
        metadata = {"name": name, "path": str(Path("submitted", student, lab))}
        return {
            "unique_key": name,
            "output_files_dir": f"{name}_files",
            "nbgrader": names,
            "metadata": metadata,
            "marks": {},
        }


class CollectMarks(NbGraderPreprocessor):
    """Replaces nbgrader's SaveAutoGrades: collects in `resources["marks"]` what to save (see `CollectedMarks`).

    `resources["evidence"]` is the `Evidence` to judge by.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Judge all graded cells and comment on all answers."""
        evidence: Evidence = resources["evidence"]
        marks = CollectedMarks(scores={}, comments={})
        for cell in nb.cells:
            if notebook.is_grade(cell):
                name = notebook.known_grade_id(cell)
                status = evidence["statuses"].get(name)
                marks["scores"][name] = judge(cell, status, must_record=name in evidence["must_record"])
            if notebook.is_solution(cell) or notebook.is_task(cell):
                untouched = notebook.is_untouched(cell)
                marks["comments"][notebook.known_grade_id(cell)] = "No response." if untouched else None
        resources["marks"] = marks
        return nb, resources


def _with_our_steps(steps: Iterable[type[Preprocessor]], *, is_checked: bool) -> list[type[Preprocessor]]:
    """The steps after the execution, which does not change metadata: what was checked before is not checked again."""
    elsewhere = (Execute, AssignLatePenalties) + ((CheckCellMetadata,) if is_checked else ())
    ours = [CollectMarks if issubclass(step, SaveAutoGrades) else step for step in steps]
    return [step for step in ours if not issubclass(step, elsewhere)]


def _class_of(step: type | str) -> type[Preprocessor]:
    found: type[Preprocessor] = import_item(step) if isinstance(step, str) else step
    return found
