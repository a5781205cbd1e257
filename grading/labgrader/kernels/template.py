"""The template process: imports once, then forks a kernel for every request, until nobody needs it any more.

    python -m labgrader.kernels.template --listener FD --socket PATH --idle SECONDS --patience SECONDS MODULE…

Whoever starts it has bound the socket already, so that requests can wait in it while the imports are going on.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import select
import signal
import socket
import sys
import time
from dataclasses import dataclass
from importlib.machinery import PathFinder
from pathlib import Path

from . import wire
from .errors import NoWarmKernelError
from .fork_guard import ForkGuard, UnfitToForkError
from .freshness import InstalledPackages, LoadedFiles
from .meeting_place import locked

# What every kernel needs before its first cell; a module that IPython imports late on purpose is not among them.
KERNEL_MODULES = ("labgrader.kernels.forked_kernel", "ipykernel.ipkernel", "ipykernel.zmqshell")
DESCRIPTORS = 5  # stdin, stdout, stderr, working directory, owner
REQUEST_SECONDS = 5  # for a request to arrive once its sender has connected


@dataclass
class Kernel:
    """A forked kernel, kept until its owner has been told how it ended."""

    pid: int
    pidfd: int
    connection: socket.socket | None
    has_ended: bool = False


@dataclass(frozen=True)
class Fork:
    """In the forked process: what it is to become."""

    request: dict
    descriptors: list[int]
    connection: socket.socket


class Template:
    """Answers requests with forks of this process."""

    def __init__(self, listener: socket.socket, path: Path, idle_seconds: float):
        self.listener: socket.socket | None = listener
        self.path = path
        self.idle_seconds = idle_seconds
        self.kernels: list[Kernel] = []
        self.packages = InstalledPackages()

    def import_modules(self, modules: list[str]) -> None:
        """Import what kernels need, and nothing more than import."""
        kernel_modules = ForkGuard(KERNEL_MODULES)
        before, environment = set(sys.modules), dict(os.environ)
        self.guard = ForkGuard([*kernel_modules.modules, *modules])
        self.imported_names = {name.partition(".")[0] for name in sys.modules.keys() - before}
        self.variables_set = {name: value for name, value in os.environ.items() if environment.get(name) != value}
        self.files = LoadedFiles()
        gc.collect()
        gc.freeze()  # a collection in a kernel would copy the memory it shares with the others

    def refuse_all(self, reason: str) -> None:
        """Tell everybody who waits that this template cannot serve, and stop listening."""
        while _is_readable(self.listener.fileno()):
            connection, _ = self.listener.accept()
            with connection, contextlib.suppress(OSError):
                wire.send(connection, {"refused": reason, "again": False})
        self._retire()

    def serve(self) -> Fork | None:
        """Serve until idle; returns in the template when it has ended, and in a fork with what that is to become."""
        idle_since = time.monotonic()
        while self.listener or self.kernels:
            remaining = None if self.kernels else max(0.0, idle_since + self.idle_seconds - time.monotonic())
            ready = self._wait(remaining)
            if not ready and not self.kernels:
                self._retire_unless_asked()
                continue
            idle_since = time.monotonic()
            for kernel in list(self.kernels):
                self._look_after(kernel, ready)
            if self.listener and self.listener.fileno() in ready and (fork := self._accept()):
                return fork
        return None

    def _wait(self, seconds: float | None) -> set[int]:
        poll = select.poll()
        if self.listener:
            poll.register(self.listener, select.POLLIN)
        for kernel in self.kernels:
            if not kernel.has_ended:
                poll.register(kernel.pidfd, select.POLLIN)
            if kernel.connection:
                poll.register(kernel.connection, select.POLLIN)
        return {descriptor for descriptor, _ in poll.poll(None if seconds is None else seconds * 1000)}

    def _look_after(self, kernel: Kernel, ready: set[int]) -> None:
        if not kernel.has_ended and kernel.pidfd in ready:
            kernel.has_ended = True
            if kernel.connection:
                with contextlib.suppress(OSError):
                    wire.send(kernel.connection, {"exit": _exit_code(kernel.pid)})
        if kernel.connection and kernel.connection.fileno() in ready:
            # An owner sends nothing after its request: it has heard of the end, or has ended itself.
            kernel.connection.close()
            kernel.connection = None
        if kernel.has_ended and not kernel.connection:
            # Only now may the system use the process id again: an owner that signals the kernel hits nobody else.
            os.waitpid(kernel.pid, 0)
            os.close(kernel.pidfd)
            self.kernels.remove(kernel)

    def _accept(self) -> Fork | None:
        connection, _ = self.listener.accept()
        descriptors: list[int] = []
        try:
            connection.settimeout(REQUEST_SECONDS)
            if not wire.peer_is_same_user(connection):
                raise NoWarmKernelError("another user asked")
            request, descriptors = wire.receive(connection, DESCRIPTORS)
            if (change := self.packages.change() or self.files.change()) is not None:
                self._retire()
                wire.send(connection, {"refused": f"{change} has changed since the template started", "again": True})
            elif (shadow := self._shadow(descriptors)) is not None:
                reason = f"{shadow} hides a module that the template has imported"
                wire.send(connection, {"refused": reason, "again": False})
            else:
                return self._fork(connection, request, descriptors)
        except UnfitToForkError as error:
            self._retire()
            wire.send(connection, {"refused": f"{error} in the template", "again": False})
        except (NoWarmKernelError, OSError, EOFError, ValueError):
            pass  # whoever asked has gone or is not entitled to an answer
        for descriptor in descriptors:
            os.close(descriptor)
        connection.close()
        return None

    def _shadow(self, descriptors: list[int]) -> str | None:
        """A module in the working directory that an ordinary kernel would import instead of one imported here."""
        folder = os.readlink(f"/proc/self/fd/{descriptors[3]}")
        specs = (PathFinder.find_spec(name, [folder]) for name in self.imported_names)
        return next((spec.origin for spec in specs if spec and spec.loader), None)

    def _fork(self, connection: socket.socket, request: dict, descriptors: list[int]) -> Fork | None:
        pid = self.guard.fork()
        if pid == 0:
            self._forget_everything()
            request["environment"] = self.variables_set | request["environment"]
            return Fork(request, descriptors, connection)
        for descriptor in descriptors:
            os.close(descriptor)
        connection.settimeout(None)
        self.kernels.append(Kernel(pid, os.pidfd_open(pid), connection))
        return None

    def _forget_everything(self) -> None:
        """In a fork: close what belongs to the template, else nobody would notice its end."""
        self.listener.close()
        for kernel in self.kernels:
            os.close(kernel.pidfd)
            if kernel.connection:
                kernel.connection.close()

    def _retire_unless_asked(self) -> None:
        """Stop listening, but not when a request has come in the very moment; none can come while the lock is held."""
        with contextlib.suppress(NoWarmKernelError), locked(self.path.parent, seconds=1):
            if not _is_readable(self.listener.fileno()):
                self._retire()

    def _retire(self) -> None:
        """Serve nobody any more; kernels that are running are looked after until they end."""
        self.path.unlink(missing_ok=True)
        self.listener.close()
        self.listener = None


def _exit_code(pid: int) -> int:
    """How a child ended, in the manner of subprocess; it remains a zombie."""
    ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    return ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status


def _is_readable(descriptor: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def _detach() -> None:
    """Go on in a process of its own, so that whoever started the template can end without it, and it without them."""
    if os.fork():
        os._exit(0)
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _prepare_imports() -> None:
    """Make imports here give what they would give in the first cell of an ordinary kernel."""
    if not sys.flags.safe_path:
        del sys.path[0]  # the folder the template was started in
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")  # as ipykernel does


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m labgrader.kernels.template", description=__doc__)
    parser.add_argument("--listener", type=int, required=True, help="descriptor of the listening socket")
    parser.add_argument("--socket", type=Path, required=True, help="where it is bound")
    parser.add_argument("--idle", type=float, required=True, help="seconds without a kernel after which to end")
    parser.add_argument("--patience", type=int, required=True, help="seconds the imports may take")
    parser.add_argument("modules", nargs="*", help="what to import; what is not installed is left out")
    return parser.parse_args()


def main() -> Fork | None:
    """Be a template; in a fork, return what that is to become."""
    arguments = _arguments()
    _detach()
    signal.alarm(arguments.patience)  # ends this process even if an import hangs in C code
    _prepare_imports()
    template = Template(socket.socket(fileno=arguments.listener), arguments.socket, arguments.idle)
    try:
        template.import_modules(arguments.modules)
    except BaseException as error:
        template.refuse_all(f"an import failed in the template: {type(error).__name__}: {error}")
        return None
    signal.alarm(0)
    return template.serve()


if __name__ == "__main__" and (fork := main()):
    from .forked_kernel import run

    run(fork.request, fork.descriptors, fork.connection)
