"""A copy of the gradebook before it is written."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import make_url

KEPT = 5


def back_up(db_url: str, folder: Path) -> Path | None:
    """Copy an SQLite gradebook into a folder that keeps the last few; None if there is nothing to copy.

    SQLite's own backup can also copy a database that is being written.
    """
    url = make_url(db_url)
    if url.get_backend_name() != "sqlite" or not url.database or not Path(url.database).is_file():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"gradebook-{datetime.now():%Y-%m-%d-%H%M%S-%f}.db"
    unfinished = copy.with_suffix(".unfinished")
    with (
        contextlib.closing(sqlite3.connect(url.database)) as original,
        contextlib.closing(sqlite3.connect(unfinished)) as target,
    ):
        original.backup(target)
    unfinished.rename(copy)
    for old in sorted(folder.glob("gradebook-*.db"))[:-KEPT]:
        old.unlink()
    return copy
