"""Reading a student's notebook, and writing it without ever losing the old one."""

import os
import shutil
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from dllabs.student.errors import UsageError


def read(path: Path):
    """A notebook as nbformat 4; UsageError when there is none."""
    import nbformat

    if path.is_dir():
        raise UsageError(f"{path} is a folder: name the notebook in it.")
    try:
        # Not nbformat.read, which silently gives a doubled cell id a new value.
        nb = nbformat.convert(nbformat.reader.reads(path.read_text(encoding="utf-8")), 4)
        if not all(isinstance(cell.source, str) and isinstance(cell.metadata, dict) for cell in nb.cells):
            raise TypeError("cells without text or metadata")
        nb.metadata.get("labgrader", {}).get("release", {})
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}: check the name and the folder you are in.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except Exception:  # a file can fail to be a notebook in many ways, and nbformat has as many exceptions
        raise UsageError(f"{path} is not a notebook, or a damaged one: open it in JupyterLab to see.") from None
    return nb


def save_with_backup(nb, path: Path) -> Path:
    """Replace a notebook in one move, keeping the old one beside it; the path of that backup.

    The backup is no `.ipynb`, so that nobody hands it in as a second notebook.
    """
    from nbformat import v4

    give_fresh_ids(nb)
    backup = unused(path.with_name(f"{path.stem}.{datetime.now():%Y-%m-%d_%H-%M-%S}.ipynb.bak"))
    shutil.copy2(path, backup)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(v4.writes(nb).rstrip("\n") + "\n")
        shutil.copymode(path, fresh)
        os.replace(fresh, path)
    except BaseException:
        os.unlink(fresh)
        raise
    return backup


def unused(path: Path) -> Path:
    """The path, with a number if there is such a file already."""
    numbered, number = path, 1
    while numbered.exists():
        number += 1
        numbered = path.with_name(path.name.replace(".ipynb", f"-{number}.ipynb"))
    return numbered


def give_fresh_ids(nb):
    """Cell ids as the notebook's format wants them: none before 4.5, and no id twice."""
    has_ids = (nb.nbformat, nb.nbformat_minor) >= (4, 5)
    seen = Counter()
    for cell in nb.cells:
        if not has_ids:
            cell.pop("id", None)
        elif "id" not in cell or seen[cell.id]:
            cell.id = uuid4().hex[:8]
        seen[cell.get("id")] += 1
