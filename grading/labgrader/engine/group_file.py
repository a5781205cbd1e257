"""`group.csv` beside a submitted notebook: the heading `student`, then one user name per line."""

from __future__ import annotations

import re
from pathlib import Path

from .handed_in import BrokenSubmission, printable
from .user_names import is_user_name

GROUP_FILE = "group.csv"
HEADING = "student"
MOST_MEMBERS = 20
MOST_BYTES = 64 * 1024


def names_in(folder: Path) -> list[str]:
    """The user names in a submission's group file, none if it has no such file; raises BrokenSubmission."""
    path = folder / GROUP_FILE
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise BrokenSubmission(f"{GROUP_FILE} is a link or a device, not a file")
    if not path.exists():
        return []
    if path.stat().st_size > MOST_BYTES:
        raise BrokenSubmission(f"{GROUP_FILE} is too large")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BrokenSubmission(f"{GROUP_FILE} is not UTF-8 text: save it as CSV UTF-8") from None
    # The first column: spreadsheets separate by commas, semicolons or tabs, and may quote.
    heading, *names = [re.split(r"[,;\t]", line)[0].strip().strip('"') for line in text.splitlines()] or [""]
    if heading.casefold() != HEADING:
        raise BrokenSubmission(f"{GROUP_FILE} does not begin with the heading {HEADING!r}")
    names = list(dict.fromkeys(filter(None, names)))
    for name in names:
        if not is_user_name(name):
            raise BrokenSubmission(f"{GROUP_FILE} names {printable(name)[:40]!r}, which is no user name")
    if len(names) > MOST_MEMBERS:
        raise BrokenSubmission(f"{GROUP_FILE} names more than {MOST_MEMBERS} people")
    return names


def others_named_in(folder: Path, student: str) -> list[str]:
    """The other members named in a student's submission; none if its group file cannot be read."""
    try:
        return [name for name in names_in(folder) if name != student]
    except (BrokenSubmission, OSError):
        return []
