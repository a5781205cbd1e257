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
# # Lab 6 · Tuning
#
# Training finds the weights. Somebody still has to choose the learning rate, the width of the layers, the number of epochs. In this lab you write the ways of choosing: by hand, on a grid, at random, in ever finer rounds, by dropping the losers early, with a model of the loss, by evolution and by gradients. Then all of them race on one problem and one budget.
#
# **You will be able to**
#
# - draw configurations on the right scale, and say why a grid wastes most of its budget;
# - estimate a model's quality with its standard error, and keep the roles of train, validation and test apart;
# - write successive halving, expected improvement, an evolution step and a hypergradient, and judge a tuner by its best-so-far curve over many seeds;
# - use Keras Tuner without falling into its best-known trap.
#
# **You need** Lab 2 (optimizers) and a little Keras. **Time** about three and a half hours; the machine needs about a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `sample_log_uniform` | 3 | | 7 `expected_improvement` | 4 |
# | 2 `random_configs` | 5 | | 8 `evolve` | 5 |
# | 3 `k_fold` | 4 | | 9 `lr_hypergradient` | 4 |
# | 4 `cross_validate` | 4 | | 10 `build_tunable_model` | 5 |
# | 5 `coarse_to_fine` | 4 | | 11 `quiz` | 6 |
# | 6 `successive_halving` | 6 | | two written answers | 8 |
# | | | | **together** | **58** |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers and cases. Demos between the exercises use *your* functions, so they wait until you have written them.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" gives Keras Tuner MNIST and more trials: a few minutes
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import contextlib
import io
import math
from itertools import product

import dllabs

dllabs.setup(seed=SEED)

import keras
import keras_tuner
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from dllabs import data, needs, plots
from dllabs.stats import claim, mean_interval
from IPython.display import display
from scipy import stats
from threadpoolctl import threadpool_limits

digits = data.load_digits()
test_set = data.TestSet(digits.x_test, digits.y_test)  # sealed until section 12
digits = digits._replace(x_test=None, y_test=None)
SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# ## 1 · Parameters and hyperparameters  ·  10 min
#
# A **parameter** is what training finds from the data: weights and biases. A **hyperparameter** is what must be fixed before training can start. The line is clear once you ask *who sets it*. In k-means, the number of clusters $k$ is a hyperparameter and the centres are parameters (one deck of this course calls the centres both); the seed that places the first centres is neither, it is luck, and luck has to be averaged out.

# %% tags=["demo", "nbval-check-output"]
from sklearn.cluster import KMeans

for k in (5, 10, 20):
    clusters = KMeans(n_clusters=k, n_init=2, random_state=0).fit(digits.x_train)
    print(f"chosen by us: k = {k:2}   found by training: {clusters.cluster_centers_.size:4} numbers in the centres")

# %% [markdown]
# **What is there to tune?** The usual list, with the order in which it usually pays to look at it:
#
# 1. the **learning rate**, before anything else;
# 2. **momentum**, **mini-batch size**, the number of **hidden units**, the number of **epochs** (or early stopping instead);
# 3. the number of layers, the schedule of the rate, the strength of regularization, the kernel width of a convolution (or of an SVM);
# 4. Adam's $\beta_1$, $\beta_2$, $\epsilon$: hardly ever.
#
# The order is a habit and no theorem; section 4 measures how much each of four knobs matters on our problem. A second habit, **make the first hidden layer the larger one**, can be tested in a moment: a narrow first layer, so the reason goes, throws away what no later layer can bring back.

# %% [markdown]
# > **Predict.** 32 units and then 8, or 8 and then 32? Which network has more parameters on 64 inputs, and which one recognises more digits?

# %% tags=["demo"]
import warnings

from sklearn.neural_network import MLPClassifier


def fit_mlp(hidden, activation, seed, max_iter):
    """An MLPClassifier trained by L-BFGS, whose warning about the iteration limit is read from `n_iter_` instead."""
    net = MLPClassifier(hidden, activation=activation, solver="lbfgs", max_iter=max_iter, random_state=seed)
    with warnings.catch_warnings(), threadpool_limits(1):  # these matrices are too small to share among threads
        warnings.simplefilter("ignore")
        return net.fit(digits.x_train, digits.y_train)


accuracy = {}
for hidden in ((32, 8), (8, 32)):
    nets = [fit_mlp(hidden, "tanh", seed, max_iter=40) for seed in range(SEED, SEED + 20)]
    accuracy[hidden] = np.array([net.score(digits.x_val, digits.y_val) for net in nets])
    size = sum(part.size for part in nets[0].coefs_ + nets[0].intercepts_)
    print(f"hidden {hidden}: {size} parameters, validation accuracy {mean_interval(accuracy[hidden])}")
print(f"wide first minus narrow first: {mean_interval(accuracy[32, 8] - accuracy[8, 32])} over 20 seeds")

# %% [markdown]
# **Explain.** Twice the parameters buy about one point of accuracy or less, at the edge of what 20 seeds can show; with ReLU the luck of the seed drowns it (try it). So much for habits: they are good starting points and poor arguments.
#
# ### One problem for the whole lab
#
# A fair comparison of *tuners* needs thousands of trainings: many strategies, many configurations, many seeds. So we use a **surrogate**: a formula for the validation loss of a one-hidden-layer network on the digits, trained by SGD with momentum, as a function of four hyperparameters and the number of epochs. Its constants were set once, from 240 real trainings, before any strategy was run; the demo below holds it against fresh real trainings. One evaluation takes microseconds instead of a second.

# %% nbgrader={"grade": false, "grade_id": "problem", "locked": true, "schema_version": 3, "solution": false, "task": false}
SPACE = {
    "learning_rate": ("log", 1e-3, 1.0),
    "momentum": ("uniform", 0.0, 0.95),
    "units": ("int", 4, 64),
    "weight_decay": ("log", 1e-6, 1e-1),
}
EPOCHS = 27  # a full training


def surrogate(config, epochs=EPOCHS):
    """Validation loss (nats) after a number of epochs, without noise; the values of config may be arrays."""
    rate = np.log10(config["learning_rate"] / (1 - config["momentum"]))  # momentum multiplies the rate
    hinge = lambda x: np.logaddexp(0, 6 * x) / 6  # 0 below zero, x above, smooth between
    too_early = 0.9 * hinge(1 - rate - np.log10(epochs))
    too_fast = 3 * hinge(rate - 0.2)
    too_narrow = 4.4 / config["units"]
    too_stiff = 0.4 * hinge(np.log10(config["weight_decay"]) + 2.5)
    return np.minimum(np.exp(too_early + too_fast + too_narrow + too_stiff - 1.85), np.log(10))


def config_at(place):
    """The configuration at a place (4,) in the unit cube, each knob on its own scale; places outside are moved in."""
    config = {}
    for share, (name, (kind, low, high)) in zip(np.clip(place, 0, 1), SPACE.items(), strict=True):
        config[name] = low * (high / low) ** share if kind == "log" else low + (high - low) * share
    return config | {"units": round(config["units"])}


# %% [markdown]
# The next cell trains real networks with the same hyperparameters, 60 configurations side by side in one tensor. Narrow networks are wide ones with some units masked.


# %% tags=["demo"]
def train_real(configs, seed, batch_size=32):
    """Validation loss of real networks after each epoch, (EPOCHS, number of configs); NaN counts as guessing."""
    rng, knobs = np.random.default_rng(seed), {name: np.array([config[name] for config in configs]) for name in SPACE}
    rate, momentum, units, decay = (tf.constant(knobs[name][:, None, None], tf.float32) for name in SPACE)
    n, widest = len(configs), knobs["units"].max()
    mask = tf.cast(tf.range(float(widest)) < units, tf.float32)
    draw = lambda *shape: tf.constant(rng.uniform(-1, 1, shape), tf.float32)
    w1 = tf.Variable(draw(n, 64, widest) * tf.sqrt(6 / (64 + units)) * mask)
    w2 = tf.Variable(draw(n, widest, 10) * tf.sqrt(6 / (units + 10)) * tf.transpose(mask, (0, 2, 1)))
    weights = [w1, tf.Variable(tf.zeros((n, 1, widest))), w2, tf.Variable(tf.zeros((n, 1, 10)))]
    velocities = [tf.Variable(tf.zeros_like(weight)) for weight in weights]
    x_train, y_train, x_val, y_val = map(tf.constant, digits[:4])

    def losses(x, y):
        w1, b1, w2, b2 = weights
        logits = (tf.nn.relu(x @ w1 + b1) * mask) @ w2 + b2
        labels = tf.broadcast_to(y, tf.shape(logits)[:2])
        return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits), axis=1)

    @tf.function
    def epoch(order):
        for rows in tf.reshape(order, (-1, batch_size)):
            with tf.GradientTape() as tape:
                total = tf.reduce_sum(losses(tf.gather(x_train, rows), tf.gather(y_train, rows)))
            for weight, velocity, slope in zip(weights, velocities, tape.gradient(total, weights), strict=True):
                slope += decay * weight if weight is w1 or weight is w2 else 0.0
                velocity.assign(momentum * velocity - rate * slope)
                weight.assign_add(velocity)
        return losses(x_val, y_val)

    whole_batches = len(x_train) // batch_size * batch_size
    history = [epoch(tf.constant(rng.permutation(len(x_train))[:whole_batches])) for _ in range(EPOCHS)]
    return np.nan_to_num(np.array(history), nan=np.log(10))


rng = np.random.default_rng(SEED)
fresh = [config_at(place) for place in rng.random((60, 4))]
real = train_real(fresh, SEED)
columns = {name: np.array([config[name] for config in fresh]) for name in SPACE}
modelled = np.array([surrogate(columns, epochs) for epochs in range(1, EPOCHS + 1)])

# %% [markdown]
# > **Predict.** If you sort the 60 configurations by the formula and by the real loss, how similar are the two orders? (A rank correlation of 1 means the same order, 0 no relation.)

# %% tags=["demo"]
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
left.plot(modelled[-1], np.minimum(real[-1], 3), "o", markersize=4, alpha=0.7)
left.plot([0.1, 2.5], [0.1, 2.5], color="0.5", linestyle=":")
left.set(xscale="log", yscale="log", xlabel="surrogate's loss (nats)", ylabel="real net's loss (nats)")
agreement = [stats.spearmanr(modelled[e], real[e]).statistic for e in range(EPOCHS)]
foresight = [stats.spearmanr(real[e], real[-1]).statistic for e in range(EPOCHS)]
right.plot(np.arange(1, EPOCHS + 1), agreement, label="surrogate and real net, same epoch")
right.plot(np.arange(1, EPOCHS + 1), foresight, label="real net now and at the end")
right.set(xlabel="epoch", ylabel="rank correlation", ylim=(0, 1.02))
right.legend(fontsize=8, loc="lower right")
plots.show(
    figure,
    "Left: 60 configurations; the real loss rises with the surrogate's loss, with scatter. Right: rank correlations "
    "over the epochs; surrogate and real net agree well throughout, and the real net's early order foretells its last.",
)
parts = np.array_split(np.arange(60), 10)
claim(
    "the surrogate orders fresh real trainings rightly (rank correlation)",
    [stats.spearmanr(modelled[-1, part], real[-1, part]).statistic for part in parts],
    over="sets of six",
)
print(f"rank correlation of all 60 after {EPOCHS} epochs: {agreement[-1]:.2f}")
best_by_formula = np.argsort(modelled[-1])[:5]
print(f"real losses of the five that the formula likes best: {np.sort(real[-1, best_by_formula]).round(3)}")
print(f"the five lowest real losses:                         {np.sort(real[-1])[:5].round(3)}")

# %% [markdown]
# **Explain.** The formula gets the order of good and bad about right, and that is all we ask of it: it decides which *tuner* is better, never which network. It is smoother than the truth and it knows nothing of the luck of a seed, so our trials add noise of 5 %. Conclusions drawn from it hold for problems of this kind: four knobs, two of them important, and early losses that foretell late ones. That last property (the second curve) is what section 6 lives on.

# %% [markdown]
# ## 2 · Draw on the right scale  ·  12 min
#
# Is a learning rate of 0.5 far from 0.4? Hardly. Is 0.0005 far from 0.1? Very. What matters in a rate is its *ratio* to another, so rates, penalties and widths of kernels are searched on a **logarithmic scale**: every factor of ten gets the same share of the draws. A value is log-uniform on $[a, b]$ if its logarithm is uniform on $[\log a, \log b]$.

# %% [markdown]
# ### Exercise 1 — `sample_log_uniform`  ·  3 points
#
# Take all randomness from `rng` (for instance `rng.uniform(a, b, size)`; beware of `np.random.rand(0.001, 1)`, whose arguments are *shapes*).


# %% nbgrader={"grade": false, "grade_id": "sample_log_uniform", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sample_log_uniform(low, high, size, rng):
    """Draws whose logarithm is uniform.

    0 < low < high; size: how many; rng: np.random.Generator.
    Returns an array (size,) of values between low and high.
    """
    ### BEGIN SOLUTION
    return np.exp(rng.uniform(np.log(low), np.log(high), size))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_sample_log_uniform", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(sample_log_uniform, points=3)


def shares(low, high, cuts, n=20_000):
    """Share of n draws between neighbouring cuts; the error of a share is at most 0.0036, tolerances are 0.03."""
    draws = sample_log_uniform(low, high, n, np.random.default_rng(1))
    check.holds(draws is not None, "got None: return the draws")
    draws = np.asarray(draws, dtype=float)
    check.holds(draws.shape == (n,), f"expected an array of shape ({n},), got {draws.shape}: use size")
    return np.append(np.histogram(draws, cuts)[0], np.sum((draws < low * 0.9999) | (draws > high * 1.0001))) / n


with check("every factor of ten between 0.0001 and 1 gets a quarter of the draws", weight=2):
    check.expect(
        lambda: shares(1e-4, 1.0, [0, 1e-3, 1e-2, 1e-1, 2.0]),
        [0.25, 0.25, 0.25, 0.25, 0.0],
        atol=0.03,
        mistakes={
            "uniform on the raw scale: nine tenths land in the last factor of ten": [0.0009, 0.009, 0.09, 0.9, 0.0],
            "uniform in 1 / x: nine tenths land in the first factor of ten": [0.9, 0.09, 0.009, 0.0009, 0.0],
            "these are the exponents: raise the base to them": [0.0, 0.0, 0.0, 0.0, 1.0],
            "logarithm to base ten, power to base e: take one base for both": [0.0, 0.0, 0.424, 0.576, 0.0],
        },
    )
with check("all draws lie between low and high"):
    draws = np.asarray(sample_log_uniform(0.1, 10.0, 1000, np.random.default_rng(2)), dtype=float)
    check.holds(
        np.all((draws > 0.0999) & (draws < 10.001)),
        f"got values from {draws.min():.3g} to {draws.max():.3g}: take logarithm and power to the same base",
    )
### BEGIN HIDDEN TESTS
with check("a range that is no power of ten: half of the draws lie below the geometric mean", weight=2):
    check.expect(lambda: shares(0.2, 50.0, [0, np.sqrt(10.0), 51.0]), [0.5, 0.5, 0.0], atol=0.03)
with check("all randomness comes from rng, and every draw is new"):
    np.random.seed(1)
    once = np.asarray(sample_log_uniform(1.0, 2.0, 7, np.random.default_rng(5)))
    np.random.seed(2)
    check.expect(lambda: sample_log_uniform(1.0, 2.0, 7, np.random.default_rng(5)), once)
    other = np.asarray(sample_log_uniform(1.0, 2.0, 7, np.random.default_rng(6)))
    check.holds(not np.array_equal(once, other), "another rng gave the same draws: take them from rng")
    check.holds(len(np.unique(once)) == 7, "the draws are all the same: draw `size` of them")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# What became of `np.random.rand(0.001, 1)`, which one of our decks prints for "a number between 0.001 and 1", and of `rand(0, 1)`?

# %% tags=["demo", "nbval-check-output"]
try:
    np.random.rand(0.001, 1)
except TypeError as error:
    print("np.random.rand(0.001, 1): TypeError,", error)
print("np.random.rand(0, 1): an array of shape", np.random.rand(0, 1).shape, "with nothing in it")

# %% [markdown]
# > **Predict.** You may try ten learning rates between 0.001 and 1. Drawn uniformly on the raw scale, how many of them will be below 0.1?

# %% tags=["demo"]
with needs(sample_log_uniform):
    rest = {"momentum": 0.95, "units": 32, "weight_decay": 1e-5}
    rates = np.geomspace(1e-3, 1, 200)
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), sharey=True)
    draw = {
        "uniform": lambda rng: rng.uniform(1e-3, 1, 10),
        "log-uniform": lambda rng: np.asarray(sample_log_uniform(1e-3, 1, 10, rng)),
    }
    lowest = {}
    for ax, (name, ten_rates) in zip(axes, draw.items(), strict=True):
        rows = [ten_rates(np.random.default_rng(seed)) for seed in range(SEED, SEED + 40)]
        ax.plot(rates, surrogate(rest | {"learning_rate": rates}), color="0.6", linestyle="-")
        ax.plot(rows[0], surrogate(rest | {"learning_rate": rows[0]}), "o", label=f"ten {name} draws")
        ax.set(xscale="log", yscale="log", xlabel="learning rate (momentum 0.95)", title=name)
        lowest[name] = np.array([surrogate(rest | {"learning_rate": row}).min() for row in rows])
        print(
            f"{name:12} draws below 0.1: {np.mean(np.array(rows) < 0.1):.0%}; lowest loss {mean_interval(lowest[name])}"
        )
    axes[0].set_ylabel("loss (nats)")
    plots.show(
        figure,
        "The loss has its valley between 0.02 and 0.08. Uniform draws crowd at its right, where training diverges; "
        "log-uniform draws spread over the whole range and several of them lie in the valley.",
    )
    claim("the best of ten log-uniform rates is lower", lowest["uniform"] - lowest["log-uniform"])

# %% [markdown]
# **Explain.** The raw scale spends nine tenths of its draws above 0.1, where with a momentum of 0.95 the training diverges. Nobody would have *chosen* to do that; it came with the wrong ruler.

# %% [markdown]
# ## 3 · Grid and random search  ·  20 min
#
# **Grid search** tries every combination of a few values per knob. With $v$ values and $d$ knobs that makes $v^d$ trainings: four knobs with five values each are 625. That is why nobody tries everything. Worse, a grid of 625 has tried only *five* learning rates, each of them 125 times.
#
# **Random search** draws every knob anew in every trial: 625 trainings try 625 learning rates. If only two of four knobs matter, the grid has wasted most of its trainings on repeating what it knows.

# %% [markdown]
# ### Exercise 2 — `random_configs`  ·  5 points
#
# Draw `n` configurations. A value of `space` is either a list of choices or a triple `(kind, low, high)` with kind `"log"` (log-uniform floats), `"uniform"` (uniform floats) or `"int"` (whole numbers from low to high, **both included**). Choices come back as they are, also when they are tuples such as `(32, 32)`.


# %% nbgrader={"grade": false, "grade_id": "random_configs", "locked": false, "schema_version": 3, "solution": true, "task": false}
def random_configs(space, n, rng):
    """Random configurations, every value drawn on its own.

    space: dict name -> list of choices, ("log", low, high), ("uniform", low, high) or ("int", low, high) with high
    included; n: how many; rng: np.random.Generator.
    Returns a list of n dicts name -> value.
    """

    ### BEGIN SOLUTION
    def draw(values):
        if isinstance(values, list):
            return values[rng.integers(len(values))]
        kind, low, high = values
        match kind:
            case "log":
                return float(np.exp(rng.uniform(np.log(low), np.log(high))))
            case "int":
                return int(rng.integers(low, high + 1))
            case "uniform":
                return float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_random_configs", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from numbers import Integral

check = dllabs.Check(random_configs, points=5)
small_space = {"rate": ("log", 1e-4, 1.0), "dropout": ("uniform", 0.0, 0.5), "units": ("int", 1, 3), "name": ["a", "b"]}


def drawn(space, n=6000, seed=1):
    """n configurations as columns, after a look at their form; errors of shares are below 0.007, tolerances 0.04."""
    configs = random_configs(space, n, np.random.default_rng(seed))
    check.holds(configs is not None, "got None: return the list of configurations")
    is_list = isinstance(configs, (list, tuple)) and all(isinstance(config, dict) for config in configs)
    check.holds(is_list, "expected a list of dicts, one dict for each configuration")
    check.holds(len(configs) == n, f"expected {n} configurations, got {len(configs)}")
    for config in configs:
        check.holds(set(config) == set(space), f"a configuration has the names {sorted(config)}, not those of space")
    return {name: [config[name] for config in configs] for name in space}


with check("five configurations, each with a value for every name"):
    drawn(small_space, n=5)
with check("every configuration has draws of its own"):
    rates = drawn(small_space, n=50)["rate"]
    check.holds(len(set(map(float, rates))) == 50, "one draw is shared by all configurations: draw anew for each")
with check("log: every factor of ten gets a quarter"):
    check.expect(
        lambda: np.histogram(drawn(small_space)["rate"], [0, 1e-3, 1e-2, 1e-1, 1])[0] / 6000,
        [0.25] * 4,
        atol=0.04,
        mistakes={
            "uniform on the raw scale": [0.0009, 0.009, 0.09, 0.9],
            "these are the exponents: raise the base to them": [0.0] * 4,
        },
    )
with check("int: low and high are both drawn, as often as what lies between"):
    units = drawn(small_space)["units"]
    check.holds(all(isinstance(u, Integral) for u in units), "units must be whole numbers: use rng.integers")
    check.expect(
        lambda: np.bincount(units, minlength=4)[1:] / 6000,
        [1 / 3] * 3,
        atol=0.04,
        mistakes={
            "high is never drawn: rng.integers leaves it out": [0.5, 0.5, 0.0],
            "the ends come half as often: do not round a uniform draw": [0.25, 0.5, 0.25],
        },
    )
with check("uniform: equal shares; choices: all of them"):
    columns_drawn = drawn(small_space)
    check.expect(lambda: np.histogram(columns_drawn["dropout"], 5, (0, 0.5))[0] / 6000, [0.2] * 5, atol=0.04)
    check.expect(lambda: np.mean([name == "a" for name in columns_drawn["name"]]), 0.5, atol=0.04)
with check("choices come back as they are"):
    tuples, by_index = [(32, 32), (32,)], "draw an index: `spec[rng.integers(len(spec))]`"
    try:
        got = drawn({"layers": tuples, "units": ("int", 1, 3)}, n=60)["layers"]
    except ValueError as error:  # rng.choice makes one array of all choices
        check.holds("inhomogeneous" not in str(error), f"tuples of two lengths make no array; {by_index}")
        raise
    odd = [choice for choice in got if not isinstance(choice, tuple) or choice not in tuples]
    check.holds(not odd, f"got {odd[:1]}, which is not one of the choices; {by_index}")
### BEGIN HIDDEN TESTS
with check("other choices: tuples and None, all of them drawn"):
    layers = [(32,), (32, 32), None]
    got = drawn({"hidden": layers}, n=60)["hidden"]
    check.holds(all(choice in layers for choice in got), f"got {got[0]!r}, which is not one of the choices")
    check.holds(all(choice in got for choice in layers), "a choice was never drawn in 60 configurations")
with check("the values of one configuration are independent of each other"):
    pair = drawn({"x": ("uniform", 0.0, 1.0), "y": ("uniform", -2.0, 2.0), "k": ("int", -4, 5)})
    x, y, k = (np.array(pair[name], dtype=float) for name in "xyk")
    check.expect(lambda: np.corrcoef([x, y, k]), np.eye(3), atol=0.1)
    check.expect(lambda: np.unique(k), np.arange(-4.0, 6.0))
    check.expect(lambda: (np.mean(x), np.mean(y)), (0.5, 0.0), atol=0.12)
with check("log on another range: half of the draws lie below the geometric mean"):
    draws = np.array(drawn({"decay": ("log", 0.02, 5.0)})["decay"], dtype=float)
    check.holds(draws.min() >= 0.0199 and draws.max() <= 5.001, "draws lie outside the range")
    check.expect(lambda: np.mean(draws < np.sqrt(0.1)), 0.5, atol=0.04)
with check("all randomness comes from rng"):
    np.random.seed(1)
    once = drawn(small_space, n=8, seed=5)
    np.random.seed(2)
    check.holds(once == drawn(small_space, n=8, seed=5), "the same rng gave other draws: take them from rng alone")
    check.holds(once != drawn(small_space, n=8, seed=6), "another rng gave the same draws: take them from rng")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A space has 81 combinations, and you draw 81 random configurations. What share of the combinations will *not* have been tried?

# %% tags=["demo", "nbval-check-output"]
with needs(random_configs):
    coarse_space = {name: [1, 2, 3] for name in SPACE}
    tried = [
        {tuple(c.values()) for c in random_configs(coarse_space, 81, np.random.default_rng(s))} for s in range(200)
    ]
    missed = 1 - np.mean([len(combinations) for combinations in tried]) / 81
    print(f"never tried: {missed:.1%} on average over 200 searches; theory (1 - 1/81)**81 = {(1 - 1 / 81) ** 81:.1%}")

# %% [markdown]
# So random search does *not* cover every combination (one deck says it does); it covers every *knob* well, which is better. And because it is random, its result varies. The next demo shows both: what a grid of 16 and 16 random draws see of each knob, and how the best of $n$ draws scatters.

# %% tags=["demo"]
with needs(random_configs):
    figure, (left, middle, right) = plt.subplots(1, 3, figsize=(9, 3.2))
    grid = np.array(list(product(np.linspace(0.125, 0.875, 4), repeat=2)))
    scattered = np.random.default_rng(SEED).random((16, 2))
    for ax, places, name in ((left, grid, "grid"), (middle, scattered, "random")):
        ax.plot(*places.T, "o", markersize=5)
        ax.plot(places[:, 0], np.full(16, -0.1), "|", color="black", markersize=9)
        ax.plot(np.full(16, -0.1), places[:, 1], "_", color="black", markersize=9)
        seen = len(np.unique(places[:, 0].round(6)))
        ax.set(title=f"{name}: {seen} learning rates", xlabel="learning rate (share of range)", xlim=(-0.16, 1))
        ax.set(ylabel="weight decay (share of range)", ylim=(-0.16, 1))
    sizes = (4, 8, 16, 32, 64)
    best_of = []
    for seed in range(200):
        configs = random_configs(SPACE, 64, np.random.default_rng(seed))
        losses = surrogate({name: np.array([config[name] for config in configs]) for name in SPACE})
        best_of.append([losses[:size].min() for size in sizes])
    right.boxplot(np.array(best_of), tick_labels=sizes, whis=(5, 95), showfliers=False)
    right.set(xlabel="random trials", ylabel="lowest loss (nats)", yscale="log", title="200 searches")
    plots.show(
        figure,
        "Sixteen trials on a grid have tried four learning rates, sixteen random trials sixteen. Right: the lowest loss "
        "of a random search and its scatter both shrink with the number of trials.",
    )
    spread = np.quantile(best_of, [0.05, 0.95], axis=0)
    for size, low, high in zip(sizes, *spread, strict=True):
        print(f"best of {size:2}: nine in ten searches end between {low:.3f} and {high:.3f}")

# %% [markdown]
# **Explain.** With $n$ draws, the chance that at least one of them lies among the best 5 % of the space is $1 - 0.95^n$: 37 % for 9 draws, 95 % for 59, *whatever the number of knobs*. That is random search's strength. Its weakness is in the same sentence: it never looks closer where it was good.

# %% [markdown]
# ## 4 · Who may judge? Train, validation, test  ·  25 min
#
# | set | who learns from it | opened |
# |---|---|---|
# | training | the parameters | all the time |
# | validation (also called dev) | the hyperparameters, that is, you | at every trial |
# | test | nobody | once, at the very end |
#
# The best of many trials on the validation set looks better than it is: you have picked the luckiest. Below, 100 "models" guess labels of ten classes at random; all of them are worth exactly 10 %.

# %% tags=["demo"]
chosen, fresh_rows = [], []
for seed in SEEDS:
    rng = np.random.default_rng(seed)
    hits = rng.integers(0, 10, (100, 2, 360)) == rng.integers(0, 10, (2, 360))  # 100 models, validation and test rows
    on_validation, on_test = hits.mean(axis=2).T
    winner = on_validation.argmax()
    chosen.append(on_validation[winner])
    fresh_rows.append(on_test[winner])
print(f"the winner's accuracy on the 360 rows it was chosen by: {mean_interval(chosen)}")
print(f"the same model's accuracy on 360 fresh rows:            {mean_interval(fresh_rows)}")
claim("the number by which a model was chosen flatters it", np.subtract(chosen, fresh_rows))

# %% [markdown]
# **Explain.** Nothing was wrong with any single number; *choosing* made the chosen one wrong. The more trials and the fewer rows, the worse. So the last number of a study comes from rows that chose nothing. In this lab they are sealed: `test_set.open()` hands them out once and complains the second time. (Such a lock cannot stop anybody who wants to cheat. It reminds those who forget.)
#
# When rows are few, one validation set wastes them and its verdict is shaky. **k-fold cross-validation** lets every row serve: cut the rows into $k$ parts, train $k$ times, each time leaving out another part for validation, and average the $k$ scores.

# %% [markdown]
# ### Exercise 3 — `k_fold`  ·  4 points
#
# Cut the *shuffled* row numbers 0 to n − 1 into `k` validation parts whose sizes differ by at most one; each row belongs to exactly one.


# %% nbgrader={"grade": false, "grade_id": "k_fold", "locked": false, "schema_version": 3, "solution": true, "task": false}
def k_fold(n, k, rng):
    """Row numbers for k-fold cross-validation.

    n: rows; 2 <= k <= n; rng: np.random.Generator that shuffles them.
    Returns a list of k pairs (train_idx, val_idx) of integer arrays.
    """
    ### BEGIN SOLUTION
    parts = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_k_fold", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(k_fold, points=4)


def folds_of(n, k, seed=1):
    """The folds as sorted integer arrays, after a look at their form."""
    folds = k_fold(n, k, np.random.default_rng(seed))
    check.holds(folds is not None, "got None: return the list of pairs (train_idx, val_idx)")
    folds = list(folds)
    check.holds(len(folds) == k, f"expected {k} folds, got {len(folds)}")
    check.holds(all(len(fold) == 2 for fold in folds), "each fold must be a pair (train_idx, val_idx)")
    folds = [tuple(np.array(sorted(np.asarray(part).tolist())) for part in fold) for fold in folds]
    whole = all(part.dtype.kind in "iu" for fold in folds for part in fold)
    check.holds(whole, "row numbers must be non-empty arrays of whole numbers")
    return folds


with check("12 rows by 3: validation parts of 4, the other 8 for training"):
    check.expect(
        lambda: [[len(train), len(val)] for train, val in folds_of(12, 3)],
        np.array([[8, 4]] * 3),
        mistakes={
            "training and validation are swapped": np.array([[4, 8]] * 3),
            "the training part holds the validation rows too": np.array([[12, 4]] * 3),
        },
    )
with check("no row is in both parts of a fold"):
    for train, val in folds_of(12, 3):
        check.holds(not set(train) & set(val), "training and validation overlap: leave the validation rows out")
with check("11 rows by 3: every row is validated exactly once"):
    folds = folds_of(11, 3)
    everywhere = np.sort(np.concatenate([val for _, val in folds]))
    check.holds(len(everywhere) >= 11, f"only {len(everywhere)} of 11 rows are ever validated: use the leftover rows")
    check.expect(everywhere, np.arange(11))
    check.expect(lambda: np.sort([len(val) for _, val in folds]), np.array([3, 4, 4]))
with check("the rows are shuffled"):
    parts = [val for _, val in folds_of(60, 3)]
    in_blocks = any(np.all(np.diff(part) == 1) for part in parts)
    check.holds(not in_blocks, "a part holds neighbouring rows only: shuffle first (data often come sorted)")
    check.holds(not any(np.all(np.diff(part) == 3) for part in parts), "every third row in turn: shuffle first")
### BEGIN HIDDEN TESTS
with check("training rows are all the others, for other n and k"):
    for n, k in ((23, 5), (7, 7), (40, 2), (29, 10)):
        folds = folds_of(n, k)
        sizes = [len(val) for _, val in folds]
        check.holds(max(sizes) - min(sizes) <= 1, f"{n} rows by {k} gave parts of {sizes}: sizes may differ by one")
        check.expect(np.sort(np.concatenate([val for _, val in folds])), np.arange(n))
        for train, val in folds:
            check.expect(train, np.setdiff1d(np.arange(n), val))
with check("all randomness comes from rng"):
    np.random.seed(1)
    once = np.concatenate([val for _, val in folds_of(30, 3, seed=5)])
    np.random.seed(2)
    check.expect(lambda: np.concatenate([val for _, val in folds_of(30, 3, seed=5)]), once)
    other = np.concatenate([val for _, val in folds_of(30, 3, seed=6)])
    check.holds(not np.array_equal(once, other), "another rng gave the same folds: shuffle with rng")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### Exercise 4 — `cross_validate`  ·  4 points
#
# Train and score once per fold; return the mean of the $k$ scores and its **standard error**, $s / \sqrt k$, where $s$ is the standard deviation of the scores with $k - 1$ in the denominator. (The folds share training rows, so this error is itself a little too small. It is still far better than none.)


# %% nbgrader={"grade": false, "grade_id": "cross_validate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cross_validate(fit_score, X, y, folds):
    """Mean score over the folds and its standard error.

    fit_score(X_train, y_train, X_val, y_val) -> score, a float; X: (n, d); y: (n,);
    folds: list of at least two pairs (train_idx, val_idx).
    Returns (mean, standard_error), two floats.
    """
    ### BEGIN SOLUTION
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_cross_validate", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(cross_validate, points=4)

X_small, y_small = np.arange(12.0).reshape(6, 2), np.array([0.0, 3.0, 1.0, 5.0, 2.0, 13.0])
three_folds = [(np.array([2, 3, 4, 5]), np.array([0, 1])), (np.array([0, 1, 4, 5]), np.array([2, 3]))]
three_folds += [(np.array([0, 1, 2, 3]), np.array([4, 5]))]
validation_mean = lambda X_train, y_train, X_val, y_val: float(np.mean(y_val))  # scores 1.5, 3, 7.5
scores = np.array([1.5, 3.0, 7.5])
training_mean = np.array([y_small[train].mean() for train, _ in three_folds])


def mean_and_error(scores, ddof=1, root=True):
    return np.mean(scores), np.std(scores, ddof=ddof) / (np.sqrt(len(scores)) if root else 1)


with check("three folds with scores 1.5, 3 and 7.5"):
    check.expect(
        lambda: cross_validate(validation_mean, X_small.copy(), y_small.copy(), three_folds),
        mean_and_error(scores),
        names=("mean", "standard_error"),
        mistakes={
            "that is the standard deviation: divide it by the root of k": mean_and_error(scores, root=False),
            "the deviation needs k - 1 in its denominator: ddof=1": mean_and_error(scores, ddof=0),
            "standard deviation with ddof=0, not divided by the root of k": mean_and_error(scores, ddof=0, root=False),
            "the training rows were scored": mean_and_error(training_mean),
            "the deviation was divided by k: divide by its root": (4.0, scores.std(ddof=1) / 3),
            "that is the variance over k: take the root": (4.0, scores.var(ddof=1) / 3),
            "the error was divided by the root of the number of rows": (4.0, scores.std(ddof=1) / np.sqrt(6)),
        },
    )
with check("each fold trains on its training rows and scores its validation rows"):
    seen = []
    spy = lambda *rows: seen.append([np.asarray(part).tolist() for part in rows]) or 0.5 + len(seen)
    cross_validate(spy, X_small.copy(), y_small.copy(), three_folds)
    check.holds(len(seen) == 3, f"fit_score was called {len(seen)} times for 3 folds")
    for rows, (train, val) in zip(seen, three_folds, strict=True):
        check.expect(np.array(rows[0]), X_small[train], mistakes={"training and validation are swapped": X_small[val]})
        check.expect(np.array(rows[1]), y_small[train])
        check.expect(np.array(rows[2]), X_small[val], mistakes={"the training rows were scored": X_small[train]})
        check.expect(np.array(rows[3]), y_small[val])
### BEGIN HIDDEN TESTS
with check("two folds of unequal size count alike"):
    two = [(np.arange(4), np.arange(4, 6)), (np.array([4, 5]), np.arange(4))]
    check.expect(
        lambda: cross_validate(validation_mean, X_small.copy(), y_small.copy(), two),
        mean_and_error([7.5, 2.25]),
        names=("mean", "standard_error"),
        mistakes={"the mean over all rows: every fold counts alike": (4.0, mean_and_error([7.5, 2.25])[1])},
    )
with check("equal scores have no error"):
    check.expect(lambda: cross_validate(lambda *rows: 0.25, X_small.copy(), y_small.copy(), three_folds), (0.25, 0.0))
with check("the data are left alone"):
    check.unchanged(lambda X, y: cross_validate(validation_mean, X, y, three_folds), X_small, y_small)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A k-nearest-neighbour classifier has one hyperparameter. With only 400 digits and five folds, how sure can we be which number of neighbours is best?

# %% tags=["demo"]
from sklearn.neighbors import KNeighborsClassifier

with needs(k_fold, cross_validate), threadpool_limits(1):
    few_x, few_y = digits.x_train[:400], digits.y_train[:400]
    folds = k_fold(400, 5, np.random.default_rng(SEED))
    neighbours = np.array([1, 2, 3, 5, 8, 12, 20, 30])
    table = np.array(
        [
            cross_validate(
                lambda X, y, X_val, y_val, k=k: KNeighborsClassifier(k).fit(X, y).score(X_val, y_val),
                few_x,
                few_y,
                folds,
            )
            for k in neighbours
        ]
    )
    figure, ax = plt.subplots(figsize=(5.5, 3.2))
    ax.errorbar(neighbours, table[:, 0], table[:, 1], marker="o", capsize=3)
    best = table[:, 0].argmax()
    limit = table[best, 0] - table[best, 1]
    ax.axhline(limit, color="0.4", linestyle=":", label="best minus one standard error")
    ax.set(xscale="log", xlabel="neighbours", ylabel="accuracy, mean of 5 folds")
    ax.set_xticks(neighbours, neighbours)
    ax.xaxis.set_minor_locator(plt.NullLocator())
    ax.legend()
    plots.show(
        figure,
        "Accuracy with error bars against the number of neighbours: up to about eight the error bars overlap, beyond that the accuracy falls.",
    )
    print(f"best: {neighbours[best]} neighbours; within one standard error of it: {neighbours[table[:, 0] >= limit]}")

# %% [markdown]
# **Explain.** Everything above the dotted line is as good as the best as far as these rows can tell. A common rule takes the *simplest* model above the line (here: the most neighbours, which give the smoothest boundary) instead of the winner of a coin toss.
#
# **Which knobs matter?** Before tuning it is worth asking. Vary one knob of the surrogate over its range, with the others drawn at random, and see how much of the scatter of the (log) loss is due to it.

# %% tags=["demo"]
shares_of_variance = []
for seed in SEEDS:
    rng, importance = np.random.default_rng(seed), []
    for knob in range(4):
        places = np.repeat(rng.random((300, 1, 4)), 30, axis=1)
        places[:, :, knob] = rng.random(300)[:, None]  # 300 values of this knob, each with 30 draws of the others
        others = [other for other in range(4) if other != knob]
        places[:, :, others] = rng.random((300, 30, 3))
        values = {name: places[:, :, i] for i, name in enumerate(SPACE)}
        for name, (kind, low, high) in SPACE.items():
            values[name] = low * (high / low) ** values[name] if kind == "log" else low + (high - low) * values[name]
        log_loss = np.log(surrogate(values))
        importance.append((log_loss.mean(axis=1).var() - log_loss.var(axis=1, ddof=1).mean() / 30) / log_loss.var())
    shares_of_variance.append(importance)
shares_of_variance = np.array(shares_of_variance)
for name, share in zip(SPACE, shares_of_variance.T, strict=True):
    print(f"{name:14} alone explains a share of {mean_interval(share)}")
claim("the learning rate matters more than the other three together", shares_of_variance @ [1, -1, -1, -1])

# %% [markdown]
# **Explain.** One knob out of four carries most of what a single knob can explain; the rest is interplay (momentum multiplies the rate, so neither can be tuned without the other). On a problem with another data set the order may differ, which is a reason to *draw* all knobs rather than to fix the "unimportant" ones.

# %% [markdown]
# ## 5 · By hand, and from coarse to fine  ·  15 min
#
# Tuning by hand means: change one knob, train, look, decide. The first changes pay, the later ones hardly do; a typical diary reads "82, 84, 85, 86 %" and a week has passed. It also cannot see interplay: with one knob at a time, a ridge that runs diagonally looks like a summit.
#
# There are two ways to spend a budget by hand. **Babysitting**: one model, watched for days, its rate nudged while it trains; that is what you do when you can afford a single model. **Many at once**: dozens of configurations trained side by side and left alone. Whoever has the machines does the second, and so do all strategies below.
#
# The methodical form is **coarse to fine**: a few random trials over a wide range, then the same over a narrower range around the best, and again.

# %% [markdown]
# ### Exercise 5 — `coarse_to_fine`  ·  4 points
#
# Return the new range: centred on `best`, its width the old one divided by `factor`, and whatever sticks out of the old range cut off (cut off, not moved). For `log=True` centre and width are those of the *logarithms*.


# %% nbgrader={"grade": false, "grade_id": "coarse_to_fine", "locked": false, "schema_version": 3, "solution": true, "task": false}
def coarse_to_fine(low, high, best, factor, log=True):
    """A narrower search range around the best value so far.

    low <= best <= high (all above 0 if log); factor > 1: by how much the width (of the logarithms if log) shrinks.
    Returns (low, high) of the new range, inside the old one.
    """
    ### BEGIN SOLUTION
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return max(low, best / half), min(high, best * half)
    half = (high - low) / (2 * factor)
    return max(low, best - half), min(high, best + half)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_coarse_to_fine", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(coarse_to_fine, points=4)

with check("on a log scale, four factors of ten become two"):
    check.expect(
        lambda: coarse_to_fine(1e-4, 1.0, 0.01, 2),
        (1e-3, 1e-1),
        names=("low", "high"),
        rtol=1e-6,
        mistakes={
            "that is the linear range: take centre and width in logarithms": (1e-4, 0.01 + 0.9999 / 4),
            "the linear range, not cut off at the old one": (0.01 - 0.9999 / 4, 0.01 + 0.9999 / 4),
            "the whole new width went to each side: half of it belongs there": (1e-4, 1.0),
            "best was divided and multiplied by factor: divide the width of the logarithms": (0.005, 0.02),
            "these are the logarithms: go back to the values": (-3.0, -1.0),
            "these are the natural logarithms: go back to the values": (np.log(1e-3), np.log(1e-1)),
        },
    )
with check("on a linear scale, a width of 8 becomes 4"):
    check.expect(
        lambda: coarse_to_fine(2.0, 10.0, 5.0, 2, log=False),
        (3.0, 7.0),
        names=("low", "high"),
        mistakes={
            "the whole new width went to each side: half of it belongs there": (2.0, 9.0),
            "log=False was ignored": (5 / 5**0.25, 5 * 5**0.25),
            "the range is centred on the old centre: centre it on best": (4.0, 8.0),
        },
    )
with check("what sticks out of the old range is cut off"):
    check.expect(
        lambda: coarse_to_fine(0.0, 12.0, 11.0, 3, log=False),
        (9.0, 12.0),
        names=("low", "high"),
        mistakes={
            "the new range leaves the old one: cut it off": (9.0, 13.0),
            "the range was moved inside: cut it off, so that it is still centred on best": (8.0, 12.0),
        },
    )
### BEGIN HIDDEN TESTS
with check("cut off below, on a log scale, with another factor"):
    check.expect(
        lambda: coarse_to_fine(1e-6, 1.0, 1e-5, 1.5),
        (1e-6, 1e-3),
        rtol=1e-6,
        names=("low", "high"),
        mistakes={
            "the new range leaves the old one: cut it off": (1e-7, 1e-3),
            "the range was moved inside: cut it off, so that it is still centred on best": (1e-6, 1e-2),
        },
    )
with check("cut off below, on a linear scale"):
    check.expect(lambda: coarse_to_fine(-4.0, 4.0, -3.0, 3, log=False), (-4.0, -5 / 3), names=("low", "high"))
with check("cut off above, on a log scale"):
    check.expect(lambda: coarse_to_fine(1e-4, 1.0, 0.5, 4), (0.5 / 10**0.5, 1.0), rtol=1e-6, names=("low", "high"))
with check("twice by 2 around the same best is once by 4"):
    twice = lambda: coarse_to_fine(*map(float, coarse_to_fine(1e-4, 1.0, 0.01, 2)), 0.01, 2)
    check.expect(twice, (10**-2.5, 10**-1.5), rtol=1e-6)
    check.expect(lambda: coarse_to_fine(1e-4, 1.0, 0.02, 4), (0.02 / 10**0.5, 0.02 * 10**0.5), rtol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## 6 · Drop the losers early: successive halving and Hyperband  ·  20 min
#
# Most configurations are bad, and most bad ones look bad after a few epochs (the second curve of section 1). So train *many* for a short time, keep the best third, give it three times as long, and so on. With 27 configurations, $\eta = 3$ and one epoch to begin with:
#
# | round | configurations | epochs each | epochs in all |
# |---|---|---|---|
# | 1 | 27 | 1 | 27 |
# | 2 | 9 | 3 | 27 |
# | 3 | 3 | 9 | 27 |
#
# Then one is left. Three full trainings' worth of epochs have judged 27 configurations.

# %% [markdown]
# ### Exercise 6 — `successive_halving`  ·  6 points
#
# `evaluate(config, budget)` trains a configuration for a budget and returns its loss; it is expensive, so call it once per configuration and round. Every round keeps the best $\lceil n/\eta \rceil$ and multiplies the budget by $\eta$, until one is left. (Whether that last one is trained once more with the next budget is up to you; both are accepted.)


# %% nbgrader={"grade": false, "grade_id": "successive_halving", "locked": false, "schema_version": 3, "solution": true, "task": false}
def successive_halving(configs, evaluate, min_budget, eta=3):
    """Train many configurations briefly and the better ones longer.

    configs: list of dicts; evaluate(config, budget) -> loss, lower is better; min_budget: budget of the first round;
    eta: whole number of at least 2, keeps ceil(n / eta) of n configurations and multiplies the budget.
    Returns (best config, history), history a list of (config, budget, loss) in the order of evaluation.
    """
    ### BEGIN SOLUTION
    history, budget = [], min_budget
    while configs[1:]:
        results = [(config, budget, evaluate(config, budget)) for config in configs]
        history += results
        results.sort(key=lambda result: result[2])
        configs = [config for config, _, _ in results[: math.ceil(len(results) / eta)]]
        budget *= eta
    (best,) = configs
    return best, history
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_successive_halving", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(successive_halving, points=6)
ANY_LOSS = {"a": 5.0, "b": 2.0, "c": 8.0, "d": 4.0, "e": 9.0, "f": 1.0, "g": 7.0, "h": 3.0, "i": 6.0}


def halved(losses, min_budget=1, **options):
    """Run it on configurations named like the keys of losses (numbers, or functions of the budget).

    Returns the best one's name and the rounds as (budget, sorted names); a last round of one is left out.
    """
    calls = []

    def evaluate(config, budget):
        check.holds(len(calls) < 200, "evaluate was called 200 times: stop when one configuration is left")
        calls.append((float(budget), config["name"]))
        loss = losses[config["name"]]
        return float(loss(budget) if callable(loss) else loss)

    result = successive_halving([{"name": name} for name in losses], evaluate, min_budget, **options)
    check.holds(result is not None, "got None: return the best configuration and the history")
    pair = isinstance(result, (tuple, list)) and len(result) == 2
    check.holds(pair, "expected a pair: the best configuration and the history")
    best, history = result
    check.holds(isinstance(best, dict), f"the first value must be a configuration (a dict), got {best!r}")
    triples = isinstance(history, (list, tuple)) and all(len(entry) == 3 for entry in history)
    check.holds(triples, "the history must be a list of triples (config, budget, loss)")
    told = [(float(budget), config["name"]) for config, budget, _ in history]
    check.holds(sorted(told) == sorted(calls), "the history and the calls of evaluate differ: one entry for each call")
    for config, budget, loss in history:
        wanted = losses[config["name"]]
        check.expect(float(loss), float(wanted(budget) if callable(wanted) else wanted))
    budgets = list(dict.fromkeys(budget for budget, _ in calls))
    rounds = [(budget, sorted(name for at, name in calls if at == budget)) for budget in budgets]
    if len(rounds) > 1 and len(rounds[-1][1]) == 1:
        rounds.pop()
    return best["name"], rounds


def budgets_and_sizes(losses, *arguments, **options):
    return np.array([[budget, len(names)] for budget, names in halved(losses, *arguments, **options)[1]])


with check("nine configurations: nine get budget 1, three get budget 3"):
    check.expect(
        lambda: budgets_and_sizes(ANY_LOSS),
        np.array([[1.0, 9.0], [3.0, 3.0]]),
        mistakes={
            "the budget does not grow: multiply it by eta": np.array([[1.0, 12.0]]),
            "the budget does not grow: multiply it by eta after each round": np.array([[1.0, 13.0]]),
            "the budget grows by eta: multiply": np.array([[1.0, 9.0], [4.0, 3.0]]),
            "it stops after the first round": np.array([[1.0, 9.0]]),
        },
    )
with check("the best three go on, and the best of all is returned"):
    best, rounds = halved(ANY_LOSS)
    check.holds(rounds[1][1] != ["c", "e", "g"], "the worst three were kept: the lowest losses are the best")
    check.expect(rounds[1][1], tuple("bfh"))
    check.expect(best, "f")
with check("ten configurations: the number kept is rounded up"):
    check.expect(
        lambda: budgets_and_sizes(ANY_LOSS | {"j": 0.5}),
        np.array([[1.0, 10.0], [3.0, 4.0], [9.0, 2.0]]),
        mistakes={"rounded down: keep ceil(n / eta)": np.array([[1.0, 10.0], [3.0, 3.0]])},
    )
### BEGIN HIDDEN TESTS
with check("another eta and another first budget"):
    check.expect(
        lambda: budgets_and_sizes(ANY_LOSS, 4, eta=2),
        np.array([[4.0, 9.0], [8.0, 5.0], [16.0, 3.0], [32.0, 2.0]]),
        mistakes={"eta is ignored": np.array([[4.0, 9.0], [12.0, 3.0]])},
    )
with check("each round judges by its own losses: a slow starter overtakes"):
    slow = {"fast": lambda budget: 1.0, "slow": lambda budget: 5 / budget, "a": 3.0, "b": 7.0, "c": 8.0, "d": 9.0}
    check.expect(
        lambda: halved(slow, 2)[0],
        "slow",
        mistakes={"the losses of the first round decide: evaluate anew in every round": "fast"},
    )
    check.expect(lambda: halved({"a": 2.0, "b": 1.0})[0], "b")
with check("equal losses do no harm"):
    tied = dict.fromkeys("abcdefghi", 1.0)
    check.expect(lambda: budgets_and_sizes(tied), np.array([[1.0, 9.0], [3.0, 3.0]]))
with check("the list of configurations is left alone, and one alone wins"):
    own, calls = [{"name": name} for name in "abc"], []

    def evaluate(config, budget):
        calls.append(budget)
        check.holds(len(calls) < 200, "evaluate was called 200 times: stop when one configuration is left")
        return ord(config["name"])

    successive_halving(own, evaluate, 1)
    check.holds([config.get("name") for config in own] == ["a", "b", "c"], "configs was changed: work on a new list")
    check.holds(all(set(config) == {"name"} for config in own), "a configuration was changed: leave them as they are")
    check.expect(lambda: halved({"only": 1.0})[0], "only")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Halving judges 27 configurations for the price of four full trainings (three to judge, one to finish the winner). How often does it end with a better one than four full random trainings?

# %% tags=["demo"]
with needs(random_configs, successive_halving):
    by_halving, by_four = [], []
    for seed in range(40):
        rng = np.random.default_rng(seed)
        configs = random_configs(SPACE, 27, rng)
        noisy = lambda config, epochs, rng=rng: float(surrogate(config, epochs) * np.exp(0.05 * rng.normal()))
        best, history = successive_halving(configs, noisy, min_budget=1)
        by_halving.append(surrogate(best))
        by_four.append(surrogate(min(configs[:4], key=lambda config: noisy(config, EPOCHS))))
        if seed == 0:
            figure, ax = plt.subplots(figsize=(6, 3.4))
            for config in configs:
                reached = max(budget for other, budget, _ in history if other == config)
                epochs = np.arange(1, int(reached) + 1)
                ax.plot(epochs, [surrogate(config, e) for e in epochs], "-", color="C0" if reached > 1 else "0.6")
                ax.plot(reached, surrogate(config, reached), "o", color="C0" if reached > 1 else "0.6", markersize=4)
            for epochs in (1, 3, 9):
                ax.axvline(epochs, color="0.5", linestyle=":", linewidth=1)
            ax.set(xscale="log", yscale="log", xlabel="epoch", ylabel="loss (nats)")
            ax.set_xticks([1, 3, 9], [1, 3, 9])
            plots.show(
                figure, "27 loss curves begin; most stop at epoch 1, six at epoch 3, and three go on to epoch 9."
            )
    print(f"halving ends lower in {np.mean(np.array(by_halving) < by_four):.0%} of 40 searches")
    claim("halving finds a lower loss than four full random trainings", np.subtract(by_four, by_halving))

# %% [markdown]
# **Explain.** The price is trust in the first epochs: a configuration that starts slowly and ends best (a small rate, say) is thrown out. How much trust is right? **Hyperband** does not decide: it runs halving several times, from "very many, very short at first" to "few, all trained in full", with about the same number of epochs each. It is never far behind the best of them.

# %% [markdown]
# ## 7 · Model the loss: Bayesian optimization  ·  20 min
#
# Random search forgets everything. **Bayesian optimization** keeps all trials and fits a *model* to them that says, for any configuration, what loss to expect ($\mu$) and how unsure it is ($\sigma$). A **Gaussian process** is such a model: near a trial $\sigma$ is small, far from all trials it is large. The next trial goes where an improvement over the best loss so far, $f^*$, is largest *on average*:
#
# $$\mathrm{EI} = \mathbb E\big[\max(f^* - f,\, 0)\big] = (f^* - \mu)\,\Phi(z) + \sigma\,\varphi(z), \qquad z = \frac{f^* - \mu}{\sigma},$$
#
# with $\Phi$ and $\varphi$ the distribution function and density of the standard normal (`stats.norm.cdf`, `stats.norm.pdf`). A place is attractive because it promises a low loss, or because nobody knows: exploitation and exploration in one number. Where $\sigma = 0$, nothing is left to chance and the formula becomes $\max(f^* - \mu, 0)$.

# %% [markdown]
# ### Exercise 7 — `expected_improvement`  ·  4 points
#
# For *minimisation*. `mu` and `sigma` may be arrays; some entries of `sigma` may be 0.


# %% nbgrader={"grade": false, "grade_id": "expected_improvement", "locked": false, "schema_version": 3, "solution": true, "task": false}
def expected_improvement(mu, sigma, best):
    """Expected improvement over the lowest loss so far.

    mu, sigma: predicted means and deviations, arrays of one shape (or numbers), sigma >= 0; best: lowest loss so far.
    Returns the mean of max(best - f, 0) for f normal with mean mu and deviation sigma, in the shape of mu.
    """
    ### BEGIN SOLUTION
    gain, sigma = best - np.asarray(mu, dtype=float), np.maximum(sigma, 1e-12)  # at 0 the limit is the answer
    z = gain / sigma
    return gain * stats.norm.cdf(z) + sigma * stats.norm.pdf(z)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_expected_improvement", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(expected_improvement, points=4)


def mean_improvement(mu, sigma, best):
    """The definition, as a sum over a fine grid of the standard normal."""
    z = np.linspace(-9, 9, 200_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return np.array(
        [np.sum(np.maximum(best - m - s * z, 0) * density) * (z[1] - z[0]) for m, s in zip(mu, sigma, strict=True)]
    )


mu, sigma = np.array([0.5, 0.2, 0.4]), np.array([0.2, 0.1, 0.3])
z_3 = (0.3 - mu) / sigma
cdf, pdf = stats.norm.cdf, stats.norm.pdf
with check("three candidates against a best loss of 0.3"):
    check.expect(
        lambda: expected_improvement(mu.copy(), sigma.copy(), 0.3),
        mean_improvement(mu, sigma, 0.3),
        rtol=1e-5,
        mistakes={
            "that is for maximisation: the improvement is best - mu": mean_improvement(-mu, sigma, -0.3),
            "the sign of z is wrong": (0.3 - mu) * cdf(-z_3) + sigma * pdf(z_3),
            "only the first term: sigma * pdf(z) is missing": (0.3 - mu) * cdf(z_3),
            "only the second term: (best - mu) * cdf(z) is missing": sigma * pdf(z_3),
            "that is the probability of an improvement": cdf(z_3),
            "sigma is missing in the second term": (0.3 - mu) * cdf(z_3) + pdf(z_3),
            "z is not divided by sigma": (0.3 - mu) * cdf(0.3 - mu) + sigma * pdf(0.3 - mu),
            "cdf and pdf are swapped": (0.3 - mu) * pdf(z_3) + sigma * cdf(z_3),
            "the second term is subtracted": (0.3 - mu) * cdf(z_3) - sigma * pdf(z_3),
        },
    )
with check("sigma = 0: nothing is left to chance"):
    check.expect(
        lambda: expected_improvement(np.array([0.2, 0.4, 0.3]), np.zeros(3), 0.3),
        [0.1, 0.0, 0.0],
        rtol=1e-6,
        atol=1e-9,
        mistakes={
            "0 / 0: treat sigma = 0 on its own": [0.1, 0.0, np.nan],
            "always 0 at sigma = 0: it is max(best - mu, 0)": [0.0, 0.0, 0.0],
            "a loss above the best is no improvement: take the larger of best - mu and 0": [0.1, -0.1, 0.0],
        },
    )
### BEGIN HIDDEN TESTS
with check("certain and uncertain candidates side by side"):
    many_mu, many_sigma = np.linspace(-1, 2, 12), np.tile([0.0, 0.5, 2.0], 4)
    want = np.where(many_sigma > 0, mean_improvement(many_mu, many_sigma, 0.6), np.maximum(0.6 - many_mu, 0))
    check.expect(lambda: expected_improvement(many_mu.copy(), many_sigma.copy(), 0.6), want, rtol=1e-5, atol=1e-8)
with check("single numbers"):
    check.expect(
        lambda: np.reshape(expected_improvement(1.0, 0.5, 0.8), ()), mean_improvement([1.0], [0.5], 0.8)[0], rtol=1e-5
    )
    check.expect(lambda: np.reshape(expected_improvement(0.5, 0.0, 0.8), ()), 0.3, rtol=1e-5)
with check("the inputs are left alone"):
    check.unchanged(expected_improvement, mu, np.array([0.2, 0.0, 0.1]), 0.3)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# The Gaussian process itself is given: it assumes that losses at places $x$ and $x'$ are correlated by $\exp(-|x - x'|^2 / 2\ell^2)$, and the rest is linear algebra.


# %% tags=["demo"]
def gaussian_process(places, values, candidates, length, noise):
    """Mean and deviation of a Gaussian process at candidates (c, d), given values (n,) at places (n, d).

    length: over which distance values stay alike; noise: deviation of the values' noise, in units of their scatter.
    """
    kernel = lambda a, b: np.exp(-((a[:, None] - b[None]) ** 2).sum(axis=2) / (2 * length**2))
    centre, scale = values.mean(), values.std() + 1e-12
    inverse = np.linalg.inv(kernel(places, places) + noise**2 * np.eye(len(places)))
    across = kernel(candidates, places)
    mean = across @ inverse @ ((values - centre) / scale)
    variance = 1 - np.einsum("cn,nm,cm->c", across, inverse, across)
    return centre + scale * mean, scale * np.sqrt(np.maximum(variance, 0))


with needs(expected_improvement):
    line = np.linspace(0, 1, 200)[:, None]
    truth = lambda x: np.log(
        surrogate({"learning_rate": 10 ** (3 * x - 3), "momentum": 0.9, "units": 32, "weight_decay": 1e-5})
    )
    places = np.array([[0.05], [0.5], [0.95]])
    figure, axes = plt.subplots(2, 3, figsize=(9, 4), sharex=True, sharey="row", height_ratios=(3, 1))
    for (top, bottom), number in zip(axes.T, (4, 5, 6), strict=True):
        values = truth(places[:, 0])
        mean, deviation = gaussian_process(places, values, line, length=0.2, noise=0.02)
        ei = np.asarray(expected_improvement(mean, deviation, values.min()))
        top.plot(line, truth(line[:, 0]), color="0.5", linestyle=":", label="true loss")
        top.plot(line, mean, label="model's mean")
        top.fill_between(line[:, 0], mean - 2 * deviation, mean + 2 * deviation, alpha=0.2, linewidth=0)
        top.plot(places, values, "o", color="black", markersize=5)
        bottom.plot(line, ei, color="C1", linestyle="-")
        bottom.axvline(line[ei.argmax(), 0], color="0.4", linestyle="--")
        top.set_title(f"where to put trial {number}?", fontsize=10)
        bottom.set_xlabel("learning rate (share of log range)")
        places = np.append(places, [line[ei.argmax()]], axis=0)
    axes[0, 0].set_ylabel("log loss")
    axes[1, 0].set_ylabel("EI")
    figure.legend(*axes[0, 0].get_legend_handles_labels(), loc="outside upper center", ncols=2)
    plots.show(
        figure,
        "Three steps of Bayesian optimization in one dimension: the model passes through the trials with a band that "
        "widens between them; the expected improvement peaks in the promising gaps, and each new trial goes to its peak.",
    )

# %% [markdown]
# **Explain.** The model pays off when a training costs hours and the arithmetic milliseconds, when the knobs are few (up to about twenty) and the loss is smooth in them. It is sequential by nature: trial 20 waits for trial 19. Tools that do it: Keras Tuner's `BayesianOptimization` (section 11), scikit-optimize (Gaussian processes and forests), Hyperopt (a different model, the tree-structured Parzen estimator, which models good and bad configurations instead of the loss).

# %% [markdown]
# ## 8 · Evolution  ·  12 min
#
# **Evolutionary search** keeps a *population* of configurations. Every generation the fittest stay, the others are replaced by mutated children of the fittest. It needs no gradient and no model, takes any fitness, and a whole generation can train in parallel.

# %% [markdown]
# ### Exercise 8 — `evolve`  ·  5 points
#
# Make the next population: the `n_keep` fittest unchanged, and for all other places mutated children of the kept. A child is a *copy* of a randomly chosen kept one, with independent normal noise of deviation 0.1 added, a fresh draw for every value (the values are scaled so that 0 to 1 is a knob's whole range). Do not clip: a child may leave 0 to 1 (`config_at` moves it back).


# %% nbgrader={"grade": false, "grade_id": "evolve", "locked": false, "schema_version": 3, "solution": true, "task": false}
def evolve(population, fitness, rng, n_keep):
    """The next generation.

    population: list of dicts name -> float; fitness: list of floats, one for each, higher is better;
    rng: np.random.Generator; 1 <= n_keep < len(population).
    Returns a list of as many dicts: the n_keep fittest unchanged, the rest mutated children of those.
    """
    ### BEGIN SOLUTION
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        children.append({name: rng.normal(value, 0.1) for name, value in parent.items()})
    return kept + children
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_evolve", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
import copy

check = dllabs.Check(evolve, points=5)
PARENTS = [{"x": 40.0, "y": 2.0}, {"x": 0.0, "y": 1.0}, {"x": 80.0, "y": 3.0}, {"x": 20.0, "y": 4.0}]
FITNESS = [-5.0, 7.0, -9.0, 2.0]  # the second is fittest, then the fourth, the first and the third


def next_generation(population, fitness, n_keep, seed=1):
    """The next population as an array (size, values), its rows that were in the old one first."""
    after = evolve(copy.deepcopy(population), list(fitness), np.random.default_rng(seed), n_keep)
    check.holds(after is not None, "got None: return the next population")
    is_list = isinstance(after, (list, tuple)) and all(isinstance(one, dict) for one in after)
    check.holds(is_list, "expected a list of dicts")
    check.holds(len(after) == len(population), f"expected a population of {len(population)}, got {len(after)}")
    names, before = sorted(population[0]), as_rows(population)
    check.holds(all(sorted(one) == names for one in after), f"every member must have the names {names}")
    return np.array(sorted(([float(one[name]) for name in names] for one in after), key=lambda row: row not in before))


def as_rows(population):
    return [[float(one[name]) for name in sorted(one)] for one in population]


def among(row, rows):
    return any(np.array_equal(row, other) for other in rows)


with check("the two fittest are there, unchanged"):
    after = next_generation(PARENTS, FITNESS, 2)
    old = as_rows(PARENTS)
    check.holds(
        not (among(old[0], after) and among(old[2], after)), "the least fit were kept: higher fitness is better"
    )
    check.holds(among(old[1], after), "the fittest is lost: keep the n_keep fittest unchanged")
    check.holds(among(old[3], after), "the second fittest is lost: keep the n_keep fittest unchanged")
with check("all others are mutated children of the two fittest"):
    big = PARENTS + [{"x": 40.0 + i, "y": 5.0} for i in range(198)]
    after = next_generation(big, FITNESS + [-20.0 - i for i in range(198)], 2)
    children = after[2:]
    x, y = children.T
    noise = np.column_stack([x - np.where(x < 10, 0.0, 20.0), y - np.where(y < 2.5, 1.0, 4.0)])
    cut_below = children.min() >= 0 and np.any(x == 0) and np.any((x > 0) & (x < 4))
    cut_above = children.max() <= 1 and np.any(children == 1)
    check.holds(not (cut_below or cut_above), "a value was cut to 0…1: leave it as it is")
    old = {tuple(row) for row in as_rows(big)}
    unchanged = sum(tuple(row) in old for row in after)
    check.holds(unchanged == 2, f"{unchanged} members are those of the old population: only the 2 fittest stay")
    multiplied = np.any(x < 10) and np.all(noise[x < 10, 0] == 0) and np.any(np.abs(noise[:, 0]) > 1)
    check.holds(not multiplied, "the noise grows with the value: add it, do not multiply by it")
    far = "a child is far from every kept parent: copy one of the n_keep fittest and add small noise"
    check.holds(np.all(np.abs(noise) < 4), far)
    check.holds(len(set(map(tuple, children))) == 200, "several children are equal: draw new noise for each")
    check.holds(np.any(x < 10) and np.any(x > 10), "one of the two fittest has no child: choose a parent at random")
    check.holds(np.all(noise), "a value of a child is its parent's: add noise to every value")
    shared = np.mean(np.isclose(noise[:, 0], noise[:, 1])) > 0.5
    check.holds(not shared, "x and y of a child moved by the same amount: draw anew for every value")
    spread = noise.std()  # of 400 draws: its error is 0.0035
    check.holds(0.075 < spread < 0.13, f"the noise has a deviation of {spread:.2g}, not of 0.1")
with check("the old population is left alone"):
    population = copy.deepcopy(PARENTS)
    evolve(population, list(FITNESS), np.random.default_rng(0), 2)
    check.holds(population == PARENTS, "the parents were changed in place: change a copy, dict(parent)")
### BEGIN HIDDEN TESTS
with check("only one kept: it stays and is the parent of all"):
    after = next_generation(PARENTS, [1.0, 2.0, 3.0, 2.5], 1, seed=3)
    check.expect(after[0], [80.0, 3.0])
    check.holds(np.all(np.abs(after[1:] - [80.0, 3.0]) < 6), "children must be small mutations of the one that is kept")
    check.holds(not np.any(np.all(after[1:] == [80.0, 3.0], axis=1)), "a child is an unchanged copy: mutate it")
with check("every kept one has children, and every value mutates"):
    wide = [{"x": 100.0 * i, "y": 0.0, "z": 5.0} for i in range(3)] + [{"x": 950.0, "y": 50.0, "z": 0.0}] * 57
    after = next_generation(wide, [3.0, 4.0, 5.0] + [0.0] * 57, 3, seed=4)[3:]
    parents = np.round(after[:, 0] / 100)
    check.holds(set(parents) == {0.0, 1.0, 2.0}, "some of the kept have no children: choose a parent at random")
    starts = np.column_stack([100 * parents, np.zeros(57), np.full(57, 5.0)])
    check.holds(np.all(np.any(after != starts, axis=0)), "one of the values never mutates")
    check.holds(np.all(np.any(after != starts, axis=1)), "a child is an unchanged copy: mutate it")
    check.holds(after[:, 2].std() < 0.8, "the mutations are far wider than 0.1, the deviation that is asked for")
    sides = np.mean(after[:, 2] > 5.0)
    check.holds(0.1 < sides < 0.9, "all mutations go the same way: noise has both signs")
with check("all randomness comes from rng"):
    np.random.seed(1)
    once = next_generation(PARENTS, FITNESS, 2, seed=5)
    np.random.seed(2)
    check.expect(lambda: next_generation(PARENTS, FITNESS, 2, seed=5), once)
    check.holds(not np.array_equal(once, next_generation(PARENTS, FITNESS, 2, seed=6)), "take the noise from rng")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## 9 · The gradient with respect to a hyperparameter  ·  15 min
#
# The learning rate enters the weights by plain arithmetic, so one can differentiate through a training step. After one step the validation loss is
#
# $$L(\log\alpha) = \ell_{val}\big(\theta - e^{\log\alpha}\, \nabla \ell_{train}(\theta)\big),$$
#
# and its slope with respect to $\log\alpha$ says whether a larger rate would have been better: a **hypergradient**. (We differentiate by $\log\alpha$ because the rate lives on a log scale, and because $e^{\log\alpha}$ can never become negative.)

# %% [markdown]
# ### Exercise 9 — `lr_hypergradient`  ·  4 points
#
# Use two gradient tapes: an inner one for $\nabla \ell_{train}$, an outer one for the slope with respect to `log_lr`. A tape follows variables by itself, but a tensor only after `tape.watch(tensor)`: the inner tape must watch `theta`, the outer one `log_lr`. What leaves TensorFlow on the way (`.numpy()`, `float`) is cut out of the graph, and the gradient is `None`. (A formula of your own is welcome too, if it is right.)


# %% nbgrader={"grade": false, "grade_id": "lr_hypergradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    """Slope of the validation loss after one training step with respect to the natural logarithm of the rate.

    loss_train, loss_val: functions of theta (TensorFlow) -> scalar tensors; theta: float tensor of any shape;
    log_lr: float scalar tensor of the same dtype, natural logarithm of the learning rate.
    Returns a scalar tensor: d loss_val(theta - exp(log_lr) * grad loss_train(theta)) / d log_lr.
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as outer:
        outer.watch(log_lr)
        with tf.GradientTape() as inner:
            inner.watch(theta)
            training_loss = loss_train(theta)
        step = tf.exp(log_lr) * inner.gradient(training_loss, theta)
        validation_loss = loss_val(theta - step)
    return outer.gradient(validation_loss, log_lr)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_lr_hypergradient", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(lr_hypergradient, points=4)


def hypergradient(loss_train, loss_val, theta, log_lr, dtype=tf.float64):
    try:
        slope = lr_hypergradient(loss_train, loss_val, tf.constant(theta, dtype), tf.constant(log_lr, dtype))
    except (ValueError, TypeError) as error:
        check.holds("NoneType" not in str(error), "the inner gradient is None: `inner.watch(theta)`")
        raise
    why = "got None: `return` is missing, log_lr is not watched (`outer.watch(log_lr)`), or the graph is cut (step and "
    why += "validation loss must be computed inside the outer tape, without .numpy(), float or np.exp)"
    check.holds(slope is not None, why)
    return np.asarray(slope)


half_square = lambda theta: tf.reduce_sum(theta**2) / 2  # its gradient is theta itself
theta_1, rate_1, target = np.array([1.0, -2.0]), 0.25, np.array([3.0, 1.0])
to_target = lambda theta: tf.reduce_sum((theta - target) ** 2) / 2
after_step = theta_1 - rate_1 * theta_1
want = -rate_1 * np.sum((after_step - target) * theta_1)
with check("two parabolas, learning rate 0.25"):
    check.expect(
        lambda: hypergradient(half_square, to_target, theta_1, np.log(rate_1)),
        want,
        rtol=1e-5,
        mistakes={
            "the sign: theta moves against the training gradient": rate_1 * np.sum((theta_1 * 1.25 - target) * theta_1),
            "the sign of the result": -want,
            "that is the slope by the rate itself: differentiate by its logarithm": want / rate_1,
            "the validation gradient was taken before the step": -rate_1 * np.sum((theta_1 - target) * theta_1),
            "log_lr was taken for the rate itself: the rate is exp(log_lr)": -np.sum(
                (theta_1 - np.log(rate_1) * theta_1 - target) * theta_1
            ),
            "training and validation are swapped": -rate_1
            * np.sum((theta_1 - rate_1 * (theta_1 - target)) * (theta_1 - target)),
            "the training loss after the step was differentiated": -rate_1 * np.sum(after_step * theta_1),
        },
    )
with check("where the step cannot help, the slope is zero"):
    check.expect(lambda: hypergradient(half_square, half_square, np.zeros(3), 0.0), 0.0, atol=1e-9)
### BEGIN HIDDEN TESTS
quartic = lambda theta: tf.reduce_sum(tf.cos(theta) + theta**4 / 10)
cosine = lambda theta: tf.reduce_sum(tf.sin(theta[0]) * theta[1] ** 2) if theta.shape.rank == 1 else tf.norm(theta - 1)
with check("bent losses, against central differences"):

    def after(log_rate, theta):
        grad = -np.sin(theta) + 0.4 * theta**3
        moved = theta - np.exp(log_rate) * grad
        return np.sin(moved[0]) * moved[1] ** 2 if theta.ndim == 1 else np.linalg.norm(moved - 1)

    for theta, log_rate in ((np.array([0.7, -1.2]), -1.5), (np.array([[0.5, 2.0, -1.0], [0.1, 0.9, 0.3]]), 0.4)):
        slope = (after(log_rate + 1e-5, theta) - after(log_rate - 1e-5, theta)) / 2e-5
        check.expect(lambda theta=theta, at=log_rate: hypergradient(quartic, cosine, theta, at), slope, rtol=1e-4)
with check("float32, as in a Keras model"):
    check.expect(
        lambda: hypergradient(
            half_square, lambda theta: tf.reduce_sum((theta - 3.0) ** 2), np.ones(2), -1.0, tf.float32
        ),
        -np.exp(-1) * 2 * 2 * (1 - np.exp(-1) - 3),
        rtol=1e-4,
    )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A linear classifier of the digits is trained with a rate that is corrected before every step, by 0.3 in its logarithm, against the sign of its hypergradient. One run starts at 0.01, another at 10. Where will the two rates be after 25 steps?

# %% tags=["demo"]
with needs(lr_hypergradient):
    x_all, y_all = tf.constant(digits.x_train), tf.constant(digits.y_train, tf.int32)

    def batch_loss(rows):
        x, y = tf.gather(x_all, rows), tf.gather(y_all, rows)
        return lambda theta: tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(y, x @ theta))

    def tuned_while_training(log_lr, seed, correct=True, steps=25):
        """Rates and training loss along a run; the two losses of the hypergradient take different rows."""
        rng, theta = np.random.default_rng(seed), tf.zeros((64, 10))
        rates = []
        whole = batch_loss(np.arange(len(y_all)))
        for _ in range(steps):
            rows = rng.choice(len(y_all), 128, replace=False)
            loss_train, loss_val = batch_loss(rows[:64]), batch_loss(rows[64:])
            if correct:
                slope = float(lr_hypergradient(loss_train, loss_val, theta, tf.constant(log_lr, tf.float32)))
                log_lr -= 0.3 * np.sign(slope)  # the sign is robust; the slope's size differs by powers of ten
            with tf.GradientTape() as tape:
                tape.watch(theta)
                value = loss_train(theta)
            theta -= np.exp(log_lr).astype("float32") * tape.gradient(value, theta)
            rates.append(np.exp(log_lr))
        return rates, float(whole(theta))

    figure, ax = plt.subplots(figsize=(5.5, 3.2))
    ends, last_rates = {}, {}
    for start in (0.01, 10.0):
        runs = [tuned_while_training(np.log(start), seed) for seed in SEEDS]
        line = plots.bands(ax, np.arange(1, 26), np.log10([rates for rates, _ in runs]), f"starts at {start:g}")
        ends[start] = np.array([loss for _, loss in runs])
        last_rates[start] = mean_interval([rates[-1] for rates, _ in runs])
    fixed = {
        start: np.array([tuned_while_training(np.log(start), seed, correct=False)[1] for seed in SEEDS])
        for start in ends
    }
    ax.set(xlabel="step", ylabel="log10 of the learning rate")
    ax.legend()
    plots.show(
        figure,
        "Two learning rates, one started far too small and one large, approach each other within some twenty steps.",
    )
    for start in ends:
        print(
            f"training loss after 25 steps from rate {start:g}: fixed {mean_interval(fixed[start])}, "
            f"corrected {mean_interval(ends[start])}; the corrected rate ends at {last_rates[start]}"
        )
    claim("from 0.01, correcting the rate ends lower than leaving it", fixed[0.01] - ends[0.01])
    print(f"from 10, fixed minus corrected: {mean_interval(fixed[10.0] - ends[10.0])}")

# %% [markdown]
# **Explain.** Both rates end near 1, wherever they began: one training finds weights *and* rate. From 0.01 the correction helps greatly; from 10 it is not shown to lower the loss, because the hypergradient looks one step ahead, and one step ahead small steps look wise (they cut the noise at once). So the rate is brought down although the large one gets about as far in 25 steps, and in long trainings it tends to fall too early. And there is no gradient with respect to "number of layers" or "which optimizer".
#
# A loss that cannot be differentiated can still be probed: differences between trainings at neighbouring configurations give a slope too, at a price of one training per knob and with the noise of every training in it. That is the form in which gradients enter the race below.

# %% [markdown]
# ## 10 · The race: nine strategies, one problem, one budget  ·  20 min
#
# Everybody gets the epochs of 32 full trainings and may cut them up as they like. What counts is the **best-so-far curve**: after so much budget, how good *in truth* is the configuration whose measured (noisy) loss is lowest? Each strategy runs with 20 seeds, and every seed brings its own starting points and its own noise.
#
# The strategies use your functions. Two of them need a word: *by hand* stands for a patient person who moves one knob at a time, keeps what helps and halves the step after a round (real people get bored); *gradient* measures the slope by five neighbouring trainings and takes a step of fixed length downhill.

# %% tags=["demo"]
BUDGET = 32
NOISE = 0.05


class BudgetSpent(Exception):
    """The next training would cost more than what is left."""


class Study:
    """A budget to spend: calling it trains a configuration and returns a noisy loss, until nothing is left."""

    def __init__(self, seed):
        self.rng, self.spent, self.trials = np.random.default_rng([seed, 6]), 0.0, []

    def __call__(self, config, epochs=EPOCHS):
        if self.spent + epochs / EPOCHS > BUDGET + 1e-9:
            raise BudgetSpent
        self.spent += epochs / EPOCHS
        measured = float(surrogate(config, epochs) * np.exp(NOISE * self.rng.normal()))
        self.trials.append((self.spent, measured, float(surrogate(config))))
        return measured

    def best_so_far(self):
        """True loss of the configuration with the lowest measured one, after 1, 2, ... BUDGET full trainings."""
        spent, measured, true = np.array(self.trials).T
        return [true[:n][measured[:n].argmin()] for n in np.searchsorted(spent, np.arange(1, BUDGET + 1) + 1e-9)]


def by_hand(study, rng):
    place, reach = rng.random(4), 0.25
    lowest = study(config_at(place))
    while True:
        for knob, sign in product(rng.permutation(4), (1, -1)):
            other = np.clip(place + sign * reach * np.eye(4)[knob], 0, 1)
            if (loss := study(config_at(other))) < lowest:
                place, lowest = other, loss
        reach /= 2


def grid_search(study, rng):
    # Four rates and two values of the other knobs; every seed is another person, who draws the lines elsewhere.
    values = [(np.arange(n) + rng.random()) / n for n in (4, 2, 2, 2)]
    for place in rng.permutation(list(product(*values))):
        study(config_at(place))


def random_search(study, rng):
    for config in random_configs(SPACE, BUDGET, rng):
        study(config)


def coarse_then_fine(study, rng):
    space, lowest = dict(SPACE), np.inf
    while True:
        for config in random_configs(space, 8, rng):
            if (loss := study(config)) < lowest:
                best, lowest = config, loss
        for name, (kind, low, high) in space.items():
            low, high = map(float, coarse_to_fine(low, high, best[name], 2, log=kind == "log"))
            space[name] = (kind, math.floor(low), math.ceil(high)) if kind == "int" else (kind, low, high)


def bracket(study, rng, n, first_epochs):
    """One successive halving, and a full training for its winner if it has had none."""
    best, history = successive_halving(random_configs(SPACE, n, rng), study, first_epochs)
    if not history or history[-1][1] < EPOCHS:
        study(best)


def halving(study, rng):
    while True:
        bracket(study, rng, 27, 1)


def hyperband(study, rng):
    while True:
        for rounds in (3, 2, 1):
            bracket(study, rng, math.ceil(4 * 3**rounds / (rounds + 1)), EPOCHS / 3**rounds)
        for config in random_configs(SPACE, 4, rng):
            study(config)


def bayesian(study, rng):
    places = rng.random((6, 4))
    losses = [study(config_at(place)) for place in places]
    while True:
        candidates = np.concatenate(
            [rng.random((300, 4)), np.clip(places[np.argmin(losses)] + rng.normal(0, 0.1, (100, 4)), 0, 1)]
        )
        mu, sigma = gaussian_process(places, np.log(losses), candidates, length=0.5, noise=0.1)
        following = candidates[np.argmax(expected_improvement(mu, sigma, np.log(min(losses))))]
        places, losses = np.append(places, [following], axis=0), [*losses, study(config_at(following))]


def evolution(study, rng):
    population = [dict(zip(SPACE, place, strict=True)) for place in rng.random((8, 4))]
    fitness = {}
    while True:
        places = [tuple(float(one[name]) for name in SPACE) for one in population]
        for place in places:
            if place not in fitness:  # the kept ones have been trained already
                fitness[place] = -study(config_at(place))
        population = evolve(population, [fitness[place] for place in places], rng, 3)


def gradient(study, rng):
    place, reach = rng.random(4), 0.1
    while True:
        here = study(config_at(place))
        slope = np.array([study(config_at(place + reach * direction)) - here for direction in np.eye(4)])
        place = np.clip(place - reach * slope / (np.linalg.norm(slope) + 1e-12), 0, 1)


def race(strategy, seeds=range(SEED, SEED + 20)):
    """Best-so-far curves, (seeds, BUDGET)."""
    curves = []
    for seed in seeds:
        study = Study(seed)
        with contextlib.suppress(BudgetSpent):
            strategy(study, np.random.default_rng(seed))
        curves.append(study.best_so_far())
    return np.array(curves)


# %% [markdown]
# > **Predict.** Write down your order before you run it: by hand, grid, random, coarse to fine, halving, Hyperband, Bayesian, evolution, gradient. Who leads after 4 full trainings, who after 32?

# %% tags=["demo"]
with needs(random_configs, coarse_to_fine, successive_halving, expected_improvement, evolve):
    strategies = {
        "by hand": by_hand,
        "grid": grid_search,
        "random": random_search,
        "gradient": gradient,
        "evolution": evolution,
        "coarse to fine": coarse_then_fine,
        "halving": halving,
        "Hyperband": hyperband,
        "Bayesian": bayesian,
    }
    curves = {name: race(strategy) for name, strategy in strategies.items()}
    widest = {"momentum": 0.5, "units": 64, "weight_decay": 1e-6}
    lowest_possible = surrogate(widest | {"learning_rate": np.geomspace(1e-3, 1, 2000)}).min()
    trainings = np.arange(1, BUDGET + 1)
    figure, axes = plt.subplots(1, 3, figsize=(9.5, 3.4), sharey=True)
    for ax, group in zip(
        axes,
        (["by hand", "grid", "gradient"], ["evolution", "coarse to fine", "Bayesian"], ["halving", "Hyperband"]),
        strict=True,
    ):
        plots.bands(ax, trainings, curves["random"] - lowest_possible, "random", color="0.45", linestyle="-")
        for name in group:
            plots.bands(ax, trainings, curves[name] - lowest_possible, name)
        ax.set(xscale="log", yscale="log", xlabel="budget (full trainings)")
        ax.set_xticks([1, 2, 4, 8, 16, 32], [1, 2, 4, 8, 16, 32])
        ax.legend(fontsize=8)
    axes[0].set(ylabel="loss above the optimum (nats)", ylim=(2e-3, 1))
    plots.show(
        figure,
        "Best-so-far curves with bands over 20 seeds, random search in grey in each panel. Left: by hand and "
        "gradient end no lower than random, and the grid's band overlaps with random's. Middle: evolution and coarse to fine stay close to it, Bayesian falls "
        "below it in the second half. Right: halving and Hyperband are far below it in the first trainings; Hyperband comes close to it in the end.",
    )
    table = {name: [str(mean_interval(curve[:, at - 1])) for at in (4, 16, 32)] for name, curve in curves.items()}
    ranking = pd.DataFrame(table, index=["after 4", "after 16", "after 32"]).T

# %% tags=["demo"]
with needs(random_configs, coarse_to_fine, successive_halving, expected_improvement, evolve):
    at = lambda name, trainings: curves[name][:, trainings - 1]
    claim("after 4 trainings halving is ahead of random", at("random", 4) - at("halving", 4))
    claim("after 32 trainings Bayesian is ahead of random", at("random", 32) - at("Bayesian", 32))
    claim("after 32 trainings halving is ahead of random", at("random", 32) - at("halving", 32))
    claim("after 4 trainings halving is ahead of Bayesian", at("Bayesian", 4) - at("halving", 4))
    for name in ("grid", "evolution", "coarse to fine", "Hyperband"):
        print(f"after 32 trainings, random minus {name}: {mean_interval(at('random', 32) - at(name, 32))}")
    print(f"after 32 trainings, halving minus Bayesian: {mean_interval(at('halving', 32) - at('Bayesian', 32))}")
    display(ranking)

# %% [markdown]
# **Explain.** The *lead* depends on when you ask. In the beginning nothing beats dropping losers early: for the price of a few full trainings halving has looked at dozens of configurations. After 32 trainings Bayesian optimization has caught up with halving (their difference cannot be told from zero), and both are ahead of random; evolution, coarse to fine and, by a hair, Hyperband cannot be told from random here. Knobs turned one at a time and slopes from noisy differences spend many trainings on the neighbourhood of one point, good or not.
#
# Some rows agree after 4 trainings because those strategies begin with the same draws: Hyperband's first bracket *is* halving, coarse to fine begins at random, evolution and Bayesian share their first places.
#
# Look at the printed line for grid and random before you repeat that "random beats grid": on *this* problem, with a budget that fits the grid exactly and a wide valley for the learning rate, we cannot tell them apart. The case for random search is another one: it needs no plan for its budget, it can be stopped or prolonged at any time, and a seventh knob costs it nothing.
#
# A result for a *kind* of problem, then: four knobs, 5 % noise, early losses that foretell the late ones. The written answer asks what changes when that does.

# %% [markdown]
# ### Written answer 1  ·  4 points
#
# Two teams ask you for a tuning strategy. Team A has 16 machines, one training takes ten minutes, seven knobs, one night. Team B has one machine, one training takes eight hours and its loss in the first epochs says little about the end, three knobs, ten days. Recommend a strategy to each, with the reason and the best-so-far evidence from this section, and name one thing in which their problem may differ from ours.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_strategy", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** *Team A* has about 16 × 50 = 800 trainings, in parallel, and many knobs: successive halving or Hyperband over random configurations (log scales), which use all machines at once and are ahead of random search from the first trainings on in our race; random search alone is a sound simple second. A grid over seven knobs is out of the question. *Team B* has 30 trainings, one after the other, few knobs: Bayesian optimization, which ended ahead of random search in our race and for which the waiting is no loss, because nothing runs in parallel anyway. Early stopping of losers is dangerous here, since early losses do not foretell late ones. *What may differ:* our surrogate is smooth, has four knobs of which few matter, 5 % noise, and early losses that rank well; theirs may be rugged, noisier, or conditional (a knob that exists only for some choices).
#
# **Rubric**
# - 1 point: A gets a parallel strategy (halving, Hyperband, random, evolution) with parallelism or the number of knobs as the reason.
# - 1 point: B gets a sequential, sample-thrifty strategy (Bayesian, or coarse to fine) with the small number of trainings as the reason.
# - 1 point: B's uninformative early losses are seen to speak against halving and Hyperband.
# - 1 point: evidence from the curves *and* one honest limit of carrying it over. One of the two: half a point.
# ### END SOLUTION

# %% [markdown]
# ## 11 · Keras Tuner, and two scikit-learn studies  ·  30 min
#
# Keras Tuner does the bookkeeping for real networks. You write a function that builds and compiles a model and asks `hp` for every hyperparameter *by name*, at the place where it is used:
#
# - `hp.Int(name, low, high, step=...)`: whole numbers, high included;
# - `hp.Float(name, low, high, sampling="log")`: a float, here on a log scale;
# - `hp.Choice(name, [...])`: one of a few values.
#
# Each call registers the range and returns the value of the current trial.

# %% [markdown]
# ### Exercise 10 — `build_tunable_model`  ·  5 points
#
# One hidden ReLU layer and a softmax over ten classes, compiled with sparse categorical cross-entropy and the metric `"accuracy"`. The hyperparameters: `units` from 8 to 64 in steps of 8, `learning_rate` from 0.001 to 0.1 on a log scale, `optimizer` one of `"sgd"`, `"rmsprop"`, `"adam"`. Build the optimizer as an object, for example `keras.optimizers.Adam(learning_rate=...)`; a bare name given to `compile` has its default rate. Start with the `Dense` layer (no `Input`), so that the same function serves images of any size.


# %% nbgrader={"grade": false, "grade_id": "build_tunable_model", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_tunable_model(hp):
    """A compiled classifier of ten classes with one hidden layer, for Keras Tuner.

    hp: keras_tuner.HyperParameters; registers units (8 to 64, step 8), learning_rate (0.001 to 0.1, log) and
    optimizer (sgd, rmsprop, adam).
    Returns the compiled model for the values hp has now.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    optimizers = {"sgd": keras.optimizers.SGD, "rmsprop": keras.optimizers.RMSprop, "adam": keras.optimizers.Adam}
    make_optimizer = optimizers[hp.Choice("optimizer", list(optimizers))]
    model.compile(
        make_optimizer(hp.Float("learning_rate", 1e-3, 1e-1, sampling="log")),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_build_tunable_model", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(build_tunable_model, points=5)


def registered():
    """The hyperparameters that one call registers: {name: its configuration}."""
    hp = keras_tuner.HyperParameters()
    build_tunable_model(hp)
    return {one.name: one.get_config() | {"kind": type(one).__name__} for one in hp.space}


def built(pixels=64, **values):
    """A model built for some values and called on two rows: its facts as plain data."""
    hp = keras_tuner.HyperParameters()
    hp.values.update(values)
    model = build_tunable_model(hp)
    check.holds(isinstance(model, keras.Model), "return the compiled Keras model")
    check.holds(getattr(model, "optimizer", None) is not None, "the model is not compiled: call model.compile(...)")
    rows = np.random.default_rng(0).normal(size=(2, pixels)).astype("float32")
    out = model(rows).numpy()
    kernels = [weight for weight in model.get_weights() if weight.ndim == 2]
    biases = [weight for weight in model.get_weights() if weight.ndim == 1]
    hidden = np.maximum(rows @ kernels[0] + biases[0], 0) if len(biases) == len(kernels) else None
    return {
        "model": model,
        "rows": rows,
        "kernels": [kernel.shape for kernel in kernels],
        "outputs": out,
        "logits": None if hidden is None or len(kernels) != 2 else hidden @ kernels[1] + biases[1],
        "optimizer": type(model.optimizer).__name__.lower(),
        "rate": float(keras.ops.convert_to_numpy(model.optimizer.learning_rate)),
    }


SMALL = {"units": 16, "learning_rate": 0.01, "optimizer": "sgd"}
with check("it registers units, learning_rate and optimizer"):
    names = set(registered())
    check.holds("learning_rate" in names, f"registered {sorted(names)}: ask hp for learning_rate, by that name")
    check.holds({"units", "optimizer"} <= names, f"registered {sorted(names)}: units or optimizer is fixed, not asked")
    check.holds(len(names) == 3, f"registered {sorted(names)}: ask for those three only")
with check("the learning rate is a Float from 0.001 to 0.1 on a log scale"):
    rate = registered()["learning_rate"]
    check.holds(rate["kind"] == "Float", f"learning_rate is a {rate['kind']}: use hp.Float")
    check.holds(rate["sampling"] == "log", 'the scale is linear: say sampling="log"')
    check.expect((rate["min_value"], rate["max_value"]), (1e-3, 1e-1), names=("low", "high"))
with check("units: 8, 16, ... 64; optimizer: the three names"):
    space = registered()
    check.holds(space["units"]["kind"] in ("Int", "Choice"), "units must be whole numbers: use hp.Int")
    units = space["units"]
    check.holds(units.get("max_value") != 65, "hp.Int includes its end, unlike range: let units end at 64")
    steps = units.get("values") or list(range(units["min_value"], units["max_value"] + 1, units["step"] or 1))
    check.expect(sorted(steps), np.arange(8, 65, 8), mistakes={"the step is missing: step=8": np.arange(8, 65)})
    check.expect(sorted(space["optimizer"].get("values", [])), ("adam", "rmsprop", "sgd"))
with check("one hidden layer of that many units, ten softmax outputs"):
    model = built(**SMALL)
    check.expect(
        np.array(model["kernels"]),
        np.array([[64, 16], [16, 10]]),
        mistakes={"the width is fixed: use the value that hp.Int returns": np.array([[64, 8], [8, 10]])},
    )
    check.expect(model["outputs"].sum(axis=1), np.ones(2), rtol=1e-4)
with check("optimizer and rate are those of the trial"):
    for name, default in (("sgd", 0.01), ("adam", 0.001)):
        model = built(**SMALL | {"optimizer": name, "learning_rate": 0.02})
        check.holds(model["optimizer"] == name, "the optimizer is fixed: use the value that hp.Choice returns")
        check.expect(
            model["rate"],
            0.02,
            rtol=1e-4,
            mistakes={"the rate is ignored: hand an optimizer object with learning_rate to compile": default},
        )
### BEGIN HIDDEN TESTS
with check("the width follows hp, and so do other image sizes"):
    check.expect(np.array(built(40, **SMALL | {"units": 48})["kernels"]), np.array([[40, 48], [48, 10]]))
with check("the optimizer and its rate follow hp"):
    for name, rate in (("sgd", 0.05), ("rmsprop", 0.002), ("adam", 0.03)):
        model = built(**SMALL | {"optimizer": name, "learning_rate": rate})
        check.expect(model["optimizer"], name)
        check.holds(
            np.isclose(model["rate"], rate, rtol=1e-4),
            f"the optimizer's rate is {model['rate']:g} where hp says {rate:g}: give it the value that hp.Float returns",
        )
with check("ReLU inside, softmax outside, cross-entropy of integer labels, accuracy measured"):
    model = built(**SMALL)
    powers = np.exp(model["logits"] - model["logits"].max(axis=1, keepdims=True))
    want_outputs = powers / powers.sum(axis=1, keepdims=True)
    check.expect(model["outputs"], want_outputs, rtol=1e-3)
    scores = model["model"].evaluate(model["rows"], np.array([3, 4]), batch_size=2, verbose=0, return_dict=True)
    check.holds(any("acc" in name for name in scores), 'the metric is missing: metrics=["accuracy"]')
    check.expect(scores["loss"], -np.log(want_outputs[[0, 1], [3, 4]]).mean(), rtol=1e-3)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Now the three tuners, each with its own folder for results. Their trials are real trainings of about a second, so we allow them few. (The `full` profile takes MNIST and more trials.) All three choose by validation accuracy.

# %% tags=["demo"]
import gc
import tempfile

from dllabs.quiet import stderr_kept_out

full = PROFILE == "full"
images = data.load_mnist() if full else digits
folder = tempfile.mkdtemp(prefix="tuning-")
gc.freeze()  # a tuner collects garbage before each trial; what exists by now need not be looked through


def build_quickly(hp):
    """The learner's model without XLA, whose compilation pays off in long trainings only."""
    model = build_tunable_model(hp)
    model.jit_compile = False
    return model


def search(make_tuner, name, build=build_quickly, overwrite=True, **options):
    """Run a tuner quietly; returns it."""
    options = {"objective": "val_accuracy", "seed": SEED, "directory": folder, "project_name": name} | options
    rows = {"x": images.x_train, "y": images.y_train, "validation_data": (images.x_val, images.y_val)}
    with stderr_kept_out(), contextlib.redirect_stdout(io.StringIO()):  # both libraries talk a lot
        tuner = make_tuner(build, overwrite=overwrite, **options)
        tuner.search(**rows, epochs=5 if full else 3, batch_size=128, verbose=0)
    return tuner


with needs(build_tunable_model):
    trials = 20 if full else 3
    tuners = {
        "RandomSearch": search(keras_tuner.RandomSearch, "random", max_trials=trials),
        "BayesianOptimization": search(
            keras_tuner.BayesianOptimization, "bayes", max_trials=trials, num_initial_points=2
        ),
    }

# %% tags=["demo"]
with needs(build_tunable_model):
    tuners["Hyperband"] = search(
        keras_tuner.Hyperband, "hyperband", max_epochs=9 if full else 2, factor=3 if full else 2
    )
    rows = []
    for name, tuner in tuners.items():
        best = tuner.oracle.get_best_trials(1)[0]
        values = best.hyperparameters.values
        rows.append(
            {
                "tuner": name,
                "trials": len(tuner.oracle.trials),
                "best validation accuracy": f"{best.score:.3f}",
                "units": values["units"],
                "learning rate": f"{values['learning_rate']:.2g}",
                "optimizer": values["optimizer"],
            }
        )
    display(pd.DataFrame(rows).set_index("tuner"))

# %% [markdown]
# **Explain.** With so few trials and one seed each, this table shows how the tools are *used*; which is better it cannot say (the race could). Hyperband's trials are short (its table counts every restart at a larger budget as a trial of its own), so its best accuracy may come from fewer epochs. The winners are candidates: train the best two or three again with several seeds before you believe the order.
#
# **The trap of the stale folder.** A tuner writes every trial to `directory/project_name`, and a new tuner with the same names *goes on from there*. That is a blessing after a crash. It is a trap after you have changed the model: the old results come back, instantly, as if the new model had been trained.

# %% [markdown]
# > **Predict.** The second search below is given another model function, one that cannot learn at all. What accuracy will it report?

# %% tags=["demo"]
with needs(build_tunable_model):

    def cannot_learn(hp):
        model = build_quickly(hp)
        model.optimizer.learning_rate = 0.0
        return model

    first = tuners["RandomSearch"].oracle.get_best_trials(1)[0].score
    stale = search(keras_tuner.RandomSearch, "random", cannot_learn, overwrite=False, max_trials=trials)
    anew = search(keras_tuner.RandomSearch, "random", cannot_learn, overwrite=True, max_trials=1)
    scores = [tuner.oracle.get_best_trials(1)[0].score for tuner in (stale, anew)]
    print(
        f"overwrite=False: {scores[0]:.3f} (the old model had {first:.3f}); "
        f"overwrite=True: {scores[1]:.3f}, guessing has about 0.1"
    )

# %% [markdown]
# So: `overwrite=True` while you develop, and a new `project_name` for every change you want to keep apart.
#
# ### Epochs × units, with scikit-learn's grid search
#
# Two knobs and a picture: that is where a grid is the right tool. Keras wraps a model function for scikit-learn as `SKLearnClassifier` (the successor of the `KerasClassifier` that older texts use), and `GridSearchCV` does the rest. We give it our one validation set as the only "fold". One compiled network per width is kept, because compiling takes longer than these trainings, and it is set back to its first weights before every fit: a second `fit` would go on training where the first one stopped, and every comparison of epochs would be wrong.

# %% tags=["demo"]
from sklearn.model_selection import GridSearchCV, PredefinedSplit

compiled = {}


def network(X, y, units):
    """A compiled one-hidden-layer network at its initial weights."""
    if units not in compiled:
        keras.utils.set_random_seed(SEED)
        layers = [
            keras.Input((64,)),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
        model = keras.Sequential(layers)
        model.compile(keras.optimizers.SGD(0.1, momentum=0.9), loss="categorical_crossentropy", jit_compile=False)
        compiled[units] = model, model.get_weights()
    model, weights = compiled[units]
    model.set_weights(weights)
    for slot in model.optimizer.variables[2:]:  # after the step counter and the rate: velocities
        slot.assign(keras.ops.zeros_like(slot))
    return model


rows = np.concatenate([digits.x_train, digits.x_val]), np.concatenate([digits.y_train, digits.y_val])
is_validation = np.repeat([-1, 0], [len(digits.x_train), len(digits.x_val)])
widths, epochs = (4, 8, 32), (1, 3, 10)
heat = GridSearchCV(
    keras.wrappers.SKLearnClassifier(network, fit_kwargs={"verbose": 0}),
    {
        "model_kwargs": [{"units": units} for units in widths],
        "fit_kwargs": [{"epochs": number, "batch_size": 64, "verbose": 0} for number in epochs],
    },
    cv=PredefinedSplit(is_validation),
    refit=False,
)
with contextlib.redirect_stdout(io.StringIO()):  # the wrapper's predictions come with progress bars
    heat.fit(*rows)

# %% tags=["demo"]
results = pd.DataFrame(heat.cv_results_)
results["units"] = [kwargs["units"] for kwargs in results["param_model_kwargs"]]
results["epochs"] = [kwargs["epochs"] for kwargs in results["param_fit_kwargs"]]
accuracies = results.pivot(index="units", columns="epochs", values="mean_test_score")
figure, ax = plt.subplots(figsize=(4.6, 3.2))
image = ax.imshow(accuracies, origin="lower", cmap="cividis", vmin=accuracies.values.min(), vmax=1)
for (row, column), value in np.ndenumerate(accuracies.values):
    dark = value < (accuracies.values.min() + 1) / 2
    ax.text(column, row, f"{value:.3f}", ha="center", va="center", color="white" if dark else "black")
ax.set_xticks(range(3), accuracies.columns)
ax.set_yticks(range(3), accuracies.index)
ax.set(xlabel="epochs", ylabel="hidden units")
ax.grid(False)
figure.colorbar(image, label="validation accuracy")
plots.show(
    figure,
    "Heat map: validation accuracy rises with the number of epochs and with the number of units; it is lowest at "
    "4 units and 1 epoch and highest at 32 units and 10 epochs.",
)

# %% [markdown]
# **Explain.** One of our decks prints such a map for MNIST; its accuracies run from .742 to .927, lowest for few units and few epochs, as here. Two cautions. The numbers come from *one* seed, so neighbouring cells cannot be ranked. And "epochs" needs no grid: one long run passes through all shorter ones (early stopping reads them off), so a third of this grid's trainings would have done.
#
# The same deck tunes scikit-learn's `MLPClassifier`: one or three hidden layers, ReLU or tanh, solved by L-BFGS. Its grid ran for 144.7 minutes, and many fits ended with the warning that the **iteration limit** was reached. Such a fit is no verdict on a configuration, only on the limit. Small, on our digits:

# %% tags=["demo"]
rows = []
for hidden, activation in product([(32,), (32, 32, 32)], ["relu", "tanh"]):
    for limit in (5, 40):
        net = fit_mlp(hidden, activation, SEED, max_iter=limit)
        rows.append(
            {
                "hidden": str(hidden),
                "activation": activation,
                "limit": limit,
                "iterations": net.n_iter_,
                "stopped by the limit": net.n_iter_ >= limit,
                "training loss": f"{net.loss_:.1e}",
                "validation accuracy": f"{net.score(digits.x_val, digits.y_val):.3f}",
            }
        )
display(pd.DataFrame(rows).set_index(["hidden", "activation", "limit"]))

# %% [markdown]
# **Explain.** With a limit of 5 every fit is cut off, and the comparison of three layers with one is a comparison of who starts faster. Read `n_iter_` before you read the accuracy. (`MLPClassifier`'s L-BFGS takes no mini-batches; its `batch_size` and `learning_rate` belong to the other solvers.)

# %% [markdown]
# ## 12 · The test set, once  ·  8 min
#
# Everything is chosen but the network itself. The formula was only for comparing tuners; what decides now are the real trainings of section 1. We take the best of the 60 by validation loss, train it on training *and* validation rows, and open the seal.

# %% tags=["demo"]
winner = fresh[real[-1].argmin()]
final = keras.Sequential(
    [keras.layers.Dense(int(winner["units"]), activation="relu"), keras.layers.Dense(10, activation="softmax")]
)
final.compile(
    keras.optimizers.SGD(winner["learning_rate"], momentum=winner["momentum"], weight_decay=winner["weight_decay"]),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
    jit_compile=False,
)
final.fit(
    np.concatenate([digits.x_train, digits.x_val]),
    np.concatenate([digits.y_train, digits.y_val]),
    epochs=EPOCHS,
    batch_size=32,
    verbose=0,
)
x_test, y_test = test_set.open()
hits = final.predict(x_test, batch_size=len(x_test), verbose=0).argmax(axis=1) == y_test
print(f"{winner['units']} units, rate {winner['learning_rate']:.2g}, momentum {winner['momentum']:.2f}")
print(f"test accuracy {mean_interval(hits.astype(float))} on {len(hits)} rows")
try:
    test_set.open()
except data.TestSetOpenedError as refused:
    print("opened again:", refused)

# %% [markdown]
# **Explain.** The interval covers the luck of *these 360 rows*, and not that of the seed. If the number disappoints you, you may not go back and tune a little more: then the test set would have chosen, too. (Run the cell a second time and the seal says so.)

# %% [markdown]
# ### Written answer 2  ·  4 points
#
# From a report: "We tried 200 configurations. Each was scored by its accuracy on the 500 test rows; the pixels had been standardised with the mean and deviation of all 2,000 images. The best reached 98.2 %, the second best 98.0 %, so the first is the better network, and 98.2 % is what users can expect." Find the flaws: what is wrong with each conclusion, and how would you run the study?

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_test_set", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** (1) The test rows chose the configuration, so 98.2 % is the luckiest of 200 numbers and too high: choose on validation rows (or by cross-validation) and open the test set once. (2) 0.2 points of 500 rows is one image; the standard error of an accuracy of 98 % on 500 rows is about 0.6 points, before the luck of the seed: no ranking follows. Repeat with several seeds and compare with an interval (paired, on the same rows). (3) Mean and deviation saw the test rows: take them from the training rows only. (4) A sound plan: split first (say 60/20/20); preprocessing from the training rows; random or Bayesian search on the validation rows; the best two or three again with ten seeds; one final training; one opening of the test set, reported with its interval.
#
# **Rubric**
# - 1 point: the best of 200 chosen on the test rows flatters; name the repair (validation set or cross-validation, test once).
# - 1 point: 98.2 against 98.0 is within the error; a size of the error or the need for seeds is given.
# - 1 point: the preprocessing leaked; statistics from the training rows only.
# - 1 point: a plan in which every set has one role and the order is right.
# ### END SOLUTION

# %% [markdown]
# ## 13 · Knowledge check  ·  10 min
#
# ### Exercise 11 — `quiz`  ·  6 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. In k-means, which is a hyperparameter? **a** the centres · **b** the number of clusters · **c** both · **d** the assignment of rows to clusters
# 2. A space has 100 combinations and you draw 100 random configurations. How many combinations will be left untried, roughly? **a** none · **b** one · **c** 37 · **d** 50
# 3. On which scale do you draw a learning rate between 0.0001 and 1? **a** the raw scale · **b** the logarithmic scale · **c** in 1 / rate · **d** it does not matter
# 4. Which set chooses the learning rate? **a** training · **b** validation · **c** test · **d** training and test together
# 5. Successive halving starts 27 configurations with one epoch each, η = 3. How many epochs does one of the last three get in its round? **a** 1 · **b** 3 · **c** 9 · **d** 27
# 6. You change the model function, run Keras Tuner again, and the results appear at once and are the old ones. Why? **a** the seed is fixed · **b** the tuner went on from its folder; `overwrite=True` was missing · **c** the new model is as good as the old one · **d** TensorFlow kept the weights in memory

# %% nbgrader={"grade": false, "grade_id": "quiz", "locked": false, "schema_version": 3, "solution": true, "task": false}
quiz = {
    1: None,
    2: None,
    3: None,
    4: None,
    5: None,
    6: None,
}
### BEGIN SOLUTION
quiz = {1: "b", 2: "c", 3: "b", 4: "b", 5: "c", 6: "b"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=6)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 7)}
with check("all six questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("b", "We set the number of clusters; training finds the centres and the assignment."),
    2: ("c", "Each one is missed with probability 0.99**100 = 0.37: random search does not cover all combinations."),
    3: ("b", "What matters is the ratio of two rates, so every factor of ten gets the same share of the draws."),
    4: ("b", "The validation set chooses hyperparameters; the test set chooses nothing."),
    5: ("c", "27 get 1 epoch, 9 get 3, 3 get 9."),
    6: ("b", "A tuner with the same directory and project name takes up the old trials."),
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
# - put hyperparameters on the right scale and drawn them at random instead of on a grid;
# - measured with folds and standard errors, and kept one set of rows for one number;
# - written halving, expected improvement, evolution and a hypergradient, and let nine strategies race on one budget;
# - used Keras Tuner and scikit-learn's grid search on real networks, and seen a stale folder lie.
#
# **Going further.** (1) Raise `NOISE` in the race to 0.3: who suffers most? (2) Give halving a problem in which slow starters win: replace the 0.9 in the surrogate by 3. (3) Give `bayesian` a `length` of 0.1 or 2. (4) Run this notebook with `PROFILE = "full"` to tune on MNIST.
