"""The tiny course with an empty gradebook, and `labgrader` in this process: its imports take a second each time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result
from labgrader.cli import app
from nbgrader.api import Gradebook
from tiny_course import JUPYTER, TinyCourse, released_with_gradebook
from typer.testing import CliRunner


@pytest.fixture(scope="session")
def released_course(tmp_path_factory) -> TinyCourse:
    """Source and release of the tiny lab, and an empty gradebook."""
    return released_with_gradebook(tmp_path_factory.getbasetemp())


@pytest.fixture
def course(released_course, tmp_path) -> TinyCourse:
    """A fresh copy of the released course, with nothing handed in."""
    return released_course.copy_to(tmp_path / "course")


@pytest.fixture
def labgrader(course, monkeypatch) -> Callable[..., Result]:
    """What `labgrader` answers in the course."""
    monkeypatch.setenv("JUPYTER_PATH", str(JUPYTER))
    return lambda *arguments: CliRunner().invoke(app, ["--course", str(course.root), *map(str, arguments)])


@pytest.fixture
def enter(course) -> Callable[..., None]:
    """Enter students into the gradebook, by user name with what is known of them."""

    def enter(**students: dict) -> None:
        with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
            for name, about in students.items():
                gradebook.update_or_create_student(name, **about)

    return enter
