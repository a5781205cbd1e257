"""The tiny course, for the engine beneath the command line."""

from __future__ import annotations

import pytest
from labgrader.environment import put_programs_on_path
from nbgrader.api import Gradebook
from tiny_course import TinyCourse, make_released_course


@pytest.fixture(scope="session")
def released_course(tmp_path_factory) -> TinyCourse:
    """Source and release of the tiny lab, and an empty gradebook: making one takes nbgrader three seconds."""
    course = make_released_course(tmp_path_factory.mktemp("course"))
    put_programs_on_path()
    Gradebook(f"sqlite:///{course.root / 'gradebook.db'}").close()
    return course


@pytest.fixture
def course(released_course, tmp_path) -> TinyCourse:
    """A fresh copy of the released course, with nothing handed in."""
    return released_course.copy_to(tmp_path / "course")
