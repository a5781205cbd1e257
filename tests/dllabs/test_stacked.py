"""Many seeds at once are the same networks as one at a time, and the same as plain Keras."""

import keras
import numpy as np
import pytest
from dllabs.data import Dataset
from dllabs.stacked import StackedMLP

OPTIMIZERS = {
    "momentum": lambda: keras.optimizers.SGD(momentum=0.9),
    "Adam": keras.optimizers.Adam,
    "Adagrad": keras.optimizers.Adagrad,  # its state does not start at zero
}


def random_rows(rng, rows):
    x = rng.random((rows, 6), dtype=np.float32)
    return x, x[:, :3].argmax(axis=1)


rng = np.random.default_rng(0)
DATA = Dataset(*random_rows(rng, 64), *random_rows(rng, 40), *random_rows(rng, 8))


def network(optimizer, seeds):
    return StackedMLP(DATA, optimizer, hidden=5, batch_size=16, seeds=seeds)


def weights(networks, position):
    return [variable.numpy()[position] for variable in networks.variables]


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_a_stack_trains_every_seed_as_if_it_were_alone(optimizer):
    seeds = [4, 1, 7]
    stack = network(optimizer(), seeds)
    together = stack.train(3, 0.05)
    for position, seed in enumerate(seeds):
        single = network(optimizer(), [seed])
        alone = single.train(3, 0.05)
        for value, stacked_value in zip(alone, together, strict=True):
            np.testing.assert_allclose(stacked_value[position], value[0], rtol=1e-4, atol=1e-6)
        for value, stacked_value in zip(weights(single, 0), weights(stack, position), strict=True):
            np.testing.assert_allclose(stacked_value, value, rtol=1e-4, atol=1e-6)
    assert not np.allclose(together.loss[0], together.loss[1])


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_a_network_is_the_one_that_keras_trains(optimizer):
    seed, epochs, lr = 3, 2, 0.05
    stack = network(optimizer(), [seed])
    model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(5, "relu"), keras.layers.Dense(3, "softmax")])
    w1, b1, w2, b2 = weights(stack, 0)
    model.set_weights([w1, b1[0], w2, b2[0]])
    plain = optimizer()
    plain.learning_rate = lr
    model.compile(plain, "sparse_categorical_crossentropy", metrics=["accuracy"])
    order = np.random.default_rng(seed)
    for _ in range(epochs):
        rows = order.permutation(64)
        model.fit(DATA.x_train[rows], DATA.y_train[rows], batch_size=16, shuffle=False, verbose=0)
    history = stack.train(epochs, lr)
    loss, accuracy = model.evaluate(DATA.x_val, DATA.y_val, verbose=0)
    assert history.val_loss[0, -1] == pytest.approx(loss, rel=1e-4)
    assert history.val_accuracy[0, -1] == pytest.approx(accuracy)
    for value, own in zip(model.get_weights(), weights(stack, 0), strict=True):
        np.testing.assert_allclose(own.reshape(value.shape), value, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_training_starts_again_with_weights_order_and_optimizer_state(optimizer):
    stack = network(optimizer(), [2, 2])
    first = stack.train(2, 0.05)
    stack.train(3, 0.2)
    again = stack.train(2, 0.05)
    for value, repeated in zip(first, again, strict=True):
        assert value.shape == (2, 2)
        np.testing.assert_allclose(repeated, value, rtol=1e-5)
        np.testing.assert_allclose(value[0], value[1], rtol=1e-5)


def test_the_learning_rate_is_used():
    stack = network(keras.optimizers.SGD(), [2])
    assert stack.train(2, 0.3).loss[0, -1] < stack.train(2, 1e-6).loss[0, -1]


def test_an_optimizer_serves_one_stack():
    optimizer = keras.optimizers.SGD()
    network(optimizer, [1])
    with pytest.raises(ValueError, match="give every StackedMLP a new one"):
        network(optimizer, [1])
