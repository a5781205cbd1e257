"""A cell that crashes, hangs or floods costs itself: the cells before run again, those after go on."""

from __future__ import annotations

import os
import pickle
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pytest
from labgrader.errors import LabgraderError
from labgrader.job import (
    DIED,
    ERROR,
    FINISHED,
    MIB,
    NOT_RUN,
    OK,
    OUTPUT_LIMIT,
    TIME_LIMIT,
    TIMEOUT,
    Job,
    Limits,
)
from labgrader.sandbox import PlainExecutor, SandboxExecutor

EXITS = "import os; os._exit(7)"
IGNORES_INTERRUPTS = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"


def statuses(result):
    return [record.status for record in result.records]


def test_cells_share_one_namespace_and_count_up(executor, make_job):
    result = executor.execute(make_job("x = 20", "", "x + 22"))
    assert result.end == FINISHED
    assert statuses(result) == [OK, OK, OK]
    assert [record.execution_count for record in result.records] == [1, None, 2]
    assert result.records[2].outputs == [
        {"output_type": "execute_result", "data": {"text/plain": "42"}, "metadata": {}, "execution_count": 2}
    ]


def test_only_the_cells_of_the_job_run(executor, make_job):
    job = make_job("x = 1", "x = 2", "x")
    result = executor.execute(Job(job.notebook, (0, 2)))
    assert [record.index for record in result.records] == [0, 2]
    assert result.records[1].outputs[0]["data"]["text/plain"] == "1"


def test_after_a_crash_the_cells_before_run_again_without_the_one_that_crashed(executor, make_job, said):
    result = executor.execute(make_job("x = []", "x.append(1); print('once')", EXITS, "1 / 0", "x.append(2); x", "x"))
    assert statuses(result) == [OK, OK, DIED, ERROR, OK, OK]
    assert result.end == FINISHED
    assert said(result) == "once\n"
    assert [record.outputs[0]["data"]["text/plain"] for record in result.records[4:]] == ["[1, 2]", "[1, 2]"]
    assert [record.execution_count for record in result.records] == [1, 2, 3, 4, 5, 6]
    assert [record.outputs[0]["execution_count"] for record in result.records[4:]] == [5, 6]
    error = result.records[2].outputs[-1]
    assert error["output_type"] == "error"
    assert "status 7" in error["evalue"]


def test_many_crashes_leave_the_rest_alone(executor, make_job):
    result = executor.execute(make_job("x = 1", EXITS, "x += 1", EXITS, "x += 1", EXITS, "x"))
    assert statuses(result) == [OK, DIED, OK, DIED, OK, DIED, OK]
    assert result.records[-1].outputs[0]["data"]["text/plain"] == "3"


def test_a_cell_that_crashes_only_the_second_time_is_left_out(executor, make_job):
    with_a_past = f"import os, time\nif time.time() > {time.time() + 1.0}: os._exit(1)"
    result = executor.execute(make_job("x = 1", with_a_past, "time.sleep(1.5)", EXITS, "x"))
    assert statuses(result) == [OK, OK, OK, DIED, OK]


def test_a_cell_that_takes_too_long_is_interrupted_and_the_notebook_goes_on(executor, make_job):
    result = executor.execute(make_job("x = 1", "x = 2\nwhile True: pass", "x", cell_seconds=0.5))
    assert statuses(result) == [OK, TIMEOUT, OK]
    assert [output["ename"] for output in result.records[1].outputs] == ["KeyboardInterrupt", "CellTimeoutError"]
    assert result.records[2].outputs[0]["data"]["text/plain"] == "2"


def test_an_awaiting_cell_is_interrupted_too(executor, make_job):
    result = executor.execute(make_job("import asyncio; await asyncio.sleep(60)", "5", cell_seconds=0.5))
    assert statuses(result) == [TIMEOUT, OK]
    assert result.seconds < 10


def test_a_cell_that_ignores_the_interrupt_is_killed_and_the_notebook_goes_on(executor, make_job):
    result = executor.execute(make_job("x = 1", IGNORES_INTERRUPTS, "x", cell_seconds=0.5))
    assert statuses(result) == [OK, TIMEOUT, OK]
    assert result.records[1].outputs[-1]["ename"] == "CellTimeoutError"
    assert 0.5 <= result.records[1].seconds < 10


def test_when_the_time_of_the_notebook_is_up_the_rest_does_not_run(executor, make_job):
    result = executor.execute(make_job("x = 1", "while True: pass", "x", wall_seconds=1))
    assert statuses(result) == [OK, TIMEOUT, NOT_RUN]
    assert result.end == TIME_LIMIT


def test_a_flood_is_cut_and_the_rest_has_room(executor, make_job):
    flood = "for _ in range(100): print('x' * 100_000)"
    result = executor.execute(make_job("y = 1", *[flood] * 4, "print('z' * 50_000)", notebook_output_bytes=2 * MIB))
    assert statuses(result) == [OK, *[OUTPUT_LIMIT] * 4, OK]
    assert len(result.records[1].outputs[0]["text"]) <= 16 * 1024
    assert result.records[1].outputs[-1]["ename"] == "OutputLimitExceeded"
    assert len(result.records[5].outputs[0]["text"]) == 50_001


def test_many_small_displays_are_a_flood_too(executor, make_job):
    result = executor.execute(make_job("x = 1", "for i in range(200_000): display(i)", "x"))
    assert statuses(result) == [OK, OUTPUT_LIMIT, OK]
    assert result.records[1].outputs[-1]["ename"] == "OutputLimitExceeded"


@pytest.mark.parametrize("number", [9, 11, 15, 40])
def test_the_signal_that_ended_a_process_is_named(number, executor, make_job):
    result = executor.execute(make_job(f"import os; os.kill(os.getpid(), {number})"))
    assert statuses(result) == [DIED]
    assert f"signal {number} (" in result.records[0].outputs[-1]["evalue"]


def test_a_notebook_that_publishes_much_in_every_cell_reaches_its_own_limit(executor, make_job):
    result = executor.execute(make_job(*["print('x' * 900_000)"] * 4, notebook_output_bytes=2 * MIB))
    assert statuses(result) == [OK, OK, OUTPUT_LIMIT, OUTPUT_LIMIT]


def test_files_lie_beside_the_notebook_and_nothing_of_a_job_reaches_the_next(executor, make_job, said):
    files = {"data/a.csv": b"1,2", "helper.py": b"answer = 42"}
    look = "import os; print(sorted(os.listdir('.')))"
    reads = "import helper; print(helper.answer, open('data/a.csv').read()); open('left', 'w').write('x')"
    leaves = "import builtins, numpy; builtins.leaked = numpy.leaked = 1; os.environ['LEAKED'] = '1'"
    first = executor.execute(make_job(look, reads, leaves, files=files))
    assert statuses(first) == [OK, OK, OK]
    assert said(first) == "['data', 'helper.py']\n42 1,2\n"
    asks = (
        "import builtins, numpy; print(hasattr(builtins, 'leaked'), hasattr(numpy, 'leaked'), 'LEAKED' in os.environ)"
    )
    assert said(executor.execute(make_job(look, asks))) == "[]\nFalse False False\n"


def test_the_same_job_gives_the_same_result_in_another_template(executor, make_job):
    job = make_job(
        "import random, numpy as np; random.random(), np.random.rand()",
        "{'a', 'b', 'c'}, hash('x')",
        "import os; os.getpid() > 0",
    )
    first = [record.outputs for record in executor.execute(job).records]
    with type(executor)(["numpy"]) as another:
        assert [record.outputs for record in another.execute(job).records] == first


def test_executors_and_results_travel(executor, make_job):
    assert pickle.loads(pickle.dumps(executor.execute(make_job("1")))).end == FINISHED
    with pickle.loads(pickle.dumps(type(executor)(["numpy"]))) as copy:
        assert statuses(copy.execute(make_job("1"))) == [OK]


def test_executors_work_side_by_side(executor, make_job):
    job = make_job("import time; time.sleep(1); 5")
    with type(executor)() as other, ThreadPoolExecutor(2) as threads:
        started = time.monotonic()
        results = list(threads.map(lambda one: one.execute(job), [executor, other]))
        assert time.monotonic() - started < 1.9
    assert [statuses(result) for result in results] == [[OK], [OK]]


def test_modules_of_the_template_are_there_and_unknown_ones_are_left_out(make_job):
    job = make_job("import sys; assert 'colorsys' in sys.modules and 'wave' not in sys.modules")
    with PlainExecutor(["colorsys", "no_such_module_at_all"]) as executor:
        assert statuses(executor.execute(job)) == [OK]


def test_a_template_that_cannot_fork_is_replaced_by_one_that_imports_nothing(make_job, tmp_path, monkeypatch):
    # A module that starts a thread some time after its import, as TensorFlow does with its first operation.
    (tmp_path / "late_thread.py").write_text(
        "import threading, time\n"
        "late = threading.Thread(target=time.sleep, args=(9,), daemon=True)\n"
        "threading.Timer(0.3, late.start).start()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with PlainExecutor(["late_thread"]) as executor:
        time.sleep(0.6)
        assert statuses(executor.execute(make_job("import sys; assert 'late_thread' not in sys.modules"))) == [OK]
        assert executor._modules == ()


def test_a_template_that_is_gone_is_replaced(executor, make_job):
    os.kill(executor._template.pid, signal.SIGKILL)
    assert statuses(executor.execute(make_job("1"))) == [OK]


def test_a_template_that_could_not_be_replaced_is_started_for_the_next_job(make_job, monkeypatch):
    def fails(*arguments):
        raise OSError("no memory for another process")

    with PlainExecutor() as executor:
        os.kill(executor._template.pid, signal.SIGKILL)
        with monkeypatch.context() as patched:
            patched.setattr("labgrader.sandbox.executor.TemplateProcess", fails)
            assert "no memory" in executor.execute(make_job("1")).end
        assert statuses(executor.execute(make_job("1"))) == [OK]


def test_a_machine_without_memory_is_the_graders_problem(executor, make_job, monkeypatch):
    monkeypatch.setattr("labgrader.sandbox.job_process.RESERVE_MIB", 1 << 40)
    result = executor.execute(make_job("import time; time.sleep(1)"))
    assert result.grader_broke
    assert "memory" in result.end
    assert statuses(result) == [NOT_RUN]


def test_a_template_that_does_not_start_says_why(tmp_path, monkeypatch):
    (tmp_path / "breaks_at_import.py").write_text("raise ValueError('this module is broken')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(LabgraderError, match="this module is broken"), PlainExecutor(["breaks_at_import"]):
        pass


@pytest.mark.parametrize("kind", [SandboxExecutor, PlainExecutor])
def test_the_overhead_is_small(kind, make_job):
    job = make_job(*["import numpy as np; float(np.linspace(0, 1, 100).sum())"] * 20)
    with kind(["numpy"]) as executor:
        overheads = []
        for _ in range(5):
            result = executor.execute(job)
            overheads.append(result.seconds - sum(record.seconds for record in result.records))
    assert min(overheads) < 0.3


def test_indices_point_into_the_notebooks_cells(executor):
    cells = [nbformat.v4.new_markdown_cell("# Title"), nbformat.v4.new_code_cell(["a = 1\n", "a"])]
    nb = nbformat.v4.new_notebook(cells=cells)
    nb.cells[1].source = "a = 1\na"
    result = executor.execute(Job(nbformat.writes(nb), (1,), limits=Limits()))
    assert result.records[0].index == 1
    assert result.records[0].outputs[0]["data"]["text/plain"] == "1"
