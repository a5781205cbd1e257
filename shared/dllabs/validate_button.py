"""A Jupyter server extension that makes nbgrader's Validate button report the result of `python -m dllabs check`.

nbgrader's own validation reports "Success" even if a test cell was deleted, an ungraded cell raises or an answer is
missing, and it blocks the server while it runs. nbgrader has no setting to replace it, so this extension answers at the
same address. Jupyter loads extensions in alphabetical order, so this one takes precedence. nbgrader's dialog displays
the answer. Notebooks of other courses are still validated by nbgrader.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

ADDRESS = "/assignments/validate"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "dllabs.validate_button"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    if find_spec("nbgrader") is None:
        return  # there is no Validate button
    from jupyter_server.utils import url_path_join

    from dllabs.student.validate_handler import ValidateHandler

    settings = server.web_app.settings
    settings["root_dir"] = server.root_dir
    handlers = [(url_path_join(settings["base_url"], ADDRESS), ValidateHandler)]
    server.web_app.add_handlers(".*$", handlers)  # type: ignore[no-untyped-call]  # Jupyter Server's is untyped
