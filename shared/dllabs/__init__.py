"""What a Deep Learning Labs notebook imports: setup, data sets, plots and checks.

`import dllabs` is fast: TensorFlow and pyplot are imported by the first call that needs them.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from types import ModuleType
from typing import TYPE_CHECKING

from dllabs.checks import Check
from dllabs.needs import needs
from dllabs.runtime import setup

if TYPE_CHECKING:
    from dllabs import claims, data, plots, stacked, stats, surfaces

__all__ = ["Check", "claims", "data", "needs", "plots", "setup", "stacked", "stats", "surfaces"]
__version__ = version("dllabs")

_LAZY_MODULES = {"claims", "data", "plots", "stacked", "stats", "surfaces"}


def __getattr__(name: str) -> ModuleType:
    if name in _LAZY_MODULES:
        return import_module(f"dllabs.{name}")
    raise AttributeError(f"module 'dllabs' has no attribute {name!r}")
