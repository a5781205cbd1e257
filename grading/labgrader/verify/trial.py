"""What is tried and what came of it: plain data that goes from process to process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Trial:
    """An answer and what judges it: cells to run in order, each from the state that the ones before left."""

    cells: tuple[str, ...]
    seconds: float  # what it may take; what takes longer is ended


@dataclass(frozen=True)
class CellOutcome:
    """How one cell came off: a status of `labgrader.job`, and what it published as nbformat 4 stores it."""

    status: str
    outputs: list[dict[str, Any]]
    seconds: float = 0.0


# One outcome for each cell of the trial; cells that a crash or the time limit left out have none.
Outcome = list[CellOutcome]


@dataclass(frozen=True)
class TrialInputs:
    """Everything that decides the outcome of a trial, apart from installed code."""

    modules: tuple[str, ...]  # imported before the first cell
    environment: Mapping[str, str]
    files: Mapping[str, bytes]  # beside the notebook
    before: tuple[str, ...]  # sources of the cells that lead to the state an answer starts from
    cells: tuple[str, ...]


class OutcomeStore(Protocol):
    """Outcomes of trials, kept from one run to the next."""

    def get(self, inputs: TrialInputs) -> Outcome | None:
        """The stored outcome, None where there is none."""
        ...

    def put(self, inputs: TrialInputs, outcome: Outcome) -> None:
        """Store an outcome."""
        ...
