"""Clear solutions without leaving a stub that raises at module level."""

from __future__ import annotations

import nbgrader.preprocessors
from nbformat import NotebookNode


class ClearSolutions(nbgrader.preprocessors.ClearSolutions):
    """nbgrader's ClearSolutions, except for answers given as data.

    A cell like

        quiz = {"a": None}
        ### BEGIN SOLUTION
        quiz = {"a": 1}
        ### END SOLUTION

    needs no stub: the statements above the region already are the unanswered question, and a stub's
    `raise NotImplementedError()` at module level would stop Run All. So in a code cell a region of module-level
    statements that has statements above it is removed without a stub.
    """

    def _replace_solution_region(self, cell: NotebookNode, language: str) -> bool:
        removed = cell.cell_type == "code" and self._remove_regions_that_need_no_stub(cell)
        return super()._replace_solution_region(cell, language) or removed

    def _remove_regions_that_need_no_stub(self, cell: NotebookNode) -> bool:
        kept: list[str] = []
        removed = False
        lines = cell.source.split("\n")
        while lines:
            region = self._region_at_start(lines)
            if region and is_module_level(region) and has_statement(kept):
                removed = True
            else:
                region = region or lines[:1]
                kept += region
            lines = lines[len(region) :]
        if removed:
            cell.source = "\n".join(kept).rstrip("\n")
        return removed

    def _region_at_start(self, lines: list[str]) -> list[str]:
        """The region, markers included, that begins in the first line; empty if none does, or if it is not closed."""
        if self.begin_solution_delimeter not in lines[0]:
            return []
        for number, line in enumerate(lines[1:], start=1):
            if self.begin_solution_delimeter in line:
                return []  # nested: nbgrader complains
            if self.end_solution_delimeter in line:
                return lines[: number + 1]
        return []


def is_module_level(region: list[str]) -> bool:
    """Whether the markers and the first statement between them start at column 0."""
    first = next((line for line in region[1:-1] if has_statement([line])), "")
    return all(line[:1].strip() for line in (region[0], first))


def has_statement(lines: list[str]) -> bool:
    """Whether some line holds more than blanks and comments."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)
