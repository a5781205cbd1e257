"""Studies with few rows train the networks that Keras trains one at a time."""

import keras
import numpy as np
import pytest
from dllabs.data import Dataset
from dllabs.stacked import FewRowsStudy, wrong_rows

SEEDS = [4, 1]
HIDDEN = 5
SIDE = 6
STEPS = 12


def random_images(rng, rows):
    x = rng.random((rows, SIDE**2), dtype=np.float32)
    return x, x[:, :3].argmax(axis=1)


rng = np.random.default_rng(0)
DATA = Dataset(*random_images(rng, 90), *random_images(rng, 40), *random_images(rng, 8))
CROSS_ENTROPY = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


@pytest.fixture(scope="module")
def study():
    return FewRowsStudy(DATA, SEEDS)


@pytest.fixture(scope="module")
def rows(study):
    return study.draw_rows(4, classes=range(3))


def dense_weights(study):
    return study.draw_weights(SIDE**2, HIDDEN, HIDDEN, classes=3)


def dense_twin(weights, position, l2=0.0, between=()):
    regularizer = keras.regularizers.L2(l2 / 2)
    first = keras.layers.Dense(HIDDEN, kernel_regularizer=regularizer)
    last = keras.layers.Dense(3, kernel_regularizer=regularizer)
    model = keras.Sequential([keras.Input((SIDE**2,)), first, *between, keras.layers.ReLU(), last])
    set_weights(first, last, weights, position)
    return model


def set_weights(first, last, weights, position):
    W1, b1, W2, b2 = (part[position] for part in weights)
    first.set_weights([W1.reshape(first.kernel.shape), b1[0]])
    last.set_weights([W2, b2[0]])


def fit(model, x, labels, rate=0.01, sample_weight=None, steps=STEPS):
    model.compile(keras.optimizers.Adam(rate), CROSS_ENTROPY, metrics=["accuracy"])
    model.fit(x, labels, batch_size=len(x), epochs=steps, sample_weight=sample_weight, verbose=0)


def assert_judged_alike(history, setting, position, model, x, labels):
    loss = CROSS_ENTROPY(labels, model(x)), CROSS_ENTROPY(DATA.y_val, model(DATA.x_val))
    error = [np.mean(np.argmax(model(x), 1) != y) for x, y in ((x, labels), (DATA.x_val, DATA.y_val))]
    ours = [part[setting, position, -1] for part in history]
    np.testing.assert_allclose(ours, [loss[0], error[0], loss[1], error[1]], rtol=2e-3, atol=1e-6)


def test_settings_are_those_of_keras(study, rows):
    weights, row_weights = dense_weights(study), np.linspace(0.2, 1.8, 12)
    settings = [{}, {"learning_rate": 0.03}, {"l2": 0.05}, {"rows": row_weights}]
    history, final = study.train(settings, *rows, weights, steps=STEPS, every=3)
    assert [part.shape for part in history] == [(4, 2, 4)] * 4
    assert [part.shape for part in final] == [(4, 2, 36, 5), (4, 2, 1, 5), (4, 2, 5, 3), (4, 2, 1, 3)]
    for number, (setting, position) in enumerate(zip(settings, (0, 1, 0, 1), strict=True)):
        x, labels = (part[position] for part in rows)
        model = dense_twin(weights, position, setting.get("l2", 0.0))
        fit(model, x, labels, setting.get("learning_rate", 0.01), setting.get("rows"))
        assert_judged_alike(history, number, position, model, x, labels)
    wrong = wrong_rows(final, DATA.x_val, DATA.y_val)
    np.testing.assert_allclose(wrong.mean(axis=1), history.dev_error[0, :, -1], rtol=1e-6)


def test_a_convolution_is_the_one_of_keras(study, rows):
    weights = study.draw_weights(9, 7, 2 * 2 * 7, classes=3)
    history, _ = study.train([{}], *rows, weights, steps=STEPS)
    first, last = keras.layers.Conv2D(7, 3, activation="relu"), keras.layers.Dense(3)
    shape = keras.layers.Reshape((SIDE, SIDE, 1))
    model = keras.Sequential(
        [keras.Input((SIDE**2,)), shape, first, keras.layers.MaxPool2D(), keras.layers.Flatten(), last]
    )
    set_weights(first, last, weights, 1)
    x, labels = (part[1] for part in rows)
    fit(model, x, labels, steps=10)  # `every` is 10: two steps more are not taken
    assert_judged_alike(history, 0, 1, model, x, labels)


def test_normalization_over_all_rows_is_that_of_keras(study, rows):
    weights = dense_weights(study)
    history, _ = study.train([{}], *rows, weights, steps=STEPS, every=STEPS, group=12)
    normalization = keras.layers.BatchNormalization(momentum=0.0, epsilon=1e-3, scale=False, center=False)
    model = dense_twin(weights, 0, between=[normalization])
    x, labels = (part[0] for part in rows)
    fit(model, x, labels)
    model(x, training=True)  # the moving statistics become those of the final weights
    assert_judged_alike(history, 0, 0, model, x, labels)


def test_small_groups_have_statistics_of_their_own(study, rows):
    runs = [study.train([{}], *rows, dense_weights(study), steps=STEPS, every=STEPS, group=size)[0] for size in (12, 3)]
    assert not np.allclose(runs[0].loss, runs[1].loss, rtol=1e-2)


def test_a_frozen_first_layer_stays(study, rows):
    weights = dense_weights(study)
    _, (W1, b1, W2, _) = study.train([{"first_layer": 0.0}, {}], *rows, weights, steps=STEPS)
    np.testing.assert_array_equal(W1[0], weights[0])
    np.testing.assert_array_equal(b1[0], weights[1])
    assert not np.allclose(W1[1], weights[0])
    assert not np.allclose(W2[0], weights[2])


@pytest.mark.parametrize("layer", ["drop_in", "drop_hidden"])
def test_dropout_acts_on_the_layer_of_its_name(study, rows, layer):
    settings = [{}, {layer: 1e-6}, {layer: 0.5}]
    history, _ = study.train(settings, *rows, dense_weights(study), steps=STEPS, every=STEPS)
    np.testing.assert_allclose(history.loss[1], history.loss[0], rtol=1e-3)
    assert not np.allclose(history.loss[2], history.loss[0], rtol=1e-2)


def test_dropout_makes_what_it_keeps_larger(study):
    """On equal images the best loss is the entropy of the labels; scores twice too large would be overconfident."""
    labels = np.array([0] * 8 + [1] * 2 + [2] * 2)
    shares = np.bincount(labels) / len(labels)
    weights = study.draw_weights(SIDE**2, 400, 400, classes=3)
    x = np.ones((2, len(labels), SIDE**2))
    history, _ = study.train([{"drop_hidden": 0.5}], x, labels, weights, steps=60, every=60)
    np.testing.assert_allclose(history.loss[0, :, 0], -shares @ np.log(shares), rtol=0.05)


def test_versions_take_turns(study, rows):
    x, labels = rows
    weights = dense_weights(study)
    both = np.stack([x, np.zeros_like(x)])
    one_step, _ = study.train([{}], both, labels, weights, steps=1, every=1)
    plain, _ = study.train([{}], x, labels, weights, steps=2, every=1)
    two_steps, _ = study.train([{}], both, labels, weights, steps=2, every=1)
    np.testing.assert_allclose(one_step.loss[..., 0], plain.loss[..., 0], rtol=1e-5)
    assert not np.allclose(two_steps.loss[..., 1], plain.loss[..., 1], rtol=1e-4)


def test_other_dev_rows_are_judged(study, rows):
    dev = DATA.x_val[None].repeat(2, axis=0) * np.array([1.0, 0.0])[:, None, None], DATA.y_val
    moved, _ = study.train([{}], *rows, dense_weights(study), dev=dev, steps=STEPS)
    usual, _ = study.train([{}], *rows, dense_weights(study), steps=STEPS)
    np.testing.assert_allclose(moved.dev_loss[0, 0], usual.dev_loss[0, 0], rtol=1e-5)
    assert not np.allclose(moved.dev_loss[0, 1], usual.dev_loss[0, 1], rtol=1e-2)


def test_every_seed_draws_rows_of_its_own_without_repeating_any(study):
    x, labels = study.draw_rows(4, classes=[0, 2])
    assert x.shape == (2, 8, 36)
    np.testing.assert_array_equal(labels, [[0] * 4 + [2] * 4] * 2)
    assert not np.array_equal(x[0], x[1])
    for images in x:
        assert len(np.unique(images, axis=0)) == 8
        assert all((DATA.x_train == image).all(axis=1).any() for image in images)
