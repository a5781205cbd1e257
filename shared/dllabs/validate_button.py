"""The Validate button of nbgrader's JupyterLab extension gives the verdict of `python -m dllabs check`.

nbgrader's own Validate says "Success" when a test cell was deleted, when an ungraded cell raises and when an answer is
missing, and blocks the server while it runs. Its configuration cannot replace it, so this Jupyter server extension
answers at the same address. It is asked first, because Jupyter loads extensions in alphabetical order; how the dialog
shows the answer, nbgrader decides. A notebook that is not one of ours still gets nbgrader's verdict.
"""

from importlib.util import find_spec

ADDRESS = "/assignments/validate"


def _jupyter_server_extension_points():
    return [{"module": "dllabs.validate_button"}]


def _load_jupyter_server_extension(server):
    if find_spec("nbgrader") is None:
        return  # no button, nothing to answer
    from jupyter_server.utils import url_path_join

    from dllabs.student.validate_handler import ValidateHandler

    settings = server.web_app.settings
    settings["root_dir"] = server.root_dir
    server.web_app.add_handlers(".*$", [(url_path_join(settings["base_url"], ADDRESS), ValidateHandler)])
