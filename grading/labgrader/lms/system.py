"""Which learning management systems we know."""

from enum import StrEnum


class Lms(StrEnum):
    """The systems whose files we read and write."""

    MOODLE = "moodle"
    CANVAS = "canvas"
