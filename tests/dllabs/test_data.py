"""The data sets: sizes, ranges, splits that never change, and clear words when a file is missing or damaged."""

import socket
import sys
from functools import partial

import numpy as np
import pytest
from dllabs import data


def rows_with_labels(x, y):
    """The rows with their label, sorted, so that two sets of rows can be compared."""
    table = np.column_stack([x, y])
    return table[np.lexsort(table.T)]


@pytest.fixture(scope="module")
def digits():
    return data.load_digits()


def test_digits_are_split_60_20_20_in_every_class(digits):
    labels = (digits.y_train, digits.y_val, digits.y_test)
    assert [len(part) for part in labels] == [1077, 360, 360]
    counts = np.array([np.bincount(part, minlength=10) for part in labels])
    expected = np.outer([0.6, 0.2, 0.2], counts.sum(axis=0))
    assert np.abs(counts - expected).max() < 1.5


def test_every_digit_is_in_exactly_one_part(digits):
    from sklearn.datasets import load_digits

    images, labels = load_digits(return_X_y=True)
    parts = [np.concatenate(digits[start::2]) for start in (0, 1)]
    np.testing.assert_allclose(rows_with_labels(*parts), rows_with_labels(images / 16, labels))


def test_digits_come_as_float32_between_0_and_1(digits):
    for x, y in zip(digits[0::2], digits[1::2], strict=True):
        assert x.shape == (len(y), 64)
        assert x.dtype == np.float32
        assert (x.min(), x.max()) == (0, 1)
        assert np.issubdtype(y.dtype, np.integer)


def test_digits_are_always_the_same_split(digits):
    np.random.seed(5)
    for once, again in zip(digits, data.load_digits(), strict=True):
        np.testing.assert_array_equal(once, again)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder that DLLABS_DATA names."""
    monkeypatch.setenv("DLLABS_DATA", str(tmp_path))
    return tmp_path


def save_small_mnist(folder, **changes):
    """MNIST's arrays with images of 2x2 pixels; pixels and label tell the number of the row."""
    rows, test_rows = np.arange(10_007), np.arange(3)
    arrays = {
        "x_train": np.repeat(rows % 256, 4).reshape(-1, 2, 2).astype("uint8"),
        "y_train": (rows % 10).astype("uint8"),
        "x_test": np.full((3, 2, 2), 255, "uint8"),
        "y_test": test_rows.astype("uint8"),
    }
    arrays = {name: array for name, array in (arrays | changes).items() if array is not None}
    np.savez(folder / "mnist.npz", **arrays)


def test_mnist_from_the_folder_keeps_its_last_ten_thousand_rows_for_validation(folder):
    save_small_mnist(folder)
    mnist = data.load_mnist()
    assert [x.shape for x in mnist[0::2]] == [(7, 4), (10_000, 4), (3, 4)]
    assert all(x.dtype == np.float32 for x in mnist[0::2])
    np.testing.assert_array_equal(mnist.y_train, range(7))
    np.testing.assert_array_equal(mnist.y_val, np.arange(7, 10_007) % 10)
    np.testing.assert_allclose(mnist.x_val[:, 0] * 255, np.arange(7, 10_007) % 256, rtol=1e-6)
    assert (mnist.x_test == 1).all()


def test_the_folder_may_start_with_a_tilde(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DLLABS_DATA", "~")
    save_small_mnist(tmp_path)
    assert data.mnist_file() == tmp_path / "mnist.npz"


@pytest.mark.parametrize("damage", ["cut off", "flipped bytes", "empty", "another file", "arrays missing"])
def test_a_damaged_file_is_named(folder, damage):
    file = folder / "mnist.npz"
    save_small_mnist(folder)
    content = file.read_bytes()
    match damage:
        case "cut off":
            file.write_bytes(content[: len(content) // 2])
        case "flipped bytes":
            file.write_bytes(content[:5000] + bytes(byte ^ 255 for byte in content[5000:5100]) + content[5100:])
        case "empty":
            file.write_bytes(b"")
        case "another file":
            file.write_text("<html>not found</html>")
        case "arrays missing":
            save_small_mnist(folder, y_test=None)
    with pytest.raises(data.DataUnavailableError) as raised:
        data.load_mnist()
    assert str(file) in str(raised.value)
    assert "damaged" in str(raised.value)


@pytest.fixture
def offline(tmp_path, monkeypatch):
    """No network, and nothing that Keras has downloaded before."""
    import keras

    def unreachable(*arguments, **keywords):
        raise OSError("Network is unreachable")

    monkeypatch.setattr(socket, "create_connection", unreachable)
    mnist_module = sys.modules[keras.datasets.mnist.load_data.__module__]
    monkeypatch.setattr(mnist_module, "get_file", partial(keras.utils.get_file, cache_dir=tmp_path / "keras"))


@pytest.mark.usefixtures("offline")
def test_without_file_and_network_both_sources_are_named(folder):
    with pytest.raises(data.DataUnavailableError) as raised:
        data.load_mnist()
    assert f"DLLABS_DATA ({folder})" in str(raised.value)
    assert "keras.datasets" in str(raised.value)


@pytest.mark.usefixtures("offline")
def test_without_the_variable_the_error_says_so(monkeypatch):
    monkeypatch.delenv("DLLABS_DATA", raising=False)
    with pytest.raises(data.DataUnavailableError, match=r"DLLABS_DATA \(not set\)"):
        data.load_mnist()


def test_a_test_set_opens_once_and_then_says_what_to_do():
    x, y = np.arange(6.0).reshape(3, 2), np.arange(3)
    test_set = data.TestSet(x, y)
    opened_x, opened_y = test_set.open()
    np.testing.assert_array_equal(opened_x, x)
    np.testing.assert_array_equal(opened_y, y)
    for _ in range(2):
        with pytest.raises(data.TestSetOpenedError, match="report the first number"):
            test_set.open()
