"""Get a kernel from a template, which is started if there is none."""

from __future__ import annotations

import math
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import wire
from .errors import NoWarmKernelError, TemplateGoneError
from .meeting_place import locked, private_folder, socket_path
from .request import KernelRequest, TemplateKey
from .warm_process import WarmProcess

ATTEMPTS = 3  # a template may end, or turn out to be outdated, during a request


@dataclass(frozen=True)
class WarmStart:
    """Starts templates and requests kernels from them."""

    modules: list[str]
    variables: list[str]
    idle_seconds: float
    patience: float

    def start(self, request: KernelRequest) -> WarmProcess:
        """Start the kernel; raises NoWarmKernelError if only an ordinary one can be started."""
        key = request.template_key(self.modules, self.variables)
        path = socket_path(private_folder(), key.name)
        attempts_left = ATTEMPTS
        while True:
            attempts_left -= 1
            connection = self._connect(path, key, request.env)
            try:
                return _ask(connection, request)
            except TemplateGoneError:
                connection.close()
                if not attempts_left:
                    raise
            except BaseException:
                connection.close()
                raise

    def _connect(self, path: Path, key: TemplateKey, environment: dict[str, str]) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(self.patience)
        try:
            with locked(path.parent, self.patience):
                try:
                    connection.connect(str(path))
                except (FileNotFoundError, ConnectionRefusedError):
                    self._start_template(path, key, environment)
                    connection.connect(str(path))
            if not wire.peer_is_same_user(connection):
                raise NoWarmKernelError(f"{path} belongs to another user")
        except BaseException:
            connection.close()
            raise
        return connection

    def _start_template(self, path: Path, key: TemplateKey, environment: dict[str, str]) -> None:
        path.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
            listener.listen(128)
            command = [*key.python, "-m", "labgrader.kernels.template"]
            command += ["--listener", str(listener.fileno()), "--socket", str(path)]
            command += ["--idle", str(self.idle_seconds), "--patience", str(math.ceil(self.patience))]
            started = subprocess.run(
                [*command, *key.modules],
                env=environment,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                pass_fds=[listener.fileno()],
                start_new_session=True,
                timeout=self.patience,
            )
        if started.returncode != 0:
            path.unlink(missing_ok=True)
            last_line = next(iter(reversed(started.stderr.strip().splitlines())), f"status {started.returncode}")
            raise NoWarmKernelError(f"the template did not start: {last_line}")


def _ask(connection: socket.socket, request: KernelRequest) -> WarmProcess:
    try:
        with request.descriptors() as descriptors:
            wire.send(connection, request.message, descriptors)
        answer, _ = wire.receive(connection)
    except (EOFError, ConnectionError):
        raise TemplateGoneError("the template ended before it answered") from None
    except TimeoutError:
        raise NoWarmKernelError("the template did not answer in time") from None
    if "refused" in answer:
        raise (TemplateGoneError if answer["again"] else NoWarmKernelError)(answer["refused"])
    if "pid" not in answer:
        raise NoWarmKernelError("the kernel died as it was forked")
    return WarmProcess(answer["pid"], connection)
