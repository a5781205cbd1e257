"""A warm kernel is ready in a moment, and otherwise what an ordinary kernel would be."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

FIRST_OPERATION = "import tensorflow as tf; print(int(tf.reduce_sum(tf.constant([1, 2, 3]))))"


@pytest.fixture(autouse=True)
def _in_the_shared_place(shared_place):
    pass


def seconds_to_first_operation(start, name):
    began = time.monotonic()
    assert start(name).run(FIRST_OPERATION) == "6"
    return time.monotonic() - began


@pytest.mark.full  # it compares times, which other tests disturb
def test_the_first_operation_is_done_much_sooner(start):
    start("tensorflow")  # makes the template
    warm = min(seconds_to_first_operation(start, "tensorflow") for _ in range(2))
    ordinary = seconds_to_first_operation(start, "ordinary")
    assert warm < ordinary / 3  # not in seconds: tests share the machine; benchmarks/kernel_start.py tells those


def test_all_kernels_are_forks_of_one_template(start, shared_place):
    kernels = [start("tensorflow"), start("tensorflow")]
    assert {kernel.evaluate("__import__('os').getppid()") for kernel in kernels} == {shared_place.template().pid}


def test_several_start_at_once(start):
    with ThreadPoolExecutor(4) as pool:
        kernels = list(pool.map(start, ["tensorflow"] * 4))
        assert list(pool.map(lambda kernel: kernel.run(FIRST_OPERATION), kernels)) == ["6"] * 4
    assert all(kernel.is_warm for kernel in kernels)
    assert len({kernel.process.pid for kernel in kernels}) == 4


def test_a_model_trains(start):
    code = """
import keras, numpy as np
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
history = model.fit(np.zeros((8, 3)), np.zeros(8), epochs=2, verbose=0)
print(len(history.history["loss"]))
"""
    assert start("tensorflow").run(code) == "2"


FACTS = """
def facts():
    import builtins, locale, os, resource, signal, sys, warnings
    stdout, stderr = sys.__stdout__, sys.__stderr__
    return {
        "path": sys.path, "program": sys.argv[0], "options": sys.argv[3:], "flags": str(sys.flags),
        "executable": sys.executable, "cwd": os.getcwd(), "environment": dict(os.environ),
        "leads its group and session": [os.getpgrp() == os.getpid(), os.getsid(0) == os.getpid()],
        "signals": [str(signal.getsignal(number)) for number in (1, 2, 13, 14, 15, 17)],
        "limits": [resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name[:7] == "RLIMIT_"],
        "streams": [[s.encoding, s.errors, s.line_buffering] for s in (stdout, stderr)],
        "locale": locale.setlocale(locale.LC_ALL), "umask": os.umask(0),
        "main": sorted(name for name in vars(sys.modules["__main__"]) if name.endswith("__")),
        "stdin is at its end": os.read(0, 1) == b"", "backend": matplotlib.get_backend(),
    }
"""


def test_a_kernel_can_tell_no_difference_to_an_ordinary_one(start, tmp_path, monkeypatch):
    monkeypatch.setenv("SET_FOR_THIS_TEST", "1")
    found = {}
    for name in ("ordinary", "tensorflow"):
        kernel = start(name, cwd=str(tmp_path), extra_arguments=["--IPKernelApp.log_level=CRITICAL"])
        kernel.run("import matplotlib, keras" + FACTS)
        found[name] = kernel.evaluate("facts()")
    assert found["tensorflow"]["cwd"] == str(tmp_path)
    assert found["tensorflow"]["environment"]["SET_FOR_THIS_TEST"] == "1"
    assert found["tensorflow"] == found["ordinary"]


def test_output_of_the_process_goes_where_the_launcher_says(start, tmp_path):
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        options = {"stdout": out, "stderr": err.fileno(), "extra_arguments": ["--IPKernelApp.capture_fd_output=False"]}
        kernel = start("tensorflow", **options)
    assert kernel.is_warm
    kernel.run("import os; os.write(1, b'one'), os.write(2, b'two')")
    assert (tmp_path / "out").read_text().endswith("one")
    assert (tmp_path / "err").read_text().endswith("two")


def test_figures_appear_below_their_cell(start):
    kernel = start("tensorflow")
    shown = []
    kernel.client.execute_interactive(
        "import matplotlib.pyplot as plt; plt.plot([1, 2]);", output_hook=shown.append, timeout=60
    )
    assert any("image/png" in message["content"].get("data", {}) for message in shown)


@pytest.mark.parametrize(
    "draw",
    [
        "__import__('numpy').random.rand()",
        "__import__('random').random()",
        "float(__import__('tensorflow').random.uniform(()))",
        "float(__import__('keras').random.uniform(()))",
    ],
)
def test_kernels_draw_different_random_numbers(start, draw):
    assert start("tensorflow").evaluate(draw) != start("tensorflow").evaluate(draw)


def test_a_module_beside_the_notebook_is_imported_as_ever(start, tmp_path, said):
    (tmp_path / "keras.py").write_text("mine = True\n")
    kernel = start("tensorflow", cwd=str(tmp_path))
    assert kernel.evaluate("__import__('keras').mine") is True
    assert not kernel.is_warm
    assert "keras.py hides a module" in said()[0]
    (tmp_path / "keras.py").unlink()
    (tmp_path / "keras").mkdir()  # a folder of data hides nothing
    assert start("tensorflow", cwd=str(tmp_path)).is_warm


def test_a_variable_that_imports_read_has_its_effect(start, shared_place):
    lazy = {"OMP_NUM_THREADS": "1"}
    shared_place.install("numpy", ["numpy"])
    shared_place.install("numpy_one_thread", ["numpy"], env=lazy)
    counts = []
    for name in ("numpy", "numpy_one_thread"):
        kernel = start(name)
        assert kernel.is_warm
        counts.append(kernel.evaluate("[p['num_threads'] for p in __import__('threadpoolctl').threadpool_info()]"))
    assert set(counts[1]) == {1}
    assert len(shared_place.templates()) == 3  # these two, and TensorFlow's


@pytest.mark.parametrize(
    ("option", "reason"),
    [({"umask": 0o77}, "cannot honour umask"), ({"stdout": subprocess.PIPE}, "cannot make the pipe")],
)
def test_options_that_only_an_ordinary_process_can_honour(start, said, option, reason):
    kernel = start("tensorflow", **option)
    assert not kernel.is_warm
    (message,) = said()
    assert reason in message


def test_elsewhere_kernels_are_ordinary(start, said, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    kernel = start("tensorflow")
    assert not kernel.is_warm
    assert len(said()) == 1
    assert "only Linux" in said()[0]
    assert kernel.run("print(1)") == "1"
