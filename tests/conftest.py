"""Which tests run in one process when pytest has several."""

import pytest


@pytest.hookimpl(tryfirst=True)  # before xdist reads the marks
def pytest_collection_modifyitems(items):
    """Tests of a lab share its one execution, tests of a file their course: each such group stays together."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))


def _group(item):
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    return parameters.get("lab") or item.location[0]
