"""The tiny course with an answer bank that leaves no gap; each test spoils one thing."""

from __future__ import annotations

from multiprocessing import forkserver

import pytest
from banked_course import HALF, ODD, SQUARE, THRICE, BankedCourse
from tiny_course import JUPYTER, TinyCourse, make_released_course


@pytest.fixture(scope="session", autouse=True)
def _own_fork_server():
    """The fork server that tests of labs leave in this process has imported TensorFlow: its forks take far longer."""
    forkserver._forkserver._stop()


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
