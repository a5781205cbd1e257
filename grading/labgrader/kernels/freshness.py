"""Whether what a template has imported is still what a new process would import."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int]  # time of modification, size, inode


class InstalledPackages:
    """The installed packages as they were when this object was created: before the imports."""

    def __init__(self) -> None:
        self._records = _package_records()

    def change(self) -> str | None:
        """The name of something installed, upgraded or removed since, None if nothing was."""
        now = _package_records()
        changed = [path for path in self._records.keys() | now.keys() if self._records.get(path) != now.get(path)]
        return Path(min(changed)).name if changed else None


class LoadedFiles:
    """The files of all modules loaded so far, including editable packages, as they were at creation of this object."""

    def __init__(self) -> None:
        modules = list(sys.modules.values())
        files = {getattr(module, "__file__", None) for module in modules} | {sys.executable}
        self._stamps = {file: _stamp(file) for file in files if file}

    def change(self) -> str | None:
        """A file that has been changed or removed since, None if there is none."""
        return next((file for file, stamp in self._stamps.items() if _stamp(file) != stamp), None)


def _package_records() -> dict[str, Stamp | None]:
    """The folders in which installers note what they installed, and the files that add folders to the path."""
    records = {}
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info", ".pth"))]
        except OSError:
            continue
        records.update({path: _stamp(path) for path in names})
    return records


def _stamp(file: str) -> Stamp | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
