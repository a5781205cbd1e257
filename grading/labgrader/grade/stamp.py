"""The submission, the version of the lab and the deadline that a student's marks are based on."""

from __future__ import annotations

from datetime import datetime

from ..engine.submissions import Submission

UNFINISHED = "unfinished"


class Stamp:
    """What was graded, recorded in a file per submission.

    nbgrader compares timestamp.txt, which only its own exchange writes: without that file it does not notice that a
    submission was replaced, and it considers a submission graded if grading was killed half way.
    """

    def __init__(self, submission: Submission, lab_digest: str, due: datetime | None = None):
        self.is_graded = submission.is_graded
        self.path = submission.course.private / "graded" / submission.student / submission.lab
        deadline = f" due {due.isoformat()}" if due else ""
        self.fingerprint = f"{submission.digest()} {lab_digest}{deadline}"
        self.recorded = self.path.read_text(encoding="utf-8") if self.path.is_file() else None

    @property
    def is_current(self) -> bool:
        """Whether the submission was graded in its current state."""
        return self.is_graded and self.recorded == self.fingerprint

    def begin(self) -> None:
        """Record that marks are about to be written."""
        self._write(UNFINISHED)

    def finish(self) -> None:
        """Record that grading has finished."""
        self._write(self.fingerprint)

    def _write(self, text: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(text, encoding="utf-8")
