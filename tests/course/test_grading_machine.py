"""`labgrader doctor`: everything grading stands on, broken one thing at a time."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from labgrader import doctor
from labgrader.kernels import kernelspec

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def a_machine_that_can(course, monkeypatch, tmp_path):
    """A sandbox, a warm kernel, memory and an exchange, whatever this machine has: each test breaks one."""
    (tmp_path / "exchange").mkdir()
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f'\nc.Exchange.root = "{tmp_path / "exchange"}"\n')
    monkeypatch.setattr(doctor, "refusal", lambda: "")
    monkeypatch.setattr(doctor, "_available_mib", lambda: 64 * 1024.0)
    kernelspec.install(["json"], {}, prefix=str(tmp_path / "prefix"))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "prefix" / "share" / "jupyter"))


@pytest.fixture
def findings(course, labgrader, monkeypatch, tmp_path):
    """What the doctor finds by topic, with the exit status and what it says must be done."""

    def look():
        monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "prefix" / "share" / "jupyter"))
        done = labgrader("doctor", "--json")
        return {one["topic"]: one for one in json.loads(done.stdout)}, done.exit_code, done.stderr

    return look


def test_a_sound_course_passes_and_nothing_is_changed(course, findings, labgrader):
    before = {path: path.stat().st_mtime_ns for path in course.root.rglob("*")}
    found, status, said = findings()
    assert (status, said) == (0, ""), found
    assert all(one["ok"] for one in found.values())
    assert found.keys() == {
        *("sandbox", "versions", "kernel", "configuration", "labs", "memory"),
        *("disk", "gradebook", "backup", "exchange"),
    }
    assert found["kernel"]["found"] == "warm, with json"
    assert found["gradebook"]["found"] == "sound, 0 students"
    assert {path: path.stat().st_mtime_ns for path in course.root.rglob("*")} == before
    table = labgrader("doctor").stdout
    assert "This grading machine" in table
    assert "✗" not in table


def test_the_versions_here_are_those_of_the_lock_file(course, findings):
    lock = course.root / "uv.lock"
    shutil.copy(REPOSITORY / "uv.lock", lock)
    assert findings()[0]["versions"]["ok"]
    lock.write_text(lock.read_text().replace('name = "typer"\nversion = "', 'name = "typer"\nversion = "9'))
    found, status, said = findings()
    assert (status, found["versions"]["found"]) == (1, "1 packages differ from uv.lock")
    assert said.startswith("Install the locked versions with `uv sync --locked`: typer ")


def no_sandbox(course, monkeypatch):
    monkeypatch.setattr(doctor, "refusal", lambda: "bubblewrap is missing: install it")


def cold_kernel(course, monkeypatch):
    for path in Path(course.root.parent, "prefix").rglob("kernel.json"):
        path.write_text(path.read_text().replace("labgrader-warm", "local-provisioner"))


def kernel_without_modules(course, monkeypatch):
    for path in Path(course.root.parent, "prefix").rglob("kernel.json"):
        path.write_text(path.read_text().replace('"json"', '"no_such_module"'))


def little_memory(course, monkeypatch):
    monkeypatch.setattr(doctor, "_available_mib", lambda: 2000.0)


def full_disk(course, monkeypatch):
    monkeypatch.setattr(doctor, "DISK_GIB", 1e9)


def broken_configuration(course, monkeypatch):
    (course.root / "nbgrader_config.py").write_text("c = get_config(\n")


def unknown_limit(course, monkeypatch):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.Limits.memory = 1\n")


def unnamed_course(course, monkeypatch):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write('\nc.CourseDirectory.course_id = ""\n')


def unreleased_lab(course, monkeypatch):
    shutil.rmtree(course.root / "release")


def damaged_gradebook(course, monkeypatch):
    book = course.root / "gradebook.db"
    content = bytearray(book.read_bytes())
    content[4096:12288] = bytes(8192)
    book.write_bytes(content)


def not_a_gradebook(course, monkeypatch):
    (course.root / "gradebook.db").write_text("This is no database, whatever its name says. " * 100)


def old_gradebook(course, monkeypatch):
    with sqlite3.connect(course.root / "gradebook.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'b6d005d67074'")


def damaged_backup(course, monkeypatch):
    folder = course.root / ".labgrader" / "backups"
    folder.mkdir(parents=True)
    (folder / "gradebook-2026-01-01-000000-000000.db").write_text("nothing of a database")


def no_exchange(course, monkeypatch):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f'\nc.Exchange.root = "{course.root / "exchange"}"\n')


BREAKS = {
    no_sandbox: ("sandbox", "bubblewrap is missing: install it"),
    cold_kernel: ("kernel", "Install the kernel with `labgrader install-kernel"),
    kernel_without_modules: ("kernel", "Install the kernel with `labgrader install-kernel"),
    little_memory: ("memory", "lower c.Limits.memory_mib"),
    full_disk: ("disk", "Free 1e+09 GiB where"),
    broken_configuration: ("configuration", "repair that file"),
    unknown_limit: ("configuration", "sets c.Limits.memory, which does not exist"),
    unnamed_course: ("configuration", "Set c.CourseDirectory.course_id"),
    unreleased_lab: ("labs", "Run `labgrader build`."),
    damaged_gradebook: ("gradebook", "Put back a copy from"),
    not_a_gradebook: ("gradebook", "Put back a copy from"),
    old_gradebook: ("gradebook", "nbgrader update"),
    damaged_backup: ("backup", "Remove"),
    no_exchange: ("exchange", "Make"),
}


@pytest.mark.parametrize("breaks", BREAKS, ids=lambda breaks: breaks.__name__)
def test_what_must_be_done_is_said_in_a_sentence(course, findings, monkeypatch, breaks):
    topic, sentence = BREAKS[breaks]
    breaks(course, monkeypatch)
    found, status, said = findings()
    assert status == 1
    assert {name for name, one in found.items() if not one["ok"]} == {topic}
    assert sentence in said
    assert said.count("\n") == 1
