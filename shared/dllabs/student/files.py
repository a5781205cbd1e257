"""Read a student's notebook, and replace it without losing the old one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from dllabs.student.errors import UsageError

if TYPE_CHECKING:
    from nbformat import NotebookNode


def read(path: Path) -> NotebookNode:
    """Read a notebook and convert it to nbformat 4; raises UsageError if there is none or it is damaged."""
    import nbformat

    if path.is_dir():
        raise UsageError(f"{path} is a folder: name the notebook in it.")
    try:
        # Not nbformat.read, which silently replaces duplicate cell ids.
        raw = nbformat.reader.reads(path.read_text(encoding="utf-8"))
        nb: NotebookNode = nbformat.convert(raw, 4)
        if not all(isinstance(cell.source, str) and isinstance(cell.metadata, dict) for cell in nb.cells):
            raise TypeError("cells without text or metadata")
        nb.metadata.get("labgrader", {}).get("release", {})
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}: check the name and the folder you are in.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except Exception:  # nbformat raises many different exceptions for files that are not notebooks
        raise UsageError(f"{path} is not a notebook, or a damaged one: open it in JupyterLab to see.") from None
    return nb


def save_with_backup(nb: NotebookNode, path: Path) -> Path:
    """Replace a notebook atomically and keep the old one in the same folder; returns the path of that backup.

    The backup does not end in `.ipynb`, so that it is not submitted as a second notebook.
    """
    from nbformat import v4

    give_fresh_ids(nb)
    backup = unused(path.with_name(f"{path.stem}.{datetime.now():%Y-%m-%d_%H-%M-%S}.ipynb.bak"))
    shutil.copy2(path, backup)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            text: str = v4.writes(nb)
            file.write(text.rstrip("\n") + "\n")
        shutil.copymode(path, fresh)
        os.replace(fresh, path)
    except BaseException:
        os.unlink(fresh)
        raise
    return backup


def unused(path: Path) -> Path:
    """The path, with a number added if that file exists already."""
    numbered, number = path, 1
    while numbered.exists():
        number += 1
        numbered = path.with_name(path.name.replace(".ipynb", f"-{number}.ipynb"))
    return numbered


def give_fresh_ids(nb: NotebookNode) -> None:
    """Make the cell ids valid for the notebook's format: none before 4.5, unique ones since."""
    has_ids = (nb.nbformat, nb.nbformat_minor) >= (4, 5)
    seen: Counter[str | None] = Counter()
    for cell in nb.cells:
        if not has_ids:
            cell.pop("id", None)
        elif "id" not in cell or seen[cell.id]:
            cell.id = uuid4().hex[:8]
        seen[cell.get("id")] += 1
