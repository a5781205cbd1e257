"""What a Deep Learning Labs notebook imports: runtime, data, plots and checks.

`import dllabs` is cheap: TensorFlow and pyplot are imported by the first call that needs them.
"""

from importlib import import_module
from importlib.metadata import version

from dllabs.checks import Check
from dllabs.needs import needs
from dllabs.runtime import setup

__all__ = ["Check", "claims", "data", "needs", "plots", "setup", "stacked", "stats", "surfaces"]
__version__ = version("dllabs")

_LAZY_MODULES = {"claims", "data", "plots", "stacked", "stats", "surfaces"}


def __getattr__(name):
    if name in _LAZY_MODULES:
        return import_module(f"dllabs.{name}")
    raise AttributeError(f"module 'dllabs' has no attribute {name!r}")
