"""`python -m dllabs progress`: the student's progress in all labs of a folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import dllabs
from dllabs.student.answers import UNTOUCHED
from dllabs.student.cells import grade_id
from dllabs.student.check import ExerciseResult, Finding, Verdict, check
from dllabs.student.errors import UsageError
from dllabs.student.files import read
from dllabs.student.release import RELEASE, is_as_released, recorded

MOST_RECORDS = 200  # older ones are deleted


def progress(folder: Path, on_lab: Callable[[Path], object] = lambda path: None) -> list[Verdict]:
    """The verdicts on all labs below a folder, except released copies.

    A lab that has been checked since its last change is not executed again.
    on_lab: called with the path of each notebook before it is executed.

    Raises UsageError if the folder does not exist or has no labs.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}: name the one with your labs.")
    paths = sorted(path for path in folder.rglob("*.ipynb") if is_mine(path.relative_to(folder)))
    labs = [path for path in paths if has_record(path)]
    if not labs:
        raise UsageError(f"No labs in {folder}: name the folder with your notebooks, or run `python -m dllabs start`.")
    return [not_begun(path) or remembered(path) or checked(path, on_lab) for path in labs]


def is_mine(path: Path) -> bool:
    """Whether a notebook is the student's own: not a released copy, a checkpoint or part of an installed package."""
    hidden = any(part.startswith((".", "_")) for part in path.parts)
    return not hidden and not {RELEASE, "source", "solutions", "site-packages", "node_modules"} & set(path.parts)


def has_record(path: Path) -> bool:
    """Whether a file is a notebook of a lab."""
    try:
        return recorded(read(path)) is not None
    except UsageError:
        return False


def not_begun(path: Path) -> Verdict | None:
    """The verdict on a notebook that is unchanged since its release, without executing it; None for other notebooks."""
    nb = read(path)
    release = recorded(nb)
    if release is None or not is_as_released(nb, release):
        return None
    exercises = [
        ExerciseResult(one.name, UNTOUCHED, one.graded.points, one.graded.bonus, one.test is None)
        for one in release.exercises
    ]
    findings = [Finding(one.name, "not answered yet") for one in exercises if not one.bonus]
    return Verdict(path.name, release.lab, release.version, 0.0, exercises, findings)


def checked(path: Path, on_lab: Callable[[Path], object]) -> Verdict:
    """Check a notebook and store the verdict."""
    on_lab(path)
    verdict = check(path)
    remember(path, verdict)
    return verdict


def remember(path: Path, verdict: Verdict) -> None:
    """Store the verdict on a notebook until the notebook changes; does nothing if the file cannot be written."""
    try:
        file = record_file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(verdict)), encoding="utf-8")
        for old in sorted(file.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-MOST_RECORDS]:
            old.unlink()
    except OSError:
        pass


def remembered(path: Path) -> Verdict | None:
    """The stored verdict on a notebook that has not changed since; None if there is none."""
    try:
        content = json.loads(record_file(path).read_text(encoding="utf-8"))
        content["exercises"] = [
            ExerciseResult(**{**one, "checks": one["checks"] and tuple(one["checks"])}) for one in content["exercises"]
        ]
        content["findings"] = [Finding(**one) for one in content["findings"]]
        return Verdict(**content)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def record_file(path: Path) -> Path:
    """The file in which the verdict on a notebook is stored; its name is a hash of the notebook's cells and path."""
    from platformdirs import user_cache_path

    nb = read(path)
    cells = [[cell.cell_type, cell.source, grade_id(cell), cell.get("id")] for cell in nb.cells]
    text = json.dumps([dllabs.__version__, str(path.resolve()), cells])
    return user_cache_path("dllabs") / "checks" / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.json"
