"""Replace old folders with newly built ones, all or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def replace_all(pairs: Iterable[tuple[Path, Path]], kept: Path) -> None:
    """Move each new file or folder to its target in one rename.

    The old ones are kept in the folder `kept` until all new ones are in place. If a move fails, the earlier ones are
    undone and its error is raised. All paths must be on one file system.
    """
    kept.mkdir()
    undo: list[tuple[Path, Path]] = []
    try:
        for number, (new, target) in enumerate(pairs):
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                undo.append(move(target, kept / str(number)))
            undo.append(move(new, target))
    except BaseException:
        for start, end in reversed(undo):
            os.rename(end, start)
        kept.rmdir()
        raise
    shutil.rmtree(kept)


def move(start: Path, end: Path) -> tuple[Path, Path]:
    os.rename(start, end)
    return start, end
