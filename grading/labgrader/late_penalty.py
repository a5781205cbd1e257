"""The late penalty, as a plugin of nbgrader that `nbgrader autograde` and `labgrader grade` both use."""

from __future__ import annotations

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float

SECONDS_A_DAY = 24 * 60 * 60


class LatePenalty(LateSubmissionPlugin):
    """Deducts a share of the earned points for each day or part of a day after the deadline.

    With `per_day = 0`, nbgrader's own `penalty_method` applies.
    """

    per_day = Float(
        0.0, min=0.0, max=1.0, help="The share of the earned points that each day begun costs; 0.1 is a tenth."
    ).tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """The points to deduct, None for none; nbgrader never deducts more than was earned."""
        if not self.per_day:
            return super().late_submission_penalty(student_id, score, total_seconds_late)
        days = math.ceil(total_seconds_late / SECONDS_A_DAY)
        return score * min(1.0, self.per_day * days)
