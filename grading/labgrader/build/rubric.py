"""The page for graders: questions, model answers and rubrics of a lab."""

from __future__ import annotations

import textwrap

from nbformat import NotebookNode

from .. import notebook
from .lab import Lab
from .markers import outside_regions, regions


def rubric_page(lab: Lab) -> str | None:
    """The page of a lab as Markdown; None if nothing is graded by hand."""
    answers = [index for index, cell in enumerate(lab.source.cells) if notebook.is_manual_answer(cell)]
    if not answers:
        return None
    total = sum(notebook.points(lab.source.cells[index]) for index in answers)
    head = f"# {lab.name} {lab.version}: graded by hand\n\nAnswers: {len(answers)}, points: {total:g}."
    return "\n\n".join([head, *(section(lab, index) for index in answers)]) + "\n"


def section(lab: Lab, index: int) -> str:
    """One answer: points, question, model answer with rubric."""
    cell = lab.source.cells[index]
    return "\n\n".join(
        [
            f"## {notebook.grade_id(cell)} · points: {notebook.points(cell):g}",
            "**Question**",
            quoted(question(lab, index)),
            "**Model answer and rubric**",
            model_answer(cell),
        ]
    )


def question(lab: Lab, index: int) -> str:
    """The markdown cell before an answer, and what the answer cell itself shows the student."""
    before = lab.source.cells[index - 1] if index else None
    texts = [before.source] if before is not None and before.cell_type == "markdown" else []
    if regions(lab.source.cells[index].source, "SOLUTION"):
        texts.append("\n".join(outside_regions(lab.source.cells[index].source)))
    return "\n\n".join(text.strip() for text in texts if text.strip())


def model_answer(cell: NotebookNode) -> str:
    """The solution regions of the instructor's answer, or all of it if it has none."""
    found = ["\n".join(region.lines) for region in regions(cell.source, "SOLUTION")] or [cell.source]
    text = "\n\n".join(textwrap.dedent(part).strip() for part in found)
    return f"```python\n{text}\n```" if cell.cell_type == "code" else text


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
