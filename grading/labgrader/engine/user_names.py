"""Valid user names: they are names of folders in nbgrader's course, on every system."""

from __future__ import annotations

LONGEST = 128  # nbgrader's column
FORBIDDEN = set('/\\:*?"<>|[]{}')


def is_user_name(name: str) -> bool:
    """Whether a folder for a student may have this name."""
    return (
        0 < len(name) <= LONGEST
        and name.isprintable()
        and name == name.strip()
        and not name.startswith(".")
        and not FORBIDDEN & set(name)
    )
