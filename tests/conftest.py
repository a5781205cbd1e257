"""Which tests run in one process when pytest has several."""

import re
import signal

from result_cache import ResultCache
from xdist.scheduler import LoadScopeScheduling

LONG = ("class", "labs", "browser")
LAB = re.compile(r"\[(\d\d_[a-z_]+)")


class ByLabOrFile(LoadScopeScheduling):
    """Tests of a lab share its one execution, tests of a file their course: each such group stays together.

    pytest-xdist's own groups (`--dist=loadgroup`) come to nothing under pytest 9.2, which ignores the names
    that xdist gives to tests.
    """

    def _split_scope(self, nodeid):
        path = nodeid.split("::")[0]
        lab = LAB.search(nodeid) if path.startswith("tests/labs/") else None
        return lab[1] if lab else path


def pytest_configure():
    """A shell that starts `make test &` has it ignore Ctrl-C, and so would all programs that are interrupted here."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_make_scheduler(config, log):
    return ByLabOrFile(config, log)


def pytest_collection_modifyitems(items):
    """The groups that execute labs take minutes, so they come first: at the end one core would wait for the other."""
    items.sort(key=lambda item: item.location[0].split("/")[1] not in LONG)


def pytest_sessionfinish(session):
    """Once, in the process that started the others."""
    if not hasattr(session.config, "workerinput"):
        ResultCache().prune()
