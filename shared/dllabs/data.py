"""Data sets of the labs, split once and for all into train, validation and test."""

import os
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dllabs.tables import TableError, column_kinds, read_claims

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

DATA_FOLDER_VARIABLE = "DLLABS_DATA"


class DataUnavailableError(Exception):
    """A data set is damaged, or neither on this machine nor to be had from the network."""


class TestSetOpenedError(Exception):
    """The test set of a study was opened a second time."""


class Dataset(NamedTuple):
    """Images as rows of float32 in [0, 1], labels as integers; test rows are for the last line of a study."""

    x_train: np.ndarray
    y_train: np.ndarray
    x_val: np.ndarray
    y_val: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray


class TestSet:
    """Test rows under a seal: `open` hands them out once, for the last line of a study.

    x: (n, ...) inputs; y: (n,) labels.
    """

    def __init__(self, x, y):
        self._rows = x, y
        self._opened = False

    def open(self):
        """(x, y), the first time; raises TestSetOpenedError after that."""
        if self._opened:
            raise TestSetOpenedError(
                "This test set has been opened before: report the first number, or restart the kernel "
                "and choose everything again before you look."
            )
        self._opened = True
        return self._rows


def load_digits() -> Dataset:
    """Scikit-learn's 1,797 real 8x8 digits, stratified 60/20/20, always the same split: x (n, 64)."""
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    images, labels = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    x, x_test, y, y_test = train_test_split(images, labels, test_size=0.2, stratify=labels, random_state=0)
    x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=0.25, stratify=y, random_state=0)
    return Dataset(x_train, y_train, x_val, y_val, x_test, y_test)


def load_mnist() -> Dataset:
    """MNIST's 70,000 digits of 28x28: x (n, 784), the last 10,000 training rows as validation, the official test set.

    Looks for `mnist.npz` in the folder that DLLABS_DATA names, then asks `keras.datasets` (which downloads it once).
    Raises DataUnavailableError, naming both, when neither has it, and when the file is damaged.
    """
    arrays = _mnist_from_folder() or _mnist_from_keras()
    (x, y), (x_test, y_test) = arrays
    x, x_test = (images.reshape(len(images), -1).astype("float32") / 255 for images in (x, x_test))
    return Dataset(x[:-10_000], y[:-10_000], x[-10_000:], y[-10_000:], x_test, y_test)


def load_claims(n=11_000, fraud_rate=0.01, seed=0):
    """Simulated car-insurance claims, a pandas frame of n rows, about 1 % fraud: see `dllabs.claims.load_claims`."""
    from dllabs import claims

    return claims.load_claims(n, fraud_rate, seed)


def mnist_file() -> Path | None:
    """The MNIST file in the folder that DLLABS_DATA names, if there is one."""
    folder = os.environ.get(DATA_FOLDER_VARIABLE)
    path = Path(folder).expanduser() / "mnist.npz" if folder else None
    return path if path and path.is_file() else None


def _mnist_from_folder():
    if (path := mnist_file()) is None:
        return None
    try:
        with np.load(path) as arrays:
            return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])
    except Exception:  # zipfile, zlib and NumPy each have their own for a damaged file
        raise DataUnavailableError(
            f"{path} is damaged or not MNIST (arrays x_train, y_train, x_test, y_test): "
            f"download it again, or unset {DATA_FOLDER_VARIABLE}."
        ) from None


def _mnist_from_keras():
    import keras

    try:
        return keras.datasets.mnist.load_data()
    except Exception:  # Keras raises a bare Exception when the download fails
        raise DataUnavailableError(
            f"MNIST is neither in the folder of the environment variable {DATA_FOLDER_VARIABLE} "
            f"({os.environ.get(DATA_FOLDER_VARIABLE) or 'not set'}) nor to be had from keras.datasets: "
            f"set {DATA_FOLDER_VARIABLE} to a folder with mnist.npz, or connect to the internet once."
        ) from None
