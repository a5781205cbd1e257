"""The tiny course with an answer bank."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from labgrader.course import Course
from labgrader.verify.findings import Findings
from labgrader.verify.verify import verify
from tiny_course import LAB, TinyCourse, cell_of

SQUARE = """def square(x):
    return {}
"""
HALF = """def half(x):
    return {}
"""
THRICE = """def thrice(x):
    return {}
"""
ODD = "an odd number has a half too"


@dataclass(frozen=True)
class BankedCourse:
    """The course and its bank."""

    course: TinyCourse

    def write(self, exercise: str, name: str, code: str, check: str = "", hint: str = "") -> None:
        """Put an answer into the bank."""
        docstring = f"check: {check}\nhint: {hint}\n" if check else ""
        self.put(exercise, f"{name}.py", f'"""An answer.\n\n{docstring}"""\n\n{code}')

    def put(self, exercise: str, name: str, text: str) -> None:
        """Put any file into an exercise's folder."""
        path = self.folder / exercise / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @property
    def folder(self) -> Path:
        """The bank of the lab."""
        return self.course.root / "tests" / "answers" / LAB

    def edit(self, grade_id: str, before: str, after: str) -> None:
        """Change the instructor's notebook."""
        nb = self.course.source
        cell = cell_of(nb, grade_id)
        assert before in cell.source
        cell.source = cell.source.replace(before, after)
        self.course.write_source(nb)

    def verify(self, **options) -> dict[str, Findings]:
        """Findings by exercise."""
        # One at a time: other tests use the other core.
        return {found.exercise: found for found in verify(Course(self.course.root), workers=1, **options)}

    def gaps(self, **options) -> list[str]:
        """All gaps, each with its exercise."""
        return [f"{name}: {gap}" for name, found in self.verify(**options).items() for gap in found.gaps]

    def command(self, *arguments: str) -> tuple[int, list[dict], str]:
        """`labgrader verify --json`: exit status, result and standard error."""
        done = self.course.labgrader("verify", "--json", *arguments)
        return done.returncode, json.loads(done.stdout or "[]"), done.stderr
