"""The supported learning management systems."""

from enum import StrEnum


class Lms(StrEnum):
    """The systems whose files we read and write."""

    MOODLE = "moodle"
    CANVAS = "canvas"
