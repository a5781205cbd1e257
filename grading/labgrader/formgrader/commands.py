"""The commands that formgrader's buttons run, and their output as formgrader shows it."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypedDict

from ..engine.handed_in import printable
from ..grade.marks import in_words


class Answer(TypedDict):
    """The answer that formgrader's pages expect from their server."""

    success: bool
    log: str


async def labgrader(course: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `labgrader` in a course, in a separate process, so that the server keeps responding."""
    command = [sys.executable, "-m", "labgrader", "--course", str(course), *arguments]
    return await asyncio.to_thread(
        lambda: subprocess.run(
            command,
            cwd=course,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    )


async def grade(course: Path, lab: str, student: str) -> Answer:
    """Grade one submission in the sandbox, even if it is graded already."""
    done = await labgrader(course, "grade", f"--student={student}", "--force", "--json", "--", lab)
    said = [_outcome_in_words(outcome) for outcome in json.loads(done.stdout)] if done.stdout else []
    return answer(done.returncode == 0, *said, done.stderr)


async def build_if_out_of_date(course: Path, lab: str) -> Answer:
    """Build a lab unless its release is up to date."""
    checked = await labgrader(course, "build", "--check", "--", lab)
    if checked.returncode == 0:
        return answer(True, f"release/{lab} is what labs/{lab} generates.")
    built = await labgrader(course, "build", "--", lab)
    if built.returncode != 0:
        return answer(False, built.stderr)
    return answer(True, f"labgrader build: source/{lab}, release/{lab} and solutions/{lab} were made again.")


def answer(success: bool, *said: str) -> Answer:
    """An answer whose log joins some texts, without empty ones."""
    return {"success": success, "log": "\n".join(text.strip() for text in said if text.strip())}


def _outcome_in_words(outcome: Mapping[str, Any]) -> str:
    lines = []
    if outcome["score"] is not None:
        lines.append(f"{in_words(outcome['score'])} of {in_words(outcome['max_score'])} points")
    if outcome["needs_manual_grading"]:
        lines.append("answers wait to be graded by hand")
    lines += [outcome["note"]] if outcome["note"] else []
    lines += [f"{name}: {_points(was)}, now {_points(now)}" for name, (was, now) in outcome["changed"].items()]
    return "\n".join(map(printable, lines))


def _points(value: float | None) -> str:
    return "no points" if value is None else in_words(value)
