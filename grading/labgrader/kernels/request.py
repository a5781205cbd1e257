"""From the arguments of an ordinary kernel start to a request that a template can serve."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, TypeAlias

from .circumstances import circumstances, read_by_imports, soft_limits
from .errors import NoWarmKernelError

LAUNCHER = ["-m", "ipykernel_launcher"]

# As in subprocess: a descriptor, a file, one of its constants, or None for the inherited stream.
Stream: TypeAlias = int | IO[Any] | None


@dataclass(frozen=True)
class TemplateKey:
    """What two kernels must have in common to be forked from the same template."""

    python: list[str]
    modules: list[str]
    variables: dict[str, str]
    circumstances: dict[str, object]

    @property
    def name(self) -> str:
        """A short name that is the same for equal keys."""
        return hashlib.sha256(json.dumps(vars(self), sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class KernelRequest:
    """A kernel to start: the arguments of `jupyter_client.launcher.launch_kernel`."""

    command: list[str]
    env: dict[str, str]
    cwd: str | os.PathLike[str] | None = None
    stdin: Stream = None
    stdout: Stream = None
    stderr: Stream = None
    independent: bool = False

    @classmethod
    def of(cls, command: list[str], *, env: dict[str, str] | None = None, **options: Any) -> KernelRequest:
        """The request; raises NoWarmKernelError for options that only an ordinary process can honour."""
        unknown = options.keys() - cls.__dataclass_fields__.keys()
        if unknown:
            raise NoWarmKernelError(f"a template cannot honour {', '.join(sorted(unknown))}")
        if not any(command[start : start + 2] == LAUNCHER for start in range(1, len(command))):
            raise NoWarmKernelError(f"its command is not `python {' '.join(LAUNCHER)}`")
        env = dict(os.environ if env is None else env)
        if any(part and not os.path.isabs(part) for part in env.get("PYTHONPATH", "").split(os.pathsep)):
            raise NoWarmKernelError("PYTHONPATH holds a relative path")
        if not options.get("independent"):
            env["JPY_PARENT_PID"] = str(os.getpid())
        return cls([os.path.expanduser(part) for part in command], env, **options)

    def template_key(self, modules: Iterable[str], variables: Iterable[str]) -> TemplateKey:
        """The template for this request, with the given modules, whose imports read the given variables.

        Raises NoWarmKernelError if the program does not exist.
        """
        program = shutil.which(self.command[0], path=self.env.get("PATH"))
        if program is None:
            raise NoWarmKernelError(f"there is no program {self.command[0]}")
        options = self.command[1 : self._launcher_start]
        return TemplateKey([program, *options], list(modules), read_by_imports(self.env, variables), circumstances())

    @property
    def message(self) -> dict[str, object]:
        """The request as it is sent to the template."""
        return {
            "arguments": self.command[self._launcher_start + len(LAUNCHER) :],
            "environment": self.env,
            "soft limits": soft_limits(),
        }

    @contextlib.contextmanager
    def descriptors(self) -> Iterator[list[int]]:
        """The kernel's standard streams and working directory, and the process it ends with unless independent.

        Raises NoWarmKernelError for a pipe, which a template cannot make.
        """
        with contextlib.ExitStack() as opened:

            def to_be_closed(descriptor: int) -> int:
                opened.callback(os.close, descriptor)
                return descriptor

            def opened_stream(stream: Stream, inherited: int) -> int:
                if stream is None:
                    return inherited
                if stream == subprocess.DEVNULL:
                    return to_be_closed(os.open(os.devnull, os.O_RDWR))
                if stream == subprocess.PIPE:
                    raise NoWarmKernelError("a template cannot make the pipe that was asked for")
                return stream if isinstance(stream, int) else stream.fileno()

            stdin = to_be_closed(_empty_pipe()) if self.stdin is None else opened_stream(self.stdin, 0)
            stdout = opened_stream(self.stdout, 1)
            stderr = stdout if self.stderr == subprocess.STDOUT else opened_stream(self.stderr, 2)
            cwd = to_be_closed(os.open(self.cwd or ".", os.O_RDONLY | os.O_DIRECTORY))
            owner = [] if self.independent else [to_be_closed(os.pidfd_open(os.getpid()))]
            yield [stdin, stdout, stderr, cwd, *owner]

    @property
    def _launcher_start(self) -> int:
        return next(start for start in range(len(self.command)) if self.command[start : start + 2] == LAUNCHER)


def _empty_pipe() -> int:
    """An ordinary kernel's stdin: a pipe without a writer."""
    reading, writing = os.pipe()
    os.close(writing)
    return reading
