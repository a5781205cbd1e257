"""ipykernel's shell without a kernel: what it publishes goes to a transcript instead of a socket."""

from __future__ import annotations

import asyncio
import builtins
import functools
import getpass
import os
import sys
import types
from typing import Any

from ipykernel import eventloops
from ipykernel.compiler import XCachingCompiler
from ipykernel.displayhook import ZMQShellDisplayHook
from ipykernel.kernelbase import Kernel
from ipykernel.zmqshell import ZMQDisplayPublisher, ZMQInteractiveShell
from IPython.core.error import UsageError
from IPython.core.interactiveshell import ExecutionResult
from jupyter_client.session import Session
from traitlets import Instance
from traitlets.config import Config

from .streams import CellStream
from .transcript import Transcript

# ipykernel's default, which users can override. It must be set before matplotlib is imported.
INLINE_BACKEND = "module://matplotlib_inline.backend_inline"

# What IPython imports on first use; a template imports it for all forks.
IMPORTED_LATER = (
    "IPython.core.completer",
    "IPython.core.magics.execution",
    "executing",
    "pexpect",
    "pygments.formatters.terminal256",
    "pygments.styles",
    "stack_data",
)


class RecordingSession(Session):
    """A session whose messages stay in this process."""

    transcript = Instance(Transcript)

    def send(
        self,
        stream: object,
        msg_or_type: dict[str, Any] | str,
        content: dict[str, Any] | None = None,
        *details: Any,
        **more: Any,
    ) -> None:
        """Record a message in the transcript."""
        if isinstance(msg_or_type, dict):
            kind, content = msg_or_type["header"]["msg_type"], msg_or_type["content"]
        else:
            kind = msg_or_type
        self.transcript.take(kind, content or {})


def make_shell(transcript: Transcript, streams: tuple[CellStream, CellStream]) -> ZMQInteractiveShell:
    """The shell of one notebook in this process, connected to the transcript."""
    session = RecordingSession(transcript=transcript)
    for stream in streams:
        stream.attach(lambda name, text: transcript.take("stream", {"name": name, "text": text}))
    config = Config()
    config.HistoryManager.enabled = False  # no database, no thread that writes to it
    kernel = types.SimpleNamespace(eventloop=None)  # the only attribute of a kernel that a shell uses
    shell = ZMQInteractiveShell.instance(config=config, compiler_class=XCachingCompiler, kernel=kernel, user_ns={})
    hook, publisher = shell.displayhook, shell.display_pub
    assert isinstance(hook, ZMQShellDisplayHook), "ipykernel's shell has ipykernel's hook"
    assert isinstance(publisher, ZMQDisplayPublisher), "ipykernel's shell has ipykernel's publisher"
    hook.session = publisher.session = session
    hook.topic = b"execute_result"  # type: ignore[assignment]  # ipykernel declares it as None
    shell.enable_gui = functools.partial(_enable_gui, kernel)  # type: ignore[method-assign]  # of this shell only
    assert shell.extension_manager is not None, "IPython makes it with the shell"
    shell.extension_manager.load_extension("storemagic")  # ipykernel's only default extension
    _connect_figures(shell)
    _refuse_input()
    return shell


async def run_cell(shell: ZMQInteractiveShell, source: str) -> ExecutionResult:
    """Run a cell in the running event loop, as ipykernel does."""
    problem = None
    try:
        transformed = shell.transform_cell(source)
    except Exception:
        transformed, problem = source, sys.exc_info()
    if not shell.should_run_async(source, transformed_cell=transformed, preprocessing_exc_tuple=problem):
        ran: ExecutionResult = shell.run_cell(source, store_history=True)
        return ran
    cell = asyncio.ensure_future(
        shell.run_cell_async(source, store_history=True, transformed_cell=transformed, preprocessing_exc_tuple=problem)
    )
    result = None
    try:
        result = await cell
    finally:
        shell.events.trigger("post_execute")
        shell.events.trigger("post_run_cell", result)
    return result


def _connect_figures(shell: ZMQInteractiveShell) -> None:
    """Connect a backend that was imported before there was a shell."""
    backend = sys.modules.get("matplotlib_inline.backend_inline")
    if backend and os.environ.get("MPLBACKEND") == INLINE_BACKEND:
        backend.configure_inline_support(shell, INLINE_BACKEND)


def _enable_gui(kernel: types.SimpleNamespace, gui: str | None = None) -> None:
    """Replace the shell's own method, which looks for the kernel in a running application; raises UsageError."""
    try:
        eventloops.enable_gui(gui, kernel)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _refuse_input() -> None:
    """Make `input()` and `getpass()` raise what they raise in a kernel whose client cannot answer."""
    no_client = types.SimpleNamespace(_allow_stdin=False)
    builtins.input = types.MethodType(Kernel.raw_input, no_client)
    getpass.getpass = types.MethodType(Kernel.getpass, no_client)
