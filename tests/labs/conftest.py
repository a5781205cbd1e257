import pytest
from executions import COURSE, forget, solution_of, untouched_of


def pytest_generate_tests(metafunc):
    if "lab" in metafunc.fixturenames:
        metafunc.parametrize("lab", COURSE.lab_names())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed and "lab" in getattr(item, "fixturenames", ()):
        forget(item.callspec.params["lab"])
    return report


@pytest.fixture
def solution(lab):
    return solution_of(lab)


@pytest.fixture
def untouched(lab):
    return untouched_of(lab)
