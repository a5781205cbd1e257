"""The memory of a process tree, measured from outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

KIB_PER_MIB = 1024

# Mappings without a file that other processes may share.
_SHARED_MEMORY = ("/dev/zero", "/memfd:", "/SYSV")


def descendants(pid: int) -> list[int]:
    """Every process below a process."""
    found = []
    for child in _children(pid):
        found += [child, *descendants(child)]
    return found


def used_mib(pids: list[int]) -> int:
    """The memory these processes take together, without the files they map."""
    return sum(_kib(pid, "status", ("RssAnon:", "RssShmem:")) for pid in pids) // KIB_PER_MIB


def fair_used_mib(pids: list[int]) -> int:
    """The same, but slower and with every shared page counted once."""
    return sum(_kib(pid, "smaps_rollup", ("Pss_Anon:", "Pss_Shmem:")) for pid in pids) // KIB_PER_MIB


def shared_mib(pids: list[int]) -> int:
    """Shared memory without a file, at full size: its pages remain after a process has unmapped them."""
    sizes: dict[tuple[str, str], int] = {}
    for pid in pids:
        for line in _lines(pid, "maps"):
            area, rights, _, device, inode, *name = line.split(None, 5)
            if rights[3:4] == "s" and name and name[0].startswith(_SHARED_MEMORY):
                first, last = area.split("-")
                memory = (device, inode)
                sizes[memory] = max(sizes.get(memory, 0), int(last, 16) - int(first, 16))
    return sum(sizes.values()) >> 20


def available_mib() -> int:
    """The memory the machine has left."""
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) // KIB_PER_MIB
    raise LookupError("MemAvailable")


def _children(pid: int) -> Iterator[int]:
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return
    for thread in threads:
        try:
            yield from map(int, (thread / "children").read_text().split())
        except OSError:
            continue


def _kib(pid: int, file: str, fields: tuple[str, ...]) -> int:
    return sum(int(line.split()[1]) for line in _lines(pid, file) if line.startswith(fields))


def _lines(pid: int, file: str) -> list[str]:
    """The lines of a file about a process; none once the process has ended."""
    try:
        return Path(f"/proc/{pid}/{file}").read_text(errors="replace").splitlines()
    except OSError:
        return []
