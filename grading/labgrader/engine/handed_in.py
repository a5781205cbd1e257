"""What really lies in a submission's folder: regular files. Links and devices are named, never followed or opened."""

from __future__ import annotations

import fnmatch
import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

MOST_FILES = 5_000


class BrokenSubmission(Exception):
    """Why one submission cannot be graded, in a few words; it concerns that submission only."""


@dataclass
class HandedIn:
    """The files of a folder by their path in it, and what was left out."""

    files: dict[str, Path] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def look_into(folder: Path, ignored: Iterable[str] = ()) -> HandedIn:
    """All regular files below a folder, without those whose name matches an ignored pattern.

    A link may point at another submission or at the instructor's files, a pipe never ends, and a name that is not text
    cannot be carried anywhere: these are left out.
    """
    if folder.is_symlink():
        raise BrokenSubmission("the submission's folder is a link")
    found, folders = HandedIn(), [folder]
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda entry: entry.name):
            name = Path(entry.path).relative_to(folder).as_posix()
            if any(fnmatch.fnmatchcase(entry.name, pattern) for pattern in ignored):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif entry.is_file(follow_symlinks=False) and is_text(name):
                found.files[name] = Path(entry.path)
            else:
                found.left_out.append(name)
            if len(found.files) > MOST_FILES:
                raise BrokenSubmission(f"more than {MOST_FILES} files handed in")
    return found


def is_text(name: str) -> bool:
    """Whether a file's name is UTF-8; Linux takes any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def printable(name: str) -> str:
    """A text of a student's as it can be shown in a terminal: no control characters, no bytes that are not text."""
    return "".join(character if character.isprintable() else "�" for character in name)


def digest(folder: Path) -> str:
    """Differs as soon as anything in a folder does; links count by where they point."""
    if folder.is_symlink():
        return f"a link to {os.readlink(folder)!r}"
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        total.update(_framed(os.fsencode(path.relative_to(folder))))
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind):
            total.update(_framed(os.fsencode(os.readlink(path))))
        elif stat.S_ISREG(kind):
            with path.open("rb") as file:
                total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def _framed(part: bytes) -> bytes:
    return len(part).to_bytes(8, "big") + part
