"""What a cell finds behind the wall, as root and as an ordinary user, and that nothing of it survives the grader."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from labgrader.errors import LabgraderError
from labgrader.job import OK
from labgrader.sandbox import SandboxExecutor, seccomp
from labgrader.sandbox.wall import Wall, module_folders, python_folders

ORDINARY_USER = 64200


@pytest.fixture
def ask(sandbox, make_job, said):
    """Runs a cell inside and returns what it has printed."""

    def run(source: str) -> str:
        result = sandbox.execute(make_job(source))
        assert result.records[0].status == OK, result
        return said(result).rstrip("\n")

    return run


def test_nobody_inside_is_root_or_has_any_right(ask):
    status = ask("print(open('/proc/self/status').read())")
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert fields["Uid"].split() == ["1000"] * 4
    for capabilities in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert int(fields[capabilities], 16) == 0, capabilities
    assert fields["NoNewPrivs"] == "1"
    assert fields["Seccomp"] == "2"
    outside = next(child for child in psutil.Process().children(recursive=True) if child.name() == "bwrap")
    assert outside.uids().real != 0


def test_the_only_processes_are_the_keeper_and_the_runner(ask):
    assert ask("import os; print(sorted(int(name) for name in os.listdir('/proc') if name.isdigit()))") == "[1, 2]"


def test_no_descriptor_leads_out_but_the_channel(ask):
    listing = ask(
        "import os\nfor name in os.listdir('/proc/self/fd'):\n"
        "    try: print(os.readlink('/proc/self/fd/' + name))\n    except OSError: pass"
    )
    kinds = {line.partition(":")[0].partition("/")[0] or line for line in listing.splitlines()}
    sockets = [line for line in listing.splitlines() if line.startswith("socket:")]
    files = {line for line in listing.splitlines() if line.startswith("/")}
    assert len(sockets) <= 3, listing  # the channel, and the pair an event loop wakes itself with
    assert all(file.startswith(("/dev/null", "/tmp/", "/proc/")) for file in files), listing
    assert not kinds & {"memfd", "pipe"}, listing


def test_the_environment_is_made_up(ask):
    variables = set(ask("import os; print(*os.environ)").split())
    ours = {"PATH", "HOME", "PWD", "USER", "LANG", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "CUDA_VISIBLE_DEVICES"}
    the_kernels = {
        "MPLBACKEND",
        "IPYTHONDIR",
        "TERM",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "FORCE_COLOR",
        "PAGER",
        "GIT_PAGER",
    }
    assert variables <= ours | the_kernels
    assert ask("import os; print(os.getcwd(), os.path.expanduser('~'))") == "/scratch/work /scratch/home"


def test_the_variables_of_the_course_arrive(make_job, said):
    with SandboxExecutor(environment={"COURSE_VARIABLE": "value"}) as executor:
        assert said(executor.execute(make_job("import os; print(os.environ['COURSE_VARIABLE'])"))) == "value\n"


def test_the_file_system_can_be_written_in_scratch_folders_only(ask):
    found = ask(
        "import os\nfrom pathlib import Path\nwritable = []\n"
        "for folder, below, _ in os.walk('/'):\n"
        "    if folder.startswith('/proc') or folder.count('/') > 3: below.clear(); continue\n"
        "    try:\n        Path(folder, 'probe').touch(); Path(folder, 'probe').unlink(); writable.append(folder)\n"
        "    except OSError: pass\nprint(sorted(writable))"
    )
    writable = eval(found)
    assert all(folder == top or folder.startswith(f"{top}/") for folder in writable for top in [_top(folder)]), writable
    assert {_top(folder) for folder in writable} == {"/scratch", "/tmp", "/dev/shm"}


def _top(folder: str) -> str:
    return next((top for top in ("/scratch", "/tmp", "/dev/shm") if folder.startswith(top)), folder)


def test_of_the_host_only_the_system_and_python_are_visible(ask):
    top = set(ask("import os; print(*os.listdir('/'))").split())
    shown = {path.parts[1] for path in python_folders()}
    system = {"usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "etc", "dev", "proc", "tmp", "scratch"}
    assert top <= system | shown
    assert not set(ask("import os; print(*os.listdir('/etc'))").split()) & {"shadow", "ssh", "machine-id", "hostname"}


def test_every_process_has_a_loopback_device_and_nothing_else(ask):
    assert ask("import socket; print(socket.if_nameindex())") == "[(1, 'lo')]"
    assert (
        ask(
            "import socket\nserver = socket.create_server(('127.0.0.1', 0))\n"
            "client = socket.create_connection(server.getsockname()); print('connected')"
        )
        == "connected"
    )


@pytest.mark.parametrize(
    "call",
    [
        "os.memfd_create('x')",
        "os.unshare(0x10000000)" if hasattr(os, "unshare") else "check(libc.unshare(0x10000000))",
        "check(libc.mount(b'none', b'/scratch', b'tmpfs', 0, None))",
        "check(libc.ptrace(16, 1, 0, 0))",
        "check(libc.shmget(0, 1 << 20, 0o1777))",
        "os.chroot('/usr')",
        "os.mknod('/scratch/disk', 0o60666, os.makedev(254, 0))",
        "check(libc.clone(0, 0, 0x10000000 | 17, 0))",
        "check(libc.syscall(56 if os.uname().machine == 'x86_64' else 220, 0x10000000 | 17, 0, 0, 0, 0))",
        "socket.socket(17, socket.SOCK_RAW)",
        "socket.socket(38, socket.SOCK_SEQPACKET)",
        "socket.socket(40, socket.SOCK_STREAM)",
        "open('/proc/sys/kernel/core_pattern', 'w')",
        "open('/proc/1/mem', 'rb')",
        "os.setuid(0)",
        "os.kill(1, 9) or os.kill(3, 0)",
    ],
)
def test_system_calls_that_lead_out_are_refused(call, ask):
    prelude = (
        "import ctypes, os, socket\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "def check(result):\n    if result < 0: raise OSError(ctypes.get_errno(), 'refused')\n"
        "    raise SystemError('done')\n"
    )
    assert ask(f"{prelude}try:\n    {call}\nexcept OSError as error: print('refused')") == "refused"


def test_setuid_programs_gain_nothing(ask):
    assert "uid=0" not in ask("import subprocess; print(subprocess.run('su -c id || id', shell=True, text=True, "
                              "stdin=subprocess.DEVNULL, capture_output=True).stdout)")  # fmt: skip


def test_the_filter_knows_both_machines():
    for machine in ("x86_64", "aarch64"):
        assert len(seccomp.program(machine)) % 8 == 0
    assert not seccomp.is_supported("riscv64")


def test_a_data_folder_is_shown_and_cannot_be_written(make_job, said, tmp_path, monkeypatch):
    home = tmp_path / "home"
    data = home / "datasets"
    data.mkdir(parents=True)
    (data / "digits.csv").write_text("1,2,3")
    for path in (tmp_path, home, data):
        path.chmod(0o755)
    monkeypatch.setenv("HOME", str(home))
    with SandboxExecutor(readable=[data]) as executor:
        reads = f"import os\nfor folder in {str(data)!r}, os.path.expanduser('~/datasets'):\n"
        reads += "    print(open(folder + '/digits.csv').read())"
        writes = f"try: open({str(data / 'new')!r}, 'w')\nexcept OSError as error: print(error.strerror)"
        assert said(executor.execute(make_job(reads, writes))) == "1,2,3\n1,2,3\nRead-only file system\n"


def test_a_data_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(LabgraderError, match="nowhere"), SandboxExecutor(readable=[tmp_path / "nowhere"]):
        pass


def test_what_must_stay_hidden_is_not_shown(tmp_path):
    course = tmp_path / "course"
    (course / "submitted").mkdir(parents=True)
    with (
        pytest.raises(LabgraderError, match="submitted"),
        SandboxExecutor(readable=[course], hidden=[course / "submitted"]),
    ):
        pass


@pytest.mark.parametrize("folder", [Path.home(), Path("/tmp"), Path("/")])
def test_a_folder_that_holds_everything_is_never_shown(folder):
    with pytest.raises(LabgraderError, match="must show"):
        Wall(readable=(folder,)).shown()


def test_modules_are_those_of_the_environment_not_of_this_process(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(tmp_path))
    assert str(tmp_path) not in module_folders()


GRADER = """
import sys, time
from labgrader.job import Job
from labgrader.sandbox import {kind}
import nbformat
nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sys.argv[1:]])
with {kind}() as executor:
    print("started", flush=True)
    result = executor.execute(Job(nbformat.writes(nb), tuple(range(len(nb.cells)))))
    print([record.status for record in result.records], result.end, flush=True)
    print("".join(output.get("text", "") for record in result.records for output in record.outputs), flush=True)
"""


@pytest.mark.parametrize("kind", ["SandboxExecutor", "PlainExecutor"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_survives_a_grader_that_is_killed_amid_a_job(kind, number):
    daemon = "import os, time\nif os.fork() == 0: os.setsid(); time.sleep(99)\nprint(flush=True); time.sleep(99)"
    command = [sys.executable, "-c", GRADER.format(kind=kind), daemon]
    grader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with grader.stdout:
        assert grader.stdout.readline() == "started\n"
        time.sleep(0.7)
        below = psutil.Process(grader.pid).children(recursive=True)
        assert len(below) >= 4, below
        os.kill(grader.pid, number)
        grader.wait()
    deadline = time.monotonic() + 5
    while any(map(_is_alive, below)):
        assert time.monotonic() < deadline, below
        time.sleep(0.02)


def _is_alive(process: psutil.Process) -> bool:
    """Whether a process still runs; one that waits for its parent to notice its end does not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_an_ordinary_user_has_the_same_sandbox():
    cell = "import os; print(os.getuid(), 'CapEff:\\t0000000000000000' in open('/proc/self/status').read())"
    ended = as_ordinary_user([sys.executable, "-c", GRADER.format(kind="SandboxExecutor"), cell, "os._exit(1)", "'on'"])
    assert "['ok', 'died', 'ok'] finished" in ended.stdout, ended
    assert "1000 True\n" in ended.stdout


def test_limits_hold_for_an_ordinary_user(make_job):
    forks = (
        "import os, time\nn = 0\ntry:\n    for _ in range(400):\n"
        "        if os.fork() == 0: time.sleep(9); os._exit(0)\n        n += 1\n"
        "except OSError: pass\nprint('started', n < 300)"
    )
    memory = "try: b = b'x' * (3 << 30)\nexcept MemoryError: print('no memory')"
    ended = as_ordinary_user([sys.executable, "-c", GRADER.format(kind="SandboxExecutor"), forks, memory])
    assert "started True" in ended.stdout, ended
    assert "no memory" in ended.stdout


def as_ordinary_user(command: list[str]) -> subprocess.CompletedProcess:
    """Run a command as somebody who is not root, to whom the Python environment is laid open where it needs be."""
    if os.geteuid() == 0:
        steps = ["set -e"]
        closed = [folder for folder in python_folders() if _is_closed(folder)]
        for number, folder in enumerate(closed):
            steps += [
                f"mkdir -p /run/laid-open/{number}",
                f"mount --rbind {shlex.quote(str(folder))} /run/laid-open/{number}",
            ]
        for top in {next(parent for parent in reversed(folder.parents) if _is_private(parent)) for folder in closed}:
            steps.append(f"mount -t tmpfs -o mode=0755 tmpfs {shlex.quote(str(top))}")
        for number, folder in enumerate(closed):
            steps += [
                f"mkdir -p {shlex.quote(str(folder))}",
                f"mount --rbind /run/laid-open/{number} {shlex.quote(str(folder))}",
            ]
        user = f"--reuid={ORDINARY_USER} --regid={ORDINARY_USER} --clear-groups"
        steps.append(f"cd / && exec env HOME=/nonexistent setpriv {user} {shlex.join(command)}")
        private_run = "mount -t tmpfs tmpfs /run"
        command = [
            "unshare",
            "--mount",
            "--propagation",
            "private",
            "sh",
            "-c",
            "\n".join([steps[0], private_run, *steps[1:]]),
        ]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def _is_closed(folder: Path) -> bool:
    return any(_is_private(parent) for parent in folder.parents)


def _is_private(folder: Path) -> bool:
    return not folder.stat().st_mode & 0o001
