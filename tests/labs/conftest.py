import pytest
from executions import COURSE, solution_of, untouched_of


def pytest_generate_tests(metafunc):
    if "lab" in metafunc.fixturenames:
        metafunc.parametrize("lab", COURSE.lab_names())


@pytest.fixture
def solution(lab):
    return solution_of(lab)


@pytest.fixture
def untouched(lab):
    return untouched_of(lab)
