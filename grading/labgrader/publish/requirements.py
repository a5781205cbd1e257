"""The versions that students install: the course's locked ones, without what only instructors need."""

from __future__ import annotations

import shutil
import subprocess
import tomllib

from ..course import Course
from ..environment import put_programs_on_path
from ..errors import LabgraderError

INSTRUCTORS = "labgrader"  # this package, and through it what only it needs
OPTIONS = ("--frozen", "--quiet", "--no-dev", "--no-emit-workspace", "--no-hashes", "--no-annotate", "--no-header")


def requirements(course: Course) -> str:
    """requirements.txt for every Python and system that the lock file covers.

    It is made from uv.lock; a course without one keeps a requirements.txt of its own.
    """
    own = course.root / "requirements.txt"
    if not (course.root / "uv.lock").is_file():
        if not own.is_file():
            raise LabgraderError(
                f"{course.root} has neither uv.lock nor requirements.txt: write what students install."
            )
        return own.read_text(encoding="utf-8")
    put_programs_on_path()
    if not (uv := shutil.which("uv")):
        raise LabgraderError("uv is not installed, which reads uv.lock: run `pip install uv`.")
    command = [uv, "export", *OPTIONS, "--prune", INSTRUCTORS]
    made = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    if made.returncode:
        raise LabgraderError(f"uv cannot read {course.root / 'uv.lock'}: {made.stderr.strip().splitlines()[-1]}")
    return made.stdout


def conda_environment(course: Course, name: str, package: str) -> str:
    """environment.yml: Python from conda-forge, everything else as in requirements.txt."""
    return "\n".join(
        [
            "# conda env create --file environment.yml",
            f"name: {name.replace('_', '-')}",
            "channels:",
            "  - conda-forge",
            "dependencies:",
            f"  - python {requires_python(course, package)}",
            "  - pip",
            "  - pip:",
            "      - -r requirements.txt",
            f"      - ./{package}",
            "",
        ]
    )


def requires_python(course: Course, package: str) -> str:
    """The Pythons that the package of the notebooks runs on."""
    path = course.root / package / "pyproject.toml"
    try:
        pythons = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["requires-python"]
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        pythons = None
    if not isinstance(pythons, str):
        raise LabgraderError(f"{path} names no project.requires-python: students need to know their Python.")
    return pythons
