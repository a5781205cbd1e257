# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   labgrader:
#     version: 1.0.0
# ---

# %% [markdown]
# # Lab 1 · Backpropagation
#
# A network from scratch: in this lab you write every part of a neural network in NumPy, from a single activation to the training loop, and the machine that makes it learn: **backpropagation**. Nothing is taken on trust. Every gradient you write is measured against central differences and against TensorFlow, and at the end Keras trains the same network and lands in the same place.
#
# **You will be able to**
#
# - write activations, softmax and cross-entropy so that they hold for large numbers too, and choose the output unit and the loss that fit a task;
# - derive the gradient of a network layer by layer, and check it numerically;
# - explain what automatic differentiation does, because you have written one;
# - train a network with mini-batches, and say what it needs: random weights, a non-linearity, enough data.
#
# **You need** NumPy, partial derivatives and the chain rule. **Time** about four and a half hours, best in two sittings (section 7 ends the first); the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `activations` | 5 | | 8 `autodiff_value` | 6 |
# | 2 `softmax` | 3 | | 9 `count_parameters` | 2 |
# | 3 `cross_entropy` | 2 | | 10 `train_mlp` | 6 |
# | 4 `logistic_loss_and_grads` | 4 | | 11 `quiz` | 7 |
# | 5 `numerical_gradient` | 3 | | two written answers | 7 |
# | 6 `dense_layer` | 4 | | **together** | **55** |
# | 7 `mlp_loss_and_grads` | 6 | | bonus: `deep_chains` | 2 |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers. Before you hand in, press *Validate* (or give `python -m dllabs check`): it runs a copy of your notebook from the top and says what is missing or fails. Demos between the exercises use *your* functions, so they wait until you have written them.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" draws the learning curves of section 13 on MNIST too: a few minutes
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import sys
from itertools import pairwise
from timeit import repeat

import dllabs

dllabs.setup(seed=SEED)

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from dllabs import data, needs, plots
from dllabs.stats import claim, mean_interval

digits = data.load_digits()
SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# The next cell holds a few small tools that the checks and demos share. Run it, read it if you like, and go on.


# %% nbgrader={"grade": false, "grade_id": "tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
def copies(*arrays):
    """Copies to hand out, so that a function that changes its arguments spoils one check and not all."""
    return [array.copy() for array in arrays]


def draws(*shape):
    """Normal numbers of a shape: the same ones every time."""
    return np.random.default_rng(2).normal(size=shape)


def oracle(function, *arrays):
    """TensorFlow's word on a function of float64 arrays: (value, gradient by the first array, by the second, ...)."""
    variables = [tf.Variable(array, dtype="float64") for array in arrays]
    with tf.GradientTape() as tape:
        value = function(*variables)
    return value.numpy(), *(gradient.numpy() for gradient in tape.gradient(value, variables))


def loss_of_network(X, labels):
    """The mean loss of a ReLU network as a TensorFlow function of W1, b1, W2, b2."""

    def loss(W1, b1, W2, b2):
        scores = tf.nn.relu(X @ W1 + b1) @ W2 + b2
        return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores))

    return loss


PARAMETERS = ("W1", "b1", "W2", "b2")


def random_network(n_inputs, n_hidden, n_classes):
    """Parameters of a small network, biases included: the same ones every time."""
    shapes = (n_inputs, n_hidden), (n_hidden,), (n_hidden, n_classes), (n_classes,)
    return {name: draws(*shape) for name, shape in zip(PARAMETERS, shapes, strict=True)}


def descend(loss_and_grads, params, steps, lr):
    """Plain descent from params; loss_and_grads(params) -> (loss, dict of gradients). Returns (params, losses)."""
    losses = []
    for _ in range(steps):
        loss, grads = loss_and_grads(params)
        losses.append(float(loss))
        params = {name: value - lr * np.asarray(grads[name]) for name, value in params.items()}
    return params, losses


def small_network():
    """64 inputs, 32 ReLU units and 10 classes in Keras, with weights drawn anew."""
    hidden, output = keras.layers.Dense(32, activation="relu"), keras.layers.Dense(10, activation="softmax")
    return keras.Sequential([keras.Input((64,)), hidden, output])


# %% [markdown]
# ## 1 · Why a network must bend  ·  15 min
#
# A network is a chain of simple steps. Each **layer** computes weighted sums of what it gets, $z = xW + b$, and sends them through an **activation** $a = g(z)$, element by element. Without the activation the chain would be pointless: two linear layers are one,
#
# $$(x W_1 + b_1) W_2 + b_2 = x\,(W_1 W_2) + (b_1 W_2 + b_2).$$
#
# So $g$ has to bend. Four usual choices, and the slopes that we shall need on the way back:
#
# | name | $g(z)$ | $g'(z)$ |
# |---|---|---|
# | sigmoid | $\sigma(z) = \dfrac{1}{1 + e^{-z}}$ | $\sigma(z)\,(1 - \sigma(z))$, at most ¼ |
# | tanh | $\tanh z$ | $1 - \tanh^2 z$, at most 1 |
# | ReLU | $\max(z, 0)$ | 1 for $z > 0$, 0 for $z < 0$ |
# | leaky ReLU | $z$ for $z > 0$, slope · $z$ for $z < 0$ | 1 for $z > 0$, slope for $z < 0$ |
#
# At $z = 0$ the last two have a kink; any slope between the two sides will do there.

# %% [markdown]
# ### Exercise 1 — `activations`  ·  5 points
#
# Write three activations and four slopes (tanh itself is `np.tanh`). All seven take $z$, **not** the activation $g(z)$, work element by element and return numbers, not `True` and `False`. They must also survive large numbers: at $z = \pm 1000$ an exponential may overflow to infinity, but no NaN may come out.


# %% nbgrader={"grade": false, "grade_id": "activations", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid(z):
    """1 / (1 + exp(-z)) for each element; z: float array of any shape. Returns an array of that shape."""
    ### BEGIN SOLUTION
    power = np.exp(-np.abs(z))  # of a number below 0: never overflows
    return np.where(z >= 0, 1.0, power) / (1 + power)
    ### END SOLUTION


def relu(z):
    """z where it is positive, else 0; z: float array of any shape. Returns an array of that shape."""
    ### BEGIN SOLUTION
    return np.maximum(z, 0)
    ### END SOLUTION


def leaky_relu(z, slope=0.01):
    """z where it is positive, else slope * z; z: float array of any shape; 0 <= slope < 1."""
    ### BEGIN SOLUTION
    return np.where(z > 0, z, slope * z)
    ### END SOLUTION


def sigmoid_prime(z):
    """The slope of sigmoid at z; z: float array of any shape. Returns an array of that shape."""
    ### BEGIN SOLUTION
    return sigmoid(z) * (1 - sigmoid(z))
    ### END SOLUTION


def tanh_prime(z):
    """The slope of tanh at z; z: float array of any shape. Returns an array of that shape."""
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


def relu_prime(z):
    """The slope of relu at z; z: float array of any shape. Returns an array of that shape."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, 0.0)
    ### END SOLUTION


def leaky_relu_prime(z, slope=0.01):
    """The slope of leaky_relu at z; z: float array of any shape; 0 <= slope < 1."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, slope)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_activations", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
functions = sigmoid, relu, leaky_relu, sigmoid_prime, tanh_prime, relu_prime, leaky_relu_prime
check = dllabs.Check(*functions, points=5)

thirds = np.log(3.0) * np.array([0.0, 1.0, -1.0])
with check("sigmoid is 1/2, 3/4 and 1/4 at 0, ln 3 and -ln 3"):
    check.expect(
        lambda: sigmoid(thirds.copy()),
        [0.5, 0.75, 0.25],
        mistakes={
            "the exponent has the wrong sign: exp(-z)": [0.5, 0.25, 0.75],
            "that is tanh": [0.0, 0.8, -0.8],
            "that is the slope of sigmoid": [0.25, 0.1875, 0.1875],
            "a minus for the plus: 1 + exp(-z)": [np.inf, 1.5, -0.5],
        },
    )
with check("sigmoid far out is 0 and 1, not NaN"):
    check.expect(
        lambda: sigmoid(np.array([-1000.0, 1000.0])),
        [0.0, 1.0],
        mistakes={"exp(1000) / exp(1000) is inf / inf: use exp(-z), or exp of -|z|": [0.0, np.nan]},
    )
with check("relu cuts negative numbers to 0"):
    check.expect(
        lambda: relu(np.array([-2.0, 0.0, 3.0])),
        [0.0, 0.0, 3.0],
        mistakes={
            "that is the absolute value": [2.0, 0.0, 3.0],
            "negative and positive are swapped": [-2.0, 0.0, 0.0],
            "that is the slope of relu": [0.0, 0.0, 1.0],
        },
    )
with check("leaky relu keeps a hundredth of negative numbers, or what slope says"):
    check.expect(
        lambda: (leaky_relu(np.array([-2.0, 3.0])), leaky_relu(np.array([-2.0, 3.0]), slope=0.25)),
        (np.array([-0.02, 3.0]), np.array([-0.5, 3.0])),
        names=("slope 0.01", "slope 0.25"),
        mistakes={
            "that is relu: negative numbers keep slope * z": (np.array([0.0, 3.0]), np.array([0.0, 3.0])),
            "slope is ignored": (np.array([-0.02, 3.0]), np.array([-0.02, 3.0])),
            "slope stands alone: multiply it by z": (np.array([0.01, 3.0]), np.array([0.25, 3.0])),
            "negative numbers came out positive": (np.array([0.02, 3.0]), np.array([0.5, 3.0])),
            "that is the slope of leaky relu": (np.array([0.01, 1.0]), np.array([0.25, 1.0])),
        },
    )
with check("sigmoid' is 1/4, 3/16 and 3/16 at 0, ln 3 and -ln 3"):
    check.expect(
        lambda: sigmoid_prime(thirds.copy()),
        [0.25, 0.1875, 0.1875],
        mistakes={
            "z (1 - z) expects the activation: here z comes in, so take sigmoid(z) first": thirds * (1 - thirds),
            "that is sigmoid itself": [0.5, 0.75, 0.25],
            "a plus for the minus: sigmoid(z) * (1 - sigmoid(z))": [0.75, 21 / 16, 5 / 16],
            "that is the slope of tanh": 1 - np.tanh(thirds) ** 2,
        },
    )
with check("tanh' is 1 at 0 and 3/4 at half of ln 3"):
    check.expect(
        lambda: tanh_prime(thirds / 2),
        [1.0, 0.75, 0.75],
        mistakes={
            "1 - z**2 expects the activation: here z comes in, so take tanh(z) first": 1 - (thirds / 2) ** 2,
            "the square is missing: 1 - tanh(z)**2": [1.0, 0.5, 1.5],
            "that is tanh itself": [0.0, 0.5, -0.5],
        },
    )
with check("relu' and leaky relu' are 1 on the right and 0 or slope on the left"):
    sides = np.array([-2.0, 3.0])
    check.expect(
        lambda: relu_prime(sides.copy()),
        [0.0, 1.0],
        mistakes={
            "the slope is 1 for negative z too: where relu is flat its slope is 0": [1.0, 1.0],
            "the two sides are swapped": [1.0, 0.0],
            "that is relu itself": [0.0, 3.0],
            "that is the sign": [-1.0, 1.0],
            "true and false are no numbers: append .astype(float)": np.array([False, True]),
        },
    )
    check.expect(
        lambda: leaky_relu_prime(sides.copy(), slope=0.25),
        [0.25, 1.0],
        mistakes={
            "that is relu': on the left the slope is `slope`": [0.0, 1.0],
            "slope is ignored": [0.01, 1.0],
            "the slope on the left has no minus": [-0.25, 1.0],
            "the slope is 1 for negative z too": [1.0, 1.0],
            "that is leaky relu itself": [-0.5, 3.0],
        },
    )
with check("the inputs are left alone"):
    check.unchanged(lambda z: [function(z) for function in functions], draws(4))
### BEGIN HIDDEN TESTS
grid = 3 * draws(4, 5)
with check("a table of numbers: the activations equal Keras'"):
    tensor = keras.ops.convert_to_tensor(grid, dtype="float64")
    in_keras = keras.activations.sigmoid, keras.activations.relu, lambda z: keras.activations.leaky_relu(z, 0.3)
    check.expect(
        lambda: (sigmoid(grid.copy()), relu(grid.copy()), leaky_relu(grid.copy(), 0.3)),
        tuple(function(tensor).numpy() for function in in_keras),
        names=("sigmoid", "relu", "leaky_relu"),
    )
with check("a table of numbers: the slopes equal central differences"):
    measured_slope = lambda function: (function(grid + 1e-5) - function(grid - 1e-5)) / 2e-5
    in_numpy = (
        lambda z: 1 / (1 + np.exp(-z)),
        np.tanh,
        lambda z: (np.abs(z) + z) / 2,
        lambda z: 0.7 * z + 0.3 * np.abs(z),
    )
    check.expect(
        lambda: (
            sigmoid_prime(grid.copy()),
            tanh_prime(grid.copy()),
            relu_prime(grid.copy()),
            leaky_relu_prime(grid.copy(), 0.4),
        ),
        tuple(map(measured_slope, in_numpy)),
        rtol=1e-6,
        names=("sigmoid_prime", "tanh_prime", "relu_prime", "leaky_relu_prime"),
    )
with check("far out the slopes are finite: 0 for sigmoid and tanh"):
    far = np.array([-1000.0, 1000.0])
    check.expect(lambda: (sigmoid_prime(far.copy()), tanh_prime(far.copy())), (np.zeros(2), np.zeros(2)), atol=1e-12)
with check("leaky relu' has a slope of 0.01 unless told otherwise"):
    check.expect(lambda: leaky_relu_prime(np.array([-1000.0, -1e-3, 0.5])), [0.01, 0.01, 1.0])
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Which of the four activations can pass a slope back undiminished through many layers? Which one can stop it altogether?

# %% tags=["demo"]
with needs(sigmoid, relu, leaky_relu, sigmoid_prime, tanh_prime, relu_prime, leaky_relu_prime):
    z = np.linspace(-4, 4, 401)
    family = {
        "sigmoid": (sigmoid, sigmoid_prime),
        "tanh": (np.tanh, tanh_prime),
        "ReLU": (relu, relu_prime),
        "leaky ReLU, slope 0.1": (lambda z: leaky_relu(z, 0.1), lambda z: leaky_relu_prime(z, 0.1)),
    }
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
    for name, (activation, slope) in family.items():
        left.plot(z, activation(z), label=name)
        right.plot(z, slope(z), label=name)
    left.set(xlabel="z", ylabel="activation $g(z)$", ylim=(-1.2, 3))
    right.set(xlabel="z", ylabel="slope $g'(z)$")
    left.legend(fontsize=8)
    plots.show(
        figure,
        "Left: sigmoid and tanh level off on both sides, ReLU and leaky ReLU grow on the right. Right: the slope of "
        "sigmoid never exceeds a quarter, that of tanh reaches 1 only at 0, those of the ReLUs jump to 1 at 0.",
    )

# %% [markdown]
# **Explain.** Sigmoid and tanh *saturate*: far out they are flat, and a slope that passes through is multiplied by almost nothing. Even at its best, sigmoid lets a quarter through; ten such layers leave $0.25^{10} \approx 10^{-6}$ (Lab 4 is about that). ReLU passes the slope whole or not at all: a unit that is negative for *every* row learns nothing any more ("dying ReLU"), and the leaky form keeps a small slope for that case.
#
# And the claim that linear layers collapse? Two of them, 64 to 32 to 10, against the single one on the right-hand side of the formula; then with the bend:

# %% tags=["demo", "nbval-check-output"]
with needs(relu):
    network = random_network(64, 32, 10)
    W1, b1, W2, b2 = network.values()
    one_layer = digits.x_test @ (W1 @ W2) + (b1 @ W2 + b2)
    linear = (digits.x_test @ W1 + b1) @ W2 + b2
    bent = relu(digits.x_test @ W1 + b1) @ W2 + b2
    print("two linear layers equal one:", np.allclose(linear, one_layer))
    print("with ReLU between they do:  ", np.allclose(bent, one_layer))

# %% [markdown]
# ## 2 · From scores to probabilities: softmax  ·  12 min
#
# The last layer gives each class a **score** (logit), any real number. To read scores as probabilities, make them positive and divide by their sum:
#
# $$p_j = \frac{e^{z_j}}{\sum_{l} e^{z_l}}$$
#
# The exponent is positive: the higher the score, the more probable the class. Adding a constant to all scores of a row changes nothing, because it cancels. That saves us from overflow ($e^{1000}$ is infinite): subtract each row's own largest score first.

# %% [markdown]
# ### Exercise 2 — `softmax`  ·  3 points
#
# One row of `z` for each example, one column for each class.


# %% nbgrader={"grade": false, "grade_id": "softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(z):
    """Probabilities from scores, row by row.

    z: (n, k) scores of any size. Returns (n, k), rows sum to 1.
    """
    ### BEGIN SOLUTION
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_softmax", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(softmax, points=3)

powers = np.array([[1.0, 2.0, 5.0], [1.0, 1.0, 2.0]])
with check("two rows of scores become two rows of probabilities"):
    check.expect(
        lambda: softmax(np.log(powers)),
        np.array([[0.125, 0.25, 0.625], [0.25, 0.25, 0.5]]),
        mistakes={
            "the exponent is negative: a higher score must mean a higher probability": (
                1 / powers / np.sum(1 / powers, axis=1, keepdims=True)
            ),
            "the sum runs down the columns: normalise each row, axis=1": powers / powers.sum(axis=0),
            "one sum for the whole table: normalise each row, axis=1 with keepdims=True": powers / powers.sum(),
            "not divided by the sum of the row": powers,
            "divided by the largest power: divide by the sum of the row": powers / powers.max(axis=1, keepdims=True),
            "the exponential is missing": np.log(powers) / np.log(powers).sum(axis=1, keepdims=True),
            "that is sigmoid of each score": powers / (1 + powers),
            "the maximum runs down the columns: subtract each row's largest score, axis=1": (
                powers / powers.max(axis=0) / np.sum(powers / powers.max(axis=0), axis=1, keepdims=True)
            ),
            "that is the logarithm of softmax": np.log(powers / powers.sum(axis=1, keepdims=True)),
        },
    )
with check("no NaN for large scores, nor for rows that lie far apart"):
    check.expect(
        lambda: softmax(np.array([[1000.0, 1000.0], [-1000.0, -1000.0]])),
        np.full((2, 2), 0.5),
        mistakes={
            "exp overflows: subtract each row's largest score first": np.full((2, 2), np.nan),
            "one maximum for all rows: subtract each row's own, with keepdims=True": np.array(
                [[0.5, 0.5], [np.nan, np.nan]]
            ),
            "one maximum for all rows, and something tiny in the sum to hide it": np.array([[0.5, 0.5], [0.0, 0.0]]),
        },
    )
with check("the input is left alone"):
    check.unchanged(softmax, draws(3, 4))
### BEGIN HIDDEN TESTS
with check("other tables equal Keras' softmax"):
    for shape in ((5, 7), (4, 4), (1, 3), (6, 1)):
        scores = 3 * draws(*shape)
        tensor = keras.ops.convert_to_tensor(scores, dtype="float64")
        check.expect(lambda scores=scores: softmax(scores.copy()), keras.ops.softmax(tensor, axis=1).numpy(), rtol=1e-6)
with check("adding a constant to a row changes nothing"):
    scores = draws(4, 3)
    want = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    check.expect(lambda: softmax(scores + np.array([[0.0], [700.0], [-800.0], [9000.0]])), want, rtol=1e-6)
with check("scores far apart inside a row"):
    check.expect(lambda: softmax(np.array([[0.0, -2000.0, 0.0], [3000.0, 0.0, 0.0]])), [[0.5, 0, 0.5], [1, 0, 0]])
### END HIDDEN TESTS
check.score()

# %% [markdown]
# **Which output, which loss?** The task decides both:
#
# | task | output unit | loss of a row | in Keras |
# |---|---|---|---|
# | a number | linear, $\hat y = z$ | $(\hat y - y)^2$ | `"mean_squared_error"` |
# | yes or no | sigmoid, $p = \sigma(z)$ | $-y \ln p - (1 - y) \ln(1 - p)$ | `"binary_crossentropy"` |
# | one of $k$ classes | softmax, $p$ of $k$ numbers | $-\ln p_{\text{right class}}$ | `"sparse_categorical_crossentropy"` |
#
# The pairs belong together for a reason: with each of them the slope of the loss by the *score* is simply output minus target (for the square: twice that). Exercise 4 meets this first.

# %% [markdown]
# ## 3 · What a wrong answer costs: cross-entropy  ·  10 min
#
# The network gives the right class a probability $p$. The cost is the surprise, $-\ln p$: nothing for $p = 1$, and beyond all bounds for $p \to 0$. With the natural logarithm its unit is called *nat*. Over $n$ rows take the mean:
#
# $$J = -\frac1n \sum_{i=1}^n \ln p_{i,\,y_i}$$

# %% [markdown]
# ### Exercise 3 — `cross_entropy`  ·  2 points
#
# `labels` holds the *number* of the right class of each row. Keep the result finite: raise probabilities below $10^{-12}$ to that value before you take the logarithm (`np.clip` or `np.maximum`).


# %% nbgrader={"grade": false, "grade_id": "cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cross_entropy(probs, labels):
    """Mean of -ln(probability of the right class), in nats; probabilities are clipped at 1e-12.

    probs: (n, k), rows sum to 1; labels: (n,) integers from 0 to k - 1. Returns a float.
    """
    ### BEGIN SOLUTION
    right = probs[np.arange(len(labels)), labels]
    return -np.log(np.maximum(right, 1e-12)).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(cross_entropy, points=2)

probs, labels = np.array([[0.5, 0.3, 0.2], [0.6, 0.3, 0.1]]), np.array([0, 2])
with check("right classes with p = 1/2 and 1/10"):
    check.expect(
        lambda: cross_entropy(*copies(probs, labels)),
        np.log(20) / 2,
        mistakes={
            "the sum instead of the mean": np.log(20),
            "the mean runs over the classes too: divide by the number of rows": np.log(20) / 6,
            "the minus is missing": -np.log(20) / 2,
            "the logarithm has base 2: use np.log": np.log2(20) / 2,
            "the logarithm has base 10: use np.log": np.log10(20) / 2,
            "the mean was taken before the logarithm": -np.log(0.3),
            "the logarithm is missing": 0.7,
            "the other classes are in it too: only the right class counts": -np.log(0.5 * 0.7 * 0.8 * 0.4 * 0.7 * 0.1)
            / 2,
            "it takes the most probable class, not the right one": -np.log(0.5 * 0.6) / 2,
            "all classes are summed: pick the right one of each row": -np.log(probs).sum() / 2,
            "probs[:, labels] takes every label in every row: pair them, probs[np.arange(n), labels]": (
                -np.log(probs[:, labels]).mean()
            ),
            "one number for each row: take the mean": np.log([2.0, 10.0]),
        },
    )
with check("p = 1 costs nothing, and p = 0 stays finite"):
    check.expect(lambda: cross_entropy(np.eye(3), np.arange(3)), 0.0, atol=1e-6)
    check.expect(
        lambda: cross_entropy(np.array([[1.0, 0.0]]), np.array([1])),
        12 * np.log(10),
        rtol=1e-6,
        mistakes={
            "ln 0: clip the probabilities at 1e-12 first": np.inf,
            "0 times ln 0: clip the probabilities at 1e-12 first": np.nan,
            "clipped at 1e-7, as Keras does; here at 1e-12": 7 * np.log(10),
        },
    )
with check("the inputs are left alone"):
    check.unchanged(cross_entropy, *copies(np.array([[1.0, 0.0], [0.5, 0.5]]), labels // 2))
### BEGIN HIDDEN TESTS
with check("other tables equal Keras' sparse_categorical_crossentropy"):
    for n, k in ((6, 4), (5, 5), (1, 2)):
        powers, labels = np.exp(draws(n, k)), np.arange(n) * 3 % k
        probs = powers / powers.sum(axis=1, keepdims=True)
        want = keras.losses.sparse_categorical_crossentropy(labels, keras.ops.convert_to_tensor(probs, "float64"))
        check.expect(lambda x=(probs, labels): cross_entropy(*copies(*x)), want.numpy().mean(), rtol=1e-6)
with check("guessing among k classes costs ln k, however many rows"):
    check.expect(lambda: cross_entropy(np.full((40, 10), 0.1), np.arange(40) % 10), np.log(10))
with check("one hopeless row among four"):
    check.expect(lambda: cross_entropy(np.eye(4), np.array([0, 1, 2, 2])), 3 * np.log(10), rtol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# **Integer labels or one-hot?** The label 2 of four classes can also be written as the row $(0, 0, 1, 0)$. Keras has a loss for either spelling, `sparse_categorical_crossentropy` for integers and `categorical_crossentropy` for one-hot rows. They are the same number; give the wrong spelling, and you get an error at best.

# %% tags=["demo", "nbval-check-output"]
with needs(softmax, cross_entropy):
    labels = digits.y_test
    probs = softmax(digits.x_test @ draws(64, 10) / 4)
    in_keras = {
        "sparse_categorical_crossentropy": keras.losses.SparseCategoricalCrossentropy()(labels, probs),
        "categorical_crossentropy": keras.losses.CategoricalCrossentropy()(np.eye(10)[labels], probs),
    }
    print("the first label as an integer:", labels[0], " as one-hot:", np.eye(10, dtype=int)[labels[0]])
    print(f"{'your cross_entropy':32} {cross_entropy(np.asarray(probs), labels):.4f}")
    for name, value in in_keras.items():
        print(f"{name:32} {float(value):.4f}")

# %% [markdown]
# ## 4 · The smallest network: logistic regression  ·  25 min
#
# One layer, one sigmoid, yes or no: $p = \sigma(Xw + b)$ with the mean loss
#
# $$J = -\frac1n \sum_{i=1}^n \big[\,y_i \ln p_i + (1 - y_i) \ln (1 - p_i)\,\big].$$
#
# Mind the minus in front: logarithms of probabilities are negative, and a loss is not. The chain rule has three links, from $J$ to $p$ to $z = Xw + b$ to $w$. The first two melt into something simple, because $\sigma' = p(1-p)$ cancels the denominators of $\partial J / \partial p$:
#
# $$\frac{\partial J}{\partial z_i} = \frac{p_i - y_i}{n}, \qquad \frac{\partial J}{\partial w} = \frac1n X^\top (p - y), \qquad \frac{\partial J}{\partial b} = \frac1n \sum_i (p_i - y_i).$$

# %% [markdown]
# ### Exercise 4 — `logistic_loss_and_grads`  ·  4 points
#
# Return the loss and both gradients. `w` is a flat array of shape (d,), `b` a number, and so must their gradients be.


# %% nbgrader={"grade": false, "grade_id": "logistic_loss_and_grads", "locked": false, "schema_version": 3, "solution": true, "task": false}
def logistic_loss_and_grads(w, b, X, y):
    """Mean log loss of logistic regression, with its gradient.

    w: (d,); b: a number; X: (n, d); y: (n,) of 0 and 1.
    Returns (loss, dw, db): a float, an array (d,), a float.
    """
    ### BEGIN SOLUTION
    z = X @ w + b
    p = sigmoid(z)
    loss = np.mean(np.logaddexp(0, z) - y * z)  # -ln p = ln(1 + e^z) - z: finite for any z
    return loss, X.T @ (p - y) / len(y), np.mean(p - y)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_logistic_loss_and_grads", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(logistic_loss_and_grads, points=4)
names = ("loss", "dw", "db")

with check("at w = 0 every p is 1/2"):
    X, y = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0], [2.0, 0.0]]), np.array([1, 0, 0, 0])
    dw, db = np.array([0.5, -0.25]), 0.25
    check.expect(
        lambda: logistic_loss_and_grads(np.zeros(2), 0.0, *copies(X, y)),
        (np.log(2), dw, db),
        names=names,
        mistakes={
            "the minus in front of the loss is missing": (-np.log(2), dw, db),
            "the loss lacks its minus, and so do the gradients": (-np.log(2), -dw, -db),
            "the gradients point downhill: p - y, not y - p": (np.log(2), -dw, -db),
            "1/n is missing everywhere: take the mean over the rows": (4 * np.log(2), 4 * dw, 4 * db),
            "1/n is missing in the gradients": (np.log(2), 4 * dw, 4 * db),
            "1/n is missing in dw": (np.log(2), 4 * dw, db),
            "1/n is missing in db": (np.log(2), dw, 4 * db),
            "db is no single number: take the mean over the rows": (np.log(2), dw, [-0.5, 0.5, 0.5, 0.5]),
            "db is a sum of shape (1,): return a number": (np.log(2), dw, [0.25]),
            "the term of the rows with y = 0 is missing in the loss": (np.log(2) / 4, dw, db),
            "the logarithm has base 2": (1.0, dw, db),
        },
    )
with check("three rows with p = 3/4, 1/4 and 3/4"):
    X, y = np.array([[1.0, 5.0], [0.0, 2.0], [1.0, -3.0]]), np.array([1.0, 1.0, 0.0])
    w, b = np.array([2 * np.log(3), 0.0]), -np.log(3)
    loss, dw, db = (np.log(4 / 3) + 2 * np.log(4)) / 3, np.array([0.5, -5.0]) / 3, -0.25 / 3
    check.expect(
        lambda: logistic_loss_and_grads(w.copy(), b, *copies(X, y)),
        (loss, dw, db),
        names=names,
        mistakes={
            "the minus in front of the loss is missing": (-loss, dw, db),
            "p (1 - p) is left in the gradient: for log loss it cancels": (loss, 3 / 16 * dw, 3 / 16 * db),
            "b is missing in the scores": (np.log(200 / 9) / 3, np.array([0.8, -4.2]) / 3, 0.1),
            "the term of the rows with y = 0 is missing in the loss": ((np.log(4 / 3) + np.log(4)) / 3, dw, db),
        },
    )
with check("the inputs are left alone"):
    check.unchanged(
        lambda w, X, y: logistic_loss_and_grads(w, 0.5, X, y), draws(2), draws(4, 2), np.array([1, 0, 0, 1])
    )
### BEGIN HIDDEN TESTS
for n, d in ((30, 5), (4, 4), (1, 3)):
    with check(f"n = {n}, d = {d}: TensorFlow finds the same"):
        X, w, y = draws(n, d), draws(d) / 2, (np.arange(n) % 3 == 0).astype(float)
        log_loss = lambda w, b, X=X, y=y: tf.reduce_mean(
            tf.nn.sigmoid_cross_entropy_with_logits(y, tf.linalg.matvec(X, w) + b)
        )
        check.expect(
            lambda X=X, y=y, w=w: logistic_loss_and_grads(w.copy(), 0.3, *copies(X, y)),
            oracle(log_loss, w, 0.3),
            rtol=1e-6,
            names=names,
        )
with check("every row twice changes nothing: loss and gradients are means"):
    X, y, w = draws(6, 2), np.array([1, 0, 0, 1, 1, 0]), np.array([0.4, -0.7])
    once = logistic_loss_and_grads(w.copy(), -0.2, *copies(X, y))
    check.expect(
        lambda: logistic_loss_and_grads(w.copy(), -0.2, np.tile(X, (2, 1)), np.tile(y, 2)),
        tuple(np.asarray(part, dtype=float) for part in once),
        names=names,
        rtol=1e-5,
    )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# **Why not the squared error?** One could train $p = \sigma(z)$ on $(p - y)^2$. Two things speak against it, and both can be seen on a single row with $y = 1$.
#
# > **Predict.** The model is sure and wrong: $z = -6$. Which of the two losses pulls harder? And which one is convex, that is, bowl-shaped all along?

# %% tags=["demo"]
with needs(sigmoid, logistic_loss_and_grads):
    z = np.linspace(-8, 8, 161)
    log_loss = np.array([logistic_loss_and_grads(np.array([x]), 0.0, np.ones((1, 1)), np.ones(1))[0] for x in z])
    squared = (np.asarray(sigmoid(z)) - 1) ** 2
    figure, axes = plt.subplots(1, 3, figsize=(8.6, 2.9), sharex=True)
    for name, curve in (("log loss", log_loss), ("squared error", squared)):
        slope = np.gradient(curve, z)
        for ax, values in zip(axes, (curve, slope, np.gradient(slope, z)), strict=True):
            ax.plot(z[2:-2], values[2:-2], label=name)
    for ax, title in zip(axes, ("loss of a row with y = 1", "its slope", "its curvature"), strict=True):
        ax.set(title=title, xlabel="score z")
    axes[0].legend(fontsize=8)
    plots.show(
        figure,
        "The log loss falls like a ramp and its curvature is never negative. The squared error is flat where the model "
        "is sure and wrong, and its curvature is negative there.",
    )

# %% [markdown]
# On real rows the same thing shows in the **Hessian**, the matrix of second derivatives: if it has a negative eigenvalue anywhere, the loss curves downwards there and is not convex. For the log loss it is $\frac1n X^\top \mathrm{diag}(p(1-p))\, X$, which has none; for the squared error a factor comes in that changes its sign. We count at ten random weights, on "is it an 8?".


# %% tags=["demo"]
def downward_share(w, X, y, squared):
    """The share of the Hessian's eigenvalues that are negative: of the squared error, or of the log loss."""
    p = np.asarray(sigmoid(X @ w))
    bend = p * (1 - p) * (2 * (2 * y * p - y - 3 * p**2 + 2 * p) if squared else 1)
    eigenvalues = np.linalg.eigvalsh(X.T @ (bend[:, None] * X) / len(y))
    return np.mean(eigenvalues < -1e-12 * np.abs(eigenvalues).max())


with needs(sigmoid):
    X, y = digits.x_train.astype(float), (digits.y_train == 8).astype(float)
    weights = [np.random.default_rng(seed).normal(0, 1, 64) for seed in SEEDS]
    shares = {kind: np.array([downward_share(w, X, y, kind) for w in weights]) for kind in (False, True)}
    print(f"log loss: directions that curve downwards, over {len(weights)} places: {shares[False].max():.0%} at most")
    claim("squared error: a share of the directions curves downwards", shares[True])

# %% [markdown]
# **Explain.** With $y = 1$ the slope of the log loss is $p - 1$: nearly $-1$ for a model that is sure and wrong. The squared error multiplies that by $2p(1-p)$, which is nearly 0 just there: the worse the mistake, the weaker the pull. And because the log loss of this model is convex, descent cannot get stuck: every stationary point (where the gradient is 0) is a global minimum. (Of *this* model. With a hidden layer no loss is convex; section 11.)
#
# **A trap: arrays of rank 1.** NumPy fits arrays of different shapes together by repeating the smaller one along the missing or 1-long axes: **broadcasting**. That is how `X @ w + b` adds one `b` to every row. It also turns a harmless slip into a table:

# %% tags=["demo", "nbval-check-output"]
p, y = np.full(4, 0.5), np.array([[1], [0], [0], [1]])
print("p", p.shape, " y", y.shape, " p - y", (p - y).shape, " its mean has no meaning, and no error tells you")
print("y.reshape(-1)", y.reshape(-1).shape, " p - y.reshape(-1)", (p - y.reshape(-1)).shape)
print("p.T", p.T.shape, " an array of rank 1 is neither row nor column: its transpose is itself")
print("p[:, None]", p[:, None].shape, " p.reshape(1, -1)", p.reshape(1, -1).shape, " reshape repeats nothing")

# %% [markdown]
# **Loops or arrays?** Both compute the same sums. Measure how long they take for the scores of all training digits:

# %% tags=["demo"]
X, w = digits.x_train.astype(float), draws(64)
seconds_of = lambda function: min(repeat(function, number=1, repeat=5))  # longer runs were disturbed by something else
in_loops = seconds_of(lambda: [sum(x_j * w_j for x_j, w_j in zip(row, w, strict=True)) for row in X])
as_array = seconds_of(lambda: X @ w)
print(
    f"loops {1e3 * in_loops:.2f} ms, one matrix product {1e3 * as_array:.3f} ms: {in_loops / as_array:.0f} times faster"
)

# %% [markdown]
# **Explain.** The loop pays Python's overhead for every single product; the matrix product pays it once, and its inner loop works on several numbers at a time, on all cores if it is worth it. A GPU drives this further: thousands of small cores that do the *same* thing to different numbers, and a memory that feeds them. Networks are made of matrix products, hence the match. For a product as small as this one, moving it to a GPU would cost more than it saves.

# %% [markdown]
# ## 5 · Trust, but measure: numerical gradients  ·  12 min
#
# A derivation on paper can go wrong; a difference quotient hardly can. Move one entry of $x$ a little to both sides ($e_j$ is 1 at place $j$ and 0 elsewhere):
#
# $$\frac{\partial f}{\partial x_j} \approx \frac{f(x + \epsilon e_j) - f(x - \epsilon e_j)}{2\epsilon}$$
#
# The **central** difference is off by a multiple of $\epsilon^2$, the one-sided one by a multiple of $\epsilon$. It needs two evaluations for *each* parameter, so nobody trains with it; but it is the judge of everything that follows.

# %% [markdown]
# ### Exercise 5 — `numerical_gradient`  ·  3 points
#
# `x` may have any number of axes; the gradient has its shape (`np.ndindex(x.shape)` runs through all positions). Leave `x` itself as it was: move a copy.


# %% nbgrader={"grade": false, "grade_id": "numerical_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def numerical_gradient(f, x, eps=1e-5):
    """Gradient of f at x by central differences.

    f: takes an array like x, returns a number; x: float array of any shape; eps: the step to each side.
    Returns an array of the shape of x.
    """
    ### BEGIN SOLUTION
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        gradient[index] = (f(x + step) - f(x - step)) / (2 * eps)
    return gradient
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_numerical_gradient", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(numerical_gradient, points=3)

cube = lambda x: np.sum(x**3)
with check("central differences of x**3 with a coarse step: 3 x**2 + eps**2 exactly"):
    check.expect(
        lambda: numerical_gradient(cube, np.array([1.0, -2.0]), eps=0.1),
        [3.01, 12.01],
        rtol=1e-6,
        mistakes={
            "that is a one-sided difference: step to both sides": [3.31, 11.41],
            "that is a one-sided difference, backwards: step to both sides": [2.71, 12.61],
            "divide by 2 * eps, the distance between the two places": [6.02, 24.02],
            "the argument eps is ignored": [3.0, 12.0],
            "the sign is wrong: f on the right minus f on the left": [-3.01, -12.01],
            "not divided by the distance": [0.602, 2.402],
            "/ 2 * eps divides by 2 and multiplies by eps: write / (2 * eps)": [0.0301, 0.1201],
            "all entries were moved at once: one at a time": [15.02, 15.02],
        },
    )
with check("entries that work together: x * y * z"):
    check.expect(
        lambda: numerical_gradient(lambda x: x[0] * x[1] * x[2], np.array([2.0, 3.0, 5.0]), eps=0.1),
        [15.0, 10.0, 6.0],
        rtol=1e-6,
        mistakes={
            "an entry was not put back before the next one moved": [15.0, 9.5, 1.9 * 2.9],
            "an entry was not put back before the next one moved: right, then left": [15.0, 10.5, 2.1 * 3.1],
        },
    )
with check("a table gets a gradient of its own shape"):
    table = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    check.expect(lambda: numerical_gradient(lambda x: np.sum(table * x**2), np.ones((2, 3))), 2 * table, rtol=1e-5)
with check("x is left alone"):
    check.unchanged(lambda x: numerical_gradient(cube, x), np.array([[1.0, 0.1], [0.3, 0.7]]))
### BEGIN HIDDEN TESTS
with check("a network's loss: TensorFlow finds the same gradient"):
    network = random_network(3, 4, 3)
    X, labels = draws(5, 3), np.array([0, 2, 1, 1, 0])
    in_tensorflow = loss_of_network(X, labels)
    for name, want in zip(PARAMETERS, oracle(in_tensorflow, *network.values())[1:], strict=True):
        alone = lambda value, name=name: float(in_tensorflow(*(network | {name: np.asarray(value)}).values()))
        check.expect(lambda f=alone, x=network[name]: numerical_gradient(f, x.copy()), want, rtol=1e-4, atol=1e-7)
with check("on a parabola any step is exact, also on three axes"):
    check.expect(lambda: numerical_gradient(lambda x: np.sum(x**2), draws(2, 3, 2), eps=0.5), 2 * draws(2, 3, 2))
with check("the step is 1e-5 unless told otherwise"):
    check.expect(lambda: numerical_gradient(lambda x: 1e9 * np.sum(x**3), np.zeros(2)), [0.1, 0.1], rtol=1e-4)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** The smaller $\epsilon$, the better? What happens at $10^{-12}$?

# %% tags=["demo"]
with needs(logistic_loss_and_grads, numerical_gradient):
    X, y, w = digits.x_train.astype(float), (digits.y_train == 8).astype(float), draws(64)
    loss_at = lambda w: float(logistic_loss_and_grads(w, 0.1, X, y)[0])
    exact = np.asarray(logistic_loss_and_grads(w, 0.1, X, y)[1])
    here, steps = loss_at(w), np.geomspace(1e-13, 1e-1, 25)
    one_sided = lambda eps: np.array([(loss_at(w + eps * unit) - here) / eps for unit in np.eye(64)])
    central = lambda eps: numerical_gradient(loss_at, w, eps)
    error_of = lambda gradient: np.linalg.norm(gradient - exact) / np.linalg.norm(exact)
    figure, ax = plt.subplots()
    for gradient, name, marker in ((one_sided, "one-sided", "o"), (central, "central", "s")):
        ax.plot(steps, [error_of(gradient(eps)) for eps in steps], marker=marker, markersize=3, label=name)
    ax.set(xscale="log", yscale="log", xlabel="step $\\epsilon$", ylabel="relative error of the gradient")
    ax.legend()
    plots.show(
        figure,
        "Relative error against step size: both curves form a valley. The central difference is lower at its best, near "
        "1e-5, by a few powers of ten; for tiny steps both errors rise again.",
    )
    print(f"your gradient of the log loss against central differences: relative error {error_of(central(1e-5)):.1e}")

# %% [markdown]
# **Explain.** From the right, the error of the formula shrinks with $\epsilon$ (slope 1) or $\epsilon^2$ (slope 2). From the left comes rounding: $f$ is known to about 16 digits, the difference of two nearly equal numbers to far fewer, and dividing by $\epsilon$ magnifies what is lost. $10^{-5}$ sits near the bottom of the central valley. A relative error of $10^{-6}$ or less says that your formula is right; $10^{-2}$ says that it is wrong.

# %% [markdown]
# ## 6 · One layer, forward and backward  ·  25 min
#
# Now the heart of it. Let $\delta_z = \partial J / \partial z$ be the slope of the loss by the weighted sums of a layer $z = xW + b$, one row for each example. Somebody further up hands it to us. What are the slopes by everything that went in?
#
# - A weight $W_{ij}$ joins input $i$ to unit $j$: it changes $z_j$ by $x_i$. Summed over the rows of the batch, $\partial J / \partial W = x^\top \delta_z$.
# - A bias changes $z_j$ by 1: $\partial J / \partial b = \sum_{\text{rows}} \delta_z$.
# - An input $x_i$ reaches all units of the layer, and each sends its share back: $\partial J / \partial x = \delta_z W^\top$.
#
# The last one is what the layer *below* receives. Below stands an activation $x = g(z')$, so its weighted sums get $\delta_{z'} = (\delta_z W^\top) \odot g'(z')$ ($\odot$ multiplies element by element), and so on down to the data: that recursion is backpropagation. One pass forward, one pass back, and *all* slopes are known, for about three times the price of the forward pass.
#
# Where is the mean over the rows? In $\delta$: for a mean loss the last layer starts with $\delta_z = (p - y)/n$, and everything below just sums.

# %% [markdown]
# ### Exercise 6 — `dense_layer`  ·  4 points
#
# No activation here, just the layer. The shapes tell you where a transpose belongs.


# %% nbgrader={"grade": false, "grade_id": "dense_layer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dense_forward(x, W, b):
    """The weighted sums of a layer.

    x: (n, d_in); W: (d_in, d_out); b: (d_out,). Returns z: (n, d_out).
    """
    ### BEGIN SOLUTION
    return x @ W + b
    ### END SOLUTION


def dense_backward(delta, x, W):
    """The way back through the layer.

    delta: (n, d_out), slope of the loss by z; x: (n, d_in) and W: (d_in, d_out) as on the way forward.
    Returns (dx, dW, db) with the shapes of x, W and b; dW and db are summed over the rows.
    """
    ### BEGIN SOLUTION
    return delta @ W.T, x.T @ delta, delta.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_dense_layer", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(dense_forward, dense_backward, points=4)
names = ("dx", "dW", "db")

x = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0]])
W, b = np.array([[1.0, 0.0], [2.0, 1.0], [0.0, -1.0]]), np.array([10.0, -20.0])
with check("forward: two rows, three inputs, two units"):
    check.expect(
        lambda: dense_forward(*copies(x, W, b)),
        np.array([[15.0, -18.0], [12.0, -18.0]]),
        mistakes={
            "the bias is missing": np.array([[5.0, 2.0], [2.0, 2.0]]),
            "relu was added: return the weighted sums": np.array([[15.0, 0.0], [12.0, 0.0]]),
            "tanh was added: return the weighted sums": np.tanh([[15.0, -18.0], [12.0, -18.0]]),
            "the bias was subtracted": np.array([[-5.0, 22.0], [-8.0, 22.0]]),
        },
    )
with check("backward: dx, dW and db of the same layer"):
    delta = np.array([[1.0, 2.0], [-3.0, 4.0]])
    dx, dW, db = (
        np.array([[1.0, 4.0, -2.0], [-3.0, -2.0, -4.0]]),
        np.array([[1.0, 2.0], [-1.0, 8.0], [3.0, -4.0]]),
        [-2, 6],
    )
    check.expect(
        lambda: dense_backward(*copies(delta, x, W)),
        (dx, dW, db),
        names=names,
        mistakes={
            "db is averaged: sum it over the rows (the mean is in delta already)": (dx, dW, [-1, 3]),
            "dW is averaged: sum it over the rows (the mean is in delta already)": (dx, dW / 2, db),
            "dW and db are averaged: sum over the rows (the mean is in delta already)": (dx, dW / 2, [-1, 3]),
            "dW is transposed: it has the shape of W": (dx, dW.T, db),
            "dx is transposed: it has the shape of x": (dx.T, dW, db),
            "db sums over the units: sum over the rows, axis=0": (dx, dW, [3, 1]),
            "db has kept an axis: its shape is that of b": (dx, dW, [[-2, 6]]),
            "db is one number: sum over the rows only, axis=0": (dx, dW, 4),
            "db is delta itself: sum it over the rows": (dx, dW, delta),
        },
    )
with check("the inputs are left alone"):
    check.unchanged(lambda *a: (dense_forward(*a[:3]), dense_backward(*a[3:], *a[:2])), *copies(x, W, b, delta))
### BEGIN HIDDEN TESTS
for n, d_in, d_out in ((6, 4, 3), (3, 3, 3), (1, 2, 5)):
    with check(f"n = {n}, d_in = {d_in}, d_out = {d_out}: TensorFlow finds the same"):
        x, W, b, delta = draws(n, d_in), draws(d_in, d_out), draws(d_out), draws(n + 1, d_out)[1:]
        check.expect(lambda x=x, W=W, b=b: dense_forward(*copies(x, W, b)), x @ W + b, rtol=1e-6)
        in_tensorflow = lambda x, W, b, delta=delta: tf.reduce_sum(delta * (tf.matmul(x, W) + b))
        check.expect(
            lambda x=x, W=W, delta=delta: dense_backward(*copies(delta, x, W)),
            oracle(in_tensorflow, x, W, b)[1:],
            rtol=1e-6,
            names=names,
        )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# **Linear regression is a network**, the smallest: one layer, no activation, squared error. Your two functions and plain descent must land on the line that least squares computes directly.

# %% tags=["demo"]
with needs(dense_forward, dense_backward):
    rng = np.random.default_rng(SEED)
    x = rng.uniform(-1, 1, (40, 1))
    y = 1.5 * x + 0.5 + rng.normal(0, 0.3, (40, 1))

    def squared_error(params):
        miss = np.asarray(dense_forward(x, params["W"], params["b"])) - y
        _, dW, db = dense_backward(2 * miss / len(x), x, params["W"])
        return np.mean(miss**2), {"W": dW, "b": db}

    figure, ax = plt.subplots(figsize=(5.6, 3.2))
    ax.plot(x, y, ".", color="0.6")
    ends = np.array([[-1.0], [1.0]])
    for steps in (0, 3, 10, 200):
        line, _ = descend(squared_error, {"W": np.zeros((1, 1)), "b": np.zeros(1)}, steps, lr=0.2)
        ax.plot(ends, ends @ line["W"] + line["b"], label=f"after {steps} steps")
    ax.set(xlabel="x", ylabel="y")
    ax.legend(fontsize=8)
    plots.show(
        figure,
        "A cloud of points and four lines: the line starts flat at zero, turns, and ends in the middle of the cloud.",
    )
    print("descent:      ", np.round([line["W"].item(), line["b"].item()], 4))
    print("least squares:", np.round(np.polyfit(x[:, 0], y[:, 0], 1), 4))

# %% [markdown]
# ## 7 · Backpropagation: the whole network  ·  30 min
#
# Put the pieces together: a hidden layer of ReLU units, a softmax, the mean cross-entropy.
#
# $$z_1 = X W_1 + b_1, \quad h = \max(z_1, 0), \quad z_2 = h W_2 + b_2, \quad p = \mathrm{softmax}(z_2), \quad J = -\frac1n \sum_i \ln p_{i,\,y_i}$$
#
# And back, in the opposite order:
#
# 1. For softmax with cross-entropy, the slope by the scores is again output minus target: $\delta_2 = (p - Y)/n$, with $Y$ the labels as one-hot rows. The $1/n$ of the mean enters here, and only here.
# 2. $W_2$ and $b_2$ get their gradients from $\delta_2$ and $h$, and $h$ gets $\delta_2 W_2^\top$.
# 3. ReLU is a gate: where $z_1 < 0$ nothing went up, so nothing comes back. $\delta_1 = (\delta_2 W_2^\top) \odot g'(z_1)$.
# 4. $W_1$ and $b_1$ get theirs from $\delta_1$ and $X$.

# %% [markdown]
# ### Exercise 7 — `mlp_loss_and_grads`  ·  6 points
#
# Use your own functions from above (so if a check fails here, first see that those of exercises 2, 3 and 6 pass). `params` is a dict with the keys W1, b1, W2, b2; return the loss and a dict with the same keys that holds the gradients.


# %% nbgrader={"grade": false, "grade_id": "mlp_loss_and_grads", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mlp_loss_and_grads(params, X, labels):
    """Mean cross-entropy of a network with one hidden ReLU layer and a softmax, with its gradient.

    params: dict with W1 (d, h), b1 (h,), W2 (h, k), b2 (k,); X: (n, d); labels: (n,) integers from 0 to k - 1.
    Returns (loss, grads): a float, and a dict with the keys and shapes of params.
    """
    ### BEGIN SOLUTION
    z1 = dense_forward(X, params["W1"], params["b1"])
    h = relu(z1)
    probs = softmax(dense_forward(h, params["W2"], params["b2"]))

    delta2 = (probs - np.eye(probs.shape[1])[labels]) / len(X)
    dh, dW2, db2 = dense_backward(delta2, h, params["W2"])
    delta1 = dh * relu_prime(z1)
    _, dW1, db1 = dense_backward(delta1, X, params["W1"])
    return cross_entropy(probs, labels), {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_mlp_loss_and_grads", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(mlp_loss_and_grads, points=6)
names = ("loss", *PARAMETERS)


def in_order(params, X, labels):
    """What mlp_loss_and_grads gives for copies of these, as (loss, W1, b1, W2, b2)."""
    result = mlp_loss_and_grads({name: value.copy() for name, value in params.items()}, *copies(X, labels))
    check.holds(result is not None, "got None: end with `return loss, grads`")
    check.holds(isinstance(result, (tuple, list)) and len(result) == 2, "return two things: `loss, grads`")
    loss, grads = result
    check.holds(isinstance(grads, dict), "the second result must be a dict of gradients with the keys of params")
    missing = [name for name in PARAMETERS if name not in grads]
    check.holds(not missing, f"the gradients of {', '.join(missing)} are missing: use the keys W1, b1, W2, b2")
    return loss, *(grads[name] for name in PARAMETERS)


with check("all parameters 0: the network guesses, and only b2 has a slope"):
    network = {name: np.zeros_like(value) for name, value in random_network(2, 3, 4).items()}
    check.expect(
        lambda: in_order(network, draws(5, 2), np.array([0, 0, 0, 1, 3])),
        (np.log(4), np.zeros((2, 3)), np.zeros(3), np.zeros((3, 4)), np.array([-0.35, 0.05, 0.25, 0.05])),
        names=names,
        mistakes={
            "1/n is in it twice: once in delta is enough": (
                *(np.log(4), np.zeros((2, 3)), np.zeros(3), np.zeros((3, 4))),
                np.array([-0.07, 0.01, 0.05, 0.01]),
            ),
            "p minus the number of the class: make the labels one-hot rows first": (
                *(np.log(4), np.zeros((2, 3)), np.zeros(3), np.zeros((3, 4))),
                np.full(4, 0.25 - 4 / 5),
            ),
        },
    )

# Two rows, three inputs, two hidden units (the second is shut for the first row), two classes with p = 3/4 and 1/4.
L = np.log(3)
network = {
    "W1": np.array([[1.0, -2.0], [0.0, 0.0], [2.0, 0.0]]),
    "b1": np.array([0.0, 1.0]),
    "W2": np.array([[0.0, L], [0.0, -3 * L]]),
    "b2": np.ones(2),
}
X, labels = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 1.0]]), np.array([1, 1])
loss, dW2, db2 = np.log(16 / 3) / 2, np.array([[7, -7], [3, -3]]) / 8, np.array([0.5, -0.5])


def through(delta1):
    """Loss and gradients when the hidden layer receives delta1, right or wrong."""
    return loss, X.T @ delta1, delta1.sum(axis=0), dW2, db2


right = through(L * np.array([[-1, 0], [-3, 9]]) / 8)
with check("two rows whose numbers can be followed by hand"):
    check.expect(
        lambda: in_order(network, X, labels),
        right,
        names=names,
        mistakes={
            "the ReLU gate is missing: nothing comes back where z1 < 0": through(L * np.array([[-1, 3], [-3, 9]]) / 8),
            "the gate looks at the slope that comes back: it must look at z1": through(
                L * np.array([[0, 3], [0, 9]]) / 8
            ),
            "the gate looks at the scores: it must look at z1": through(L * np.array([[-1, 3], [-3, 0]]) / 8),
            "the gate multiplies by h: it is 1 where z1 > 0": through(L * np.array([[-1, 0], [-6, 9]]) / 8),
            "the gate is the wrong way round: open where z1 > 0": through(L * np.array([[0, 3], [0, 0]]) / 8),
            "1/n is in it twice: once in delta is enough": (loss, *(part / 2 for part in right[1:])),
            "1/n is missing in the gradients: the loss is a mean": (loss, *(part * 2 for part in right[1:])),
            "1/n is missing: loss and gradients are means": tuple(part * 2 for part in right),
            "the gradients point downhill: p - Y, not Y - p": (loss, *(-part for part in right[1:])),
            "1/n is missing in the hidden layer only": (loss, 2 * right[1], 2 * right[2], dW2, db2),
            "1/n is in it twice for the hidden layer": (loss, right[1] / 2, right[2] / 2, dW2, db2),
        },
    )
with check("seven rows, three classes: TensorFlow finds the same"):
    network, X, labels = random_network(4, 6, 3), draws(7, 4), np.array([0, 2, 1, 1, 0, 2, 2])
    check.expect(
        lambda: in_order(network, X, labels),
        oracle(loss_of_network(X, labels), *network.values()),
        rtol=1e-6,
        names=names,
    )
with check("the inputs are left alone"):
    alone = lambda X, labels, *values: mlp_loss_and_grads(dict(zip(PARAMETERS, values, strict=True)), X, labels)
    check.unchanged(alone, *copies(X, labels, *network.values()))
### BEGIN HIDDEN TESTS
for n, d, h, k in ((9, 3, 5, 4), (4, 4, 4, 4), (1, 2, 3, 2)):
    with check(f"{n} rows, {d} inputs, {h} hidden units, {k} classes"):
        network, X, labels = random_network(d, h, k), draws(n + 2, d)[2:], np.arange(n) * 3 % k
        check.expect(
            lambda network=network, X=X, labels=labels: in_order(network, X, labels),
            oracle(loss_of_network(X, labels), *network.values()),
            rtol=1e-6,
            names=names,
        )
with check("scores in the thousands: finite all the same"):
    results = in_order(random_network(3, 4, 3), 2000 * draws(4, 3), np.array([0, 2, 1, 1]))
    unfit = [name for name, part in zip(names, results, strict=True) if not np.isfinite(np.asarray(part, float)).all()]
    check.holds(not unfit, f"got NaN or infinity in {', '.join(unfit)}: use a softmax that holds for large scores")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# **What may backpropagation change?** The activations are not ours to set: they follow from the data and from the weights below them. A row of data can only wish for another output, and pass the wish on: to the biases, to the weights **in proportion to the activation** they are multiplied with (a silent unit cannot be blamed), and to the activations, which the layer below then grants as far as *its* weights and biases can. Every row has wishes of its own; what is done is their mean.
#
# > **Predict.** A network with random weights sees a single 3. What does this one row wish for the ten scores? And 32 rows together?

# %% tags=["demo"]
with needs(mlp_loss_and_grads, relu):
    network = {name: value * 0.3 for name, value in random_network(64, 40, 10).items()}
    X, labels = digits.x_train[:32].astype(float), digits.y_train[:32]
    three = int(np.flatnonzero(labels == 3)[0])
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
    for offset, rows, name in ((-0.2, [three], "the row of a 3"), (0.2, range(32), "mean of 32 rows")):
        _, grads = mlp_loss_and_grads(network, X[rows], labels[rows])
        left.bar(np.arange(10) + offset, -np.asarray(grads["b2"]), 0.4, label=name)
    left.set(xlabel="class", ylabel="wish for the score, $-\\delta$", xticks=range(10))
    left.legend(fontsize=8)
    _, grads = mlp_loss_and_grads(network, X[[three]], labels[[three]])
    h = np.asarray(relu(X[three] @ network["W1"] + network["b1"]))
    right.plot(h, -np.asarray(grads["W2"])[:, 3], "o")
    right.set(xlabel="activation of the hidden unit", ylabel="wished change of its weight\nto class 3")
    plots.show(
        figure,
        "Left: the single row wants its own class up and the others down; the mean of 32 rows wants small changes in "
        "both directions. Right: wished weight changes lie on a straight line through zero against the activation.",
    )

# %% [markdown]
# **Explain.** $-\delta_2$ is $Y - p$: up for the right class, down for the rest, by as much as they are off. In the mean the wishes of different rows largely cancel. And because means are additive, the work can be shared: **data-parallel training** gives each GPU an equal part of the batch, and averages the gradients. Nothing is lost by it:

# %% tags=["demo", "nbval-check-output"]
with needs(mlp_loss_and_grads):
    network, X, labels = random_network(64, 12, 10), digits.x_train[:64].astype(float), digits.y_train[:64]
    _, whole = mlp_loss_and_grads(network, X, labels)
    _, first = mlp_loss_and_grads(network, X[:32], labels[:32])
    _, second = mlp_loss_and_grads(network, X[32:], labels[32:])
    for name in PARAMETERS:
        halves = (np.asarray(first[name]) + np.asarray(second[name])) / 2
        print(f"{name}: mean of two halves equals the whole batch: {np.allclose(halves, whole[name])}")

# %% [markdown]
# ## 8 · Let the machine do it: automatic differentiation  ·  35 min
#
# For every new architecture somebody would have to write a new `mlp_loss_and_grads`. Nobody does. The idea: let every *number* remember how it was computed. Take $f = x y + z$. While it is evaluated, a **graph** arises,
#
# $$u = x \cdot y, \qquad f = u + z,$$
#
# and each operation knows its local slopes: $\partial u/\partial x = y$, $\partial u / \partial y = x$, $\partial f/\partial u = \partial f/\partial z = 1$. Then walk back from $f$: the slope that has arrived at a node, times the local slope, is what each of its parents receives. Two rules make it right:
#
# 1. **Add up.** A number that is used twice, as in $x \cdot x$, receives two shares: `+=`, never `=`.
# 2. **Wait.** A node passes on only when everything from above has arrived: go through the nodes in an order in which each comes *after* all that were computed from it (reverse topological order).

# %% [markdown]
# ### Exercise 8 — `autodiff_value`  ·  6 points
#
# Complete the class. `__add__` shows the pattern: compute, and remember the parents with the local slopes, as two tuples (of a single one: `(self,)`, the comma makes the tuple). Python calls `x.__radd__(2)` for `2 + x`, when the number on the left does not know what to do. The exponent of `**` is always a plain number. What is already there you may keep or replace: the checks only use the operators, the five methods, `.data`, `.grad` and `.backward()`. Each check builds new Values, so you need not care about old slopes.


# %% nbgrader={"grade": false, "grade_id": "autodiff_value", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Value:
    """A number that remembers how it was computed.

    data: the number. grad: slope of the output by this number, once output.backward() has run; 0 before.
    """

    def __init__(self, data):
        self.data = float(data)
        self.grad = 0.0
        self.parents = ()  # the Values this one was computed from,
        self.slopes = ()  # and its own slope by each of them

    @staticmethod
    def computed(data, parents, slopes):
        """A new Value that came out of an operation on its parents, with its slope by each of them."""
        value = Value(data)
        value.parents, value.slopes = parents, slopes
        return value

    @staticmethod
    def of(other):
        """A Value as it is, a plain number as a new Value."""
        return other if isinstance(other, Value) else Value(other)

    def __add__(self, other):
        other = Value.of(other)
        return Value.computed(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        ### BEGIN SOLUTION
        return Value.computed(self.data * other.data, (self, other), (other.data, self.data))
        ### END SOLUTION

    def __radd__(self, number):
        """number + self"""
        ### BEGIN SOLUTION
        return self + number
        ### END SOLUTION

    def __rmul__(self, number):
        """number * self"""
        ### BEGIN SOLUTION
        return self * number
        ### END SOLUTION

    def __pow__(self, exponent):
        """self ** exponent; exponent is a plain number"""
        ### BEGIN SOLUTION
        return Value.computed(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))
        ### END SOLUTION

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + Value.of(other) * -1

    def __rsub__(self, number):
        return self * -1 + number

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rtruediv__(self, number):
        return self**-1 * number

    def exp(self):
        """e to the power of self"""
        ### BEGIN SOLUTION
        power = np.exp(self.data)
        return Value.computed(power, (self,), (power,))
        ### END SOLUTION

    def log(self):
        """The natural logarithm of self"""
        ### BEGIN SOLUTION
        return Value.computed(np.log(self.data), (self,), (1 / self.data,))
        ### END SOLUTION

    def cos(self):
        """The cosine of self"""
        ### BEGIN SOLUTION
        return Value.computed(np.cos(self.data), (self,), (-np.sin(self.data),))
        ### END SOLUTION

    def tanh(self):
        """The hyperbolic tangent of self"""
        ### BEGIN SOLUTION
        t = np.tanh(self.data)
        return Value.computed(t, (self,), (1 - t**2,))
        ### END SOLUTION

    def relu(self):
        """self where it is positive, else 0"""
        ### BEGIN SOLUTION
        rest = max(self.data, 0.0)
        return Value.computed(rest, (self,), (np.sign(rest),))
        ### END SOLUTION

    def backward(self):
        """Set .grad of every Value that self was computed from: the slope of self by that Value."""
        ### BEGIN SOLUTION
        order, seen, to_do = [], set(), [(self, False)]  # parents before children
        while to_do:
            value, parents_are_in_order = to_do.pop()
            if parents_are_in_order:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                to_do.append((value, True))
                to_do += [(parent, False) for parent in value.parents]
        self.grad = 1.0
        for value in reversed(order):
            for place, parent in enumerate(value.parents):
                parent.grad += value.slopes[place] * value.grad
        ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_autodiff_value", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from types import SimpleNamespace

check = dllabs.Check(Value, points=6)


def derive(expression, *numbers):
    """[value of the expression of these numbers, its slope by the first, by the second, ...]"""
    inputs = [Value(number) for number in numbers]
    output = expression(*inputs)
    check.holds(
        isinstance(output, Value), f"every operation must return a Value, this one gave a {type(output).__name__}"
    )
    output.backward()
    return [float(output.data), *(float(value.grad) for value in inputs)]


with check("f = x y + z at (2, 3, 4)"):
    check.expect(
        lambda: derive(lambda x, y, z: x * y + z, 2, 3, 4),
        [10.0, 3.0, 2.0, 1.0],
        mistakes={
            "each factor got itself: the slope of x * y by x is y": [10.0, 2.0, 3.0, 1.0],
            "no slope came down to the inputs: does backward run through all parents?": [10.0, 0.0, 0.0, 0.0],
            "only the parents of the output got a slope: go on to theirs, from the output towards the inputs": [
                10.0,
                0.0,
                0.0,
                1.0,
            ],
        },
    )
with check("a Value used twice receives two shares: x * x and x + x"):
    check.expect(
        lambda: derive(lambda x: x * x, 3),
        [9.0, 6.0],
        mistakes={"the second share overwrote the first: add up with +=": [9.0, 3.0]},
    )
    check.expect(
        lambda: derive(lambda x: x + x, 3),
        [6.0, 2.0],
        mistakes={"the second share overwrote the first: add up with +=": [6.0, 1.0]},
    )
with check("the slope that arrives is passed on times the local slope: 5 (2 x)**2"):
    check.expect(
        lambda: derive(lambda x: (x * 2) ** 2 * 5, 1),
        [20.0, 40.0],
        mistakes={
            "the slope that arrives from above is ignored: multiply the local slope by it": [20.0, 2.0],
            "the exponent is missing in the slope of **": [20.0, 20.0],
            "the slope of ** uses the old power: exponent * x**(exponent - 1)": [20.0, 80.0],
        },
    )
with check("wait for everything from above: x reaches the output on two ways of different length"):

    def two_ways(x):
        a = x * 2
        return a + a * 3

    check.expect(
        lambda: derive(two_ways, 1),
        [8.0, 8.0],
        mistakes={
            "a node passed on before everything had arrived: go in reverse topological order": [8.0, 2.0],
            "one of the two shares was lost: add up with +=, in reverse topological order": [8.0, 6.0],
            "a node passed on twice, the second time with its first share again": [8.0, 10.0],
        },
    )
with check("plain numbers on either side of + - * /"):
    check.expect(lambda: derive(lambda x: 2 * x, 4), [8.0, 2.0])
    check.expect(lambda: derive(lambda x: 2 + x, 4), [6.0, 1.0])
    check.expect(lambda: derive(lambda x: (x * 3 - 2) / 5, 4), [2.0, 0.6])
    check.expect(
        lambda: derive(lambda x: 1 - x, 4),
        [-3.0, -1.0],
        mistakes={"1 - x came out as x - 1": [3.0, 1.0]},
    )
    check.expect(
        lambda: derive(lambda x: 6 / x, 2),
        [3.0, -1.5],
        mistakes={"6 / x came out as x / 6": [1 / 3, 1 / 6]},
    )
with check("exp, log, cos, tanh and relu"):
    one_number = {
        "exp": (np.log(2), [2.0, 2.0], {"the slope of exp(x) is exp(x) itself": [2.0, 2 * np.log(2)]}),
        "log": (
            4.0,
            [np.log(4), 0.25],
            {
                "that is the logarithm with base 10": [np.log10(4), 0.25 / np.log(10)],
                "that is the logarithm with base 10, with the slope of the natural one": [np.log10(4), 0.25],
            },
        ),
        "cos": (1.0, [np.cos(1), -np.sin(1)], {"the slope of cos is minus sin": [np.cos(1), np.sin(1)]}),
        "tanh": (
            np.log(3) / 2,
            [0.5, 0.75],
            {
                "the slope of tanh is 1 - tanh(x)**2, not 1 - x**2": [0.5, 1 - np.log(3) ** 2 / 4],
                "the square is missing: 1 - tanh(x)**2": [0.5, 0.5],
            },
        ),
        "relu": (-0.5, [0.0, 0.0], {"the slope of relu is 0 for negative numbers": [0.0, 1.0]}),
    }
    for name, (number, want, mistakes) in one_number.items():
        check.expect(
            lambda name=name, number=number: derive(lambda x: getattr(x, name)(), number), want, mistakes=mistakes
        )
    check.expect(lambda: derive(lambda x: x.relu() * 2, 0.5), [1.0, 2.0])
### BEGIN HIDDEN TESTS
own = SimpleNamespace(**{name: lambda x, name=name: getattr(x, name)() for name in one_number})
in_tensorflow = SimpleNamespace(exp=tf.exp, log=tf.math.log, cos=tf.cos, tanh=tf.tanh, relu=tf.nn.relu)
expressions = {
    "(x y + tanh y) / (1 + exp x)": lambda f, x, y: (x * y + f.tanh(y)) / (1 + f.exp(x)),
    "cos(x y) log(x) - 3 / y": lambda f, x, y: f.cos(x * y) * f.log(x) - 3 / y,
    "relu of both signs, powers, x - y - x": lambda f, x, y: (
        f.relu(x - y) ** 2.5 + f.relu(y - x) * y + (x - y - x) * 0.5
    ),
    "x / y / x, y**-2": lambda f, x, y: x / y / x + y**-2 + (2 - x) ** 3,
}
for text, expression in expressions.items():
    with check(f"TensorFlow finds the same for {text}"):
        want = oracle(lambda x, y, f=expression: f(in_tensorflow, x, y), 1.7, 0.6)
        check.expect(lambda f=expression: derive(lambda x, y: f(own, x, y), 1.7, 0.6), np.array(want), rtol=1e-6)
with check("two ways, the longer one first; ten doublings; a hundred links"):

    def doubled(x):
        for _ in range(10):
            x = x + x
        return x

    def hundred_links(x):
        for _ in range(100):
            x = x * 0.5 + 1
        return x

    def longer_first(x):
        a = x * 2
        return a * 3 + a

    check.expect(lambda: derive(longer_first, 1), [8.0, 8.0])
    check.expect(lambda: derive(doubled, 3), [3072.0, 1024.0])
    check.expect(lambda: derive(hundred_links, 3), [2 + 0.5**100, 0.5**100], rtol=1e-6)
with check("numbers on the way and the output itself know their slopes too"):
    x = Value(3)
    inner = x * 2
    output = inner * inner + inner
    output.backward()
    check.expect(lambda: [float(value.grad) for value in (output, inner, x)], [1.0, 13.0, 26.0])
with check("one graph knows nothing of another"):
    derive(lambda x: x * x, 5)
    check.expect(lambda: derive(lambda x: x * x + 2, 3), [11.0, 6.0])
### END HIDDEN TESTS
check.score()

# %% tags=["demo"]
with needs(Value):
    x, y, z = Value(2), Value(-3), Value(10)
    u = x * y
    f = u + z
    f.backward()
    places = {"x": (0, 2), "y": (0, 1), "z": (1, 0), "u = x · y": (1, 1.5), "f = u + z": (2, 0.75)}
    leads_to = {"x": "u = x · y", "y": "u = x · y", "z": "f = u + z", "u = x · y": "f = u + z"}
    figure, ax = plt.subplots(figsize=(6.8, 2.9))
    for parent, child in leads_to.items():
        arrow = {"arrowstyle": "->", "color": "0.4", "shrinkA": 42, "shrinkB": 42}
        ax.annotate("", places[child], places[parent], arrowprops=arrow)
    box = {"boxstyle": "round", "fc": "white", "ec": "0.4"}
    for (name, place), value in zip(places.items(), (x, y, z, u, f), strict=True):
        label = f"{name}\nvalue {value.data:g}\nslope of f {value.grad:g}"
        ax.text(*place, label, ha="center", va="center", fontsize=9, bbox=box)
    ax.set(xlim=(-0.4, 2.4), ylim=(-0.5, 2.5))
    ax.axis("off")
    plots.show(
        figure,
        "The graph of f = x y + z at (2, -3, 10): values 2, -3, 10, u = -6, f = 4; slopes of f by x -3, by y 2, by z 1, by u 1.",
    )

# %% [markdown]
# TensorFlow does the same for whole arrays. `GradientTape` records the operations, `tape.gradient` walks back; the steps in your `backward` are those of the tape.

# %% tags=["demo", "nbval-check-output"]
with needs(Value):
    variables = [tf.Variable(number) for number in (2.0, -3.0, 10.0)]
    with tf.GradientTape() as tape:
        f = variables[0] * variables[1] + variables[2]
    print("TensorFlow:", [float(slope) for slope in tape.gradient(f, variables)])
    x, y, z = Value(2), Value(-3), Value(10)
    (x * y + z).backward()
    print("your Value:", [x.grad, y.grad, z.grad])

# %% [markdown]
# **Frameworks in a paragraph.** What TensorFlow, PyTorch and JAX add to your class: arrays instead of numbers, hundreds of operations with their slopes, and the same code on CPU, GPU or TPU. *Eager* execution runs each operation at once and records it, as you do; easy to debug. A *graph* (`tf.function`, which Keras' `fit` uses) records the whole step first, then runs it many times without Python in between, optimised as a whole. Keras is the layer on top: layers, losses, optimizers, the training loop. Distribution strategies share a batch among devices, which section 7 has shown to be exact.

# %% [markdown]
# ### Bonus exercise — `deep_chains`  ·  2 points
#
# A training step may be a chain of thousands of operations. A `backward` that calls itself for each parent stops at about a thousand nested calls with a RecursionError. Write `deep_backward(output)`: the same as `output.backward()`, without running into that limit. Keep a list of what is still to do instead of calling yourself, and pass each Value once: whoever follows every *path* has twice as much to do at each link that uses a number twice. (If your `backward` never called itself, one line will do.)


# %% nbgrader={"grade": false, "grade_id": "deep_chains", "locked": false, "schema_version": 3, "solution": true, "task": false}
def deep_backward(output):
    """Set .grad of every Value that output was computed from, however long the chain."""
    ### BEGIN SOLUTION
    output.backward()  # keeps a list of its own
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_deep_chains", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["bonus"]
check = dllabs.Check(deep_backward, points=2)


def slope_of_chain(link, length, number=2.0):
    """[value, slope by the first number] of a chain of Values; link(last, first) makes the next one."""
    first = last = Value(number)
    for _ in range(length):
        last = link(last, first)
    deep_backward(last)
    return [float(last.data), float(first.grad)]


def calls_of(function):
    """How many functions are called while this one runs: a measure of work that no busy machine can change."""
    calls = 0

    def note(frame, event, _):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
    return calls


with check("three links"):
    check.expect(
        lambda: slope_of_chain(lambda last, first: last * 3, 3),
        [54.0, 27.0],
        mistakes={"no slope came down to the first number": [54.0, 0.0]},
    )
passes_once = False
with check("16 links, each uses the last number twice"):
    twice, once = lambda last, first: last + last, lambda last, first: last * 2
    check.expect(lambda: slope_of_chain(twice, 16), [2.0**17, 2.0**16])
    # A chain has 17 Values either way, but `twice` has 65,536 paths through them.
    calls = [calls_of(lambda link=link: slope_of_chain(link, 16)) for link in (twice, once)]
    passes_once = calls[0] < 50 * calls[1]
    check.holds(passes_once, "this follows every path: pass each Value once, when all its shares have come")
with check("5,000 links: interest on interest"):
    check.expect(
        lambda: slope_of_chain(lambda last, first: last * 1.0002, 5000), [2 * 1.0002**5000, 1.0002**5000], rtol=1e-6
    )
### BEGIN HIDDEN TESTS
with check("5,000 links that all come back to the first number"):
    total = (1 - 0.999**5000) / (1 - 0.999)
    check.expect(
        lambda: slope_of_chain(lambda last, first: last * 0.999 + first, 5000, number=1.0),
        [0.999**5000 + total] * 2,
        rtol=1e-6,
    )
with check("2,500 links, each uses the last number twice, on either side"):
    check.holds(passes_once, "not tried, 2**2500 paths would take for ever: pass each Value once")
    for link in (lambda last, first: last + last * 0.001, lambda last, first: last * 0.001 + last):
        check.expect(lambda link=link: slope_of_chain(link, 2500), [2 * 1.001**2500, 1.001**2500], rtol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## 9 · How big is a network?  ·  6 min
#
# Each layer has a weight for every pair of input and unit, and a bias for every unit. A network of 784 inputs, two hidden layers of 16 and 10 outputs: how many parameters?

# %% [markdown]
# ### Exercise 9 — `count_parameters`  ·  2 points


# %% nbgrader={"grade": false, "grade_id": "count_parameters", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_parameters(layer_sizes):
    """Weights and biases of a dense network.

    layer_sizes: list of ints, from the number of inputs to the number of outputs, at least two. Returns an int.
    """
    ### BEGIN SOLUTION
    return sum((d_in + 1) * d_out for d_in, d_out in pairwise(layer_sizes))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_count_parameters", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(count_parameters, points=2)

with check("784 pixels, 32 hidden units, 10 classes"):
    check.expect(
        lambda: count_parameters([784, 32, 10]),
        25450,
        mistakes={
            "the biases are missing: one for each unit": 25408,
            "the inputs have no bias: only units have": 25450 + 784,
            "one bias for each layer: each unit has its own": 25410,
            "the biases of the output layer are missing": 25440,
            "the biases of the hidden layer are missing": 25418,
            "the last layer is missing": 25120,
            "the first layer is missing": 330,
            "only the units are counted: count the weights between them": 42,
            "all sizes are multiplied: add up layer by layer": 784 * 32 * 10,
            "each layer has a bias for every input: count its units": 25408 + 784 + 32,
        },
    )
with check("two inputs and one output"):
    check.expect(lambda: count_parameters([2, 1]), 3)
### BEGIN HIDDEN TESTS
with check("784-128-128-10 and 784-16-16-10"):
    check.expect(lambda: (count_parameters([784, 128, 128, 10]), count_parameters([784, 16, 16, 10])), (118282, 13002))
with check("Keras counts the same in a net of five layers"):
    sizes = [7, 5, 11, 3, 2, 4]
    model = keras.Sequential([keras.Input((sizes[0],)), *(keras.layers.Dense(width) for width in sizes[1:])])
    check.expect(lambda: count_parameters(list(sizes)), model.count_params())
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## 10 · Training  ·  30 min
#
# Everything is ready: start from small random weights, and go downhill in mini-batches. An **epoch** is one pass over all rows in a fresh random order. With batches of $B$ rows it takes $\lceil n/B \rceil$ steps, rounded **up**: the last batch may be smaller, and is used all the same. At each step, the *parameters* are updated, by the *gradient*: $\theta \leftarrow \theta - \alpha \nabla J(\theta)$.
#
# Why random? Because hidden units that start alike stay alike (the demo below shows it). And why small? Because large weights make large scores: a network that is sure of its guesses before it has seen anything. The usual choice is a normal distribution of deviation $\sqrt{2/d}$ for a ReLU layer with $d$ inputs, or something of that size; biases start at 0.
#
# In NumPy say `rng.normal(0, scale, size=(d, h))`, or `rng.uniform(low, high, size=(d, h))`. The old `np.random.rand(d, h)` is another thing: its arguments are the *shape*, and its numbers lie between 0 and 1:

# %% tags=["demo", "nbval-check-output"]
try:
    np.random.rand(0.001, 1)
except TypeError as error:
    print("np.random.rand(0.001, 1):", type(error).__name__, "-", error)
print("np.random.rand(0, 1):", np.random.rand(0, 1), "of shape", np.random.rand(0, 1).shape)
print("rng.uniform(-0.1, 0.1, size=3):", np.random.default_rng(0).uniform(-0.1, 0.1, size=3).round(3))

# %% [markdown]
# ### Exercise 10 — `train_mlp`  ·  6 points
#
# Use your `mlp_loss_and_grads`. There are as many classes as `labels.max() + 1`. Collect the mean of the batch losses of each epoch (or the loss of all rows at its end). Take all randomness from `rng`, weights and orders alike.


# %% nbgrader={"grade": false, "grade_id": "train_mlp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_mlp(X, labels, n_hidden, lr, n_epochs, batch_size, rng):
    """Train a network with one hidden ReLU layer by mini-batch gradient descent.

    X: (n, d); labels: (n,) integers from 0 to k - 1; n_hidden, n_epochs, batch_size >= 1; lr > 0;
    rng: np.random.Generator. Weights start small and random, biases at 0; the rows are shuffled in every epoch.
    Returns (params, losses): a dict W1 (d, h), b1 (h,), W2 (h, k), b2 (k,), and a list of the mean training loss
    of each epoch.
    """
    ### BEGIN SOLUTION
    n, d = X.shape
    k = labels.max() + 1
    params = {
        "W1": rng.normal(size=(d, n_hidden)) / np.sqrt(d),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(size=(n_hidden, k)) / np.sqrt(n_hidden),
        "b2": np.zeros(k),
    }
    losses = []
    for _ in range(n_epochs):
        order = rng.permutation(n)
        batch_losses = []
        for start in range(0, n, batch_size):
            rows = order[start : start + batch_size]
            loss, grads = mlp_loss_and_grads(params, X[rows], labels[rows])
            params = {name: value - lr * grads[name] for name, value in params.items()}
            batch_losses.append(loss)
        losses.append(np.mean(batch_losses))
    return params, losses
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_train_mlp", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(train_mlp, points=6)


def train(X, labels, n_hidden, lr, n_epochs, batch_size, seed=0):
    """[W1, b1, W2, b2] and the losses of train_mlp on copies, as arrays of the right shapes."""
    result = train_mlp(*copies(X, labels), n_hidden, lr, n_epochs, batch_size, np.random.default_rng(seed))
    check.holds(result is not None, "got None: end with `return params, losses`")
    check.holds(isinstance(result, (tuple, list)) and len(result) == 2, "return two things: `params, losses`")
    params, losses = result
    named = isinstance(params, dict) and set(PARAMETERS) <= set(params)
    check.holds(named, "params must be a dict with the keys W1, b1, W2, b2")
    losses = np.array([float(loss) for loss in losses])
    check.holds(len(losses) == n_epochs, f"{n_epochs} epochs gave {len(losses)} losses: one for each epoch")
    k = int(labels.max()) + 1
    shapes = (X.shape[1], n_hidden), (n_hidden,), (n_hidden, k), (k,)
    for name, shape in zip(PARAMETERS, shapes, strict=True):
        got = np.shape(params[name])
        check.holds(got == shape, f"{name} has shape {got}, expected {shape}: k is labels.max() + 1, here {k}")
    return [np.array(params[name], dtype=float) for name in PARAMETERS], losses


def loss_with(params, X, labels):
    """The loss of these rows, by TensorFlow."""
    return float(loss_of_network(X, labels)(*map(tf.constant, params)))


# Is a point inside or outside a circle? No straight line can tell: without its hidden layer the net stays near ln 2.
points = draws(200, 2)
outside = (np.linalg.norm(points, axis=1) > 1.2).astype(int)
with check("it learns a ring: both the losses and the returned parameters say so"):
    params, losses = train(points, outside, n_hidden=16, lr=0.5, n_epochs=60, batch_size=20)
    # 20 seeds for each of 8 ways to draw small weights ended at 0.07 on average, the worst of the 160 at 0.131.
    check.holds(np.isfinite(losses).all(), f"the losses are not finite: {losses[:3]} ...")
    falls = "the loss does not fall: from {:.2f} to {:.2f}. Is the step params - lr * gradient, and do labels follow X's order?"
    check.holds(losses[-1] < 0.5 * losses[0], falls.format(losses[0], losses[-1]))
    final = loss_with(params, points, outside)
    which = "return those of the last step" if losses[-1] < 0.3 else "does every layer learn?"
    check.holds(final < 0.3, f"the returned parameters have a loss of {final:.2f}, expected less than 0.3: {which}")
    listed = "the last loss listed is {:.2f}, but the parameters have one of {:.2f}: list the *mean* over the batches"
    check.holds(losses[-1] < 0.3, listed.format(losses[-1], final))
with check("the weights start random and small, the biases at 0"):
    labels = np.array([0, 1, 3, 0, 1, 3])  # no row of class 2: labels.max() + 1 classes all the same
    start, _ = train(draws(6, 64), labels, n_hidden=16, lr=1e-9, n_epochs=1, batch_size=3)
    for name, weights in zip(("W1", "W2"), start[::2], strict=True):
        check.holds(np.abs(weights).max() > 1e-6, f"all of {name} starts at 0: nothing tells the hidden units apart")
        apart = np.ptp(weights, axis=1).min() > 1e-6 and np.ptp(weights, axis=0).min() > 1e-6
        check.holds(apart, f"units start with the same weights in {name}: draw each weight on its own")
        size = np.sqrt(np.mean(weights**2))
        check.holds(size < 0.65, f"{name} starts with weights of typical size {size:.2f}: make them small, such as 0.1")
    biases = max(np.abs(start[1]).max(), np.abs(start[3]).max())
    check.holds(biases < 1e-6, f"start the biases b1 and b2 at 0: after steps with lr = 1e-9 one is {biases:.2g}")
with check("a batch larger than the data is one step with all rows"):
    few, labels = draws(10, 3), np.minimum(np.arange(10), 1)  # a single row of class 0, so that b2 has a slope
    before, after = (train(few, labels, 4, lr, 1, 64)[0] for lr in (1e-9, 0.5))
    stays = (
        "b2 is the same for lr = 1e-9 and 0.5: use the only batch, though smaller than batch_size, and lr for b2 too"
    )
    check.holds(not np.allclose(before[3], after[3]), stays)
with check("the inputs are left alone"):
    alone = lambda X, labels: train_mlp(X, labels, 3, 0.1, 2, 4, np.random.default_rng(1))
    check.unchanged(alone, draws(6, 2), np.arange(6) % 2)
### BEGIN HIDDEN TESTS
# Rows of zeros tell nothing, so that b2 shows which labels were seen when.
blank = lambda labels: np.zeros((len(labels), 3))
with check("30 rows by 8 are 4 steps: the last, smaller batch counts"):
    labels = np.minimum(np.arange(30), 1)  # a single row of class 0
    (_, _, _, b2), _ = train(blank(labels), labels, n_hidden=4, lr=1e-4, n_epochs=1, batch_size=8)
    check.expect(
        lambda: int(np.ceil(2 * b2[1] / 1e-4 - 0.01)),
        4,
        mistakes={"the last, smaller batch was lost": 3, "one step for each epoch: take one for each batch": 1},
    )
with check("in an epoch every row counts exactly once"):
    labels = np.repeat([0, 1, 2], [2, 3, 7])
    for seed in range(4):
        (_, _, _, b2), _ = train(blank(labels), labels, n_hidden=4, lr=1e-4, n_epochs=1, batch_size=1, seed=seed)
        check.expect(b2 / 1e-4 + 12 / 3, [2.0, 3.0, 7.0], atol=0.1)
with check("rows sorted by class do not make the network forget the first class"):
    labels = np.repeat([0, 1], 40)
    shares = []
    for seed in range(6):
        (_, b1, W2, b2), _ = train(blank(labels), labels, n_hidden=4, lr=0.1, n_epochs=4, batch_size=1, seed=seed)
        scores = np.maximum(b1, 0) @ W2 + b2
        shares.append(1 / (1 + np.exp(scores[0] - scores[1])))
    # Half of the rows are of class 1. Over 64 sets of six seeds the mean lay between 0.48 and 0.56; in order it is 0.84.
    check.holds(
        np.mean(shares) < 0.7, f"class 1, which stands last, gets p = {np.mean(shares):.2f} for 1/2: shuffle the rows"
    )
with check("a new order in every epoch"):
    labels = np.repeat([0, 1], [9, 11])
    _, losses = train(blank(labels), labels, n_hidden=4, lr=0.5, n_epochs=60, batch_size=1)
    # New orders: between 0.03 and 0.12 over 96 seeds. The same order again and again: 2e-16 at most.
    check.holds(np.ptp(losses[-6:]) > 1e-5, "the last epochs are all alike: draw a new order in every epoch")
with check("the list holds means: with a rate near 0 the loss stays that of the first weights"):
    X, labels = draws(24, 5), np.arange(24) % 4
    params, losses = train(X, labels, n_hidden=6, lr=1e-9, n_epochs=3, batch_size=6)
    loss = loss_with(params, X, labels)
    check.expect(
        losses,
        np.full(3, loss),
        rtol=1e-5,
        mistakes={
            "the batch losses were summed: take their mean": np.full(3, 4 * loss),
            "the sum over all epochs so far: start anew in every epoch": loss * np.arange(1, 4),
        },
    )
with check("one step over all rows follows the gradient that TensorFlow finds, in both layers"):
    X, labels = draws(9, 4), np.arange(9) % 3
    (before, _), (after, _) = (train(X, labels, 5, lr, 1, 9, seed=3) for lr in (1e-9, 0.3))
    gradients = oracle(loss_of_network(X, labels), *before)[1:]
    check.expect(
        lambda: tuple((old - new) / 0.3 for old, new in zip(before, after, strict=True)),
        gradients,
        rtol=1e-4,
        atol=1e-6,
        names=PARAMETERS,
    )
with check("all randomness comes from rng"):
    X, labels = draws(12, 3), np.arange(12) % 2
    np.random.seed(1)
    once, _ = train(X, labels, 4, 0.1, 2, 4, seed=5)
    np.random.seed(2)
    again, _ = train(X, labels, 4, 0.1, 2, 4, seed=5)
    check.holds(np.allclose(once[0], again[0]), "the same rng gave other weights: take all random numbers from rng")
    other, _ = train(X, labels, 4, 0.1, 2, 4, seed=6)
    check.holds(
        not np.allclose(once[0], other[0]), "another rng gave the same weights: take all random numbers from rng"
    )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Two models on the digits, both with all weights at 0 at the start: logistic regression ("is it an 8?") and the network. Which one learns? And a network whose weights all start at 0.1?

# %% tags=["demo"]
with needs(mlp_loss_and_grads, logistic_loss_and_grads):
    X, labels = digits.x_train[:400].astype(float), digits.y_train[:400]

    def logistic(params):
        loss, dw, db = logistic_loss_and_grads(params["w"], params["b"], X, (labels == 8).astype(float))
        return loss, {"w": dw, "b": db}

    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
    _, losses = descend(logistic, {"w": np.zeros(64), "b": 0.0}, steps=300, lr=0.5)
    left.plot(losses, label="all 0")
    left.set(title="logistic regression", xlabel="step", ylabel="loss (nats)", ylim=(0, None))
    random_start = {name: 0.2 * value for name, value in random_network(64, 16, 10).items()}
    equal_start = lambda number: {name: np.full_like(value, number) for name, value in random_start.items()}
    for name, start in {"all 0": equal_start(0), "all 0.1": equal_start(0.1), "random": random_start}.items():
        params, losses = descend(lambda params: mlp_loss_and_grads(params, X, labels), start, steps=300, lr=0.5)
        right.plot(losses, label=name)
        print(f"{name:8} different hidden units at the end: {len(np.unique(params['W1'].round(9), axis=1).T)} of 16")
    right.set(title="network, 16 hidden units", xlabel="step", ylim=(0, None))
    for ax in (left, right):
        ax.legend(fontsize=8)
    plots.show(
        figure,
        "Left: logistic regression learns from zeros. Right: the network from zeros stays near ln 10, from equal weights "
        "it gets only part of the way down, from random weights its loss falls towards 0.",
    )

# %% [markdown]
# ### Written answer 1  ·  4 points
#
# Explain in three to five sentences why zeros are a fine start for logistic regression and fatal for the network, using the gradients of sections 4 and 7. And why does the network whose weights all start at 0.1 get further than the one at 0, but not far? (The printed numbers of different hidden units are a hint.)

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_zero_weights", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** The gradient of logistic regression is $X^\top(p - y)/n$: it does not contain the weights as a factor, so at 0 it is not 0, and each weight gets its own slope because each feature is different; moreover the loss is convex, so any start leads to the minimum. In the network at 0, all $h$ are 0, hence $\partial J/\partial W_2 = h^\top \delta_2 = 0$, and $\delta_1 = \delta_2 W_2^\top = 0$, hence $\partial J/\partial W_1 = 0$: only $b_2$ moves, and the network learns how frequent the classes are. With equal weights of 0.1 the gradients are not 0, but all hidden units compute the same and receive the same gradient, so they stay copies of one another: 16 units with the strength of a single one. Random weights break the symmetry.
#
# **Rubric**
# - 1 point: logistic regression: its gradient does not vanish at 0 (or: differs from weight to weight because the features differ); convexity alone is half a point.
# - 1 point: network at 0: the gradients of $W_1$ **and** $W_2$ are 0, with the reason (a factor $h$ or $W_2$ that is 0).
# - 1 point: equal weights: every hidden unit gets the same gradient and stays a copy.
# - 1 point: hence further, but not far: the gradients are not 0, and what learns is a single hidden unit, sixteen times over. Only one of the two halves: half a point.
# ### END SOLUTION

# %% [markdown]
# ## 11 · The landscape: saddles everywhere  ·  12 min
#
# Descent stops where the gradient vanishes. On a picture in three dimensions such a place is a minimum, a maximum or, now and then, a saddle. In a thousand dimensions it has a thousand curvatures, the eigenvalues of the Hessian, and it is a minimum only if *all* of them are positive. Take symmetric matrices with random entries as a crude model of a Hessian:

# %% tags=["demo"]
rng, dimensions = np.random.default_rng(SEED), np.arange(1, 9)
kinds = {"minimum": [], "maximum": [], "saddle": []}
for dimension in dimensions:
    matrices = rng.normal(size=(4000, dimension, dimension))
    eigenvalues = np.linalg.eigvalsh(matrices + matrices.transpose(0, 2, 1))
    all_up, all_down = (eigenvalues > 0).all(axis=1).mean(), (eigenvalues < 0).all(axis=1).mean()
    for kind, share in zip(kinds, (all_up, all_down, 1 - all_up - all_down), strict=True):
        kinds[kind].append(share)
figure, ax = plt.subplots(figsize=(5.6, 3))
for (kind, shares), marker in zip(kinds.items(), "v^o", strict=True):
    ax.plot(dimensions, shares, marker=marker, label=kind)
ax.set(xlabel="number of parameters", ylabel="share of random Hessians")
ax.legend()
plots.show(figure, "In one dimension half are minima and half maxima; with six parameters practically all are saddles.")

# %% [markdown]
# A network's Hessian is no random matrix, so let us look at real ones. Fit a network with a *single* tanh unit until its gradient is 0. Then write the same function with three copies of that unit, each with a third of the outgoing weight. All gradients are still 0: a stationary point of the larger network. What kind?

# %% tags=["demo"]
from IPython.display import display
from scipy.optimize import least_squares


def residuals(theta, x, y):
    """What a network with tanh units misses; theta (4 units + 1): input weights, biases, outgoing weights, an offset."""
    units = len(theta) // 4
    W, b, out = theta[: 2 * units].reshape(2, units), theta[2 * units : 3 * units], theta[3 * units : -1]
    return np.tanh(x @ W + b) @ out + theta[-1] - y


def curvatures(f, theta, eps=1e-3):
    """Eigenvalues of the Hessian of f at theta: central differences of your central differences."""
    slopes = lambda theta: np.asarray(numerical_gradient(f, theta))
    hessian = np.array([slopes(theta + unit) - slopes(theta - unit) for unit in eps * np.eye(len(theta))]) / (2 * eps)
    return np.linalg.eigvalsh((hessian + hessian.T) / 2)


with needs(numerical_gradient):
    rows = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(60, 2))
        y = np.sin(2 * x[:, 0]) + x[:, 1] ** 2
        mse = lambda theta, x=x, y=y: np.mean(residuals(theta, x, y) ** 2)
        one = least_squares(residuals, rng.normal(size=5), args=(x, y), method="lm", xtol=1e-14, ftol=1e-14).x
        copied = np.concatenate([np.repeat(one[:3], 3), np.full(3, one[3] / 3), one[4:]])
        nudged = least_squares(residuals, copied + 0.01 * rng.normal(size=13), args=(x, y), method="lm").x
        gradient, bends = np.linalg.norm(numerical_gradient(mse, copied)), curvatures(mse, copied)
        rows.append([f"{gradient:.0e}", np.sum(bends < -1e-5), bends[0], bends[-1], mse(copied), mse(nudged)])
    columns = ["gradient's length", "negative of 13 curvatures", "lowest", "highest", "loss", "loss after a nudge"]
    saddles = pd.DataFrame(rows, columns=columns, index=pd.Index(SEEDS, name="seed"))
    display(saddles.round(4))
    negative = saddles["negative of 13 curvatures"].to_numpy() / 13
    claim("at the stationary point a share of the curvatures is negative", negative)
    lower = saddles["loss after a nudge"] < saddles["loss"]
    print(f"descent from a nudge of 0.01 ends lower: {lower.sum()} of {len(saddles)} times")

# %% [markdown]
# **Explain.** Positive in most directions, negative in a few: these are saddles, not minima. Descent that starts exactly there stays; a nudge is enough to leave, and every random start and every noisy mini-batch is a nudge. That is also what is wrong with a row of equal weights: it is not a bad valley but a ridge from which nothing pushes the units apart. So "it converges to a local minimum" promises too much: descent converges, if it does, to a *stationary point*.

# %% [markdown]
# ## 12 · The same network in Keras and scikit-learn  ·  20 min
#
# In Keras a network is a list of layers, given at once or added one by one. `compile` chooses optimizer, loss and metrics; `fit` trains, `evaluate` measures. The loss must match the labels: integers go with `sparse_categorical_crossentropy`.

# %% tags=["demo"]
with needs(count_parameters):
    model = small_network()
    same = keras.Sequential()  # the other spelling
    same.add(keras.Input((64,)))
    same.add(keras.layers.Dense(32, activation="relu"))
    same.add(keras.layers.Dense(10, activation="softmax"))
    model.summary()
    print(f"parameters: {model.count_params()} and {same.count_params()}, you count {count_parameters([64, 32, 10])}")

# %% [markdown]
# Is it *the same* network? Give Keras the weights of yours and let both take the same ten steps, all rows in each:

# %% tags=["demo", "nbval-check-output"]
with needs(mlp_loss_and_grads):
    start = {name: 0.2 * value for name, value in random_network(64, 32, 10).items()}
    X, labels = digits.x_train.astype(float), digits.y_train
    model = small_network()
    model.set_weights(list(start.values()))
    model.compile(keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy")
    model.fit(X, labels, batch_size=len(X), epochs=10, shuffle=False, verbose=0)
    params, _ = descend(lambda params: mlp_loss_and_grads(params, X, labels), start, steps=10, lr=0.1)
    for (name, own_values), keras_values in zip(params.items(), model.get_weights(), strict=True):
        print(f"{name}: equal to four decimals: {np.allclose(own_values, keras_values, atol=1e-4)}")

# %% [markdown]
# The arguments of `fit` that matter: `epochs` and `batch_size`; `validation_data`, rows that only watch; `shuffle`, on unless you say otherwise; `verbose=0` for silence; `callbacks` (Lab 2). A second call of `fit` goes on with the *same* weights; build the model anew for a fresh start.

# %% tags=["demo"]
model = small_network()
model.compile(keras.optimizers.SGD(0.3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
validation = digits.x_val, digits.y_val
history = model.fit(digits.x_train, digits.y_train, batch_size=32, epochs=15, validation_data=validation, verbose=0)
figure, ax = plt.subplots()
right, epochs = ax.twinx(), np.arange(1, 16)
for prefix, name, line in (("", "training", "-."), ("val_", "validation", ":")):
    ax.plot(epochs, history.history[f"{prefix}loss"], label=f"{name} loss")
    right.plot(epochs, history.history[f"{prefix}accuracy"], color="0.35", linestyle=line, label=f"{name} accuracy")
ax.set(xlabel="epoch", ylabel="loss (nats)", ylim=(0, None))
right.set(ylabel="accuracy", ylim=(0, 1))
right.grid(False)
right.spines.right.set_visible(True)
figure.legend(loc="outside lower center", ncols=4, fontsize=8)
plots.show(
    figure,
    "Over 15 epochs both losses fall and both accuracies rise above 0.9; validation follows training at a small distance.",
)
loss, accuracy = model.evaluate(*validation, verbose=0)
print(f"evaluate on the validation rows: loss {loss:.3f}, accuracy {accuracy:.3f}")

# %% [markdown]
# Your own `train_mlp` and scikit-learn's `MLPClassifier` on the same rows. The second one stands for the whole recipe in one line; it trains with Adam unless told otherwise, and with `n_iter_no_change` it decides for itself when to stop.

# %% tags=["demo"]
import warnings

from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

warnings.simplefilter("ignore", ConvergenceWarning)  # it would say each time that so many epochs are not the end


def accuracy_of(params, X, labels):
    """The share of rows whose highest score is that of the right class."""
    h = np.maximum(X @ params["W1"] + params["b1"], 0)
    return np.mean(np.argmax(h @ params["W2"] + params["b2"], axis=1) == labels)


with needs(train_mlp):
    params, _ = train_mlp(digits.x_train.astype(float), digits.y_train, 32, 0.3, 15, 32, np.random.default_rng(SEED))
    print(f"train_mlp:     validation accuracy {accuracy_of(params, digits.x_val, digits.y_val):.3f}")
sgd = {"solver": "sgd", "momentum": 0, "learning_rate_init": 0.3, "batch_size": 32}
in_sklearn = MLPClassifier((32,), **sgd, max_iter=15, n_iter_no_change=15, random_state=SEED)
in_sklearn.fit(digits.x_train, digits.y_train)
print(f"MLPClassifier: validation accuracy {in_sklearn.score(digits.x_val, digits.y_val):.3f}")

# %% [markdown]
# **Old pages.** Much of what you find on the web was written for Keras 2. `Dense(output_dim=10)` is now `Dense(10)`; `keras.layers.core` and `np_utils` are gone (`keras.layers` and `keras.utils` have what they held); models are saved as `.keras` files.

# %% tags=["demo", "nbval-check-output"]
for spelling in (
    "keras.layers.Dense(output_dim=10)",
    "keras.layers.core.Dense(10)",
    "keras.utils.np_utils.to_categorical([1])",
):
    try:
        eval(spelling)
    except (AttributeError, TypeError, ValueError) as error:
        print(f"{spelling}: {type(error).__name__}")
print("keras.utils.to_categorical([1], 3):", keras.utils.to_categorical([1], 3))

# %% [markdown]
# ## 13 · Why now? Data, compute, algorithms  ·  20 min
#
# None of what you have written is new: backpropagation was known in the 1980s. What changed is that large labelled data sets came together, that graphics cards made matrix products a thousand times cheaper, and that a handful of algorithmic ideas (ReLU, good initial weights, Adam, batch normalization: the next labs) made deep networks trainable. You will often see a drawing of what data does: on little data all methods are about equal, on much data larger networks win. Is it so? Let us measure it, at three or four sizes of the training set, with ten draws each: a support vector machine, a net with 8 hidden units, and a net with two layers of 64.
#
# > **Predict.** First task: which digit is it? There are 1,077 training rows, and we use 50 to 1,000 of them. Second task: two digits side by side; is their *sum* even or odd? Random pairs give us as many rows as we like. Which method wins where?

# %% tags=["demo"]
from sklearn.svm import SVC


def methods(n, seed):
    """Untrained models for n rows. The nets will see 16,000 rows in batches of 64, and each row four times at least."""
    epochs = max(4, 16_000 // n)
    effort = {"learning_rate_init": 3e-3, "batch_size": min(64, n), "max_iter": epochs, "n_iter_no_change": epochs}
    net = lambda *hidden: MLPClassifier(hidden, **effort, random_state=seed)
    return {"SVM": SVC(C=5), "net, 8 units": net(8), "net, 64 and 64 units": net(64, 64)}


def learning_curves(draw, sizes, x_val, y_val, svm_limit):
    """Validation accuracies {method: (seeds, sizes)}; draw(n, rng) -> n training rows; no SVM beyond svm_limit rows."""
    curves = {name: np.full((len(SEEDS), len(sizes)), np.nan) for name in methods(64, SEED)}
    for row, seed in enumerate(SEEDS):
        for column, n in enumerate(sizes):
            training = draw(n, np.random.default_rng(seed))
            for name, model in methods(n, seed).items():
                if name != "SVM" or n <= svm_limit:
                    curves[name][row, column] = model.fit(*training).score(x_val, y_val)
    return curves


def draw_curves(ax, sizes, curves, title):
    for (name, values), marker in zip(curves.items(), "so^", strict=True):
        plots.bands(ax, sizes, values, name, marker=marker)
    ax.set(xscale="log", xlabel="training rows", title=title)
    ax.set_xticks(sizes, sizes)
    ax.xaxis.set_minor_locator(plt.NullLocator())


def single_digits(n, rng, data=digits):
    rows = rng.permutation(len(data.x_train))[:n]
    return data.x_train[rows], data.y_train[rows]


def pairs_of_digits(n, rng, x=digits.x_train, y=digits.y_train):
    first, second = rng.integers(0, len(x), (2, n))
    return np.concatenate([x[first], x[second]], axis=1), (y[first] + y[second]) % 2


single_sizes = (50, 200, 1000)
single = learning_curves(single_digits, single_sizes, digits.x_val, digits.y_val, svm_limit=1000)

# %% tags=["demo"]
pair_sizes = (100, 400, 1600, 6400)
held_out = pairs_of_digits(1000, np.random.default_rng(99), digits.x_val, digits.y_val)
paired = learning_curves(pairs_of_digits, pair_sizes, *held_out, svm_limit=1600)

# %% tags=["demo"]
figure, axes = plt.subplots(1, 2, figsize=(8, 3.4))
draw_curves(axes[0], single_sizes, single, "which digit?")
draw_curves(axes[1], pair_sizes, paired, "is the sum of two digits odd?")
axes[0].set_ylabel("validation accuracy")
axes[1].legend(fontsize=8)
plots.show(
    figure,
    "Left, single digits: the SVM is on top, the large net close behind, the small net well below. Right, "
    "odd sums: all three start together near 0.6; from 400 rows on the large net is ahead of the SVM and the small net.",
)
svm, small, large = single.values()
print(f"which digit, {single_sizes[0]} rows: SVM minus large net {mean_interval(svm[:, 0] - large[:, 0])}")
claim(f"which digit, {single_sizes[0]} rows: the SVM is ahead of the small net", svm[:, 0] - small[:, 0])
for column in (1, 2):
    claim(f"which digit, {single_sizes[column]} rows: the SVM is ahead of the large net", (svm - large)[:, column])
svm, small, large = paired.values()
for name, net in (("small", small), ("large", large)):
    print(f"odd sums, {pair_sizes[0]} rows: {name} net minus SVM {mean_interval(net[:, 0] - svm[:, 0])}")
for column in (1, 2):
    claim(f"odd sums, {pair_sizes[column]} rows: the large net is ahead of the SVM", (large - svm)[:, column])
lead = large - small
claim("odd sums: the large net's lead over the small one grows from 100 to 6,400 rows", lead[:, -1] - lead[:, 0])

# %% [markdown]
# **Explain.** The drawing is right about the second task and wrong about the first. On odd sums and 100 rows the three methods lie close together, a little above guessing; with 400 and 1,600 rows the large net is ahead of the SVM, and up to 6,400 rows its lead over the small net grows. Here the answer is *composed* (find out two digits, then combine them), and a network can learn the parts. Single digits are easy for an SVM, which compares whole images: with 50 rows it is hardly ahead of the large net, with 200 and 1,000 it clearly is, and the small net is far behind even on few rows. So more data does not favour networks by itself. It does when the task has a structure that a larger network can find and a smaller model cannot express.
#
# With `PROFILE = "full"` the next cell draws the same curves on MNIST, up to 10,000 rows.

# %% tags=["demo"]
if PROFILE == "full":
    mnist = data.load_mnist()
    full_sizes = (100, 1000, 10_000)
    from_mnist = lambda n, rng: single_digits(n, rng, mnist)
    curves = learning_curves(from_mnist, full_sizes, mnist.x_val[:2000], mnist.y_val[:2000], svm_limit=10_000)
    figure, ax = plt.subplots()
    draw_curves(ax, full_sizes, curves, "MNIST")
    ax.set_ylabel("validation accuracy")
    ax.legend()
    plots.show(figure, "Validation accuracy on MNIST against training rows for an SVM, a small and a large net.")
    for name, values in curves.items():
        print(f"{name:24}", *(str(mean_interval(column)) for column in values.T), sep="   ")
else:
    print('PROFILE = "full" draws these curves on MNIST.')

# %% [markdown]
# **The other side of power.** A network with one hidden layer, wide enough, can approximate *any* continuous function: networks are universal approximators. That includes functions that are pure noise. Give 150 digits random labels, so that there is nothing to learn:

# %% tags=["demo"]
with needs(train_mlp):
    rows = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        X, labels = digits.x_train[:150].astype(float), rng.integers(0, 10, 150)
        params, _ = train_mlp(X, labels, 64, 0.5, 250, 32, rng)
        new_labels = rng.integers(0, 10, len(digits.y_val))
        rows.append([accuracy_of(params, X, labels), accuracy_of(params, digits.x_val, new_labels)])
    on_training_rows, on_new_rows = np.array(rows).T
    print(f"accuracy on the training rows: {mean_interval(on_training_rows)}")
    print(f"on new rows, also labelled at random: {mean_interval(on_new_rows)}")
    lead = on_training_rows - on_new_rows
    claim("a network can learn noise by heart: training accuracy minus accuracy on new rows", lead)

# %% [markdown]
# **Explain.** A training loss near 0 proves that the network is large enough, and nothing else. Whether it has learnt something shows only on rows that it has not seen. Lab 5 is about what to do then.

# %% [markdown]
# ### Written answer 2  ·  3 points
#
# You have 500 labelled rows with 40 features, and a colleague wants to begin with a network of five layers "because deep learning wins". Using what you measured in this section: which model or models would you try first, and why? What would you measure before you ask for more data or for a larger network? Three to five sentences.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_small_data", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** On a few hundred rows no method won everywhere: the SVM was best on single digits, the large net on odd sums from 400 rows on. So start with an SVM as a baseline, since it is quick and has little to tune, with a net beside it. Then draw a learning curve: train on 100, 200, 400 of the rows, several draws each, and look at the validation accuracy with its interval. If the curve still climbs at the right end, more data will help; if training and validation accuracy are both low and level, a larger network or better features may. A training accuracy of 1 proves nothing: the networks learnt random labels by heart.
#
# **Rubric**
# - 1 point: a baseline that is quick to train first (SVM, logistic regression or a small net, with or without a larger one beside it), with a reason measured in the section (the SVM wins on single digits; it depends on the task).
# - 1 point: a learning curve, or another measurement on rows not trained on, **before** deciding; several draws or an interval are welcome.
# - 1 point: reads it: still climbing → more data; both low and level → larger model; or warns that training accuracy proves nothing. "Deep learning always wins" or "never wins": no point.
# ### END SOLUTION

# %% [markdown]
# ## 14 · Knowledge check  ·  10 min
#
# ### Exercise 11 — `quiz`  ·  7 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. 60,000 rows in batches of 128: how many steps has an epoch? **a** 128 · **b** 468 · **c** 468.75 · **d** 469
# 2. A network of ten layers without any activation function can represent … **a** any continuous function · **b** the same functions as a single layer · **c** more than one layer, but less than with ReLU · **d** nothing
# 3. Ten classes, the labels are the integers 0 to 9. Which output and which Keras loss? **a** sigmoid, `binary_crossentropy` · **b** softmax, `sparse_categorical_crossentropy` · **c** softmax, `categorical_crossentropy` · **d** linear, `mean_squared_error`
# 4. A network gives the three classes 0.7, 0.2 and 0.1; the second one is right. What does this row cost? **a** $-\ln 0.7$ · **b** $0.2$ · **c** $-\ln 0.2$ · **d** $-\ln 0.7 - \ln 0.2 - \ln 0.1$
# 5. What can training *not* change directly? **a** the weights of the first layer · **b** the weights of the last layer · **c** the biases · **d** the activations of a hidden layer
# 6. All weights and biases of a ReLU network start at 0. What can it learn by descent? **a** everything, only more slowly · **b** how frequent the classes are · **c** a linear classifier · **d** nothing at all, not even a bias
# 7. Of all places where the gradient of a network with a million parameters is 0, what are most, by the picture of section 11? **a** global minima · **b** other minima · **c** saddles · **d** maxima

# %% nbgrader={"grade": false, "grade_id": "quiz", "locked": false, "schema_version": 3, "solution": true, "task": false}
quiz = {
    1: None,
    2: None,
    3: None,
    4: None,
    5: None,
    6: None,
    7: None,
}
### BEGIN SOLUTION
quiz = {1: "d", 2: "b", 3: "b", 4: "c", 5: "d", 6: "b", 7: "c"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=7)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 8)}
with check("all seven questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("d", "60000 / 128 = 468.75, rounded up: the last batch holds the 96 rows that are left."),
    2: ("b", "Linear layers in a row are one linear layer: without a bend, depth adds nothing."),
    3: ("b", "One of several classes: softmax; integer labels: the sparse form. One-hot rows would go with the other."),
    4: ("c", "Only the probability of the right class counts: -ln 0.2, about 1.6 nats."),
    5: ("d", "Activations follow from the data and the weights below; only weights and biases are set."),
    6: ("b", "All hidden activations are 0, so both weight matrices have gradient 0; the output biases alone move."),
    7: ("c", "A minimum needs a million curvatures that are all positive; a few negative ones make a saddle."),
}
for number, (letter, reason) in key.items():
    with check(f"question {number}"):
        check.note(reason)
        check.expect(answers[number], letter)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## We have …
#
# - written a network in NumPy: activations, softmax, cross-entropy, layers, and the way back through all of them;
# - checked each gradient against central differences and TensorFlow, and built a small TensorFlow of our own;
# - trained it, seen that it needs random weights and a bend, and found Keras in agreement to four decimals;
# - measured when more data and a larger network pay, and when they do not.
#
# **Going further.** (1) Add a second hidden layer to `mlp_loss_and_grads`: which lines repeat? (2) Give `Value` a `sigmoid` method and train a single neuron with it. (3) Replace ReLU by sigmoid in a network of five layers and print the size of each layer's gradient: that is where Lab 4 begins. (4) Run this notebook with `PROFILE = "full"` for the learning curves on MNIST.
