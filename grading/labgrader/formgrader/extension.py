"""The server extension: nbgrader's, with pages in which nothing runs and buttons that labgrader answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jupyter_server.utils import url_path_join
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from nbgrader.server_extensions.formgrader.handlers import template_path

from .. import notebook
from ..build.rubric import model_answer
from ..pages import GradingPage
from .handlers import HANDLERS

TEMPLATES = Path(__file__).parent / "templates"


class Formgrader(FormgradeExtension):
    """nbgrader's formgrader."""

    def init_tornado_settings(self, webapp):
        """Tell the handlers how pages are made."""
        super().init_tornado_settings(webapp)
        nbgraders = FileSystemLoader(template_path)
        loader = ChoiceLoader([FileSystemLoader(TEMPLATES), nbgraders, PrefixLoader({"nbgrader": nbgraders})])
        webapp.settings["nbgrader_jinja2_env"] = Environment(loader=loader)
        webapp.settings["nbgrader_exporter"] = GradingPage(config=self.config, rubrics=self.rubrics)

    def init_handlers(self, webapp):
        """Answer some requests in nbgrader's place: the first handler of a request answers it."""
        base_url = webapp.settings["base_url"]
        webapp.add_handlers(".*$", [(url_path_join(base_url, pattern), handler) for pattern, handler in HANDLERS])
        super().init_handlers(webapp)

    def rubrics(self, lab: str, name: str) -> Mapping[str, str]:
        """The model answer of each answer that is graded by hand, from the instructor's notebook."""
        path = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", lab), f"{name}.ipynb")
        if not path.is_file():
            return {}
        cells = filter(notebook.is_manual_answer, notebook.read(path).cells)
        return {notebook.grade_id(cell): model_answer(cell) for cell in cells}


def load(server) -> None:
    """Load the extension into a server, as nbgrader loads its own."""
    server.log.info("Formgrader grades with labgrader")
    formgrader = Formgrader(parent=server)
    formgrader.root_dir = server.root_dir
    formgrader.log = server.log
    formgrader.initialize([])
    formgrader.init_tornado_settings(server.web_app)
    formgrader.init_handlers(server.web_app)
