"""Whether a sandbox is available here, and if not, what is missing and how to fix it."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
import sys
import traceback

from ..errors import LabgraderError
from ..job import Limits
from . import seccomp
from .wall import TOOLS, Wall

OLDEST_KERNEL = (5, 14)  # since then a limit on processes counts one sandbox, not all of the user's
OTHERWISE = "or grade with --no-sandbox if you trust every submission"

# bubblewrap's error messages and their meanings.
_REASONS = {
    "setting up uid map: Permission denied": (
        "AppArmor forbids user namespaces (Ubuntu 23.10 and later): install its profile bwrap-userns-restrict "
        "(apt install apparmor-profiles), load it with apparmor_parser and try again"
    ),
    "No permissions to creat": (
        "user namespaces are switched off: set the sysctl kernel.unprivileged_userns_clone to 1, or in a container "
        "grade outside it"
    ),
    "namespaces exceeded": "user namespaces are switched off: set the sysctl user.max_user_namespaces to 10000",
    "Creating new namespace failed": (
        "namespaces are forbidden, as in most containers: grade outside the container, or give it "
        "--security-opt seccomp=unconfined and --cap-add SYS_ADMIN"
    ),
    "unshare failed: Operation not permitted": (
        "root may not make namespaces, as in most containers: grade outside the container, or start it --privileged"
    ),
    "Can't mount proc": "/proc is masked, as in most containers: grade outside the container, or start it --privileged",
    "mount /proc": "/proc is masked, as in most containers: grade outside the container, or start it --privileged",
    "Unknown option": "bubblewrap is older than 0.8: install a newer one",
    "Permission denied": "the user of the sandbox cannot read the Python environment: make it readable for everybody",
}
_REASONS["loopback: Failed RTM_NEWADDR"] = _REASONS["setting up uid map: Permission denied"]


def require_sandbox() -> None:
    """Raises LabgraderError unless a sandbox is available."""
    reason = refusal()
    if reason:
        raise LabgraderError(f"No sandbox can be had here: {reason}, {OTHERWISE}.")


@functools.cache
def refusal() -> str:
    """Why no sandbox is available here and how to fix it; empty if one is available."""
    if sys.platform != "linux":
        return f"{platform.system()} has none: grade on Linux, in WSL 2 or in a Linux virtual machine"
    if not seccomp.is_supported():
        return f"the system calls of a {platform.machine()} are not known: grade on x86_64 or aarch64"
    if _kernel_version() < OLDEST_KERNEL:
        return f"Linux {platform.release()} is older than {OLDEST_KERNEL[0]}.{OLDEST_KERNEL[1]}: use a newer one"
    if not shutil.which("bwrap", path=TOOLS):
        return (
            "bubblewrap is missing: install it (Debian, Ubuntu: apt install bubblewrap; Fedora: dnf install bubblewrap)"
        )
    for tool in ("unshare", "setpriv", "mount") if os.geteuid() == 0 else ():
        if not shutil.which(tool, path=TOOLS):
            return f"{tool} is missing: install util-linux"
    return _try_one()


def _try_one() -> str:
    command, descriptors = Wall().command([sys.executable, "-P", "-s", "-m", "labgrader.sandbox.availability"], {})
    try:
        trial = subprocess.run(
            command, pass_fds=descriptors, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
            env={"PATH": TOOLS}, cwd="/",
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "a trial of it did not end within a minute: look for what slows this machine down"
    finally:
        for descriptor in descriptors:
            os.close(descriptor)
    if trial.stdout == "inside":
        return ""
    words = trial.stderr.strip()
    known = next((reason for sign, reason in _REASONS.items() if sign in words), None)
    return known or f"bubblewrap does not work ({words[-200:] or trial.returncode}): see whether `bwrap` runs by itself"


def _kernel_version() -> tuple[int, int]:
    major, minor = platform.release().split(".")[:2]
    return int(major), int("".join(digit for digit in minor if digit.isdigit()))


def _trial() -> None:
    """Run inside the sandbox: do what every fork of a template does first."""
    from . import namespaces

    namespaces.leave()
    first = os.fork()
    if first == 0:
        try:
            namespaces.settle(Limits(), [])
            os.write(1, b"inside")
        except OSError:
            traceback.print_exc()
        os._exit(0)
    os.waitpid(first, 0)


if __name__ == "__main__":
    _trial()
