"""`release/manifest.json`: which labs there are, in which version, and what they are worth."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypedDict, cast

from .. import notebook
from ..errors import LabgraderError
from .lab import Lab

MANIFEST = "manifest.json"
BONUS = "bonus"  # the tag of a grade cell whose points come on top of a lab's maximum


class ExerciseEntry(TypedDict):
    """What the manifest says about an exercise."""

    bonus: bool
    graded_by: str
    points: float


class LabEntry(TypedDict):
    """What the manifest says about a lab; its content hash is that of the script, solutions included."""

    version: str | None
    content_hash: str
    notebook: str
    max_points: float
    bonus_points: float
    exercises: dict[str, ExerciseEntry]


class Manifest(TypedDict):
    """The labs by name."""

    labs: dict[str, LabEntry]


def manifest_of(labs: Iterable[Lab], others: Mapping[str, LabEntry]) -> Manifest:
    """The manifest of labs just built; `others` holds the entries of labs that were not."""
    entries = {**others, **{lab.name: entry(lab) for lab in labs}}
    return {"labs": dict(sorted(entries.items()))}


def entry(lab: Lab) -> LabEntry:
    """What the manifest says about a lab."""
    exercises: dict[str, ExerciseEntry] = {
        exercise_name(name): {
            "bonus": notebook.has_tag(cell, BONUS),
            "graded_by": "person" if notebook.is_solution(cell) or notebook.is_task(cell) else "tests",
            "points": notebook.points(cell),
        }
        for cell in lab.source.cells
        if (name := notebook.grade_id(cell)) and (notebook.is_grade(cell) or notebook.is_task(cell))
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


def to_text(manifest: Manifest) -> str:
    """The content of the file."""
    return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write a manifest into a release folder."""
    (folder / MANIFEST).write_text(to_text(manifest), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a release folder; an empty one when there is none."""
    path = folder / MANIFEST
    if not path.is_file():
        return {"labs": {}}
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise LabgraderError(f"{path} is not JSON ({error}); restore it from git or delete it and build.") from error
    if not is_manifest(manifest):
        raise LabgraderError(f"{path} is not a list of labs; restore it from git or delete it and build.")
    return cast(Manifest, manifest)


def is_manifest(value: object) -> bool:
    """Whether a value has labs with all that a manifest says about one."""
    labs = value.get("labs") if isinstance(value, dict) else None
    return isinstance(labs, dict) and all(
        isinstance(about, dict) and about.keys() >= LabEntry.__required_keys__ for about in labs.values()
    )
