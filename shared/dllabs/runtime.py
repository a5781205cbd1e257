"""The first cell of every lab: quiet logs, seeds, devices."""

from __future__ import annotations

import logging
import os
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import version
from types import ModuleType

from dllabs.quiet import stderr_kept_out

# TensorFlow and Keras read these once, when they are imported.
_ENVIRONMENT = {"TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow"}


@dataclass(frozen=True)
class Runtime:
    """Versions, devices and settings, as `setup` found and set them.

    gpus: their names. dtype_policy: Keras' name of it, "float32" or "mixed_float16".
    """

    seed: int
    python: str
    tensorflow: str
    keras: str
    gpus: tuple[str, ...]
    dtype_policy: str
    deterministic: bool

    def __str__(self) -> str:
        device = f"{len(self.gpus)} GPU ({', '.join(self.gpus)})" if self.gpus else f"CPU with {os.cpu_count()} cores"
        extras = [f"dtype policy {self.dtype_policy}"] if self.dtype_policy != "float32" else []
        extras += ["deterministic operations"] if self.deterministic else []
        versions = [f"Python {self.python}", f"TensorFlow {self.tensorflow}", f"Keras {self.keras}"]
        return " · ".join([*versions, device, *extras, f"seed {self.seed}"])


def setup(seed: int = 0, *, mixed_precision: bool = False, deterministic: bool = False) -> Runtime:
    """Prepare the notebook: quiet logs, GPU memory growth, plot style, and all seeds.

    seed: non-negative; seeds Python, NumPy's legacy generator, TensorFlow and Keras.
    mixed_precision: compute in float16 and keep the weights in float32 (only worthwhile on recent GPUs).
    deterministic: make TensorFlow's operations reproducible bit by bit, which makes them slower.

    Prints one line, and returns the same facts as a `Runtime`.
    Raises RuntimeError if Keras uses, or is configured to use, another backend than TensorFlow.
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


def reseed() -> None:
    """Reset all seeds to the one given to `setup`, so that a test cell does not depend on what ran before it."""
    import random

    import numpy as np

    random.seed(_seed)
    np.random.seed(_seed)
    if "keras" in sys.modules:
        sys.modules["keras"].utils.set_random_seed(_seed)


_seed = 0


def _remember_seed(seed: int) -> None:
    global _seed
    _seed = seed


def _refuse_other_backends() -> None:
    keras = sys.modules.get("keras")
    backend = keras.backend.backend() if keras else os.environ["KERAS_BACKEND"]
    if backend != "tensorflow":
        raise RuntimeError(
            f"Keras runs on {backend} here, the labs need TensorFlow: "
            "set the environment variable KERAS_BACKEND=tensorflow and restart the kernel."
        )


def _apply_plot_style() -> None:
    import matplotlib as mpl

    from dllabs.style import STYLE

    mpl.rcParams.update(STYLE)


def _import_quietly() -> tuple[ModuleType, ModuleType]:
    """Keras and TensorFlow, imported without their log messages."""
    logging.getLogger("absl").setLevel(logging.ERROR)
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    with stderr_kept_out():  # the C++ core logs before any log level takes effect
        import keras
        import tensorflow as tf

    return keras, tf


def _grow_memory_on_demand(tf: ModuleType) -> tuple[str, ...]:
    """Let TensorFlow allocate GPU memory as needed; returns the names of the GPUs."""
    gpus = tf.config.list_physical_devices("GPU")
    for gpu in gpus:
        try:
            tf.config.experimental.set_memory_growth(gpu, True)
        except RuntimeError:
            # This kernel already uses the GPU, because setup has been run before: memory growth cannot be changed.
            break
    return tuple(tf.config.experimental.get_device_details(gpu).get("device_name", gpu.name) for gpu in gpus)
