"""Kernels and templates in a runtime folder of their own, out of which nothing may outlive the tests."""

from __future__ import annotations

import contextlib
import json
import logging
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from jupyter_client.manager import KernelManager, start_new_kernel

TENSORFLOW = ("numpy", "matplotlib.pyplot", "tensorflow", "keras")


@dataclass
class Place:
    """A runtime folder, a folder of kernelspecs, and a folder of modules that templates can import."""

    runtime: Path
    jupyter: Path
    modules: Path

    def install(self, name: str, modules=(), env=None, argv=("python", "-m", "ipykernel_launcher"), **config) -> str:
        """Install a warm kernelspec and return its name."""
        folder = self.jupyter / "kernels" / name
        folder.mkdir(parents=True, exist_ok=True)
        provisioner = {
            "provisioner_name": "labgrader-warm",
            "config": {"modules": [*modules], "idle_seconds": 30, **config},
        }
        spec = {
            "argv": [*argv, "-f", "{connection_file}"],
            "display_name": name,
            "language": "python",
            "env": env or {},
            "metadata": {"kernel_provisioner": provisioner},
        }
        (folder / "kernel.json").write_text(json.dumps(spec))
        return name

    def install_ordinary(self, name: str) -> str:
        """Install a kernelspec of ipykernel as everybody has it, and return its name."""
        path = self.jupyter / "kernels" / self.install(name) / "kernel.json"
        spec = json.loads(path.read_text())
        path.write_text(json.dumps(spec | {"metadata": {}}))
        return name

    def write_module(self, name: str, code: str) -> None:
        (self.modules / f"{name}.py").write_text(code)

    def processes(self) -> list[psutil.Process]:
        """Templates and their kernels."""
        return [process for process in psutil.process_iter() if self._is_here(process)]

    def templates(self) -> list[psutil.Process]:
        """The templates alone; their kernels are their children."""
        return [process for process in self.processes() if not self._is_here(parent_of(process))]

    def template(self) -> psutil.Process:
        """The one template there is."""
        (template,) = self.templates()
        return template

    def sockets(self) -> list[Path]:
        return list(self.runtime.glob("labgrader/*.socket"))

    def _is_here(self, process: psutil.Process | None) -> bool:
        with contextlib.suppress(psutil.NoSuchProcess):
            return (
                process is not None
                and process.status() != psutil.STATUS_ZOMBIE
                and any(part.startswith(str(self.runtime)) for part in process.cmdline())
            )
        return False


def parent_of(process: psutil.Process) -> psutil.Process | None:
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.parent()
    return None


@dataclass
class Kernel:
    """A started kernel and its client."""

    manager: KernelManager
    client: object

    @property
    def process(self):
        return self.manager.provisioner.process

    @property
    def is_warm(self) -> bool:
        return type(self.process).__name__ == "WarmProcess"

    def run(self, code: str) -> str:
        """Run code; what it printed, or the name of its exception."""
        outputs = []
        reply = self.client.execute_interactive(code, output_hook=outputs.append, timeout=60)["content"]
        if reply["status"] == "error":
            return reply["ename"]
        streams = (output["content"] for output in outputs if output["msg_type"] == "stream")
        return "".join(stream["text"] for stream in streams if stream["name"] == "stdout").strip()

    def evaluate(self, expression: str):
        """The value of an expression that can be written as JSON."""
        return json.loads(self.run(f"import json; print(json.dumps({expression}))"))


def point_to(place: Place, monkeypatch) -> None:
    """Let this process find what lies in a place, and nothing else."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place.runtime))
    monkeypatch.setenv("JUPYTER_PATH", str(place.jupyter))
    monkeypatch.setenv("PYTHONPATH", str(place.modules))
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
    monkeypatch.setenv("KERAS_BACKEND", "tensorflow")


@contextlib.contextmanager
def a_place():
    folder = Path(tempfile.mkdtemp(prefix="warm-"))  # short, for the sockets in it
    place = Place(folder / "run", folder / "jupyter", folder / "modules")
    place.runtime.mkdir(mode=0o700)
    place.modules.mkdir()
    try:
        yield place
    finally:
        for process in place.processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        shutil.rmtree(folder)


@contextlib.contextmanager
def starting():
    """A function that starts kernels, all of which are shut down at the end."""
    started = []

    def start(name: str, **options) -> Kernel:
        kernel = Kernel(*start_new_kernel(kernel_name=name, **options))
        started.append(kernel)
        return kernel

    try:
        yield start
    finally:
        for kernel in started:
            kernel.client.stop_channels()
            kernel.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="session")
def session_place():
    with a_place() as place:
        place.install("tensorflow", TENSORFLOW)
        place.install_ordinary("ordinary")
        yield place


@pytest.fixture
def shared_place(session_place, monkeypatch):
    """A place with the kernelspec `tensorflow`, whose template all tests share, and the kernelspec `ordinary`."""
    point_to(session_place, monkeypatch)
    return session_place


@pytest.fixture
def place(monkeypatch):
    """A place without templates yet."""
    with a_place() as place:
        point_to(place, monkeypatch)
        yield place


@pytest.fixture
def start():
    """Start a kernel by the name of its kernelspec."""
    with starting() as start:
        yield start


@pytest.fixture
def said(caplog):
    """What the provisioner has logged about ordinary kernels."""
    caplog.set_level(logging.INFO)
    return lambda: [message for message in caplog.messages if "ordinary kernel" in message]


@pytest.fixture
def other_program():
    """Start a Python program that lives on its own, and end it in the end."""
    programs = []

    def start(code: str) -> psutil.Popen:
        program = psutil.Popen([sys.executable, "-c", code], stdout=-1, text=True)
        programs.append(program)
        return program

    yield start
    for program in programs:
        with contextlib.suppress(psutil.NoSuchProcess):
            program.kill()
        program.wait()
        program.stdout.close()
