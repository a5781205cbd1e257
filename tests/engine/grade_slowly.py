"""Grades the course named by the first argument; each submission takes the seconds named by the second.

Workers that execute leave a file in the folder named by the third.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from executors import BelievingExecutor
from labgrader.course import Course
from labgrader.engine.submissions import find_submissions
from labgrader.engine.workers import local_workers
from labgrader.grade.grade import grade
from labgrader.nbgrader_session import NbgraderSession

if __name__ == "__main__":
    session = NbgraderSession(Course(Path(sys.argv[1])))
    workers = partial(local_workers, partial(BelievingExecutor, float(sys.argv[2]), Path(sys.argv[3])), 2)
    grading = grade(session, find_submissions(session.course), workers)
    students = [outcome.student for outcome in grading.outcomes]
    print(json.dumps({"students": students, "was_interrupted": grading.was_interrupted}))
