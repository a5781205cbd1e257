"""What the bank says about the graders: counts for the table, and gaps in sentences that say what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from .bank import HARDCODED, Answer
from .exercises import Exercise
from .judge import Judgement

FEWEST_RIGHT = 3  # ways to solve an exercise that really differ


@dataclass
class Case:
    """An answer (None for the solution) under one seed, against the whole test or what students see of it."""

    answer: Answer | None
    seed: int
    exercise: Exercise
    only_visible: bool = False
    judgement: Judgement | None = None

    @property
    def source(self) -> str:
        """What goes into the solution cell."""
        return self.answer.source if self.answer else self.exercise.solution


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
    gaps: list[str] = field(default_factory=list)

    def as_dict(self) -> dict:
        """The same for a program."""
        return asdict(self)


def find(lab: str, cases: list[Case]) -> Findings:
    """Findings on one exercise from its judged cases."""
    exercise = cases[0].exercise
    gaps = [*_gaps_of_bank(cases)]
    verdicts: dict[str, dict[str, bool]] = {}
    for case in cases:
        name = case.answer.name if case.answer else "the solution"
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
        yield "hinted", f"is not shown “{answer.hint}”: {judgement.why()}"


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
