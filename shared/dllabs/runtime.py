"""The first cell of every lab: quiet logs, seeds, devices."""

import logging
import os
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import version

from dllabs.quiet import stderr_kept_out

# Read by TensorFlow's C++ core when it is imported, and only then.
_ENVIRONMENT = {"TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow"}


@dataclass(frozen=True)
class Runtime:
    """What `setup` found and set."""

    seed: int
    python: str
    tensorflow: str
    keras: str
    gpus: tuple[str, ...]
    dtype_policy: str
    deterministic: bool

    def __str__(self):
        device = f"{len(self.gpus)} GPU ({', '.join(self.gpus)})" if self.gpus else f"CPU with {os.cpu_count()} cores"
        extras = [f"dtype policy {self.dtype_policy}"] if self.dtype_policy != "float32" else []
        extras += ["deterministic operations"] if self.deterministic else []
        versions = [f"Python {self.python}", f"TensorFlow {self.tensorflow}", f"Keras {self.keras}"]
        return " · ".join([*versions, device, *extras, f"seed {self.seed}"])


def setup(seed=0, *, mixed_precision=False, deterministic=False):
    """Prepare the notebook: quiet logs, GPU memory growth, plot style, and every seed.

    seed: non-negative int; seeds Python, NumPy's legacy generator, TensorFlow and Keras.
    mixed_precision: compute in float16 and keep float32 weights (worth it on recent GPUs only).
    deterministic: make TensorFlow's operations repeatable bit by bit, at a price in speed.

    Prints one line and returns the same facts as a `Runtime`.
    Raises RuntimeError when Keras runs, or is told to run, on another backend than TensorFlow.
    """
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    _refuse_other_backends()
    _apply_plot_style()
    keras, tf = _import_quietly()
    gpus = _grow_memory_on_demand(tf)
    keras.config.set_dtype_policy("mixed_float16" if mixed_precision else "float32")
    if deterministic:
        tf.config.experimental.enable_op_determinism()
    keras.utils.set_random_seed(seed)
    _remember_seed(seed)
    runtime = Runtime(
        seed=seed,
        python=platform.python_version(),
        tensorflow=version("tensorflow"),
        keras=version("keras"),
        gpus=gpus,
        dtype_policy=keras.config.dtype_policy().name,
        deterministic=deterministic,
    )
    print(runtime)
    return runtime


def reseed():
    """Set every seed again to the one `setup` was given, so that a test cell does not depend on what ran before."""
    import random

    import numpy as np

    random.seed(_seed)
    np.random.seed(_seed)
    if "keras" in sys.modules:
        sys.modules["keras"].utils.set_random_seed(_seed)


_seed = 0


def _remember_seed(seed):
    global _seed
    _seed = seed


def _refuse_other_backends():
    keras = sys.modules.get("keras")
    backend = keras.backend.backend() if keras else os.environ["KERAS_BACKEND"]
    if backend != "tensorflow":
        raise RuntimeError(
            f"Keras runs on {backend} here, the labs need TensorFlow: "
            "set the environment variable KERAS_BACKEND=tensorflow and restart the kernel."
        )


def _apply_plot_style():
    import matplotlib as mpl

    from dllabs.style import STYLE

    mpl.rcParams.update(STYLE)


def _import_quietly():
    logging.getLogger("absl").setLevel(logging.ERROR)
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    with stderr_kept_out():  # the C++ core greets before any log level is heard
        import keras
        import tensorflow as tf

    return keras, tf


def _grow_memory_on_demand(tf):
    """Let TensorFlow take GPU memory as it needs it; returns the GPUs' names."""
    gpus = tf.config.list_physical_devices("GPU")
    for gpu in gpus:
        try:
            tf.config.experimental.set_memory_growth(gpu, True)
        except RuntimeError:
            # The GPU is already in use by this kernel (setup was run a second time): growth stays as it was.
            break
    return tuple(tf.config.experimental.get_device_details(gpu).get("device_name", gpu.name) for gpu in gpus)
