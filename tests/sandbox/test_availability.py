"""Where no sandbox can be had, one sentence says what the system lacks and how to get it."""

from __future__ import annotations

import platform
import sys

import pytest
from labgrader.errors import LabgraderError
from labgrader.sandbox import SandboxExecutor, availability, require_sandbox


@pytest.fixture(autouse=True)
def asked_anew():
    availability.refusal.cache_clear()
    yield
    availability.refusal.cache_clear()


def sentence() -> str:
    """What a person reads."""
    with pytest.raises(LabgraderError) as caught:
        require_sandbox()
    message = str(caught.value)
    assert message.startswith("No sandbox can be had here: ")
    assert message.endswith("or grade with --no-sandbox if you trust every submission.")
    assert message.count(". ") == 0
    assert "\n" not in message
    return message


def test_here_one_can_be_had():
    assert availability.refusal() == ""
    require_sandbox()


@pytest.mark.parametrize(("system", "name"), [("darwin", "Darwin"), ("win32", "Windows")])
def test_other_systems_are_told_where_to_go(system, name, monkeypatch):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "system", lambda: name)
    assert f"{name} has none: grade on Linux, in WSL 2" in sentence()


def test_other_machines_are_refused(monkeypatch):
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert "riscv64" in sentence()


def test_an_old_kernel_is_named(monkeypatch):
    monkeypatch.setattr(platform, "release", lambda: "5.10.0-28-amd64")
    assert "Linux 5.10.0-28-amd64 is older than 5.14" in sentence()


def test_a_missing_program_is_named_with_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setattr(availability, "TOOLS", str(tmp_path))
    assert "apt install bubblewrap" in sentence()


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("bwrap: setting up uid map: Permission denied", "bwrap-userns-restrict"),
        ("bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted", "bwrap-userns-restrict"),
        ("bwrap: No permissions to creating new namespace, likely because the kernel", "unprivileged_userns_clone"),
        ("bwrap: Creating new namespace failed: nesting depth or user.max_user_namespaces exceeded", "max_user_names"),
        ("bwrap: Creating new namespace failed: Operation not permitted", "outside the container"),
        ("unshare: unshare failed: Operation not permitted", "outside the container"),
        ("bwrap: Can't mount proc on /newroot/proc: Operation not permitted", "/proc is masked"),
        ("PermissionError: [Errno 1] mount /proc: Operation not permitted", "/proc is masked"),
        ("bwrap: Unknown option --perms", "older than 0.8"),
        ("bwrap: execvp /home/ada/python: Permission denied", "readable for everybody"),
        ("bwrap: something new", "bwrap: something new"),
    ],
)
def test_what_bubblewrap_says_is_put_into_advice(words, advice, monkeypatch):
    broken = lambda wall, inside, environment: (["sh", "-c", f'echo "{words}" >&2; exit 1'], [])
    monkeypatch.setattr("labgrader.sandbox.availability.Wall.command", broken)
    assert advice in sentence()


def test_an_executor_refuses_to_start_without_a_sandbox(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(LabgraderError, match="No sandbox"), SandboxExecutor():
        pass
