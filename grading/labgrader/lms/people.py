"""Finding the student that a learning management system refers to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from nbgrader.api import Student


class NotFound(Exception):
    """Why a person cannot be found, in a few words."""


class People:
    """The students of the gradebook by their number in the learning management system and by their names."""

    def __init__(self, students: Iterable[Student]):
        self._by_number: dict[str, str] = {}
        self._by_name: dict[str, set[str]] = {}
        for student in students:
            if student.lms_user_id:
                self._by_number[student.lms_user_id] = student.id
            first, last = student.first_name or "", student.last_name or ""
            for name in (first + last, last + first):
                self._by_name.setdefault(letters(name), set()).add(student.id)

    def numbered(self, number: str) -> str | None:
        """The user name for a number in the system, None if it is unknown."""
        return self._by_number.get(number)

    def named(self, name: str) -> str:
        """The user name for a person's name; raises NotFound if there is none or several."""
        for part in _without_group(name):
            found = self._by_name.get(letters(part), set())
            if len(found) > 1:
                raise NotFound(f"several students have this name: {', '.join(sorted(found))}")
            if found and letters(part):
                return next(iter(found))
        raise NotFound("no student in the gradebook has this name")


def letters(name: str) -> str:
    """A name in a form for comparison: systems remove blanks, commas and signs, and change the case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))


def _without_group(name: str) -> Iterator[str]:
    """The name, and what remains of it without a group's name before a hyphen, as Moodle writes it."""
    yield name
    while "-" in name:
        name = name.partition("-")[2]
        yield name
