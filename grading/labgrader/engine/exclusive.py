"""One grading at a time: two writers would remove each other's folders."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from ..course import Course
from ..errors import LabgraderError


@contextlib.contextmanager
def only_one(course: Course) -> Iterator[None]:
    """Lock a course for grading; raises LabgraderError if it is being graded already.

    The lock is a transaction on an empty database: it works on every system and ends with the process that holds it.
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
