"""How Moodle and Canvas name the files in their downloads, as plugins of nbgrader's zip_collect."""

from __future__ import annotations

from nbgrader.plugins import FileNameCollectorPlugin
from traitlets import List, Unicode

from .system import Lms


class LmsFileNames(FileNameCollectorPlugin):
    """Parses a file's name in a download; `student_id` is a number of the system's, not a user name.

    numbers_people: whether that number identifies the person in the whole system.
    """

    numbers_people = False

    valid_ext = List([".ipynb", ".csv"], help="What is collected: notebooks, and the group.csv of a group.").tag(
        config=True
    )


class MoodleFileNames(LmsFileNames):
    """Moodle: `Ada King_123_assignsubmission_file_/lab.ipynb`, or the same in one name without folders.

    Each assignment numbers people anew.
    """

    named_regexp = Unicode(
        r"(?:.*/)?(?P<full_name>[^/]+)_(?P<student_id>\d+)_assignsubmission_file(?:_/|/|_)(?P<file_id>.+)",
        help="The parts of a file's name in a download.",
    ).tag(config=True)


class CanvasFileNames(LmsFileNames):
    """Canvas: `kingada_LATE_123_4567_lab-1.ipynb` with the person's number and that of the upload, which only grows."""

    numbers_people = True

    named_regexp = Unicode(
        r"(?:.*/)?(?P<full_name>\w+?)_(?:(?P<late>LATE)_)?(?P<student_id>\d+)_(?P<attempt>\d+)_(?P<file_id>[^/]+)",
        help="The parts of a file's name in a download.",
    ).tag(config=True)


PLUGINS = {Lms.MOODLE: MoodleFileNames, Lms.CANVAS: CanvasFileNames}
