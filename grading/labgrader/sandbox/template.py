"""The template process: imports once, then forks a process tree for each notebook.

    python -m labgrader.sandbox.template CONTROL SETTINGS

CONTROL is the descriptor of a socket to the grader, SETTINGS a JSON object. The template itself never reads a
notebook: it receives two sockets for each job and passes them to the fork. It ends when the grader closes the socket.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, TypeAlias

from ..job import Limits
from ..kernels.fork_guard import ForkGuard
from . import keeper, namespaces, protocol, runner
from .shell import IMPORTED_LATER, INLINE_BACKEND
from .streams import CellStream

Streams: TypeAlias = tuple[CellStream, CellStream]  # standard output and standard error


def main(control_descriptor: str, settings_text: str) -> None:
    """Report readiness, then fork on request until the grader closes the socket."""
    settings: protocol.Settings = json.loads(settings_text)
    control = socket.socket(fileno=int(control_descriptor))
    control.set_inheritable(False)
    # Before the imports, so that a library that keeps a reference to a stream has the notebook's.
    streams = sys.stdout, sys.stderr = CellStream("stdout", 1), CellStream("stderr", 2)
    os.environ.setdefault("MPLBACKEND", INLINE_BACKEND)
    sys.path += [entry for entry in settings["path"] if entry not in sys.path]
    # Elsewhere than on Linux, a fork of a process that has imported much is not safe: each job imports for itself.
    guard = ForkGuard([*IMPORTED_LATER, *settings["modules"]]) if sys.platform == "linux" else None
    gc.collect()
    gc.freeze()  # a collection in a fork would copy every page it touches
    control.sendall(protocol.line(ready=True))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # forks are reaped automatically
    while True:
        text, descriptors, _, _ = socket.recv_fds(control, 64 * 1024, 2)
        if not text:
            return
        channel, leash = (socket.socket(fileno=descriptor) for descriptor in descriptors)
        channel.set_inheritable(False)
        leash.set_inheritable(False)
        may_fork = guard is None or guard.may_fork()
        if may_fork and (guard.fork() if guard else os.fork()) == 0:
            control.close()
            _become_job(settings, Limits(**json.loads(text)), channel, leash, streams)
        channel.close()
        leash.close()
        control.sendall(protocol.line(forked=may_fork))


def _become_job(
    settings: protocol.Settings, limits: Limits, channel: socket.socket, leash: socket.socket, streams: Streams
) -> NoReturn:
    """Run a job in a fork; never returns."""
    try:
        if settings["walled"]:
            namespaces.leave()
            if os.fork():
                os._exit(0)
            namespaces.settle(limits, settings["shown"])
            _link(settings["links"], namespaces.HOME)
            _keep(leash, channel, streams, namespaces.WORK, namespaces.HOME)
        else:
            os.setsid()
            folder = Path(tempfile.mkdtemp(prefix="labgrader-job-"))
            (folder / "work").mkdir()
            _keep(leash, channel, streams, folder / "work", None)
            keeper.end_descendants()
            shutil.rmtree(folder, ignore_errors=True)
    except BaseException as error:
        traceback.print_exc()
        leash.sendall(protocol.line(broke=f"{type(error).__name__}: {error}"))
    finally:
        os._exit(0)


def _link(links: Mapping[str, str], home: Path) -> None:
    for name, target in links.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).symlink_to(target)


def _keep(leash: socket.socket, channel: socket.socket, streams: Streams, work: Path, home: Path | None) -> None:
    def run() -> None:
        try:
            if home:
                os.environ["HOME"] = str(home)
            os.environ["IPYTHONDIR"] = str(work.parent / "ipython")
            _close_standard_input()
            runner.serve(channel, streams, work)
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
            os._exit(1)

    keeper.keep(leash, channel, run)


def _close_standard_input() -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)


if __name__ == "__main__":
    main(*sys.argv[1:])
