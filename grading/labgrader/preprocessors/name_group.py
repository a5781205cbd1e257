"""Feedback pages of group work name the members of the group."""

from __future__ import annotations

import html

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.preprocessors import NbGraderPreprocessor

from ..engine.groups import noted_group


class NameGroup(NbGraderPreprocessor):
    """Puts the members of a group above the feedback on their work."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Put a line above a graded notebook that `labgrader grade` recorded for a group."""
        if group := noted_group(nb.metadata):
            names = ", ".join(f"<code>{html.escape(name)}</code>" for name in group)
            nb.cells.insert(0, new_markdown_cell(f"**Group work** of {names}. Everybody gets the same points."))
        return nb, resources
