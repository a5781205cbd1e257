"""The tiny course, for the engine beneath the command line."""

from __future__ import annotations

import pytest
from tiny_course import TinyCourse, released_with_gradebook


@pytest.fixture(scope="session")
def released_course(tmp_path_factory) -> TinyCourse:
    """Source and release of the tiny lab, and an empty gradebook."""
    return released_with_gradebook(tmp_path_factory.getbasetemp())


@pytest.fixture
def course(released_course, tmp_path) -> TinyCourse:
    """A fresh copy of the released course, with nothing handed in."""
    return released_course.copy_to(tmp_path / "course")
