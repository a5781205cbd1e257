"""From the zip download of a learning management system to `submitted/`; nbgrader's plugins parse the file names."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path, PurePosixPath

from nbgrader.utils import parse_utc

from ..engine.exclusive import only_one
from ..engine.group_file import GROUP_FILE
from ..engine.prepare import TIMESTAMP
from ..engine.submissions import Submission
from ..errors import LabgraderError
from ..nbgrader_session import NbgraderSession, log
from .archive import Member, Unreadable, open_zip
from .file_names import PLUGINS, LmsFileNames
from .people import NotFound, People
from .system import Lms

STAGING = ".labgrader-staging"  # in the same folder, so that moving is renaming
# What browsers, JupyterLab and Canvas add to the name of a file that is there already: " (1)", "-Copy1", "-1".
COPY = re.compile(r"(?:[ _+]?\((?P<a>\d+)\)|[ _-]copy *(?P<b>\d*)|-(?P<c>\d+))$", re.IGNORECASE)

NEW, REPLACED, UNCHANGED, KEPT = "new", "replaced", "unchanged", "kept"


@dataclass(frozen=True)
class Leftover:
    """A file that was not placed, and why; a `harmless` one is not a student's work on the lab."""

    name: str
    reason: str
    harmless: bool = False


@dataclass
class Collected:
    """The result for a zip: the state of each student's submission, files not placed, and late students."""

    states: dict[str, str] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)
    late: list[str] = field(default_factory=list)

    @property
    def kept(self) -> list[str]:
        """The students whose submission in the course is newer than the one in the zip."""
        return [student for student, state in self.states.items() if state == KEPT]


@dataclass(frozen=True)
class _File:
    """A student's file and the name it will get; the one with the greater `order` is the later attempt."""

    member: Member
    student: str
    target: str
    attempt: int
    copy: int
    is_late: bool

    @property
    def order(self) -> tuple[int, float, int]:
        return self.attempt, self.member.seconds, self.copy


def collect(session: NbgraderSession, path: Path, lab: str, lms: Lms) -> Collected:
    """Put the submissions in a zip where the course expects them.

    Files are written only under names of our choice in `submitted/<student>/<lab>`. Of several attempts the last one
    counts, and a submission in the course that is newer than the zip's is kept. A zip records only when it was made, so
    no timestamp.txt is written.

    Raises LabgraderError for an unknown lab, a zip that cannot be read, a gradebook without students, a submission
    folder that is a link, and a course that is being graded.
    """
    course = session.course
    (lab,) = course.gradable_labs([lab])
    with session.gradebook() as gradebook:
        students = gradebook.students
        if not students:
            raise LabgraderError(
                f"The gradebook knows no students, and {lms.title()} names files after people: "
                f"import the participants first with `labgrader roster FILE.csv`."
            )
        people = People(students)
    plugin = PLUGINS[lms](config=session.config, log=log)
    targets = [*(notebook.name for notebook in course.notebooks(lab)), GROUP_FILE]
    limit = session.directory().max_file_size * 1000
    result = Collected()
    try:
        with only_one(course), open_zip(path) as members:
            files = list(_recognized(members, plugin, people, targets, result.leftovers))
            for student in sorted({file.student for file in files}):
                theirs = _latest([file for file in files if file.student == student], result.leftovers)
                _place(Submission(course, student, lab), theirs, limit, result)
    finally:
        shutil.rmtree(course.submitted / STAGING, ignore_errors=True)
    return result


def _recognized(
    members: list[Member], plugin: LmsFileNames, people: People, targets: list[str], leftovers: list[Leftover]
) -> Iterator[_File]:
    """The files that belong to a known student and are one of the lab's."""
    for member in members:
        if PurePosixPath(member.name).suffix not in plugin.valid_ext:
            leftovers.append(Leftover(member.name, f"neither a notebook nor {GROUP_FILE}", harmless=True))
            continue
        parts = plugin.collect(member.name)
        if parts is None:
            leftovers.append(Leftover(member.name, "its name is not one of this system's downloads"))
            continue
        target, copy = _target(parts.get("file_id") or "", targets)
        if target is None:
            leftovers.append(Leftover(member.name, f"the lab has no such file, only {', '.join(targets[:-1])}"))
            continue
        try:
            number = parts.get("student_id") if plugin.numbers_people else None
            student = people.numbered(number or "") or people.named(parts.get("full_name") or "")
        except NotFound as reason:
            leftovers.append(Leftover(member.name, str(reason)))
            continue
        attempt = int(parts.get("attempt") or 0)
        yield _File(member, student, target, attempt, copy, is_late=bool(parts.get("late")))


def _target(file_id: str, targets: list[str]) -> tuple[str | None, int]:
    """The file of the lab that a name refers to, None if there is none, and the number of its copy."""
    name = PurePosixPath(file_id)
    stem, copy = name.stem, 0
    while f"{stem}{name.suffix}" not in targets:
        match = COPY.search(stem)
        if not match:
            return None, 0
        copy = max(copy, *(int(number or 0) for number in match.groups()))
        stem = stem[: match.start()]
    return f"{stem}{name.suffix}", copy


def _latest(files: list[_File], leftovers: list[Leftover]) -> dict[str, _File]:
    """The last attempt for each file of a lab."""
    latest: dict[str, _File] = {}
    for file in sorted(files, key=lambda file: file.order):
        if earlier := latest.get(file.target):
            leftovers.append(Leftover(earlier.member.name, "an earlier attempt", harmless=True))
        latest[file.target] = file
    return latest


def _place(submission: Submission, files: dict[str, _File], limit: int, result: Collected) -> None:
    contents = {}
    for target, file in files.items():
        try:
            contents[target] = file.member.read(limit)
        except Unreadable as reason:
            result.leftovers.append(Leftover(file.member.name, str(reason)))
            return
    if not any(target.endswith(".ipynb") for target in files):
        names = (file.member.name for file in files.values())
        result.leftovers += [Leftover(name, "no notebook of the lab came with it") for name in names]
        return
    if any(file.is_late for file in files.values()):
        result.late.append(submission.student)
    result.states[submission.student] = _replace(submission, contents, max(f.member.seconds for f in files.values()))


def _replace(submission: Submission, contents: dict[str, bytes], seconds: float) -> str:
    """Put files into a submission's folder, unless there is a newer submission; returns what was done."""
    folder = submission.folder
    if folder.is_symlink():
        raise LabgraderError(f"{folder} is a link; remove it and collect again.")
    state = NEW
    if folder.is_dir():
        there = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != TIMESTAMP}
        if there == contents:
            return UNCHANGED
        if _handed_in_at(folder) > seconds:
            return KEPT
        state = REPLACED
    staging = submission.course.submitted / STAGING
    new, old = staging / "new", staging / "old"
    shutil.rmtree(staging, ignore_errors=True)
    new.mkdir(parents=True)
    for name, content in contents.items():
        (new / name).write_bytes(content)
        os.utime(new / name, (seconds, seconds))  # the next zip is compared with it
    folder.parent.mkdir(parents=True, exist_ok=True)
    if state == REPLACED:
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if state == REPLACED:
            old.rename(folder)
        raise
    return state


def _handed_in_at(folder: Path) -> float:
    """When a submission was handed in, in seconds: as nbgrader's exchange recorded it, else by its files' times."""
    try:
        text = (folder / TIMESTAMP).read_text(encoding="utf-8").strip()
        return parse_utc(text).replace(tzinfo=UTC).timestamp()
    except (OSError, ValueError, OverflowError):
        return max((path.stat().st_mtime for path in folder.iterdir()), default=0.0)
