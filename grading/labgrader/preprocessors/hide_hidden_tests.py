"""Feedback shows the checks and their results, but no line of a hidden test."""

from __future__ import annotations

import html
import re

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests
from traitlets import Bool, Integer, Unicode

from .. import notebook

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# A line of source in IPython's traceback, "----> 7 assert …" or "      7 assert …".
NUMBERED_LINE = re.compile(r"^(?:-+> *| *)(\d+)\b")


class HideHiddenTests(ClearHiddenTests):
    """Removes hidden tests from the source of test cells, from tracebacks and from students' output.

    For feedback pages; with `show = True` the pages show the hidden tests, as nbgrader's own do.
    The markers are those of `ClearHiddenTests`.
    """

    show = Bool(False, help="Whether feedback shows hidden tests in full.").tag(config=True)

    note = Unicode(
        "# Hidden checks ran here; their results stand below.",
        help="The line that stands for the hidden tests of a cell.",
    ).tag(config=True)

    shortest_line = Integer(
        12,
        help="Hidden lines shorter than this are left where a student's output holds them: they say nothing.",
    ).tag(config=True)

    removed = Unicode(
        "[a line of a hidden check was removed here]",
        help="The text that stands for a line of a hidden test in an output.",
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Hide the hidden tests of a graded notebook."""
        if self.show:
            return nb, resources
        secrets = self._secrets(nb)
        for cell in nb.cells:
            if cell.cell_type == "code":
                hidden = self._hidden_numbers(cell) if notebook.is_grade(cell) else set()
                cell.outputs = [self._cleaned(output, cell, hidden, secrets) for output in cell.outputs]
                self._hide_source(cell, hidden)
        if "widgets" in nb.metadata:
            nb.metadata["widgets"] = self._scrubbed(nb.metadata["widgets"], secrets)
        return nb, resources

    def _hidden_numbers(self, cell: NotebookNode) -> set[int]:
        """The numbers, from 1, of the cell's lines that belong to hidden tests, markers included."""
        numbers: set[int] = set()
        inside = False
        for number, line in enumerate(cell.source.splitlines(), start=1):
            inside = inside or self.begin_test_delimeter in line
            if inside:
                numbers.add(number)
            if self.end_test_delimeter in line:
                inside = False
        return numbers

    def _secrets(self, nb: NotebookNode) -> list[str]:
        """The hidden lines worth hiding, longest first: long enough, and nowhere in the source that students see."""
        hidden: set[str] = set()
        visible: set[str] = set()
        for cell in nb.cells:
            numbers = self._hidden_numbers(cell) if notebook.is_test(cell) else set()
            for number, line in enumerate(cell.source.splitlines(), start=1):
                # A line in a student's cell is not public: it may be a copied hidden line.
                if number in numbers:
                    hidden.add(line.strip())
                elif notebook.is_locked(cell):
                    visible.add(line.strip())
        worthwhile = {line for line in hidden - visible if len(line) >= self.shortest_line}
        return sorted(worthwhile, key=len, reverse=True)

    def _hide_source(self, cell: NotebookNode, hidden: set[int]) -> None:
        lines = []
        for number, line in enumerate(cell.source.splitlines(), start=1):
            if number not in hidden:
                lines.append(line)
            elif number - 1 not in hidden:
                lines.append(self.note)
        cell.source = "\n".join(lines)

    def _cleaned(self, output: NotebookNode, cell: NotebookNode, hidden: set[int], secrets: list[str]) -> NotebookNode:
        if output.output_type == "error":
            frames = [_without_lines(frame, cell, hidden) for frame in output.traceback]
            output.traceback = [self._scrubbed(frame, secrets) for frame in frames]
            output.evalue = self._scrubbed(output.evalue, secrets)
        elif output.output_type == "stream":
            output.text = self._scrubbed(output.text, secrets)
        else:
            output.data = self._scrubbed(output.data, secrets)
        return output

    def _scrubbed(self, value: object, secrets: list[str]) -> object:
        """A JSON value whose texts have no hidden lines."""
        if isinstance(value, dict):
            return NotebookNode({key: self._scrubbed(part, secrets) for key, part in value.items()})
        if isinstance(value, list):
            return [self._scrubbed(part, secrets) for part in value]
        if not isinstance(value, str):
            return value
        # Tracebacks colour every word: a line can be found only without the colours.
        plain = ANSI.sub("", value)
        for secret in secrets:
            for spelling in _spellings(secret):
                if spelling in plain:
                    plain = value = plain.replace(spelling, self.removed)
        return value


def _without_lines(frame: str, cell: NotebookNode, hidden: set[int]) -> str:
    """A frame of a traceback; if it shows the cell itself, then without the hidden lines."""
    heading, _, _ = ANSI.sub("", frame).partition("\n")
    if not heading.startswith(f"Cell In[{cell.execution_count}]"):
        return frame
    return "\n".join(line for line in frame.split("\n") if _number(line) not in hidden)


def _number(line: str) -> int | None:
    match = NUMBERED_LINE.match(ANSI.sub("", line))
    return int(match.group(1)) if match else None


def _spellings(line: str) -> set[str]:
    """A line as text, as in the repr of a string, and both as HTML."""
    escaped = line.replace("\\", "\\\\")
    spellings = {line, escaped, escaped.replace("'", "\\'"), escaped.replace('"', '\\"')}
    return spellings | {html.escape(text, quote=quote) for text in spellings for quote in (True, False)}
