"""Report an error in the learner's code in one line: what was raised, and where in their own code."""

from __future__ import annotations

import inspect
import linecache
import re
import traceback
from collections.abc import Iterable
from textwrap import shorten
from typing import Any

STUB = "raise NotImplementedError()"


def explain_error(error: BaseException, subjects: Iterable[object]) -> str:
    """The line shown to the learner when `error` stopped a check.

    subjects: the functions or classes under test. Only lines from the cells that define them are quoted, never a line
    of the test cell.
    """
    files = {code_file for subject in subjects if (code_file := _cell_of(subject))}
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename in files]
    # Inside tf.function the learner's line has no frame of its own: TensorFlow quotes it in the message.
    raised_at = own[-1].line or "" if own else f"{frames[-1].line} {error}"
    if isinstance(error, NotImplementedError) and STUB in raised_at:
        return f"not written yet: replace the line `{STUB}` with your answer"
    what = ": ".join(filter(None, (type(error).__name__, _in_one_line(error))))
    if not own:
        return f"stopped with {what}"
    line = linecache.getline(own[-1].filename, own[-1].lineno or 0).strip()
    return f"stopped with {what}, in {own[-1].name}" + (f" at your line `{line}`" if line else "")


def _in_one_line(error: BaseException) -> str:
    """The message of an error without line breaks and colour codes, which Keras adds."""
    return shorten(re.sub(r"\x1b\[[\d;]*m", "", str(error)), width=300, placeholder=" …")


def _cell_of(subject: object) -> str | None:
    """The file (for a notebook: the cell) that defines a function or class, None for anything else."""
    members: Iterable[Any] = vars(subject).values() if inspect.isclass(subject) else [subject]
    for member in members:
        if code := getattr(inspect.unwrap(member), "__code__", None):
            file: str = code.co_filename
            return file
    return None
