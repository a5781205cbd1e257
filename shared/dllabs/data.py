"""Data sets of the labs, with a fixed split into training, validation and test rows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

import numpy as np

from dllabs.arrays import Array, FloatArray, IntArray
from dllabs.tables import TableError, column_kinds, read_claims

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DataUnavailableError",
    "Dataset",
    "TableError",
    "TestSet",
    "TestSetOpenedError",
    "column_kinds",
    "load_claims",
    "load_digits",
    "load_mnist",
    "mnist_file",
    "read_claims",
]

DATA_FOLDER_VARIABLE = "DLLABS_DATA"  # the environment variable that names the folder of mnist.npz

Inputs = TypeVar("Inputs")
Labels = TypeVar("Labels")
_MnistArrays: TypeAlias = tuple[tuple[Array, Array], tuple[Array, Array]]  # (x, y) of training and of test rows


class DataUnavailableError(Exception):
    """A data set is damaged, or is neither on this machine nor available from the network."""


class TestSetOpenedError(Exception):
    """The test set of a study was opened a second time."""


class Dataset(NamedTuple):
    """Inputs x (n, d) and integer labels y (n,), in three parts; the test rows are for the final evaluation only.

    The inputs of the image data sets are float32 pixels in [0, 1].
    """

    x_train: FloatArray
    y_train: IntArray
    x_val: FloatArray
    y_val: IntArray
    x_test: FloatArray
    y_test: IntArray


class TestSet(Generic[Inputs, Labels]):
    """Test rows that can be opened only once, for the final evaluation of a study.

    x: (n, ...) inputs, y: (n,) labels, as arrays or pandas objects.
    """

    def __init__(self, x: Inputs, y: Labels) -> None:
        self._rows = x, y
        self._opened = False

    def open(self) -> tuple[Inputs, Labels]:
        """Return (x, y) the first time; raises TestSetOpenedError after that."""
        if self._opened:
            raise TestSetOpenedError(
                "This test set has been opened before: report the first number, or restart the kernel "
                "and choose everything again before you look."
            )
        self._opened = True
        return self._rows


def load_digits() -> Dataset:
    """The 1,797 handwritten digits of 8x8 pixels in scikit-learn, x (n, 64); fixed stratified split 60/20/20."""
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    images, labels = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    x, x_test, y, y_test = train_test_split(images, labels, test_size=0.2, stratify=labels, random_state=0)
    x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=0.25, stratify=y, random_state=0)
    return Dataset(x_train, y_train, x_val, y_val, x_test, y_test)


def load_mnist() -> Dataset:
    """MNIST: 70,000 handwritten digits of 28x28 pixels, x (n, 784).

    The last 10,000 official training rows are the validation rows; the test rows are the official ones.

    Looks for `mnist.npz` in the folder named by the environment variable DLLABS_DATA, then in `keras.datasets`, which
    downloads it once. Raises DataUnavailableError if neither has it, or if the file is damaged.
    """
    arrays = _mnist_from_folder() or _mnist_from_keras()
    (x, y), (x_test, y_test) = arrays
    x, x_test = (images.reshape(len(images), -1).astype("float32") / 255 for images in (x, x_test))
    return Dataset(x[:-10_000], y[:-10_000], x[-10_000:], y[-10_000:], x_test, y_test)


def load_claims(n: int = 11_000, fraud_rate: float = 0.01, seed: int = 0) -> pd.DataFrame:
    """Simulated car-insurance claims, a frame of n rows; see `dllabs.claims.load_claims`."""
    from dllabs import claims

    return claims.load_claims(n, fraud_rate, seed)


def mnist_file() -> Path | None:
    """The file `mnist.npz` in the folder named by DLLABS_DATA, None if there is none."""
    folder = os.environ.get(DATA_FOLDER_VARIABLE)
    path = Path(folder).expanduser() / "mnist.npz" if folder else None
    return path if path and path.is_file() else None


def _mnist_from_folder() -> _MnistArrays | None:
    if (path := mnist_file()) is None:
        return None
    try:
        with np.load(path) as arrays:
            return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])
    except Exception:  # zipfile, zlib and NumPy raise different exceptions for a damaged file
        raise DataUnavailableError(
            f"{path} is damaged or not MNIST (arrays x_train, y_train, x_test, y_test): "
            f"download it again, or unset {DATA_FOLDER_VARIABLE}."
        ) from None


def _mnist_from_keras() -> _MnistArrays:
    import keras

    try:
        arrays: _MnistArrays = keras.datasets.mnist.load_data()
        return arrays
    except Exception:  # Keras raises a bare Exception when the download fails
        raise DataUnavailableError(
            f"MNIST is neither in the folder of the environment variable {DATA_FOLDER_VARIABLE} "
            f"({os.environ.get(DATA_FOLDER_VARIABLE) or 'not set'}) nor available from keras.datasets: "
            f"set {DATA_FOLDER_VARIABLE} to a folder with mnist.npz, or connect to the internet once."
        ) from None
