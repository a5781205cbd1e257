"""The command lines of `labgrader` and `nbgrader`, in forks of a process that has imported them.

Each call is a process with its own folder, environment, output and exit status, as for a user; only the second that the
imports take is saved. tests/class and tests/labs/test_drift.py start the installed program.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

MODULES = ("labgrader.grade.grade", "labgrader.grade.feedback", "labgrader.engine.executors", "nbgrader.apps")
LONGEST_REQUEST = 1 << 20


def run(program: str, arguments: Sequence[str], cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; its output as text."""
    request = {"program": program, "arguments": list(arguments), "cwd": str(cwd), "env": dict(env)}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        channel = _server()
        socket.send_fds(channel, [json.dumps(request).encode()], [out.fileno(), err.fileno()])
        status = int(channel.recv(16))
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode())
    return subprocess.CompletedProcess([program, *arguments], status, *said)


@functools.cache
def _server() -> socket.socket:
    """The channel to this process's server, which ends with this process."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(300)
    subprocess.Popen([sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()])
    theirs.close()
    return ours


def serve(channel: socket.socket) -> None:
    """Run the commands that come through the channel, one after the other, until it closes."""
    for module in MODULES:
        __import__(module)
    gc.freeze()
    while True:
        request, descriptors, _, _ = socket.recv_fds(channel, LONGEST_REQUEST, 2)
        if not request:
            return
        child = os.fork()
        if child == 0:
            channel.close()
            _become(**json.loads(request), descriptors=descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        _, status = os.waitpid(child, 0)
        channel.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(program: str, arguments: list[str], cwd: str, env: dict[str, str], descriptors: list[int]) -> None:
    """Be the command in this fork; it never returns."""
    status = 1
    try:
        for descriptor, stream in zip(descriptors, (1, 2), strict=True):
            os.dup2(descriptor, stream)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(env)
        sys.argv = [str(Path(sys.executable).with_name(program)), *arguments]
        _main(program)()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _main(program: str):
    if program == "labgrader":
        from labgrader.cli import app

        return app
    from nbgrader.apps.nbgraderapp import main

    return main


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
