"""The isolation of each fork before a student's code runs: its own process tree, scratch space and limits."""

from __future__ import annotations

import os
import resource
from collections.abc import Sequence
from pathlib import Path

from ..job import MIB, Limits
from . import linux, seccomp

SCRATCH = Path("/scratch")
WORK = SCRATCH / "work"
HOME = SCRATCH / "home"
# Folders of the scratch space that replace others: one quota applies to all of them.
_STAND_INS = {SCRATCH / "tmp": Path("/tmp"), SCRATCH / "shm": Path("/dev/shm")}

FILES_OPEN = 1024


def leave() -> None:
    """Leave the template's namespaces; the next fork is the first process of a new process tree. Raises OSError."""
    user, group = os.geteuid(), os.getegid()
    linux.unshare(linux.CLONE_NEWUSER | linux.CLONE_NEWNS | linux.CLONE_NEWPID | linux.CLONE_NEWIPC)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def settle(limits: Limits, shown: Sequence[str]) -> None:
    """As the first process of the new tree: mount this fork's own folders, then drop all privileges. Raises OSError.

    shown: the folders visible in the sandbox; those inside a folder replaced here are mounted in its replacement.
    """
    inert = linux.MS_NOSUID | linux.MS_NODEV
    linux.mount("proc", "/proc", "proc", inert | linux.MS_NOEXEC)
    quota = f"size={limits.scratch_mib}m,nr_inodes={limits.files},mode=0755"
    linux.mount("tmpfs", str(SCRATCH), "tmpfs", inert, quota)
    for folder in (WORK, HOME, *_STAND_INS):
        folder.mkdir()
    for folder, place in _STAND_INS.items():
        folder.chmod(0o1777)
        for path in map(Path, shown):
            if path.is_relative_to(place):
                again = folder / path.relative_to(place)
                again.mkdir(parents=True)
                linux.mount(str(path), str(again), None, linux.MS_BIND | linux.MS_REC)
        linux.mount(str(folder), str(place), None, linux.MS_BIND | linux.MS_REC)
    _set_limits(limits)
    linux.drop_capabilities()
    seccomp.install()


def _set_limits(limits: Limits) -> None:
    own_data = _own_kib("VmData") * 1024
    wanted = {
        resource.RLIMIT_NPROC: limits.tasks,  # of this user namespace: other forks are not counted
        resource.RLIMIT_DATA: own_data + limits.memory_mib * MIB,
        resource.RLIMIT_FSIZE: limits.scratch_mib * MIB,
        resource.RLIMIT_NOFILE: FILES_OPEN,
        resource.RLIMIT_MEMLOCK: 64 * MIB,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in wanted.items():
        _, most = resource.getrlimit(limit)
        value = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(limit, (value, value))


def _own_kib(field: str) -> int:
    for text in Path("/proc/self/status").read_text().splitlines():
        if text.startswith(f"{field}:"):
            return int(text.split()[1])
    raise LookupError(field)
