"""What the grader makes of a trial: points, and what it said."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from typing import Any

from nbconvert.filters import strip_ansi
from nbformat import NotebookNode, from_dict

from .. import notebook
from ..engine.verdict import CHECKS_RECORD, judge, publishes_checks
from ..job import OK
from .exercises import Exercise
from .trial import CellOutcome, Outcome


@dataclass(frozen=True)
class CheckSaid:
    """A named check of a record: whether it passed, and what it told the student."""

    name: str
    passed: bool
    text: str
    margins: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Judgement:
    """The points of an answer (None when a check was broken), what each check said, and all that was published."""

    points: float | None
    most: float
    checks: list[CheckSaid]
    text: str
    ran: bool  # the answer itself, to its end
    seconds: float

    @property
    def is_full(self) -> bool:
        """Whether every point was earned."""
        return self.points is not None and abs(self.points - self.most) < 0.005

    def fails_at(self, check: str) -> bool:
        """Whether a check failed; without records, whether the output names it."""
        if not self.checks:
            return check in self.text
        return any(said.name == check and not said.passed for said in self.checks)

    def says(self, hint: str, check: str) -> bool:
        """Whether a failing check, without records anything that was published, holds a phrase."""
        texts = [said.text for said in self.checks if said.name == check and not said.passed]
        return any(hint in text for text in (texts if self.checks else [self.text]))

    def why(self, check: str = "") -> str:
        """What is wrong with the answer in a line: what a failing check says, or the first one that fails."""
        failed = sorted((said for said in self.checks if not said.passed), key=lambda said: said.name != check)
        reasons = [f"“{said.name}”: {said.text}" for said in failed]
        last_line = next(iter(reversed(self.text.strip().splitlines())), "nothing was published")
        return " ".join((reasons or [last_line])[0].split())[:300]


def judge_trial(exercise: Exercise, outcome: Outcome) -> Judgement:
    """Judge an answer by the outcomes of its own cell and of the cells of `exercise.between`."""
    outcomes = [*outcome, *[CellOutcome("not run", [])] * (1 + len(exercise.between) - len(outcome))]
    points: float | None = 0.0
    checks: list[CheckSaid] = []
    texts = [_text(outcomes[0])] if outcomes[0].status != OK else []
    for cell, cell_outcome in zip(exercise.between, outcomes[1:], strict=True):
        if not notebook.is_test(cell):
            continue
        executed = copy.deepcopy(cell)
        executed.outputs = [from_dict(output) for output in cell_outcome.outputs]
        must_record = exercise.must_record and publishes_checks(cell.source)
        earned = judge(executed, cell_outcome.status, must_record=must_record).points
        points = None if earned is None or points is None else points + earned
        checks += _checks(executed)
        texts.append(_text(cell_outcome))
    seconds = sum(one.seconds for one in outcome)
    return Judgement(points, exercise.points, checks, "\n".join(texts), outcomes[0].status == OK, seconds)


def _checks(cell: NotebookNode) -> list[CheckSaid]:
    """The named checks of a cell's record; other records than ours may hold anything."""
    said = []
    for output in cell.outputs:
        for mime, record in output.get("data", {}).items():
            if CHECKS_RECORD.fullmatch(mime) and isinstance(record, dict):
                said += [_check(check) for check in record.get("checks", ()) if isinstance(check, dict)]
    return said


def _check(check: dict[str, Any]) -> CheckSaid:
    mistake = check.get("mistake")
    text = "\n".join([*([f"looks like: {mistake}"] if mistake else []), *check.get("lines", ())])
    return CheckSaid(check.get("name", ""), bool(check.get("passed")), text, check.get("margins", []))


def _text(outcome: CellOutcome) -> str:
    """Everything a cell published, as text without colours; its status where it published nothing."""
    texts = []
    for output in outcome.outputs:
        if output["output_type"] == "error":
            texts.append("\n".join([*output["traceback"], f"{output['ename']}: {output['evalue']}"]))
        elif output["output_type"] == "stream":
            texts.append(output["text"])
        else:
            texts.append(str(output["data"].get("text/plain", json.dumps(output["data"]))))
    return strip_ansi("\n".join(texts)) if texts else outcome.status
