"""The tiny course, graded through the real command line."""

from __future__ import annotations

import pytest
from tiny_course import TinyCourse, make_released_course


@pytest.fixture(scope="session")
def released_course(tmp_path_factory) -> TinyCourse:
    """Source and release of the tiny lab, and no gradebook."""
    return make_released_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def course(released_course, tmp_path) -> TinyCourse:
    """A fresh copy of the released course, with nothing handed in."""
    return released_course.copy_to(tmp_path / "course")
