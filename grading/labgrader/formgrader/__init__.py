"""nbgrader's formgrader with labgrader behind its buttons: a server extension in the place of nbgrader's own."""

from .extension import load

__all__ = ["load"]


def _jupyter_server_extension_points():
    return [{"module": __name__}]


_load_jupyter_server_extension = load
