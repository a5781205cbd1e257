"""A person's JupyterLab: a home folder, a server started in it, and what is in the browser in front of it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import psutil

PROGRAMS = Path(sys.executable).parent
SECONDS_TO_START = 60
SECONDS_TO_STOP = 20
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True},
    "docmanager-extension/plugin": {"autosave": False},  # it asks when a build has rewritten what is open
    "notebook-extension/tracker": {"windowingMode": "none"},  # every cell is in the page
}


class LabServer:
    """JupyterLab in a folder, with a configuration that is nobody else's."""

    def __init__(
        self, home: Path, folder: Path, config: str, variables: Mapping[str, str], wrapper: Sequence[str] = ()
    ):
        self.folder = folder
        self.token = secrets.token_hex(16)
        self.log = home / "server.log"
        self.url = ""
        self._variables = _variables(home) | dict(variables) | {"JUPYTER_TOKEN": self.token}
        self._wrapper = list(wrapper)
        (home / "config").mkdir(parents=True)
        (home / "config" / "nbgrader_config.py").write_text(config)
        for name, values in SETTINGS.items():
            path = home / "config/lab/user-settings/@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values))

    @contextlib.contextmanager
    def running(self) -> Iterator[LabServer]:
        """Start it; leaving ends everything that it started."""
        with tempfile.TemporaryDirectory(prefix="lab-") as runtime:  # short, for the sockets of warm kernels
            os.chmod(runtime, 0o700)
            process = self._start(runtime)
            try:
                yield self
            finally:
                self._stop(process, runtime)

    def _start(self, runtime: str) -> subprocess.Popen:
        options = ["--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True"]
        options += ["--allow-root"] if os.geteuid() == 0 else []
        process = subprocess.Popen(
            [*self._wrapper, str(PROGRAMS / "jupyter-lab"), *options, f"--notebook-dir={self.folder}"],
            cwd=self.folder,
            env=self._variables | {"XDG_RUNTIME_DIR": runtime, "JUPYTER_RUNTIME_DIR": f"{runtime}/jupyter"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started = threading.Event()
        threading.Thread(target=self._follow, args=(process, started), daemon=True).start()
        if not started.wait(SECONDS_TO_START) or not self.url:
            self._stop(process, runtime)
            raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()}")
        return process

    def _follow(self, process: subprocess.Popen, started: threading.Event) -> None:
        with self.log.open("w") as log:
            for line in process.stdout:
                log.write(line)
                log.flush()
                if not self.url and (found := re.search(r"http://(?:localhost|127\.0\.0\.1):\d+", line)):
                    self.url = found[0].replace("localhost", "127.0.0.1")
                    started.set()
        started.set()

    def _stop(self, process: subprocess.Popen, runtime: str) -> None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS_TO_STOP)
        left_over = [one for one in psutil.process_iter() if runtime in _command_of(one)]  # templates of warm kernels
        for one in left_over:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        psutil.wait_procs(left_over, SECONDS_TO_STOP)
        process.kill()
        process.wait()


def masked(program: str) -> list[str]:
    """What to write before a command so that it sees no such program."""
    return ["bwrap", "--dev-bind", "/", "/", "--ro-bind", "/dev/null", shutil.which(program), "--die-with-parent"]


def _variables(home: Path) -> dict[str, str]:
    """The environment of somebody who has activated ours and has no configuration but the one in a folder."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    return inherited | {
        "HOME": str(home),
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "config/lab/user-settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
    }


def _command_of(process: psutil.Process) -> str:
    with contextlib.suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""
