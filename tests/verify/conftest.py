"""The tiny course with an answer bank that leaves no gap; each test spoils one thing."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from labgrader.course import Course
from labgrader.verify.findings import Findings
from labgrader.verify.verify import verify
from tiny_course import JUPYTER, LAB, TinyCourse, cell_of, make_released_course

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
    def folder(self):
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
        return {found.exercise: found for found in verify(Course(self.course.root), **options)}

    def gaps(self, **options) -> list[str]:
        """All gaps, each with its exercise."""
        return [f"{name}: {gap}" for name, found in self.verify(**options).items() for gap in found.gaps]

    def command(self, *arguments: str) -> tuple[int, list[dict], str]:
        """`labgrader verify --json`: exit status, result and standard error."""
        done = self.course.labgrader("verify", "--json", *arguments)
        return done.returncode, json.loads(done.stdout or "[]"), done.stderr


@pytest.fixture(scope="session")
def released_course(tmp_path_factory) -> TinyCourse:
    """Source and release of the tiny lab."""
    return make_released_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def banked(released_course, tmp_path, monkeypatch) -> BankedCourse:
    """The tiny course with a bank without gaps."""
    monkeypatch.setenv("JUPYTER_PATH", str(JUPYTER))  # a kernel that imports nothing before it starts
    banked = BankedCourse(released_course.copy_to(tmp_path / "course"))
    for number, code in enumerate(("np.multiply(x, x)", "[value * value for value in x]", "np.power(x, 2.0)")):
        banked.write("square", f"right_{number}", SQUARE.format(code))
    two = "squares of two numbers"
    negative = "squares of negative numbers"
    banked.write("square", "wrong_double", SQUARE.format("2 * np.asarray(x)"), two, "✗ squares of two numbers")
    banked.write("square", "wrong_hardcoded", SQUARE.format("[1, 4]"), negative, "(ValueError)")
    for number, code in enumerate(("0.5 * x", "x - x / 2", "float(np.mean([0, x]))")):
        banked.write("half", f"right_{number}", HALF.format(code))
    banked.write("half", "wrong_floor", HALF.format("x // 2"), "secret_number / 2", ODD)
    banked.write("half", "wrong_hardcoded", HALF.format("2"), "secret_number / 2", ODD)
    for number, code in enumerate(("x * 3", "x + x + x", "sum([x] * 3)")):
        banked.write("thrice", f"right_{number}", THRICE.format(code))
    banked.write("thrice", "wrong_twice", THRICE.format("2 * x"), "thrice(2) == 6", "AssertionError")
    return banked
