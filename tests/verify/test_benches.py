"""Trials in forks: each ends in time, alone, and with all it started."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from labgrader.verify.benches import Batch, Benches
from labgrader.verify.trial import Trial


@pytest.fixture(scope="module")
def benches():
    return Benches([], {"LAB_VARIABLE": "here"}, workers=1)


def run(benches, *cells, seconds=20.0, before=()):
    """The outcomes of one trial."""
    ((outcome,),) = benches.run([Batch("a lab", before, (Trial(cells, seconds),))])
    return outcome


def statuses(outcome):
    return [cell.status for cell in outcome]


def test_cells_run_one_after_the_other_and_tell_what_they_published(benches):
    outcome = run(benches, "a = 1\nprint(a)", "a + 1", "1 / 0", "a", before=("b = 1",))
    assert statuses(outcome) == ["ok", "ok", "error", "ok"]
    assert outcome[0].outputs == [{"output_type": "stream", "name": "stdout", "text": "1\n"}]
    assert outcome[1].outputs[0]["data"] == {"text/plain": "2"}


def test_a_trial_without_an_end_is_ended(benches):
    started = time.monotonic()
    assert statuses(run(benches, "a = 1", "while True: pass", "a", seconds=1.0)) == ["ok", "timeout"]
    assert time.monotonic() - started < 10


def test_a_trial_that_kills_its_process_ends_alone(benches):
    trials = tuple(Trial((source,), 20.0) for source in ("import os; os.kill(os.getpid(), 9)", "1"))
    ((first, second),) = benches.run([Batch("a lab", (), trials)])
    assert (statuses(first), statuses(second)) == (["died"], ["ok"])


def test_what_a_trial_started_ends_with_it(benches, tmp_path):
    file = tmp_path / "pid"
    source = f"import subprocess\nopen({str(file)!r}, 'w').write(str(subprocess.Popen(['sleep', '60']).pid))"
    assert statuses(run(benches, source)) == ["ok"]
    deadline = time.monotonic() + 5
    while Path(f"/proc/{file.read_text()}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    status = Path(f"/proc/{file.read_text()}/stat")
    assert not status.exists() or status.read_text().split()[2] == "Z"


def test_memory_is_limited(benches):
    assert statuses(run(benches, "block = bytearray(7 << 30)")) == ["error"]


def test_variables_reach_the_notebook_and_not_this_process(benches):
    outcome = run(benches, "import os; os.environ['LAB_VARIABLE']")
    assert outcome[0].outputs[0]["data"]["text/plain"] == "'here'"
    assert "LAB_VARIABLE" not in os.environ
