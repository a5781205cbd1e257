"""The kernel provisioner `labgrader-warm`: warm kernels on Linux, ordinary ones wherever that is not possible."""

from __future__ import annotations

import asyncio
import pathlib
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Float, List, Unicode

from .errors import NoWarmKernelError

if TYPE_CHECKING:
    from .warm_process import WarmProcess


class WarmProvisioner(LocalProvisioner):
    """Starts kernels as forks of a template process that has already imported the kernelspec's modules."""

    modules = List(Unicode(), help="Modules to import in the template; what is not installed is left out.").tag(
        config=True
    )
    variables = List(
        Unicode(), help="Patterns of further environment variables that these modules read when they are imported."
    ).tag(config=True)
    idle_seconds = Float(120, help="Seconds after the end of its last kernel after which a template ends.").tag(
        config=True
    )
    patience = Float(60, help="Seconds a template may take to start before an ordinary kernel is started.").tag(
        config=True
    )

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Launch a kernel: warm if possible, else ordinary with a log line that says why."""
        try:
            process = await self._launch_warm(cmd, self._scrub_kwargs(kwargs))
        except (NoWarmKernelError, OSError, ValueError, subprocess.SubprocessError) as error:
            self.log.warning("Starting an ordinary kernel instead of a warm one, because %s.", error)
            return await super().launch_kernel(cmd, **kwargs)
        self.process = process  # type: ignore[assignment]  # it has what LocalProvisioner uses of Popen
        self.pid = self.pgid = process.pid
        self.cwd = kwargs.get("cwd", pathlib.Path.cwd())
        return self.connection_info

    async def _launch_warm(self, cmd: list[str], options: dict[str, Any]) -> WarmProcess:
        if sys.platform != "linux":
            raise NoWarmKernelError("only Linux can fork a process that has imported TensorFlow")
        from .request import KernelRequest
        from .warm_start import WarmStart

        start = WarmStart(self.modules, self.variables, self.idle_seconds, self.patience)
        request = KernelRequest.of(cmd, **options)
        # In a thread: the first kernel waits for the imports, and a server must respond meanwhile.
        starting = asyncio.ensure_future(asyncio.to_thread(start.start, request))
        try:
            return await asyncio.shield(starting)
        except asyncio.CancelledError:
            starting.add_done_callback(_kill_unwanted)
            raise


def _kill_unwanted(starting: asyncio.Future[WarmProcess]) -> None:
    if not starting.cancelled() and starting.exception() is None:
        starting.result().kill()
