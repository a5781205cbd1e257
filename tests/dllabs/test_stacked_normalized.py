"""Networks with batch normalization side by side are those that Keras trains one at a time."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from dllabs.data import Dataset
from dllabs.stacked import NormalizedNetworks

SEEDS = [4, 1]
WIDTH = 5
RATE, MOMENTUM, STEPS, BATCH_SIZE = 0.2, 0.8, 5, 32  # 70 rows are two batches: the third epoch ends after its first


def random_rows(rng, rows):
    x = rng.random((rows, 6), dtype=np.float32)
    return x, x[:, :3].argmax(axis=1)


rng = np.random.default_rng(0)
DATA = Dataset(*random_rows(rng, 70), *random_rows(rng, 40), *random_rows(rng, 8))
CROSS_ENTROPY = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def trained(norm, seeds=SEEDS, **options):
    networks = NormalizedNetworks(norm, DATA, len(seeds), width=WIDTH, depth=2, momentum=MOMENTUM)
    options = {"rates": RATE, "steps": STEPS, "every": 1, "batch_size": BATCH_SIZE} | options
    return networks, networks.train(seeds, **options)


def keras_twin(norm, seed, scale=1.0):
    """The network of one seed after He's draws, and the generator that then gives the order of the rows."""
    normalize = lambda: [keras.layers.BatchNormalization(momentum=MOMENTUM, epsilon=1e-3)]
    before, after = (normalize if norm == place else list for place in ("before", "after"))
    rng = np.random.default_rng(seed)
    model = keras.Sequential([keras.Input((6,))])
    for width in (WIDTH, WIDTH):
        for layer in (keras.layers.Dense(width), *before(), keras.layers.ReLU(), *after()):
            model.add(layer)
    model.add(keras.layers.Dense(3))
    for layer in model.layers:
        if isinstance(layer, keras.layers.Dense):
            layer.kernel.assign(scale * rng.normal(0, np.sqrt(2 / layer.kernel.shape[0]), layer.kernel.shape))
    return model, rng


def keras_losses(model, rng, rate, steps=STEPS):
    """Validation loss of the Keras model after each step."""
    model.compile(keras.optimizers.SGD(rate), CROSS_ENTROPY, metrics=["accuracy"])
    losses = []
    for step in range(steps):
        if step % 2 == 0:
            order = rng.permutation(70)
        rows = order[step % 2 * BATCH_SIZE :][:BATCH_SIZE]
        model.train_on_batch(DATA.x_train[rows], DATA.y_train[rows])
        losses.append(model.test_on_batch(DATA.x_val, DATA.y_val)[0])
    return losses


@pytest.mark.parametrize("norm", ["none", "before", "after"])
def test_a_network_is_the_one_that_keras_trains(norm):
    rates, scales = [0.2, 0.05], [1.0, 0.3]
    _, (loss, accuracy, means, deviations) = trained(norm, rates=rates, scales=scales)
    assert loss.shape == accuracy.shape == (STEPS, len(SEEDS))
    assert means.shape == deviations.shape == (STEPS, 2, len(SEEDS), WIDTH)
    for position, seed in enumerate(SEEDS):
        model, rng = keras_twin(norm, seed, scales[position])
        np.testing.assert_allclose(loss[:, position], keras_losses(model, rng, rates[position]), rtol=2e-3)
        assert accuracy[-1, position] == pytest.approx(model.evaluate(DATA.x_val, DATA.y_val, verbose=0)[1])


def entering(model, x):
    """What enters each ReLU of a Keras twin, in inference mode, a list of (n, units)."""
    parts = []
    for layer in model.layers:
        if isinstance(layer, keras.layers.ReLU):
            parts.append(np.asarray(x))
        x = layer(x, training=False)
    return parts


def test_judge_reports_what_enters_each_relu():
    _, (_, _, means, deviations) = trained("before")
    model, rng = keras_twin("before", SEEDS[1])
    keras_losses(model, rng, RATE)
    for layer, values in enumerate(entering(model, DATA.x_val)):
        np.testing.assert_allclose(means[-1, layer, 1], values.mean(axis=0), atol=2e-3)
        np.testing.assert_allclose(deviations[-1, layer, 1], values.std(axis=0), atol=2e-3)


def test_the_turn_is_the_angle_between_gradients_and_moves_nothing():
    networks, _ = trained("before")
    x, y = DATA.x_train[:20], DATA.y_train[:20]
    before = [variable.numpy() for variable in networks.trained]
    lengths, turn = networks.gradient_lengths(x, y), networks.turn_after(x, y, tf.constant(0.5))
    model, rng = keras_twin("before", SEEDS[1])
    keras_losses(model, rng, RATE)

    def gradient():
        with tf.GradientTape() as tape:
            loss = CROSS_ENTROPY(y, model(x, training=True))
        return tape.gradient(loss, [variable.value for variable in model.trainable_variables])

    here = gradient()
    length = np.sqrt(sum(np.sum(part**2) for part in here))
    for variable, slope in zip(model.trainable_variables, here, strict=True):
        variable.assign_sub(0.5 / length * slope)
    one, other = (np.concatenate([np.ravel(part) for part in parts]) for parts in (here, gradient()))
    assert float(lengths[1]) == pytest.approx(length, rel=5e-3)
    assert float(turn[1]) == pytest.approx(one @ other / np.linalg.norm(one) / np.linalg.norm(other), abs=5e-3)
    for value, variable in zip(before, networks.trained, strict=True):
        np.testing.assert_allclose(variable.numpy(), value, atol=1e-6)


def test_equal_seeds_make_equal_networks_and_shaking_makes_them_differ():
    _, (loss, *_) = trained("before", seeds=[4, 4])
    np.testing.assert_allclose(loss[:, 0], loss[:, 1], rtol=1e-5)
    _, (shaken, *_) = trained("shaken", seeds=[4, 4])
    assert not np.allclose(shaken[:, 0], shaken[:, 1], rtol=1e-3)
