"""`release/manifest.json`: which labs there are, in which version, and what they are worth."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from .. import notebook
from ..course import Course
from ..errors import LabgraderError
from .lab import Lab

MANIFEST = "manifest.json"
BONUS = "bonus"  # the tag of a grade cell whose points come on top of a lab's maximum


def manifest_of(labs: Iterable[Lab], others: dict) -> dict:
    """The manifest of labs just built; `others` holds the entries of labs that were not."""
    entries = {**others, **{lab.name: entry(lab) for lab in labs}}
    return {"labs": dict(sorted(entries.items()))}


def entry(lab: Lab) -> dict:
    """What the manifest says about a lab."""
    exercises = {
        exercise_name(notebook.grade_id(cell)): {
            "bonus": notebook.has_tag(cell, BONUS),
            "graded_by": "person" if notebook.is_solution(cell) or notebook.is_task(cell) else "tests",
            "points": notebook.points(cell),
        }
        for cell in lab.source.cells
        if notebook.is_grade(cell) or notebook.is_task(cell)
    }
    return {
        "version": lab.version,
        "content_hash": lab.content_hash,
        "notebook": lab.notebook_file.as_posix(),
        "max_points": sum(exercise["points"] for exercise in exercises.values() if not exercise["bonus"]),
        "bonus_points": sum(exercise["points"] for exercise in exercises.values() if exercise["bonus"]),
        "exercises": exercises,
    }


def exercise_name(grade_id: str) -> str:
    """The exercise that a grade cell grades: `test_adam_step` grades `adam_step`."""
    return grade_id.removeprefix("test_")


def write_manifest(manifest: dict, folder: Path) -> None:
    """Write a manifest into a release folder."""
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def read_manifest(folder: Path) -> dict:
    """The manifest of a release folder; an empty one when there is none."""
    path = folder / MANIFEST
    return parse(path.read_text(encoding="utf-8"), str(path)) if path.is_file() else {"labs": {}}


def released_manifest(course: Course) -> dict:
    """The manifest in the last git tag: what has been released; an empty one before the first tag."""
    tag = git(course, "describe", "--tags", "--abbrev=0")
    path = f"{course.release.name}/{MANIFEST}"
    text = git(course, "show", f"{tag.strip()}:./{path}") if tag else None
    return parse(text, f"{path} of the tag {tag.strip()}") if text else {"labs": {}}


def parse(text: str, where: str) -> dict:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise LabgraderError(f"{where} is not JSON ({error}); restore it from git or delete it and build.") from error


def git(course: Course, *arguments: str) -> str | None:
    """What git answers in the course folder; None when it has no answer or is not there."""
    try:
        answer = subprocess.run(["git", "-C", course.root, *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return answer.stdout if answer.returncode == 0 else None
