"""Which submission, which version of the lab and which deadline the marks of a student come from."""

from __future__ import annotations

from datetime import datetime

from ..engine.submissions import Submission

UNFINISHED = "unfinished"


class Stamp:
    """What was graded, kept in a file per submission.

    nbgrader compares timestamp.txt, which only its own exchange writes: without that file it never sees that a
    submission was replaced, and it takes a submission whose grading was killed half way for graded.
    """

    def __init__(self, submission: Submission, lab_digest: str, due: datetime | None = None):
        self.is_graded = submission.is_graded
        self.path = submission.course.private / "graded" / submission.student / submission.lab
        deadline = f" due {due.isoformat()}" if due else ""
        self.fingerprint = f"{submission.digest()} {lab_digest}{deadline}"
        self.recorded = self.path.read_text(encoding="utf-8") if self.path.is_file() else None

    @property
    def is_current(self) -> bool:
        """The submission was graded as it is now."""
        return self.is_graded and self.recorded == self.fingerprint

    def begin(self) -> None:
        """Note that marks are about to be written."""
        self._write(UNFINISHED)

    def finish(self) -> None:
        """Note that grading has ended well."""
        self._write(self.fingerprint)

    def _write(self, text: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(text, encoding="utf-8")
