"""Mutants: the solution with one small mistake in it, made by the operators of cosmic-ray.

cosmic-ray's own runner tests modules on disk, one test run per mutant. Only its operators are used here: they turn a
text into a text.
"""

from __future__ import annotations

import ast
import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from ..answers import without_markers
from ..build.markers import markers, outside_regions
from ..errors import LabgraderError


@dataclass(frozen=True)
class Mutant:
    """A mutated solution, known by the line that was changed and what it became."""

    line: str
    becomes: str
    source: str

    def __str__(self) -> str:
        return f"{self.line!r} → {self.becomes!r}"


def mutants_of(marked_solution: str) -> list[Mutant]:
    """The mutants of a solution cell, each once; where it has solution regions, those that differ in them."""
    outside = outside_regions(marked_solution) if markers(marked_solution) else None
    seen = {_shape(marked_solution)}
    mutants = []
    for source in _mutated(marked_solution):
        shape = _shape(source)
        if shape and shape not in seen and outside in (None, outside_regions(source)):
            seen.add(shape)
            mutants.append(Mutant(*_changed_lines(marked_solution, source), without_markers(source)))
    return mutants


def sample(mutants: list[Mutant], size: int) -> list[Mutant]:
    """The same so many mutants every time, whatever order the operators come in."""
    return sorted(mutants, key=lambda mutant: hashlib.sha256(str(mutant).encode()).digest())[:size]


def _mutated(source: str) -> Iterator[str]:
    """Every text that an operator makes of a source."""
    try:
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.plugins import get_operator, operator_names
    except ImportError:
        raise LabgraderError(
            'Mutants are made by cosmic-ray, which is not installed: pip install "labgrader[mutants]".'
        ) from None
    for name in sorted(operator_names()):
        try:
            operator = get_operator(name)()
        except TypeError:
            continue  # it exchanges variables that somebody has to name
        for occurrence in itertools.count():
            mutated = mutate_code(source, operator, occurrence)
            if mutated is None:
                break
            yield mutated


def _shape(source: str) -> str | None:
    """What Python makes of a text; None when it makes nothing of it."""
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return None


def _changed_lines(before: str, after: str) -> tuple[str, str]:
    """The first line that an operator changed, without its indent, and what became of it."""
    lines = [text.split("\n") for text in (before, after)]
    return next((old.strip(), new.strip()) for old, new in itertools.zip_longest(*lines, fillvalue="") if old != new)
