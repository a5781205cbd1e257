"""Whether this machine can grade, checked before the term begins."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sqlite3
import sys
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbgrader.dbutil import ALEMBIC_DIR
from nbgrader.exchange.default.exchange import Exchange
from rich.table import Table
from rich.text import Text
from sqlalchemy.engine import make_url

from .course import Course
from .engine.converter import Converter
from .engine.limits import limits_of
from .errors import LabgraderError, in_a_line
from .kernels.kernelspec import PROVISIONER, modules_of
from .nbgrader_session import NbgraderSession
from .sandbox import refusal

GIB = 2**30
DISK_GIB = 2.0  # executed notebooks and feedback pages of a class, five gradebooks
TEMPLATE_MIB = 1024  # a warm process with TensorFlow, before it forks


@dataclass(frozen=True)
class Finding:
    """A topic that was checked, the result, and how to fix a problem (nothing to fix if `ok`)."""

    topic: str
    found: str
    ok: bool = True
    advice: str = ""


def examine(course: Course) -> Iterator[Finding]:
    """Check the prerequisites for grading a course; changes nothing."""
    yield _sandbox()
    yield _versions(course)
    yield _kernel()
    try:
        session = NbgraderSession(course)
    except LabgraderError as error:
        yield Finding("configuration", "cannot be read", ok=False, advice=str(error))
        return
    configuration = _configuration(session)
    yield configuration
    yield _labs(course)
    if configuration.ok:
        yield _memory(session)
    yield _disk(course)
    yield _gradebook(session)
    yield _backup(session)
    yield _exchange(session)


def table_of(findings: Iterable[Finding]) -> Table:
    """A table with one row per finding."""
    table = Table("", "what", "found", title="This grading machine", title_justify="left")
    for finding in findings:
        cells = Text(finding.topic), Text(finding.found, overflow="fold")
        table.add_row("✓" if finding.ok else "✗", *cells, style=None if finding.ok else "red")
    return table


def _sandbox() -> Finding:
    if reason := refusal():
        return Finding("sandbox", "none", ok=False, advice=f"No sandbox can be had here: {reason}.")
    return Finding("sandbox", "bubblewrap, tried")


def _versions(course: Course) -> Finding:
    """Installed packages compared with the lock file, which may lock several versions of one for several Pythons."""
    python = ".".join(map(str, sys.version_info[:3]))
    lock = course.root / "uv.lock"
    if not lock.is_file():
        return Finding("versions", f"Python {python}; the course has no uv.lock to compare with")
    locked: dict[str, set[str]] = {}
    for package in tomllib.loads(lock.read_text(encoding="utf-8")).get("package", []):
        locked.setdefault(_normal(package["name"]), set()).add(package.get("version", ""))
    installed: dict[str, str] = {}
    for one in distributions():  # the first on the path counts: setuptools contains copies of some
        installed.setdefault(_normal(one.name), one.version)
    differing = sorted(
        f"{name} {version} instead of {' or '.join(sorted(locked[name]))}"
        for name, version in installed.items()
        if name in locked and version not in locked[name] and "" not in locked[name]
    )
    if differing:
        return Finding(
            "versions",
            f"{len(differing)} packages differ from uv.lock",
            ok=False,
            advice=f"Install the locked versions with `uv sync --locked`: {', '.join(differing[:5])}"
            + (f" and {len(differing) - 5} more." if len(differing) > 5 else "."),
        )
    return Finding("versions", f"Python {python}, {len(installed.keys() & locked.keys())} packages as in uv.lock")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _kernel() -> Finding:
    advice = "Install the kernel with `labgrader install-kernel MODULE…` (`make environment` does it)."
    try:
        spec = KernelSpecManager().get_kernel_spec("python3")
    except NoSuchKernel:
        return Finding("kernel", "there is no python3", ok=False, advice=advice)
    if spec.metadata.get("kernel_provisioner", {}).get("provisioner_name") != PROVISIONER:
        if sys.platform != "linux":
            return Finding("kernel", "python3, without warm starts, which only Linux has")
        return Finding("kernel", "python3 starts cold, which costs seconds a submission", ok=False, advice=advice)
    modules = modules_of(spec)
    missing = [name for name in modules if importlib.util.find_spec(name.partition(".")[0]) is None]
    if missing:
        return Finding("kernel", f"{', '.join(missing)} cannot be imported", ok=False, advice=advice)
    return Finding("kernel", f"warm, with {', '.join(modules) or 'no modules'}")


def _configuration(session: NbgraderSession) -> Finding:
    try:
        converter = Converter(session)
        limits = limits_of(converter)
    except Exception as error:  # nbgrader fails in many ways on an invalid configuration
        advice = f"Fix {session.course.config_file}: {in_a_line(error)}"
        return Finding("configuration", "cannot be used", ok=False, advice=advice)
    name = session.directory().course_id
    if not name:
        return Finding(
            "configuration",
            "the course has no name",
            ok=False,
            advice="Set c.CourseDirectory.course_id in nbgrader_config.py.",
        )
    return Finding("configuration", f"course {name}, {limits.cell_seconds:g} s a cell")


def _labs(course: Course) -> Finding:
    try:
        labs = course.gradable_labs()
    except LabgraderError as error:
        return Finding("labs", "none", ok=False, advice=str(error))
    unreleased = [lab for lab in labs if not any((course.release / lab).glob("*.ipynb"))]
    if unreleased:
        return Finding("labs", f"{', '.join(unreleased)} not released", ok=False, advice="Run `labgrader build`.")
    return Finding("labs", f"{len(labs)} with source and release")


def _memory(session: NbgraderSession) -> Finding:
    """Free memory compared with the limit of a submission."""
    available = _available_mib()
    if available is None:
        return Finding("memory", "not known on this system")
    limit = limits_of(Converter(session)).memory_mib
    fitting = int((available - TEMPLATE_MIB) // limit)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    found = f"{available / 1024:.1f} GiB free, {limit} MiB a submission"
    if fitting < 1:
        advice = f"Free {(TEMPLATE_MIB + limit) / 1024:.1f} GiB of memory, or lower c.Limits.memory_mib."
        return Finding("memory", found, ok=False, advice=advice)
    if fitting < cores:
        return Finding("memory", f"{found}: enough for {fitting} of {cores} at once if all use it up")
    return Finding("memory", f"{found}: enough for {cores} at once")


def _available_mib() -> float | None:
    try:
        text = Path("/proc/meminfo").read_text(encoding="ascii")
    except OSError:
        return None
    match = re.search(r"^MemAvailable:\s+(\d+) kB", text, re.MULTILINE)
    return int(match[1]) / 1024 if match else None


def _disk(course: Course) -> Finding:
    free = shutil.disk_usage(course.root).free / GIB
    if free < DISK_GIB:
        advice = f"Free {DISK_GIB:g} GiB where {course.root} lies."
        return Finding("disk", f"{free:.1f} GiB free", ok=False, advice=advice)
    if not os.access(course.root, os.W_OK):
        return Finding("disk", "not writable", ok=False, advice=f"Let the account that grades write to {course.root}.")
    return Finding("disk", f"{free:.0f} GiB free")


def _gradebook(session: NbgraderSession) -> Finding:
    path = gradebook_file(session)
    if path is None:
        return Finding("gradebook", "on a database server, not looked at")
    if not path.exists():
        return Finding("gradebook", "none yet; grading makes it")
    try:
        revision, sound, students = _look_into(path)
    except (sqlite3.Error, OSError) as error:
        revision, sound, students = "", str(error), 0
    if sound != "ok":
        advice = f"Put back a copy from {session.course.private / 'backups'} for {path} ({sound})."
        return Finding("gradebook", "damaged", ok=False, advice=advice)
    newest = ScriptDirectory.from_config(_alembic()).get_current_head()
    if revision != newest:
        advice = "Bring it up to date with `nbgrader update --db` in the course folder; copy it before."
        return Finding("gradebook", f"its schema is {revision}, nbgrader's {newest}", ok=False, advice=advice)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        advice = f"Let the account that grades write to {path} and its folder."
        return Finding("gradebook", "not writable", ok=False, advice=advice)
    return Finding("gradebook", f"sound, {students} students")


def gradebook_file(session: NbgraderSession) -> Path | None:
    """The file of an SQLite gradebook, None for one on a server."""
    url = make_url(session.directory().db_url)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def _look_into(path: Path) -> tuple[str, str, int]:
    """Revision, result of SQLite's own check, number of students; opens the file read-only."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        (sound,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        (revision,) = database.execute("SELECT version_num FROM alembic_version").fetchone() or ("none",)
        (students,) = database.execute("SELECT count(*) FROM student").fetchone()
    return revision, sound, students


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", ALEMBIC_DIR)
    return config


def _backup(session: NbgraderSession) -> Finding:
    copies = sorted((session.course.private / "backups").glob("gradebook-*.db"))
    if not copies:
        return Finding("backup", "none yet; grading makes one each time before it writes")
    newest = copies[-1]
    try:
        _, sound, _ = _look_into(newest)
    except (sqlite3.Error, OSError) as error:
        sound = str(error)
    if sound != "ok":
        return Finding("backup", f"{newest.name} is damaged", ok=False, advice=f"Remove {newest} ({sound}).")
    return Finding("backup", f"{len(copies)}, the newest {newest.stem.removeprefix('gradebook-')[:10]}")


def _exchange(session: NbgraderSession) -> Finding:
    """nbgrader's exchange folder, where students on the same machine fetch and submit."""
    chosen = session.config.Exchange.get("root")
    root = Path(str(chosen or Exchange(config=session.config).root))
    if root.is_dir():
        if os.access(root, os.R_OK | os.W_OK | os.X_OK):
            return Finding("exchange", str(root))
        return Finding("exchange", "not writable", ok=False, advice=f"Open it for the course: chmod ugo+rwx {root}.")
    if chosen:
        return Finding("exchange", "missing", ok=False, advice=f"Make {root} and open it: chmod ugo+rwx {root}.")
    return Finding("exchange", "none: students hand in through a learning management system")
