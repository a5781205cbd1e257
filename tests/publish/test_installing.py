"""The bundle alone, in an environment made for it: its own package, its own notebooks."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from labgrader.course import Course
from labgrader.publish.bundle import Bundle, make_bundle
from student_lab import LAB, Student, solved
from tiny_course import PROGRAMS, REPOSITORY

UV = PROGRAMS / "uv"


def unpack(bundle: Bundle, folder: Path) -> Path:
    """Unpack a bundle; its one folder."""
    with zipfile.ZipFile(io.BytesIO(bundle.archive())) as zipped:
        zipped.extractall(folder)
    (unpacked,) = folder.iterdir()
    return unpacked


def outside_any_environment(**variables):
    """The environment variables of somebody who has activated nothing."""
    hidden = {"VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT", "PYTHONPATH", "JUPYTER_PATH"}
    return {name: value for name, value in os.environ.items() if name not in hidden} | variables


def run(command, folder, **variables):
    environment = outside_any_environment(JUPYTER_DATA_DIR=str(folder / "jupyter"), **variables)
    return subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def dllabs(folder, *arguments):
    """Run `python -m dllabs` of the unpacked bundle."""
    return run([python_of(folder), "-m", "dllabs", *arguments], folder, XDG_CACHE_HOME=str(folder / "cache"))


def python_of(folder):
    return folder / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"


def test_a_lab_runs_with_the_bundles_own_package(practice, tmp_path):
    """The cheap form: third-party packages are borrowed from this environment, dllabs is installed from the bundle."""
    folder = unpack(make_bundle(practice.course), tmp_path / "unpacked")
    assert run([UV, "venv", "--quiet", "--python", sys.executable, ".venv"], folder).returncode == 0
    installed = run([UV, "pip", "install", "--quiet", "--no-deps", "--python", python_of(folder), "./shared"], folder)
    assert installed.returncode == 0, installed.stderr
    site_packages = next((folder / ".venv" / "lib").glob("*/site-packages"))
    (site_packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))  # a path only: no editable installs
    assert dllabs(folder, "start").returncode == 0
    student = Student(folder)
    assert student.notebook.is_file()
    student.has(solved(explain="YOUR ANSWER HERE"))
    result = dllabs(folder, "check", student.notebook)
    assert result.returncode == 1, result.stderr
    assert "Visible checks: 8 of 8 points" in result.stdout
    where = run([python_of(folder), "-c", "import dllabs; print(dllabs.__file__)"], folder)
    assert where.stdout.startswith(str(site_packages))


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_the_students_readme_sets_a_real_lab_up(tmp_path):
    """Every line of the README's Linux block, and a real lab executed in what it made."""
    bundle = make_bundle(Course(REPOSITORY), ["02_optimizers"])  # publishing would record it
    folder = unpack(bundle, tmp_path / "unpacked")
    readme = bundle.files["README.md"].decode()
    blocks = [block.partition("```")[0] for block in readme.split("```sh\n")[1:]]
    commands = [line for block in blocks for line in block.splitlines() if "jupyter lab" not in line]
    assert len(commands) == 4
    for command in commands:
        result = run(["sh", "-c", command], folder)
        assert result.returncode == 0, f"{command}\n{result.stdout}{result.stderr}"
    result = dllabs(folder, "check", "work/02_optimizers/optimizers.ipynb")
    assert result.returncode == 1, result.stderr
    to_look_at = result.stdout.partition("to look at:\n")[2].splitlines()
    assert to_look_at
    assert all(line.endswith("not answered yet") for line in to_look_at)
    assert LAB not in result.stdout
