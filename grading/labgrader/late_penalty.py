"""How much lateness costs, as nbgrader's plugin: `nbgrader autograde` and `labgrader grade` both ask it."""

from __future__ import annotations

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float

SECONDS_A_DAY = 24 * 60 * 60


class LatePenalty(LateSubmissionPlugin):
    """Takes a share of the earned points for each day begun after the deadline.

    With `per_day = 0` nbgrader's own `penalty_method` decides.
    """

    per_day = Float(
        0.0, min=0.0, max=1.0, help="The share of the earned points that each day begun costs; 0.1 is a tenth."
    ).tag(config=True)

    def late_submission_penalty(self, student_id, score, total_seconds_late):
        """The points to take away, None for none; nbgrader never takes more than was earned."""
        if not self.per_day:
            return super().late_submission_penalty(student_id, score, total_seconds_late)
        days = math.ceil(total_seconds_late / SECONDS_A_DAY)
        return score * min(1.0, self.per_day * days)
