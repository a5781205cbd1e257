"""From what a student handed in to jobs that can be executed anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from .. import notebook
from ..job import Job, Limits
from .converter import Converter
from .groups import note_group
from .handed_in import BrokenSubmission, HandedIn, look_into
from .lab import GradedLab
from .selection import cells_to_run
from .submissions import Submission
from .submitted_notebook import read_submitted

TIMESTAMP = "timestamp.txt"


@dataclass(frozen=True)
class Prepared:
    """A submission that can be executed and recorded."""

    submission: Submission
    students: tuple[str, ...]  # whose work it is: who handed it in, then the other members of a group
    jobs: dict[str, Job]  # by the name of the notebook
    files: dict[str, Path]  # the files beside the notebooks: the student's, overridden by the instructor's
    left_out: tuple[str, ...]
    timestamp: datetime | None


def prepare(
    submission: Submission, students: tuple[str, ...], lab: GradedLab, converter: Converter, limits: Limits
) -> Prepared:
    """Sanitize a submission's notebooks; raises BrokenSubmission if they cannot be executed."""
    coursedir = converter.coursedir
    handed_in = look_into(submission.folder, coursedir.ignore)
    notebooks = {name: handed_in.files.get(f"{name}.ipynb") for name in lab.notebooks}
    if not any(notebooks.values()):
        raise BrokenSubmission(_nothing_to_grade(notebooks, handed_in))
    beside = {name: path for name, path in handed_in.files.items() if not name.endswith(".ipynb")}
    files = beside | _not_left_to_students(lab, converter)
    contents = _read(files, coursedir.max_dir_size * 1000)
    jobs = {}
    for name, path in notebooks.items():
        if path is not None:
            nb = read_submitted(path, coursedir.max_file_size * 1000)
            text = converter.sanitize(nb, name, lab.name, submission.student)
            sanitized = notebook.reads(text)
            if note_group(sanitized, students):
                text = notebook.writes(sanitized)
            cells = cells_to_run(sanitized, lab.notebooks[name])
            jobs[name] = Job(text, cells, contents, limits)
    return Prepared(submission, students, jobs, files, tuple(handed_in.left_out), _timestamp(beside.get(TIMESTAMP)))


def _nothing_to_grade(notebooks: Mapping[str, Path | None], handed_in: HandedIn) -> str:
    wanted = " and ".join(f"{name}.ipynb" for name in notebooks)
    if links := [name for name in handed_in.left_out if name in {f"{name}.ipynb" for name in notebooks}]:
        return f"{links[0]} is a link or a device, not a file"
    there = [*handed_in.files][:3]
    return f"no {wanted} handed in, only {', '.join(there)}" if there else f"no {wanted} handed in"


def _not_left_to_students(lab: GradedLab, converter: Converter) -> dict[str, Path]:
    """The instructor's files, without those that the course lets students change."""
    theirs = converter.autograde.exclude_overwriting.get(lab.name, [])
    return {name: path for name, path in lab.files(converter.coursedir).items() if name not in theirs}


def _read(files: Mapping[str, Path], most_bytes: int) -> dict[str, bytes]:
    total = sum(path.stat().st_size for path in files.values())
    if total > most_bytes:
        raise BrokenSubmission(f"its files are too large ({total / 1e6:.0f} MB)")
    return {name: path.read_bytes() for name, path in files.items()}


def _timestamp(path: Path | None) -> datetime | None:
    """When the work was handed in, as nbgrader's exchange notes it."""
    if path is None:
        return None
    try:
        text = path.read_text(encoding="utf-8").strip()
        return parse_utc(text) if text else None
    except (ValueError, OverflowError):
        raise BrokenSubmission(f"{TIMESTAMP} holds no date") from None
