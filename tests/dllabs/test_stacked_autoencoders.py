"""Autoencoders side by side are the ones that Keras builds and trains one at a time."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from dllabs.stacked import DenseStack, train_autoencoders, train_stacks

SEEDS = [4, 1]
WIDTHS = (6, 5, 2)
ROWS = np.random.default_rng(0).random((70, 6), dtype=np.float32)  # batches of 32: six rows of each epoch are left out


def keras_twin(stacks, position, last_activation="linear"):
    """The networks of one seed, one behind the other, written in Keras."""
    model = keras.Sequential([keras.Input((6,))])
    for stack in stacks:
        half = [kernel.shape[2] for kernel in stack.weights[::2]]
        model.add(
            keras.Sequential(
                [*(keras.layers.Dense(units, "relu") for units in half[:-1]), keras.layers.Dense(half[-1])]
            )
        )
    model.add(keras.layers.Activation(last_activation))
    model(ROWS)
    model.set_weights([weight for stack in stacks for weight in stack.weights_of(position)])
    return model


def test_a_stack_computes_what_keras_computes():
    stack = DenseStack(WIDTHS, SEEDS)
    got = stack(ROWS)
    assert got.shape == (2, 70, 2)
    for position in range(2):
        np.testing.assert_allclose(got[position], keras_twin([stack], position)(ROWS), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(stack(np.stack([ROWS, ROWS])), got, rtol=1e-6)


def test_training_is_that_of_keras():
    stacks = [DenseStack(WIDTHS, SEEDS), DenseStack(WIDTHS[::-1], SEEDS)]
    twins = [keras_twin(stacks, position) for position in range(2)]
    rebuild = lambda x: stacks[1](stacks[0](x))
    losses = lambda x: tf.reduce_mean((rebuild(x) - x) ** 2, axis=(1, 2))
    epochs_seen = train_stacks(
        losses, stacks, ROWS, 3, learning_rate=0.02, batch_size=32, after_epoch=lambda: rebuild(ROWS)
    )
    for position, (seed, twin) in enumerate(zip(SEEDS, twins, strict=True)):
        rate, order = keras.optimizers.schedules.CosineDecay(0.02, 3 * 2), np.random.default_rng(seed)
        twin.compile(keras.optimizers.Adam(rate), "mean_squared_error")
        for rebuilt in epochs_seen:
            rows = ROWS[order.permutation(70)[:64]]
            twin.fit(rows, rows, 32, shuffle=False, verbose=0)
            np.testing.assert_allclose(rebuilt[position], twin(ROWS), rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("activation", ["linear", "sigmoid"])
def test_autoencoders_rebuild_through_code_and_last_activation(activation):
    last = tf.sigmoid if activation == "sigmoid" else tf.identity
    encoders, decoders, rebuild = train_autoencoders(ROWS, 2, SEEDS, hidden=(5, 4), epochs=2, activation=last)
    assert encoders(ROWS).shape == (2, 70, 2)
    assert [kernel.shape[2] for kernel in decoders.weights[::2]] == [4, 5, 6]
    for position in range(2):
        twin = keras_twin([encoders, decoders], position, activation)
        np.testing.assert_allclose(rebuild(ROWS)[position], twin(ROWS), rtol=1e-4, atol=1e-5)


def test_noise_reaches_the_encoder_and_not_the_target():
    zeros = np.zeros((256, 6))
    keras.utils.set_random_seed(0)
    _, _, clean = train_autoencoders(zeros, 6, SEEDS, hidden=(), epochs=60)
    _, _, noisy = train_autoencoders(zeros, 6, SEEDS, hidden=(), epochs=60, noise=1.0)
    far = np.random.default_rng(1).normal(size=(50, 6))
    assert np.mean(noisy(far) ** 2) < 0.05  # the target of any noise is 0
    assert np.mean(clean(far) ** 2) > 0.2  # nothing but zeros was seen, so nothing was learnt about the rest
