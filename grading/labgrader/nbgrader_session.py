"""nbgrader's converters in this process, configured as the `nbgrader` command is in the same course."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader
from nbgrader.converters import GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from .course import Course
from .environment import put_programs_on_path
from .errors import LabgraderError

log = logging.getLogger("labgrader.nbgrader")
log.propagate = False
log.setLevel(logging.INFO)
log.addHandler(logging.NullHandler())


class NbgraderSession:
    """nbgrader's configuration, folders and gradebook of one course; raises LabgraderError if it cannot be read."""

    def __init__(self, course: Course):
        put_programs_on_path()
        self.course = course
        self.config = _configuration(course)

    def directory(self, lab: str = "", student: str = "*", **traits: object) -> CourseDirectory:
        """nbgrader's view of the course folder, for one lab and one student or all."""
        return CourseDirectory(
            config=self.config, log=log, root=str(self.course.root), assignment_id=lab, student_id=student, **traits
        )

    def gradebook(self) -> Gradebook:
        """The course's gradebook, to be used as a context manager."""
        return Gradebook(self.directory().db_url)

    def log_file(self, lab: str, student: str) -> Path:
        """The log file of one submission."""
        return self.course.private / "logs" / f"{student}-{lab}.log"


def _configuration(course: Course) -> Config:
    """What nbgrader reads: personal and system-wide files, then the course's own."""
    app = NbGrader(log=log)
    app.raise_config_file_errors = True
    try:
        with contextlib.chdir(course.root):  # nbgrader also reads the configuration of the working directory
            app.initialize([], root=str(course.root))
    except Exception as error:
        raise LabgraderError(f"nbgrader cannot read {course.config_file} ({error}); repair that file.") from error
    return app.config


class _KeepsCause(BaseConverter):
    """A converter that remembers what stopped it; nbgrader itself only says "see the above traceback"."""

    cause: Exception | None = None

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        with self._remembering():
            super().init_assignment(assignment_id, student_id)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        with self._remembering():
            super().convert_single_notebook(notebook_filename)

    @contextlib.contextmanager
    def _remembering(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            self.cause = error
            raise


class RegisterLab(_KeepsCause, GenerateAssignment):
    """nbgrader's generate_assignment."""


class WriteFeedback(_KeepsCause, GenerateFeedback):
    """nbgrader's generate_feedback."""


def run(converter: _KeepsCause) -> None:
    """Run a converter for one lab and at most one student; raises the exception that stopped it."""
    try:
        converter.start()
    except NbGraderException as error:
        raise (converter.cause or error) from None


@contextlib.contextmanager
def logging_to(path: Path, *, anew: bool = False) -> Iterator[None]:
    """Log nbgrader's messages and Python's warnings to a file, emptied first if `anew`, instead of the terminal."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, mode="w" if anew else "a", encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    loggers = [log, logging.getLogger("py.warnings")]
    for logger in loggers:
        logger.addHandler(handler)
    logging.captureWarnings(True)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        for logger in loggers:
            logger.removeHandler(handler)
        handler.close()
