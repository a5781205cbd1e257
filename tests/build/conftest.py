"""A course that is built once and copied for each test, and one that was never built."""

from __future__ import annotations

import functools
import shutil

import nbgrader.api
import pytest
from labgrader.build.build import build
from labgrader.course import Course
from lines_course import LAB, LINES, make_course


@pytest.fixture(scope="session", autouse=True)
def alembic_is_asked_once():
    """nbgrader runs `alembic` for two seconds at each new gradebook, and always gets the same answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nbgrader.api, "get_alembic_version", functools.cache(nbgrader.api.get_alembic_version))
        yield


@pytest.fixture(scope="session")
def built_once(tmp_path_factory) -> Course:
    """Built for all tests; only to be read."""
    other = LINES.replace("# Lines", "# Other lines")
    course = make_course(tmp_path_factory.mktemp("built"), {LAB: LINES, "02_other": other})
    build(course)
    return course


@pytest.fixture
def built(built_once, tmp_path) -> Course:
    """A course with two labs, built."""
    shutil.copytree(built_once.root, tmp_path, dirs_exist_ok=True)
    return Course(tmp_path)


@pytest.fixture
def course(tmp_path) -> Course:
    """A course with one lab, never built."""
    return make_course(tmp_path, {LAB: LINES})
