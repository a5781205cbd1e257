"""Errors shown to users."""


class LabgraderError(Exception):
    """An error for the user: one sentence that says what is wrong, where, and how to fix it."""


def in_a_line(error: BaseException) -> str:
    """An error in one short line: the message, after the error's type unless it is a LabgraderError."""
    first_line = next(iter(str(error).strip().splitlines()), "")[:300]
    if isinstance(error, LabgraderError):
        return first_line
    return ": ".join(filter(None, (type(error).__name__, first_line)))
