"""Differences between the committed folders and what the labs would generate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from .. import notebook
from .lab import cell_label
from .solutions import execution_gap, normalise


@dataclass(frozen=True)
class Drift:
    """A file that differs from what would be generated."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


def tree_drift(fresh: Path, committed: Path, root: Path, *, solved: bool = False) -> Iterator[Drift]:
    """Compare a folder file by file; solved notebooks only by text, structure and complete execution."""
    for relative in sorted(files_in(fresh) | files_in(committed)):
        new, old = fresh / relative, committed / relative
        path = old.relative_to(root).as_posix()
        if not old.is_file():
            yield Drift(path, "missing")
        elif not new.is_file():
            yield Drift(path, "extra, no lab generates it")
        elif new.suffix == ".ipynb":
            difference = solution_difference(new, old) if solved else notebook_difference(new, old)
            if difference:
                yield Drift(path, difference)
        elif new.read_bytes() != old.read_bytes():
            yield Drift(path, "differs")


def files_in(folder: Path) -> set[Path]:
    """The files below a folder, relative to it, without hidden ones such as checkpoints."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path for path in files if not any(part.startswith(".") for part in path.parts)}


def notebook_difference(new: Path, old: Path) -> str | None:
    if new.read_bytes() == old.read_bytes():
        return None
    return first_difference(notebook.read(new), notebook.read(old)) or "differs in its formatting"


def solution_difference(new: Path, old: Path) -> str | None:
    committed = notebook.read(old)
    return first_difference(normalise(notebook.read(new)), normalise(committed)) or execution_gap(committed)


def first_difference(new: NotebookNode, old: NotebookNode) -> str | None:
    """The first cell in which two notebooks differ, or that their metadata differs; None if they are equal."""
    for index, (cell, other) in enumerate(zip(new.cells, old.cells, strict=False)):
        if cell != other:
            return f"differs first in cell {index + 1}, {cell_label(new, index)}"
    if len(new.cells) != len(old.cells):
        return f"has {len(old.cells)} cells instead of {len(new.cells)}"
    return "differs in its notebook metadata" if new != old else None
