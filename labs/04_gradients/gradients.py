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
# # Lab 4 · Vanishing and exploding gradients
#
# A deep network learns by passing the slope of its loss back through every layer, and every layer multiplies it. Thirty factors a little below one leave nothing; thirty factors a little above one leave too much. In this lab you measure both diseases, write the cures, and find out which cure acts on which disease (not every text has that right).
#
# **You will be able to**
#
# - measure how much gradient reaches each layer of a Keras model, and say what the numbers mean;
# - draw initial weights that keep signals and gradients at their size, and choose activations that let them through;
# - build a residual network, clip gradients in three ways, and explain what an LSTM protects against and what it does not.
#
# **You need** Lab 1 (backpropagation) and a little Keras. **Time** about three hours; the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `layer_gradient_norms` | 5 | | 5 `residual_mlp` | 6 |
# | 2 `initializers` | 8 | | 6 `clipping` | 6 |
# | 3 `dead_relu_fraction` | 3 | | 7 `quiz` | 6 |
# | 4 `elu` | 4 | | two written answers | 7 |
# | | | | **together** | **45** |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers. Demos between the exercises use *your* functions, so they wait until you have written them.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" takes 10,000 rows of MNIST instead of the small digits: a few minutes
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dllabs

dllabs.setup(seed=SEED)

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from dllabs import data, needs, plots
from dllabs.stacked import DeepNetworks
from dllabs.stats import claim, mean_interval

SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# The next cell loads the images for the demos. Its `networks` draw, measure and train ten networks at once, one for each seed, by giving every weight one more dimension (`DeepNetworks??` in a cell shows how). Run it and go on.

# %% tags=["demo"]
digits = data.load_mnist() if PROFILE == "full" else data.load_digits()
rows = digits.x_train[:10_000]
standardized = digits._replace(
    x_train=(rows - rows.mean()) / rows.std(),
    y_train=digits.y_train[:10_000],
    x_val=(digits.x_val - rows.mean()) / rows.std(),
)
WIDTH = 32
networks = DeepNetworks(standardized, SEEDS, WIDTH)
x_train, y_train = networks.x_train, networks.y_train
relu = tf.nn.relu

# %% [markdown]
# ## 1 · A long product  ·  20 min
#
# Backpropagation (Lab 1) sends the slope $\delta$ of the loss back from layer to layer. With sums $z_l = a_{l-1} W_l + b_l$ and activations $a_l = f(z_l)$,
#
# $$\delta_{l-1} = \left(\delta_l\, W_l^\top\right) \odot f'(z_{l-1}), \qquad \frac{\partial J}{\partial W_l} = a_{l-1}^\top\, \delta_l .$$
#
# So what arrives at the first layer is a **product** with one factor $W_l^\top$ and one factor $f'$ for every layer above it. The sigmoid's slope is $\sigma'(z) = \sigma(z)(1 - \sigma(z))$, which is never larger than $1/4$. The slopes alone therefore shrink the gradient at least by
#
# $$0.25^{\text{depth}}$$
#
# unless the weights make up for it. That is the **vanishing gradient**: early layers get almost no signal, and learn almost nothing. If the factors are larger than one, the same product grows without limit. That is the **exploding gradient**: accumulated large slopes change the weights suddenly and wildly, often until the loss reads `nan`.

# %% tags=["demo", "nbval-check-output"]
depths = np.array([1, 2, 5, 10, 20, 30])
powers = pd.DataFrame({f"{factor}^depth": factor**depths for factor in (0.25, 0.9, 1.5)})
powers.set_index(pd.Index(depths, name="depth")).map("{:.1e}".format)

# %% [markdown]
# ### Exercise 1 — `layer_gradient_norms`  ·  5 points
#
# Before curing anything, measure. Write a function that takes any Keras model and says how large the loss gradient of each `Dense` kernel is. You need `tf.GradientTape`; the loss of the batch is `loss_fn(y, model(x, training=False))` (not in training mode: dropout would make the measurement random). A layer's kernel is `layer.kernel`, and `model.layers` lists the layers from input to output. Biases and other layers' weights stay out of it, even where they are called `kernel` too. If a gradient comes out as `None`, the tape did not see all of the way from the kernel to the loss: call the model and compute the loss inside its `with` block.


# %% nbgrader={"grade": false, "grade_id": "layer_gradient_norms", "locked": false, "schema_version": 3, "solution": true, "task": false}
def layer_gradient_norms(model, loss_fn, x, y):
    """L2 norm (root of the sum of squares of all entries) of the loss gradient of every Dense kernel.

    model: a Keras model; loss_fn(y, outputs) -> scalar loss; x, y: one batch, as the model and loss_fn take them.
    Returns a list of floats, one for each Dense layer, the layer nearest to the input first.
    """
    ### BEGIN SOLUTION
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    return [float(tf.norm(gradient)) for gradient in tape.gradient(loss, kernels)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_layer_gradient_norms", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(layer_gradient_norms, points=5)


def squared_error(y, outputs):
    """Mean squared error of a batch, a scalar tensor."""
    return tf.reduce_mean((outputs - y) ** 2)


def linear_chain(kernels, between=()):
    """A Keras model of Dense layers without activation, given their kernels and zero biases.

    between: functions without arguments; the layers they make stand after the first Dense layer.
    """
    layers = [keras.layers.Dense(np.shape(kernel)[1]) for kernel in kernels]
    model = keras.Sequential([keras.Input((len(kernels[0]),)), layers[0], *(make() for make in between), *layers[1:]])
    for layer, kernel in zip(layers, kernels, strict=True):
        layer.kernel.assign(kernel)
    return model


def norms_of(model, loss_fn, x, y):
    """What the function says, tensors as arrays."""
    norms = layer_gradient_norms(model, loss_fn, x, y)
    return [np.asarray(norm) for norm in norms] if hasattr(norms, "__iter__") else norms


def chain_norms(kernels, x, y, between=()):
    """What the function says about a chain of linear layers, given as arrays; squared error."""
    return norms_of(linear_chain(kernels, between), squared_error, np.array(x, "float32"), np.array(y, "float32"))


with check("three single neurons in a row"):
    # y = 2 * 3 * 0.5 * x; at x = 2 the output is 6, the target 8, so the slope at the output is 2 * (6 - 8) = -4
    check.expect(
        lambda: chain_norms([[[2.0]], [[3.0]], [[0.5]]], [[2.0]], [[8.0]]),
        [12.0, 8.0, 48.0],
        rtol=1e-4,
        mistakes={
            "the order is reversed: the layer nearest to the input comes first": [48.0, 8.0, 12.0],
            "the biases are listed too: only kernels": [12.0, 6.0, 8.0, 2.0, 48.0, 4.0],
            "the biases are mixed into the norms: only kernels": np.sqrt([180.0, 68.0, 2320.0]),
            "those are the gradients: take their norms": [-12.0, -8.0, -48.0],
            "the root is missing": [144.0, 64.0, 2304.0],
            "those are the norms of the weights: take those of their gradients": [2.0, 3.0, 0.5],
        },
    )
two_kernels = [np.array([[1.0, -0.5], [0.5, 2.0]]), np.array([[0.8, 0.3], [-0.6, 1.1]])]
x, y = np.array([[1.0, 2.0], [-1.5, 0.5]]), np.array([[0.5, -1.0], [1.0, 2.0]])
slope = 2 * (x @ two_kernels[0] @ two_kernels[1] - y) / y.size
two_gradients = [x.T @ slope @ two_kernels[1].T, (x @ two_kernels[0]).T @ slope]
with check("two matrices: the norm runs over all entries"):
    check.expect(
        lambda: chain_norms(two_kernels, x, y),
        [np.sqrt(np.sum(gradient**2)) for gradient in two_gradients],
        rtol=1e-4,
        mistakes={
            "that is the spectral norm (ord=2 of a matrix): leave ord away": [
                np.linalg.norm(g, 2) for g in two_gradients
            ],
            "the absolute values are summed: square, sum, root": [np.sum(np.abs(g)) for g in two_gradients],
            "that is the root of the mean square: sum, do not average": [np.sqrt(np.mean(g**2)) for g in two_gradients],
            "that is the mean absolute value": [np.mean(np.abs(g)) for g in two_gradients],
            "that is the largest entry": [np.max(np.abs(g)) for g in two_gradients],
        },
    )
with check("a dropout layer is not in training mode"):
    wide = [np.ones((1, 50)), np.ones((50, 1))]
    dropout = [lambda: keras.layers.Dropout(0.5)]
    twice = [chain_norms(wide, [[0.1]], [[1.0]], dropout) for _ in range(2)]
    same = repr(twice[0]) == repr(twice[1])  # as text: whatever it is
    check.holds(same, "two calls gave different norms: call model(x, training=False)")
    check.expect(twice[0], [8.0 * 0.1 * np.sqrt(50), 8.0 * 0.1 * np.sqrt(50)], rtol=1e-4)
### BEGIN HIDDEN TESTS


def sigmoid_net(normalise=False):
    """A net of sigmoids in double precision with batch norm if wanted, and a batch for it."""
    rng = np.random.default_rng(4)
    layers = [keras.layers.Dense(4, "sigmoid", dtype="float64"), keras.layers.Dense(3, "softmax", dtype="float64")]
    if normalise:
        layers.insert(1, keras.layers.BatchNormalization(dtype="float64"))
    model = keras.Sequential([keras.Input((5,), dtype="float64"), *layers])
    for variable in model.weights:
        variable.assign(0.5 + rng.random(variable.shape))
    return model, rng.normal(size=(6, 5)), np.array([0, 2, 1, 1, 0, 2])


def central_differences(model, loss_fn, x, y):
    """The same norms by pushing every entry of every kernel a little."""
    norms = []
    for layer in model.layers:
        if isinstance(layer, keras.layers.Dense):
            value, slopes = layer.kernel.numpy(), []
            for index in np.ndindex(*value.shape):
                ends = []
                for push in (1e-5, -1e-5):
                    pushed = value.copy()
                    pushed[index] += push
                    layer.kernel.assign(pushed)
                    ends.append(float(loss_fn(y, model(x, training=False))))
                slopes.append((ends[0] - ends[1]) / 2e-5)
            layer.kernel.assign(value)
            norms.append(np.sqrt(np.sum(np.square(slopes))))
    return norms


cross_entropy = lambda y, outputs: tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(y, outputs))
with check("sigmoid layers and a cross-entropy agree with central differences"):
    model, x, y = sigmoid_net()
    want = central_differences(model, cross_entropy, x, y)
    check.expect(lambda: norms_of(model, cross_entropy, x, y), want, rtol=1e-4)
with check("batch normalization: its own weights are left out and its statistics are the stored ones"):
    model, x, y = sigmoid_net(normalise=True)
    before = [variable.numpy() for variable in model.weights]
    want = central_differences(model, cross_entropy, x, y)
    check.expect(lambda: norms_of(model, cross_entropy, x, y), want, rtol=1e-4)
    same = all(np.array_equal(old, variable.numpy()) for old, variable in zip(before, model.weights, strict=True))
    check.holds(same, "the model's weights were changed: measure, do not train")
with check("a convolution: its kernel is left out"):
    dense = [keras.layers.Dense(4, "tanh"), keras.layers.Dense(3, "softmax")]
    model = keras.Sequential([keras.Input((5, 1)), keras.layers.Conv1D(3, 2), keras.layers.Flatten(), *dense])
    x = x[..., np.newaxis].astype("float32")
    with tf.GradientTape() as tape:
        loss = cross_entropy(y, model(x, training=False))
    want = [np.linalg.norm(gradient) for gradient in tape.gradient(loss, [layer.kernel for layer in dense])]
    check.expect(lambda: norms_of(model, cross_entropy, x, y), want, rtol=1e-4)
with check("five layers, one norm each"):
    factors = [2.0, 0.5, 3.0, 0.25, 4.0]
    want = [2 * abs(3.0 - 1.0) * np.prod(factors) / factor for factor in factors]
    check.expect(lambda: chain_norms([[[factor]] for factor in factors], [[1.0]], [[1.0]]), want, rtol=1e-4)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Ten hidden layers, initialized as Keras does by default (Glorot). Where is the gradient largest in a sigmoid network, and how much smaller is it at the first layer? And with ReLU?

# %% tags=["demo"]
with needs(layer_gradient_norms):
    figure, ax = plt.subplots()
    for name in ("sigmoid", "tanh", "relu"):
        norms = []
        for seed in SEEDS:
            keras.utils.set_random_seed(seed)
            hidden = [keras.layers.Dense(WIDTH, name) for _ in range(10)]
            model = keras.Sequential([keras.Input((x_train.shape[1],)), *hidden, keras.layers.Dense(10, "softmax")])
            loss_fn = keras.losses.SparseCategoricalCrossentropy()
            norms.append(layer_gradient_norms(model, loss_fn, x_train[:32], y_train[:32]))
        plots.bands(ax, np.arange(1, 12), np.log10(norms), name)
        lost = np.log10(norms)[:, -1] - np.log10(norms)[:, 0]
        print(f"{name:8} output layer / first layer: 10 to the power of {mean_interval(lost)}")
        if name == "sigmoid":
            print(f"         what each of the nine steps back leaves: {mean_interval(10 ** (-lost / 9))}")
            claim("each step back through a sigmoid layer costs more than half of the gradient", lost - 9 * np.log10(2))
    ax.plot(np.arange(2, 11), np.log10(0.25) * (10 - np.arange(2, 11)), color="0.5", label="0.25 per layer")
    ax.set(xlabel="layer (1 = nearest to the input, 11 = output)", ylabel="$\\log_{10}$ norm of the kernel's gradient")
    ax.set_xticks(range(1, 12))
    ax.legend()
    plots.show(
        figure,
        "Gradient norm by layer. Sigmoid: a straight fall by more than five powers of ten from the output to the first "
        "layer, parallel to the line of a factor one quarter per layer. Tanh and ReLU: about level.",
    )

# %% [markdown]
# **Explain.** In the sigmoid network each step back leaves about a quarter: no slope is larger than 0.25, and Glorot's weights neither add nor take. (Exactly a quarter is not to be expected: the first kernel's gradient also carries the size of the images.) The printed power of ten says how many times more steps the first layer would need than the last to get as far. In the other two the norms are about level. A kernel's gradient is the product $a^\top \delta$ of what comes in and what comes back, and each of the two shrinks on its own way: at the first layers $\delta$ has shrunk most and $a$ least, at the last layers it is the other way round. How *high* the level is, that is another matter; the next section and the map in section 4 look at it.

# %% [markdown]
# ## 2 · Start at the right size  ·  25 min
#
# Take a layer with `fan_in` inputs $a$ and `fan_out` units. Each of its sums has `fan_in` terms $a\,W$; with independent weights of mean zero its variance is $\mathrm{fan\_in} \cdot \mathrm{Var}(W) \cdot \overline{a^2}$, where $\overline{a^2}$ is the mean square of the inputs. If signals are to keep their size on the way forward, $\mathrm{fan\_in} \cdot \mathrm{Var}(W)$ must be 1; on the way back the same argument asks for $\mathrm{fan\_out} \cdot \mathrm{Var}(W) = 1$.
#
# - **Glorot** (also called Xavier) takes the mean of both wishes, for activations of slope about 1 at the origin, like tanh: $\mathrm{Var}(W) = \dfrac{2}{\mathrm{fan\_in} + \mathrm{fan\_out}}$.
# - **He** repairs the half that a ReLU cuts away: $\mathrm{Var}(W) = \dfrac{2}{\mathrm{fan\_in}}$.
#
# Each comes as a normal distribution with that variance, and as a uniform one on $[-r, r]$. A uniform distribution on $[-r, r]$ has the variance $r^2/3$, so the limit is $r = \sqrt{3\,\mathrm{Var}(W)}$. Only the variance matters, not the form.

# %% [markdown]
# ### Exercise 2 — `initializers`  ·  8 points
#
# Write the four. Take all randomness from `rng`, a `np.random.Generator`: `rng.normal(mean, deviation, size)` and `rng.uniform(low, high, size)`. (A normal cut off at two deviations is welcome too, if its variance *after* the cut is the right one.)


# %% nbgrader={"grade": false, "grade_id": "initializers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def glorot_uniform(fan_in, fan_out, rng):
    """Uniform draws around 0 of variance 2 / (fan_in + fan_out), (fan_in, fan_out)."""
    ### BEGIN SOLUTION
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, (fan_in, fan_out))
    ### END SOLUTION


def glorot_normal(fan_in, fan_out, rng):
    """Normal draws around 0 of variance 2 / (fan_in + fan_out), (fan_in, fan_out)."""
    ### BEGIN SOLUTION
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))
    ### END SOLUTION


def he_uniform(fan_in, fan_out, rng):
    """Uniform draws around 0 of variance 2 / fan_in, (fan_in, fan_out)."""
    ### BEGIN SOLUTION
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, (fan_in, fan_out))
    ### END SOLUTION


def he_normal(fan_in, fan_out, rng):
    """Normal draws around 0 of variance 2 / fan_in, (fan_in, fan_out)."""
    ### BEGIN SOLUTION
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_initializers", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(glorot_uniform, glorot_normal, he_uniform, he_normal, points=8)


def drawn(initializer, fan_in, fan_out, seed):
    """One kernel as an array of the promised shape."""
    kernel = initializer(fan_in, fan_out, np.random.default_rng(seed))
    check.holds(kernel is not None, f"got None from {initializer.__name__}: return the array")
    wanted = f"expected shape (fan_in, fan_out) = ({fan_in}, {fan_out})"
    check.holds(np.shape(kernel) == (fan_in, fan_out), f"{wanted}, got {np.shape(kernel)}: pass it as size")
    return np.asarray(kernel, dtype=float)


def expect_variance(initializer, fans, want, mistakes, seed=1):
    """60,000 draws have the right variance and the mean 0; gives the kernel back.

    The variance of n draws has the relative deviation sqrt((kurtosis - 1) / n): with n = 60,000 that is 0.6 % for a
    normal, 0.5 % for a truncated normal, 0.4 % for a uniform distribution. 5 % are 8 deviations or more: a false alarm
    has the probability 1e-15. The mean has the deviation sqrt(want / n); 8 of them: 1e-15 again.
    """
    kernel = drawn(initializer, *fans, seed)
    check.note(f"{initializer.__name__}: variance of the draws / wanted variance = {kernel.var() / want:.2g}")
    everywhere = {"all draws are positive: draw from -limit to limit": want / 4}
    check.expect(float(kernel.var()), want, rtol=0.05, mistakes=mistakes | everywhere)
    off_centre = abs(kernel.mean()) / np.sqrt(want / kernel.size)
    check.holds(off_centre < 8, f"the draws have the mean {kernel.mean():.3g}: centre them at 0")
    return kernel


def expect_uniform(kernel, want):
    """All draws within the limit and some in its last hundredth (60,000 fair draws miss that with probability 1e-261)."""
    reach = np.abs(kernel).max() / np.sqrt(3 * want)
    check.holds(reach <= 1.000001, "the draws go beyond the limit sqrt(3 * variance): draw with rng.uniform")
    check.holds(reach > 0.99, "no draw comes near the limit sqrt(3 * variance)")


def expect_normal(kernel, want):
    """Some draws beyond 1.9 deviations, where a uniform distribution of this variance, which ends at 1.73, has none.

    A normal has 5.7 % of its draws there and one that is truncated at two deviations 4.3 %: 60,000 draws miss it with
    probability 1e-1000.
    """
    reach = np.abs(kernel).max() / np.sqrt(want)
    check.holds(reach > 1.9, "no draw goes beyond 1.8 deviations: that is uniform, draw with rng.normal")


GLOROT, HE, FAN_OUT = 2 / 500, 2 / 300, 2 / 200  # with 300 inputs and 200 outputs
with check("glorot_uniform: 300 inputs, 200 outputs"):
    mistakes = {
        "the variance is 1 / (fan_in + fan_out): the numerator is 2, and r = sqrt(6 / (fan_in + fan_out))": GLOROT / 2,
        "the deviation was taken for the limit: r = sqrt(3 * variance)": GLOROT / 3,
        "the variance was taken for the limit: r = sqrt(3 * variance)": GLOROT**2 / 3,
        "the root is missing: r = sqrt(6 / (fan_in + fan_out))": (3 * GLOROT) ** 2 / 3,
        "that is He's variance: Glorot divides by fan_in + fan_out": HE,
    }
    expect_uniform(expect_variance(glorot_uniform, (300, 200), GLOROT, mistakes), GLOROT)
with check("glorot_normal: 300 inputs, 200 outputs"):
    mistakes = {
        "the variance is 1 / (fan_in + fan_out): the numerator is 2": GLOROT / 2,
        "the limit of the uniform form was taken for the deviation": GLOROT * 3,
        "the variance was taken for the deviation: pass its root to rng.normal": GLOROT**2,
        "the cut at two deviations took variance away: divide the deviation by 0.8796": GLOROT * 0.774,
        "that is He's variance: Glorot divides by fan_in + fan_out": HE,
    }
    expect_normal(expect_variance(glorot_normal, (300, 200), GLOROT, mistakes), GLOROT)
with check("he_uniform: 300 inputs, 200 outputs"):
    mistakes = {
        "the variance is 1 / fan_in: the numerator is 2, and r = sqrt(6 / fan_in)": HE / 2,
        "the deviation was taken for the limit: r = sqrt(3 * variance)": HE / 3,
        "the root is missing: r = sqrt(6 / fan_in)": (3 * HE) ** 2 / 3,
        "fan_out stands where fan_in belongs": FAN_OUT,
        "that is Glorot's variance: He divides by fan_in alone": GLOROT,
    }
    expect_uniform(expect_variance(he_uniform, (300, 200), HE, mistakes), HE)
with check("he_normal: 300 inputs, 200 outputs"):
    mistakes = {
        "the variance is 1 / fan_in: the numerator is 2": HE / 2,
        "the limit of the uniform form was taken for the deviation": HE * 3,
        "the variance was taken for the deviation: pass its root to rng.normal": HE**2,
        "the cut at two deviations took variance away: divide the deviation by 0.8796": HE * 0.774,
        "fan_out stands where fan_in belongs": FAN_OUT,
        "that is Glorot's variance: He divides by fan_in alone": GLOROT,
    }
    expect_normal(expect_variance(he_normal, (300, 200), HE, mistakes), HE)
### BEGIN HIDDEN TESTS
forms = {
    glorot_uniform: expect_uniform,
    glorot_normal: expect_normal,
    he_uniform: expect_uniform,
    he_normal: expect_normal,
}
with check("other numbers of inputs and outputs", weight=4):
    for initializer, expect_form in forms.items():
        for fans in ((40, 1500), (1500, 40), (250, 250)):
            want = 2 / (sum(fans) if initializer in (glorot_uniform, glorot_normal) else fans[0])
            expect_form(expect_variance(initializer, fans, want, {}, seed=2), want)
with check("all randomness comes from rng, and every weight has a draw of its own"):
    for initializer in forms:
        np.random.seed(1)
        once = drawn(initializer, 60, 50, seed=5)
        np.random.seed(2)
        again = drawn(initializer, 60, 50, seed=5)
        check.holds(
            np.array_equal(once, again), "equal generators gave different weights: take all randomness from rng"
        )
        other = drawn(initializer, 60, 50, seed=6)
        check.holds(not np.array_equal(once, other), "another rng gave the same weights: draw them from rng")
        # In single precision a few of 3,000 draws may coincide; a repeated row or column makes most of them equal.
        check.holds(len(np.unique(once)) > 2900, "weights repeat: draw one number for each, size=(fan_in, fan_out)")
        rng = np.random.default_rng(7)
        first, second = (np.asarray(initializer(60, 50, rng)) for _ in range(2))
        check.holds(
            not np.array_equal(first, second), "the same rng gave the same weights twice: make no rng of your own"
        )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A signal runs through 30 tanh layers. How large is it at the end if the weights have the deviation 0.01? And 1? What happens to a ReLU network with Glorot instead of He?

# %% tags=["demo"]
inits = {
    "N(0, 0.01²)": lambda fan_in, fan_out, rng: rng.normal(0, 0.01, (fan_in, fan_out)),
    "Glorot": lambda fan_in, fan_out, rng: glorot_normal(fan_in, fan_out, rng),
    "He": lambda fan_in, fan_out, rng: he_normal(fan_in, fan_out, rng),
    "N(0, 1)": lambda fan_in, fan_out, rng: rng.normal(0, 1, (fan_in, fan_out)),
}
with needs(glorot_normal, he_normal):
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharex=True)
    sizes = {}
    for ax, (name, activation) in zip(axes, {"tanh": tf.tanh, "ReLU": relu}.items(), strict=True):
        for init, draw in inits.items():
            _, sums = networks.forward(networks.draw_weights(draw, 30), tf.cast(x_train[:100], tf.float64), activation)
            size = np.array([np.sqrt(np.mean(activation(z).numpy() ** 2, axis=(1, 2))) for z in sums]).T
            sizes[name, init] = np.log10(size)
            plots.bands(ax, np.arange(1, 31), sizes[name, init], init)
        ax.set(title=name, xlabel="hidden layer")
    axes[0].set_ylabel("$\\log_{10}$ size of the activations (rms)")
    axes[0].legend(fontsize=8, loc="lower left")
    plots.show(
        figure,
        "Size of activations against layer. Left, tanh: with deviation 0.01 they fall by more than thirty powers of ten, "
        "with Glorot and He by about one or less, with deviation 1 they stick at one, saturated. Right, ReLU: He stays "
        "level, Glorot falls by a few powers of ten, deviation 0.01 falls by more than forty, and deviation 1 rises by more than fifteen.",
    )
    for init in inits:
        print(f"ReLU, {init:12} size after 30 layers: 10 to the power of {mean_interval(sizes['ReLU', init][:, -1])}")
    drift = np.abs(sizes["ReLU", "Glorot"][:, -1]) - np.abs(sizes["ReLU", "He"][:, -1])
    claim("with ReLU, He keeps the size better than Glorot", drift)

# %% [markdown]
# **Explain.** A ReLU passes half of the mean square on, so with Glorot each of these layers multiplies the size by $1/\sqrt2$: thirty layers, a factor of about $2^{-15}$. He's numerator 2 makes up for exactly that half. (Why is the interval of the claim so narrow? Both networks start from the same draws, and a ReLU passes a common factor through: the two sizes differ by the same factor for every seed.) With too small weights the signal dies on the way *forward* already. With too large ones a tanh saturates: its outputs are all near ±1, which looks healthy from outside, and its slope is near 0.
#
# Zero is not an option either: with all weights zero, all units of a layer stay equal for ever (Lab 1). Keras' `Dense` starts with `glorot_uniform`; with ReLU write `kernel_initializer="he_normal"`.

# %% [markdown]
# ## 3 · Activations that let the slope through  ·  25 min
#
# ReLU has slope 1 wherever it is active: no shrinking there. But where it is not, its slope is exactly 0. A unit whose sum is negative for *every* row of the data outputs 0 for all of them and gets no gradient from any, so its own weights never move again: a **dead ReLU**. One far too large step is enough to kill it. (In a deeper layer a change in the layers below may wake it by luck; in the first layer nothing can.)

# %% [markdown]
# ### Exercise 3 — `dead_relu_fraction`  ·  3 points
#
# Given the outputs of a ReLU layer for many rows, return the share of its units that are dead. Mind the difference: an active, healthy ReLU is zero for *many* rows; a dead one for *all*.


# %% nbgrader={"grade": false, "grade_id": "dead_relu_fraction", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dead_relu_fraction(activations):
    """Share of units that are 0 for every row.

    activations: (n, units) outputs of a ReLU layer, none negative.
    Returns a float between 0 and 1.
    """
    ### BEGIN SOLUTION
    return float(1 - np.mean(np.any(activations, axis=0)))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_dead_relu_fraction", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(dead_relu_fraction, points=3)

outputs = np.array([[0, 0, 0, 0, 2.0], [0, 1.5, 0, 0.5, 1.0], [0, 0.4, 0, 0.2, 0.3], [0, 0, 0, 0, 0]])
with check("two of five units are zero in all four rows"):
    check.expect(
        lambda: dead_relu_fraction(outputs.copy()),
        0.4,
        mistakes={
            "that is the share of zero entries: a dead unit is zero for every row": 0.65,
            "that is the share of units with some zero: a dead unit is zero for every row": 1.0,
            "that is the share of living units": 0.6,
            "that is the number of dead units: divide by the number of units": 2.0,
            "the dead units are divided by the number of rows: divide by the number of units": 0.5,
            "that is the share of rows without any output: look at columns": 0.25,
            "that is a percentage: return a share between 0 and 1": 40.0,
        },
    )
with check("a layer in which every unit is active for some row has no dead units"):
    check.expect(lambda: dead_relu_fraction(np.eye(4)), 0.0)
with check("the input is left alone"):
    check.unchanged(dead_relu_fraction, outputs)
### BEGIN HIDDEN TESTS
with check("units and rows are not confused"):
    wide = np.zeros((2, 8))
    wide[0, :5] = 1.0
    check.expect(
        lambda: dead_relu_fraction(wide.copy()),
        0.375,
        mistakes={"that is the share of rows without any output: look at columns": 0.5},
    )
with check("a very small output is an output"):
    check.expect(lambda: dead_relu_fraction(np.array([[0.0, 1e-3], [0.0, 0.0]])), 0.5)
with check("all dead, none dead, and a random layer"):
    check.expect(lambda: dead_relu_fraction(np.zeros((5, 3))), 1.0)
    check.expect(lambda: dead_relu_fraction(np.ones((5, 3))), 0.0)
    layer = np.maximum(np.random.default_rng(3).normal(-1.5, 1, (20, 50)), 0)
    check.expect(lambda: dead_relu_fraction(layer.copy()), sum(1 for unit in layer.T if not unit.any()) / 50)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Two hidden layers of 32 ReLUs, plain descent, He's start. From which learning rate on do units die, and what happens to the accuracy?

# %% tags=["demo"]
with needs(dead_relu_fraction, he_normal):
    rates = (0.03, 0.1, 0.3, 0.6, 1.0, 2.0)
    runs = networks.train(networks.draw_weights(he_normal, 2), relu, rates, epochs=5, batch_size=32)

    def dead_share(sums):
        """Dead units among all hidden units, (seeds,)."""
        both = np.maximum(np.concatenate(sums, axis=2), 0)
        return np.array([dead_relu_fraction(network) for network in both])

    dead = np.array([dead_share(sums) for _, _, sums in runs.values()]).T
    accuracy = np.array([accuracy[-1] for _, accuracy, _ in runs.values()]).T
    figure, ax = plt.subplots()
    plots.bands(ax, rates, dead, "share of dead units")
    plots.bands(ax, rates, accuracy, "validation accuracy")
    ax.set(xscale="log", xticks=rates, xticklabels=rates, xlabel="learning rate", ylabel="share", ylim=(-0.02, 1.02))
    ax.minorticks_off()
    ax.legend(loc="center left")
    plots.show(
        figure,
        "Up to a learning rate of 0.3 hardly any unit is dead and the accuracy is high; beyond, the share of dead units "
        "rises to nearly one, and the accuracy falls to chance.",
    )
    claim("ten times the rate, 1.0 instead of 0.1, leaves more units dead", dead[:, 4] - dead[:, 1])
    claim("and costs accuracy", accuracy[:, 1] - accuracy[:, 4])

# %% [markdown]
# **Explain.** A step that is too long throws a unit's bias or weights so far that no row of the data activates it any more, and from then on no gradient calls it back. The first cure is a smaller rate. A second one is an activation with some slope on the negative side.

# %% [markdown]
# ### Exercise 4 — `elu`  ·  4 points
#
# The **exponential linear unit** is linear for positive sums and bends smoothly to $-\alpha$ on the other side:
#
# $$\mathrm{elu}(z) = \begin{cases} z & z > 0 \\ \alpha\,(e^{z} - 1) & z \le 0 \end{cases} \qquad\qquad \mathrm{elu}'(z) = \begin{cases} 1 & z > 0 \\ \alpha\, e^{z} & z \le 0 \end{cases}$$
#
# Mind $e^z$ for large positive $z$: it overflows to infinity, and infinity times zero is `nan`. At $z = 0$ either value of the slope is accepted.


# %% nbgrader={"grade": false, "grade_id": "elu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def elu(z, alpha=1.0):
    """z where z > 0, alpha * (exp(z) - 1) elsewhere; z: array of any shape, alpha > 0. Returns an array like z."""
    ### BEGIN SOLUTION
    return np.maximum(z, 0) + alpha * np.expm1(np.minimum(z, 0))
    ### END SOLUTION


def elu_prime(z, alpha=1.0):
    """Derivative of elu at the input z (not at its output), an array like z."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, alpha * np.exp(-np.abs(z)))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_elu", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(elu, elu_prime, points=4)

z = np.array([-2.0, -0.5, 0.5, 3.0])
with check("elu at four places"):
    check.expect(
        lambda: elu(z.copy()),
        [np.exp(-2) - 1, np.exp(-0.5) - 1, 0.5, 3.0],
        rtol=1e-6,
        mistakes={
            "the 1 is missing: alpha * (exp(z) - 1)": [np.exp(-2), np.exp(-0.5), 0.5, 3.0],
            "that is a leaky ReLU": [-0.02, -0.005, 0.5, 3.0],
            "that is ReLU: the negative side is missing": [0.0, 0.0, 0.5, 3.0],
            "the two sides are swapped": [-2.0, -0.5, np.exp(0.5) - 1, np.exp(3) - 1],
            "the exponential stands on both sides": np.exp(z) - 1,
            "that is exp(-z): the exponent is z itself": [np.exp(2) - 1, np.exp(0.5) - 1, 0.5, 3.0],
            "the sign of the negative side is wrong: elu runs to -alpha": [1 - np.exp(-2), 1 - np.exp(-0.5), 0.5, 3.0],
        },
    )
with check("elu_prime at four places"):
    check.expect(
        lambda: elu_prime(z.copy()),
        [np.exp(-2), np.exp(-0.5), 1.0, 1.0],
        rtol=1e-6,
        mistakes={
            "that is elu itself": [np.exp(-2) - 1, np.exp(-0.5) - 1, 0.5, 3.0],
            "the slope of the negative side is alpha * exp(z), without the 1": [
                np.exp(-2) - 1,
                np.exp(-0.5) - 1,
                1.0,
                1.0,
            ],
            "on the positive side the slope is 1, not z": [np.exp(-2), np.exp(-0.5), 0.5, 3.0],
            "that is ReLU's slope": [0.0, 0.0, 1.0, 1.0],
            "the argument was taken for elu's output: it is the input z": [-1.0, 0.5, 1.0, 1.0],
            "the exponential stands on both sides": np.exp(z),
        },
    )
with check("no overflow: z = 1000 and z = -1000"):
    far = np.array([-1000.0, 1000.0])
    check.expect(lambda: elu(far.copy()), [-1.0, 1000.0])
    check.expect(lambda: elu_prime(far.copy()), [0.0, 1.0])
with check("the inputs are left alone"):
    check.unchanged(lambda z: (elu(z), elu_prime(z)), z.copy())
### BEGIN HIDDEN TESTS
with check("another alpha"):
    check.expect(
        lambda: elu(z.copy(), alpha=0.3),
        [0.3 * (np.exp(-2) - 1), 0.3 * (np.exp(-0.5) - 1), 0.5, 3.0],
        rtol=1e-6,
        mistakes={"alpha is ignored": [np.exp(-2) - 1, np.exp(-0.5) - 1, 0.5, 3.0]},
    )
    check.expect(
        lambda: elu_prime(z.copy(), 0.3),
        [0.3 * np.exp(-2), 0.3 * np.exp(-0.5), 1.0, 1.0],
        rtol=1e-6,
        mistakes={"alpha is ignored": [np.exp(-2), np.exp(-0.5), 1.0, 1.0]},
    )
with check("a whole layer equals Keras' elu"):
    layer = np.random.default_rng(5).normal(0, 3, (6, 5))
    check.expect(lambda: elu(layer.copy(), 0.7), keras.ops.elu(layer, 0.7).numpy(), rtol=1e-6)
with check("elu_prime agrees with central differences of Keras' elu"):
    reference = lambda z: keras.ops.elu(z, 0.7).numpy()
    slopes = (reference(layer + 1e-5) - reference(layer - 1e-5)) / 2e-5
    check.expect(lambda: elu_prime(layer.copy(), 0.7), slopes, rtol=1e-4)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A disaster has lowered every hidden bias by 3, so that most units are silent for all rows. Which of these recover by training on: ReLU, leaky ReLU with slope 0.01, ELU?

# %% tags=["demo"]
with needs(dead_relu_fraction, he_normal, elu):
    curve = np.linspace(-4, 2, 200)
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
    left.plot(curve, elu(curve), label="elu")
    left.plot(curve, elu_prime(curve), label="its slope")
    left.plot(curve, np.maximum(curve, 0), color="0.5", linestyle=":", label="ReLU")
    left.set(xlabel="z", ylim=(-1.2, 2.1))
    left.legend()
    revived = {}
    for name, activation in {"ReLU": relu, "leaky ReLU": lambda z: tf.nn.leaky_relu(z, 0.01), "ELU": tf.nn.elu}.items():
        _, accuracy, sums = networks.train(
            networks.draw_weights(he_normal, 2, bias=-3.0), activation, (0.1,), 12, batch_size=32
        )[0.1]
        plots.bands(right, np.arange(13), accuracy.T, name)
        revived[name] = accuracy[-1]
        print(f"{name:10} units silent for all rows after 12 epochs: {mean_interval(dead_share(sums))}")
    right.set(xlabel="epoch", ylabel="validation accuracy", ylim=(0, 1))
    right.legend()
    plots.show(
        figure,
        "Left: elu bends smoothly to minus one, and its slope fades but does not vanish below zero. Right: after the "
        "disaster the ReLU network stays at chance, the leaky one hardly moves, the ELU network learns to the end.",
    )
    claim("ELU recovers where ReLU stays dead", revived["ELU"] - revived["ReLU"])
    elu_runs = networks.train(networks.draw_weights(he_normal, 2), tf.nn.elu, (0.1, 1.0), 5, batch_size=32)
    moderate, large = (accuracy[-1] for _, accuracy, _ in elu_runs.values())
    print(f"ELU in the experiment before, accuracy at rate 0.1: {mean_interval(moderate)}, 1.0: {mean_interval(large)}")
    claim("the rate 1.0 costs ELU its accuracy too", moderate - large)

# %% [markdown]
# **Explain.** ELU's slope at $z = -3$ is $e^{-3} \approx 0.05$: little, but enough to climb back. Leaky ReLU's 0.01 pulls the same way with a fifth of that, and takes so much longer. This is a cure for *dead units*, not a licence for large rates: at the rate 1.0 of the experiment before, the ELU network breaks as well. ELU's second gift: its outputs have a mean nearer to 0.

# %% [markdown]
# ## 4 · A map of the disease  ·  15 min
#
# Now everything together: how much gradient reaches the *first* kernel, by depth, activation and initialization? Every field of the map is the mean of $\log_{10}$ of the norm over ten seeds: −3 means a thousandth, blue is vanishing, red is exploding. The last line is the bound $0.25^{\text{depth}}$ for the slopes of a sigmoid.
#
# > **Predict.** Which combinations stay near 0 at all depths? Where does a *sigmoid* network explode?

# %% tags=["demo"]
with needs(glorot_normal, he_normal):
    activations = {"sigmoid": tf.sigmoid, "tanh": tf.tanh, "ReLU": relu, "ELU": tf.nn.elu}
    bound = depths * np.log10(0.25)
    reach = {}
    figure, axes = plt.subplots(2, 2, figsize=(8, 5.6), sharex=True, sharey=True)
    for ax, (init, draw) in zip(axes.flat, inits.items(), strict=True):
        for name, activation in activations.items():
            norms = [
                networks.gradient_norms(networks.draw_weights(draw, int(depth)), activation)[0] for depth in depths
            ]
            reach[init, name] = np.log10(norms)
        table = np.array([*(reach[init, name].mean(axis=1) for name in activations), bound])
        picture = ax.imshow(table, cmap="RdBu_r", vmin=-12, vmax=12, aspect="auto")
        for (row, column), value in np.ndenumerate(table):
            colour = "white" if abs(value) > 7 else "black"
            ax.text(column, row, f"{value:.1f}", ha="center", va="center", fontsize=8, color=colour)
        ax.set(title=init, xticks=range(len(depths)), xticklabels=depths)
        ax.set_yticks(range(5), [*activations, "0.25^depth"])
        ax.axhline(3.5, color="black", linewidth=1)
        ax.grid(False)
    figure.supxlabel("depth (hidden layers)")
    figure.colorbar(picture, ax=axes, label="$\\log_{10}$ gradient norm of the first kernel", extend="both")
    plots.show(
        figure,
        "Four heat maps, one for each initialization, activations by depths 1 to 30. Deviation 0.01: everything vanishes, "
        "sigmoid most. Glorot: sigmoid follows the line 0.25 to the depth, ReLU fades slowly, tanh and ELU hold. He: ReLU "
        "holds at all depths. Deviation 1: ReLU and ELU explode, tanh more slowly, and sigmoid fades a little.",
    )
    sigmoid = reach["Glorot", "sigmoid"]
    claim(
        "sigmoid, Glorot: from 1 to 30 layers at least 0.25^29 is lost",
        29 * np.log10(0.25) - (sigmoid[-1] - sigmoid[0]),
    )
    claim("tanh at depth 30 with deviation 1 explodes", reach["N(0, 1)", "tanh"][-1] - reach["N(0, 1)", "tanh"][0])
    excess = reach["N(0, 1)", "sigmoid"][-1] - bound[-1]
    claim("with weights of deviation 1 the sigmoid network is far above 0.25^30", excess)

# %% [markdown]
# **Explain.** The bound speaks of the *slopes*. With Glorot's weights, which multiply by about 1, the measured gradient follows it. Weights of deviation 1 multiply by about $\sqrt{32} \approx 5.7$ per layer and beat the bound; but their sums are so large that most units are saturated, and what gets through comes from those that are not. So the sigmoid network explodes nowhere on this map. A norm near 1 is a good sign and no proof of learning.
#
# Good pairs: tanh or ELU with Glorot, ReLU with He. No initialization in this map saves the sigmoid: use it for the *output* of a yes-or-no question, and for gates (section 6), not for hidden layers. Batch normalization (Lab 3) restores the scale at every layer and every step, so it works on both diseases.

# %% [markdown]
# ## 5 · A way around: skip connections  ·  25 min
#
# A product of thirty factors is fragile. A **residual block** turns each factor into a sum: it *adds* its correction to what came in,
#
# $$h_{l+1} = h_l + F(h_l), \qquad \frac{\partial h_{l+1}}{\partial h_l} = I + F'(h_l).$$
#
# The $I$ is a road from the loss to every block that no weight can block. For $F$ we take $F(h) = W\,\mathrm{relu}(h) + b$; the addition needs $F(h)$ to have exactly the shape of $h$, so a `Dense` layer first brings the inputs to the common width.

# %% [markdown]
# ### Exercise 5 — `residual_mlp`  ·  6 points
#
# Build the network with Keras' functional style: `inputs = keras.Input((n_inputs,))`, then layers called on tensors (`h = layer(h)`), then `keras.Model(inputs, outputs)`. Tensors can be added with `+` or `keras.layers.Add()`. In order:
#
# 1. `Dense(width)` without activation, from the inputs to $h$;
# 2. `depth` blocks `h = h + Dense(width)(relu(h))` (`keras.layers.ReLU()` is the layer, `keras.ops.relu` the function), each with its **own** `Dense` layer;
# 3. `Dense(n_classes)` with softmax on relu(h).
#
# Give the kernels in the blocks the initializer `block_start(depth)` of the cell below: He's variance divided by `depth`. (Not checked, but you will see why.) The model need not be compiled.


# %% nbgrader={"grade": false, "grade_id": "block_start", "locked": true, "schema_version": 3, "solution": false, "task": false}
def block_start(depth):
    """The initializer for kernels in one of `depth` blocks: normal, of variance 2 / (depth * fan_in)."""
    return keras.initializers.VarianceScaling(2 / depth)


# %% nbgrader={"grade": false, "grade_id": "residual_mlp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def residual_mlp(n_inputs, width, depth, n_classes):
    """A Keras model (n, n_inputs) -> (n, n_classes) of class probabilities with `depth` additive blocks of `width` units."""
    ### BEGIN SOLUTION
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        h = h + keras.layers.Dense(width, kernel_initializer=block_start(depth))(keras.layers.ReLU()(h))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.layers.ReLU()(h))
    return keras.Model(inputs, outputs)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_residual_mlp", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(residual_mlp, points=6)
x = np.random.default_rng(9).normal(size=(6, 5))


def relu_of(h):
    return np.maximum(h, 0)


def softmax_rows(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def run_blocks(depth, active=(), n_inputs=5, width=7, n_classes=3):
    """A model's outputs for x, with weights of ours, and its first, last and inner kernels, all as arrays.

    All biases are zero; the first and the last kernel are random, and so are those in the `active` blocks; the others
    are zero.
    """
    model, inputs = residual_mlp(n_inputs, width, depth, n_classes), x[:, :n_inputs].astype("float32")
    check.holds(isinstance(model, keras.Model), "expected a Keras model: return keras.Model(inputs, outputs)")
    wanted = f"expected outputs of shape (n, n_classes) = (6, {n_classes})"
    check.holds(model(inputs).shape == (6, n_classes), f"{wanted}, got {model(inputs).shape}")
    kernels = [variable for variable in model.trainable_variables if len(variable.shape) == 2]
    first = next((kernel for kernel in kernels if kernel.shape[0] == n_inputs), None)
    last = next(kernel for kernel in kernels if kernel.shape[1] == n_classes)
    beginning = f"the first Dense layer must lead from the {n_inputs} inputs to {width} units"
    check.holds(first is not None and first.shape[1] == width, beginning)
    grown = f"{width} units must reach the last layer, not {last.shape[0]}"
    check.holds(last.shape[0] == width, f"{grown}: blocks add and keep the shape (concatenating changes it)")
    inner = [kernel for kernel in kernels if kernel is not first and kernel is not last]
    for variable in model.trainable_variables:
        if variable.name != "gamma":  # a normalization inside a block stays as it is
            variable.assign(np.zeros(variable.shape))
    running = [kernel for place, kernel in enumerate(inner) if place * depth // len(inner) in active]
    rng = np.random.default_rng(8)
    for kernel in (first, last, *running):
        kernel.assign(rng.normal(0, kernel.shape[0] ** -0.5, kernel.shape))
    outputs = model(inputs, training=False).numpy()
    return outputs, first.numpy(), last.numpy(), [kernel.numpy() for kernel in inner]


PASSES_NOTHING = "without their weights the blocks pass nothing on: add the block to its input, h = h + …"
with check("probabilities: one per class, each row sums to one", weight=0.5):
    outputs = run_blocks(3)[0]
    probable = np.allclose(outputs.sum(axis=1), 1, atol=1e-4) and (outputs >= 0).all()
    check.holds(probable, "the outputs are no probabilities (positive, each row with the sum 1): end with a softmax")
with check("every block has its own weights", weight=0.5):
    found = len(run_blocks(4)[3])
    check.holds(found > 0, "there are no kernels between the first and the last layer: add the blocks")
    check.holds(
        found >= 4, f"4 blocks hold {found} kernel(s) together: make a new Dense layer in every turn of the loop"
    )
    check.holds(found % 4 == 0, f"4 blocks hold {found} kernels together: each needs the same number")
with check("silent blocks (all weights zero) let the input through", weight=2):
    outputs, first, last, _ = run_blocks(4)
    check.holds(np.ptp(outputs, axis=0).max() > 1e-6, PASSES_NOTHING)
    h = x @ first
    # relu before the last layer as asked, or none there
    forms = [softmax_rows(relu_of(h) @ last), softmax_rows(h @ last)]
    check.expect(
        outputs,
        min(forms, key=lambda form: np.abs(form - outputs).max()),
        rtol=1e-4,
        mistakes={
            "each block halves its input: add, do not average": softmax_rows(relu_of(h) / 2**4 @ last),
            "each block doubles its input: add h once": softmax_rows(relu_of(h) * 2**4 @ last),
        },
    )
with check("two blocks: each added, with a relu in it"):
    outputs, first, last, inner = run_blocks(2, active=(0, 1))
    check.holds(inner, "there are no kernels between the first and the last layer: add the blocks")
    if len(inner) == 2:  # with more layers in a block there is more than one right form

        def distance(*blocks):
            """To what two such blocks make of x, with a relu behind the first or before the last layer, or without."""
            results = []
            for block in blocks:
                for h in (x @ first, relu_of(x @ first)):
                    behind = block(block(h, inner[0]), inner[1])
                    results += [softmax_rows(behind @ last), softmax_rows(relu_of(behind) @ last)]
            return min(np.abs(result - outputs).max() for result in results)

        usual = {
            "the blocks are linear: put a relu into each, h = h + Dense(width)(relu(h))": [lambda h, W: h + h @ W],
            "the blocks are subtracted: add them": [
                lambda h, W: h - relu_of(h) @ W,
                lambda h, W: h - relu_of(h @ W),
            ],
            "the blocks are not added to their inputs: h = h + Dense(width)(relu(h))": [
                lambda h, W: relu_of(h) @ W,
                lambda h, W: relu_of(h @ W),
            ],
            "a relu stands on the road past the blocks: add to h itself, h = h + Dense(width)(relu(h))": [
                lambda h, W: relu_of(h) + relu_of(h) @ W,
                lambda h, W: relu_of(h + relu_of(h) @ W),
            ],
        }
        for mistake, blocks in usual.items():
            check.holds(distance(*blocks) > 0.005, mistake)
        right = distance(lambda h, W: h + relu_of(h) @ W, lambda h, W: h + relu_of(h @ W))
        check.holds(
            right < 0.005,  # room for a normalization in the block
            "these are not the outputs of two blocks h = h + Dense(width)(relu(h)), each adding to what the one before left",
        )
### BEGIN HIDDEN TESTS
with check("each block alone adds something", weight=2):
    silent = run_blocks(4)[0]
    for block in range(4):
        lost = f"what block {block + 1} of 4 adds is lost on its way: each block adds to what the block before it left"
        check.holds(np.abs(run_blocks(4, active=(block,))[0] - silent).max() > 1e-6, lost)
with check("other sizes: one block, many blocks"):
    for depth, width, n_inputs, n_classes in ((1, 4, 3, 2), (12, 6, 5, 8)):
        outputs, _, _, inner = run_blocks(depth, (), n_inputs, width, n_classes)
        wrong_number = f"{depth} block(s) hold {len(inner)} kernel(s) together: expected the same number in each"
        check.holds(inner and len(inner) % depth == 0, wrong_number)
        check.expect(outputs.sum(axis=1), np.ones(6), rtol=1e-5)
        check.holds(np.ptp(outputs, axis=0).max() > 1e-6, PASSES_NOTHING)
with check("two models share nothing", weight=0.5):
    one, two = (residual_mlp(5, 7, 2, 3) for _ in range(2))
    check.holds(isinstance(one, keras.Model), "expected a Keras model: return keras.Model(inputs, outputs)")
    shared = {id(variable) for variable in one.variables} & {id(variable) for variable in two.variables}
    check.holds(not shared, "two models share weights: make all layers inside the function")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Depth 30, ReLU, He's start. The skips turn each factor into $I + F'$. Will the gradient at the first layer be smaller than without them, equal, or larger? What does dividing the variance by the depth change?

# %% tags=["demo"]
DEPTH = 30
with needs(glorot_normal, he_normal):
    # The first and the last kernel stay as they are; those between make the layers or blocks.
    scaled, start_biases = networks.draw_weights(he_normal, DEPTH)
    scaled[1:-1] = [kernel / np.sqrt(DEPTH) for kernel in scaled[1:-1]]
    deep = {
        "plain, Glorot": (networks.draw_weights(glorot_normal, DEPTH), False),
        "plain, He": (networks.draw_weights(he_normal, DEPTH), False),
        "residual, He": (networks.draw_weights(he_normal, DEPTH), True),
        "residual, He / depth": ((scaled, start_biases), True),
    }

    def likeness(weights, skip):
        """Mean cosine between the last hidden activations of a hundred images, (seeds,)."""
        _, sums = networks.forward(weights, tf.cast(x_train[:100], tf.float64), relu, skip)
        directions = tf.math.l2_normalize(relu(sums[-1]), axis=2)
        return np.sum(np.mean(directions, axis=1) ** 2, axis=1)

    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
    epochs, rates, reached, alike = 3, (0.01, 0.03, 0.1), {}, {}
    for name, (weights, skip) in deep.items():
        plots.bands(left, np.arange(1, DEPTH + 2), np.log10(networks.gradient_norms(weights, relu, skip)).T, name)
        runs = networks.train(weights, relu, rates, epochs, skip)
        rate = min(runs, key=lambda rate: np.nan_to_num(runs[rate][0][-1].mean(), nan=np.inf))
        loss, accuracy, _ = runs[rate]
        plots.bands(right, np.arange(epochs + 1), loss.T, name)
        reached[name], alike[name] = loss[-1], likeness(weights, skip)
        finite = f"{np.isfinite(loss[-1]).sum()} of {len(SEEDS)} runs finite"
        print(f"{name:21} best rate {rate:g}: {finite}, validation accuracy {mean_interval(accuracy[-1])}")
        print(f"{'':21} before training, cosine between two images at the end: {mean_interval(alike[name])}")
    left.set(xlabel="layer", ylabel="$\\log_{10}$ norm of the kernel's gradient")
    right.set(xlabel="epoch", ylabel="training loss (nats)", ylim=(0, 5), xticks=range(epochs + 1))
    figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=4, fontsize=8)
    plots.show(
        figure,
        "Left: gradient norm by layer at depth 30; plain Glorot lies more than four powers of ten below plain He, "
        "the unscaled residual network as far above it, the scaled one near it. Right: training loss; plain Glorot stays where it "
        "starts, plain He creeps, the unscaled residual network is lost, the scaled one falls quickly.",
    )
    claim("the scaled residual network ends below plain He", reached["plain, He"] - reached["residual, He / depth"])
    claim("plain He ends below plain Glorot", reached["plain, Glorot"] - reached["plain, He"])
    difference = alike["plain, He"] - alike["residual, He / depth"]
    claim("thirty plain layers make images more alike than thirty scaled blocks", difference)

# %% [markdown]
# **Explain.** Plain with Glorot: vanished; the loss stands still. Plain with He: the *norm* of the gradient is right, and yet the network learns slowly. The printed cosines show why: behind thirty random ReLU layers two different images point almost the same way, so there is little left to tell them by. The scaled skips keep the inputs in sight.
#
# But look at the third network. A sum of thirty corrections of full size *grows*: the size doubles (in the mean square) with each block. **Skips cure vanishing, and by themselves they bring on exploding.** Divided by the depth, thirty corrections multiply the mean square by $(1 + 1/30)^{30} \approx e$, not by $2^{30}$. Practical residual networks get the same from batch normalization inside the block, or from a last layer that starts at zero.
#
# Here is *your* model, measured by your function of exercise 1.

# %% tags=["demo"]
with needs(residual_mlp, layer_gradient_norms):
    model = residual_mlp(x_train.shape[1], WIDTH, DEPTH, 10)
    norms = layer_gradient_norms(model, keras.losses.SparseCategoricalCrossentropy(), x_train[:32], y_train[:32])
    print(f"residual_mlp with {DEPTH} blocks: {len(norms)} kernels, {model.count_params():,} parameters")
    print(f"gradient norms: first layer {norms[0]:.2g}, smallest {min(norms):.2g}, largest {max(norms):.2g}")

# %% [markdown]
# ## 6 · Depth in time: recurrent networks  ·  20 min
#
# A recurrent network reads a sequence step by step and keeps a state: $h_t = \tanh(x_t W_x + h_{t-1} W_h + b)$. Unrolled over 30 steps it is a network of depth 30, with the *same* matrix $W_h$ at each layer; so the product of factors is close to a power, and it vanishes or explodes even more reliably.
#
# The **LSTM** keeps a second state, the cell $c_t$, that is *added* to, like a residual block:
#
# $$c_t = f_t \odot c_{t-1} + i_t \odot g_t, \qquad h_t = o_t \odot \tanh(c_t)$$
#
# What is new, $g_t$, is a tanh of inputs and $h_{t-1}$ as before; the **gates** $i_t$ (input), $f_t$ (forget) and $o_t$ (output) are sigmoids of the same two, each with weights of its own. Along the road of the cell one step back costs only the factor $f_t$. If the forget gate stands open ($f_t$ near 1), the slope passes. Whether it does is a matter of its bias: at bias 0 it stands at one half on average, and $0.5^{30} \approx 10^{-9}$.
#
# > **Predict.** The class is shown at the first of 30 steps, the rest is noise, and the answer is due at the end. How much gradient reaches step 1 in a recurrent network? In an LSTM with forget bias 0, 1 (Keras' default), 3? And what does the LSTM do if $W_h$ is far too large (the *gain* in the right figure is $\sqrt{\text{units} \cdot \mathrm{Var}(W_h)}$)?

# %% tags=["demo"]
STEPS, UNITS = 30, 24


def recurrent_weights(cell, gain=1.0, forget_bias=0.0):
    """Kernels for inputs, state and output, and the bias, of all seeds; W_h has the variance gain² / UNITS."""
    width = 4 * UNITS if cell == "LSTM" else UNITS
    sizes = [(0.7, (2, width)), (gain / np.sqrt(UNITS), (UNITS, width)), (0.2, (UNITS, 1))]
    rngs = [np.random.default_rng(seed) for seed in SEEDS]
    kernels = [np.stack([rng.normal(0, deviation, shape) for rng in rngs]) for deviation, shape in sizes]
    bias = np.zeros((len(rngs), 1, width))
    bias[:, :, UNITS : 2 * UNITS] = forget_bias  # the second quarter is the forget gate's; a plain cell has none
    return [array.astype("float32") for array in (*kernels, bias)]


def read_sequence(cell, weights, x):
    """Sequences (seeds, n, STEPS, 2) -> logits after the last step, (seeds, n)."""
    input_kernel, state_kernel, output_kernel, bias = weights
    h = c = tf.zeros((len(SEEDS), x.shape[1], UNITS))
    for t in range(STEPS):
        z = x[:, :, t] @ input_kernel + h @ state_kernel + bias
        if cell == "LSTM":
            i, f, g, o = tf.split(z, 4, axis=2)
            c = tf.sigmoid(f) * c + tf.sigmoid(i) * tf.tanh(g)
            h = tf.sigmoid(o) * tf.tanh(c)
        else:
            h = tf.tanh(z)
    return (h @ output_kernel)[:, :, 0]


def memory_task(rngs, n=32):
    """Noise in the first input; the second one is +1 or -1 at the first step and 0 later. The label is that sign."""
    labels = np.stack([rng.integers(0, 2, n) for rng in rngs])
    x = np.zeros((len(rngs), n, STEPS, 2), "float32")
    x[..., 0] = np.stack([rng.normal(size=(n, STEPS)) for rng in rngs])
    x[:, :, 0, 1] = 2 * labels - 1
    return tf.constant(x), tf.constant(labels, tf.float32)


def gradient_by_step(cell, weights):
    """log10 of the norm of the loss gradient of the inputs of each step, (seeds, STEPS)."""
    x, y = memory_task([np.random.default_rng(seed) for seed in SEEDS])
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = tf.nn.sigmoid_cross_entropy_with_logits(y, read_sequence(cell, weights, x))
    gradients = tf.cast(tape.gradient(loss, x), tf.float64)
    return np.log10(tf.norm(gradients, axis=(1, 3)).numpy())


# %% tags=["demo"]
readers = {"recurrent": ("recurrent", 0)} | {f"LSTM, forget bias {bias}": ("LSTM", bias) for bias in (0, 1, 3)}
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
faded, looks = {}, {}
for name, (cell, bias) in readers.items():
    slopes = gradient_by_step(cell, recurrent_weights(cell, 1, bias))
    line = plots.bands(left, np.arange(1, STEPS + 1), slopes, name)
    looks[name] = {"color": line.get_color(), "linestyle": line.get_linestyle()}
    faded[name] = slopes[:, 0] - slopes[:, -1]
    print(f"{name:20} first step / last step: 10 to the power of {mean_interval(faded[name])}")
gains, growth = (0.5, 1, 2, 4, 8, 16), {}
for name in ("recurrent", "LSTM, forget bias 3"):
    cell, bias = readers[name]
    slopes = np.array([gradient_by_step(cell, recurrent_weights(cell, gain, bias)) for gain in gains])
    growth[name] = (slopes[:, :, 0] - slopes[:, :, -1]).T
    plots.bands(right, gains, growth[name], name, **looks[name])
left.set(xlabel="time step", ylabel="$\\log_{10}$ norm of the input's gradient")
figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=4, fontsize=8)
right.axhline(0, color="0.5", linewidth=1, linestyle=":")
right.set(xscale="log", xticks=gains, xticklabels=gains, xlabel="gain: size of the state's weights")
right.set_ylabel("$\\log_{10}$ (first step / last step)")
right.minorticks_off()
plots.show(
    figure,
    "Left: gradient by time step. In the recurrent network and in the LSTM with forget bias 0 it falls by several powers of "
    "ten towards the first step, with bias 1 by about two, with bias 3 it is level. Right: first over last step "
    "against gain. Small gains: the recurrent network vanishes, the LSTM does not. Large gains: both explode, the LSTM later.",
)
claim(
    "at gain 1 the LSTM with an open gate keeps more than the recurrent network",
    faded["LSTM, forget bias 3"] - faded["recurrent"],
)
claim("with the gate half closed (bias 0) it keeps less", faded["recurrent"] - faded["LSTM, forget bias 0"])
claim("at gain 16 the LSTM explodes too: first step above last step", growth["LSTM, forget bias 3"][:, -1])
difference = growth["recurrent"] - growth["LSTM, forget bias 3"]
claim("at gain 4 it explodes less than the recurrent network", difference[:, 3])

# %% [markdown]
# And does it matter for learning? The same task, trained with Adam on fresh sequences.


# %% tags=["demo"]
def learn_to_remember(cell, weights, steps=80, rate=0.01):
    """Accuracy on each fresh batch before its step, (steps, seeds)."""
    variables, optimizer = [tf.Variable(array) for array in weights], keras.optimizers.Adam(rate)
    optimizer.build(variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            logits = read_sequence(cell, variables, x)
            losses = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(y, logits), axis=1)
        optimizer.apply(tape.gradient(losses, variables))
        return tf.reduce_mean(tf.cast((logits > 0) == (y > 0.5), tf.float32), axis=1)

    rngs = [np.random.default_rng(seed) for seed in SEEDS]
    return np.array([step(*memory_task(rngs)) for _ in range(steps)])


figure, ax = plt.subplots()
remembered = {}
for name in ("recurrent", "LSTM, forget bias 3"):
    cell, bias = readers[name]
    hits = learn_to_remember(cell, recurrent_weights(cell, 1, bias))
    hits = hits.reshape(-1, 10, len(SEEDS)).mean(axis=1)
    plots.bands(ax, 10 * np.arange(1, len(hits) + 1), hits.T, name, **looks[name])
    remembered[name] = hits[-1]
ax.axhline(0.5, color="0.5", linewidth=1, linestyle=":", label="chance")
ax.set(xlabel="step of training", ylabel="accuracy (mean of 10 batches)", ylim=(0.4, 1.02))
ax.legend(loc=(0.6, 0.6))
plots.show(
    figure,
    "The LSTM with an open forget gate learns to remember within some dozens of steps; the recurrent network stays far behind, in most runs at chance.",
)
claim("after 80 steps the LSTM remembers better", remembered["LSTM, forget bias 3"] - remembered["recurrent"])

# %% [markdown]
# **Explain.** "LSTM" alone is no cure: with the gate half closed it forgets even faster than the plain network. (It keeps more than $0.5^{30}$, because the gates move with the inputs and $h$ is a second road.) Keras opens it a little (`unit_forget_bias=True`, bias 1). For long memories start it further open. And the cell is only *one* road: through the gates and $h_{t-1}$ run others, with the factor $W_h$ at every step, and nothing bounds *them*. With large weights the LSTM explodes later than the plain network, by some powers of ten less, but it does explode. It is a cure for vanishing; against exploding it is a delay, and one clips.

# %% [markdown]
# ### Written answer 1  ·  3 points
#
# A text lists the LSTM among the cures for *exploding* gradients. Explain in three or four sentences what the cell state does for the gradient, why that concerns vanishing, and why large weights can still make the gradient of an LSTM explode. Use a number from your figures.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_lstm", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** The cell is carried on by addition, $c_t = f_t c_{t-1} + i_t g_t$, so one step back along the cell costs only the factor $f_t$. With the gate open it is near 1 and the slope survives thirty steps, where the plain network lost several powers of ten: that is a cure for vanishing. But the gates depend on $h_{t-1}$ through $W_h$, and along these roads every step multiplies by $W_h$ as before. With large weights (gain 16) the gradient of the first step was many powers of ten above that of the last: less than in the plain network, but exploded all the same; against that one clips.
#
# **Rubric**
# - 1 point: the cell is added to, one step back costs the factor $f_t$, near 1 if the gate is open.
# - 1 point: hence it acts on *vanishing* (half a point), with a number read off the figures or the printed lines (half a point).
# - 1 point: the roads through the gates and $h_{t-1}$ still contain $W_h$ at every step, so that large weights make it explode. "Later or less than the plain network" is right and not required; "it cannot explode" earns nothing here.
# ### END SOLUTION

# %% [markdown]
# ## 7 · Exploding loss and clipping  ·  20 min
#
# When gradients explode, a single step throws the weights somewhere else, the next gradient is larger still, and after a few steps the loss reads `nan`. **Clipping** keeps a step from being longer than you allow. There are three forms; Keras' optimizers have all of them:
#
# | form | what it limits | in Keras |
# |---|---|---|
# | by value | every *entry* to $[-c, c]$ | `SGD(clipvalue=c)` |
# | by norm | the L2 norm of every *array*: $g \leftarrow g \cdot \min(1, c / \lVert g\rVert)$ | `SGD(clipnorm=c)` |
# | by global norm | the L2 norm of *all arrays together*, $\sqrt{\sum_k \lVert g_k\rVert^2}$, all by one factor | `SGD(global_clipnorm=c)` |
#
# Clipping by value bends the direction of the step; by norm it keeps the direction of each array but not their proportions; by global norm it keeps the direction of the whole step, only shorter. A gradient that is small enough stays exactly as it is.

# %% [markdown]
# ### Exercise 6 — `clipping`  ·  6 points
#
# Write the three. A gradient may be all zeros: make sure that no `nan` comes of it (a tiny number in the denominator, up to $10^{-6}$, does no harm).


# %% nbgrader={"grade": false, "grade_id": "clipping", "locked": false, "schema_version": 3, "solution": true, "task": false}
def clip_by_value(grads, limit):
    """Every entry limited to [-limit, limit]; grads: list of arrays of any shapes, limit > 0. Returns a list of new arrays."""
    ### BEGIN SOLUTION
    return [np.clip(grad, -limit, limit) for grad in grads]
    ### END SOLUTION


def clip_by_norm(grads, max_norm):
    """Every array shortened to the L2 norm max_norm > 0 if it is longer, each on its own. Returns a list of new arrays."""
    ### BEGIN SOLUTION
    return [grad * (max_norm / max(np.sqrt(np.sum(grad**2)), max_norm)) for grad in grads]
    ### END SOLUTION


def clip_by_global_norm(grads, max_norm):
    """All arrays shortened by one factor if their common L2 norm is larger than max_norm > 0. Returns a list of new arrays."""
    ### BEGIN SOLUTION
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_clipping", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(clip_by_value, clip_by_norm, clip_by_global_norm, points=6)


def copies(arrays):
    """Copies to hand out, so that a function that changes its arguments spoils one check and not all."""
    return [array.copy() for array in arrays]


matrix, vector = np.array([[3.0, 0.0], [-2.0, 6.0]]), np.array([0.6, -0.8])  # norms 7 and 1, together sqrt(50)
with check("by value: every entry between -2.5 and 2.5"):
    check.expect(
        lambda: clip_by_value(copies([matrix, vector]), 2.5),
        [np.array([[2.5, 0.0], [-2.0, 2.5]]), vector],
        mistakes={
            "negative entries lost their sign": [np.array([[2.5, 0.0], [2.0, 2.5]]), np.abs(vector)],
            "small entries were enlarged too": [2.5 * np.sign(matrix), 2.5 * np.sign(vector)],
            "that is clipping by norm": [matrix * 2.5 / 7, vector],
            "entries beyond the limit were set to zero: set them to the limit": [
                np.array([[0.0, 0.0], [-2.0, 0.0]]),
                vector,
            ],
        },
    )
    check.expect(
        lambda: clip_by_value([np.array([-4.0, 1.0])], 2.5),
        [np.array([-2.5, 1.0])],
        mistakes={"only the upper side is clipped": [np.array([-4.0, 1.0])]},
    )
with check("by norm: the long array is shortened, the short one stays"):
    check.expect(
        lambda: clip_by_norm(copies([matrix, vector]), 3.5),
        [matrix / 2, vector],
        rtol=1e-6,
        mistakes={
            "small gradients were scaled up: shorten only what is longer than max_norm": [matrix / 2, vector * 3.5],
            "that is the global norm: here each array has its own": [matrix * 3.5 / 50**0.5, vector * 3.5 / 50**0.5],
            "the norm was taken as the sum of absolute values": [matrix * 3.5 / 11, vector],
            "the root of the norm is missing": [matrix * 3.5 / 49, vector],
            "the norm of the matrix is not its spectral norm (ord=2): take the root of the sum of all squares": [
                matrix * 3.5 / np.linalg.norm(matrix, 2),
                vector,
            ],
            "divided by the norm, but not multiplied by max_norm": [matrix / 7, vector],
            "that is clipping by value": [np.clip(matrix, -3.5, 3.5), vector],
            "the factor is upside down: max_norm / norm": [matrix * 2, vector],
        },
    )
with check("by global norm: one factor for all"):
    shrink = 3.5 / np.sqrt(50)
    check.expect(
        lambda: clip_by_global_norm(copies([matrix, vector]), 3.5),
        [matrix * shrink, vector * shrink],
        rtol=1e-6,
        mistakes={
            "every array was clipped on its own: one norm and one factor for all": [matrix / 2, vector],
            "the norms were added: the global norm is the root of the sum of their squares": [
                matrix * 3.5 / 8,
                vector * 3.5 / 8,
            ],
            "the squares were averaged: the global norm is the root of their sum": [matrix * 0.7, vector * 0.7],
            "the root of the norm is missing": [matrix * 3.5 / 50, vector * 3.5 / 50],
            "the largest norm was taken: all arrays count together": [matrix / 2, vector / 2],
            "the norm was taken as the sum of absolute values": [matrix * 3.5 / 12.4, vector * 3.5 / 12.4],
            "divided by the norm, but not multiplied by max_norm": [matrix / 50**0.5, vector / 50**0.5],
        },
    )
with check("short gradients stay as they are, zeros too"):
    zeros = np.zeros(3)
    scaled_up = [matrix * 10 / 50**0.5, vector * 10 / 50**0.5, zeros]
    for clip_form in (clip_by_value, clip_by_norm, clip_by_global_norm):
        check.expect(
            lambda clip_form=clip_form: clip_form(copies([matrix, vector, zeros]), 10.0),
            [matrix, vector, zeros],
            rtol=1e-6,
            mistakes={
                "0 / 0: a gradient of zeros has the norm 0": [matrix, vector, np.full(3, np.nan)],
                "small gradients were scaled up: shorten only what is longer than the limit": scaled_up,
            },
        )
        check.expect(lambda clip_form=clip_form: clip_form([np.zeros(2)], 1.0), [np.zeros(2)])
with check("the inputs are left alone"):
    for clip_form in (clip_by_value, clip_by_norm, clip_by_global_norm):
        check.unchanged(lambda matrix, vector, clip_form=clip_form: clip_form([matrix, vector], 0.5), matrix, vector)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(11)
shapes = ((4, 6), (6,), (6, 3), (3,), (2, 2, 2))
grads = [scale * rng.normal(size=shape) for shape, scale in zip(shapes, (3.0, 0.1, 1.0, 0.01, 0.5), strict=True)]
common_norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
oracles = {
    clip_by_value: lambda limit: [tf.clip_by_value(grad, -limit, limit).numpy() for grad in grads],
    clip_by_norm: lambda limit: [tf.clip_by_norm(grad, limit).numpy() for grad in grads],
    clip_by_global_norm: lambda limit: [grad.numpy() for grad in tf.clip_by_global_norm(grads, limit)[0]],
}
for clip_form, oracle in oracles.items():
    with check(f"{clip_form.__name__} equals TensorFlow's on five arrays and four limits"):
        for limit in (0.05, 1.0, 2.5, 100.0):
            check.expect(
                lambda clip_form=clip_form, limit=limit: clip_form(copies(grads), limit),
                oracle(limit),
                rtol=1e-4,  # room for a small number in the denominator
            )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Ten ReLU layers start with weights 1.6 times too large. Which of the three forms lets plain descent survive? And would a better initialization have been enough?


# %% tags=["demo"]
def descend_clipped(weights, clip, rate=0.1, steps=80, batch_size=32):
    """Plain descent, the gradients of each seed's network clipped on their own; loss before each step, (steps, seeds)."""
    kernels, biases = ([tf.Variable(array, dtype=tf.float32) for array in arrays] for arrays in weights)

    @tf.function
    def slopes(rows):
        with tf.GradientTape() as tape:
            losses = networks.losses((kernels, biases), rows, relu)
        return losses, tape.gradient(losses, kernels + biases)

    rngs, costs = [np.random.default_rng(seed) for seed in SEEDS], []
    for _ in range(steps):
        losses, gradients = slopes(tf.constant([rng.permutation(len(x_train))[:batch_size] for rng in rngs]))
        costs.append(losses)
        arrays = [gradient.numpy() for gradient in gradients]
        clipped = [clip([array[place] for array in arrays]) for place in range(len(rngs))]
        for variable, parts in zip(kernels + biases, zip(*clipped, strict=True), strict=True):
            variable.assign_sub(rate * np.stack(parts).astype("float32"))
    return np.array(costs)


with needs(he_normal, clip_by_value, clip_by_norm, clip_by_global_norm):
    too_large = lambda fan_in, fan_out, rng: 1.6 * he_normal(fan_in, fan_out, rng)
    treatments = {
        "nothing": (too_large, list),
        "by value, 0.1": (too_large, lambda grads: clip_by_value(grads, 0.1)),
        "by norm, 1": (too_large, lambda grads: clip_by_norm(grads, 1.0)),
        "by global norm, 5": (too_large, lambda grads: clip_by_global_norm(grads, 5.0)),
        "He's start, no clipping": (he_normal, list),
    }
    figure, ax = plt.subplots()
    early_losses = {}
    for name, (draw, clip) in treatments.items():
        costs = descend_clipped(networks.draw_weights(draw, 10), clip)
        early_losses[name] = costs[15:25].mean(axis=0)
        lost = np.isnan(costs[-1]).sum()
        print(f"{name:24} nan after 80 steps: {lost} of {len(SEEDS)} networks")
        plots.bands(ax, np.arange(1, 81), np.log10(costs).T, name)
    ax.set(xlabel="step", ylabel="$\\log_{10}$ loss (nats)", ylim=(-0.2, 4))
    ax.legend(fontsize=8, ncols=2)
    plots.show(
        figure,
        "Loss by step. Without treatment the curve leaves the figure upwards after the first step; each form of clipping "
        "brings the loss down by two powers of ten; He's start without clipping begins low and falls first.",
    )
    best_clipped = np.minimum.reduce([early_losses[name] for name in treatments if name.startswith("by")])
    claim(
        "around step 20 He's start is ahead of all three clipped runs",
        best_clipped - early_losses["He's start, no clipping"],
    )

# %% [markdown]
# **Explain.** All three forms keep the network alive. None of them is a substitute for a good start: clipping limits the *harm* of an explosion, and the clipped networks spend their first steps on getting where He's start begins. Keep the limit above the usual norm of the gradient (print it for a while!): clipping that works at every step is only a smaller learning rate, and clipping by value at every step is nearly "the sign of the gradient".

# %% [markdown]
# ## 8 · Which cure for which disease?  ·  15 min
#
# Lists of cures get mixed up easily. So here are two patients and some treatments, measured: the gradient norm of the first kernel, as a power of ten. Patient V has 20 sigmoid layers with Glorot's start. Patient E has 20 ReLU layers whose weights are 1.5 times He's.

# %% tags=["demo"]
with needs(glorot_normal, he_normal, clip_by_global_norm):
    sick = lambda fan_in, fan_out, rng: 1.5 * he_normal(fan_in, fan_out, rng)
    patients = {"V": (glorot_normal, tf.sigmoid), "E": (sick, relu)}

    def normalized(z):
        """Sums (seeds, n, units) scaled to mean 0 and variance 1 over the batch, as batch normalization does at the start."""
        mean, variance = tf.nn.moments(z, axes=[1], keepdims=True)
        return (z - mean) / tf.sqrt(variance + 1e-3)

    def reaches(draw, activation, depth=20, **options):
        """Gradient norm of the first kernel, (seeds,)."""
        return networks.gradient_norms(networks.draw_weights(draw, depth), activation, **options)[0]

    def clipped(draw, activation):
        """The same after clipping all kernels' gradients to the global norm 1 (here each kernel stands for its norm)."""
        norms = networks.gradient_norms(networks.draw_weights(draw, 20), activation)
        return np.array([clip_by_global_norm(list(network[:, None]), 1.0)[0][0] for network in norms.T])

    treatments = {
        "no treatment": reaches,
        "batch of 4 instead of 32": lambda draw, f: reaches(draw, f, rows=4),
        "5 layers instead of 20": lambda draw, f: reaches(draw, f, depth=5),
        "ReLU with He's start": lambda draw, f: reaches(he_normal, relu),
        "skip connections": lambda draw, f: reaches(draw, f, skip=True),
        "batch normalization": lambda draw, f: reaches(draw, lambda z: f(normalized(z))),
        "clipping, global norm 1": clipped,
    }
    outcome = {
        treatment: {name: np.log10(measure(*patient)) for name, patient in patients.items()}
        for treatment, measure in treatments.items()
    }
    outcomes = pd.DataFrame(outcome).T.map(lambda powers: str(mean_interval(powers)))
    print(outcomes.rename(columns="{}: log10 norm".format).to_string())

    def change(patient, treatment):
        """Powers of ten by which a treatment raises the norm, (seeds,)."""
        return outcome[treatment][patient] - outcome["no treatment"][patient]

    for treatment in ("5 layers instead of 20", "ReLU with He's start", "batch normalization"):
        claim(f"vanishing: {treatment} helps", change("V", treatment))
        claim(f"exploding: {treatment} helps", -change("E", treatment))
    claim("vanishing: skip connections help", change("V", "skip connections"))
    claim("exploding: skip connections make it worse", change("E", "skip connections"))
    claim("exploding: clipping helps", -change("E", "clipping, global norm 1"))
    claim("a smaller batch does not: its norms are larger", change("E", "batch of 4 instead of 32"))

# %% [markdown]
# **Explain.** What the numbers, sections 3 to 7 and Lab 3 say together:
#
# | treatment | vanishing | exploding |
# |---|---|---|
# | fewer layers | helps | helps: fewer factors, whatever their size. But you give the depth away |
# | variance of the initial weights (Glorot, He) | helps, if the activation lets it (the sigmoid does not) | helps |
# | ReLU, ELU instead of sigmoid | helps | no: it removes a brake |
# | skip connections | help | no: without scaling they make it worse |
# | LSTM instead of a plain recurrent cell | helps, if the forget gate is open | delays it: less, but with large weights it explodes too |
# | batch normalization | helps | helps, not all the way: it levels the signals, and the gradient stays somewhat large |
# | clipping | no: it never makes a gradient longer | helps: it limits the harm |
# | smaller learning rate | no | shorter steps, same gradients; it may save the run |
# | smaller batches | no: the batch is not a factor of the product | no: a *noisier* mean has even a slightly larger norm |
# | faster hardware (GPUs) | no | no |
#
# The last line needs a word, because fast hardware did bring deep learning back: a GPU computes the *same* gradients sooner. If the first layer needs a million steps it will get them in an hour instead of a month. That shortens the wait; the gradient at layer 1 is as small as before.

# %% [markdown]
# ### Written answer 2  ·  4 points
#
# A colleague trains a network of 20 sigmoid layers; the loss does not move. He reports: "Exploding gradients, I read that fewer layers, smaller batches and an LSTM help, and we have ordered a GPU." The gradient norms are 0.3 at the output and $10^{-12}$ at the first layer. Write to him: which disease is it, what does each of his four ideas do about it, and what would you change first?

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_cures", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** The gradient is tiny at the first layer: it vanishes, it does not explode. Fewer layers would help (fewer factors below 1/4), at the price of depth. Smaller batches change the noise of the gradient and the number of steps, not the product of factors: no help. An LSTM is for sequences; its additive cell is a cure for vanishing over *time*, not over layers of a feed-forward network. The GPU computes the same tiny gradients faster: shorter waiting, same disease. I would first replace the sigmoids by ReLU with He's initialization (or ELU), then add batch normalization or scaled skip connections if the depth is needed, and measure the norms per layer again.
#
# **Rubric**
# - 1 point: vanishing, with the norms as the reason.
# - 1 point: fewer layers help, smaller batches do not, each with a reason (half a point each).
# - 1 point: the LSTM concerns sequences, and vanishing; the GPU only shortens the wait (half a point each).
# - 1 point: a cure that acts here (other activation with fitting initialization, normalization, skips), not clipping.
# ### END SOLUTION

# %% [markdown]
# ## 9 · Knowledge check  ·  10 min
#
# ### Exercise 7 — `quiz`  ·  6 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. Large gradients accumulate and change the weights suddenly and wildly. What is that called? **a** vanishing gradient · **b** exploding gradient · **c** overfitting · **d** dead ReLU
# 2. Ten sigmoid layers, weights that neither shrink nor enlarge: what is the most that can be left of a slope of 1? **a** 0.25 · **b** about 0.1 · **c** about 0.001 · **d** about 0.000 001
# 3. What does a GPU change about a vanishing gradient? **a** the gradient gets larger · **b** nothing; the wait gets shorter · **c** it needs no initialization any more · **d** it clips it
# 4. Which of these acts on exploding gradients *only*? **a** clipping · **b** a variance of 2 / fan_in for ReLU layers · **c** batch normalization · **d** fewer layers
# 5. Against which disease was the LSTM's cell made? **a** exploding gradients · **b** vanishing gradients · **c** both equally · **d** too large batches
# 6. A ReLU of the first hidden layer is silent for every row of the training data. What brings it back in plain training? **a** more epochs · **b** a larger learning rate · **c** nothing: its slope is 0 for every row · **d** clipping

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
quiz = {1: "b", 2: "d", 3: "b", 4: "a", 5: "b", 6: "c"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=6)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 7)}
with check("all six questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("b", "Exploding. A vanishing gradient changes the weights too little, not too much."),
    2: ("d", "Each slope is at most 0.25, and 0.25**10 is about one millionth."),
    3: ("b", "The same gradients, sooner: hardware shortens the wait and nothing else."),
    4: ("a", "Clipping never makes a gradient longer; the other three act on the factors, in both directions."),
    5: ("b", "The cell is added to, so that slopes survive; large recurrent weights can still make them explode."),
    6: (
        "c",
        "No row gives it a gradient, so its weights never move, and its inputs are the data, which do not move either.",
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
# - measured the gradient of every layer, and seen $0.25^{\text{depth}}$ come true for sigmoids;
# - drawn initial weights whose variance fits the activation, and found that with thirty layers a factor of $\sqrt2$ decides;
# - seen ReLUs die and ELUs come back, skips open a road (that must be scaled), a cell remember (if its gate is open), and clipping keep a run alive;
# - sorted the cures by disease, with numbers instead of lists.
#
# **Going further.** (1) Orthogonal matrices keep every norm exactly: draw $W_h$ that way (`keras.initializers.Orthogonal`) and repeat the figure of section 6 for the plain recurrent network. (2) Train your `residual_mlp` with `compile` and `fit`: as it is, without `block_start`, and with kernels in the blocks that start at zero. (3) Clip while training the recurrent network at gain 4. (4) Run this notebook with `PROFILE = "full"`.
