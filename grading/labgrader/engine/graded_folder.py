"""The folder `autograded/<student>/<lab>`: prepared in a staging folder and moved into place at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from nbgrader.converters import Autograde

STAGING = ".labgrader-staging"  # in the same folder, so that moving is renaming


class GradedFolders:
    """The folders of executed submissions of one course."""

    def __init__(self, autograded: Path, autograde: Autograde):
        self.autograded = autograded
        self.autograde = autograde
        self.staging = autograded / STAGING

    def __enter__(self) -> GradedFolders:
        self._clear()  # what a killed run left
        return self

    def __exit__(self, *exception: object) -> None:
        self._clear()

    def replace(self, student: str, lab: str, notebooks: Mapping[str, str], files: Mapping[str, Path]) -> None:
        """Put notebooks (text by name) and copies of files where formgrader and feedback look for them."""
        staged = self.staging / "new" / student / lab
        staged.mkdir(parents=True)
        for name, path in files.items():
            target = staged / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        for name, text in notebooks.items():
            (staged / f"{name}.ipynb").write_bytes(text.encode())
        self._set_permissions(staged)
        self.remove(student, lab)
        place = self.autograded / student / lab
        place.parent.mkdir(parents=True, exist_ok=True)
        staged.rename(place)

    def remove(self, student: str, lab: str) -> None:
        """Remove the folder of an earlier grading, if there is one."""
        place = self.autograded / student / lab
        if place.exists():
            old = self.staging / "old" / student / lab
            old.parent.mkdir(parents=True, exist_ok=True)
            place.rename(old)
            shutil.rmtree(old)

    def _set_permissions(self, folder: Path) -> None:
        """nbgrader's: read-only for everybody, or writable for the course's group."""
        permissions = int(str(self.autograde.permissions), 8)
        is_shared = self.autograde.coursedir is not None and self.autograde.coursedir.groupshared
        for path, _, names in os.walk(folder):
            for name in names:
                os.chmod(Path(path, name), permissions)
            if is_shared:
                os.chmod(path, (os.stat(path).st_mode | 0o2770) & 0o2777)

    def _clear(self) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)
