"""What a template process may do: import, and fork as long as nothing but imports has happened in it.

A fork copies one thread only. TensorFlow starts its thread pools with the first operation, layer or dataset; a child
forked after that waits for threads that do not exist in it, and hangs. Imports alone leave no such threads behind.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import warnings
from collections.abc import Iterable
from pathlib import Path


class UnfitToForkError(Exception):
    """Something more than imports happened in this process, so that its forks would hang."""


class ForkGuard:
    """Imports the modules of a template and remembers the threads that are there right afterwards."""

    def __init__(self, modules: Iterable[str]):
        self.modules = [name for name in modules if _is_installed(name)]
        for name in self.modules:
            importlib.import_module(name)
        self._threads = threads_of_this_process()

    def may_fork(self) -> bool:
        """Whether no thread has been started since the imports."""
        return threads_of_this_process() <= self._threads

    def fork(self) -> int:
        """`os.fork`, refused once a thread has been started since the imports."""
        if not self.may_fork():
            raise UnfitToForkError("a thread was started after the imports")
        with warnings.catch_warnings():
            # Python 3.12 warns of every fork beside other threads; NumPy's wait for work and survive a fork.
            warnings.simplefilter("ignore", DeprecationWarning)
            return os.fork()


def _is_installed(module: str) -> bool:
    return importlib.util.find_spec(module.partition(".")[0]) is not None


def threads_of_this_process() -> set[str]:
    """The ids of all threads the operating system knows, those of C++ libraries included."""
    return {entry.name for entry in Path("/proc/self/task").iterdir()}
