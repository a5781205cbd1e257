"""Registering a lab in the gradebook, which is necessary before grading."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..errors import LabgraderError
from ..nbgrader_session import NbgraderSession, RegisterLab, log, logging_to, run


def register_lab(session: NbgraderSession, lab: str) -> None:
    """Update the gradebook from `source/<lab>`, as `nbgrader generate_assignment` does.

    The release that this also generates is written to a temporary folder: nbgrader deletes release/<lab> before it
    knows whether it can generate a new one. Raises LabgraderError if nbgrader fails.
    """
    log_file = session.log_file(lab, "register")
    with tempfile.TemporaryDirectory() as folder, logging_to(log_file, anew=True):
        release = str(Path(folder).resolve())
        directory = session.directory(lab, release_directory=release)
        try:
            run(RegisterLab(coursedir=directory, config=session.config, log=log))
        except Exception as error:
            if "Cannot add or remove cells" in str(error) or "Cannot modify existing" in str(error):
                raise LabgraderError(
                    f"Graded cells or notebooks were added to or removed from {lab} after submissions had been graded, "
                    f"and nbgrader cannot carry their marks over; undo that in the lab, or start a new gradebook by "
                    f"moving {session.course.gradebook} away."
                ) from error
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise LabgraderError(
                f"{lab} cannot be entered into the gradebook ({reason}); repair {session.course.source / lab}, "
                f"see {log_file}."
            ) from error
