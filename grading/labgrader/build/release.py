"""Generate the students' notebooks with nbgrader itself, without the course's gradebook."""

from __future__ import annotations

import io
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config.loader import Config, PyFileConfigLoader

from ..course import Course
from ..environment import put_programs_on_path
from ..errors import LabgraderError


def generate_release(course: Course, lab: str, folder: Path) -> None:
    """Generate `folder/release/<lab>` from `folder/source/<lab>` as configured in the course's nbgrader_config.py.

    nbgrader records what it generates in a gradebook; here that is a temporary file in the folder.
    Raises LabgraderError if nbgrader fails.
    """
    put_programs_on_path()
    config = load_config(course)
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.source_directory = "source"
    config.CourseDirectory.release_directory = "release"
    config.CourseDirectory.db_url = f"sqlite:///{folder / 'gradebook.db'}"
    config.CourseDirectory.assignment_id = lab
    with collected_log() as (logger, log):
        try:
            coursedir = CourseDirectory(config=config, log=logger)
            GenerateAssignment(coursedir=coursedir, config=config, log=logger).start()
        except NbGraderException as error:
            shutil.rmtree(folder / "release" / lab, ignore_errors=True)
            reason = last_exception(log.getvalue()) or str(error)
            raise LabgraderError(f"nbgrader cannot generate the release of {lab}: {reason}.") from error


def load_config(course: Course) -> Config:
    """The configuration that plain `nbgrader` reads in the course folder."""
    return PyFileConfigLoader(course.config_file.name, path=str(course.root)).load_config()


@contextmanager
def collected_log() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    """A separate logger for nbgrader, and the text it collects."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger = logging.getLogger("labgrader.nbgrader")
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield logger, stream
    finally:
        logger.removeHandler(handler)


def last_exception(log: str) -> str:
    """The last line of the traceback nbgrader logged, without its full stop."""
    lines = [line for line in log.splitlines() if line and line[0].isalpha() and "Error" in line.partition(":")[0]]
    return lines[-1].rstrip(".") if lines else ""
