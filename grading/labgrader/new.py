"""A new lab that builds, runs and verifies at once, from the template of the course."""

from __future__ import annotations

import re
from pathlib import Path

from .course import Course, notebook_name
from .errors import LabgraderError

TEMPLATE = Path("templates", "lab")
NAME = re.compile(r"\d\d_[a-z][a-z0-9]*(_[a-z0-9]+)*")
PLACEHOLDER = re.compile(r"\b(LAB_TITLE|LAB_NUMBER|LAB)\b")
LONGEST_TITLE = 80


def new_lab(course: Course, lab: str, title: str) -> list[Path]:
    """Copy the course's lab template under a name and a title; returns the new files.

    The template is `templates/lab` of the course, a tree like the course's own. In its file names `LAB` stands for the
    lab and `NAME` for its notebook; in its texts `LAB`, `LAB_NUMBER` and `LAB_TITLE` are replaced.
    Raises LabgraderError, before anything is written, for a missing template, an invalid name or title, and a file
    that exists already.
    """
    template = course.root / TEMPLATE
    sources = sorted(path for path in template.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    if not sources:
        raise LabgraderError(f"There is no template of a lab in {template}; copy that folder from Deep Learning Labs.")
    title = " ".join(title.split())
    _refuse_bad_names(course, lab, title)
    files = {course.root / _renamed(source.relative_to(template), lab): source for source in sources}
    for path in files:
        if path.exists():
            raise LabgraderError(f"{path} exists; choose another name for the lab, or move that file away.")
    values = {"LAB_TITLE": title, "LAB_NUMBER": str(int(lab[:2])), "LAB": lab}
    for path, source in files.items():
        # In one pass: a title may contain the word LAB.
        text = PLACEHOLDER.sub(lambda match: values[match[0]], source.read_text(encoding="utf-8"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(files)


def _refuse_bad_names(course: Course, lab: str, title: str) -> None:
    if not NAME.fullmatch(lab):
        raise LabgraderError(
            f"{lab!r} is no name for a lab: two digits, then small letters, digits and single underscores, "
            f"like 10_transformers."
        )
    if not title or len(title) > LONGEST_TITLE or not title.isprintable():
        raise LabgraderError(f"A title is one line of 1 to {LONGEST_TITLE} characters; {title!r} is not.")
    for folder in sorted(path.name for path in course.labs.glob("*/")):
        if folder == lab:
            raise LabgraderError(f"There is a lab {lab} already, in {course.labs / lab}; choose another name.")
        if folder[:3] == lab[:3]:
            raise LabgraderError(f"{folder} has the number {lab[:2]} already; choose another one.")
        if notebook_name(folder) == notebook_name(lab):
            raise LabgraderError(
                f"{folder} has a notebook of the name {notebook_name(lab)!r} already; choose another one."
            )


def _renamed(path: Path, lab: str) -> Path:
    """A path of the template as it is in the course."""
    parts = {"LAB": lab, "NAME": notebook_name(lab)}
    return Path(*(parts.get(Path(part).stem, Path(part).stem) + Path(part).suffix for part in path.parts))
