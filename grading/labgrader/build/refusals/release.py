"""The students' version: nothing leaks into it, Run All runs to the end, and a published one stays as it is."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from nbformat import NotebookNode

from ... import notebook
from ..lab import Lab, Refusal
from ..markers import KINDS, outside_regions, regions
from ..names import STAR, parse
from ..released import Edition, Record, is_version, packable_files, release_hash
from .code import code_cells, names_by_cell


def leaked_lines(lab: Lab, folder: Path) -> Iterator[Refusal]:
    """A line of a solution or a hidden test that occurs somewhere in the release.

    Compared as text, in every file of the folder and every string of the notebook, so that a leak is found wherever it
    is. Lines that also occur in the source outside its regions aren't secret.
    """
    shown = squeeze(line for cell in lab.source.cells for line in outside_regions(cell.source))
    released = squeeze(line for path in sorted(folder.rglob("*")) if path.is_file() for line in text_lines(path))
    for index, cell in enumerate(lab.source.cells):
        secrets = [
            line for kind in KINDS for region in regions(cell.source, kind) for line in region.lines if tells(line)
        ]
        for line in secrets:
            if squeeze([line]) in released and squeeze([line]) not in shown:
                yield lab.refusal(f"its hidden line {line.strip()!r} stands in the release; find out why.", index)
                break


def tells(line: str) -> bool:
    """Whether a line would reveal something: more than a bracket, a blank or a keyword."""
    return len(re.findall(r"\w", line)) >= 6


def squeeze(lines: Iterable[str]) -> str:
    """Lines without any white space, so that indentation and spacing hide nothing."""
    return "\n".join("".join(line.split()) for line in lines)


def text_lines(path: Path) -> Iterator[str]:
    """All lines of text in a file; of a notebook, those of every string in it."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".ipynb":
        text = "\n".join(strings_in(json.loads(text)))
    return iter(text.splitlines())


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)


def release_cells_that_do_not_parse(lab: Lab, release: NotebookNode) -> Iterator[Refusal]:
    """A cell that is invalid without its solution, for instance because a marker is not indented like its block."""
    for index, cell in code_cells(release):
        try:
            parse(cell.source)
        except SyntaxError as error:
            yield lab.refusal(f"the student's version is not Python ({error.msg}); move the markers.", index, release)


def stubs_that_stop_run_all(lab: Lab, release: NotebookNode) -> Iterator[Refusal]:
    """A stub that raises when the cell runs, rather than when the student's function is called."""
    for index, cell in code_cells(release):
        if notebook.is_solution(cell) and raises_when_run(cell.source):
            yield lab.refusal(
                "the student's version raises on Run All; put the markers inside the function, or statements above.",
                index,
                release,
            )


def raises_when_run(source: str) -> bool:
    """Whether a cell has a raise statement outside every function."""
    try:
        waiting: list[ast.AST] = [*parse(source).body]
    except SyntaxError:
        return False
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Raise):
            return True
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)
    return False


def names_only_a_solution_binds(lab: Lab, release: NotebookNode) -> Iterator[Refusal]:
    """A cell that raises a NameError in the student's version, because only a solution binds the name."""
    try:
        released = names_by_cell(release)
    except SyntaxError:
        return
    bound = {name for names in released.values() for name in names.binds}
    solved = {name for names in names_by_cell(lab.source).values() for name in names.binds}
    for index, names in released.items():
        for name in sorted((names.needs & solved) - bound if STAR not in bound else ()):
            yield lab.refusal(
                f"it needs {name!r}, which only a solution binds; bind it outside the region.", index, release
            )


def jupytext_metadata(lab: Lab, release: NotebookNode) -> Iterator[Refusal]:
    """Metadata that would make JupyterLab write the instructor's script into a student's notebook."""
    if "jupytext" in release.metadata:
        yield lab.refusal("the release carries jupytext metadata; remove it from the source.")


def changed_without_new_version(lab: Lab, folder: Path, record: Record) -> Iterator[Refusal]:
    """A release that differs from the published one of its version, or whose new version is no higher than that."""
    if is_version(lab.version):
        edition = Edition(lab.name, lab.version, release_hash(packable_files(folder)))
        if objection := record.objection(edition):
            yield lab.refusal(objection)
