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
# # Lab 2 · Optimizers
#
# Every network in this course is trained by the same loop: measure the slope of the loss, take a step, repeat. The optimizers differ only in *the step*. In this lab you write each of them from scratch, in a line or two of NumPy, watch what problem it cures, and see it checked against Keras.
#
# **You will be able to**
#
# - write gradient descent, mini-batches, momentum, Nesterov, AdaGrad, RMSprop and Adam, and say which problem each one solves;
# - judge an optimizer fairly: same budget, tuned learning rate, several seeds, an interval instead of a single number;
# - use Keras' optimizers, learning-rate schedules and callbacks, and know what they count.
#
# **You need** NumPy, derivatives, and an idea of what a loss and its gradient are. **Time** about two and a half hours; the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `gd_step` | 2 | | 7 `rmsprop_step` | 4 |
# | 2 `minibatches` | 4 | | 8 `adam_step` | 6 |
# | 3 `ema` | 4 | | 9 `schedules` | 4 |
# | 4 `momentum_step` | 4 | | 10 `quiz` | 7 |
# | 5 `nesterov_step` | 4 | | two written answers | 7 |
# | 6 `adagrad_step` | 4 | | **together** | **50** |
# | | | | bonus: `keras_optimizer` | 4 |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers. Before you hand in, press *Validate* (or give `python -m dllabs check`): it runs a copy of your notebook from the top and says what is missing or fails. Demos between the exercises use *your* functions, so they wait until you have written them.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" runs the race of section 9 on MNIST: about 10 minutes and 6 GB of memory
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import time

import dllabs

dllabs.setup(seed=SEED)

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from dllabs import data, needs, plots
from dllabs.stats import claim, mean_interval
from dllabs.surfaces import ravine, rosenbrock, saddle

digits = data.load_digits()
SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# The next cell holds four small tools that the checks and demos share. Run it, read it if you like, and go on.


# %% nbgrader={"grade": false, "grade_id": "tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
def path_of(step, theta, *state, steps):
    """Where an optimizer goes: `step(t, theta, *state)` returns (theta, *state), t counts from 1 -> (steps + 1, ...)."""
    path = [np.asarray(theta, dtype=float)]
    for t in range(1, steps + 1):
        theta, *state = step(t, path[-1].copy(), *state)
        path.append(np.asarray(theta))
    return np.array(path, dtype=path[-1].dtype)  # in the answer's own precision, which sets the tolerance


def keras_path(optimizer, theta, gradient, steps):
    """Where one of Keras' optimizers goes on the same problem; `gradient(t, theta)`, t counts from 1."""
    variable = keras.Variable(theta, dtype="float64")
    path = [variable.numpy()]
    for t in range(1, steps + 1):
        optimizer.apply([keras.ops.convert_to_tensor(gradient(t, variable.numpy()), dtype="float64")], [variable])
        path.append(variable.numpy())
    return np.array(path)


def copies(*arrays):
    """Copies to hand out, so that a function that changes its arguments spoils one check and not all."""
    return [array.copy() for array in arrays]


def steady_gradients(steps, shape=(3,)):
    """Gradients of changing sign and size, none closer to 0 than 0.1: the same ones every time."""
    noise = np.random.default_rng(2).normal(size=(steps, *shape))
    return noise + 0.1 * np.sign(noise)


# %% [markdown]
# ## 1 · Gradient descent: one step downhill  ·  10 min
#
# Collect all weights and biases of a network in one vector $\theta$. The **cost** is the *mean* of the loss over the $n$ training rows,
#
# $$J(\theta) = \frac1n \sum_{i=1}^n \ell_i(\theta),$$
#
# and its gradient $\nabla J(\theta)$ points where $J$ rises fastest. So step the other way, by a **learning rate** $\alpha$:
#
# $$\theta \leftarrow \theta - \alpha \nabla J(\theta)$$
#
# The minus stays a minus whatever the sign of the slope: where the slope is negative, subtracting it moves $\theta$ up, which is downhill.

# %% [markdown]
# ### Exercise 1 — `gd_step`  ·  2 points
#
# Write one step. Return a **new** array: whoever called you still needs the old one.


# %% nbgrader={"grade": false, "grade_id": "gd_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gd_step(theta, grad, lr):
    """One step of gradient descent.

    theta, grad: arrays of one shape; lr > 0.
    Returns theta after the step, an array of the same shape.
    """
    ### BEGIN SOLUTION
    return theta - lr * grad
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gd_step", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(gd_step, points=2)

theta, grad = np.array([1.0, -2.0]), np.array([0.5, 1.0])
with check("one step downhill"):
    check.expect(
        lambda: gd_step(*copies(theta, grad), lr=0.1),
        [0.95, -2.1],
        mistakes={
            "that step goes uphill: subtract the gradient": [1.05, -1.9],
            "the learning rate is missing": [0.5, -3.0],
            "one mean slope moved every parameter: step element by element": [0.925, -2.075],
        },
    )
with check("slopes of both signs: always theta - lr * grad"):
    check.expect(
        lambda: gd_step(np.array([1.0, 1.0]), np.array([2.0, -2.0]), lr=0.1),
        [0.8, 1.2],
        mistakes={
            "that step goes uphill: subtract the gradient": [1.2, 0.8],
            "the sign was flipped for a negative slope: the formula already handles it": [0.8, 0.8],
        },
    )
with check("the inputs are left alone"):
    check.unchanged(gd_step, theta, grad, 0.1)
### BEGIN HIDDEN TESTS
with check("a matrix of parameters with slopes of both signs"):
    matrix, slope = steady_gradients(4, (5,)), steady_gradients(8, (5,))[4:]
    check.expect(lambda: gd_step(*copies(matrix, slope), 0.3), matrix - 0.3 * slope)
with check("forty steps on theta**2 / 2 shrink theta by (1 - lr) each"):
    path = lambda: path_of(lambda t, theta: (gd_step(theta, theta, 0.05),), [3.0, -1.0], steps=40)[-1]
    check.expect(path, 0.95**40 * np.array([3.0, -1.0]))
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** On $J(\theta) = \theta^2$ the slope is $2\theta$. Starting at $\theta = 1$, what do $\alpha = 0.05$, $0.4$ and $1.05$ do in ten steps?

# %% tags=["demo"]
with needs(gd_step):
    figure, axes = plt.subplots(1, 3, figsize=(8, 2.6), sharey=True)
    curve = np.linspace(-1.8, 1.8, 100)
    for ax, lr in zip(axes, (0.05, 0.4, 1.05), strict=True):
        path = path_of(lambda t, theta, lr=lr: (gd_step(theta, 2 * theta, lr),), [1.0], steps=10)
        ax.plot(curve, curve**2, color="0.7", linestyle="-")
        ax.plot(path, path**2, marker="o", markersize=4)
        ax.set(title=f"$\\alpha$ = {lr}", xlabel="$\\theta$")
    axes[0].set_ylabel("$J(\\theta)$")
    plots.show(figure, "Ten steps on a parabola: a small rate creeps, a good one arrives, one above 1 climbs out.")

# %% [markdown]
# **Explain.** Each step multiplies $\theta$ by $1 - 2\alpha$. That shrinks for $0 < \alpha < 1$ and grows beyond it. A curved direction limits the rate: for curvature $\lambda$ (the second derivative) descent is stable only up to $\alpha = 2/\lambda$. Keep that sentence; half of this lab follows from it.
#
# Where does it end? At a **stationary point**, where the gradient vanishes. If $J$ is convex (bowl-shaped: no chord runs below the curve), that is a global minimum. For a network it may be a local one, or a saddle (section 8 walks past one).

# %% [markdown]
# ## 2 · Mini-batches: a noisy slope is cheap  ·  20 min
#
# The exact gradient needs all $n$ rows for a single step. But a mean can be estimated from a sample: the mean gradient of $B$ rows drawn at random points the right way *on average*, for $B/n$ of the price.
#
# | name | rows per step | steps per epoch |
# |---|---|---|
# | (batch) gradient descent | $n$ | 1 |
# | mini-batch gradient descent | $B$ | $\lceil n / B \rceil$ |
# | stochastic gradient descent, strictly | 1 | $n$ |
#
# An **epoch** is one pass over all rows. The last batch may be smaller, hence the rounding *up*. Rows are shuffled anew in every epoch, or the network would feel the order they happen to stand in.

# %% [markdown]
# ### Exercise 2 — `minibatches`  ·  4 points
#
# Write a generator (use `yield`) that shuffles the rows and hands them out in batches. Take all randomness from `rng`, a `np.random.Generator` (`rng.permutation(n)` gives the numbers 0 to n − 1 in random order), and leave `X` and `y` themselves as they are.


# %% nbgrader={"grade": false, "grade_id": "minibatches", "locked": false, "schema_version": 3, "solution": true, "task": false}
def minibatches(X, y, batch_size, rng):
    """One epoch of mini-batches in a fresh random order.

    X: (n, d); y: (n,) or (n, k); batch_size >= 1.
    Yields (X_b, y_b) with batch_size rows each, the last one with what is left.
    """
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_minibatches", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
from itertools import islice

check = dllabs.Check(minibatches, points=4)


def epoch(n, batch_size, rng):
    """One epoch over n rows that carry their own number: batch sizes, row numbers in X, row numbers in y."""
    X = np.column_stack([np.arange(n), -np.arange(n)]).astype(float)
    batches = minibatches(X, np.arange(n), batch_size, rng)
    check.holds(batches is not None, "got None: hand out every batch with `yield X_b, y_b`")
    batches = list(islice(batches, n + 1))  # bounded: a generator may have no end
    pairs = all(isinstance(batch, (tuple, list)) and len(batch) == 2 for batch in batches)
    check.holds(pairs, "each batch must be a pair: `yield X_b, y_b`, one batch at a time")
    for X_b, y_b in batches:
        fitting = np.shape(X_b)[1:] == (2,) and np.shape(y_b) == np.shape(X_b)[:1]
        shapes = f"got shapes {np.shape(X_b)} and {np.shape(y_b)}"
        check.holds(fitting, f"{shapes}: X_b has the columns of X, y_b a label for each row of X_b")
    check.holds(len(batches) <= n, "more batches than rows: stop after one epoch")
    sizes = [len(X_b) for X_b, _ in batches]
    in_X = np.concatenate([np.asarray(X_b)[:, 0] for X_b, _ in batches])
    return sizes, in_X, np.concatenate([np.asarray(y_b) for _, y_b in batches])


with check("400 rows by 40 make 10 batches of 40"):
    check.expect(
        lambda: epoch(400, 40, np.random.default_rng(1))[0],
        [40] * 10,
        mistakes={
            "the last batch is missing": [40] * 9,
            "one batch too many": [40] * 10 + [0],
            "batch_size is taken for the number of batches": [10] * 40,
        },
    )
with check("10 rows by 4: the last batch holds what is left"):
    check.expect(
        lambda: np.array(epoch(10, 4, np.random.default_rng(1))[0]),
        np.array([4, 4, 2]),
        mistakes={"the last, smaller batch was lost": np.array([4, 4])},
    )
    check.expect(lambda: np.sort(epoch(10, 4, np.random.default_rng(1))[1]), np.arange(10))
with check("each row keeps its label"):
    _, in_X, in_y = epoch(50, 8, np.random.default_rng(1))
    check.holds(np.array_equal(in_X, in_y), "X and y were shuffled apart: use one order for both")
with check("X and y themselves are left alone"):
    X, y = np.arange(12.0).reshape(6, 2), np.eye(6)
    check.unchanged(lambda X, y: list(islice(minibatches(X, y, 4, np.random.default_rng(0)), 9)), X, y)
with check("the order changes from epoch to epoch"):
    rng = np.random.default_rng(1)
    first, second = epoch(50, 8, rng)[1], epoch(50, 8, rng)[1]
    check.holds(not np.array_equal(first, np.arange(50)), "the rows come in their original order: shuffle them")
    check.holds(not np.array_equal(first, second), "two epochs came in the same order: draw a new one every time")
    neighbours = np.sum(np.abs(np.diff(first)) == 1)  # about 2 of 49 in a fair order
    check.holds(neighbours < 25, "neighbouring rows stayed together: shuffle the rows, not the batches")
    check.holds(set(first[:8]) != set(range(8)), "rows were mixed only inside their batch: shuffle before cutting")
### BEGIN HIDDEN TESTS
with check("every row comes exactly once, also when nothing divides evenly"):
    for n, batch_size in ((23, 5), (7, 1), (64, 64)):
        sizes, in_X, in_y = epoch(n, batch_size, np.random.default_rng(n))
        check.expect(np.sort(in_X), np.arange(n))
        check.expect(np.sort(in_y), np.arange(n))
        check.holds(all(size == batch_size for size in sizes[:-1]), "only the last batch may be smaller")
        check.expect(len(sizes), -(-n // batch_size))
with check("a batch larger than the data is the whole data"):
    check.expect(lambda: epoch(6, 100, np.random.default_rng(3))[0], [6])
with check("all randomness comes from rng, and different generators give different orders"):
    np.random.seed(1)
    once = epoch(40, 6, np.random.default_rng(5))[1]
    np.random.seed(2)
    check.expect(lambda: epoch(40, 6, np.random.default_rng(5))[1], once)
    other = epoch(40, 6, np.random.default_rng(6))[1]
    check.holds(not np.array_equal(once, other), "another rng gave the same order: draw the order from rng")
with check("labels come back as they are: whole numbers, or one-hot rows"):

    def labels(y):
        X = np.arange(6.0)[:, None]
        batches = islice(minibatches(X, y.copy(), 4, np.random.default_rng(3)), 9)
        return np.concatenate([np.asarray(y_b) for _, y_b in batches])

    numbers = labels(np.arange(6))
    check.holds(numbers.dtype.kind in "iu", "whole numbers came back as floats: take the labels from y itself")
    check.expect(lambda: labels(np.eye(6)), np.eye(6)[numbers])
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Now a real problem: a linear classifier with softmax on 1,077 handwritten digits (8×8 pixels). Its loss is convex, so nothing hides the optimizer's own behaviour. `loss` and `gradient` are those of Lab 1.

# %% nbgrader={"grade": false, "grade_id": "softmax_regression", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_train, y_train = digits.x_train.astype(float), digits.y_train


def probabilities(theta, X):
    """theta: (64, 10) weights of a linear classifier without biases -> (n, 10)."""
    scores = np.asarray(X) @ np.asarray(theta)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def loss(theta, X=X_train, y=y_train):
    """The cost J: mean cross-entropy in nats."""
    return -np.log(probabilities(theta, X)[np.arange(len(y)), y] + 1e-12).mean()


def gradient(theta, X=X_train, y=y_train):
    """Gradient of the mean cross-entropy, (64, 10)."""
    return np.asarray(X).T @ (probabilities(theta, X) - np.eye(10)[np.asarray(y)]) / len(y)


# %% [markdown]
# > **Predict.** All three variants below may look at the same number of rows: five epochs' worth. Which one has the lowest cost at the end: all rows per step, 32 per step, or one per step? And which one costs most seconds?
#
# (Each variant uses the best of a few learning rates that we tried; you may try others. One seed proves nothing, so each runs with ten. A band, and a bracket like 0.21 [0.20, 0.22], is the 95 % interval for the *mean* over the seeds; a line with ✓ says that the interval of a difference lies on one side of zero. Losses are in nats, that is, with the natural logarithm.)


# %% tags=["demo"]
def train_softmax(batch_size, lr, seed, epochs=5, scale=lambda X_b: 1.0):
    """Train on the digits; returns the cost before and after each epoch."""
    rng, theta = np.random.default_rng(seed), np.zeros((64, 10))
    costs = [loss(theta)]
    for _ in range(epochs):
        for X_b, y_b in minibatches(X_train, y_train, batch_size, rng):
            theta = gd_step(theta, scale(X_b) * gradient(theta, X_b, y_b), lr)
        costs.append(loss(theta))
    return costs


with needs(gd_step, minibatches):
    n = len(X_train)
    figure, ax = plt.subplots()
    final_cost = {}
    for batch_size, lr in ((n, 3.0), (32, 1.0), (1, 0.1)):
        start = time.perf_counter()
        costs = np.array([train_softmax(batch_size, lr, seed) for seed in SEEDS])
        milliseconds = 1000 * (time.perf_counter() - start) / len(SEEDS)
        final_cost[batch_size] = costs[:, -1]
        steps = 5 * -(-n // batch_size)
        plots.bands(ax, np.arange(6), costs, f"batch size {batch_size} ({steps} steps in all)")
        print(f"batch size {batch_size:4}: {steps:4} steps, {milliseconds:3.0f} ms, cost {mean_interval(costs[:, -1])}")
    ax.set(xlabel="epochs (passes over the rows)", ylabel="cost J (nats)", yscale="log")
    ax.legend()
    plots.show(
        figure, "After five epochs the full-batch run is far behind; one row per step is lowest, 32 rows come second."
    )
    claim("32 rows per step end lower than all rows per step", final_cost[n] - final_cost[32])

# %% [markdown]
# **Explain.** The full gradient is exact and takes 5 steps; the noisy ones take 170 and 5,385. Noise turns out to be the lesser evil: many rough steps beat few exact ones. Single rows win per *row*, yet lose per *second*: a matrix product with 32 rows costs hardly more than one with a single row, and a GPU stretches that to thousands. That is why everybody uses mini-batches.
#
# How noisy is a batch? The standard error of a mean falls like $1/\sqrt B$: four times the rows, half the noise. And because $J$ is a *mean*, its gradient does not grow with the batch. Some texts sum instead; then the step length is tied to the batch size, and a rate that suits one batch size blows up at another. The next cell measures both.

# %% tags=["demo"]
with needs(gd_step, minibatches):
    sizes = np.array([4, 16, 64, 256])
    rng, start = np.random.default_rng(SEED), np.zeros((64, 10))
    exact = gradient(start)
    noise = []
    for size in sizes:
        samples = [rng.choice(n, size, replace=False) for _ in range(200)]
        errors = [np.linalg.norm(gradient(start, X_train[rows], y_train[rows]) - exact) for rows in samples]
        noise.append(np.mean(errors) / np.linalg.norm(exact))

    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
    left.plot(sizes, noise, "o", label="measured")
    left.plot(sizes, noise[0] * np.sqrt(sizes[0] / sizes), color="0.5", label="$1/\\sqrt{B}$")
    left.set(ylabel="length of the noise / of the gradient")
    sizes = np.append(sizes, n)
    for name, scale, lr in (("mean, $\\alpha$ = 0.3", lambda X_b: 1.0, 0.3), ("sum, $\\alpha$ = 0.03", len, 0.03)):
        ends = np.array([[train_softmax(int(B), lr, seed, 3, scale)[-1] for B in sizes] for seed in SEEDS])
        plots.bands(right, sizes, ends, name)
    right.set(ylabel="cost after 3 epochs (nats)")
    for ax in (left, right):
        ax.set(xscale="log", yscale="log", xlabel="batch size B")
        ax.set_xticks(sizes, sizes)
        ax.xaxis.set_minor_locator(plt.NullLocator())
        ax.legend()
    plots.show(
        figure,
        "Left: the noise follows the line one over root B. Right: with the mean, fewer steps per epoch raise the cost "
        "smoothly; with the sum the cost is level up to B = 64, then breaks out and is highest with all rows.",
    )

# %% [markdown]
# **Explain.** The noise follows $1/\sqrt B$ (a little below it at 256 rows: drawn from 1,077 without replacement, they leave less to chance). With the mean, a larger batch takes fewer steps of the same length, so three epochs get less far; raise $\alpha$ to make up for it. With the sum, a larger batch takes longer steps by itself, which is convenient as long as $\alpha B$ stays below $2/\lambda$ and ruinous beyond it.

# %% [markdown]
# ## 3 · Averages that forget  ·  10 min
#
# Noise asks for an average, but of *recent* values only. The **exponential moving average** keeps a single number and lets the past fade:
#
# $$v_t = \beta v_{t-1} + (1 - \beta)\, x_t, \qquad v_0 = 0$$
#
# It looks back over roughly $1/(1-\beta)$ values: 10 for $\beta = 0.9$, 100 for 0.99. Because it starts at 0, it is too small at first. The weights it has given out sum to $1 - \beta^t$, so dividing by that number makes it a true average:
#
# $$\hat v_t = \frac{v_t}{1 - \beta^t}, \qquad t = 1, 2, \dots$$

# %% [markdown]
# ### Exercise 3 — `ema`  ·  4 points
#
# Return all averages, one for each value. `values` may have more than one dimension; average over the first.


# %% nbgrader={"grade": false, "grade_id": "ema", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ema(values, beta, bias_correction=True):
    """Exponential moving averages over the first axis.

    values: (n, ...) floats; 0 <= beta < 1.
    Returns (n, ...): v_t, divided by 1 - beta**t (t counts from 1) if bias_correction.
    """
    ### BEGIN SOLUTION
    values = np.asarray(values, dtype=float)
    average = np.zeros_like(values[0])
    averages = []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return np.array(averages)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_ema", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(ema, points=4)

values = np.array([10.0, 20.0, 30.0])
raw, corrected = np.array([1.0, 2.9, 5.61]), np.array([1.0, 2.9, 5.61]) / np.array([0.1, 0.19, 0.271])
with check("three values without the correction"):
    check.expect(
        lambda: ema(values.copy(), beta=0.9, bias_correction=False),
        raw,
        mistakes={
            "the new value enters whole: weigh it by 1 - beta": 10 * raw,
            "beta and 1 - beta are swapped": np.array([9.0, 18.9, 28.89]),
            "the correction is applied though bias_correction is False": corrected,
            "the average starts at the first value; here it starts at 0": np.array([10.0, 11.0, 12.9]),
        },
    )
with check("three values with the correction"):
    check.expect(
        lambda: ema(values.copy(), beta=0.9),
        corrected,
        rtol=1e-6,
        mistakes={
            "the correction counts from 0: t starts at 1": np.array([np.inf, *raw[1:] / np.array([0.1, 0.19])]),
            "the correction is one step ahead: t starts at 1": raw / np.array([0.19, 0.271, 0.3439]),
            "it divides by 1 - beta, whatever t": raw / 0.1,
            "no bias correction: divide by 1 - beta**t": raw,
            "beta and 1 - beta are swapped": np.array([9.0, 18.9, 28.89]) / (1 - 0.1 ** np.arange(1, 4)),
            "the correction uses the same t for every value": raw / 0.271,
            "the corrected average was fed back: correct only what you return": np.array(
                [10.0, 11 / 0.19, (0.9 * 11 / 0.19 + 3) / 0.271]
            ),
        },
    )
with check("a constant series stays constant, in every column"):
    check.expect(lambda: ema(np.full((6, 2), [7.0, -3.0]), beta=0.8), np.full((6, 2), [7.0, -3.0]), rtol=1e-6)
### BEGIN HIDDEN TESTS
series = steady_gradients(12, (2,))
weights = np.tril(0.3 * 0.7 ** (np.arange(12)[:, None] - np.arange(12)))
with check("two columns, each with its own average"):
    check.expect(lambda: ema(series, 0.7, bias_correction=False), weights @ series)
with check("the weights of the corrected average sum to one"):
    check.expect(lambda: ema(series, 0.7), weights @ series / weights.sum(axis=1, keepdims=True), rtol=1e-6)
    check.expect(lambda: ema(series[:1], 0.7), series[:1], rtol=1e-6)
with check("beta = 0 remembers nothing"):
    check.expect(lambda: ema(series[:, 0], 0.0), series[:, 0])
    cube = steady_gradients(5, (2, 3))
    check.expect(lambda: ema(cube, 0.0), cube)
with check("the values are left alone"):
    check.unchanged(ema, series, 0.9)
### END HIDDEN TESTS
check.score()

# %% tags=["demo"]
with needs(ema):
    days = np.arange(200)
    truth = 10 + 8 * np.sin(days / 25)
    measured = truth + np.random.default_rng(SEED).normal(0, 3, len(days))
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
    left.plot(days, measured, ".", color="0.75", markersize=3)
    for beta in (0.5, 0.9, 0.98):
        left.plot(days, ema(measured, beta), label=f"$\\beta$ = {beta}")
    left.set(xlabel="day", ylabel="temperature (°C)", title="corrected averages")
    left.legend(fontsize=8)
    right.plot(days, measured, ".", color="0.75", markersize=3)
    right.plot(days, ema(measured, 0.98), label="corrected")
    right.plot(days, ema(measured, 0.98, bias_correction=False), label="not corrected")
    right.set(xlabel="day", title="$\\beta$ = 0.98")
    right.legend(fontsize=8)
    plots.show(
        figure,
        "Left: a larger beta is smoother but lags behind the season. Right: without the correction the average "
        "starts near zero and needs about 150 days to catch up.",
    )

# %% [markdown]
# **Explain.** Smoothness is paid for with delay. And with $\beta = 0.98$ the uncorrected average misses $0.98^t$ of its weight: a third after 50 values, still a twentieth after 150. An optimizer that trusted it would start with steps of the wrong length. Remember this picture when Adam divides by $1 - \beta^t$.

# %% [markdown]
# ## 4 · Momentum: remember where you were going  ·  15 min
#
# Plain descent looks only at the slope under its feet. In a narrow ravine that slope points mostly *across*, so it bounces from wall to wall and hardly moves along the floor. A ball would do better: sideways pushes cancel, pushes along the floor add up. Give the parameters a **velocity** that forgets a little at every step:
#
# $$v \leftarrow \beta v - \alpha \nabla J(\theta), \qquad \theta \leftarrow \theta + v$$
#
# Under a steady slope $g$ the velocity grows to $-\alpha g\,(1 + \beta + \beta^2 + \dots) = -\alpha g / (1 - \beta)$: with $\beta = 0.9$ the ball's top speed is ten plain steps. (Here the gradient enters whole. Some texts write $(1-\beta)\nabla J$, the moving average of section 3; their $\alpha$ is then ten times ours.)

# %% [markdown]
# ### Exercise 4 — `momentum_step`  ·  4 points
#
# Write one momentum step. First the velocity, then the parameters, with the *new* velocity.


# %% nbgrader={"grade": false, "grade_id": "momentum_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def momentum_step(theta, grad, velocity, lr, beta=0.9):
    """One step of gradient descent with momentum.

    theta, grad, velocity: arrays of one shape; lr > 0; 0 <= beta < 1.
    Returns (theta, velocity) after the step, as new arrays.
    """
    ### BEGIN SOLUTION
    velocity = beta * velocity - lr * grad
    return theta + velocity, velocity
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_momentum_step", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(momentum_step, points=4)

theta, grad, velocity = np.array([1.0, -2.0]), np.array([0.5, 1.0]), np.array([0.1, -0.2])
with check("one step from a moving start"):
    check.expect(
        lambda: momentum_step(*copies(theta, grad, velocity), lr=0.1, beta=0.9),
        ([1.04, -2.28], [0.04, -0.28]),
        names=("theta", "velocity"),
        mistakes={
            "the velocity forgot its past": (theta - 0.1 * grad, -0.1 * grad),
            "the gradient is scaled by 1 - beta; here it enters whole": ([1.085, -2.19], [0.085, -0.19]),
            "theta moved with the old velocity: update the velocity first": (theta + velocity, [0.04, -0.28]),
            "the gradient was added: the velocity goes downhill": ([1.14, -2.08], [0.14, -0.08]),
            "the velocity points uphill: it is beta * velocity - lr * grad, and is added": (
                [0.86, -1.92],
                [0.14, -0.08],
            ),
            "that is PyTorch's form: here lr stands inside the velocity": ([0.941, -2.082], [0.59, 0.82]),
            "the learning rate is missing": ([0.59, -3.18], [-0.41, -1.18]),
            "the velocity from before the step is returned": ([1.04, -2.28], velocity),
        },
    )
with check("beta = 0 is plain gradient descent"):
    check.expect(
        lambda: momentum_step(*copies(theta, grad, velocity), 0.1, beta=0.0), (theta - 0.1 * grad, -0.1 * grad)
    )
with check("the inputs are left alone"):
    check.unchanged(momentum_step, theta, grad, velocity, 0.1)
### BEGIN HIDDEN TESTS
with check("twenty steps equal Keras' SGD(momentum=0.9)"):
    slopes = steady_gradients(20, (2, 3))
    own = lambda t, theta, v: momentum_step(theta, slopes[t - 1], v, 0.05)
    keras_sgd = keras.optimizers.SGD(0.05, momentum=0.9)
    check.expect(
        lambda: path_of(own, np.ones((2, 3)), np.zeros((2, 3)), steps=20),
        keras_path(keras_sgd, np.ones((2, 3)), lambda t, theta: slopes[t - 1], steps=20),
        rtol=1e-4,
    )
with check("under a steady slope the velocity reaches -lr * grad / (1 - beta)"):
    pushed = path_of(
        lambda t, x, v: momentum_step(x, np.array([2.0]), v, 0.1, 0.8), np.zeros(1), np.zeros(1), steps=200
    )
    check.expect(pushed[-1] - pushed[-2], [-0.1 * 2.0 / (1 - 0.8)], rtol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** The ravine below is a hundred times steeper across than along. With the same $\alpha$, will momentum need about as many steps as plain descent, a third, or a tenth? And will it look smoother?

# %% tags=["demo"]
with needs(gd_step, momentum_step):
    paths = {
        "plain": path_of(lambda t, x: (gd_step(x, ravine.gradient(x), 0.018),), ravine.start, steps=600),
        "momentum": path_of(
            lambda t, x, v: momentum_step(x, ravine.gradient(x), v, 0.018), ravine.start, np.zeros(2), steps=600
        ),
    }
    for name, path in paths.items():
        arrived = np.flatnonzero(ravine.value(path.T) < 1e-4)
        print(f"{name:8} steps to J < 1e-4: {arrived[0] if arrived.size else 'more than 600'}")
    plots.trajectories(
        ravine,
        {name: path[:120] for name, path in paths.items()},
        "Plain descent zigzags between the walls while it creeps along the floor; momentum swings wider, overshoots "
        "the minimum and settles there long before plain descent arrives.",
    )

# %% [markdown]
# **Explain.** Along the floor all pushes point the same way and add up, so the ball moves with up to ten times the rate. Across the ravine that rate would be far beyond $2/\lambda$; but there the pushes change sign at every bounce and largely cancel, so the ball stays on the track. Momentum is *not* smoother: its swings across die out more slowly than plain descent's (by $\sqrt{0.9} \approx 0.95$ per step against 0.8), and it overshoots. But it arrives.
#
# Momentum does not adapt the learning rate. It adapts the *direction* by memory; the rate is the same $\alpha$ for every parameter at every step.

# %% [markdown]
# ### Written answer 1  ·  4 points
#
# What would $\beta = 0.99$ do on this ravine, compared with 0.9? Try it (pass `beta=0.99` in the demo above), then explain in two to four sentences what you saw: the top speed, the overshooting, and the number of steps.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_momentum", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** Pushes of one sign add up to $\alpha g/(1-\beta)$, so the top speed is now a hundred plain steps instead of ten, and the memory a hundred steps long. The ball shoots far past the minimum and swings to and fro along the floor. The swinging decays only like $\sqrt{\beta}^{\,t} \approx 0.995^t$ (0.95 with $\beta = 0.9$), so it needs more than 600 steps where 0.9 needed about 100.
#
# **Rubric**
# - 1 point: higher top speed, with a reason (pushes of one sign add up, to $1/(1-\beta)$ times).
# - 1 point: it overshoots or swings to and fro.
# - 1 point: the swinging dies out more slowly, with a reason (longer memory; the decay rate is welcome, not needed).
# - 1 point: a measured number of steps, or "more than 600". "It gets faster" without having tried it: no point.
# ### END SOLUTION

# %% [markdown]
# ## 5 · Nesterov: look before you leap  ·  10 min
#
# Momentum measures the slope where it stands, although it knows that it is about to move by $\beta v$ anyway. Nesterov's idea: measure the slope *there*.
#
# $$v \leftarrow \beta v - \alpha \nabla J(\theta + \beta v), \qquad \theta \leftarrow \theta + v$$

# %% [markdown]
# ### Exercise 5 — `nesterov_step`  ·  4 points
#
# The gradient is needed at a place that only you know, so this time you get a *function* that computes it.


# %% nbgrader={"grade": false, "grade_id": "nesterov_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    """One step with Nesterov momentum.

    theta, velocity: arrays of one shape; grad_fn(theta) -> gradient of that shape; lr > 0; 0 <= beta < 1.
    Returns (theta, velocity) after the step, as new arrays.
    """
    ### BEGIN SOLUTION
    velocity = beta * velocity - lr * grad_fn(theta + beta * velocity)
    return theta + velocity, velocity
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_nesterov_step", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(nesterov_step, points=4)

theta, velocity = np.array([1.0, -2.0]), np.array([0.5, 1.0])
slope = lambda theta: 2 * theta
with check("one step on theta**2"):
    check.expect(
        lambda: nesterov_step(theta.copy(), slope, velocity.copy(), lr=0.1, beta=0.9),
        ([1.16, -0.88], [0.16, 1.12]),
        names=("theta", "velocity"),
        mistakes={
            "the gradient was taken at theta: that is plain momentum": ([1.25, -0.7], [0.25, 1.3]),
            "the gradient was taken at theta + velocity: look ahead by beta * velocity": ([1.15, -0.9], [0.15, 1.1]),
            "the gradient was taken behind, at theta - beta * velocity": ([1.34, -0.52], [0.34, 1.48]),
            "theta moved twice: by beta * velocity and by the velocity": ([1.61, 0.02], [0.16, 1.12]),
            "the gradient was added: the velocity goes downhill": ([1.74, -1.32], [0.74, 0.68]),
            "that is Keras' form, which stores theta + beta * velocity": ([1.025, -0.43], [0.25, 1.3]),
            "the gradient is scaled by 1 - beta; here it enters whole": ([1.421, -1.078], [0.421, 0.922]),
            "theta moved with the old velocity: update the velocity first": (theta + velocity, [0.16, 1.12]),
            "the velocity forgot its past": ([0.71, -1.78], [-0.29, 0.22]),
            "the learning rate is missing": ([-1.45, 1.1], [-2.45, 3.1]),
        },
    )
with check("from rest it is plain gradient descent"):
    check.expect(lambda: nesterov_step(theta.copy(), slope, np.zeros(2), 0.1), (theta - 0.2 * theta, -0.2 * theta))
with check("the inputs are left alone"):
    check.unchanged(lambda theta, velocity: nesterov_step(theta, slope, velocity, 0.1), theta, velocity)
### BEGIN HIDDEN TESTS
with check("twenty steps on the ravine equal Keras' SGD(nesterov=True)"):
    # Keras stores the place ahead, theta + beta * v, as its variable.
    ahead = []

    def own(t, theta, v):
        theta, v = nesterov_step(theta, ravine.gradient, v, 0.005)
        ahead.append(theta + 0.9 * np.asarray(v))
        return theta, v

    path_of(own, ravine.start, np.zeros(2), steps=20)
    keras_sgd = keras.optimizers.SGD(0.005, momentum=0.9, nesterov=True)
    there = keras_path(keras_sgd, ravine.start, lambda t, theta: ravine.gradient(theta), steps=20)
    check.expect(np.array(ahead), there[1:], rtol=1e-4, atol=1e-6)
with check("another beta"):
    check.expect(lambda: nesterov_step(theta.copy(), slope, velocity.copy(), 0.2, 0.5), ([0.75, -0.9], [-0.25, 1.1]))
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** For a *tiny* learning rate, how different are momentum and Nesterov? And for a large one?

# %% tags=["demo"]
with needs(momentum_step, nesterov_step):
    contestants = {
        "momentum": lambda lr: lambda t, x, v: momentum_step(x, ravine.gradient(x), v, lr),
        "Nesterov": lambda lr: lambda t, x, v: nesterov_step(x, ravine.gradient, v, lr),
    }
    rates = np.geomspace(1e-4, 0.03, 60)
    figure, ax = plt.subplots()
    for name, step_with in contestants.items():
        paths = [path_of(step_with(lr), ravine.start, np.zeros(2), steps=100) for lr in rates]
        ax.plot(rates, [ravine.value(path[-20:].T).mean() for path in paths], label=name)
    ax.axvline(3.8 / 280, color="0.6", linestyle=":", label="Nesterov's limit $2(1+\\beta)/((1+2\\beta)\\lambda)$")
    ax.set(xscale="log", yscale="log", ylim=(1e-6, 100), xlabel="learning rate", ylabel="cost after 100 steps")
    ax.legend()
    plots.show(
        figure,
        "For small rates the two curves lie on each other. From about 0.003 on Nesterov ends lower, because it "
        "damps the swinging; beyond 0.0136 it diverges, where momentum still holds.",
    )

# %% [markdown]
# **Explain.** For small $\alpha$ the place ahead is close to where you stand, and the two agree. For larger $\alpha$ Nesterov sees the opposite wall coming and brakes in time. It is not free of charge: on a direction of curvature $\lambda$ its limit is $\alpha < \frac{2(1+\beta)}{(1+2\beta)\lambda}$, lower than momentum's $\frac{2(1+\beta)}{\lambda}$.

# %% [markdown]
# ## 6 · AdaGrad: a rate of its own for every parameter  ·  12 min
#
# So far one $\alpha$ serves all parameters. Think of a model of texts: the weight of "the" gets a gradient in every batch, the weight of "ravine" in one of a hundred. A rate that keeps "the" stable lets "ravine" learn almost nothing. AdaGrad gives each parameter its own rate: it adds up the squares of the gradients seen so far and divides by the root,
#
# $$s \leftarrow s + g^2, \qquad \theta \leftarrow \theta - \alpha\, \frac{g}{\sqrt{s} + \epsilon}$$
#
# (all operations element by element). Parameters with large or frequent gradients get a small rate, rare ones a large one. The tiny $\epsilon$ keeps the division safe where no gradient has come yet and $s = 0$.

# %% [markdown]
# ### Exercise 6 — `adagrad_step`  ·  4 points


# %% nbgrader={"grade": false, "grade_id": "adagrad_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    """One AdaGrad step.

    theta, grad, accum: arrays of one shape, accum the sum of squared gradients so far; lr > 0.
    Returns (theta, accum) after the step, as new arrays.
    """
    ### BEGIN SOLUTION
    accum = accum + grad**2
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_adagrad_step", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(adagrad_step, points=4)

theta, grad, accum = np.array([1.0, -2.0]), np.array([0.5, 1.0]), np.array([0.75, 8.0])
with check("one step after some history"):
    check.expect(
        lambda: adagrad_step(*copies(theta, grad, accum), lr=0.3),
        ([0.85, -2.1], [1.0, 9.0]),
        rtol=1e-5,
        names=("theta", "accum"),
        mistakes={
            "the gradient was added without its square": (theta - 0.3 * grad / np.sqrt(accum + grad), accum + grad),
            "the root is missing: divide by sqrt(accum)": (theta - 0.3 * grad / np.array([1.0, 9.0]), [1.0, 9.0]),
            "the history was lost: add to accum": (theta - 0.3, grad**2),
            "theta moved with the old sum: add the new square first": (theta - 0.3 * grad / np.sqrt(accum), [1.0, 9.0]),
            "that step goes uphill: subtract": ([1.15, -1.9], [1.0, 9.0]),
            "the root was returned: accum is the sum itself": ([0.85, -2.1], [1.0, 3.0]),
            "the step holds the square of the gradient": ([0.925, -2.1], [1.0, 9.0]),
            "all parameters share one sum: work element by element": (
                theta - 0.3 * grad / np.sqrt(accum + 1.25),
                accum + 1.25,
            ),
            "the sum fades: that is RMSprop": (theta - 0.3 * grad / np.sqrt([0.7, 7.3]), [0.7, 7.3]),
            "the learning rate is missing": (theta - grad / np.array([1.0, 3.0]), [1.0, 9.0]),
            "the sum from before the step is returned": ([0.85, -2.1], accum),
        },
    )
with check("a parameter that never had a gradient stays where it is"):
    check.expect(
        lambda: adagrad_step(np.ones(2), np.zeros(2), np.zeros(2), lr=0.3),
        (np.ones(2), np.zeros(2)),
        mistakes={"0 / 0: add eps to the root": (np.full(2, np.nan), np.zeros(2))},
    )
with check("the inputs are left alone"):
    check.unchanged(adagrad_step, theta, grad, accum, 0.3)
### BEGIN HIDDEN TESTS
with check("twenty steps equal Keras' Adagrad"):
    slopes = steady_gradients(20, (2, 3))
    own = lambda t, theta, accum: adagrad_step(theta, slopes[t - 1], accum, 0.2)
    keras_adagrad = keras.optimizers.Adagrad(0.2, initial_accumulator_value=0.1)
    check.expect(
        lambda: path_of(own, np.ones((2, 3)), np.full((2, 3), 0.1), steps=20),
        keras_path(keras_adagrad, np.ones((2, 3)), lambda t, theta: slopes[t - 1], steps=20),
        rtol=1e-4,
    )
with check("under a steady slope the steps are lr / sqrt(t)"):
    own = lambda t, theta, accum: adagrad_step(theta, np.array([-3.0]), accum, 0.2)
    path = path_of(own, np.zeros(1), np.zeros(1), steps=50)[:, 0]
    check.expect(np.diff(path), 0.2 / np.sqrt(np.arange(1, 51)), rtol=1e-4)
with check("a tiny slope still leads downhill, at most lr far"):
    tiny = np.array([1e-8, -1e-7, 1e-6])
    move = np.asarray(adagrad_step(np.zeros(3), tiny.copy(), np.zeros(3), lr=0.3)[0])
    safe = (move * tiny <= 0) & (np.abs(move) < 0.31)
    check.holds(safe.all(), f"slopes {tiny} moved theta by {move}: eps makes the divisor larger, never smaller")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Below, 2 features are present in every row and 20 only in one row of a hundred; all weights matter equally. Plain descent gets about the largest rate that keeps the dense weights stable. Which weights will it have learnt after 800 steps?


# %% tags=["demo"]
def errors_on_sparse_data(step, lr, seed, steps=800):
    """Linear regression, dense and rare features: mean error of the 2 dense and of the 20 rare weights per step."""
    rng = np.random.default_rng(seed)
    true_weights = rng.choice([-1.0, 1.0], 22)
    theta, accum, errors = np.zeros(22), np.zeros(22), []
    for _ in range(steps):
        X = np.concatenate([rng.normal(0, 3, (32, 2)), rng.random((32, 20)) < 0.01], axis=1)
        residual = X @ (theta - true_weights) + rng.normal(0, 0.1, 32)
        theta, accum = map(np.asarray, step(theta, X.T @ residual / 32, accum, lr))
        errors.append([np.abs(theta - true_weights)[:2].mean(), np.abs(theta - true_weights)[2:].mean()])
    return np.array(errors)


with needs(gd_step, adagrad_step):
    plain_step = lambda theta, grad, accum, lr: (gd_step(theta, grad, lr), accum)
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), sharey=True)
    rare_error = {}
    for ax, (name, step, lr) in zip(axes, (("plain", plain_step, 0.2), ("AdaGrad", adagrad_step, 0.5)), strict=True):
        errors = np.array([errors_on_sparse_data(step, lr, seed) for seed in SEEDS])
        rare_error[name] = errors[:, -1, 1]
        plots.bands(ax, np.arange(1, 801), errors[:, :, 0], "dense features")
        plots.bands(ax, np.arange(1, 801), errors[:, :, 1], "rare features")
        ax.set(title=f"{name}, $\\alpha$ = {lr}", xlabel="step", yscale="log", ylim=(1e-3, 2))
    axes[0].set_ylabel("mean error of the weights")
    axes[0].legend()
    plots.show(
        figure,
        "Plain descent learns the dense weights at once and is still far from the rare ones; AdaGrad learns both.",
    )
    claim("AdaGrad ends with a smaller error on rare features", rare_error["plain"] - rare_error["AdaGrad"])

# %% [markdown]
# **Explain.** The cost curves a thousand times more along the dense weights (variance 9) than along the rare ones (1 in 100), and $\alpha < 2/\lambda$ must hold for the steepest. AdaGrad divides each gradient by its own typical size: the rare weights get the large steps they need.

# %% [markdown]
# ## 7 · RMSprop: forget the distant past  ·  12 min
#
# AdaGrad's sum only grows, so its rate only falls, like $1/\sqrt t$. On a long training it dies before the work is done. The cure is section 3: replace the sum by a moving average of the squares.
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2, \qquad \theta \leftarrow \theta - \alpha\, \frac{g}{\sqrt{s} + \epsilon}$$

# %% [markdown]
# ### Exercise 7 — `rmsprop_step`  ·  4 points


# %% nbgrader={"grade": false, "grade_id": "rmsprop_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    """One RMSprop step.

    theta, grad, mean_square: arrays of one shape, mean_square the moving average of squared gradients;
    lr > 0; 0 <= rho < 1.
    Returns (theta, mean_square) after the step, as new arrays.
    """
    ### BEGIN SOLUTION
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_rmsprop_step", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(rmsprop_step, points=4)

theta, grad, mean_square = np.array([1.0, -2.0]), np.array([0.5, 2.0]), np.array([1.0, 0.25])
with check("one step after some history"):
    new = np.array([0.85, 1.0])
    check.expect(
        lambda: rmsprop_step(*copies(theta, grad, mean_square), lr=0.1, rho=0.8),
        (theta - 0.1 * grad / np.sqrt(new), new),
        rtol=1e-5,
        names=("theta", "mean_square"),
        mistakes={
            "the squares add up without forgetting: that is AdaGrad": (
                theta - 0.1 * grad / np.sqrt(mean_square + grad**2),
                mean_square + grad**2,
            ),
            "the past fades but the new square enters whole: weigh it by 1 - rho": (
                theta - 0.1 * grad / np.sqrt(0.8 * mean_square + grad**2),
                0.8 * mean_square + grad**2,
            ),
            "rho and 1 - rho are swapped": (theta - 0.1 * grad / np.sqrt([0.4, 3.25]), [0.4, 3.25]),
            "the root is missing: divide by sqrt(mean_square)": (theta - 0.1 * grad / new, new),
            "the gradient was not squared": (theta - 0.1 * grad / np.sqrt([0.9, 0.6]), [0.9, 0.6]),
            "theta moved with the old average: update it first": (theta - 0.1 * grad / np.sqrt(mean_square), new),
            "that step goes uphill: subtract": (theta + 0.1 * grad / np.sqrt(new), new),
            "the root was returned: mean_square is the average itself": (
                theta - 0.1 * grad / np.sqrt(new),
                np.sqrt(new),
            ),
            "the mean runs over the parameters: work element by element": (
                theta - 0.1 * grad / np.sqrt([1.225, 0.625]),
                [1.225, 0.625],
            ),
            "rho is ignored": (theta - 0.1 * grad / np.sqrt([0.925, 0.625]), [0.925, 0.625]),
            "the learning rate is missing": (theta - grad / np.sqrt(new), new),
            "the average from before the step is returned": (theta - 0.1 * grad / np.sqrt(new), mean_square),
        },
    )
with check("a parameter that never had a gradient stays where it is"):
    check.expect(
        lambda: rmsprop_step(np.ones(2), np.zeros(2), np.zeros(2), lr=0.3),
        (np.ones(2), np.zeros(2)),
        mistakes={"0 / 0: add eps to the root": (np.full(2, np.nan), np.zeros(2))},
    )
with check("the inputs are left alone"):
    check.unchanged(rmsprop_step, theta, grad, mean_square, 0.1)
### BEGIN HIDDEN TESTS
with check("twenty steps equal Keras' RMSprop"):
    slopes = steady_gradients(20, (2, 3))
    own = lambda t, theta, mean_square: rmsprop_step(theta, slopes[t - 1], mean_square, 0.05)
    keras_rmsprop = keras.optimizers.RMSprop(0.05, rho=0.9)
    check.expect(
        lambda: path_of(own, np.ones((2, 3)), np.zeros((2, 3)), steps=20),
        keras_path(keras_rmsprop, np.ones((2, 3)), lambda t, theta: slopes[t - 1], steps=20),
        rtol=2e-4,
    )
with check("under a steady slope the step settles at lr, whatever the slope's size"):
    own = lambda t, theta, mean_square: rmsprop_step(theta, np.array([-3.0, 0.2]), mean_square, 0.05, rho=0.4)
    path = path_of(own, np.zeros(2), np.zeros(2), steps=60)
    check.expect(path[-1] - path[-2], [0.05, -0.05], rtol=1e-4)
with check("a tiny slope still leads downhill, at most lr far when nothing is averaged"):
    tiny = np.array([1e-8, -1e-7, 1e-6])
    move = np.asarray(rmsprop_step(np.zeros(3), tiny.copy(), np.zeros(3), lr=0.3, rho=0.0)[0])
    safe = (move * tiny <= 0) & (np.abs(move) < 0.31)
    check.holds(safe.all(), f"slopes {tiny} moved theta by {move}: eps makes the divisor larger, never smaller")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A minimum that jumps is a good model of training: what is best for one layer changes when the others do. Below it jumps at step 1,000. Which optimizer follows? (The rates are such that both find the first minimum well.)


# %% tags=["demo"]
def chase(step, lr, seed, steps=2000):
    """Descend on a parabola with a noisy slope whose minimum jumps half-way: distance and effective rate per step."""
    rng, theta, state = np.random.default_rng(seed), np.zeros(1), np.zeros(1)
    distance, rate = [], []
    for t in range(steps):
        target = 1.0 if t < steps // 2 else -1.0
        theta, state = map(np.asarray, step(theta, theta - target + rng.normal(0, 1, 1), state, lr))
        distance.append(abs(theta[0] - target))
        rate.append(lr / (np.sqrt(state[0]) + 1e-7))
    return np.array(distance), np.array(rate)


with needs(adagrad_step, rmsprop_step):
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
    last_distance = {}
    for name, step, lr in (("AdaGrad", adagrad_step, 0.1), ("RMSprop", rmsprop_step, 0.01)):
        runs = [chase(step, lr, seed) for seed in SEEDS]
        plots.bands(left, np.arange(2000), np.array([rate for _, rate in runs]), name)
        plots.bands(right, np.arange(2000), np.array([distance for distance, _ in runs]), name)
        last_distance[name] = np.array([distance[-200:].mean() for distance, _ in runs])
    left.set(xlabel="step", ylabel="effective rate $\\alpha / \\sqrt{s}$", yscale="log")
    right.set(xlabel="step", ylabel="distance from the minimum")
    right.legend()
    plots.show(
        figure,
        "Left: AdaGrad's effective rate falls all the time, RMSprop's comes back to its level after the jump. Right: both find the minimum; after "
        "it jumps at step 1,000 RMSprop is back soon and AdaGrad is still on its way at step 2,000.",
    )
    claim("after the jump RMSprop is closer", last_distance["AdaGrad"] - last_distance["RMSprop"])

# %% [markdown]
# **Explain.** $\rho = 0.9$ looks back over ten steps, so the rate fits the slopes of *now*. The price: a rate that does not fall leaves RMSprop rattling around the minimum. Section 10 brings the rate down on purpose.

# %% [markdown]
# ## 8 · Adam: momentum and RMSprop together  ·  15 min
#
# Adam keeps two moving averages, of the gradient ($m$, like momentum) and of its square ($v$, like RMSprop), corrects both for their start at zero, and divides one by the root of the other:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
# $$\hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t}, \qquad \theta \leftarrow \theta - \alpha\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
#
# $t$ counts the steps from 1. The gradient itself appears only inside the averages: the step is $\hat m$ over $\sqrt{\hat v}$, not times $g$ once more.

# %% [markdown]
# ### Exercise 8 — `adam_step`  ·  6 points
#
# Return the **uncorrected** averages `m` and `v`: they are the memory; the correction is only for the step.


# %% nbgrader={"grade": false, "grade_id": "adam_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    """One Adam step.

    theta, grad, m, v: arrays of one shape; t: number of this step, from 1; lr > 0; 0 <= beta1, beta2 < 1.
    Returns (theta, m, v) after the step, m and v without bias correction, as new arrays.
    """
    ### BEGIN SOLUTION
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_corrected = m / (1 - beta1**t)
    v_corrected = v / (1 - beta2**t)
    return theta - lr * m_corrected / (np.sqrt(v_corrected) + eps), m, v
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_adam_step", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(adam_step, points=6)

theta, grad = np.array([1.0, -2.0]), np.array([0.5, -2.0])
names = ("theta", "m", "v")
m_1, v_1 = 0.1 * grad, 0.001 * grad**2
with check("the first step has length lr, whatever the size of the gradient"):
    check.expect(
        lambda: adam_step(*copies(theta, grad), np.zeros(2), np.zeros(2), t=1, lr=0.1),
        ([0.9, -1.9], m_1, v_1),
        rtol=1e-5,
        names=names,
        mistakes={
            "no bias correction": (theta - 0.1 * m_1 / np.sqrt(v_1), m_1, v_1),
            "only v is corrected": (theta - 0.1 * m_1 / np.sqrt(v_1 / 0.001), m_1, v_1),
            "only m is corrected": (theta - 0.1 * grad / np.sqrt(v_1), m_1, v_1),
            "the corrected averages were returned: return m and v as they are": ([0.9, -1.9], grad, grad**2),
            "the step was multiplied by the gradient once more": (theta - 0.1 * np.sign(grad) * grad, m_1, v_1),
            "that step goes uphill: subtract": ([1.1, -2.1], m_1, v_1),
            "beta1 and beta2 are swapped": ([0.9, -1.9], 0.001 * grad, 0.1 * grad**2),
            "v averages the gradient without its square": (
                theta - 0.1 * grad / np.sqrt([0.5, np.nan]),
                m_1,
                0.001 * grad,
            ),
            "v averages the square of m": (theta - 0.1 * grad / (np.abs(m_1) + 1e-7), m_1, 0.001 * m_1**2),
            "all parameters share one v: work element by element": (
                theta - 0.1 * grad / np.sqrt(2.125),
                m_1,
                np.full(2, 0.002125),
            ),
            "beta and 1 - beta are swapped": (theta - 0.9 / np.sqrt(999) * np.sign(grad), 0.9 * grad, 0.999 * grad**2),
            "lr is ignored": ([0.999, -1.999], m_1, v_1),
            "the correction counts from 0: use t as it comes, from 1": (
                theta - 0.1 * m_1 / 0.19 / np.sqrt(v_1 / (1 - 0.999**2)),
                m_1,
                v_1,
            ),
        },
    )
m, v = np.array([0.2, -0.4]), np.array([0.3, 0.5])
m_3, v_3 = 0.9 * m + 0.1 * grad, 0.5 * v + 0.5 * grad**2
moved = lambda m, v: (theta - 0.1 * m / np.sqrt(v), m_3, v_3)
with check("step 3, with some history and beta2 = 0.5"):
    check.expect(
        lambda: adam_step(*copies(theta, grad, m, v), t=3, lr=0.1, beta2=0.5),
        moved(m_3 / (1 - 0.9**3), v_3 / (1 - 0.5**3)),
        rtol=1e-5,
        names=names,
        mistakes={
            "no bias correction": moved(m_3, v_3),
            "the step uses the gradient where m belongs": moved(grad, v_3 / (1 - 0.5**3)),
            "beta2 is ignored": (
                theta - 0.1 * m_3 / (1 - 0.9**3) / np.sqrt((0.999 * v + 0.001 * grad**2) / (1 - 0.999**3)),
                m_3,
                0.999 * v + 0.001 * grad**2,
            ),
            "the correction does not use t: it is 1 - beta**t": moved(m_3 / 0.1, v_3 / 0.5),
            "the correction is one step behind: use t as it comes, from 1": moved(
                m_3 / (1 - 0.9**2), v_3 / (1 - 0.5**2)
            ),
            "the correction is one step ahead: use t as it comes, from 1": moved(
                m_3 / (1 - 0.9**4), v_3 / (1 - 0.5**4)
            ),
            "the root is missing: divide by sqrt(v)": moved(m_3 / (1 - 0.9**3), (v_3 / (1 - 0.5**3)) ** 2),
        },
    )
with check("a parameter without a gradient stays where it is"):
    check.expect(
        lambda: adam_step(np.ones(2), np.zeros(2), np.zeros(2), np.zeros(2), t=1),
        (np.ones(2), np.zeros(2), np.zeros(2)),
        mistakes={"0 / 0: add eps to the root": (np.full(2, np.nan), np.zeros(2), np.zeros(2))},
    )
with check("the inputs are left alone"):
    check.unchanged(lambda theta, grad, m, v: adam_step(theta, grad, m, v, 3), theta, grad, m, v)
### BEGIN HIDDEN TESTS
slopes = steady_gradients(50, (2, 3))


def own_path(steps, **options):
    own = lambda t, theta, m, v: adam_step(theta, slopes[t - 1], m, v, t, **options)
    return path_of(own, np.ones((2, 3)), np.zeros((2, 3)), np.zeros((2, 3)), steps=steps)


def adam_path(steps, **options):
    return keras_path(keras.optimizers.Adam(**options), np.ones((2, 3)), lambda t, theta: slopes[t - 1], steps)


with check("fifty steps equal Keras' Adam"):
    check.expect(lambda: own_path(50, lr=0.05), adam_path(50, learning_rate=0.05), rtol=1e-4)
with check("the default rate and betas are the usual ones"):
    check.expect(lambda: own_path(10), adam_path(10), rtol=1e-6)
with check("other betas"):
    want = adam_path(10, learning_rate=0.05, beta_1=0.3, beta_2=0.95)
    check.expect(lambda: own_path(10, lr=0.05, beta1=0.3, beta2=0.95), want, rtol=1e-4)
with check("a tiny slope still leads downhill, at most lr far"):
    tiny = np.array([1e-8, -1e-7, 1e-6])
    move = np.asarray(adam_step(np.zeros(3), tiny.copy(), np.zeros(3), np.zeros(3), t=1, lr=0.3)[0])
    safe = (move * tiny <= 0) & (np.abs(move) < 0.31)
    check.holds(safe.all(), f"slopes {tiny} moved theta by {move}: eps makes the divisor larger, never smaller")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Four optimizers, three landscapes, 150 steps each: a ravine, a saddle (the start lies almost exactly on the ridge that leads to it), and Rosenbrock's curved valley. Who hesitates at the saddle? Who takes the ravine diagonally?


# %% tags=["demo"]
def four_paths(surface, steps=150):
    """The paths of four optimizers on a surface, each with one rate for all three surfaces."""
    zeros, slope = np.zeros(2), surface.gradient
    return {
        "plain": path_of(lambda t, x: (gd_step(x, slope(x), 0.01),), surface.start, steps=steps),
        "momentum": path_of(lambda t, x, v: momentum_step(x, slope(x), v, 0.01), surface.start, zeros, steps=steps),
        "RMSprop": path_of(lambda t, x, s: rmsprop_step(x, slope(x), s, 0.05), surface.start, zeros, steps=steps),
        "Adam": path_of(
            lambda t, x, m, v: adam_step(x, slope(x), m, v, t, 0.1), surface.start, zeros, zeros, steps=steps
        ),
    }


stories = {
    "ravine": "RMSprop and Adam cut the corner to the floor; plain descent drops to it and creeps; momentum swings.",
    "saddle": "RMSprop and Adam leave the ridge at once, momentum later; plain descent has not even reached the saddle.",
    "Rosenbrock": "All drop into the curved valley; plain descent rounds the bend and creeps on, the others get close to the end.",
}
with needs(gd_step, momentum_step, rmsprop_step, adam_step):
    for surface in (ravine, saddle, rosenbrock):
        plots.trajectories(surface, four_paths(surface), stories[surface.name])

# %% [markdown]
# **Explain.** Dividing by $\sqrt{v}$ removes the *scale* of each coordinate, so the first steps have the same length along and across: that is why Adam and RMSprop go diagonally, and why the almost flat direction of the saddle does not hold them. Rotate the ravine by 45° and the advantage shrinks: a rate per coordinate cannot see a valley that lies askew.

# %% [markdown]
# ## 9 · A fair race on a real network  ·  15 min
#
# You will read that one optimizer is fast and another generalises better. Do not quote it: measure it. A fair race gives everybody the same network, the same budget and *the same effort of tuning*. A learning rate that suits Adam starves SGD, so each optimizer runs with five rates, in equal steps over two powers of ten, and is judged at its best one. That choice is made on the **validation** rows: training rows would reward overfitting, and **test** rows must stay unseen until everything is chosen, or they can no longer tell how the network does on new data (this lab never opens them). Ten seeds per run show what is skill and what is luck.
#
# The network has one hidden layer of 32 ReLU units. `StackedMLP` trains the ten seeds side by side in one tensor, so the race takes seconds.

# %% tags=["demo"]
from dllabs.stacked import StackedMLP

race_data, epochs = (data.load_mnist(), 10) if PROFILE == "full" else (digits, 20)
contestants = {
    "SGD": (keras.optimizers.SGD(), np.array([0.01, 0.03, 0.1, 0.3, 1.0])),
    "momentum": (keras.optimizers.SGD(momentum=0.9), np.array([0.003, 0.01, 0.03, 0.1, 0.3])),
    "RMSprop": (keras.optimizers.RMSprop(), np.array([0.0003, 0.001, 0.003, 0.01, 0.03])),
    "Adam": (keras.optimizers.Adam(), np.array([0.0003, 0.001, 0.003, 0.01, 0.03])),
}
race, seconds = {}, {}
for name, (optimizer, rates) in contestants.items():
    networks = StackedMLP(race_data, optimizer, seeds=SEEDS)
    networks.train(1, rates[0])  # compiles
    start = time.perf_counter()
    race[name] = {rate: networks.train(epochs, rate) for rate in rates}
    seconds[name] = (time.perf_counter() - start) / len(rates) / epochs

# %% [markdown]
# > **Predict.** Which curve on the right will be lowest, and by how much compared with its band? Which optimizer on the left forgives a wrong learning rate most easily?

# %% tags=["demo"]
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
best, rows = {}, []
for name, runs in race.items():
    best[name] = min(runs, key=lambda rate: runs[rate].val_loss[:, -1].mean())
    winner = runs[best[name]]
    plots.bands(left, list(runs), np.array([run.val_loss[:, -1] for run in runs.values()]).T, name)
    plots.bands(right, np.arange(1, epochs + 1), winner.loss, f"{name}, $\\alpha$ = {best[name]:g}")
    rows.append(
        {
            "optimizer": name,
            "best rate": f"{best[name]:g}",
            "training loss, epoch 3": str(mean_interval(winner.loss[:, 2])),
            "validation loss, end": str(mean_interval(winner.val_loss[:, -1])),
            "validation accuracy, end": str(mean_interval(winner.val_accuracy[:, -1])),
            "s per epoch (10 nets)": f"{seconds[name]:.3f}",
        }
    )
left.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="validation loss at the end")
left.legend(fontsize=8)
right.set(yscale="log", xlabel="epoch", ylabel="training loss")
right.legend(fontsize=8)
plots.show(
    figure,
    "Left: validation loss against learning rate, for each optimizer a valley: about equally deep, at different places. "
    "Right: training loss per epoch, each optimizer at its chosen rate.",
)
pd.DataFrame(rows).set_index("optimizer")


# %% tags=["demo"]
def mean_loss(name, rate):
    return race[name][rate].val_loss[:, -1].mean()


tuned = {name: race[name][best[name]] for name in race}
wrong_rate = {name: max(mean_loss(name, rate) for rate in race[name]) / mean_loss(name, best[name]) for name in race}
best_losses = [mean_loss(name, best[name]) for name in race]
gap = mean_interval(tuned["Adam"].val_accuracy[:, -1] - tuned["SGD"].val_accuracy[:, -1])
print("validation loss at the worst rate / at the best:", {name: f"{ratio:.1f}" for name, ratio in wrong_rate.items()})
print(f"worst tuned optimizer / best tuned optimizer: {max(best_losses) / min(best_losses):.2f}")
print(f"validation accuracy, tuned Adam minus tuned SGD: {gap}")
lead = tuned["SGD"].loss[:, 2] - tuned["Adam"].loss[:, 2]
cost_of_default = race["Adam"][0.001].val_loss[:, -1] - tuned["Adam"].val_loss[:, -1]
print(f"training loss after 3 epochs, tuned SGD minus tuned Adam: {mean_interval(lead)}")
print(f"validation loss at the end, Adam's default rate minus tuned Adam: {mean_interval(cost_of_default)}")
if PROFILE == "quick":
    claim("on the digits, tuned Adam is ahead of tuned SGD after 3 epochs", lead)
    claim("on the digits, Adam's default rate 0.001 ends above tuned Adam", cost_of_default)

# %% [markdown]
# **Explain.** Compare the first two printed lines: a wrong *learning rate* costs far more than the choice of optimizer. No valley on the left is so wide that it spares you the search; they only lie at different places. Tuned, all four reach nearly the same validation loss, and the interval for the difference in accuracy says how little we know about a winner.
#
# On the digits Adam starts faster than SGD, and even its default rate is only a guess: a larger one is better. Do not carry such a result over to other data: on MNIST (`PROFILE = "full"`) the lead is gone and the default is the best of the five rates. Adam is the most widely used optimizer today; that is a fact about habits and good defaults, not a law.

# %% [markdown]
# ### Written answer 2  ·  3 points
#
# A colleague writes: "Adam is the better optimizer: it reached 0.97 accuracy, SGD only 0.95. We trained both with a learning rate of 0.001 and looked at the test set." Name three things that make this comparison unfair or unsafe, and how you would repair each.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_fair_race", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** (1) One common rate of 0.001 suits Adam and is far too small for plain SGD: tune the rate of each with the same effort. (2) One run each: repeat with several seeds and give an interval for the difference. (3) The test set was used to compare: choose on validation rows and open the test set once, for the final choice. Also good: same budget in epochs or seconds, same initial weights, curves instead of only the last value, accuracy together with the loss.
#
# **Rubric**
# - 1 point for each distinct flaw **with** its repair, at most 3.
# - Half a point for a flaw without a repair.
# - "Adam is always better" or "0.95 is good enough" is no flaw of the comparison: no point.
# ### END SOLUTION

# %% [markdown]
# ## 10 · Schedules: large steps first, small steps last  ·  12 min
#
# A noisy gradient never stops pushing. With a constant rate the parameters rattle around the minimum, and the cost of the rattling is proportional to $\alpha$ (for small $\alpha$). So start large and come down. Two common schedules, with $e$ the epoch and $s$ a time scale:
#
# $$\text{power:}\quad \alpha_e = \frac{\alpha_0}{1 + e/s} \qquad\qquad \text{exponential:}\quad \alpha_e = \alpha_0 \cdot 0.1^{\,e/s}$$
#
# The power schedule halves the rate at $e = s$ and then takes its time; the exponential one divides it by ten every $s$ epochs.

# %% [markdown]
# ### Exercise 9 — `schedules`  ·  4 points


# %% nbgrader={"grade": false, "grade_id": "schedules", "locked": false, "schema_version": 3, "solution": true, "task": false}
def power_schedule(lr0, epoch, s):
    """Learning rate lr0 / (1 + epoch / s); lr0 > 0, epoch >= 0, s > 0. Returns a float."""
    ### BEGIN SOLUTION
    return lr0 / (1 + epoch / s)
    ### END SOLUTION


def exponential_schedule(lr0, epoch, s):
    """Learning rate lr0 * 0.1 ** (epoch / s); lr0 > 0, epoch >= 0, s > 0. Returns a float."""
    ### BEGIN SOLUTION
    return lr0 * 0.1 ** (epoch / s)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_schedules", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(power_schedule, exponential_schedule, points=4)

with check("power: down to a third after two time scales"):
    check.expect(
        lambda: power_schedule(0.3, 20, 10),
        0.1,
        mistakes={
            "that is the exponential schedule": 0.003,
            "epoch and s are swapped": 0.2,
            "brackets are missing: lr0 / (1 + epoch / s)": 2.3,
            "s is missing: epoch / s": 0.3 / 21,
            "the 1 is missing": 0.15,
            "lr0 is missing": 1 / 3,
            "epochs count from 0 here: use epoch as it comes": 0.3 / 2.9,
        },
    )
with check("power: between the time scales"):
    check.expect(
        lambda: power_schedule(0.3, 5, 10),
        0.2,
        mistakes={"// drops the fraction: divide with /": 0.3},
    )
with check("exponential: a tenth after each time scale"):
    check.expect(
        lambda: exponential_schedule(0.3, 20, 10),
        0.003,
        mistakes={
            "the base is e instead of 0.1": 0.3 * np.exp(-2),
            "that is the power schedule": 0.1,
            "the rate grows: the exponent has the wrong sign": 30.0,
            "brackets are missing: 0.1 ** (epoch / s)": 3e-22,
            "lr0 was raised to the power too": 9e-4,
            "lr0 is missing": 0.01,
        },
    )
with check("exponential: between the time scales"):
    check.expect(
        lambda: exponential_schedule(0.3, 5, 10),
        0.3 / np.sqrt(10),
        mistakes={"// drops the fraction: divide with /": 0.3, "the base is e instead of 0.1": 0.3 * np.exp(-0.5)},
    )
### BEGIN HIDDEN TESTS
with check("both start at lr0"):
    check.expect(lambda: (power_schedule(0.7, 0, 3), exponential_schedule(0.7, 0, 3)), (0.7, 0.7))
with check("power: 1 / rate grows by the same amount every epoch"):
    rates = lambda: 1 / np.array([float(power_schedule(0.02, epoch, 7)) for epoch in range(30)])
    check.expect(lambda: np.diff(rates()), np.full(29, 1 / (0.02 * 7)), rtol=1e-4)
with check("exponential: the rate shrinks by the same factor every epoch"):
    rates = lambda: np.array([float(exponential_schedule(0.02, epoch, 7)) for epoch in range(30)])
    check.expect(lambda: rates()[1:] / rates()[:-1], np.full(29, 0.1 ** (1 / 7)), rtol=1e-5)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Four runs of noisy descent on $J = \theta^2/2$ from $\theta = 10$: a large constant rate, a small one, and the two schedules starting from the large one. Which is lowest after 10 epochs, and which after 60?

# %% tags=["demo"]
with needs(gd_step, power_schedule, exponential_schedule):
    plans = {
        "constant 0.3": lambda epoch: 0.3,
        "constant 0.003": lambda epoch: 0.003,
        "power, s = 2": lambda epoch: power_schedule(0.3, epoch, 2),
        "exponential, s = 30": lambda epoch: exponential_schedule(0.3, epoch, 30),
    }
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
    all_costs = {}
    for name, plan in plans.items():
        costs = np.empty((100, 60))  # 100 seeds side by side: theta is an array of 100 runs
        rng, runs = np.random.default_rng(SEED), np.full(100, 10.0)
        for e in range(60):
            for _ in range(20):
                runs = np.asarray(gd_step(runs, runs + rng.normal(0, 1, 100), plan(e)))
            costs[:, e] = runs**2 / 2
        left.plot(np.arange(60), [plan(e) for e in range(60)], label=name)
        plots.bands(right, np.arange(1, 61), costs, name)
        all_costs[name] = costs
    left.set(xlabel="epoch", ylabel="learning rate", yscale="log")
    right.set(xlabel="epoch", ylabel="cost", yscale="log")
    right.legend(fontsize=8)
    plots.show(
        figure,
        "Left: the four plans. Right: the large constant rate drops at once and stays at its noise floor; the small one "
        "is slow; both schedules drop at once and go on falling with their rate, the exponential one lowest at the end.",
    )
    constant, power, exponential = (all_costs[name] for name in plans if name != "constant 0.003")
    claim("after 10 epochs the power schedule is below the exponential one", exponential[:, 9] - power[:, 9])
    claim("after 60 epochs the exponential schedule is below the power one", power[:, 59] - exponential[:, 59])
    claim("both end below the constant rate they start from", constant[:, 59] - np.maximum(power, exponential)[:, 59])

# %% [markdown]
# **Explain.** Every rate has a floor, and the cost follows the rate down to it. The power schedule falls fast at first and then hardly; the exponential one takes its time and ends lower. The small constant rate would have the lowest floor of all, had it the patience to get there.

# %% [markdown]
# **Keras counts steps, not epochs.** A schedule object is asked at every *step*. Whoever passes epochs brings the rate down dozens of times too early:

# %% tags=["demo", "nbval-check-output"]
steps_per_epoch = -(-len(digits.x_train) // 32)
wrong = keras.optimizers.schedules.ExponentialDecay(0.3, decay_steps=10, decay_rate=0.1)
right = keras.optimizers.schedules.ExponentialDecay(0.3, decay_steps=10 * steps_per_epoch, decay_rate=0.1)
pd.DataFrame(
    {
        "epoch": [0, 1, 5, 10],
        "decay_steps = 10": [f"{float(wrong(epoch * steps_per_epoch)):.2g}" for epoch in (0, 1, 5, 10)],
        "decay_steps = 10 epochs": [f"{float(right(epoch * steps_per_epoch)):.2g}" for epoch in (0, 1, 5, 10)],
    }
).set_index("epoch")

# %% [markdown]
# ## 11 · Callbacks: what Keras does between epochs  ·  10 min
#
# `fit` calls you back after every epoch. Four callbacks cover most needs:
#
# - `EarlyStopping`: stop when `monitor` has not improved by more than `min_delta` for `patience` epochs; `restore_best_weights` goes back to the best epoch. Keras knows from the name whether a metric should fall or rise; for a metric of your own say `mode="min"` or `mode="max"`.
# - `ModelCheckpoint`: save the model; the file name may hold the epoch and any metric, and `save_best_only` keeps the winners.
# - `LearningRateScheduler`: your function of the *epoch* (here it does count epochs) sets the rate.
# - `TensorBoard`: writes logs that `tensorboard --logdir FOLDER` shows in the browser while the training runs (here FOLDER is what `print(logs)` shows).

# %% tags=["demo"]
import tempfile
from pathlib import Path

with needs(exponential_schedule):
    logs = Path(tempfile.mkdtemp(prefix="optimizers-"))
    stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=4, min_delta=1e-3, restore_best_weights=True)
    model = keras.Sequential(
        [keras.Input((64,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(
        digits.x_train,
        digits.y_train,
        validation_data=(digits.x_val, digits.y_val),
        epochs=30,
        batch_size=32,
        verbose=0,
        callbacks=[
            stopper,
            keras.callbacks.ModelCheckpoint(logs / "{epoch:02d}-{val_loss:.3f}.keras", save_best_only=True),
            keras.callbacks.LearningRateScheduler(lambda epoch: float(exponential_schedule(0.03, epoch, 20))),
            keras.callbacks.TensorBoard(logs / "tensorboard"),
        ],
    ).history
    best_epoch, lowest = stopper.best_epoch + 1, int(np.argmin(history["val_loss"])) + 1
    restored = model.evaluate(digits.x_val, digits.y_val, verbose=0)[0]
    print(
        f"stopped after epoch {len(history['val_loss'])}; weights of epoch {best_epoch} restored, loss {restored:.4f}"
    )
    print(f"lowest validation loss: {min(history['val_loss']):.4f} in epoch {lowest}")
    print("saved:", ", ".join(sorted(path.name for path in logs.glob("*.keras"))[-3:]))
    print("logs for TensorBoard:", ", ".join(path.name for path in sorted((logs / "tensorboard").iterdir())))

# %% tags=["demo"]
with needs(exponential_schedule):
    figure, ax = plt.subplots()
    shown_epochs = np.arange(1, len(history["loss"]) + 1)
    ax.plot(shown_epochs, history["loss"], label="training loss")
    ax.plot(shown_epochs, history["val_loss"], label="validation loss")
    ax.axvline(best_epoch, color="0.5", linestyle=":", label="restored epoch")
    rate_axis = ax.twinx()
    rate_axis.plot(shown_epochs, history["learning_rate"], color="0.4", linestyle="-.", label="learning rate")
    rate_axis.set(ylabel="learning rate", yscale="log")
    rate_axis.grid(False)
    rate_axis.spines.right.set_visible(True)
    ax.set(xlabel="epoch", ylabel="loss (nats)", yscale="log")
    figure.legend(loc="outside lower center", ncols=4, fontsize=8)
    plots.show(
        figure,
        "Training loss keeps falling, validation loss levels off; training stops four epochs after the restored one.",
    )

# %% [markdown]
# **Explain.** The restored epoch need not be the one with the lowest loss: an improvement of less than `min_delta` counts for nothing, neither for going on nor for restoring. Early stopping is itself a noisy decision: on a plateau, a small `patience` gives up too soon. And the model that `fit` leaves you with is the *last* one unless `restore_best_weights=True`.

# %% [markdown]
# ### Bonus exercise — `keras_optimizer`  ·  4 points
#
# Write Adam as a Keras optimizer, so that `model.compile(MyAdam(...))` works. Keras calls `build` once with the list of variables: make two slots for each. It then calls `update_step` for every variable and step. Helpful: `self.add_variable_from_reference(variable, name)` makes a slot of zeros like `variable` (append it to a list), `self._get_variable_index(variable)` finds its place in that list, `self.iterations` counts finished steps from 0 (an integer: cast it before you use it as an exponent), `slot.assign(value)` stores, and `keras.ops` has `sqrt`, `square`, `cast`.


# %% nbgrader={"grade": false, "grade_id": "keras_optimizer", "locked": false, "schema_version": 3, "solution": true, "task": false}
class MyAdam(keras.optimizers.Optimizer):
    """Adam with beta1, beta2 and eps fixed at construction; everything else is inherited."""

    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        """Make the slots for m and v; variables: the list that will be trained."""
        super().build(variables)
        ### BEGIN SOLUTION
        self.m = [self.add_variable_from_reference(variable, "m") for variable in variables]
        self.v = [self.add_variable_from_reference(variable, "v") for variable in variables]
        ### END SOLUTION

    def update_step(self, gradient, variable, learning_rate):
        """Change variable by one Adam step for this gradient; all three have the variable's dtype or can be cast."""
        ### BEGIN SOLUTION
        index = self._get_variable_index(variable)
        m, v = self.m[index], self.v[index]
        gradient = keras.ops.cast(gradient, variable.dtype)
        rate = keras.ops.cast(learning_rate, variable.dtype)
        t = keras.ops.cast(self.iterations + 1, variable.dtype)
        m.assign(self.beta1 * m + (1 - self.beta1) * gradient)
        v.assign(self.beta2 * v + (1 - self.beta2) * keras.ops.square(gradient))
        m_corrected = m / (1 - self.beta1**t)
        v_corrected = v / (1 - self.beta2**t)
        variable.assign(variable - rate * m_corrected / (keras.ops.sqrt(v_corrected) + self.eps))
        ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_keras_optimizer", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false} tags=["bonus"]
check = dllabs.Check(MyAdam, points=4)
slopes = steady_gradients(50)

with check("the first step has length lr"):
    check.holds(
        not issubclass(MyAdam, keras.optimizers.Adam),
        "inherit from keras.optimizers.Optimizer and write the step yourself",
    )
    check.expect(
        lambda: keras_path(MyAdam(0.1), np.array([1.0, -2.0]), lambda t, theta: np.array([0.5, -2.0]), 1)[-1],
        [0.9, -1.9],
        rtol=1e-5,
        mistakes={
            "no bias correction": np.array([1.0, -2.0]) - 0.1 * np.sqrt(10) * np.array([1.0, -1.0]),
            "nothing moved: assign the new value to the variable": [1.0, -2.0],
            "t counts from 1: it is self.iterations + 1": [np.nan, np.nan],
            "that step goes uphill: subtract": [1.1, -2.1],
            "the root is missing": [0.8, -1.95],
            "the learning rate is ignored": [0.999, -1.999],
        },
    )
    check.expect(
        lambda: keras_path(MyAdam(0.1), np.array([3.0]), lambda t, theta: np.array([0.0]), 1)[-1],
        [3.0],
        mistakes={"0 / 0: add eps to the root": [np.nan]},
    )
with check("ten steps equal Keras' Adam"):
    path = lambda optimizer: keras_path(optimizer, np.ones(3), lambda t, theta: slopes[t - 1], steps=10)
    check.expect(lambda: path(MyAdam(0.05)), path(keras.optimizers.Adam(0.05)), rtol=1e-4)


### BEGIN HIDDEN TESTS
def adam_by_definition(gradients, lr, beta1, beta2):
    """Where ones end: every average a sum over all gradients so far, which are (steps, ...)."""
    t = np.arange(1, len(gradients) + 1)
    corrected = lambda beta: np.tril(beta ** np.abs(t[:, None] - t)) * ((1 - beta) / (1 - beta**t))[:, None]
    m, v = (np.tensordot(corrected(beta), x, 1) for beta, x in ((beta1, gradients), (beta2, gradients**2)))
    return 1 - lr * np.sum(m / np.sqrt(v), axis=0)


with check("fifty steps with other betas, against the sums"):
    path = lambda optimizer: keras_path(optimizer, np.ones(3), lambda t, theta: slopes[t - 1], steps=50)
    want = adam_by_definition(slopes, 0.05, 0.3, 0.4)
    check.expect(lambda: path(MyAdam(0.05, beta1=0.3, beta2=0.4))[-1], want, rtol=1e-4)
with check("a tiny slope still leads downhill, at most lr far"):
    tiny = np.array([1e-8, -1e-7, 1e-6])
    move = keras_path(MyAdam(0.3), np.zeros(3), lambda t, theta: tiny, 1)[-1]
    safe = (move * tiny <= 0) & (np.abs(move) < 0.31)
    check.holds(safe.all(), f"slopes {tiny} moved theta by {move}: eps makes the divisor larger, never smaller")


gradients = steady_gradients(20), steady_gradients(40)[20:], steady_gradients(20, (2, 3))


def end_of_compiled_path(optimizer):
    """Where three variables, two of them of one shape, are after 20 steps of a compiled function."""
    variables = [keras.Variable(np.ones(shape), dtype="float64") for shape in ((3,), (3,), (2, 3))]
    optimizer.build(variables)
    step = tf.function(lambda *slopes: optimizer.apply(slopes, variables))
    for t in range(20):
        step(*(tf.constant(gradient[t]) for gradient in gradients))
    return np.concatenate([variable.numpy().ravel() for variable in variables])


with check("compiled, as inside fit, and with slots of its own for every variable"):
    want = [adam_by_definition(gradient, 0.01, 0.9, 0.999).ravel() for gradient in gradients]
    check.expect(lambda: end_of_compiled_path(MyAdam(0.01)), np.concatenate(want), rtol=1e-4)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## 12 · Knowledge check  ·  10 min
#
# ### Exercise 10 — `quiz`  ·  7 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. Which of these carries a fading average of past gradients along (a moving average, up to a constant factor)? **a** gradient descent · **b** stochastic gradient descent · **c** mini-batch gradient descent · **d** SGD with momentum
# 2. Which of these changes the learning rate of every weight as it goes along? **a** SGD · **b** mini-batch gradient descent · **c** SGD with momentum · **d** AdaGrad
# 3. Which one is the most widely used today? **a** plain SGD · **b** AdaGrad · **c** Adam · **d** Nesterov
# 4. 1,000 rows, batches of 64, 3 epochs: how many steps? **a** 45 · **b** 46.875 · **c** 47 · **d** 48
# 5. Where may gradient descent come to rest? **a** only at the global minimum · **b** only at a local minimum · **c** at any stationary point, a saddle included · **d** nowhere
# 6. What does `decay_steps` of a Keras schedule count? **a** epochs · **b** steps, that is, batches · **c** rows · **d** seconds
# 7. What is Adam's bias correction for? **a** the bias weights of the layers · **b** averages that start at zero · **c** unbalanced classes · **d** the noise of mini-batches

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
quiz = {1: "d", 2: "d", 3: "c", 4: "d", 5: "c", 6: "b", 7: "b"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=7)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 8)}
with check("all seven questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("d", "The velocity is a fading sum of past gradients: a moving average up to a factor."),
    2: ("d", "AdaGrad divides the rate by the root of the squares it has seen; momentum leaves the rate alone."),
    3: ("c", "Adam, by habit and for its good defaults; that does not make it the best for every problem."),
    4: ("d", "1000 / 64 = 15.6, so 16 steps per epoch (the last batch is smaller), times 3."),
    5: ("c", "The step vanishes wherever the gradient does. Only for a convex cost is that the global minimum."),
    6: ("b", "Keras asks a schedule at every step, that is, for every batch."),
    7: ("b", "m and v start at zero and are too small at first; dividing by 1 - beta**t mends that."),
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
# - written the step of six optimizers and seen the problem that each one solves: noise → mini-batches and averages; ravines → momentum and Nesterov; unequal scales → AdaGrad; a dying rate → RMSprop; all together → Adam;
# - compared them fairly and found that the learning rate matters more than the name;
# - brought the rate down with a schedule, and let callbacks stop, save and log a training.
#
# **Going further.** (1) Rotate the ravine by 45° and race again: who suffers? (2) Plain descent with *weight decay* and Adam with it differ; read about AdamW and add one line to `adam_step`. (3) Raise the batch size from 32 to 256 in the race: how must the rates change? (4) Run this notebook with `PROFILE = "full"` to race on MNIST.
