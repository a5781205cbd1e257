"""`python -m dllabs doctor`: check that this machine has what the labs need."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dllabs.quiet import stderr_kept_out

PACKAGES = ("dllabs", "numpy", "tensorflow", "keras", "matplotlib", "pandas", "scikit-learn", "jupyterlab", "nbgrader")
OPTIONAL = {"nbgrader"}
SUPPORTED = ((3, 11), (3, 13))
FREE_GIB_NEEDED = 2
REINSTALL = "Install the course's environment again, as its README says."


@dataclass(frozen=True)
class Finding:
    """One line of the report.

    topic: what was examined. found: the result. ok: whether the labs can run with it. advice: what to do, or empty.
    """

    topic: str
    found: str
    ok: bool = True
    advice: str = ""


def examine() -> list[Finding]:
    """Examine Python, packages, devices, kernel, data and disk space; imports TensorFlow."""
    return [_python(), *_packages(), _devices(), _kernel(), _digits(), _mnist(), _disk()]


def main(as_json: bool = False) -> int:
    """Print the report, as JSON if asked; returns the exit status, 1 if something prevents the labs from running."""
    findings = examine()
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            print(f"{'✓' if finding.ok else '✗'} {finding.topic:13} {finding.found}")
            if finding.advice:
                print(f"  {'':13} {finding.advice}")
    return 0 if all(finding.ok for finding in findings) else 1


def _python() -> Finding:
    low, high = (".".join(map(str, end)) for end in SUPPORTED)
    ok = SUPPORTED[0] <= sys.version_info[:2] <= SUPPORTED[1]
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return Finding("Python", found, ok, "" if ok else f"The labs need Python {low} to {high}: make a new environment.")


def _packages() -> Iterator[Finding]:
    for package in PACKAGES:
        try:
            yield Finding(package, version(package))
        except PackageNotFoundError:
            if package not in OPTIONAL:
                yield Finding(package, "not installed", ok=False, advice=REINSTALL)


def _devices() -> Finding:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        with stderr_kept_out():
            import tensorflow as tf
    except Exception as error:
        return Finding("devices", f"{type(error).__name__}: {error}", ok=False, advice=REINSTALL)
    gpus = tf.config.list_physical_devices("GPU")
    return Finding("devices", f"{len(gpus)} GPU" if gpus else "CPU (enough for every lab)")


def _kernel() -> Finding:
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    fix = "Run: python -m ipykernel install --sys-prefix"
    try:
        command = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except NoSuchKernel:
        return Finding("kernel", "no kernel called python3", ok=False, advice=fix)
    program = shutil.which(command)
    same = program is not None and Path(program).parent == Path(sys.executable).parent
    if same or command == "python":
        return Finding("kernel", "python3 runs this Python")
    return Finding("kernel", "python3 runs a different Python", ok=False, advice=fix)


def _digits() -> Finding:
    from dllabs.data import load_digits

    try:
        rows = sum(len(labels) for labels in load_digits()[1::2])
    except ImportError as error:
        return Finding("digits", f"{type(error).__name__}: {error}", ok=False, advice=REINSTALL)
    return Finding("digits", f"{rows} images, part of scikit-learn")


def _mnist() -> Finding:
    from dllabs.data import DATA_FOLDER_VARIABLE, mnist_file

    if path := mnist_file():
        return Finding("MNIST", f"{path.name} in the folder of {DATA_FOLDER_VARIABLE}")
    cached = Path(os.environ.get("KERAS_HOME", Path.home() / ".keras")) / "datasets" / "mnist.npz"
    if cached.is_file():
        return Finding("MNIST", "downloaded before by Keras")
    advice = f"Only the full profile needs it: Keras downloads it, or set {DATA_FOLDER_VARIABLE} to its folder."
    return Finding("MNIST", "not on this machine", advice=advice)


def _disk() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free / 2**30
    ok = free >= FREE_GIB_NEEDED
    return Finding("disk", f"{free:.0f} GiB free", ok, "" if ok else f"Free at least {FREE_GIB_NEEDED} GiB.")
