"""Import a class list into the gradebook, as Moodle or Canvas exports it or as written by hand."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Student

from ..engine.backup import back_up
from ..engine.user_names import is_user_name
from ..errors import LabgraderError
from ..nbgrader_session import NbgraderSession

# Synonymous headings, without case and signs. The user names, which name the folders `submitted/<student>`, are in the
# first of these columns that is filled in every row.
USER_NAMES = ("student id", "username", "user name", "sis login id", "login id", "login", "user id")
OTHER_USER_NAMES = ("id number", "sis user id", "student", "email", "email address", "e mail address")
FIRST_NAMES = ("first name", "firstname", "given name")
LAST_NAMES = ("last name", "lastname", "surname", "family name")
EMAILS = ("email", "email address", "e mail", "e mail address")
FULL_NAMES = ("student", "name", "full name", "student name")
NUMBERS = ("lms user id", "canvas id", "canvas user id")
# Canvas' gradebook: "ID" is the number of a person, "Student" a name, and two rows aren't students.
CANVAS = {"student", "id", "section"}
CANVAS_OWN_ROWS = ("points possible", "student test", "test student")

FIELDS = ("first_name", "last_name", "email", "lms_user_id")


@dataclass(frozen=True)
class Entry:
    """One line of a list of participants."""

    student: str
    first_name: str
    last_name: str
    email: str
    lms_user_id: str


@dataclass(frozen=True)
class Import:
    """What an import did, by user name; `absent` are in the gradebook and not in the file, and stay there."""

    column: str
    added: list[str]
    updated: list[str]
    unchanged: list[str]
    absent: list[str]


def import_roster(session: NbgraderSession, path: Path) -> Import:
    """Update the gradebook's students from a file, in one transaction; nobody is removed.

    An empty cell leaves the gradebook's value unchanged. Raises LabgraderError if the file cannot be used.
    """
    column, entries = read_roster(path)
    back_up(session.directory().db_url, session.course.private / "backups")
    with session.gradebook() as gradebook:
        known = {student.id: student for student in gradebook.students}
        result = Import(column, [], [], [], sorted(known.keys() - {entry.student for entry in entries}))
        for entry in entries:
            about = {name: getattr(entry, name) for name in FIELDS if getattr(entry, name)}
            if entry.student not in known:
                gradebook.db.add(Student(id=entry.student, **about))
                result.added.append(entry.student)
            elif any(getattr(known[entry.student], name) != value for name, value in about.items()):
                for name, value in about.items():
                    setattr(known[entry.student], name, value)
                result.updated.append(entry.student)
            else:
                result.unchanged.append(entry.student)
        gradebook.db.commit()
    return result


def read_roster(path: Path) -> tuple[str, list[Entry]]:
    """The heading of the user name column, and the participants; one LabgraderError lists every problem."""
    heading, rows = _read(path)
    columns = {_plain(name): number for number, name in reversed(list(enumerate(heading)))}
    is_canvas = columns.keys() >= CANVAS
    if is_canvas:
        rows = [(line, row) for line, row in rows if _plain(row[columns["student"]]) not in CANVAS_OWN_ROWS]
    if not rows:
        raise LabgraderError(f"{path} names nobody; export the list of participants again.")
    user_name = _user_names(path, columns, rows, is_canvas)
    numbers = columns["id"] if is_canvas else _first(columns, NUMBERS)
    entries = [
        Entry(
            row[user_name],
            *_names(row, columns),
            _cell(row, _first(columns, EMAILS)),
            _cell(row, numbers),
        )
        for _, row in rows
    ]
    if problems := list(_problems([line for line, _ in rows], entries)):
        raise LabgraderError("\n".join(f"{path}, {problem}" for problem in problems))
    return heading[user_name], entries


def _read(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The heading and the other lines that are not empty, with their numbers; every row as long as the heading."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise LabgraderError(f"There is no file {path}; check the name.") from None
    except (UnicodeDecodeError, OSError) as error:
        raise LabgraderError(f"{path} is not readable as UTF-8 text ({error}); save it as CSV UTF-8.") from None
    separator = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise LabgraderError(f"{path}, line {reader.line_num}, is not CSV ({error}); export the list again.") from None
    rows = [(line, row) for line, row in rows if any(row)]
    if not rows:
        raise LabgraderError(f"{path} is empty; export the list of participants again.")
    (_, heading), *rows = rows
    width = len(heading)
    return heading, [(line, (row + [""] * width)[:width]) for line, row in rows]


def _user_names(path: Path, columns: dict[str, int], rows: list[tuple[int, list[str]]], is_canvas: bool) -> int:
    """The column of the user names."""
    own = USER_NAMES if is_canvas else (*USER_NAMES, "id")
    others = [name for name in OTHER_USER_NAMES if not (is_canvas and name == "student")]
    candidates = [columns[name] for name in (*own, *others, *(("id",) if is_canvas else ())) if name in columns]
    if not candidates:
        raise LabgraderError(
            f"{path} has no column of user names: give one the heading `student_id`, as in "
            f"student_id,first_name,last_name,email."
        )
    return next((one for one in candidates if all(row[one] for _, row in rows)), candidates[0])


def _names(row: list[str], columns: dict[str, int]) -> tuple[str, str]:
    """First and last name, which may be in one column, "King, Ada" or "Ada King"."""
    first, last = _first(columns, FIRST_NAMES), _first(columns, LAST_NAMES)
    full = _first(columns, FULL_NAMES)
    if first is not None or last is not None or full is None:
        return _cell(row, first), _cell(row, last)
    if "," in row[full]:
        last_name, _, first_name = row[full].partition(",")
    else:
        first_name, _, last_name = row[full].rpartition(" ")
    return first_name.strip(), last_name.strip()


def _problems(lines: Sequence[int], entries: Sequence[Entry]) -> Iterator[str]:
    count = Counter(entry.student for entry in entries)
    for line, entry in zip(lines, entries, strict=True):
        if not entry.student:
            yield f"line {line}, names nobody: fill in the user name."
        elif not is_user_name(entry.student):
            yield f"line {line}: {entry.student!r} cannot be a user name; folders are called like it."
        elif count[entry.student] > 1:
            yield f"line {line}: {entry.student} stands in {count[entry.student]} lines; keep one."


def _first(columns: dict[str, int], names: Sequence[str]) -> int | None:
    return next((columns[name] for name in names if name in columns), None)


def _cell(row: list[str], column: int | None) -> str:
    return "" if column is None else row[column]


def _plain(heading: str) -> str:
    """A heading without case and signs, "E-mail_address" → "e mail address"."""
    return " ".join(re.findall(r"\w+", heading.replace("_", " ").casefold()))
