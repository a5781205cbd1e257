"""nbgrader preprocessors that a course names in its nbgrader_config.py."""

from .clear_solutions import ClearSolutions
from .feedback_style import FeedbackStyle
from .force_parameters import ForceParameters
from .hide_hidden_tests import HideHiddenTests
from .keep_first_ids import KeepFirstIds
from .name_group import NameGroup
from .record_release import RecordRelease
from .restore_cells import RestoreCells

__all__ = [
    "ClearSolutions",
    "FeedbackStyle",
    "ForceParameters",
    "HideHiddenTests",
    "KeepFirstIds",
    "NameGroup",
    "RecordRelease",
    "RestoreCells",
]
