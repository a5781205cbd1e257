"""What the bank says about the graders: counts for the table, and gaps in sentences that say what to do."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from .bank import HARDCODED
from .case import Case

FEWEST_RIGHT = 3  # ways to solve an exercise that really differ


@dataclass(frozen=True)
class Margin:
    """How far right answers stay from a threshold, over seeds: the one that comes nearest, and the spread of all."""

    check: str
    threshold: float
    measured: float  # by the answer that comes nearest
    margin: float
    spread: float  # standard deviation of what all of them measured
    answer: str
    seed: int


@dataclass
class Findings:
    """The counts of one exercise, and its gaps."""

    lab: str
    exercise: str
    right: int
    accepted: int
    wrong: int
    rejected: int
    hinted: int
    solution_seconds: float
    margins: list[Margin]
    mutants: int | None = None  # None: not tried
    killed_visible: int = 0
    killed: int = 0
    equivalent: int = 0
    gaps: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The same for a program."""
        return asdict(self)


def find(lab: str, cases: list[Case]) -> Findings:
    """Findings on one exercise from its judged cases; the first of them is the solution."""
    exercise = cases[0].exercise
    gaps = [*_gaps_of_bank(cases)]
    verdicts: dict[str, dict[str, bool]] = {}
    for case in cases:
        name = _name(case)
        problems = dict(_problems(case))
        gaps += [f"{name}{_under(case, cases)} {problem}" for problem in problems.values()]
        if case.answer and not case.only_visible:
            seen = verdicts.setdefault(name, {"accepted": True, "rejected": True, "hinted": True})
            for flaw in problems:
                seen[flaw] = False
    right = [seen for name, seen in verdicts.items() if name.startswith("right_")]
    wrong = [seen for name, seen in verdicts.items() if not name.startswith("right_")]
    return Findings(
        lab,
        exercise.name,
        right=len(right),
        accepted=sum(seen["accepted"] for seen in right),
        wrong=len(wrong),
        rejected=sum(seen["rejected"] for seen in wrong),
        hinted=sum(seen["rejected"] and seen["hinted"] for seen in wrong),
        solution_seconds=cases[0].judgement.seconds,
        margins=_margins(cases),
        gaps=gaps,
    )


def _problems(case: Case) -> Iterable[tuple[str, str]]:
    """What is wrong with the verdict on an answer: which count it spoils, and a sentence without its subject."""
    judgement, answer = case.judgement, case.answer
    if judgement.points is None:
        yield (
            "accepted" if answer is None or answer.is_right else "rejected",
            f"meets a broken check: {judgement.why()}",
        )
    elif case.only_visible:
        if not judgement.is_full:
            yield "visible", f"must satisfy the visible checks and does not: {judgement.why()}"
    elif answer is None or answer.is_right:
        if not judgement.is_full:
            earned = f"{judgement.points:g} of {judgement.most:g} points"
            yield "accepted", f"must earn every point and gets {earned}: {judgement.why()}"
    elif judgement.is_full:
        yield "rejected", "earns every point: add a check that catches it"
    elif not judgement.fails_at(answer.check):
        yield "hinted", f"does not fail at “{answer.check}”: {judgement.why()}"
    elif not judgement.says(answer.hint, answer.check):
        yield "hinted", f"is not shown “{answer.hint}”: {judgement.why(answer.check)}"


def _gaps_of_bank(cases: list[Case]) -> Iterable[str]:
    """What the bank lacks for this exercise."""
    exercise = cases[0].exercise
    answers = {case.answer.name: case.answer for case in cases if case.answer}
    right = sum(answer.is_right for answer in answers.values())
    if right < FEWEST_RIGHT:
        yield f"has {right} right answers: write at least {FEWEST_RIGHT} that really differ"
    if exercise.hides_tests and HARDCODED not in answers:
        yield f"has no {HARDCODED}: write one that holds what the visible checks want"
    named = {answer.check for answer in answers.values()}
    recorded = {said.name: None for case in cases if case.answer is None for said in case.judgement.checks}
    for check in recorded:
        if check not in named:
            yield f"has no wrong answer for the check “{check}”: nobody would notice if it broke"


def _under(case: Case, cases: list[Case]) -> str:
    return f" under SEED={case.seed}" if any(other.seed for other in cases) else ""


def _margins(cases: list[Case]) -> list[Margin]:
    """The smallest margin at each threshold."""
    measured: dict[tuple[str, int], list[tuple[dict[str, Any], Case]]] = {}
    for case in cases:
        if case.answer is None or case.answer.is_right:
            for said in case.judgement.checks:
                for place, margin in enumerate(said.margins):
                    measured.setdefault((said.name, place), []).append((margin, case))
    margins = []
    for (check, _), all_of_them in measured.items():
        nearest, case = min(all_of_them, key=lambda one: one[0]["margin"])
        margins.append(
            Margin(
                check,
                spread=statistics.pstdev(margin["measured"] for margin, _ in all_of_them),
                answer=_name(case),
                seed=case.seed,
                **nearest,
            )
        )
    return margins


def _name(case: Case) -> str:
    return case.answer.name if case.answer else "the solution"
