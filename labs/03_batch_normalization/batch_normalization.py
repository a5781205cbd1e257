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
# # Lab 3 · Batch normalization
#
# A network learns best when the numbers that flow through it are neither huge nor tiny. For the inputs you can see to that once, before training. Inside the network the numbers change with every step, so somebody has to see to it *all the time*: that is batch normalization. In this lab you build it from scratch, forward and backward, find out what it does for training and what it costs, and learn the two ways in which it most often goes wrong.
#
# **You will be able to**
#
# - scale inputs with the statistics of the training rows, and recognise the trouble when somebody did not;
# - write batch normalization for training and for inference, and derive its gradient by hand;
# - place it in a Keras model, count its parameters and fold it away after training;
# - say what it was measured to do, and which popular explanation of it the measurements do not support.
#
# **You need** Lab 1 (backpropagation) and the first half of Lab 2. **Time** about three hours; the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `scaling` | 6 | | 6 `build_mlp` | 6 |
# | 2 `batchnorm_forward` | 6 | | 7 `quiz` | 8 |
# | 3 `batchnorm_backward` | 9 | | two written answers | 8 |
# | 4 `running_stats` | 3 | | **together** | **50** |
# | 5 `batchnorm_inference` | 4 | | bonus: `fold_batchnorm` | 4 |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers. Demos that use *your* functions wait until you have written them. Most of them repeat an experiment with ten seeds: a band in a figure, or a bracket like 0.21 [0.20, 0.22], is the 95 % interval for the mean. All arrays are NumPy arrays, rows first: `x` is (n, d), n rows with d features each.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" also trains the slides' model of section 9 on MNIST: about four minutes
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
from dllabs.stacked import NormalizedNetworks
from dllabs.stats import claim, mean_interval

digits = data.load_digits()
SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# The next cell holds four small tools that the checks and demos share. Run it, read it if you like, and go on.


# %% nbgrader={"grade": false, "grade_id": "tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
def copies(*arrays):
    """Copies to hand out, so that a function that changes its arguments spoils one check and not all."""
    return [array.copy() for array in arrays]


def random_rows(shape, seed, centre=3.0, spread=2.0):
    """Normal numbers that are neither centred nor of deviation 1, the same ones every time."""
    return np.random.default_rng(seed).normal(centre, spread, shape)


def keras_batchnorm(x, gamma, beta, dout, eps=1e-3):
    """Keras' own layer in training mode, as an oracle: out, and the gradients of sum(out * dout) by x, gamma, beta."""
    x, gamma, beta = (tf.constant(array, tf.float64) for array in (x, gamma, beta))
    layer = keras.layers.BatchNormalization(epsilon=eps, dtype="float64")
    layer.build(x.shape)
    layer.gamma.assign(gamma)
    layer.beta.assign(beta)
    with tf.GradientTape() as tape:
        tape.watch(x)
        out = layer(x, training=True)
        objective = tf.reduce_sum(out * dout)
    return out.numpy(), *(g.numpy() for g in tape.gradient(objective, [x, layer.gamma.value, layer.beta.value]))


def show_bands(x, curves, alt, **axes):
    """One figure with a band for each of `curves`, {name: (seeds, points)}; axes: what `Axes.set` takes."""
    figure, ax = plt.subplots()
    for name, values in curves.items():
        plots.bands(ax, x, values, name)
    ax.set(**axes)
    ax.legend()
    plots.show(figure, alt)


# %% [markdown]
# ## 1 · Scale the inputs  ·  20 min
#
# A driver's age runs from 18 to 90, the value of the car from 500 to 200,000. To a network these are just two inputs, and a weight that reads the car must be a thousand times smaller than one that reads the age. Lab 2 had the name for that: a ravine. The steep direction limits the learning rate, and the flat one learns nothing. Two remedies are usual, column by column:
#
# $$\text{min-max:}\quad \frac{x - \min}{\max - \min} \qquad\qquad \text{standardization:}\quad \frac{x - \mu}{\sigma}, \qquad \sigma^2 = \frac1n\sum_i (x_i - \mu)^2$$
#
# One rule comes with both: **the numbers $\min$, $\max$, $\mu$, $\sigma$ are part of the model.** They are computed from the training rows, once, and every other row, in validation, in test, in production, is scaled with *those*. A row scaled by other numbers is written in another unit.

# %% [markdown]
# ### Exercise 1 — `scaling`  ·  6 points
#
# Scale `X` with the statistics of `X_train`. Values of `X` outside the range of the training rows come out below 0 or above 1, and that is right: clipping them would hide that they are unusual. A column that is constant in `X_train` has no spread to divide by: divide by 1 there, or by infinity, so that the training rows become 0 and not NaN, and a new value stays finite. (Maximum and minimum tell safely which columns are constant: the deviation of a constant column can come out as 1e-17, by rounding.)


# %% nbgrader={"grade": false, "grade_id": "scaling", "locked": false, "schema_version": 3, "solution": true, "task": false}
def min_max_scale(X_train, X):
    """Scale columns so that the training rows run from 0 to 1.

    X_train: (n, d) floats, the rows that set the scale; X: (m, d), the rows to scale.
    Returns X scaled, (m, d). A column that is constant in X_train becomes 0 where X has that constant, and finite
    elsewhere.
    """
    ### BEGIN SOLUTION
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return (X - low) / np.where(high > low, high - low, np.inf)
    ### END SOLUTION


def standardize(X_train, X):
    """Scale columns so that the training rows have mean 0 and population deviation 1.

    X_train: (n, d) floats, the rows that set the scale; X: (m, d), the rows to scale.
    Returns X scaled, (m, d). A column that is constant in X_train becomes 0 where X has that constant, and finite
    elsewhere.
    """
    ### BEGIN SOLUTION
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return (X - X_train.mean(axis=0)) / np.where(high > low, X_train.std(axis=0), np.inf)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_scaling", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(min_max_scale, standardize, points=6)

X_train = np.array([[1.0, 10.0], [3.0, 10.0], [1.0, 30.0], [3.0, 30.0]])
X = np.array([[5.0, 0.0], [2.0, 40.0]])
constant = np.array([[1.0, 7.0], [2.0, 7.0], [3.0, 7.0]])
with check("min-max: new rows on the scale of the training rows"):
    check.expect(
        lambda: min_max_scale(*copies(X_train, X)),
        np.array([[2.0, -0.5], [0.5, 1.5]]),
        rtol=1e-6,
        mistakes={
            "minimum and maximum were taken from X: take them from X_train": np.array([[1.0, 0.0], [0.0, 1.0]]),
            "values outside the training range were clipped: leave them": np.array([[1.0, 0.0], [0.5, 1.0]]),
            "one minimum and maximum for all columns: work column by column": (X - 1) / 29,
            "the minimum is not subtracted": X / [2.0, 20.0],
            "divided by the maximum: divide by maximum minus minimum": (X - [1.0, 10.0]) / [3.0, 30.0],
            "statistics of X_train and X together: X_train alone sets the scale": (X - [1.0, 0.0]) / [4.0, 40.0],
            "X_train was scaled: scale X": (X_train - [1.0, 10.0]) / [2.0, 20.0],
            "that is standardization": np.array([[3.0, -2.0], [0.0, 2.0]]),
            "the sign is turned round: subtract the minimum from X": -np.array([[2.0, -0.5], [0.5, 1.5]]),
        },
    )
with check("standardize: new rows on the scale of the training rows"):
    check.expect(
        lambda: standardize(*copies(X_train, X)),
        np.array([[3.0, -2.0], [0.0, 2.0]]),
        rtol=1e-6,
        mistakes={
            "mean and deviation were taken from X: take them from X_train": np.array([[1.0, -1.0], [-1.0, 1.0]]),
            "the sample deviation (n - 1): divide by n": np.array([[3.0, -2.0], [0.0, 2.0]]) * np.sqrt(3 / 4),
            "one mean and deviation for all columns: work column by column": (X - 11) / X_train.std(),
            "divided by the variance: divide by its root": (X - [2.0, 20.0]) / [1.0, 100.0],
            "the mean is not subtracted": X / [1.0, 10.0],
            "statistics of X_train and X together: X_train alone sets the scale": (
                (X - np.concatenate([X_train, X]).mean(axis=0)) / np.concatenate([X_train, X]).std(axis=0)
            ),
            "X_train was scaled: scale X": (X_train - [2.0, 20.0]) / [1.0, 10.0],
            "that is min-max scaling": np.array([[2.0, -0.5], [0.5, 1.5]]),
            "the mean of X but the deviation of X_train: take both from X_train": (X - [3.5, 20.0]) / [1.0, 10.0],
        },
    )
with check("a constant column becomes 0, not NaN"):
    for scale in (min_max_scale, standardize):
        check.expect(
            lambda scale=scale: np.asarray(scale(*copies(constant, constant)))[:, 1],
            np.zeros(3),
            atol=1e-12,
            mistakes={
                "0 / 0: divide by 1 where a column has no spread": np.full(3, np.nan),
                "a column without spread is still shifted": np.full(3, 7.0),
            },
        )
with check("the inputs are left alone"):
    check.unchanged(min_max_scale, X_train, X)
    check.unchanged(standardize, X_train, X)
### BEGIN HIDDEN TESTS
from sklearn.preprocessing import MinMaxScaler, StandardScaler

many, few = random_rows((40, 3), 1) * [1.0, 100.0, 0.01], random_rows((5, 3), 2) * [1.0, 100.0, 0.01]
with check("min-max: as scikit-learn's MinMaxScaler, also for a single row"):
    for rows in (few, few[:1], many):
        check.expect(
            lambda rows=rows: min_max_scale(*copies(many, rows)),
            MinMaxScaler().fit(many).transform(rows),
            rtol=1e-5,
        )
with check("standardize: as scikit-learn's StandardScaler, also for a single row"):
    for rows in (few, few[:1], many):
        check.expect(
            lambda rows=rows: standardize(*copies(many, rows)),
            StandardScaler().fit(many).transform(rows),
            rtol=1e-5,
        )
with check("a new value in a column that was constant stays finite"):
    for scale in (min_max_scale, standardize):
        scaled = np.asarray(scale(*copies(constant, np.array([[2.0, 9.0]]))), dtype="float32")  # as Keras reads it
        check.holds(np.isfinite(scaled).all(), "got NaN or infinity: divide by 1 where a column has no spread")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Below, gradient descent fits the yearly cost of a car policy to the driver's age (in years) and the value of the car (in euros), each time with nine tenths of the largest stable learning rate (Lab 2: $2/\lambda$). How far will it get in 100 steps on the raw columns?


# %% tags=["demo"]
def policies(seed, n=300):
    """Age in years, car value in euros and the yearly cost (in units of its own deviation) of n policies."""
    rng = np.random.default_rng(seed)
    age, value = rng.uniform(18, 90, n), rng.lognormal(9.6, 0.6, n)
    cost = -0.02 * age + 4e-5 * value + rng.normal(0, 0.5, n)
    return np.column_stack([age, value]), (cost - cost.mean()) / cost.std()


def descend(X, y, steps=100):
    """Squared-error descent with intercept: cost above the minimum after each step, and the condition number."""
    X = np.column_stack([np.ones(len(X)), X])
    curvature = X.T @ X / len(X)
    eigenvalues = np.linalg.eigvalsh(curvature)
    best, theta, costs = np.linalg.lstsq(X, y, rcond=None)[0], np.zeros(3), []
    for _ in range(steps):
        theta = theta - 1.8 / eigenvalues[-1] * (curvature @ (theta - best))
        costs.append((theta - best) @ curvature @ (theta - best) / 2)
    return np.array(costs), eigenvalues[-1] / eigenvalues[0]


with needs(min_max_scale, standardize):
    scalings = {
        "raw": lambda X, _: X,
        "min-max": min_max_scale,
        "min-max, then centred": lambda X, _: np.asarray(min_max_scale(X, X)) - np.mean(min_max_scale(X, X), axis=0),
        "divided by the deviation": lambda X, _: X / X.std(axis=0),
        "standardized": standardize,
    }
    curves, left_over = {}, {}
    for name, scale in scalings.items():
        runs = [descend(np.asarray(scale(X, X)), y) for X, y in map(policies, SEEDS)]
        costs, condition = np.log10([run[0] for run in runs]), np.median([run[1] for run in runs])
        curves[f"{name} ({condition:.3g})"] = costs
        left_over[name] = costs[:, -1]
    show_bands(
        np.arange(1, 101),
        curves,
        "Cost above its minimum against the step: on raw columns it hardly falls, with min-max scaling, centred or not, "
        "and with columns divided by their deviation it falls slowly, standardized it is gone after a few steps.",
        xlabel="step",
        ylabel="cost above the minimum, power of ten",
        ylim=(-10, 0),
    )
    claim(
        "standardized columns end lower than min-max (powers of ten)", left_over["min-max"] - left_over["standardized"]
    )
    claim("min-max ends lower than raw columns (powers of ten)", left_over["raw"] - left_over["min-max"])

# %% [markdown]
# **Explain.** In brackets stands the condition number, the ratio of the largest curvature to the smallest; the number of steps that descent needs grows in proportion to it. Both scalings cure the unequal units. Standardization does two things more. It *centres*: columns that are all positive pull on the intercept together, and the cost is curved most steeply along that common direction. And it gives all columns the *same spread*, where a single very expensive car squeezes all others of its column into a corner of 0 … 1. Either of the two alone is not enough, as the curves between show.
#
# For pixels, which all share one unit, dividing by the largest possible value (16 for our digits, 255 for MNIST) is the usual choice. It is min-max scaling with a constant that everybody knows by heart, and section 9 shows how it goes wrong nevertheless.

# %% [markdown]
# ## 2 · Normalise inside: the forward pass  ·  20 min
#
# Scaled inputs do not stay scaled. Every layer multiplies by its weights, and what one layer does too much, the next ones do again: if all weights of a ten-layer ReLU network double, its output grows $2^{10}$-fold. The demo below measures that. Besides, while the first layer learns, the second sees inputs that change from step to step. The inventors of batch normalization (Ioffe & Szegedy, 2015) called this **internal covariate shift** and gave it as their reason; section 7 asks the measurements how good a reason it is.
#
# **Batch normalization** applies section 1 to a hidden layer, with the statistics of the mini-batch that is just passing. For every feature (column) on its own:
#
# $$\mu = \frac1n\sum_i x_i, \qquad \sigma^2 = \frac1n\sum_i (x_i - \mu)^2, \qquad \hat x_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \epsilon}}, \qquad \text{out}_i = \gamma\,\hat x_i + \beta$$
#
# $\epsilon$ keeps the root away from 0; it stands *inside* the root. The last step gives the network its freedom back: $\gamma$ and $\beta$ are trained like weights, so that a layer for which mean 0 and deviation 1 are wrong can choose others.

# %% [markdown]
# ### Exercise 2 — `batchnorm_forward`  ·  6 points
#
# Besides the output, return a `cache`: whatever you will need for the backward pass in exercise 3 (a tuple or a dict, nobody else looks into it). If you do not know yet what that is, put in what you computed and come back.


# %% nbgrader={"grade": false, "grade_id": "batchnorm_forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def batchnorm_forward(x, gamma, beta, eps=1e-3):
    """Batch normalization in training: every feature with the mean and variance of this batch.

    x: (n, d) floats, n rows of d features; gamma, beta: (d,); eps > 0, added to the variance.
    Returns (out, cache): out (n, d), cache of your own making for `batchnorm_backward`.
    """
    ### BEGIN SOLUTION
    inverse_deviation = 1 / np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) * inverse_deviation
    return gamma * normalised + beta, (normalised, inverse_deviation, gamma)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_batchnorm_forward", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(batchnorm_forward, points=6)


def normalised(x, gamma, beta, *eps):
    """What the learner's forward pass puts out, after a look at the pair itself."""
    pair = batchnorm_forward(*copies(x, gamma, beta), *eps)
    is_pair = isinstance(pair, (tuple, list)) and len(pair) == 2
    check.holds(is_pair, f"return two things: `return out, cache` (got {type(pair).__name__})")
    return pair[0]


x = np.array([[0.0, 12.0], [4.0, 16.0], [0.0, 8.0], [4.0, 4.0]])  # means 2 and 10, variances 4 and 20
gamma, beta = np.array([3.0, 10.0]), np.array([1.0, -2.0])
centred = x - [2.0, 10.0]
with check("four rows with eps = 5, large enough to show where it goes"):
    check.expect(
        lambda: normalised(x, gamma, beta, 5.0),
        np.array([[-1.0, 2.0], [3.0, 10.0], [-1.0, -6.0], [3.0, -14.0]]),
        rtol=1e-6,
        mistakes={
            "eps stands outside the root: add it to the variance": gamma * centred / (np.sqrt([4, 20]) + 5) + beta,
            "the root of the deviation: the variance stands below it": (
                gamma * centred / np.sqrt(np.sqrt([4, 20]) + 5) + beta
            ),
            "the sample variance (n - 1): divide by n": gamma * centred / np.sqrt(np.array([16, 80]) / 3 + 5) + beta,
            "the default eps is used, whatever is passed": gamma * centred / np.sqrt([4.001, 20.001]) + beta,
            "eps is missing": gamma * centred / np.sqrt([4, 20]) + beta,
            "the root is missing: divide by sqrt(variance + eps)": gamma * centred / [9, 25] + beta,
            "the statistics run along the rows: one mean and variance per feature, axis=0": (
                gamma * (x - x.mean(axis=1, keepdims=True)) / np.sqrt(x.var(axis=1, keepdims=True) + 5) + beta
            ),
            "one mean and variance for all features: work column by column": (
                gamma * (x - x.mean()) / np.sqrt(x.var() + 5) + beta
            ),
            "gamma and beta are swapped": beta * centred / [3, 5] + gamma,
            "gamma and beta are missing": centred / [3, 5],
            "beta is missing": gamma * centred / [3, 5],
            "gamma is missing": centred / [3, 5] + beta,
            "the mean is not subtracted": gamma * x / [3, 5] + beta,
            "beta is added before gamma multiplies": gamma * (centred / [3, 5] + beta),
            "eps was subtracted": np.full((4, 2), np.nan),
        },
    )
with check("every feature gets mean beta and, as its variance is large beside eps, deviation gamma"):
    rows = random_rows((200, 3), 3, spread=20.0)
    gamma_3, beta_3 = np.array([1.0, 0.5, 4.0]), np.array([0.0, -3.0, 2.0])
    out = normalised(rows, gamma_3, beta_3)
    check.expect(
        (np.mean(out, axis=0), np.std(out, axis=0)),
        (beta_3, gamma_3),
        rtol=1e-3,
        atol=1e-4,
        names=("mean", "deviation"),
    )
with check("a feature without spread becomes beta, not NaN"):
    check.expect(
        lambda: normalised(np.full((3, 2), 7.0), gamma, beta),
        np.tile(beta, (3, 1)),
        mistakes={"0 / 0: add eps to the variance": np.full((3, 2), np.nan)},
    )
with check("the inputs are left alone"):
    check.unchanged(batchnorm_forward, x, gamma, beta)
### BEGIN HIDDEN TESTS
with check("as Keras' layer in training mode, also for variances as small as eps"):
    for shape, spread, eps in (((6, 4), 2.0, 1e-3), ((5, 5), 0.03, 1e-3), ((8, 3), 0.5, 0.1)):
        rows, scales, shifts = random_rows(shape, 4, spread=spread), random_rows(shape[1], 5), random_rows(shape[1], 6)
        want = keras_batchnorm(rows, scales, shifts, np.ones(shape), eps)[0]
        check.expect(lambda given=(rows, scales, shifts, eps): normalised(*given), want, rtol=1e-5)
with check("the default eps is 0.001, as in Keras"):
    rows = random_rows((6, 2), 7, spread=0.03)
    check.expect(lambda: normalised(rows, gamma, beta), keras_batchnorm(rows, gamma, beta, rows)[0], rtol=1e-5)
with check("a batch of one row is all mean: beta comes out"):
    check.expect(lambda: normalised(x[:1], gamma, beta), beta[None], rtol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** The digits run through ten random ReLU layers of 64 units. How large are the activations in layer 10 if the weights have half, just, and twice the size that He's rule (Lab 4) recommends? And with batch normalization in between?

# %% tags=["demo"]
with needs(batchnorm_forward):
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), sharey=True)
    last_layer = {}
    for ax, name in zip(axes, ("plain", "with batch normalization"), strict=True):
        for scale in (0.5, 1.0, 2.0):
            rng, h, deviations = np.random.default_rng(SEED), digits.x_train[:256].astype(float), []
            for _ in range(10):
                h = h @ rng.normal(0, scale * np.sqrt(2 / 64), (64, 64))
                h = h if name == "plain" else np.asarray(batchnorm_forward(h, np.ones(64), np.zeros(64))[0])
                h = np.maximum(h, 0)
                deviations.append(h.std())
            ax.plot(np.arange(1, 11), deviations, label=f"weights × {scale:g}")
            last_layer[scale] = deviations[-1]
        ax.set(title=name, xlabel="layer", yscale="log")
        print(f"{name}: from half to double weights the last layer grows by {last_layer[2.0] / last_layer[0.5]:,.0f}")
    axes[0].set_ylabel("deviation of the activations")
    axes[0].legend(fontsize=8)
    plots.show(
        figure,
        "Left, plain: with half the weights the activations shrink by a thousand over ten layers, with twice the "
        "weights they grow by a thousand. Right, with batch normalization: three level lines on top of each other.",
    )

# %% [markdown]
# **Explain.** ReLU layers without biases are homogeneous: factors multiply, $4^{10}$ from half to double. Batch normalization divides every factor away where it arises. The scale of the weights no longer matters here, and the next section shows what that does to the gradient.

# %% [markdown]
# ## 3 · The backward pass, stage by stage  ·  30 min
#
# Backpropagation needs the gradient of the loss by $x$, $\gamma$ and $\beta$, given the gradient by the output, which Lab 1 called $\delta$ and which here is `dout`, (n, d). Everything happens within one feature, so leave the index of the feature out. Write $da$ for the gradient of the loss by any number $a$ on the way, and $s = 1/\sqrt{\sigma^2 + \epsilon}$. Now go back through the forward pass one stage at a time:
#
# 1. $\text{out}_i = \gamma \hat x_i + \beta$. All rows share one $\gamma$ and one $\beta$, so their gradients are **sums** over the rows: $d\beta = \sum_i \text{dout}_i$ and $d\gamma = \sum_i \text{dout}_i\, \hat x_i$. What reaches $\hat x_i$ is $g_i = \gamma\, \text{dout}_i$.
# 2. $\hat x_i = (x_i - \mu)\, s$ is a product. What reaches the factor $s$ is $ds = \sum_i g_i\,(x_i - \mu)$: one number, because all rows share $s$.
# 3. $s = (\sigma^2 + \epsilon)^{-1/2}$, so $d\sigma^2 = -\tfrac12 s^3\, ds$.
# 4. $\sigma^2 = \frac1n \sum_i (x_i - \mu)^2$, so row $i$ receives $\frac2n (x_i - \mu)\, d\sigma^2$ by this way, besides the $g_i s$ that comes straight from stage 2.
# 5. $\mu = \frac1n\sum_i x_i$ was subtracted from every row. So $d\mu = -\sum_i g_i s$ (what comes through stage 4 adds up to 0, because the deviations $x_i - \mu$ do), and every row receives $\frac1n d\mu$.
#
# $dx_i$ is the sum of the **three** ways from $x_i$ to the loss: straight, through $\sigma^2$, and through $\mu$. The usual mistake is to walk the first one only, as if mean and variance were constants. Nothing crashes; the network just learns something else.

# %% [markdown]
# ### Exercise 3 — `batchnorm_backward`  ·  9 points
#
# Three points for each of the three gradients, so hand in what you have: return `None` for one that you cannot do yet. The test uses the cache of *your* `batchnorm_forward`; extend that cache if something is missing.


# %% nbgrader={"grade": false, "grade_id": "batchnorm_backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def batchnorm_backward(dout, cache):
    """Gradients of the loss through `batchnorm_forward`.

    dout: (n, d), gradient of the loss by out; cache: as returned by your `batchnorm_forward`.
    Returns (dx, dgamma, dbeta): (n, d), (d,), (d,), the gradients by x, gamma and beta.
    """
    ### BEGIN SOLUTION
    normalised, inverse_deviation, gamma = cache
    dgamma, dbeta = (dout * normalised).sum(axis=0), dout.sum(axis=0)
    straight = gamma * dout
    through_mean = straight.mean(axis=0)
    through_variance = normalised * (straight * normalised).mean(axis=0)
    return inverse_deviation * (straight - through_mean - through_variance), dgamma, dbeta
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_batchnorm_backward", "locked": true, "points": 9, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(batchnorm_backward, points=9)


def gradient(which, x, gamma, beta, dout, eps, calls=1):
    """One of the learner's three gradients, through the cache of the learner's own forward pass, by the last call."""
    try:
        pair = batchnorm_forward(*copies(x, gamma, beta), eps)
    except NotImplementedError:
        pair = None
    check.holds(pair is not None, "batchnorm_forward is not written yet: solve it first, its cache is needed here")
    check.holds(isinstance(pair, (tuple, list)) and len(pair) == 2, "batchnorm_forward must return `out, cache`")
    out, cache = pair
    if which != "dbeta":  # which is right whatever the forward pass does
        right = np.shape(out) == x.shape and np.allclose(out, keras_batchnorm(x, gamma, beta, dout, eps)[0], rtol=1e-3)
        check.holds(right, "your batchnorm_forward differs from Keras' on these rows: repair it first, then come back")
    given = dout.copy()
    triple = [batchnorm_backward(given, cache) for _ in range(calls)][-1]
    unchanged = calls == 1 or np.array_equal(given, dout)
    check.holds(unchanged, "dout was changed in place: build a new array (write a = a - b, not a -= b)")
    if triple is None:
        return None
    is_triple = isinstance(triple, (tuple, list)) and len(triple) == 3
    check.holds(is_triple, "return three things: `return dx, dgamma, dbeta`, None for one that is missing")
    part = triple[("dx", "dgamma", "dbeta").index(which)]
    check.holds(part is not None, f"{which} is still None: it earns its points as soon as it is there")
    return part


eps = 0.5
x, dout = random_rows((4, 2), 8), random_rows((4, 2), 9, centre=0.5)
gamma, beta = np.array([2.0, 0.5]), np.array([1.0, -1.0])
s = 1 / np.sqrt(x.var(axis=0) + eps)
centred = x - x.mean(axis=0)
out, dx, dgamma, dbeta = keras_batchnorm(x, gamma, beta, dout, eps)
straight, to_variance = gamma * dout * s, -(s**3) * (gamma * dout * centred).sum(axis=0) * centred / len(x)
to_mean = -straight.mean(axis=0)
with check("dbeta, by a fixed batch", weight=2):
    check.expect(
        lambda: gradient("dbeta", x, gamma, beta, dout, eps),
        dbeta,
        rtol=1e-6,
        mistakes={
            "a mean over the rows: every row adds its share, so sum": dbeta / 4,
            "summed along the features: sum over the rows, axis=0": dout.sum(axis=1),
            "not summed: all rows share one beta": dout,
            "one number: keep the features apart": dbeta.sum(),
            "that is dgamma": dgamma,
            "gamma does not touch beta: leave it out": gamma * dbeta,
            "that is dx: the order is dx, dgamma, dbeta": dx,
        },
    )
with check("dgamma, by a fixed batch", weight=2):
    check.expect(
        lambda: gradient("dgamma", x, gamma, beta, dout, eps),
        dgamma,
        rtol=1e-6,
        mistakes={
            "a mean over the rows: every row adds its share, so sum": dgamma / 4,
            "not summed: all rows share one gamma": dout * centred * s,
            "multiplied by x: gamma multiplies the normalised rows": (dout * x).sum(axis=0),
            "multiplied by out: gamma multiplies the normalised rows": (dout * out).sum(axis=0),
            "multiplied by x minus mean: the division by the deviation is missing": (dout * centred).sum(axis=0),
            "that is dbeta": dbeta,
            "one factor gamma too many": gamma * dgamma,
            "that is dx: the order is dx, dgamma, dbeta": dx,
        },
    )
with check("dx, by a fixed batch"):
    check.expect(
        lambda: gradient("dx", x, gamma, beta, dout, eps),
        dx,
        rtol=1e-5,
        mistakes={
            "mean and variance are treated as constants: they change with x too": straight,
            "the way through the variance is missing": straight + to_mean,
            "the way through the mean is missing": straight + to_variance,
            "gamma is missing": dx / gamma,
            "the division by the deviation is missing": dx / s,
            "the ways through mean and variance have the wrong sign": straight - to_mean - to_variance,
            "the way through the variance has the wrong sign": straight + to_mean - to_variance,
            "the way through the mean has the wrong sign": straight - to_mean + to_variance,
            "1/n is missing on the way through the mean": straight + 4 * to_mean + to_variance,
            "1/n is missing on the way through the variance": straight + to_mean + 4 * to_variance,
            "1/n is missing on the ways through mean and variance": straight + 4 * (to_mean + to_variance),
            "n is the number of rows, not of features": straight + 4 / 2 * (to_mean + to_variance),
            "ds takes x minus mean, not the normalised rows": straight + to_mean + s * to_variance,
            "on the way through the variance s stands with the power 3": straight + to_mean + to_variance / s,
            "all features were summed up: keep them apart, axis=0": (
                straight - straight.sum() / 4 - s**3 * (gamma * dout * centred).sum() * centred / 4
            ),
            "that is dgamma: the order is dx, dgamma, dbeta": dgamma,
            "the factor 2 of the square is missing": straight + to_mean + to_variance / 2,
            "the factor 1/2 of the root is missing": straight + to_mean + 2 * to_variance,
            "it is divided by n as a whole: only two of the three ways have 1/n": dx / 4,
        },
    )
with check("dx, by central differences of your own forward pass"):

    def slope(i, j):
        moved = [x.copy(), x.copy()]
        moved[0][i, j] -= 1e-5
        moved[1][i, j] += 1e-5
        below, above = (np.sum(np.asarray(batchnorm_forward(rows, gamma, beta, eps)[0]) * dout) for rows in moved)
        return (above - below) / 2e-5

    dx_own = gradient("dx", x, gamma, beta, dout, eps)
    out_own = batchnorm_forward(x, gamma, beta, eps)[0]
    # Differences of float32 numbers are mostly rounding: then the layer's own gradient is the measure.
    rough = any(np.asarray(part).dtype.name in ("float32", "float16") for part in (dx_own, out_own))
    check.expect(dx_own, dx if rough else np.array([[slope(i, j) for j in range(2)] for i in range(4)]), rtol=1e-5)
with check("neither dout nor the cache is changed: a second call gives the same dx", weight=0.5):
    check.expect(lambda: gradient("dx", x, gamma, beta, dout, eps, calls=2), dx, rtol=1e-5)
### BEGIN HIDDEN TESTS
batches = [
    (
        random_rows((n, d), 10 + d, spread=spread),
        random_rows(d, 11),
        random_rows(d, 12),
        random_rows((n, d), 40 + d),
        eps,
    )
    for n, d, spread, eps in ((7, 3, 2.0, 1e-3), (5, 5, 0.04, 1e-3), (2, 4, 1.0, 1.0), (32, 1, 9.0, 1e-2))
]
for position, (name, weight) in enumerate({"dx": 1, "dgamma": 2, "dbeta": 2}.items()):
    with check(f"{name} of other batches equals Keras', also with few rows and with small variances", weight=weight):
        for given in batches:
            want = keras_batchnorm(*given)[1 + position]
            check.expect(lambda name=name, given=given: gradient(name, *given), want, rtol=1e-5)
with check("no feature can be moved as a whole: dx sums to 0 over the rows", weight=0.5):
    rows = random_rows((9, 3), 14, centre=100.0)
    total = lambda: np.sum(np.asarray(gradient("dx", rows, np.ones(3), np.zeros(3), rows**2, 1e-3)), axis=0)
    check.expect(total, np.zeros(3), atol=1e-2)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# What does a layer gain from this strange backward pass? Multiply all weights $W$ of a Dense layer by $c$ and put batch normalization behind it: the output stays the same. The gradient does not.
#
# > **Predict.** With weights 10 times as large, the gradient by $W$ through batch normalization is … times as large?

# %% tags=["demo", "nbval-check-output"]
with needs(batchnorm_forward, batchnorm_backward):
    rng = np.random.default_rng(0)
    inputs, W, pull = rng.normal(size=(64, 20)), rng.normal(size=(20, 8)), rng.normal(size=(64, 8))
    table = []
    for c in (0.1, 1.0, 10.0, 100.0):
        out, cache = batchnorm_forward(inputs @ (c * W), np.ones(8), np.zeros(8))
        dW = inputs.T @ np.asarray(batchnorm_backward(pull, cache)[0])
        numbers = np.std(out), np.linalg.norm(dW), np.linalg.norm(inputs.T @ pull)
        table.append([f"× {c:g}", *(f"{number:.3g}" for number in numbers)])
    columns = ["weights", "deviation of the output", "gradient by W", "the same without normalization"]
    print(pd.DataFrame(table, columns=columns).to_string(index=False))
    print()
    for n in (2, 3, 4, 16, 64):
        out, cache = batchnorm_forward(inputs[:n] @ W, np.ones(8), np.zeros(8))
        straight = pull[:n] / (inputs[:n] @ W).std(axis=0)
        share = np.linalg.norm(np.asarray(batchnorm_backward(pull[:n], cache)[0])) / np.linalg.norm(straight)
        print(f"batch of {n:2}: |dx| is {share:.3f} of what comes straight")

# %% [markdown]
# **Explain.** Weights 10 times as large get a gradient 10 times as small: the product $|W| \cdot |\nabla_W|$ is constant. (For the smallest weights $\epsilon$ begins to show.) So a network with batch normalization brakes itself: a step that was far too long makes the weights large, and large weights take small relative steps from then on. Without normalization the gradient of this layer does not care how large its own weights are, and the layers around it multiply it up.
#
# The second table is a warning. The ways through mean and variance take two directions per feature away: moving all rows together, and stretching them. Of two rows, those are all the directions there are; hardly any gradient gets through. Section 8 comes back to it.

# %% [markdown]
# ## 4 · Inference: statistics that were remembered  ·  25 min
#
# In training a row is normalised together with the other rows of its batch. At inference that will not do: the prediction for one customer must not depend on who else asked in the same second, and a batch of a single row has no variance at all. So the layer *remembers*: in training it keeps an exponential moving average of the batch statistics (Lab 2, section 3),
#
# $$\text{running} \leftarrow m \cdot \text{running} + (1 - m) \cdot \text{batch},$$
#
# and at inference it uses those numbers in place of the batch's. The **momentum** $m$ is the share of the *old* value, 0.99 in Keras, so that each batch contributes one hundredth. Beware when you read other books and libraries: at least one well-known textbook printed the formula the other way round, and PyTorch gives the name momentum to $1 - m$.

# %% [markdown]
# ### Exercise 4 — `running_stats`  ·  3 points
#
# Update both averages with the statistics of one batch.


# %% nbgrader={"grade": false, "grade_id": "running_stats", "locked": false, "schema_version": 3, "solution": true, "task": false}
def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    """Moving averages of batch statistics after one more batch.

    running_mean, running_var, batch_mean, batch_var: (d,); 0 <= momentum < 1, the share of the old value.
    Returns (mean, var), both (d,), as new arrays.
    """
    ### BEGIN SOLUTION
    mean = momentum * running_mean + (1 - momentum) * batch_mean
    var = momentum * running_var + (1 - momentum) * batch_var
    return mean, var
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_running_stats", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(update_running_stats, points=3)

old_mean, old_var = np.array([0.0, 10.0]), np.array([1.0, 4.0])
new_mean, new_var = np.array([10.0, 20.0]), np.array([3.0, 2.0])
with check("one batch with momentum 0.9"):
    check.expect(
        lambda: update_running_stats(*copies(old_mean, old_var, new_mean, new_var), momentum=0.9),
        ([1.0, 11.0], [1.2, 3.8]),
        names=("mean", "var"),
        mistakes={
            "the momentum is the other way round: it is the share of the old value": ([9.0, 19.0], [2.8, 2.2]),
            "the batch enters whole: weigh it by 1 - momentum": (0.9 * old_mean + new_mean, 0.9 * old_var + new_var),
            "the old value stays whole: weigh it by the momentum": (old_mean + 0.1 * new_mean, old_var + 0.1 * new_var),
            "the default momentum is used, whatever is passed": ([0.1, 10.1], [1.02, 3.98]),
            "the batch's statistics replace the old ones": (new_mean, new_var),
            "the old statistics are returned": (old_mean, old_var),
            "the variance was not updated": ([1.0, 11.0], old_var),
            "a plain mean of old and new": ([5.0, 15.0], [2.0, 3.0]),
            "the deviation is averaged: average the variance": ([1.0, 11.0], 0.9 * old_var + 0.1 * np.sqrt(new_var)),
            "the spread between the means was added; Keras averages just the variances": (
                [1.0, 11.0],
                np.array([1.2, 3.8]) + 0.09 * 100,
            ),
        },
    )
with check("momentum = 0 remembers nothing"):
    check.expect(
        lambda: update_running_stats(*copies(old_mean, old_var, new_mean, new_var), momentum=0.0), (new_mean, new_var)
    )
with check("the inputs are left alone"):
    check.unchanged(update_running_stats, old_mean, old_var, new_mean, new_var)
### BEGIN HIDDEN TESTS
with check("twenty batches with the default momentum equal what Keras' layer remembers"):
    layer = keras.layers.BatchNormalization(dtype="float64")
    layer.build((None, 3))
    batches = [random_rows((8, 3), seed) for seed in range(20)]
    for batch in batches:
        layer(tf.constant(batch), training=True)

    def remembered():
        mean, var = np.zeros(3), np.ones(3)
        for batch in batches:
            mean, var = update_running_stats(mean, var, batch.mean(axis=0), batch.var(axis=0))
        return mean, var

    check.expect(remembered, (layer.moving_mean.numpy(), layer.moving_variance.numpy()), rtol=1e-5)
with check("the distance to steady statistics shrinks by the momentum in every step"):
    mean, var, distances = np.zeros(1), np.ones(1), []
    for _ in range(30):
        mean, var = update_running_stats(mean, var, np.array([4.0]), np.array([9.0]), 0.8)
        distances.append([4 - np.asarray(mean)[0], 9 - np.asarray(var)[0]])
    check.expect(np.array(distances), 0.8 ** np.arange(1, 31)[:, None] * [4.0, 8.0], rtol=1e-4)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### Exercise 5 — `batchnorm_inference`  ·  4 points
#
# The same formula as in training, with the remembered statistics.


# %% nbgrader={"grade": false, "grade_id": "batchnorm_inference", "locked": false, "schema_version": 3, "solution": true, "task": false}
def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    """Batch normalization at inference: every row on its own, with the statistics remembered from training.

    x: (n, d) floats, n >= 1; gamma, beta, running_mean, running_var: (d,); eps > 0, added to the variance.
    Returns (n, d).
    """
    ### BEGIN SOLUTION
    return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_batchnorm_inference", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(batchnorm_inference, points=4)

x = np.array([[5.0, 0.0], [1.0, 3.0], [3.0, 9.0]])
gamma, beta = np.array([3.0, 10.0]), np.array([1.0, -2.0])
mean, var = np.array([1.0, 3.0]), np.array([4.0, 20.0])
want = np.array([[5.0, -8.0], [1.0, -2.0], [3.0, 10.0]])
with check("three rows with remembered statistics and eps = 5"):
    check.expect(
        lambda: batchnorm_inference(*copies(x, gamma, beta, mean, var), eps=5.0),
        want,
        rtol=1e-6,
        mistakes={
            "the statistics of this batch were used: use the remembered ones": (
                gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 5) + beta
            ),
            "the mean of this batch was used: use running_mean": gamma * (x - x.mean(axis=0)) / [3, 5] + beta,
            "the variance of this batch was used: use running_var": (
                gamma * (x - mean) / np.sqrt(x.var(axis=0) + 5) + beta
            ),
            "this batch was mixed into the statistics: at inference nothing is updated": (
                gamma * (x - 0.99 * mean - 0.01 * x.mean(axis=0)) / np.sqrt(0.99 * var + 0.01 * x.var(axis=0) + 5)
                + beta
            ),
            "eps stands outside the root: add it to the variance": gamma * (x - mean) / (np.sqrt(var) + 5) + beta,
            "the root is missing: running_var is a variance": gamma * (x - mean) / (var + 5) + beta,
            "eps is missing": gamma * (x - mean) / np.sqrt(var) + beta,
            "the default eps is used, whatever is passed": gamma * (x - mean) / np.sqrt(var + 1e-3) + beta,
            "gamma and beta are swapped": beta * (x - mean) / [3, 5] + gamma,
            "gamma and beta are missing": (x - mean) / [3, 5],
            "beta is missing": want - beta,
            "beta is added before gamma multiplies": gamma * ((x - mean) / [3, 5] + beta),
            "the mean is not subtracted": gamma * x / [3, 5] + beta,
        },
    )
with check("a row alone comes out as it does in company"):
    check.expect(lambda: batchnorm_inference(*copies(x[2:], gamma, beta, mean, var), eps=5.0), want[2:], rtol=1e-6)
with check("the inputs are left alone"):
    check.unchanged(batchnorm_inference, x, gamma, beta, mean, var)
### BEGIN HIDDEN TESTS
with check("as Keras' layer at inference, with the default eps and a feature that never varied"):
    layer = keras.layers.BatchNormalization(dtype="float64")
    layer.build((None, 4))
    state = [random_rows(4, seed) for seed in (21, 22, 23)] + [np.array([2.0, 1e-3, 0.0, 50.0])]
    layer.set_weights(state)
    rows = random_rows((6, 4), 24)
    check.expect(
        lambda: batchnorm_inference(*copies(rows, *state)), layer(tf.constant(rows), training=False).numpy(), rtol=1e-5
    )
with check("a square batch, where rows and features are easy to mix up"):
    state = [random_rows(3, seed) for seed in (25, 26, 27)] + [np.array([1.0, 2.0, 3.0])]
    rows = random_rows((3, 3), 28)
    each = np.array(
        [[state[0][j] * (rows[i, j] - state[2][j]) / np.sqrt(state[3][j] + 0.2) for j in range(3)] for i in range(3)]
    )
    check.expect(lambda: batchnorm_inference(*copies(rows, *state), 0.2), each + state[1], rtol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** One digit passes a random Dense layer and batch normalization, each time in the company of other digits. How much does *its own* output change with the company, for batches of 2, 8, 32 and 128?

# %% tags=["demo"]
with needs(batchnorm_forward, batchnorm_inference):
    sizes, ones, zeros = np.array([2, 8, 32, 128]), np.ones(64), np.zeros(64)
    spreads = np.empty((len(SEEDS), len(sizes)))
    for run, seed in enumerate(SEEDS):
        rng = np.random.default_rng(seed)
        entering = digits.x_train.astype(float) @ rng.normal(size=(64, 64))
        for column, size in enumerate(sizes):
            companies = [np.append(0, rng.choice(np.arange(1, 1077), size - 1, replace=False)) for _ in range(60)]
            outputs = [np.asarray(batchnorm_forward(entering[rows], ones, zeros)[0])[0] for rows in companies]
            spreads[run, column] = np.std(outputs, axis=0).mean()
    remembered = entering.mean(axis=0), entering.var(axis=0)
    at_inference = [np.asarray(batchnorm_inference(entering[:n], ones, zeros, *remembered))[0] for n in sizes]
    table = {"batch size": sizes, "spread of the output": [str(mean_interval(by_seed)) for by_seed in spreads.T]}
    print(pd.DataFrame(table).to_string(index=False))
    print(f"spread at inference: {np.std(at_inference, axis=0).mean():.1g}")
    claim("company matters more in batches of 2 than of 128", spreads[:, 0] - spreads[:, -1])

# %% [markdown]
# **Explain.** In training every row is seen through the accidents of its batch. Four times as many rows halve them, as they halve the error of any mean. That noise has a good side, it regularizes a little (Lab 5), and a bad one: with two rows there is more accident than row, since each feature comes out as about $+1$ or $-1$, whatever it was. At inference the company has no say.

# %% [markdown]
# ### Written answer 1  ·  4 points
#
# A bank's web service loads a Keras model with batch normalization and calls `model(x, training=True)` on every request, which holds one customer. In testing, with 500 customers in one request, everything had looked fine. What does the service now answer, and why? What exactly has to be changed, and would it help to send the customers in pairs?

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_inference", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** With `training=True` the layer normalises with the statistics of the request. A request of one row has that row as its mean and variance 0, so every feature leaves the first batch normalization as $\beta$: all customers get the same answer. With 500 rows the batch statistics were close to those of the training data, so nobody noticed. Call the model with `training=False` (or `predict`), which uses the remembered statistics, and load it again first: each call in training mode has also moved what the running service remembers. Pairs do not help: every feature comes out as about $\beta \pm \gamma$, and the answer for one customer depends on the other.
#
# **Rubric**
# - 1 point: training mode normalises with the request's own rows instead of the remembered statistics.
# - 1 point: one row alone gives $\beta$ (or zeros), the same answer for everybody. "It gets noisy" without more: half a point.
# - 1 point: the repair, `training=False` or `predict`. "Retrain the model": no point. Loading the model again need not be mentioned.
# - 1 point: pairs do not help, with a reason (only the sign is left, or the answer depends on the other customer).
# ### END SOLUTION

# %% [markdown]
# ## 5 · In Keras: where it stands and what it counts  ·  25 min
#
# In Keras all this is one layer, `keras.layers.BatchNormalization()`. It holds **four numbers per feature** and calls all of them weights. But only two of them are *trained*, that is, changed by the optimizer along a gradient: $\gamma$ and $\beta$. The moving mean and variance are merely recorded. (Some lecture slides call mean and deviation trainable as well; the list below settles it.)
#
# What is a feature? By default the last axis (`axis=-1`): for rows of numbers each column, for images each channel. Whoever writes `axis=1` gets something else as soon as the data has more than two axes. A widely copied slide builds `Dense(16, input_shape=(1, 5))`, whose output is (batch, 1, 16), and puts `BatchNormalization(axis=1)` behind it.
#
# > **Predict.** How many parameters does that layer have, and how many should it have?

# %% tags=["demo", "nbval-check-output"]
for axis in (-1, 1):
    model = keras.Sequential([keras.Input((1, 5)), keras.layers.Dense(16), keras.layers.BatchNormalization(axis=axis)])
    layer = model.layers[1]
    shapes = {weight.name: tuple(weight.shape) for weight in layer.weights}
    trained = [weight.name for weight in layer.trainable_weights]
    print(f"axis={axis}: {layer.count_params()} parameters behind an output of shape {model.outputs[0].shape}")
    print(f"    {shapes}, trained: {trained}")

# %% [markdown]
# **Explain.** Sixteen features make $4 \cdot 16 = 64$ parameters. Along axis 1 there is a single "channel" of length 1, so one mean and one variance are taken over all sixteen units together: 4 parameters, and no error message. Unequal units stay as unequal as they were. For Dense layers leave `axis` alone, and look at `summary()`: it gave this away.
#
# **Before or after the ReLU?** The inventors put the layer before; many people put it after. Before, each unit sees a centred input, so about half of the rows pass its ReLU. After, the *next layer* sees centred inputs. You will measure both. (Before the ReLU the bias of the Dense layer is superfluous: the mean takes it away again, and $\beta$ does its work. `use_bias=False` saves it.)

# %% [markdown]
# ### Exercise 6 — `build_mlp`  ·  6 points
#
# Build and compile a classifier with one softmax output per class. `hidden` lists the widths of the hidden layers. `norm` says where batch normalization stands in **each hidden layer**:
#
# - `"none"`: Dense → ReLU
# - `"before"`: Dense → BatchNormalization → ReLU, as the inventors had it (so the ReLU cannot stand inside Dense; `keras.layers.ReLU()` is a layer of its own)
# - `"after"`: Dense → ReLU → BatchNormalization
#
# The output layer is Dense with softmax and nothing behind it. Add no other layers (dropout is for Lab 5). Compile with Adam, sparse categorical cross-entropy (labels are integers) and the accuracy as a metric. Make a **new** layer object every time round the loop: a list such as `[Dense(8), BatchNormalization()] * 2` holds the *same two* layers twice, and Keras lets them share their weights without a word.


# %% nbgrader={"grade": false, "grade_id": "build_mlp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_mlp(n_inputs, hidden, n_classes, norm):
    """A compiled classifier with ReLU hidden layers and softmax output.

    n_inputs, n_classes: ints; hidden: list of widths; norm: "none", "before" or "after" the ReLU.
    Returns a Keras model compiled with Adam, sparse categorical cross-entropy and accuracy.
    """
    ### BEGIN SOLUTION
    normalize, relu = keras.layers.BatchNormalization, keras.layers.ReLU
    behind_dense = {"none": [relu], "before": [normalize, relu], "after": [relu, normalize]}[norm]
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        model.add(keras.layers.Dense(width))
        for new_layer in behind_dense:
            model.add(new_layer())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_build_mlp", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(build_mlp, points=6)


def leaves(model):
    """The layers of a model in order, those of models inside it too, each object once."""
    layers = []
    for layer in model.layers:
        layers += [inner for inner in (leaves(layer) if hasattr(layer, "layers") else [layer]) if inner not in layers]
    return layers


def built(n_inputs, hidden, n_classes, norm):
    """The learner's model, called once so that its weights exist."""
    model = build_mlp(n_inputs, list(hidden), n_classes, norm)
    check.holds(isinstance(model, keras.Model), f"return the compiled Keras model (got {type(model).__name__})")
    model(np.zeros((1, n_inputs), "float32"))
    return model


def widths(model, kind):
    """The number of features of each layer of a kind, in order."""
    return [int(layer.weights[-1].shape[-1]) for layer in leaves(model) if isinstance(layer, kind)]


def filled(norm, hidden):
    """A model whose weights and remembered statistics all differ from each other and from their start."""
    model, values = built(3, hidden, 2, norm), np.random.default_rng(31)
    for layer in leaves(model):
        layer.set_weights([values.uniform(0.3, 1.5, weight.shape) for weight in layer.weights])
        if isinstance(layer, keras.layers.Dense):
            layer.kernel.assign(layer.kernel * values.choice([-1, 1], layer.kernel.shape))
    return model


def by_hand(model, x, norm):
    """What a model with these weights and this norm should predict, in NumPy, layer by layer."""
    dense = [layer for layer in leaves(model) if isinstance(layer, keras.layers.Dense)]
    norms = [layer for layer in leaves(model) if isinstance(layer, keras.layers.BatchNormalization)]
    for number, layer in enumerate(dense):
        check.holds(layer.kernel.shape[0] == x.shape[1], "the Dense layers are not connected one after the other")
        x = x @ layer.kernel.numpy() + (layer.bias.numpy() if layer.use_bias else 0)
        if number == len(dense) - 1:
            powers = np.exp(x - x.max(axis=1, keepdims=True))
            return powers / powers.sum(axis=1, keepdims=True)
        x = np.maximum(x, 0) if norm != "before" else x
        if norm != "none":
            bn = norms[number]
            x = (x - bn.moving_mean.numpy()) / np.sqrt(bn.moving_variance.numpy() + bn.epsilon)
            x = x * (bn.gamma.numpy() if bn.scale else 1) + (bn.beta.numpy() if bn.center else 0)
        x = np.maximum(x, 0) if norm == "before" else x


def same_as_by_hand(norm, hidden):
    """Require that a model predicts what it should, and say so if ReLU and normalization have changed places."""
    model = filled(norm, hidden)
    each_has_one = widths(model, BatchNormalization) == (list(hidden) if norm != "none" else [])
    check.holds(each_has_one, "each hidden layer needs a batch normalization of its own, the output none")
    other = {"before": "after", "after": "before"}.get(norm)
    swapped = {f'that is norm = "{other}": mind where the ReLU stands': by_hand(model, rows, other)} if other else {}
    check.expect(
        lambda: np.asarray(model(rows, training=False)), by_hand(model, rows, norm), rtol=1e-4, mistakes=swapped
    )


rows, labels = random_rows((12, 3), 32, centre=0.0), np.arange(12) % 2
Dense, BatchNormalization = keras.layers.Dense, keras.layers.BatchNormalization
with check("Dense layers: one for each hidden width, then one for the classes"):
    for norm in ("none", "before", "after"):
        check.expect(
            lambda norm=norm: widths(built(6, [6, 6], 2, norm), Dense),
            [6, 6, 2],
            mistakes={
                "the output layer is missing": [6, 6],
                "the inputs have a Dense layer of their own: begin with keras.Input": [6, 6, 6, 2],
                "the two hidden widths have one Dense layer together: make a new one every time round the loop": [6, 2],
            },
        )
with check("BatchNormalization: a new one for each hidden layer, none for the output"):
    check.expect(
        lambda: widths(built(3, [6, 6], 2, "none"), BatchNormalization),
        [],
        mistakes={
            'norm is ignored: with "none" there is no batch normalization': [6, 6],
            "the inputs have batch normalization: it belongs into the hidden layers": [3],
        },
    )
    for norm in ("before", "after"):
        check.expect(
            lambda norm=norm: widths(built(3, [6, 6], 2, norm), BatchNormalization),
            [6, 6],
            mistakes={
                "the hidden layers have one together: make a new one every time round the loop": [6],
                "the output has batch normalization too: nothing may follow the softmax": [6, 6, 2],
                "the inputs have batch normalization too: it belongs into the hidden layers": [3, 6, 6],
                "it stands in front of the Dense layers: it belongs behind them": [3, 6],
                "the hidden layers have one together, and the output has one too": [6, 2],
                "there is none at all": [],
                "every hidden layer has two": [6, 6, 6, 6],
            },
        )
with check("the output is a probability for each class"):
    for norm in ("none", "before", "after"):
        probabilities = np.asarray(filled(norm, (5, 5))(rows, training=False))
        check.expect(probabilities.shape, (12, 2))
        sums = probabilities.sum(axis=1)
        otherwise = (
            f"the outputs of a row sum to {sums[0]:.3g}, not 1: the last layer needs softmax, and nothing behind it"
        )
        check.holds(np.allclose(sums, 1, rtol=1e-4), otherwise)
with check("one hidden layer predicts what NumPy computes from the same weights"):
    for norm in ("none", "before", "after"):
        same_as_by_hand(norm, (4,))
with check("it is compiled with Adam and learns from integer labels"):
    model = built(3, [8], 2, "before")
    # AdamW is a subclass, with a decay of the weights that nobody asked for.
    check.holds(type(getattr(model, "optimizer", None)) is keras.optimizers.Adam, "compile the model with Adam")
    probabilities = np.asarray(model(rows, training=False))
    sums_to_one = np.allclose(probabilities.sum(axis=1), 1, rtol=1e-4)
    check.holds(sums_to_one, "the loss can be judged as soon as the outputs of each row sum to 1")
    model.run_eagerly = True
    try:
        report = model.test_on_batch(rows.astype("float32"), labels, return_dict=True)
    except (ValueError, tf.errors.InvalidArgumentError):
        check.holds(
            False, 'loss or metric refuse integer labels: "sparse_categorical_crossentropy" and ["accuracy"] take them'
        )
    want_loss = -np.log(probabilities[np.arange(12), labels]).mean()
    check.holds(
        np.isclose(report["loss"], want_loss, rtol=1e-4),
        f"the loss is {report['loss']:.4g} where the sparse categorical cross-entropy of the probabilities is "
        f"{want_loss:.4g}: compile with that loss",
    )
    want_accuracy = (probabilities.argmax(axis=1) == labels).mean()
    others = [value for name, value in report.items() if name != "loss"]
    check.holds(any(np.isclose(value, want_accuracy) for value in others), 'add metrics=["accuracy"] to compile')
### BEGIN HIDDEN TESTS
for norm in ("none", "before", "after"):
    with check(f'norm = "{norm}": predictions of deeper models equal those computed layer by layer in NumPy'):
        for hidden in ((5, 4), (3, 3, 3)):
            same_as_by_hand(norm, hidden)
with check("in training it normalises with the batch and remembers its statistics"):
    model = built(3, [6, 6], 2, "before")
    before = [weight.numpy() for weight in model.non_trainable_weights]
    twice = [np.asarray(model(rows, training=True)) for _ in range(2)]
    check.holds(
        np.allclose(*twice, rtol=1e-4),
        "in training the same rows come out otherwise each time: leave dropout and noise out",
    )
    moved = [not np.allclose(old, new) for old, new in zip(before, model.non_trainable_weights, strict=True)]
    otherwise = "each hidden layer must remember a mean and a variance of its own and change them in training"
    check.holds(len(moved) == 4 and all(moved), otherwise)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** By how much does batch normalization lengthen a training step of a network with four hidden layers of 64 units? It adds 1,024 numbers to the 17,290 that are there.

# %% tags=["demo"]
with needs(build_mlp):
    models = {norm: build_mlp(64, [64] * 4, 10, norm) for norm in ("none", "before", "after")}
    milliseconds = {norm: [] for norm in models}
    for turn in range(8):  # in turns, so that a busy machine is unfair to all of them alike; the first one compiles
        for norm, model in models.items():
            begin = time.perf_counter()
            for _ in range(10):
                model.train_on_batch(digits.x_train, digits.y_train)
            milliseconds[norm] += [100 * (time.perf_counter() - begin)] if turn else []
    table = []
    for norm, model in models.items():
        trained = sum(weight.numpy().size for weight in model.trainable_weights)
        price = min(milliseconds[norm]) / min(milliseconds["none"])
        table.append([norm, model.count_params(), trained, f"{min(milliseconds[norm]):.1f}", f"{price:.2f}"])
    columns = ["norm", "parameters", "trained", "ms per step", "times none"]
    print(pd.DataFrame(table, columns=columns).to_string(index=False))

# %% [markdown]
# **Explain.** Few parameters and little arithmetic, and yet: every batch normalization is several passes over the data (mean, variance, shift, scale, and as many on the way back) that a processor does one after the other, while the one matrix product beside it runs at full speed. The last column is the price per *step*. Whether it pays depends on how many steps it saves; the next section counts epochs.

# %% [markdown]
# ## 6 · What it does: rates, scales, activations  ·  15 min
#
# Now measure. The networks below have four hidden layers of 32 ReLU units and learn by *plain* gradient descent with mini-batches of 64 (Adam would hide part of the effect by scaling the steps itself). `NormalizedNetworks` trains many of them side by side in one tensor; `NormalizedNetworks??` in a cell shows how, with your exercises 2, 4 and 5 in TensorFlow. Accuracy is always measured in inference mode on validation rows.

# %% [markdown]
# > **Predict.** Eight epochs with each of six learning rates. Does batch normalization mainly raise the best accuracy, or mainly widen the range of rates that work?

# %% tags=["demo"]
RATES = np.array([0.01, 0.03, 0.1, 0.3, 1.0, 3.0])
CROWD = np.tile(SEEDS, len(RATES))  # ten seeds for each of six settings
grid, crowds = {}, {}
for norm in ("none", "before", "after"):
    crowds[norm] = NormalizedNetworks(norm, digits, len(CROWD))
    grid[norm] = crowds[norm].train(CROWD, np.repeat(RATES, len(SEEDS)), steps=128)

# %% tags=["demo"]
at_the_end = {norm: run[1][-1].reshape(len(RATES), -1) for norm, run in grid.items()}  # accuracy (rates, seeds)
best = {norm: int(accuracy.mean(axis=1).argmax()) for norm, accuracy in at_the_end.items()}
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
for norm, run in grid.items():
    plots.bands(left, RATES, at_the_end[norm].T, norm)
    by_rate = run[1].reshape(8, len(RATES), -1).transpose(1, 2, 0)  # rates, seeds, epochs
    plots.bands(right, np.arange(1, 9), by_rate[best[norm]], f"{norm}, $\\alpha$ = {RATES[best[norm]]:g}")
    reached = np.where((by_rate >= 0.9).any(axis=2), (by_rate >= 0.9).argmax(axis=2) + 1, 9)
    epochs = [f"{np.median(reached[index]):g} at {RATES[index]:g}" for index in sorted({best["none"], best[norm]})]
    end = mean_interval(by_rate[best[norm]][:, -1])
    print(f"{norm:6} best rate {RATES[best[norm]]:g}, accuracy {end}, median epochs to 0.9: {', '.join(epochs)}")
left.set(xscale="log", xlabel="learning rate", ylabel="validation accuracy after 8 epochs")
right.set(xlabel="epoch", ylabel="validation accuracy")
left.legend(title="norm", fontsize=8)
right.legend(fontsize=8)
plots.show(
    figure,
    "Left: without normalization the accuracy peaks at a rate of 0.1 and is at chance from 1 on; with it, before or "
    "after, it is high from 0.1 to 1. Right: each at its best rate, the normalised networks are there after two epochs.",
)
tuned = {norm: at_the_end[norm][best[norm]] for norm in grid}
claim(
    "at rate 1, normalization before the ReLU is more accurate than none",
    at_the_end["before"][4] - at_the_end["none"][4],
)
claim(
    "at the best rate of the plain networks, before is more accurate than none",
    at_the_end["before"][best["none"]] - tuned["none"],
)
claim("each at its best rate, before is more accurate than none after 8 epochs", tuned["before"] - tuned["none"])
print("accuracy, before minus after, each at its best rate:", mean_interval(tuned["before"] - tuned["after"]))

# %% [markdown]
# **Explain.** Both, but above all the range: rates ten times apart work equally well, and the largest of them were impossible before. The speed has two sources: at the rate that is best for the plain networks the normalised ones need fewer epochs already, and at their own, larger one fewer still. On whether *before* or *after* is better look at the last line: an interval that contains 0 means that this experiment does not know, and on other data others have found either.
#
# The same networks once more, all with rate 0.1, while the *initial scale* of the weights varies:

# %% tags=["demo"]
SCALES = np.array([0.03, 0.1, 0.3, 1.0, 3.0, 10.0])
by_scale = {}
for norm, crowd in crowds.items():
    accuracy = crowd.train(CROWD, 0.1, steps=128, every=128, scales=np.repeat(SCALES, len(SEEDS)))[1][-1]
    by_scale[norm] = accuracy.reshape(len(SCALES), -1).T
show_bands(
    SCALES,
    by_scale,
    "Without normalization only He's own scale works, a third and three times of it are near chance; with it the "
    "accuracy is high from 0.1 to 1 and falls slowly towards 0.03 and 10.",
    xscale="log",
    xlabel="initial weights, as a multiple of He's",
    ylabel="validation accuracy after 8 epochs",
)
for index, text in ((2, "a third"), (4, "three times")):
    claim(
        f"with {text} of He's scale, before is more accurate than none",
        by_scale["before"][:, index] - by_scale["none"][:, index],
    )

# %% [markdown]
# **Explain.** After section 2 you may have expected a level line: the scale of the weights drops out. Forward it does. Backward it does not: weights 10 times as large get a gradient a tenth as large (section 3), so their direction turns a hundred times more slowly, and eight epochs are not enough. At the other end, tiny weights make variances that drown in $\epsilon$.
#
# And the activations themselves? This is what enters the ReLUs of the four layers during the first experiment, at rate 0.1:

# %% tags=["demo"]
figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), sharey=True)
for ax, norm in zip(axes, ("none", "before"), strict=True):
    deviations = grid[norm][3].mean(axis=3).reshape(8, 4, len(RATES), -1)[:, :, 2]  # epochs, layers, seeds
    for layer in range(4):
        plots.bands(ax, np.arange(1, 9), deviations[:, layer].T, f"layer {layer + 1}")
    ax.set(title=f"norm = {norm}", xlabel="epoch")
axes[0].set_ylabel("deviation of a ReLU's input")
axes[0].legend(fontsize=8)
plots.show(
    figure,
    "Left: without normalization the deviations grow during training, those of the later layers most. Right: with it "
    "all four layers come to about 1 within two epochs, and the last one a little above.",
)

# %% [markdown]
# **Explain.** Without normalization every layer stretches what the layers before it have stretched already, so the last ones see the largest change. With it the deviations come to about 1, because that is what they are divided by; where they end a little elsewhere, a trained $\gamma$ wanted it so. (In the first epoch they are below 1 because the memory of section 4 has not arrived yet; section 8 looks at that.)

# %% [markdown]
# ## 7 · Why it helps: an explanation to be careful with  ·  10 min
#
# "It reduces internal covariate shift: each layer sees a steadier distribution." You will read this in many places, and it was the inventors' own reason. Santurkar and others (2018) tested it by *adding* shift on purpose: behind every batch normalization they shook the activations with noise whose mean and spread change at every step. If steadiness were the point, that must spoil everything. Here is the experiment in our size: "shaken" shifts and stretches every unit anew at every step, by a random 0.3 of its deviation.

# %% tags=["demo"]
crowd = NormalizedNetworks("shaken", digits, len(CROWD))
shaken = crowd.train(CROWD, np.repeat(RATES, len(SEEDS)), steps=128)
at_the_end["shaken"] = shaken[1][-1].reshape(len(RATES), -1)


def drift(run, rate_index=2):
    """How far the mean of a ReLU's input moves from one epoch to the next, in deviations, (seeds,)."""
    means, deviations = (part.reshape(8, 4, len(RATES), -1, 32)[:, :, rate_index] for part in run[2:])
    return np.median(np.abs(np.diff(means, axis=0)) / deviations[1:], axis=(0, 1, 3))


show_bands(
    RATES,
    {norm: at_the_end[norm].T for norm in ("none", "before", "shaken")},
    "The shaken networks stay close below the normalised ones and above those without normalization, from a rate of "
    "0.3 on far above.",
    xscale="log",
    xlabel="learning rate",
    ylabel="validation accuracy after 8 epochs",
)
moved = {norm: drift(grid[norm]) for norm in ("none", "before")}
print("drift of a ReLU's input per epoch, in deviations:", {norm: str(mean_interval(by)) for norm, by in moved.items()})
thrown = 0.3 * np.sqrt(2) * 0.674  # median difference of two normal draws of deviation 0.3
print(f"change of the shift of the shaken networks in every step, in deviations: {thrown:.2f}")
claim("normalization makes the inputs drift less", moved["none"] - moved["before"])
claim("the shaken inputs are moved further in a step than the plain ones in an epoch", thrown - moved["none"])
tuned["shaken"] = at_the_end["shaken"][at_the_end["shaken"].mean(axis=1).argmax()]
claim(
    "at rate 1, the shaken networks are more accurate than those without normalization",
    at_the_end["shaken"][4] - at_the_end["none"][4],
)
claim("each at its best rate, the shaken ones are ahead as well", tuned["shaken"] - tuned["none"])

# %% [markdown]
# **Explain.** Both halves are worth saying. Yes, normalised inputs drift less: that much of the popular reason is true. But the inputs of the shaken networks are thrown about in every *step* by more than those of the plain ones drift in a whole *epoch*, and they are still ahead, also at rates that are hopeless for the plain ones. So steadiness is not what it takes.
#
# > **Predict.** At a point on the way, take the gradient, step along it, and take the gradient again. Up to which length of the step (the distance of the old weights from the new ones, all of them together) do the two still point the same way (cosine near 1), with and without normalization?

# %% tags=["demo"]
LENGTHS = np.array([0.01, 0.03, 0.1, 0.3, 1.0])
x, y = digits.x_train[:512], digits.y_train[:512]
cosines, steepness = {}, {}
for norm in ("none", "before"):
    networks = NormalizedNetworks(norm, digits, len(SEEDS))
    networks.train(SEEDS, 0.05, steps=64, every=64)
    steepness[norm] = networks.gradient_lengths(x, y).numpy()
    cosines[norm] = np.array([networks.turn_after(x, y, tf.constant(length, tf.float32)) for length in LENGTHS]).T
show_bands(
    LENGTHS,
    cosines,
    "Without normalization the gradient has turned by more than a right angle after a step of length 0.1 and points "
    "back after one of 0.3; with it the two gradients still agree there.",
    xscale="log",
    xlabel="length of the step",
    ylabel="cosine of the two gradients",
)
print("length of the gradient:", {norm: str(mean_interval(length)) for norm, length in steepness.items()})
claim("normalization makes the gradient itself shorter", steepness["none"] - steepness["before"])
claim(
    "after a step of length 0.3 the gradients agree better with normalization",
    cosines["before"][:, 3] - cosines["none"][:, 3],
)

# %% [markdown]
# **Explain.** This is what larger learning rates need. A gradient is a promise about the neighbourhood; without normalization the promise holds for a short way only, and beyond it the next gradient sends you back. With normalization the loss surface is smoother along the way that descent takes, so long steps are safe. And the gradient is shorter, so that the same learning rate makes a shorter step. Both widen the range of rates. That much is measured, here and in larger studies. *Why* the surface is smoother, how much the self-braking of section 3 and the noise of section 4 add, and whether a careful initial scale could do the same job: researchers still argue. "Batch normalization makes the gradient more reliable and the step length less critical" is safe to say. "It removes internal covariate shift" is a hypothesis that this experiment speaks against.

# %% [markdown]
# ### Written answer 2  ·  4 points
#
# A blog post says: "Batch normalization works because it keeps the distribution of each layer's inputs constant during training. It makes the scale of the weights irrelevant, so initialization and learning rate no longer matter." Judge each of the two sentences with a measurement of this lab, and rewrite the post in two sentences that you would stand behind.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_why_it_helps", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** First sentence: the shaken networks have inputs that shift at every step, far more than in a network without normalization, and yet they stay ahead of it and bear large rates; so constant distributions cannot be the main reason. Second sentence: the scale drops out of the forward pass only. The gradient gets smaller as the weights get larger, so scales of 0.03 and 10 were worse than 1; and a rate of 0.01 was too small with normalization too. Rewritten: "With batch normalization the gradient stays reliable over longer steps, so that learning rates and initial scales over a tenfold range work about equally well. Why it does so is still being studied; steadier layer inputs are at most part of the reason."
#
# **Rubric**
# - 1 point: the shaken networks (more shift, still better than none) named against the first sentence. Only that the inputs drift less, but are not constant: half a point.
# - 1 point: a measurement against "irrelevant" or "no longer matter" (the table of section 3, the ends of the scale experiment, or the rate 0.01).
# - 1 point: a rewritten claim that was measured (wider range of rates or scales, more reliable gradient, fewer epochs).
# - 1 point: it says how far the claim goes (on these networks; the reason is open). A new unmeasured reason stated as a fact: no point.
# ### END SOLUTION

# %% [markdown]
# ## 8 · What it asks for: batches, and patience  ·  10 min
#
# > **Predict.** Batches of 2, 4, 8, 32 and 256 rows, the same 200 steps and the same rate of 0.1 for all. Where does normalization help, and where does it harm?

# %% tags=["demo"]
BATCH_SIZES = np.array([2, 4, 8, 32, 256])
by_size = {}
for norm in ("none", "before"):
    networks = NormalizedNetworks(norm, digits, len(SEEDS))
    runs = [networks.train(SEEDS, 0.1, 200, every=200, batch_size=int(size)) for size in BATCH_SIZES]
    by_size[norm] = np.array([run[1][-1] for run in runs]).T
show_bands(
    BATCH_SIZES,
    by_size,
    "With normalization the accuracy is far below that without at batches of 2, about equal at 4 and above it from 8 "
    "on, most clearly at 8.",
    xscale="log",
    xticks=BATCH_SIZES,
    xticklabels=BATCH_SIZES,
    xlabel="batch size",
    ylabel="validation accuracy after 200 steps",
)
gain = by_size["before"] - by_size["none"]
claim("in batches of 2, normalization does harm", -gain[:, 0])
claim("in batches of 32, normalization helps", gain[:, 3])

# %% [markdown]
# **Explain.** Sections 3 and 4 said why two rows are too few: what comes out of a feature is hardly more than a sign, and hardly any gradient gets back. When memory allows only small batches (large images, long texts), use a normalization that does not look along the batch: `LayerNormalization` and `GroupNormalization` take mean and variance over the features of *one* row. That also makes training and inference the same.
#
# The other debt is the memory. The moving averages start at mean 0 and variance 1, and with Keras' momentum of 0.99 they need hundreds of steps to arrive. On small data an epoch has few steps:

# %% tags=["demo"]
remembering = {}
for momentum in (0.9, 0.99):
    networks = NormalizedNetworks("before", digits, len(SEEDS), momentum=momentum)
    remembering[momentum] = networks.train(SEEDS, 0.3, steps=128)[1].T
show_bands(
    np.arange(1, 9),
    {f"momentum {momentum}": accuracy for momentum, accuracy in remembering.items()},
    "The same networks judged with two memories: with momentum 0.9 the accuracy is high after two epochs, with 0.99 it "
    "starts below one half and takes all eight epochs to come near.",
    xlabel="epoch (16 steps)",
    ylabel="validation accuracy, inference mode",
)
claim("after one epoch, momentum 0.9 is more accurate than 0.99", remembering[0.9][:, 0] - remembering[0.99][:, 0])
still_there = {momentum: f"{momentum**16:.0%}" for momentum in remembering}
print("share of the starting values in the average after one epoch, by momentum:", still_there)

# %% [markdown]
# **Explain.** The trained weights are identical in both curves; only the memory differs. A bad validation score in the first epochs, together with a good training score, may be nothing but that. On small data lower the momentum, or wait. (Keras corrects no bias here, unlike Adam in Lab 2.)

# %% [markdown]
# ## 9 · Divided twice: a true story  ·  10 min
#
# Lecture slides show this Keras model for MNIST: Dense 1024 – batch normalization – ReLU – dropout 0.5, twice, then softmax; Adam, batches of 128, 20 epochs. The slides report a test loss of **232** at a test accuracy of **0.872**, on a problem where such a network is known to reach 0.98. The pixels had been divided by 255 to lie between 0 and 1. The numbers fit one small slip: a notebook cell `x_train = x_train / 255` that had been run *twice*, for the training rows only.
#
# > **Predict.** Will the training loss show it? Will validation rows that were split off the training rows?

# %% tags=["demo"]
twice = digits._replace(x_train=digits.x_train / 16, x_val=digits.x_val / 16)  # load_digits has divided once already
trained_on = {"divided twice": twice, "divided once": digits}
judged, table = {}, []
for training, rows in trained_on.items():
    networks = NormalizedNetworks("before", rows, len(SEEDS), width=128, depth=2)
    networks.train(SEEDS, 0.1, steps=240, every=240)
    judged_on = {"the training rows": (rows.x_train, rows.y_train)}
    judged_on |= {f"new rows, {unit}": (other.x_val, other.y_val) for unit, other in trained_on.items()}
    for name, (x, y) in judged_on.items():
        loss, accuracy = judged[training, name] = [part.numpy() for part in networks.judge(x, y)[:2]]
        table.append([training, name, str(mean_interval(loss)), str(mean_interval(accuracy))])
print(pd.DataFrame(table, columns=["training rows", "judged on", "loss", "accuracy"]).to_string(index=False))
ours, wrong = (judged["divided twice", f"new rows, divided {times}"] for times in ("twice", "once"))
repaired = judged["divided once", "new rows, divided once"]
claim("the same networks lose accuracy on the same rows in the right unit", ours[1] - wrong[1])
claim("their loss rises", wrong[0] - ours[0])
claim("one division for all rows repairs it", repaired[1] - wrong[1])

# %% [markdown]
# **Explain.** In its own unit the network is fine: the first batch normalization stretches whatever it gets, so neither the training loss nor validation rows from the same array show anything (compare the first two lines with the fourth and the last). It *hides* the slip, until rows come in the right unit. Those are 16 times too large for the remembered statistics (on MNIST 255 times), the softmax becomes certain of itself, and where it errs, a loss of many nats is the price. A huge loss beside a passable accuracy means: far too certain, look at the units first.
#
# The repair costs nothing: let **one** function scale everything, once, from the raw data, or make it a layer of the model (`keras.layers.Rescaling(1 / 255)`), so that nobody else can. With `PROFILE = "full"` the next cell trains the slides' own model on MNIST.

# %% tags=["demo"]
if PROFILE == "full":
    mnist = data.load_mnist()
    model = keras.Sequential([keras.Input((784,))])
    for _ in range(2):
        model.add(keras.layers.Dense(1024))
        model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.ReLU())
        model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(mnist.x_train / 255, mnist.y_train, batch_size=128, epochs=20, verbose=0)
    for name, x in (("divided twice, as in training", mnist.x_test / 255), ("divided once", mnist.x_test)):
        loss, accuracy = model.evaluate(x, mnist.y_test, batch_size=1000, verbose=0)
        print(f"MNIST test rows {name}: loss {loss:.3g}, accuracy {accuracy:.3f}")
else:
    print('PROFILE is "quick": set it to "full" in the first code cell to train the model on MNIST.')

# %% [markdown]
# ### Bonus exercise — `fold_batchnorm`  ·  4 points
#
# At inference, batch normalization multiplies and adds constants, and so does the Dense layer in front of it. Two such steps are one: **fold** the normalization into new weights and a new bias, and the deployed network is as fast as one without. Here the Dense layer computes $xW + b$, and batch normalization (directly behind it, before the ReLU) uses its remembered mean and variance.


# %% nbgrader={"grade": false, "grade_id": "fold_batchnorm", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    """One Dense layer that does the work of Dense and the batch normalization behind it, at inference.

    W: (d_in, d_out); b, gamma, beta, mean, var: (d_out,); eps > 0.
    Returns (W, b) of that layer, as new arrays.
    """
    ### BEGIN SOLUTION
    scale = gamma / np.sqrt(var + eps)
    return W * scale, (b - mean) * scale + beta
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_fold_batchnorm", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false} tags=["bonus"]
check = dllabs.Check(fold_batchnorm, points=4)

W, b = np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([4.0, -5.0])
gamma, beta = np.array([3.0, 10.0]), np.array([1.0, -2.0])
mean, var = np.array([2.0, 1.0]), np.array([4.0, 20.0])  # with eps = 5 the roots are 3 and 5
scale = gamma / [3.0, 5.0]
want = W * scale, (b - mean) * scale + beta
with check("two units with eps = 5"):
    check.expect(
        lambda: fold_batchnorm(*copies(W, b, gamma, beta, mean, var), 5.0),
        want,
        rtol=1e-6,
        names=("W", "b"),
        mistakes={
            "the rows of W are scaled: each unit is a column": (W * scale[:, None], want[1]),
            "the old bias is not scaled": (want[0], b - mean * scale + beta),
            "the old bias is forgotten": (want[0], beta - mean * scale),
            "the mean is not scaled": (want[0], b * scale - mean + beta),
            "the mean is added: it is subtracted": (want[0], (b + mean) * scale + beta),
            "the mean is forgotten": (want[0], b * scale + beta),
            "beta is forgotten": (want[0], (b - mean) * scale),
            "beta is scaled too": (want[0], (b - mean + beta) * scale),
            "the bias stayed as it was": (want[0], b),
            "W stayed as it was": (W, want[1]),
            "gamma is forgotten": (W / [3, 5], (b - mean) / [3, 5] + beta),
            "eps stands outside the root": (
                W * gamma / (np.sqrt(var) + 5),
                (b - mean) * gamma / (np.sqrt(var) + 5) + beta,
            ),
            "eps is missing": (W * gamma / np.sqrt(var), (b - mean) * gamma / np.sqrt(var) + beta),
            "the root is missing": (W * gamma / (var + 5), (b - mean) * gamma / (var + 5) + beta),
        },
    )
with check("the inputs are left alone"):
    check.unchanged(fold_batchnorm, W, b, gamma, beta, mean, var, 5.0)
### BEGIN HIDDEN TESTS
with check("a Dense layer with these weights predicts what Keras' Dense and BatchNormalization predict"):
    for seed, (d_in, d_out) in enumerate(((4, 3), (3, 3), (1, 6))):
        dense, layer = keras.layers.Dense(d_out, dtype="float64"), keras.layers.BatchNormalization(dtype="float64")
        rows = tf.constant(random_rows((10, d_in), 41 + seed))
        layer(dense(rows))
        draw = lambda *shape, seed=seed: random_rows(shape, 51 + seed + len(shape), centre=1.0)
        dense.set_weights([draw(d_in, d_out), draw(d_out)])
        layer.set_weights([draw(d_out) + 1, draw(d_out) * 2, draw(d_out) - 3, draw(d_out) ** 2])
        weights = [weight.numpy() for weight in dense.weights + layer.weights]
        folded = lambda rows=rows, weights=weights: (
            lambda pair: rows.numpy() @ np.asarray(pair[0]) + np.asarray(pair[1])
        )(fold_batchnorm(*weights, 1e-3))
        check.expect(folded, layer(dense(rows), training=False).numpy(), rtol=1e-5)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## 10 · Knowledge check  ·  10 min
#
# ### Exercise 7 — `quiz`  ·  8 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. Which numbers of a batch-normalization layer does the optimizer train? **a** mean and deviation · **b** $\gamma$ and $\beta$ · **c** all four · **d** none
# 2. With which statistics are test rows scaled? **a** those of the test rows · **b** those of training and test rows together · **c** those of the training rows · **d** those of each test batch
# 3. `BatchNormalization()` behind `Dense(100)`: how many parameters does it have, and how many of them are trained? **a** 400 and 200 · **b** 400 and 400 · **c** 200 and 200 · **d** 4 and 2
# 4. With momentum 0.99 as in Keras, which share of the running mean does one new batch contribute? **a** 0.99 · **b** 0.01 · **c** 0.5 · **d** 1 / number of batches
# 5. All weights and biases of a Dense layer directly in front of a batch normalization are multiplied by 10. In training mode, the output of the batch normalization is (up to $\epsilon$) … **a** 10 times as large · **b** a tenth · **c** the same · **d** NaN
# 6. A batch of two rows passes a batch normalization with $\gamma = 1$, $\beta = 0$. What comes out for a feature in which the two rows clearly differ? **a** about +1 and −1, whatever the values were · **b** 0 and 0 · **c** the values themselves · **d** NaN
# 7. Training and validation loss are small, the test loss is 232 at 87 % accuracy. What do you look at first? **a** a larger network · **b** the units of the test rows: were they scaled like the training rows? · **c** more epochs · **d** a smaller learning rate
# 8. Which of these did this lab measure? **a** Batch normalization keeps layer inputs constant, and therefore it works · **b** With batch normalization the learning rate no longer matters · **c** With batch normalization a gradient stays valid over longer steps · **d** Batch normalization makes an epoch faster

# %% nbgrader={"grade": false, "grade_id": "quiz", "locked": false, "schema_version": 3, "solution": true, "task": false}
quiz = {
    1: None,
    2: None,
    3: None,
    4: None,
    5: None,
    6: None,
    7: None,
    8: None,
}
### BEGIN SOLUTION
quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "c", 6: "a", 7: "b", 8: "c"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=8)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 9)}
with check("all eight questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("b", "Gradients change gamma and beta; the moving mean and variance are recorded, not trained."),
    2: ("c", "The scale is part of the model: training rows set it, all other rows are measured with it."),
    3: ("a", "Four numbers for each of 100 features; two of the four are trained."),
    4: ("b", "Momentum is the share of the old value, so a new batch has 1 - 0.99."),
    5: ("c", "Mean and deviation grow by 10 as well, and divide it away again."),
    6: ("a", "Two values lie one deviation above and below their mean, whatever they are."),
    7: ("b", "Far too certain on other rows only: they come in another unit, as when one array was divided twice."),
    8: (
        "c",
        "Section 7. Shaken layers learn too, a rate of 0.01 is too small with it as well, and an epoch gets slower.",
    ),
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
# - scaled inputs with statistics of the training rows, and seen what one division too many does to a test loss;
# - written batch normalization forward, backward and for inference, and checked it against Keras and central differences;
# - measured that it widens the range of learning rates and initial scales that work, makes gradients hold over longer steps, costs time per epoch, and needs batches of more than a handful of rows;
# - found the popular reason, steadier layer inputs, not supported by the measurement.
#
# **Going further.** (1) Train the networks of `build_mlp` with Keras' Adam instead of plain descent: how much of the advantage is left? (2) Write `layernorm_forward`: it is `batchnorm_forward` with one axis changed. Which of the checks must change with it? (3) Leave $\gamma$ and $\beta$ untrained (`networks.trained` lists what learns): do the networks of section 6 notice? (4) Run the notebook with `PROFILE = "full"`.
