"""Results that take long to compute, kept between runs of the tests under a key of everything that decides them.

`.test-cache/` in the repository holds one JSON file per result. It may be deleted at any time; CI systems restore it.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import grimp
import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from labgrader.run.execute import Execution, cell_times, execute
from labgrader.verify.trial import CellOutcome, Outcome, TrialInputs
from nbformat import NotebookNode
from tiny_course import REPOSITORY

FOLDER = REPOSITORY / ".test-cache"
EXECUTING_TRIALS = ("labgrader.verify.bench", "labgrader.verify.benches", "labgrader.verify.proof")
EXECUTING_LABS = ("labgrader.run.execute", "labgrader.kernels.provisioner", "labgrader.kernels.template")
UNUSED_DAYS = 14  # after these a result is deleted
DECIDING_VARIABLES = ("DLLABS_", "KERAS_", "TF_", "XLA_", "OMP_", "OPENBLAS_", "MPL")


def _kernel() -> dict[str, Any]:
    """What the installed kernel imports in advance, and its environment variables."""
    spec = KernelSpecManager().get_kernel_spec("python3")
    return {"metadata": spec.metadata, "env": spec.env}


@dataclass(frozen=True)
class Installation:
    """What is installed where a result is computed.

    executing: the modules of labgrader that execute; whatever they import counts too. Code that selects what to
    execute is not listed because what it selects is part of the key, nor is code that judges, because judging is always
    done anew.
    """

    executing: tuple[str, ...]
    labgrader: Path = REPOSITORY / "grading" / "labgrader"
    dllabs: Path = REPOSITORY / "shared" / "dllabs"
    lock_file: Path = REPOSITORY / "uv.lock"
    python: str = sys.version
    kernel: dict[str, Any] = field(default_factory=_kernel)
    variables: dict[str, str] = field(
        default_factory=lambda: {k: v for k, v in sorted(os.environ.items()) if k.startswith(DECIDING_VARIABLES)}
    )

    @cached_property
    def fingerprint(self) -> dict[str, object]:
        """A value for JSON that changes with any of it."""
        modules = sorted(_with_imports(self.executing))
        paths = [self.labgrader.joinpath(*module.split(".")[1:]) for module in modules]
        sources = [path / "__init__.py" if path.is_dir() else path.with_suffix(".py") for path in paths]
        return {
            "executing": _digest(self.labgrader, sources),
            "dllabs": _digest(self.dllabs, sorted(self.dllabs.rglob("*.py"))),
            "lock": _digest(self.lock_file.parent, [self.lock_file]),
            "kernel": self.kernel,
            "python": self.python,
            "machine": platform.machine(),
            "variables": self.variables,
        }


@dataclass(frozen=True)
class ResultCache:
    """A folder of results; `ignored`, nothing is found in it, and results are still stored."""

    folder: Path = FOLDER
    ignored: bool = os.environ.get("RESULT_CACHE") == "off"  # `make test-full`

    def get(self, key: str) -> Any | None:
        """The stored result, None where there is none."""
        path = self._path(key)
        try:
            if self.ignored:
                return None
            result = json.loads(path.read_text(encoding="utf-8"))
            os.utime(path)
        except (FileNotFoundError, ValueError):  # the second: an interrupted copy of the folder
            return None
        return result

    def put(self, key: str, result: Any) -> None:
        """Store a result that JSON can hold."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(result, file)
        os.replace(name, path)

    def forget(self, key: str) -> None:
        """Delete a result."""
        self._path(key).unlink(missing_ok=True)

    def prune(self) -> None:
        """Delete what has not been used for a long time."""
        oldest = time.time() - UNUSED_DAYS * 86_400
        for path in self.folder.glob("*/*"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


@dataclass(frozen=True)
class TrialCache:
    """The cache as the store of `labgrader.verify`."""

    results: ResultCache
    installation: Installation = Installation(EXECUTING_TRIALS)

    def get(self, inputs: TrialInputs) -> Outcome | None:
        """The stored outcome, None where there is none."""
        stored = self.results.get(self._key(inputs))
        return None if stored is None else [CellOutcome(**cell) for cell in stored]

    def put(self, inputs: TrialInputs, outcome: Outcome) -> None:
        """Store an outcome."""
        self.results.put(self._key(inputs), [asdict(cell) for cell in outcome])

    def _key(self, inputs: TrialInputs) -> str:
        return key_of("trial", self.installation.fingerprint, asdict(inputs))


@dataclass(frozen=True)
class ExecutionCache:
    """Executes notebooks, each once; a failure is never stored."""

    results: ResultCache
    installation: Installation = Installation(EXECUTING_LABS)

    def execute(self, nb: NotebookNode) -> Execution:
        """The stored execution of a notebook, or a new one."""
        stored = self.results.get(self.key(nb))
        if stored is not None:
            executed = nbformat.from_dict(stored)
            return Execution(executed, cell_times(executed), failure=None)
        execution = execute(nb)
        if execution.failure is None:
            self.results.put(self.key(nb), execution.notebook)
        return execution

    def forget(self, nb: NotebookNode) -> None:
        """Delete the execution of a notebook, so that the next run executes it again."""
        self.results.forget(self.key(nb))

    def key(self, nb: NotebookNode) -> str:
        """The key of an execution."""
        return key_of("execution", self.installation.fingerprint, nb)


def key_of(*ingredients: object) -> str:
    """The key of a result with these ingredients."""
    text = json.dumps(ingredients, sort_keys=True, default=lambda content: content.hex())
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _with_imports(modules: tuple[str, ...]) -> set[str]:
    """Some modules of labgrader and those that they import, directly or indirectly."""
    graph = grimp.build_graph("labgrader", cache_dir=None)
    return set(modules).union(*(graph.find_upstream_modules(module) for module in modules))


def _digest(root: Path, paths: Iterable[Path]) -> str:
    """A digest of some files below a folder: their paths in it and their contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(root).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
