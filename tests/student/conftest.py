"""A student's folder with a small lab."""

from __future__ import annotations

from collections import namedtuple

import pytest
from dllabs.__main__ import main
from student_lab import Student, make_student
from tiny_course import JUPYTER


@pytest.fixture(scope="session")
def monkeypatch_session():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="session", autouse=True)
def plain_kernel(monkeypatch_session):
    """A kernel that imports nothing before it starts, for what runs in this process."""
    monkeypatch_session.setenv("JUPYTER_PATH", str(JUPYTER))


@pytest.fixture
def student(tmp_path) -> Student:
    """A student who has begun nothing."""
    return make_student(tmp_path)


Given = namedtuple("Given", "status out err")


@pytest.fixture
def give(student, capsys, monkeypatch):
    """Give a command of `python -m dllabs` in the student's folder, in this process."""
    monkeypatch.chdir(student.root)
    monkeypatch.setenv("XDG_CACHE_HOME", str(student.root / "cache"))

    def command(*arguments):
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        return Given(status, *capsys.readouterr())

    return command
