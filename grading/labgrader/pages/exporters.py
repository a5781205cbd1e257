"""nbgrader's feedback page and grading view, in which no student's code runs."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import BaseLoader, FileSystemLoader, PrefixLoader, pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.server_extensions.formgrader.handlers import template_path
from traitlets import TraitType, default
from traitlets.config import Config

from .clean import clean
from .markdown import markdown_to_html

TEMPLATES = Path(__file__).parent / "templates"

# Without what needs a script or a network: scripts, widgets, diagrams, LaTeX. Their plain text is shown instead.
SHOWN = ["text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain"]


# A function of lab and notebook that returns the Markdown of the model answers, by grade id.
Rubrics: TypeAlias = Callable[[str, str], Mapping[str, str]]


class _Page(HTMLExporter):
    """A page made with nbgrader's template, parts of which are overridden by the templates in `_folder`."""

    _folder: str

    @default("extra_loaders")
    def _our_templates_first(self) -> list[BaseLoader]:
        nbgraders = FileSystemLoader(template_path)
        return [FileSystemLoader(TEMPLATES / self._folder), PrefixLoader({"nbgrader": nbgraders})]

    @property
    def default_config(self) -> Config:
        """nbconvert's, without the types of output that run scripts."""
        config: Config = super().default_config.copy()
        config.NbConvertBase.display_data_priority = SHOWN
        return config

    def from_notebook_node(  # type: ignore[override]  # as in nbconvert: exporters to text return text
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        """Make a page from a notebook."""
        nb = copy.deepcopy(nb)
        for output in (output for cell in nb.cells for output in cell.get("outputs", ())):
            if "metadata" in output:
                output.metadata = _of_images(output.metadata)
        return super().from_notebook_node(nb, resources, **options)

    def default_filters(self) -> Iterator[tuple[str, Callable[..., str]]]:
        """nbconvert's, with sanitizing that keeps headings, tables and images."""
        yield from super().default_filters()  # type: ignore[no-untyped-call]  # nbconvert's has no annotations
        yield "clean_html", clean
        yield "markdown2html", self.markdown2html

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """Markdown with formulas as MathML."""
        return markdown_to_html(source, context.get("cell", {}).get("attachments"))

    def _init_resources(self, resources: dict[str, Any] | None) -> ResourcesDict:
        made: ResourcesDict = super()._init_resources(resources)  # type: ignore[no-untyped-call]  # nbconvert's
        return made | {"should_sanitize_html": True}


def _of_images(metadata: Mapping[str, Any]) -> NotebookNode:
    """Only size and description of images: nbconvert copies sizes into tags unchecked, and puts HTML into frames."""
    kinds: dict[str, type | tuple[type, ...]] = {"width": (int, float), "height": (int, float), "alt": str}
    return NotebookNode(
        {
            mime: NotebookNode({name: about[name] for name in kinds if isinstance(about.get(name), kinds[name])})
            for mime, about in metadata.items()
            if mime.startswith("image/") and isinstance(about, Mapping)
        }
    )


class FeedbackPage(_Page):
    """The page for a student: one file, in which browsers run no scripts and load nothing."""

    _folder = "feedback"


class GradingPage(_Page):
    """The grading view of formgrader, with the model answer below each answer that is graded by hand."""

    _folder = "grading"

    rubrics: TraitType[Rubrics, Rubrics] = TraitType(lambda lab, name: {})

    def _init_resources(self, resources: dict[str, Any] | None) -> ResourcesDict:
        made = super()._init_resources(resources)
        return made | {"rubrics": self.rubrics(made["assignment_id"], made["notebook_id"])}
