"""Deep networks side by side are the networks that Keras builds, measures and trains one at a time."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from dllabs.data import Dataset
from dllabs.stacked import DeepNetworks

SEEDS = [4, 1]
DEPTH = 3
WIDTH = 5


def random_rows(rng, rows):
    x = rng.random((rows, 6), dtype=np.float32)
    return x, x[:, :3].argmax(axis=1)


rng = np.random.default_rng(0)
DATA = Dataset(*random_rows(rng, 70), *random_rows(rng, 40), *random_rows(rng, 8))


def draw(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))


@pytest.fixture(scope="module")
def networks():
    return DeepNetworks(DATA, SEEDS, width=WIDTH)


def keras_twin(weights, position, skip):
    """The network of one seed, written in Keras, with logits as outputs."""
    kernels, biases = weights
    layers = [keras.layers.Dense(kernel.shape[2]) for kernel in kernels]
    inputs = keras.Input((6,))
    z = layers[0](inputs)
    for layer in layers[1:-1]:
        update = layer(keras.ops.relu(z))
        z = z + update if skip else update
    model = keras.Model(inputs, layers[-1](keras.ops.relu(z)))
    for layer, kernel, bias in zip(layers, kernels, biases, strict=True):
        layer.set_weights([kernel[position], bias[position, 0]])
    return model, layers


CROSS_ENTROPY = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


@pytest.mark.parametrize("skip", [False, True], ids=["plain", "skip"])
def test_gradient_norms_are_those_of_the_keras_model(networks, skip):
    weights = networks.draw_weights(draw, DEPTH, bias=0.1)
    norms = networks.gradient_norms(weights, tf.nn.relu, skip, rows=16)
    assert norms.shape == (DEPTH + 1, len(SEEDS))
    for position in range(len(SEEDS)):
        model, layers = keras_twin(weights, position, skip)
        with tf.GradientTape() as tape:
            loss = CROSS_ENTROPY(DATA.y_train[:16], model(DATA.x_train[:16]))
        slopes = tape.gradient(loss, [layer.kernel.value for layer in layers])
        np.testing.assert_allclose(norms[:, position], [tf.norm(slope) for slope in slopes], rtol=1e-4)


@pytest.mark.parametrize("skip", [False, True], ids=["plain", "skip"])
def test_descent_is_that_of_keras(networks, skip):
    weights = networks.draw_weights(draw, DEPTH, bias=0.1)
    epochs, batch_size = 2, 32  # 70 rows: the last six of each epoch are left out
    runs = networks.train(weights, tf.nn.relu, (0.3, 0.05), epochs, skip, batch_size)
    for rate, (loss, accuracy, sums) in runs.items():
        assert loss.shape == accuracy.shape == (epochs + 1, len(SEEDS))
        assert [part.shape for part in sums] == [(len(SEEDS), 70, WIDTH)] * DEPTH
        for position, seed in enumerate(SEEDS):
            model, _ = keras_twin(weights, position, skip)
            model.compile(keras.optimizers.SGD(rate), CROSS_ENTROPY, metrics=["accuracy"])
            order, losses = np.random.default_rng(seed), []
            for epoch in range(epochs + 1):
                if epoch:
                    rows = order.permutation(70)[:64]
                    model.fit(DATA.x_train[rows], DATA.y_train[rows], batch_size, shuffle=False, verbose=0)
                losses.append(model.evaluate(DATA.x_train, DATA.y_train, verbose=0)[0])
            np.testing.assert_allclose(loss[:, position], losses, rtol=1e-3)
            assert accuracy[-1, position] == pytest.approx(model.evaluate(DATA.x_val, DATA.y_val, verbose=0)[1])


def test_losses_take_the_same_or_different_rows_for_each_network(networks):
    weights = [[tf.constant(array, tf.float32) for array in arrays] for arrays in networks.draw_weights(draw, DEPTH)]
    rows = np.array([[0, 1, 2], [3, 4, 5]])
    different = networks.losses(weights, rows, tf.nn.relu)
    for position, own in enumerate(rows):
        same = networks.losses(weights, own, tf.nn.relu)
        np.testing.assert_allclose(same[position], different[position], rtol=1e-5)


def test_every_seed_draws_its_own_weights(networks):
    kernels, biases = networks.draw_weights(draw, DEPTH, bias=-3.0)
    again, _ = networks.draw_weights(draw, DEPTH)
    assert [kernel.shape for kernel in kernels] == [(2, 6, 5), (2, 5, 5), (2, 5, 5), (2, 5, 3)]
    for kernel, same in zip(kernels, again, strict=True):
        assert not np.array_equal(kernel[0], kernel[1])
        np.testing.assert_array_equal(kernel, same)
    assert all((bias == -3.0).all() for bias in biases)
