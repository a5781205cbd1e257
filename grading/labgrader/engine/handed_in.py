"""The regular files in a submission's folder. Links and devices are listed, never followed or opened."""

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
    """Why one submission cannot be graded, in a few words; it affects no other submission."""


@dataclass
class HandedIn:
    """The files of a folder by their path in it, and what was left out."""

    files: dict[str, Path] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def look_into(folder: Path, ignored: Iterable[str] = ()) -> HandedIn:
    """All regular files below a folder, without those whose name matches an ignored pattern.

    Left out: links, which may point to another submission or to the instructor's files, pipes, which may never end, and
    names that are not UTF-8. Raises BrokenSubmission if the folder itself is a link or holds too many files.
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
                folders.append(Path(entry.path))
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
    """A student's text that is safe to show in a terminal: without control characters and undecodable bytes."""
    return "".join(character if character.isprintable() else "�" for character in name)


def digest(folder: Path) -> str:
    """A hash of everything in a folder; of links, the target is hashed."""
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
