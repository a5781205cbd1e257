"""The ways to set the course up agree with the lock file and do what the README says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from result_cache import ResultCache, key_of

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent


def run(command, cwd=ROOT, **options):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, **options)


def test_the_lock_file_is_in_step_with_the_projects():
    result = run([PROGRAMS / "uv", "lock", "--check"])
    assert result.returncode == 0, result.stderr


def test_environment_yml_is_in_step_with_the_lock_file():
    result = run([sys.executable, "tools/conda_environment.py"])
    assert result.returncode == 0, result.stderr
    assert result.stdout == (ROOT / "environment.yml").read_text()


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A fresh clone of what is committed, together with the tracked files as they are now."""
    folder = tmp_path_factory.mktemp("clone") / "course"
    assert run(["git", "clone", "--quiet", ROOT, folder]).returncode == 0
    for file in run(["git", "ls-files", "--modified", "--others", "--exclude-standard"]).stdout.splitlines():
        if (ROOT / file).is_file():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes((ROOT / file).read_bytes())
    return folder


def commands_in_readme(heading):
    """The lines of the first shell block under a heading of the README."""
    text = (ROOT / "README.md").read_text()
    section = text.partition(f"# {heading}\n")[2]
    assert section, f"the README has no section {heading!r}"
    return re.search(r"```sh\n(.*?)```", section, re.DOTALL)[1].splitlines()


def outside_any_environment():
    """The environment variables of somebody who has activated nothing."""
    hidden = {"VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT", "PYTHONPATH"}
    variables = {name: value for name, value in os.environ.items() if name not in hidden}
    variables["PATH"] = os.pathsep.join(p for p in variables["PATH"].split(os.pathsep) if Path(p) != PROGRAMS)
    return variables


# The files that decide whether the README's commands work.
DECIDING = ("Makefile", "README.md", "pyproject.toml", "uv.lock", "shared/pyproject.toml", "grading/pyproject.toml")


# Whoever runs `make test` in a fresh clone has just made the environment with make.
@pytest.mark.parametrize("heading", [pytest.param("With make", marks=pytest.mark.full), "Without make"])
def test_the_readmes_commands_set_the_course_up(clone, heading):
    results = ResultCache()
    key = key_of("environment", heading, sys.version, *((ROOT / file).read_text() for file in DECIDING))
    if results.get(key):
        pytest.skip(f"it has passed with the same {', '.join(DECIDING)}")
    run(["rm", "-rf", ".venv"], cwd=clone)
    for command in commands_in_readme(heading):
        result = run(command, cwd=clone, shell=True, env=outside_any_environment())
        assert result.returncode == 0, f"{command}\n{result.stdout}{result.stderr}"
    doctor = run([clone / ".venv" / "bin" / "python", "-m", "dllabs", "doctor"], cwd=clone)
    assert doctor.returncode == 0, doctor.stdout
    results.put(key, True)
