"""The grader's side of a template process: start it, request forks, end it and everything in it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ..job import Limits
from . import protocol, watchdog
from .wall import TOOLS, Wall, module_folders

START_SECONDS = 120  # a template that imports TensorFlow from a cold disk
FORK_SECONDS = 30


class TemplateError(Exception):
    """The template process failed; the message says what it printed."""


class TemplateProcess:
    """A running template, without a sandbox if `wall` is None; raises TemplateError if it does not start."""

    def __init__(self, wall: Wall | None, modules: Sequence[str], environment: Mapping[str, str]):
        self._handle: int | None = None
        # Its output, for finding out why it did not start.
        self._log = tempfile.TemporaryFile()  # noqa: SIM115
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        with theirs:
            self._process = self._start(wall, modules, environment, theirs.fileno())
        try:
            self._hear("ready")
        except TemplateError:
            self.close()
            raise
        self._control.settimeout(FORK_SECONDS)
        below = watchdog.descendants(self._process.pid)
        # In a sandbox the template is bubblewrap's only child.
        self.pid = below[0] if wall and below else self._process.pid
        if hasattr(os, "pidfd_open") and sys.platform == "linux":
            self._handle = os.pidfd_open(self.pid)

    def fork(self, limits: Limits) -> tuple[socket.socket, socket.socket] | None:
        """The grader's ends of a new fork's channel and leash; None if this template can no longer fork.

        Raises TemplateError if the template does not answer.
        """
        channel, channel_inside = socket.socketpair()
        leash, leash_inside = socket.socketpair()
        with channel_inside, leash_inside:
            request = json.dumps(asdict(limits)).encode()
            ends = [channel_inside.fileno(), leash_inside.fileno()]
            try:
                socket.send_fds(self._control, [request], ends)
                if self._hear("forked")["forked"]:
                    return channel, leash
            except OSError as error:
                raise TemplateError(f"the template does not answer ({error})") from None
        channel.close()
        leash.close()
        return None

    def job_processes(self) -> list[int]:
        """The processes of the current fork, by their ids outside the sandbox."""
        return watchdog.descendants(self.pid)

    def close(self) -> None:
        """End the template and everything it has forked."""
        self._control.close()  # which normally ends it
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            if self._handle is not None:
                with contextlib.suppress(OSError):
                    signal.pidfd_send_signal(self._handle, signal.SIGKILL)
            self._process.kill()
            self._process.wait()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        self._log.close()

    def _start(
        self, wall: Wall | None, modules: Sequence[str], environment: Mapping[str, str], control: int
    ) -> subprocess.Popen[bytes]:
        settings = protocol.Settings(
            walled=wall is not None,
            modules=list(modules),
            path=module_folders(),
            shown=[str(folder) for folder in wall.shown()] if wall else [],
            links=wall.links() if wall else {},
        )
        # -P, -s: neither the working folder nor packages in a user's home are on the module path.
        python = [sys.executable, "-P", "-s", "-m", "labgrader.sandbox.template", str(control), json.dumps(settings)]
        if wall:
            command, descriptors = wall.command(python, environment)
            variables, folder = {"PATH": TOOLS}, "/"  # bubblewrap's own process is visible to everybody
        else:
            command, descriptors = python, []
            variables, folder = {**os.environ, "PYTHONHASHSEED": "0", **environment}, None
        try:
            return subprocess.Popen(
                command,
                pass_fds=[control, *descriptors],
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                start_new_session=True,  # Ctrl-C must reach only the grader, which then ends its jobs in order
                env=variables,
                cwd=folder,
            )
        finally:
            for descriptor in descriptors:
                os.close(descriptor)

    def _hear(self, word: str) -> dict[str, Any]:
        """The template's next message, which must have the field `word`."""
        try:
            text = self._control.recv(4096)
        except OSError as error:
            raise TemplateError(f"the template does not answer ({error})") from None
        if not text:
            raise TemplateError(self._last_words())
        answer: dict[str, Any] = json.loads(text)
        if word not in answer:
            raise TemplateError(f"the template answers {answer}")
        return answer

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
        self._log.seek(0)
        lines = self._log.read()[-4096:].decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"the template ended with status {self._process.returncode}"
