import subprocess
import sys

import matplotlib
import pytest
from dllabs.checks import RECORD_MIME
from hypothesis import settings

matplotlib.use("agg")
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def report_of(capsys):
    """The lines that `check.score()` prints."""

    def lines(check):
        capsys.readouterr()
        check.score()
        return capsys.readouterr().out.splitlines()

    return lines


@pytest.fixture
def record_of(monkeypatch):
    """The record that `check.score()` publishes inside a notebook."""
    published = []
    monkeypatch.setattr("IPython.get_ipython", object)
    monkeypatch.setattr("IPython.display.display", lambda output, raw: published.append(output))

    def record(check):
        check.score()
        return published[-1][RECORD_MIME]

    return record


@pytest.fixture(scope="session")
def python():
    """Run another Python with these arguments."""

    def run(*arguments, **options):
        command = [sys.executable, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False, **options)

    return run
