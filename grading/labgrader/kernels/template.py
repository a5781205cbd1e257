"""The template process: imports once, then forks a kernel for every request, until it has been idle for a while.

    python -m labgrader.kernels.template --listener FD --socket PATH --idle SECONDS --patience SECONDS MODULE…

The socket is bound by the program that starts the template, so that requests can queue during the imports.
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

# What every kernel needs before its first cell, without modules that IPython deliberately imports late.
KERNEL_MODULES = ("labgrader.kernels.forked_kernel", "ipykernel.ipkernel", "ipykernel.zmqshell")
DESCRIPTORS = 5  # stdin, stdout, stderr, working directory, owner
REQUEST_SECONDS = 5  # for a request to arrive after its sender has connected


@dataclass
class Kernel:
    """A forked kernel, kept until its exit code has been reported to its owner."""

    pid: int
    pidfd: int
    connection: socket.socket | None
    has_ended: bool = False


@dataclass(frozen=True)
class Fork:
    """In the forked process: the kernel it is to become."""

    request: wire.Message
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
        """Import what kernels need, and do nothing else."""
        kernel_modules = ForkGuard(KERNEL_MODULES)
        before, environment = set(sys.modules), dict(os.environ)
        self.guard = ForkGuard([*kernel_modules.modules, *modules])
        self.imported_names = {name.partition(".")[0] for name in sys.modules.keys() - before}
        self.variables_set = {name: value for name, value in os.environ.items() if environment.get(name) != value}
        self.files = LoadedFiles()
        gc.collect()
        gc.freeze()  # a collection in a kernel would copy the memory it shares with the others

    def refuse_all(self, reason: str) -> None:
        """Refuse all waiting requests, and stop listening."""
        while self.listener and _is_readable(self.listener.fileno()):
            connection, _ = self.listener.accept()
            with connection, contextlib.suppress(OSError):
                wire.send(connection, {"refused": reason, "again": False})
        self._retire()

    def serve(self) -> Fork | None:
        """Serve until idle; returns None in the template when it ends, and in each fork the kernel to become."""
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
            if self.listener and self.listener.fileno() in ready and (fork := self._accept(self.listener)):
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
            # An owner sends nothing after its request: it has received the exit code, or has ended itself.
            kernel.connection.close()
            kernel.connection = None
        if kernel.has_ended and not kernel.connection:
            # Only now may the system reuse the process id: a signal from the owner cannot hit another process.
            os.waitpid(kernel.pid, 0)
            os.close(kernel.pidfd)
            self.kernels.remove(kernel)

    def _accept(self, listener: socket.socket) -> Fork | None:
        connection, _ = listener.accept()
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
            pass  # the sender has gone or is not entitled to an answer
        for descriptor in descriptors:
            os.close(descriptor)
        connection.close()
        return None

    def _shadow(self, descriptors: list[int]) -> str | None:
        """A module in the working directory that an ordinary kernel would import instead of one imported here."""
        folder = os.readlink(f"/proc/self/fd/{descriptors[3]}")
        specs = (PathFinder.find_spec(name, [folder]) for name in self.imported_names)
        return next((spec.origin for spec in specs if spec and spec.loader), None)

    def _fork(self, connection: socket.socket, request: wire.Message, descriptors: list[int]) -> Fork | None:
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
        """In a fork: close what belongs to the template, so that its end can be noticed."""
        if self.listener:
            self.listener.close()
        for kernel in self.kernels:
            os.close(kernel.pidfd)
            if kernel.connection:
                kernel.connection.close()

    def _retire_unless_asked(self) -> None:
        """Stop listening unless a request has just arrived; none can arrive while the lock is held."""
        with contextlib.suppress(NoWarmKernelError), locked(self.path.parent, seconds=1):
            if self.listener and not _is_readable(self.listener.fileno()):
                self._retire()

    def _retire(self) -> None:
        """Accept no more requests; kernels that are running are watched until they end."""
        self.path.unlink(missing_ok=True)
        if self.listener:
            self.listener.close()
        self.listener = None


def _exit_code(pid: int) -> int:
    """The exit code of a child, as in subprocess; the child remains a zombie."""
    ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert ended is not None, "it waits for the end"
    return ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status


def _is_readable(descriptor: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def _detach() -> None:
    """Continue in a new process and session, independent of the program that started the template."""
    if os.fork():
        os._exit(0)
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _prepare_imports() -> None:
    """Make imports behave as in the first cell of an ordinary kernel."""
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
    """Run the template; returns None when it ends, and in each fork the kernel to become."""
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
