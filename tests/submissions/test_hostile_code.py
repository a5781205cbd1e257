"""Hostile cells: what they do without the sandbox, and that inside it they cost their own exercise and nothing else."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from hostile_cases import (
    CASES,
    ENDS_EARLY,
    FLOODS,
    HANGS,
    HIDES_ERROR,
    KILLS_PARENT,
    OUTLIVES,
    SAYS,
    SPOILS_RECORD,
    Case,
)
from labgrader.job import MIB, OK, Job, JobResult, Limits
from labgrader.sandbox import SandboxExecutor
from nbclient import NotebookClient

# Small, so that a test sees them reached in a moment.
LIMITS = Limits(cell_seconds=5, wall_seconds=60, memory_mib=512, tasks=64, scratch_mib=64, files=1000)
HANGING = Limits(cell_seconds=0.5, wall_seconds=60, memory_mib=512, tasks=64, scratch_mib=64, files=1000)

GENUINE = "the script has come to its end\n"  # what an unprotected script is to write as its record

PARENT_LIVES = "the parent goes on"

NAMED = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@dataclass(frozen=True)
class World:
    """What a hostile cell would like to reach: a course folder, a secret, a server, and the grader itself."""

    course: Path
    secret: Path
    counter: Path
    port: int
    abstract: str
    visits: list[str]

    def names(self) -> str:
        """A first cell that tells the hostile one where everything is: it need not guess."""
        values = {
            "COURSE": str(self.course),
            "SECRET": str(self.secret),
            "COUNTER": str(self.counter),
            "PORT": self.port,
            "ABSTRACT": self.abstract,
            "GRADER": os.getpid(),
        }
        return "\n".join(f"{name} = {value!r}" for name, value in values.items())

    def contents(self) -> dict[str, str]:
        """Every file and what is in it."""
        return {str(path): path.read_text() for path in self.course.parent.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def servers():
    """A server on the loopback device and one on an abstract socket, and who has called."""
    visits, abstract = [], f"\0labgrader-test-{os.getpid()}"
    listening = [socket.create_server(("127.0.0.1", 0)), socket.socket(socket.AF_UNIX)]
    listening[1].bind(abstract)
    listening[1].listen()

    def serve(server: socket.socket) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            visits.append(str(server.family))
            connection.close()

    for server in listening:
        threading.Thread(target=serve, args=(server,), daemon=True).start()
    yield listening[0].getsockname()[1], abstract, visits
    for server in listening:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


@pytest.fixture
def world(tmp_path: Path, servers, monkeypatch) -> World:
    port, abstract, visits = servers
    course = tmp_path / "course"
    for name in ("source/01/one.ipynb", "submitted/ben/01/one.ipynb", "gradebook.db"):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text("planted")
    secret = tmp_path / "secret"
    secret.write_text("planted")
    monkeypatch.setenv("LABGRADER_TEST_TOKEN", "planted")
    # Anybody could read and write all of it, so that nothing but the wall protects it.
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o777)
    visits.clear()
    return World(course, secret, tmp_path / "counter", port, abstract, visits)


@pytest.fixture(scope="module")
def sandbox():
    with SandboxExecutor(["numpy"]) as executor:
        yield executor


def notebook(*sources: str) -> str:
    return nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources]))


def execute(sandbox: SandboxExecutor, limits: Limits, *sources: str) -> JobResult:
    return sandbox.execute(Job(notebook(*sources), tuple(range(len(sources))), limits=limits))


def said(result: JobResult) -> str:
    """What the cells have printed; a traceback quotes the source and proves nothing."""
    outputs = [output for record in result.records for output in record.outputs]
    return "".join(output["text"] for output in outputs if output["output_type"] == "stream")


@NAMED
def test_inside_only_its_own_exercise_suffers(case: Case, sandbox, world: World):
    before, template = world.contents(), sandbox._template
    limits = HANGING if case.harm == HANGS else LIMITS
    result = execute(sandbox, limits, world.names(), "x = 1; print('before')", *case.cells, "print('after', x + 1)")

    honest = [*result.records[:2], result.records[-1]]
    assert [record.status for record in honest] == [OK] * 3, result
    assert honest[2].outputs[0]["text"] == "after 2\n"

    hostile = result.records[2:-1]
    assert tuple(record.status for record in hostile) == case.statuses, result
    assert "HARM" not in said(result)
    failed = [record for record in hostile if record.status != OK]
    assert all(record.outputs[-1]["output_type"] == "error" for record in failed), "a failure shows in the notebook"
    assert len(json.dumps([record.outputs for record in result.records])) < 2 * MIB

    assert template.job_processes() == []
    time.sleep(1.2 if case.harm == OUTLIVES else 0)
    assert world.contents() == before
    assert not world.visits

    looks_around = "import os\nprint(os.listdir('.'), os.listdir('/tmp'), os.listdir('/dev/shm'))"
    # An environment below /tmp is shown there, and nothing else is.
    environment = [sys.prefix.split("/")[2]] if sys.prefix.startswith("/tmp/") else []
    assert said(execute(sandbox, LIMITS, looks_around)) == f"[] {environment} []\n"
    assert sandbox._template is template, "the template had to be replaced"


@pytest.mark.full  # it tests the hostile files, which rarely change
@NAMED
def test_without_the_wall_it_does_harm(case: Case, world: World, tmp_path: Path):
    if case.harm == HIDES_ERROR:
        executed = NotebookClient(nbformat.reads(notebook(*case.cells), 4), allow_errors=True, timeout=60).execute()
        assert not [output for cell in executed.cells for output in cell.outputs if output.output_type == "error"]
        return
    ended = unprotected(case, world, tmp_path)
    if case.harm == SAYS:
        assert "HARM" in ended.said or "HARM" in world.counter.read_text()
    elif case.harm == HANGS:
        assert ended.status is None
    elif case.harm == OUTLIVES:
        assert "HARM" in world.counter.read_text()
    elif case.harm == KILLS_PARENT:
        assert PARENT_LIVES not in ended.said
    elif case.harm == ENDS_EARLY:
        assert ended.record == ""
    elif case.harm == SPOILS_RECORD:
        assert ended.record != GENUINE
    elif case.harm == FLOODS:
        assert len(ended.said) > MIB


@dataclass(frozen=True)
class Ended:
    """How an unprotected script came off; its status is None when it had to be stopped."""

    status: int | None
    said: str
    record: str


def unprotected(case: Case, world: World, tmp_path: Path) -> Ended:
    """Run a case as an ordinary script, with a descriptor for its record, in a process tree to throw away."""
    ways_in = Path(tmp_path, "unprotected")
    ways_in.mkdir(mode=0o777)
    script = ways_in / "script.py"
    reading, writing = os.pipe()
    display = "import IPython.display; IPython.display.display = lambda data, raw: print(data)"
    genuine = f"import os; os.write({writing}, {GENUINE.encode()!r})"
    script.write_text("\n".join(["import sys; sys.path.insert(0, '')", display, world.names(), *case.cells, genuine]))
    own_tree = ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"]
    if os.geteuid():
        own_tree += ["--user", "--map-root-user"]
    lasting = 1.5 if case.harm == OUTLIVES else 0
    stdin_that_never_answers = subprocess.PIPE
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            # Two shells first: a parent that it can harm, and a first process that it cannot. A session of its own
            # keeps it from reaching anybody else.
            [*own_tree, "sh", "-c", f'sh -c "{sys.executable} -u {script}; echo {PARENT_LIVES}"; sleep {lasting}'],
            start_new_session=True,
            cwd=ways_in,
            stdin=stdin_that_never_answers,
            stdout=said,
            stderr=subprocess.DEVNULL,
            pass_fds=[writing],
        )
        os.close(writing)
        try:
            status = process.wait(4 if case.harm == HANGS else 30)
        except subprocess.TimeoutExpired:
            status = None
        process.kill()
        process.wait()
        process.stdin.close()
        said.seek(0)
        with os.fdopen(reading) as record:
            return Ended(status, said.read().decode(errors="replace"), record.read())
