"""Errors as a person reads them."""


class LabgraderError(Exception):
    """Something a person must look at: one sentence that says what, where and what to do."""


def in_a_line(error: BaseException) -> str:
    """An error in one short line; one that is meant for a person says it in its own words."""
    first_line = next(iter(str(error).strip().splitlines()), "")[:300]
    if isinstance(error, LabgraderError):
        return first_line
    return ": ".join(filter(None, (type(error).__name__, first_line)))
