"""nbgrader's formgrader with buttons that run labgrader: a server extension that replaces nbgrader's own."""

from .extension import load

__all__ = ["load"]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


_load_jupyter_server_extension = load
