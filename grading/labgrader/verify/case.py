"""One answer to one exercise, on its way from the bank to its judgement."""

from __future__ import annotations

from dataclasses import dataclass, field

from .bank import Answer
from .exercises import Exercise
from .judge import Judgement
from .trial import Outcome

ANSWER_SECONDS = 120.0


@dataclass
class Case:
    """What stands in the solution cell, and which tests judge it under which seed."""

    exercise: Exercise
    source: str
    answer: Answer | None = None  # None: the solution, or a mutant of it
    seed: int = 0
    only_visible: bool = False
    seconds: float = ANSWER_SECONDS
    outcome: Outcome = field(init=False, repr=False)
    judgement: Judgement = field(init=False, repr=False)

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells to run."""
        return (self.source, *(cell.source for cell in self.exercise.between))
