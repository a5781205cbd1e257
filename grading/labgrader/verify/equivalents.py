"""Mutants that no check can tell from the solution, because there is nothing to tell: listed, with the reason.

`<bank>/<lab>/<exercise>/equivalent.toml` lists them as `labgrader verify --mutants` prints them:

    [[mutant]]
    line = "for t, value in enumerate(values, start=1):"
    becomes = "for t, value in enumerate(values, start=True):"
    reason = "True counts as 1"

and `inputs.py` beside it makes the inputs on which each is compared with the solution: `inputs(rng)` returns the
arguments of one call, as a tuple; or, for an exercise of several functions, a dict of such tuples by function name.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..errors import LabgraderError
from .mutants import Mutant

INPUTS = 10_000
PROOF_SECONDS = 600.0
MOST = 0.05  # of an exercise's mutants


@dataclass(frozen=True)
class Equivalents:
    """The listed mutants of one exercise, (line, becomes) → reason, and the source that makes inputs."""

    reasons: dict[tuple[str, str], str]
    inputs: str

    def __contains__(self, mutant: Mutant) -> bool:
        return (mutant.line, mutant.becomes) in self.reasons


def read_equivalents(folder: Path) -> Equivalents:
    """The equivalent mutants listed in an exercise's folder of the bank; none when there is no list."""
    path = folder / "equivalent.toml"
    if not path.is_file():
        return Equivalents({}, "")
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
        reasons = {(entry["line"], entry["becomes"]): entry["reason"] for entry in entries}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise LabgraderError(
            f"{path} cannot be read ({error}): each [[mutant]] has a line, what it becomes, and a reason."
        ) from None
    inputs = folder / "inputs.py"
    if not inputs.is_file():
        raise LabgraderError(f"{path} lists mutants and nothing makes inputs to compare them on: write {inputs}.")
    return Equivalents(reasons, inputs.read_text(encoding="utf-8"))


def proof_cell(exercise: str, solution: str, mutant: Mutant, equivalents: Equivalents) -> str:
    """A cell that fails when the mutant differs from the solution on one of the inputs."""
    arguments = ", ".join(map(repr, (exercise, solution, mutant.source, equivalents.inputs, INPUTS)))
    return f"from labgrader.verify.proof import prove_equal\nprove_equal(globals(), {arguments})"
