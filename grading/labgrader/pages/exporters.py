"""nbgrader's feedback page and grading view, in which nothing runs that a student wrote."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, PrefixLoader, pass_context
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.server_extensions.formgrader.handlers import template_path
from traitlets import Any, default

from .clean import clean
from .markdown import markdown_to_html

TEMPLATES = Path(__file__).parent / "templates"

# Without what needs a script or a network: scripts, widgets, diagrams, LaTeX. Their text is shown instead.
SHOWN = ["text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain"]


class _Page(HTMLExporter):
    """A page made with nbgrader's template, parts of which a folder of ours replaces."""

    _folder: str

    @default("extra_loaders")
    def _our_templates_first(self):
        nbgraders = FileSystemLoader(template_path)
        return [FileSystemLoader(TEMPLATES / self._folder), PrefixLoader({"nbgrader": nbgraders})]

    @property
    def default_config(self):
        """nbconvert's, without the types of output that run."""
        config = super().default_config.copy()
        config.NbConvertBase.display_data_priority = SHOWN
        return config

    def from_notebook_node(self, nb, resources=None, **options):
        """Make a page of a notebook."""
        nb = copy.deepcopy(nb)
        for output in (output for cell in nb.cells for output in cell.get("outputs", ())):
            if "metadata" in output:
                output.metadata = _of_images(output.metadata)
        return super().from_notebook_node(nb, resources, **options)

    def default_filters(self):
        """nbconvert's, with cleaning that keeps headings, tables and images."""
        yield from super().default_filters()
        yield "clean_html", clean
        yield "markdown2html", self.markdown2html

    @pass_context
    def markdown2html(self, context, source):
        """Markdown with formulas as MathML."""
        return markdown_to_html(source, context.get("cell", {}).get("attachments"))

    def _init_resources(self, resources):
        return super()._init_resources(resources) | {"should_sanitize_html": True}


def _of_images(metadata: Mapping) -> NotebookNode:
    """Size and description of images. nbconvert writes sizes into tags as they are, and has frames for HTML."""
    kinds = {"width": (int, float), "height": (int, float), "alt": str}
    return NotebookNode(
        {
            mime: NotebookNode({name: about[name] for name in kinds if isinstance(about.get(name), kinds[name])})
            for mime, about in metadata.items()
            if mime.startswith("image/") and isinstance(about, Mapping)
        }
    )


class FeedbackPage(_Page):
    """What a student reads: one file, in which browsers run no script at all and load nothing."""

    _folder = "feedback"


class GradingPage(_Page):
    """What a person who grades sees in formgrader, with the model answer below each answer that is graded by hand.

    rubrics: a function of lab and notebook that returns the Markdown of the model answers, by grade id.
    """

    _folder = "grading"

    rubrics: Callable[[str, str], Mapping[str, str]] = Any(lambda lab, name: {})

    def _init_resources(self, resources):
        resources = super()._init_resources(resources)
        return resources | {"rubrics": self.rubrics(resources["assignment_id"], resources["notebook_id"])}
