"""nbgrader's configuration of this course; `labgrader` and plain `nbgrader` both read it."""

from labgrader.late_penalty import LatePenalty
from labgrader.preprocessors import (
    ClearSolutions,
    FeedbackStyle,
    ForceParameters,
    HideHiddenTests,
    KeepFirstIds,
    NameGroup,
    RecordRelease,
    RestoreCells,
)
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    GetGrades,
    LockCells,
    OverwriteKernelspec,
    SaveCells,
)

c = get_config()  # noqa: F821  (nbgrader defines it)

c.CourseDirectory.course_id = "deep_learning_labs"

# source → release. ClearHiddenTests comes after SaveCells, so that the gradebook keeps the hidden tests, and
# ComputeChecksums again after it. RecordRelease comes last: students' tools compare with what it records.
c.GenerateAssignment.preprocessors = [
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
    RecordRelease,
]

# submitted → autograded: what a student did to cells that are not theirs is undone before anything runs.
c.Autograde.sanitize_preprocessors = [
    ClearOutput,
    KeepFirstIds,
    OverwriteKernelspec,
    ForceParameters,
    RestoreCells,
    CheckCellMetadata,
]

# autograded → feedback: pages without hidden tests; `c.HideHiddenTests.show = True` shows them.
# Nothing that a student wrote runs in them, and they need no network.
c.GenerateFeedback.exporter_class = "labgrader.pages.FeedbackPage"
c.GenerateFeedback.preprocessors = [GetGrades, HideHiddenTests, NameGroup, CSSHTMLHeaderPreprocessor, FeedbackStyle]

# What lateness costs: the share of the earned points for each day begun; `labgrader deadline` sets when labs are due.
c.AssignLatePenalties.plugin_class = LatePenalty
c.LatePenalty.per_day = 0.0

# A cell that hangs is interrupted; the rest of the notebook still counts.
c.Execute.timeout = 120
c.Execute.iopub_timeout = 60  # on a busy machine the last of ten thousand warnings takes a while to arrive
c.Execute.interrupt_on_timeout = True
