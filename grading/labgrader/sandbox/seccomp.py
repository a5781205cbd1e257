"""A filter of system calls: a second line of defence after the namespaces.

It forbids what no notebook needs and what would bypass the limits: memory that no limit counts, other processes'
memory, namespaces and mounts, rarely used parts of the kernel, exotic sockets, typing into a terminal.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

from . import linux

# name: (number on x86_64, number on aarch64); None where the machine has no such call
_REFUSED = {
    # memory that the limits do not see
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "userfaultfd": (323, 282),
    "vmsplice": (278, 75),
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    # namespaces and mounts
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    # parts of the kernel with a history
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "fanotify_init": (300, 262),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "modify_ldt": (154, None),
    "uselib": (134, None),
    # the machine
    "reboot": (169, 142),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "syslog": (103, 116),
    "settimeofday": (164, 170),
    "adjtimex": (159, 171),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "iopl": (172, None),
    "ioperm": (173, None),
    "vhangup": (153, 58),
}

# machine: its column above, its number in linux/audit.h, and the calls whose arguments are looked at
_MACHINES = {
    "x86_64": (0, 0xC000003E, {"clone": 56, "clone3": 435, "socket": 41, "socketpair": 53, "ioctl": 16}),
    "aarch64": (1, 0xC00000B7, {"clone": 220, "clone3": 435, "socket": 198, "socketpair": 199, "ioctl": 29}),
}
_X32_CALLS = 0x40000000  # x86_64 kernels accept a second set of numbers from here on

_NAMESPACES = (
    linux.CLONE_NEWNS
    | linux.CLONE_NEWCGROUP
    | linux.CLONE_NEWUTS
    | linux.CLONE_NEWIPC
    | linux.CLONE_NEWUSER
    | linux.CLONE_NEWPID
    | linux.CLONE_NEWNET
)
_TERMINAL_INPUT = (0x5412, 0x541C)  # TIOCSTI, TIOCLINUX
_SOCKETS = (1, 2, 10, 16)  # unix, IPv4, IPv6, netlink: inside, the last three reach the loopback device only

# linux/bpf_common.h and linux/seccomp.h
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _FAIL, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
_CALL, _MACHINE = 0, 4  # offsets in struct seccomp_data


def is_supported(machine: str | None = None) -> bool:
    """Whether the numbers of this machine's system calls are known."""
    return (machine or platform.machine()) in _MACHINES


def program(machine: str | None = None) -> bytes:
    """The filter as the kernel reads it: instructions of struct sock_filter. Raises KeyError if unsupported."""
    column, number, calls = _MACHINES[machine or platform.machine()]
    refused = sorted({found for numbers in _REFUSED.values() if (found := numbers[column]) is not None})
    rules = [
        (_LOAD, 0, 0, _MACHINE),
        (_JUMP_EQUAL, 1, 0, number),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _CALL),
    ]
    if column == 0:
        rules += [(_JUMP_AT_LEAST, 0, 1, _X32_CALLS), _fail(errno.ENOSYS)]
    for call in refused:
        rules += [(_JUMP_EQUAL, 0, 1, call), _fail(errno.EPERM)]
    # Its flags are in memory, which a filter cannot read; the C library falls back to clone.
    rules += [(_JUMP_EQUAL, 0, 1, calls["clone3"]), _fail(errno.ENOSYS)]
    rules += _about(calls["clone"], 0, [(_JUMP_ANY_BIT, 0, 1, _NAMESPACES), _fail(errno.EPERM)])
    for request in _TERMINAL_INPUT:
        rules += _about(calls["ioctl"], 1, [(_JUMP_EQUAL, 0, 1, request), _fail(errno.EPERM)])
    for call in (calls["socket"], calls["socketpair"]):
        families = [(_JUMP_EQUAL, len(_SOCKETS) - place, 0, family) for place, family in enumerate(_SOCKETS)]
        rules += _about(call, 0, [*families, _fail(errno.EAFNOSUPPORT)])
    rules.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("<HBBI", *rule) for rule in rules)


def install() -> None:
    """Install the filter for this process and its children; it cannot be removed. Raises OSError."""
    code = ctypes.create_string_buffer(program())
    filter_program = ctypes.create_string_buffer(struct.pack("@HP", len(code) // 8, ctypes.addressof(code)))
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    linux.prctl(linux.PR_SET_SECCOMP, linux.SECCOMP_MODE_FILTER, ctypes.c_void_p(ctypes.addressof(filter_program)))


def _fail(number: int) -> tuple[int, int, int, int]:
    return (_RETURN, 0, 0, _FAIL | number)


def _about(call: int, argument: int, rules: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Rules for the low half of one argument of a call; for any other call they are skipped."""
    low_half = 16 + 8 * argument
    return [
        (_JUMP_EQUAL, 0, len(rules) + 2, call),
        (_LOAD, 0, 0, low_half),
        *rules,
        (_LOAD, 0, 0, _CALL),
    ]
