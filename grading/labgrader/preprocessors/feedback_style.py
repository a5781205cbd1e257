"""Style for tables and headings, which nbgrader's feedback template lacks."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

STYLE = """
.rendered_html table { border-collapse: collapse; margin: 0.5em 0 1em; }
.rendered_html th, .rendered_html td { padding: 0.2em 0.8em; border-bottom: 1px solid #ddd; text-align: left; }
.rendered_html img { max-width: 100%; }
.anchor-link { display: none; }
"""


class FeedbackStyle(NbGraderPreprocessor):
    """Adds style to a feedback page; must come after CSSHTMLHeaderPreprocessor, which sets the page's styles."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Append our style to the page's."""
        resources["inlining"]["css"].append(STYLE)
        return nb, resources
