"""The sandbox of the template process: a bubblewrap command.

Inside: no network except a separate loopback device, the system and Python read-only, a generated /etc, an empty
scratch folder, none of the grader's environment variables. Not visible: the course folder, homes, other processes.
"""

from __future__ import annotations

import functools
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import LabgraderError
from . import namespaces

# The user that root switches to: limits on processes do not apply to root, and root inside could open kernel files.
ROOT_BECOMES = 64123
INSIDE = 1000  # the user and group the sandbox sees

# What programs inside find in /etc: a few of the system's files and generated ones.
_SYSTEM_FILES = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime", "fonts", "mime.types")
_MADE_UP_FILES = {
    "/etc/passwd": f"student:x:{INSIDE}:{INSIDE}:student:{namespaces.HOME}:/bin/sh\n",
    "/etc/group": f"student:x:{INSIDE}:\n",
    "/etc/hosts": "127.0.0.1 localhost sandbox\n",
    "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
}
_SYSTEM_FOLDERS = ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
# nbgrader's exchange, with everybody's submissions, may be inside a folder that is shown.
_EXCHANGE = Path("/usr/local/share/nbgrader")

# A folder that contains one of these holds more than modules.
_ALWAYS_HIDDEN = (Path.home(), Path("/tmp"), Path("/home"), Path("/etc"))

_VARIABLES = {
    "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
    "HOME": str(namespaces.SCRATCH),
    "USER": "student",
    "LANG": "C.UTF-8",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",  # the same job gives the same result
    "CUDA_VISIBLE_DEVICES": "-1",
}

TOOLS = "/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class Wall:
    """What is visible in a sandbox.

    readable: folders to show besides the Python environment, read-only, at their own paths (data sets); one in the
        grader's home is also linked from the home inside.
    hidden: folders and files that nothing shown may contain (the course).
    """

    readable: tuple[Path, ...] = ()
    hidden: tuple[Path, ...] = ()

    def command(self, inside: list[str], environment: Mapping[str, str]) -> tuple[list[str], list[int]]:
        """The command that runs `inside` in the sandbox, and descriptors to pass to it and close afterwards.

        Raises LabgraderError for folders that cannot be shown (see `shown`), and if root has no free folder for mounts.
        """
        shown = self.shown()
        staging = _staging_folder(shown) if os.geteuid() == 0 else None
        options, descriptors = self._options(shown, staging, {**_VARIABLES, **environment})
        # In a file: other users can see the options in the process list.
        descriptors.append(_memory_file(b"".join(os.fsencode(option) + b"\0" for option in options)))
        command = ["bwrap", "--args", str(descriptors[-1]), "--", *inside]
        return (_as_another_user(command, shown, staging) if staging else command), descriptors

    def shown(self) -> list[Path]:
        """Every folder visible inside, except the system's.

        Raises LabgraderError for a folder that does not exist or contains something hidden.
        """
        for folder in self.readable:
            if not folder.is_dir():
                raise LabgraderError(
                    f"The sandbox is to show the folder {folder}, which does not exist: correct its path."
                )
        shown = _without_nested({*python_folders(), *(path.resolve() for path in self.readable)})
        for folder in shown:
            for secret in (*self.hidden, *_ALWAYS_HIDDEN):
                if secret.resolve().is_relative_to(folder):
                    raise LabgraderError(
                        f"The sandbox must show {folder}, where Python finds modules, and hide {secret} in it: "
                        "install these modules without --editable, or move them to a folder of their own."
                    )
        return shown

    def links(self) -> dict[str, str]:
        """Names in the home inside, and the shown folders they link to."""
        home = Path.home().resolve()
        folders = [folder.resolve() for folder in self.readable]
        return {str(folder.relative_to(home)): str(folder) for folder in folders if folder.is_relative_to(home)}

    def _options(
        self, shown: list[Path], staging: Path | None, environment: Mapping[str, str]
    ) -> tuple[list[str], list[int]]:
        descriptors: list[int] = []
        options = [
            *("--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"),
            *("--unshare-cgroup-try", "--hostname", "sandbox", "--uid", str(INSIDE), "--gid", str(INSIDE)),
            *("--cap-drop", "ALL", "--as-pid-1", "--new-session", "--clearenv"),
            *("--ro-bind", "/usr", "/usr"),
        ]
        for name in _SYSTEM_FOLDERS:
            if os.path.islink(name):
                options += ["--symlink", os.readlink(name), name]
            elif os.path.isdir(name):
                options += ["--ro-bind", name, name]
        for name in _SYSTEM_FILES:
            options += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
        for name, text in _MADE_UP_FILES.items():
            descriptors.append(_memory_file(text.encode()))
            options += ["--perms", "0444", "--ro-bind-data", str(descriptors[-1]), name]
        options += ["--proc", "/proc", "--dev", "/dev"]
        for writable in ("/tmp", str(namespaces.SCRATCH)):
            options += ["--perms", "1777", "--size", str(64 << 20), "--tmpfs", writable]
        for folder in _parents(shown):
            options += ["--perms", "0755", "--dir", str(folder)]
        for number, folder in enumerate(shown):
            options += ["--ro-bind", str(staging / str(number) if staging else folder), str(folder)]
        if _EXCHANGE.is_dir():
            options += ["--tmpfs", str(_EXCHANGE)]
        options += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", str(namespaces.SCRATCH)]
        for name, value in environment.items():
            options += ["--setenv", name, value]
        return options, descriptors


def python_folders() -> list[Path]:
    """The folders this Python runs from and finds modules in, except the system's."""
    folders = {sys.prefix, sys.base_prefix, os.path.realpath(sys.prefix), os.path.realpath(sys.base_prefix)}
    folders.add(str(Path(os.path.realpath(sys.executable)).parent.parent))
    folders.update(module_folders())
    return _without_nested({Path(folder) for folder in folders})


def module_folders() -> tuple[str, ...]:
    """Where a Python of this environment finds modules, without what this process has added."""
    return _module_folders(os.environ.get("PYTHONPATH", ""))


@functools.cache
def _module_folders(_python_path: str) -> tuple[str, ...]:
    ask = "import json, sys; print(json.dumps(sys.path))"
    answer = subprocess.run([sys.executable, "-P", "-c", ask], capture_output=True, check=True, cwd="/").stdout
    return tuple(entry for entry in json.loads(answer) if os.path.isdir(entry))


def _without_nested(folders: Iterable[Path]) -> list[Path]:
    folders = {folder for folder in folders if folder.exists() and not folder.is_relative_to("/usr")}
    return sorted(folder for folder in folders if not folders.intersection(folder.parents))


def _parents(folders: Iterable[Path]) -> list[Path]:
    """The parent folders, which bubblewrap would create with access for itself only."""
    above = {parent for folder in folders for parent in folder.parents} - {Path("/"), Path("/tmp")}
    return sorted(above, key=lambda folder: len(folder.parts))


def _memory_file(content: bytes) -> int:
    descriptor = os.memfd_create("labgrader", 0)  # inherited by bubblewrap
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _staging_folder(shown: list[Path]) -> Path:
    """A system folder in which root, in a separate mount namespace, mounts what only root can access."""
    for name in ("/mnt", "/media", "/srv"):
        if os.path.isdir(name) and not any(folder.is_relative_to(name) for folder in shown):
            return Path(name)
    raise LabgraderError(
        "The sandbox needs one of the folders /mnt, /media and /srv free of what it shows: "
        "move the Python environment or the data out of one of them."
    )


def _as_another_user(command: list[str], shown: list[Path], staging: Path) -> list[str]:
    steps = ["set -e", f"mount -t tmpfs -o mode=0755,size=1m labgrader {staging}"]
    for number, folder in enumerate(shown):
        place = staging / str(number)
        make = "mkdir" if folder.is_dir() else "touch"
        steps += [f"{make} {place}", f"mount --rbind {shlex.quote(str(folder))} {place}"]
    user = f"--reuid={ROOT_BECOMES} --regid={ROOT_BECOMES} --clear-groups --inh-caps=-all --bounding-set=-all"
    steps.append(f"exec setpriv {user} {shlex.join(command)}")
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", "\n".join(steps)]
