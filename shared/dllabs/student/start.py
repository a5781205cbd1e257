"""`python -m dllabs start`: copy the released labs to the student's own folder without overwriting their work."""

from __future__ import annotations

import shutil
from pathlib import Path

from dllabs.student.errors import UsageError
from dllabs.student.files import read
from dllabs.student.release import RELEASE, recorded

WORK = "work"


def start(folder: Path) -> list[str]:
    """Copy each lab from `folder/release` to `folder/work` unless it is there already; returns a message for each.

    Raises UsageError if there are no released labs.
    """
    labs = sorted(path for path in (folder / RELEASE).glob("*") if path.is_dir())
    if not labs:
        raise UsageError(
            f"There is no folder {RELEASE} with labs in {folder.resolve()}: change into the course's folder."
        )
    return [copied(lab, folder / WORK / lab.name) for lab in labs]


def copied(lab: Path, mine: Path) -> str:
    """Copy the folder of one lab to `mine` unless that exists; returns a message that says what was done."""
    if not mine.exists():
        shutil.copytree(lab, mine, ignore=shutil.ignore_patterns(".*"))
        return f"{lab.name}: copied to {Path(WORK, lab.name)}"
    hints = [update_hint(notebook, mine / notebook.name) for notebook in sorted(lab.glob("*.ipynb"))]
    return "\n".join([f"{lab.name}: already in {Path(WORK, lab.name)}, left as it is", *filter(None, hints)])


def update_hint(released: Path, mine: Path) -> str | None:
    """How to update a notebook that comes from another version; None if it needs no update."""
    try:
        old, new = recorded(read(mine)), recorded(read(released))
    except UsageError:
        return None
    if old is None or new is None or old.is_same_as(new):
        return None
    paths = [Path(WORK, mine.parent.name, mine.name), Path(RELEASE, released.parent.name, released.name)]
    return f"  It is version {old.version}, {new.version} is out: python -m dllabs update {paths[0]} {paths[1]}"
