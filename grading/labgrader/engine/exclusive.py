"""One grading at a time: two writers would take each other's folders away."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from ..course import Course
from ..errors import LabgraderError


@contextlib.contextmanager
def only_one(course: Course) -> Iterator[None]:
    """Refuse to grade a course that is being graded.

    The lock is a transaction on an empty database: every system has it, and it ends with the process that holds it.
    """
    course.private.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(course.private / "grading.lock", timeout=0, isolation_level=None)
    with contextlib.closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise LabgraderError(
                f"{course.root} is being graded by another labgrader; wait until it is done, or end it."
            ) from error
        yield
