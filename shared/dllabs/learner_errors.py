"""An error in the learner's code, told in a line or two: what, and where in *their* code."""

import inspect
import linecache
import re
import traceback
from textwrap import shorten

STUB = "raise NotImplementedError()"


def explain_error(error, subjects):
    """What the learner reads when a check was stopped by `error`.

    subjects: the functions or classes under test; only lines of their own cells are quoted, never the test's.
    """
    files = {code_file for subject in subjects if (code_file := _cell_of(subject))}
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename in files]
    # Inside tf.function the learner's line is no frame of its own: TensorFlow quotes it in the message.
    raised_at = own[-1].line if own else f"{frames[-1].line} {error}"
    if isinstance(error, NotImplementedError) and STUB in raised_at:
        return f"not written yet: replace the line `{STUB}` with your answer"
    what = ": ".join(filter(None, (type(error).__name__, _in_one_line(error))))
    if not own:
        return f"stopped with {what}"
    line = linecache.getline(own[-1].filename, own[-1].lineno).strip()
    return f"stopped with {what}, in {own[-1].name}" + (f" at your line `{line}`" if line else "")


def _in_one_line(error):
    """The message without the line breaks and colours that Keras puts into it."""
    return shorten(re.sub(r"\x1b\[[\d;]*m", "", str(error)), width=300, placeholder=" …")


def _cell_of(subject):
    """The file (for a notebook: the cell) that defines a function or class, None for anything else."""
    members = vars(subject).values() if inspect.isclass(subject) else [subject]
    for member in members:
        if code := getattr(inspect.unwrap(member), "__code__", None):
            return code.co_filename
    return None
