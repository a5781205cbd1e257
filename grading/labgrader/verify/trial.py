"""What is tried and what came of it: plain data that goes from process to process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trial:
    """An answer and what judges it: cells to run in order, each from the state that the ones before left."""

    cells: tuple[str, ...]
    seconds: float  # what it may take; what takes longer is ended


@dataclass(frozen=True)
class CellOutcome:
    """How one cell came off: a status of `engine.job`, and what it published as nbformat 4 stores it."""

    status: str
    outputs: list[dict]
    seconds: float = 0.0


# One outcome for each cell of the trial; cells that a crash or the time limit left out have none.
Outcome = list[CellOutcome]
