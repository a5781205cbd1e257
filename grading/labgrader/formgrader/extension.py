"""The server extension: nbgrader's, with pages in which no student's code runs and buttons that run labgrader."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from nbgrader.server_extensions.formgrader.handlers import template_path
from tornado.web import Application

from .. import notebook
from ..build.rubric import model_answer
from ..pages import GradingPage
from .handlers import HANDLERS

TEMPLATES = Path(__file__).parent / "templates"


class Formgrader(FormgradeExtension):
    """nbgrader's formgrader."""

    def init_tornado_settings(self, webapp: Application) -> None:
        """Set the templates and the exporter that the handlers use."""
        super().init_tornado_settings(webapp)  # type: ignore[no-untyped-call]  # nbgrader's has no annotations
        nbgraders = FileSystemLoader(template_path)
        loader = ChoiceLoader([FileSystemLoader(TEMPLATES), nbgraders, PrefixLoader({"nbgrader": nbgraders})])
        webapp.settings["nbgrader_jinja2_env"] = Environment(loader=loader)
        page = GradingPage(config=self.config, rubrics=self.rubrics)  # type: ignore[no-untyped-call]  # nbconvert's
        webapp.settings["nbgrader_exporter"] = page

    def init_handlers(self, webapp: Application) -> None:
        """Put our handlers before nbgrader's: the first handler that matches a request answers it."""
        base_url = webapp.settings["base_url"]
        webapp.add_handlers(".*$", [(url_path_join(base_url, pattern), handler) for pattern, handler in HANDLERS])
        super().init_handlers(webapp)  # type: ignore[no-untyped-call]  # nbgrader's has no annotations

    def rubrics(self, lab: str, name: str) -> Mapping[str, str]:
        """The model answer of each answer that is graded by hand, from the instructor's notebook."""
        assert self.coursedir is not None, "nbgrader sets it in `initialize`"
        path = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", lab), f"{name}.ipynb")
        if not path.is_file():
            return {}
        cells = filter(notebook.is_manual_answer, notebook.read(path).cells)
        return {notebook.known_grade_id(cell): model_answer(cell) for cell in cells}


def load(server: ServerApp) -> None:
    """Load the extension into a server, as nbgrader does its own."""
    server.log.info("Formgrader grades with labgrader")
    formgrader = Formgrader(parent=server)
    formgrader.root_dir = server.root_dir
    formgrader.log = server.log
    formgrader.initialize([])
    formgrader.init_tornado_settings(server.web_app)
    formgrader.init_handlers(server.web_app)
