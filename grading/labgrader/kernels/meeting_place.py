"""The folder for the sockets of templates, which only their user can access."""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from .errors import NoWarmKernelError

LONGEST_SOCKET_PATH = 107  # bytes, a limit of Linux


def private_folder() -> Path:
    """The folder, created if needed; raises NoWarmKernelError if another user could write to it."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and _is_private(Path(runtime)):
        folder = Path(runtime, "labgrader")
    else:
        folder = Path(tempfile.gettempdir(), f"labgrader-{os.geteuid()}")
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if not _is_private(folder):
        raise NoWarmKernelError(f"the folder {folder} is not private to this user; remove it")
    return folder


def socket_path(folder: Path, name: str) -> Path:
    """The socket of the template with a name; raises NoWarmKernelError if the path is too long."""
    path = folder / f"{name}.socket"
    if len(os.fsencode(path)) > LONGEST_SOCKET_PATH:
        raise NoWarmKernelError(f"the path {path} is too long for a socket")
    return path


@contextlib.contextmanager
def locked(folder: Path, seconds: float) -> Iterator[None]:
    """Lock the folder: meanwhile no other process looks for a template, starts one or lets one end.

    Raises NoWarmKernelError if another process holds the lock for longer than some seconds.
    """
    deadline = time.monotonic() + seconds
    with (folder / "lock").open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise NoWarmKernelError(f"another process holds {folder / 'lock'}") from None
                time.sleep(0.02)
        yield


def _is_private(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and stat.S_IMODE(status.st_mode) == 0o700
