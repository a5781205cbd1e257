"""A cell's standard streams: what Python writes, and what C code and child processes write to the descriptors."""

from __future__ import annotations

import codecs
import fcntl
import io
import os
import tempfile
import threading
from collections.abc import Callable

CHUNK = 64 * 1024


class CellStream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of a notebook.

    Buffers as ipykernel's stream does: text is published when the cell ends, displays something or flushes. The
    descriptor refers to a file, so that nothing is lost or out of order, and no thread is needed to read a pipe.
    Before `attach`, writes go directly to the descriptor.
    """

    encoding = "UTF-8"

    def __init__(self, name: str, descriptor: int):
        self.name = name
        self._descriptor = descriptor
        self._publish: Callable[[str, str], None] | None = None
        self._owner = os.getpid()
        self._lock = threading.RLock()
        self._text = io.StringIO()

    def attach(self, publish: Callable[[str, str], None]) -> None:
        """Send what this process and its children write to `publish(name, text)` from now on."""
        # `fileno` returns a descriptor of the null device: in ipykernel it is the terminal's.
        self._nowhere = os.open(os.devnull, os.O_WRONLY)
        self._publish = publish
        self.part()

    def part(self) -> None:
        """Write to a new file of this process: a fork shares the file of its parent."""
        self._file = _shared_file()
        self._fetched = 0
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        os.dup2(self._file, self._descriptor)
        self._owner = os.getpid()

    def write(self, text: str) -> int:
        """Buffer the text until the next flush; raises TypeError for anything but text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if not self._publishes:
            os.write(self._descriptor, text.encode(errors="backslashreplace"))
            return len(text)
        with self._lock:
            self._fetch()
            self._keep(text)
        return len(text)

    def flush(self) -> None:
        """Publish what was written."""
        if self._publishes:
            with self._lock:
                self._fetch()
                self._send()

    def discard(self) -> None:
        """Discard the rest of a cell's output, and the file's content."""
        with self._lock:
            self._text = io.StringIO()
            self._fetched = 0
            os.ftruncate(self._file, 0)

    def fileno(self) -> int:
        return self._nowhere if self._publish else self._descriptor

    def isatty(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    @property
    def _publishes(self) -> bool:
        """Whether this process publishes text: a child process of the cell only writes to the file."""
        return self._publish is not None and os.getpid() == self._owner

    def _fetch(self) -> None:
        """Read what was written to the descriptor since the last call."""
        while os.fstat(self._file).st_size > self._fetched:
            written = os.pread(self._file, CHUNK, self._fetched)
            self._fetched += len(written)
            self._keep(self._decode(written))

    def _keep(self, text: str) -> None:
        self._text.write(text)
        if self._text.tell() > CHUNK:
            self._send()

    def _send(self) -> None:
        text = self._text.getvalue()
        self._text = io.StringIO()
        if text and self._publish:
            self._publish(self.name, text.encode(errors="replace").decode())


def _shared_file() -> int:
    """An unnamed file to which several processes append."""
    with tempfile.TemporaryFile(buffering=0) as file:
        descriptor = os.dup(file.fileno())
    fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_APPEND)
    return descriptor
