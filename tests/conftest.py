"""Which tests run in one process when pytest has several."""

import pytest

LONG = ("class", "labs")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the marks
def pytest_collection_modifyitems(items):
    """Tests of a lab share its one execution, tests of a file their course: each such group stays together.

    The groups that execute labs take minutes, so they come first: at the end one core would wait for the other.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    items.sort(key=lambda item: item.location[0].split("/")[1] not in LONG)


def _group(item):
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    return parameters.get("lab") or item.location[0]
