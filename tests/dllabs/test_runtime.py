"""`dllabs.setup`: the first cell of every lab."""

import os
import random
import sys
from importlib.metadata import version
from types import SimpleNamespace

import dllabs
import matplotlib
import numpy as np
import pytest

FIRST_CELL = """
import dllabs
dllabs.setup(seed=3)

import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.ones((4, 3)), np.ones(4), verbose=0)
print("sum", float(tf.reduce_sum(tf.ones(3))))
dllabs.setup(seed=3, deterministic=True)
try:
    tf.random.Generator.from_non_deterministic_state()
except RuntimeError:
    print("chance is refused")
"""


@pytest.fixture(scope="module")
def first_cell(python):
    """What a student sees who starts Python, sets up, trains and sets up again."""
    unset = ("TF_CPP_MIN_LOG_LEVEL", "KERAS_BACKEND")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    return python("-c", FIRST_CELL, env=environment)


def test_a_fresh_process_prints_one_line_and_nothing_on_stderr(first_cell):
    assert first_cell.stderr == ""
    line, summed, *_ = first_cell.stdout.splitlines()
    assert line.startswith(f"Python {sys.version.split()[0]} · TensorFlow {version('tensorflow')} · Keras")
    assert line.endswith(" · seed 3")
    assert summed == "sum 3.0"


def test_deterministic_operations_are_switched_on_and_told(first_cell):
    line, refused = first_cell.stdout.splitlines()[2:]
    assert line.endswith(" · deterministic operations · seed 3")
    assert refused == "chance is refused"


def draws():
    import keras
    import tensorflow as tf

    return [
        random.random(),
        np.random.random(),
        float(keras.random.uniform(())),
        float(tf.random.uniform(())),
        float(keras.layers.Dense(1)(np.ones((1, 1)))[0, 0]),
    ]


def test_the_same_seed_gives_the_same_draws_everywhere():
    dllabs.setup(seed=3)
    first = draws()
    dllabs.setup(seed=4)
    other = draws()
    dllabs.setup(seed=3)
    assert draws() == first
    assert [a != b for a, b in zip(first, other, strict=True)] == [True] * 5


def test_a_check_goes_back_to_the_seed_of_the_setup():
    dllabs.setup(seed=5)
    first = draws()
    dllabs.Check("answer", points=1)
    assert draws() == first


def test_setup_returns_the_facts_that_it_prints(capsys):
    runtime = dllabs.setup(seed=6)
    assert capsys.readouterr().out == f"{runtime}\n"
    assert runtime.seed == 6
    assert runtime.tensorflow == version("tensorflow")
    assert runtime.keras == version("keras")
    assert runtime.dtype_policy == "float32"
    assert not runtime.deterministic


def test_mixed_precision_is_set_told_and_taken_back():
    import keras

    assert "dtype policy mixed_float16" in str(dllabs.setup(mixed_precision=True))
    assert keras.config.dtype_policy().compute_dtype == "float16"
    dllabs.setup()
    assert keras.config.dtype_policy().compute_dtype == "float32"


def test_figures_get_the_labs_style():
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        dllabs.setup()
        assert matplotlib.rcParams["axes.prop_cycle"].by_key()["color"][0] == "#0072B2"
        assert not matplotlib.rcParams["axes.spines.top"]


@pytest.mark.parametrize("backend", ["jax", "torch"])
def test_another_backend_is_refused_in_one_sentence(python, backend):
    result = python("-c", "import dllabs; dllabs.setup()", env=os.environ | {"KERAS_BACKEND": backend})
    assert result.returncode != 0
    assert result.stderr.splitlines()[-1] == (
        f"RuntimeError: Keras runs on {backend} here, the labs need TensorFlow: "
        "set the environment variable KERAS_BACKEND=tensorflow and restart the kernel."
    )


def test_a_keras_that_runs_on_another_backend_already_is_refused(monkeypatch):
    keras = SimpleNamespace(backend=SimpleNamespace(backend=lambda: "torch"))
    monkeypatch.setitem(sys.modules, "keras", keras)
    with pytest.raises(RuntimeError, match="Keras runs on torch here"):
        dllabs.setup()
