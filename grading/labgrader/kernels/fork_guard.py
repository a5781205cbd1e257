"""Safe forks of a template process, which may import modules but do nothing else before it forks.

A fork copies one thread only. TensorFlow starts its thread pools with the first operation, layer or dataset; a child
forked after that waits for threads that do not exist in it, and hangs. Imports alone start no such threads.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import warnings
from collections.abc import Iterable
from pathlib import Path


class UnfitToForkError(Exception):
    """More than imports happened in this process, so that its forks would hang."""


class ForkGuard:
    """Imports the modules of a template and records the threads that exist right afterwards."""

    def __init__(self, modules: Iterable[str]):
        self.modules = [name for name in modules if _is_installed(name)]
        for name in self.modules:
            importlib.import_module(name)
        self._threads = threads_of_this_process()

    def may_fork(self) -> bool:
        """Whether no thread has been started since the imports."""
        return threads_of_this_process() <= self._threads

    def fork(self) -> int:
        """`os.fork`; raises UnfitToForkError if a thread has been started since the imports."""
        if not self.may_fork():
            raise UnfitToForkError("a thread was started after the imports")
        with warnings.catch_warnings():
            # Python 3.12 warns of every fork while other threads exist; NumPy's are idle, and forks are safe.
            warnings.simplefilter("ignore", DeprecationWarning)
            return os.fork()


def _is_installed(module: str) -> bool:
    return importlib.util.find_spec(module.partition(".")[0]) is not None


def threads_of_this_process() -> set[str]:
    """The ids of all threads of this process, including those of C++ libraries."""
    return {entry.name for entry in Path("/proc/self/task").iterdir()}
