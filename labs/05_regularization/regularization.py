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
# # Lab 5 · Generalise
#
# A network with enough weights can learn its training rows by heart. That is worth nothing: what counts is how it does on rows it has never seen. This lab is about the gap between the two, how to measure it, and what closes it: **regularization**, which is whatever keeps a network from learning by heart (penalties, dropout, stopping early), more data out of the data you have, a better kind of network, layers borrowed from another task. Its last part is about choosing what to do *next*, which saves more time than any of them.
#
# **You will be able to**
#
# - read three errors and say whether a network suffers from bias, variance, both or neither, and what to do about it;
# - write L1 and L2 penalties, the soft threshold, dropout, early stopping and image shifts from scratch, and use them in Keras;
# - reuse a trained network's layers, frozen or not, and know when that helps;
# - choose a metric, split the data, analyse mistakes, and notice when training and target data differ.
#
# **You need** NumPy, gradient descent (Lab 2), Keras' `Sequential` and functional models. **Time** about three hours; the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `diagnose` | 3 | | 7 `conv_parameters` | 2 |
# | 2 `penalties` | 4 | | 8 `transfer_model` | 4 |
# | 3 `soft_threshold` | 4 | | 9 `pick_model` | 3 |
# | 4 `dropout_forward` | 6 | | 10 `quiz` | 7 |
# | 5 `early_stopper` | 6 | | two written answers | 7 |
# | 6 `augment_shift` | 4 | | **together** | **50** |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers. Demos between the exercises use *your* functions, so they wait until you have written them.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" adds a ladder on 1,000 digits of MNIST to section 11: about a minute
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dllabs

dllabs.setup(seed=SEED)

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from dllabs import data, needs, plots
from dllabs.stacked import FewRowsStudy, wrong_rows
from dllabs.stats import claim, mean_interval

digits = data.load_digits()
SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# The `study` of the next cell trains the networks of all experiments below. Every experiment repeats with ten seeds, and each seed has its own initial weights *and its own few training digits*, drawn from the 1,077 training rows. All seeds and all settings of an experiment sit side by side in one tensor, so that forty networks take a second or two (`FewRowsStudy??` in a cell shows how). A network is `pixels → hidden (ReLU) → 10 (softmax)`, trained by Adam with all its rows in each step. The validation rows are called the **dev set** in this lab (for *development*): decisions are made on them. The test rows stay closed until section 11.

# %% tags=["demo"]
study = FewRowsStudy(digits, SEEDS)


def show_digit(ax, pixels, title):
    ax.imshow(pixels.reshape(8, 8), cmap="gray_r")
    ax.set(xticks=[], yticks=[])
    ax.set_title(title, fontsize=8)
    ax.grid(False)
    ax.spines[:].set(visible=True, color="0.7")


# %% [markdown]
# ## 1 · Bias or variance?  ·  15 min
#
# Three errors tell what ails a network. The **target error** is what one can hope for: what people reach, or the best known system, or noise that nobody can remove. The **training error** is measured on the rows it has learnt from, the **dev error** on rows it has not.
#
# $$\text{bias} = \text{training error} - \text{target error} \qquad\qquad \text{variance} = \text{dev error} - \text{training error}$$
#
# (Statisticians use the two words for something related but not equal.) Bias says that the network cannot even do the rows it knows; variance, that what it learnt does not carry over. A dev error of 16 % is *no* sign of variance by itself: with a training error of 15 % the gap is one point, and the trouble is bias.
#
# | | variance low: dev ≈ training | variance high: dev ≫ training |
# |---|---|---|
# | **bias low:** training ≈ target | **ok** · look whether the metric and the dev set are what you want, then stop | **high variance** · more data, augmentation, regularization (sections 2–7), a network that fits the data better (section 8), borrowed layers (section 9) |
# | **bias high:** training ≫ target | **high bias** · a larger network, longer training, a better optimizer, *less* regularization, another kind of network; more data will not help | **both** · first the bias, then look again |
#
# And if the dev error is clearly *lower* than the training error? That is neither, and worth a minute: the training error may have been measured with dropout or augmentation switched on (section 4 shows it), the dev rows may be easier or too few, or training rows may have slipped into them.

# %% [markdown]
# ### Exercise 1 — `diagnose`  ·  3 points
#
# Put the table into code. A gap counts as high if it is *larger* than `tol`.


# %% nbgrader={"grade": false, "grade_id": "diagnose", "locked": false, "schema_version": 3, "solution": true, "task": false}
def diagnose(train_error, dev_error, target_error, tol):
    """What ails a network.

    train_error, dev_error, target_error: shares in [0, 1]; tol >= 0: the largest gap that is still fine.
    Returns "high bias", "high variance", "both" or "ok".
    """
    ### BEGIN SOLUTION
    bias = train_error - target_error > tol
    variance = dev_error - train_error > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_diagnose", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(diagnose, points=3)

with check("training 1 %, dev 11 %, people 1 %"):
    check.expect(
        lambda: diagnose(0.01, 0.11, 0.01, tol=0.02),
        "high variance",
        mistakes={"bias and variance are swapped: bias is training minus target": "high bias"},
    )
with check("training 15 %, dev 16 %, people 1 %"):
    check.expect(
        lambda: diagnose(0.15, 0.16, 0.01, tol=0.02),
        "high bias",
        mistakes={
            "the dev error alone, or its distance from the target, is no variance: that is dev minus training": "both",
            "bias and variance are swapped: bias is training minus target": "high variance",
        },
    )
with check("training 15 %, dev 30 %, people 1 %"):
    check.expect(lambda: diagnose(0.15, 0.30, 0.01, tol=0.02), "both")
with check("training 15 %, dev 16 %, but people 14 %"):
    check.expect(
        lambda: diagnose(0.15, 0.16, 0.14, tol=0.02),
        "ok",
        mistakes={"the training error alone is no bias: subtract the target error": "high bias"},
    )
### BEGIN HIDDEN TESTS
with check("the dev error is better than the training error: that is no variance"):
    check.expect(lambda: diagnose(0.25, 0.125, 0.25, tol=0.0625), "ok")
    check.expect(lambda: diagnose(0.25, 0.125, 0.0, tol=0.0625), "high bias")
with check("a training error better than the target: that is no bias"):
    check.expect(lambda: diagnose(0.125, 0.25, 0.5, tol=0.0625), "high variance")
with check("a gap of exactly tol is still fine"):
    check.expect(lambda: diagnose(0.25, 0.375, 0.125, tol=0.125), "ok")
with check("tol decides"):
    check.expect(lambda: diagnose(0.25, 0.5, 0.125, tol=0.0625), "both")
    check.expect(lambda: diagnose(0.25, 0.5, 0.125, tol=0.1875), "high variance")
    check.expect(lambda: diagnose(0.5, 0.625, 0.125, tol=0.1875), "high bias")
    check.expect(lambda: diagnose(0.25, 0.5, 0.125, tol=0.25), "ok")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Two networks, with 2 and with 64 hidden units, learn 120 digits, then 1,000. (People hardly err on these pictures: say 1 %. A gap of up to 5 points shall be fine.) Which of the four falls into which field of the table?

# %% tags=["demo"]
with needs(diagnose):
    rows, gaps = [], {}
    for per_class in (12, 100):
        few = study.draw_rows(per_class)
        for units in (2, 64):
            history, _ = study.train(
                [{"learning_rate": 0.03}], *few, study.draw_weights(64, units, units), steps=150, every=150
            )
            train_error, dev_error = history.error[0, :, -1], history.dev_error[0, :, -1]
            gaps[units, per_class] = dev_error - train_error
            word = diagnose(train_error.mean(), dev_error.mean(), target_error=0.01, tol=0.05)
            rows.append((units, 10 * per_class, str(mean_interval(train_error)), str(mean_interval(dev_error)), word))
    columns = ["hidden units", "digits", "training error", "dev error", "diagnosis"]
    print(pd.DataFrame(rows, columns=columns).to_string(index=False))
    for units in (64, 2):
        claim(f"with {units} units, more digits narrow the gap", gaps[units, 12] - gaps[units, 100])

# %% [markdown]
# **Explain.** (A bracket like 0.09 [0.08, 0.10] is the 95 % interval for the *mean* over the seeds; a line with ✓ says that the interval of a difference lies above zero. The difference is taken seed by seed, with the same digits and initial weights on both sides, so it can be clear although two bands in a figure overlap.) Two units cannot tell ten digits apart, whatever you feed them: more data narrow the gap and leave the bias. Sixty-four units learn 120 digits without a single mistake and still go wrong on new ones: variance. It is this last network, 64 units and 120 digits, that we now treat.

# %% [markdown]
# ## 2 · Penalties on the weights  ·  20 min
#
# A network that must hit every training row exactly needs large weights: they let its output turn sharply between neighbouring rows. So charge for them. Add a **penalty** to the loss, over all kernels $W$ (biases are left out by custom: they shift, they do not bend):
#
# $$J(\theta) + \lambda \sum_w |w| \quad\text{(L1)} \qquad\qquad J(\theta) + \frac{\lambda}{2} \sum_w w^2 \quad\text{(L2)}$$
#
# The ½ is there so that the gradient of L2 is simply $\lambda w$. L1 has the gradient $\lambda\,\mathrm{sign}(w)$: the same push for every weight, however small (and 0 for $w = 0$). Keras' `L2(c)` means $c \sum w^2$ without the ½, so our $\lambda$ is its $2c$.
#
# Some texts print L2 as the norm $\|w\|$ itself, without the square. Its gradient would be $w / \|w\|$, a vector whose length never changes; the gradient $\lambda w$ that they go on to use belongs to the square.

# %% [markdown]
# ### Exercise 2 — `penalties`  ·  4 points
#
# Write both penalties and both gradients. `weights` is the list of arrays to be penalised, of any shapes. All of them count: who wants to leave biases out does not put them into the list. A gradient is a list of new arrays of the same shapes.


# %% nbgrader={"grade": false, "grade_id": "penalties", "locked": false, "schema_version": 3, "solution": true, "task": false}
def l1_penalty(weights, lam):
    """lam * sum of |w| over a list of arrays; lam >= 0. Returns a number."""
    ### BEGIN SOLUTION
    return lam * sum(np.abs(w).sum() for w in weights)
    ### END SOLUTION


def l2_penalty(weights, lam):
    """lam / 2 * sum of w**2 over a list of arrays; lam >= 0. Returns a number."""
    ### BEGIN SOLUTION
    return lam / 2 * sum((w**2).sum() for w in weights)
    ### END SOLUTION


def l1_gradient(weights, lam):
    """Gradient of l1_penalty, 0 where w = 0: a list of arrays shaped like weights."""
    ### BEGIN SOLUTION
    return [lam * np.sign(w) for w in weights]
    ### END SOLUTION


def l2_gradient(weights, lam):
    """Gradient of l2_penalty: a list of arrays shaped like weights."""
    ### BEGIN SOLUTION
    return [lam * w for w in weights]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_penalties", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(l1_penalty, l2_penalty, l1_gradient, l2_gradient, points=4)

kernels = [np.array([[1.0, -2.0], [0.0, 4.0]]), np.array([-3.0, 0.5, 0.0])]
copied = lambda weights: [w.copy() for w in weights]
with check("l1_penalty"):
    check.expect(
        lambda: l1_penalty(copied(kernels), 0.1),
        1.05,
        mistakes={
            "the absolute value is missing": 0.05,
            "only the first array counted: sum over the whole list": 0.7,
            "only the last array counted: sum over the whole list": 0.35,
            "the factor 1/2 belongs to L2 only": 0.525,
            "lam is missing": 10.5,
            "that is a mean: the penalty is a sum": 0.15,
            "that is the L2 penalty": 1.5125,
        },
    )
with check("l2_penalty"):
    check.expect(
        lambda: l2_penalty(copied(kernels), 0.1),
        1.5125,
        mistakes={
            "the factor 1/2 is missing": 3.025,
            "that is the norm itself: the penalty has its square": 0.05 * np.sqrt(30.25),
            "that is the norm itself, and the factor 1/2 is missing": 0.1 * np.sqrt(30.25),
            "those are norms, one for each array: the penalty has their squares": 0.05 * (np.sqrt(21) + np.sqrt(9.25)),
            "only the first array counted: sum over the whole list": 1.05,
            "only the last array counted: sum over the whole list": 0.4625,
            "lam is missing": 15.125,
            "that is a mean: the penalty is a sum": 1.5125 / 7,
            "that is the L1 penalty": 1.05,
        },
    )
with check("l1_gradient: a list of arrays, 0 at 0"):
    signs = (np.array([[1.0, -1.0], [0.0, 1.0]]), np.array([-1.0, 1.0, 0.0]))
    check.expect(
        lambda: l1_gradient(copied(kernels), 0.1),
        (0.1 * signs[0], 0.1 * signs[1]),
        mistakes={
            "lam is missing": signs,
            "the gradient of L1 is the sign, not the weight": (0.1 * kernels[0], 0.1 * kernels[1]),
            "the sign of 0 is 0 here": (
                np.where(signs[0] == 0, 0.1, 0.1 * signs[0]),
                np.where(signs[1] == 0, 0.1, 0.1 * signs[1]),
            ),
            "the sign of 0 is 0 here, not -1": (np.where(signs[0] > 0, 0.1, -0.1), np.where(signs[1] > 0, 0.1, -0.1)),
            "w / |w| divides by 0: use the sign": (
                np.array([[0.1, -0.1], [np.nan, 0.1]]),
                np.array([-0.1, 0.1, np.nan]),
            ),
            "the sign is lost": (0.1 * np.abs(signs[0]), 0.1 * np.abs(signs[1])),
        },
    )
with check("l2_gradient: a list of arrays"):
    check.expect(
        lambda: l2_gradient(copied(kernels), 0.1),
        (0.1 * kernels[0], 0.1 * kernels[1]),
        mistakes={
            "a factor 2 too many: the 1/2 of the penalty takes it away": (0.2 * kernels[0], 0.2 * kernels[1]),
            "the factor 1/2 is gone after the derivative": (0.05 * kernels[0], 0.05 * kernels[1]),
            "lam is missing": tuple(kernels),
            "that is the gradient of the norm, not of its square": tuple(0.1 * w / np.sqrt(30.25) for w in kernels),
            "that is L1's: here the push grows with the weight": (0.1 * signs[0], 0.1 * signs[1]),
        },
    )
### BEGIN HIDDEN TESTS
noise = np.random.default_rng(3)
others = [noise.normal(size=shape) for shape in ((3, 4), (4,), (4, 2, 2))]
with check("penalties equal Keras' L1(lam) and L2(lam / 2)"):
    by_keras = lambda regularizer: float(sum(regularizer(keras.ops.convert_to_tensor(w)) for w in others))
    check.expect(lambda: l1_penalty(copied(others), 0.3), by_keras(keras.regularizers.L1(0.3)), rtol=1e-5)
    check.expect(lambda: l2_penalty(copied(others), 0.3), by_keras(keras.regularizers.L2(0.15)), rtol=1e-5)
with check("gradients equal the slopes of the penalties"):

    def slopes_of(penalty):
        """Central differences over every weight of `others`."""
        result = copied(others)
        for part, index in ((part, index) for part, w in enumerate(others) for index in np.ndindex(w.shape)):
            up, down = copied(others), copied(others)
            up[part][index] += 1e-4
            down[part][index] -= 1e-4
            result[part][index] = (penalty(up) - penalty(down)) / 2e-4
        return tuple(result)

    check.expect(
        lambda: l1_gradient(copied(others), 0.7), slopes_of(lambda w: 0.7 * sum(np.abs(a).sum() for a in w)), rtol=1e-4
    )
    check.expect(
        lambda: l2_gradient(copied(others), 0.7), slopes_of(lambda w: 0.35 * sum((a**2).sum() for a in w)), rtol=1e-4
    )
with check("the weights are left alone"):
    for function in (l1_penalty, l2_penalty, l1_gradient, l2_gradient):
        check.unchanged(lambda *arrays, function=function: function(list(arrays), 0.5), *others)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# **Weight decay.** Plain descent on the loss plus L2 multiplies every weight by the same number just below one before it takes the usual step:
#
# $$w - \alpha\,(g + \lambda w) = (1 - \alpha\lambda)\, w - \alpha g$$
#
# That is why L2 is called weight decay, and for plain descent the two are one. For Adam they are not: it divides the penalty's gradient by its own size, like any other. AdamW takes the penalty out of the gradient and shrinks the weights directly.
#
# > **Predict.** Three weights, 0.2, 1 and 10, and a loss that is flat ($g = 0$). What does one step with $\alpha = 0.1$ and $\lambda = 0.1$ leave of them: with SGD, with Adam, with AdamW?

# %% tags=["demo", "nbval-check-output"]
with needs(l2_gradient):
    start = np.array([0.2, 1.0, 10.0])
    shrunk = {"before": start}
    for name, optimizer, penalty in (
        ("SGD, L2 in the gradient", keras.optimizers.SGD(0.1), l2_gradient([start], 0.1)[0]),
        ("Adam, L2 in the gradient", keras.optimizers.Adam(0.1), l2_gradient([start], 0.1)[0]),
        ("AdamW, weight_decay=0.1", keras.optimizers.AdamW(0.1, weight_decay=0.1), np.zeros(3)),
    ):
        variable = keras.Variable(start)
        optimizer.apply([keras.ops.convert_to_tensor(penalty, dtype=variable.dtype)], [variable])
        shrunk[name] = np.round(variable.numpy(), 3)
    print(pd.DataFrame(shrunk, index=["w1", "w2", "w3"]).T.to_string())

# %% [markdown]
# **Explain.** SGD and AdamW take one percent of each weight. Adam takes the same *amount* of each, half of the small weight and a hundredth of the large one: its division by $\sqrt{v}$ has turned L2 into something close to L1.
#
# > **Predict.** Now the network that had learnt 120 digits by heart. As $\lambda$ grows from 0 to 0.03, what happens to its training loss, and what to its dev loss?

# %% tags=["demo"]
x_120, y_120 = study.draw_rows(12)
mlp = study.draw_weights(64, 64, 64)
strengths = [0.0, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2]
by_strength, weights = study.train([{"l2": strength} for strength in strengths], x_120, y_120, mlp, every=100)

figure, axes = plt.subplots(1, 2, figsize=(8, 3.2))
for ax, name, losses in zip(axes, ("training", "dev"), (by_strength.loss, by_strength.dev_loss), strict=True):
    plots.bands(ax, np.arange(len(strengths)), losses[:, :, -1].T, name)
    ax.set_xticks(np.arange(len(strengths)), [f"{strength:g}" for strength in strengths], fontsize=8)
    ax.set(xlabel="L2 strength $\\lambda$", ylabel=f"{name} loss (nats)")
axes[0].set_yscale("log")
plots.show(
    figure,
    "Left: the training loss rises with every step in lambda, from a thousandth of a nat to a third. Right: the dev "
    "loss falls to a minimum near lambda = 0.001 and rises steeply beyond 0.003.",
)
last = by_strength.dev_loss[:, :, -1]
best = int(last.mean(axis=1).argmin())
claim(f"some L2 lowers the dev loss (most of all lambda = {strengths[best]:g})", last[0] - last[best])
claim("too much L2 raises it again", last[-1] - last[best])


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


confidence = {}
for k in (0, best):
    W1, b1, W2, b2 = (part[k] for part in weights)
    probabilities = softmax(np.maximum(digits.x_val @ W1 + b1, 0) @ W2 + b2)  # (seeds, dev rows, 10)
    confidence[k] = np.array([p.max(axis=1)[p.argmax(axis=1) != digits.y_val].mean() for p in probabilities])
    print(
        f"lambda = {strengths[k]:g}: dev error {mean_interval(by_strength.dev_error[k, :, -1])}, "
        f"mean probability that comes with a wrong answer {mean_interval(confidence[k])}"
    )
claim("with L2 the network is less sure of its wrong answers", confidence[0] - confidence[best])

# %% [markdown]
# **Explain.** The penalty makes the fit to the training rows worse; that is its price. The dev loss first gains, then pays too: from variance to bias, along one knob. The *error* hardly moves: compare its brackets. What the penalty cures first is overconfidence, the large probability that comes with a wrong answer.
#
# **In Keras** a layer takes up to three regularizers: for its kernel, for its bias and for its outputs (*activity*, which makes sparse codes in Lab 7). `L1L2` does both at once. `model.losses` lists what they add to the loss:

# %% tags=["demo", "nbval-check-output"]
with needs(l1_penalty, l2_penalty):
    layer = keras.layers.Dense(
        2,
        kernel_initializer="ones",
        bias_initializer="ones",
        kernel_regularizer=keras.regularizers.L2(0.05),
        bias_regularizer=keras.regularizers.L1(0.01),
        activity_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.002),
    )
    model = keras.Sequential([keras.Input((2,)), layer])
    outputs = model(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])).numpy()
    own = {
        "activity": (l1_penalty([outputs], 0.001) + l2_penalty([outputs], 0.004)) / len(outputs),
        "kernel": l2_penalty([layer.kernel.numpy()], 0.1),
        "bias": l1_penalty([layer.bias.numpy()], 0.01),
    }
    for (name, value), loss in zip(own.items(), model.losses, strict=True):
        print(f"{name:8}  Keras {float(loss):.4f}  your functions {float(value):.4f}")

# %% [markdown]
# (The activity penalty is divided by the number of rows, so that it does not depend on the batch size. Keras shows the sum of all of this as the training loss: compare it with a loss that has no penalty, and you compare two different things.)

# %% [markdown]
# ## 3 · Exactly zero: the soft threshold  ·  12 min
#
# L1 is famous for *sparse* weights, many of them exactly zero: a feature with weight zero need not even be measured. But watch plain descent: $w - \alpha(g + \lambda\,\mathrm{sign}(w))$ pushes a small weight across zero, then back again, by $\alpha\lambda$ each time. It hovers around zero for ever and never sits on it.
#
# The remedy is to split the step. First the usual step on the loss alone; then the **proximal step** of the penalty, which moves every weight by $t = \alpha\lambda$ towards zero and *stops there*:
#
# $$S_t(w) = \begin{cases} w - t & w > t \\ 0 & |w| \le t \\ w + t & w < -t \end{cases} \qquad = \arg\min_u\; \tfrac12 (u - w)^2 + t\,|u|$$

# %% [markdown]
# ### Exercise 3 — `soft_threshold`  ·  4 points


# %% nbgrader={"grade": false, "grade_id": "soft_threshold", "locked": false, "schema_version": 3, "solution": true, "task": false}
def soft_threshold(w, t):
    """Move every weight towards zero by t, and no further than zero.

    w: array of any shape; t >= 0. Returns a new array of the same shape.
    """
    ### BEGIN SOLUTION
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_soft_threshold", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(soft_threshold, points=4)

w = np.array([2.0, 0.5, 0.25, 0.0, -0.25, -1.5])
with check("weights on both sides of the threshold"):
    check.expect(
        lambda: soft_threshold(w.copy(), 0.5),
        [1.5, 0.0, 0.0, 0.0, 0.0, -1.0],
        mistakes={
            "that is the hard threshold: what is kept must also move by t": [2.0, 0.0, 0.0, 0.0, 0.0, -1.5],
            "that is the hard threshold: what is kept must also move by t, and |w| = t becomes 0": [
                2.0,
                0.5,
                0.0,
                0.0,
                0.0,
                -1.5,
            ],
            "the sign is lost": [1.5, 0.0, 0.0, 0.0, 0.0, 1.0],
            "small weights jumped across zero: stop there": [1.5, 0.0, -0.25, 0.0, 0.25, -1.0],
            "t was subtracted from negative weights too: move them up": [1.5, 0.0, 0.0, 0.0, 0.0, -2.0],
            "t was subtracted everywhere: negative weights move up, small ones stop at zero": w - 0.5,
            "negative weights were set to zero: they move up by t": [1.5, 0.0, 0.0, 0.0, 0.0, 0.0],
            "weights move away from zero": [2.5, 0.0, 0.0, 0.0, 0.0, -2.0],
            "that clips: what remains is w minus the clipped part": [0.5, 0.5, 0.25, 0.0, -0.25, -0.5],
        },
    )
with check("small weights become exactly 0"):
    tiny = np.array([1e-12, -1e-9, 0.3, -0.3])
    zeros = np.asarray(soft_threshold(tiny.copy(), 0.4))
    check.holds(np.all(zeros == 0), "a weight within t of zero must become 0 itself, not a small number")
with check("the input is left alone"):
    check.unchanged(soft_threshold, w, 0.5)
### BEGIN HIDDEN TESTS
noise = np.random.default_rng(4).normal(size=(6, 5))
with check("it minimises (u - w)**2 / 2 + t * |u|"):
    grid = np.linspace(-4, 4, 8001)  # in steps of 0.001
    lowest = grid[np.argmin((grid - noise[..., None]) ** 2 / 2 + 0.7 * np.abs(grid), axis=-1)]
    check.expect(lambda: soft_threshold(noise.copy(), 0.7), lowest, atol=6e-4)
with check("t = 0 changes nothing"):
    check.expect(lambda: soft_threshold(noise.copy(), 0.0), noise)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A linear classifier on the 120 digits, with the same L1 penalty, trained once by plain descent and once with proximal steps. How many weights will be exactly zero, and how much will the dev errors differ? (Pixels that are empty in all 120 digits have no gradient: their weights keep the initial 0 and are not counted.)


# %% tags=["demo"]
def l1_classifier(x, labels, step, lam, lr=0.5, steps=400):
    """Softmax regression (64, 10) from zero; step(w, gradient, lr, lam) -> w."""
    w, one_hot = np.zeros((64, 10)), np.eye(10)[labels]
    for _ in range(steps):
        scores = np.exp(x @ w)
        w = step(w, x.T @ (scores / scores.sum(axis=1, keepdims=True) - one_hot) / len(x), lr, lam)
    return w


with needs(l1_gradient, soft_threshold):
    ways = {
        "plain descent": lambda w, g, lr, lam: w - lr * (g + np.asarray(l1_gradient([w], lam)[0])),
        "proximal step": lambda w, g, lr, lam: np.asarray(soft_threshold(w - lr * g, lr * lam)),
    }
    alive = x_120.any(axis=1)  # (seeds, 64)
    zeros = {}
    figure, axes = plt.subplots(2, 6, figsize=(8, 3))
    for row, (way, step) in zip(axes, ways.items(), strict=True):
        fitted = [l1_classifier(x, y, step, lam=0.003) for x, y in zip(x_120.astype(float), y_120, strict=True)]
        zeros[way] = np.array([(w[on] == 0).mean() for w, on in zip(fitted, alive, strict=True)])
        error = (np.argmax(digits.x_val @ np.array(fitted), axis=2) != digits.y_val).mean(axis=1)
        print(f"{way}: exactly zero {mean_interval(zeros[way])}, dev error {mean_interval(error)}")
        row[0].set_ylabel(way.replace(" ", "\n"))
        for label, ax in enumerate(row):
            picture = np.ma.masked_equal(fitted[0][:, label].reshape(8, 8), 0)
            mesh = ax.imshow(picture, cmap="RdBu_r", vmin=-1.5, vmax=1.5)
            ax.set(xticks=[], yticks=[], facecolor="0.75")
            ax.set_title(f"weights of {label}", fontsize=8)
            ax.grid(False)
    claim("proximal steps make more exact zeros", zeros["proximal step"] - zeros["plain descent"])
    figure.colorbar(mesh, ax=axes, label="weight")
    plots.show(
        figure,
        "The weights of six digits as 8x8 pictures, zeros in grey. The strong weights agree; after plain descent only "
        "the dead border is grey, after proximal steps half of each picture or more.",
    )

# %% [markdown]
# **Explain.** Both err about as often on the dev digits, and their large weights agree. But only the proximal step, which *stops* at zero, gives zeros; plain descent leaves a haze of tiny numbers in their place. Keras' `L1` regularizer is a term of the loss, trained by gradients: it gives the haze, too. L2 gives no zeros either way: its push fades as $w$ does.

# %% [markdown]
# ## 4 · Dropout  ·  25 min
#
# In every training step, **dropout** switches off each unit with probability $p$ (the **rate**), every row with its own random choice. No unit can rely on a particular other one to be there, so none can specialise in patching up another's mistakes.
#
# At **inference** nothing is dropped. Then a unit's successors would receive more than they are used to: $1/(1-p)$ times as much on average. There are two ways to make up for it:
#
# - the **original form**: train with $x \cdot m$, $m \in \{0, 1\}$, and multiply by $1 - p$ at inference;
# - **inverted dropout**, which everybody uses today: divide by $1-p$ already in training, $m \in \{0, \tfrac1{1-p}\}$, and do *nothing* at inference.
#
# Read the rate with care: in Keras and here it is the share that is **dropped**. Some papers give the probability of *keeping*.

# %% [markdown]
# ### Exercise 4 — `dropout_forward`  ·  6 points
#
# Write inverted dropout. Each entry of `x` is kept or dropped on its own. Take all randomness from `rng`; `rng.random(shape)` gives uniform numbers in [0, 1).


# %% nbgrader={"grade": false, "grade_id": "dropout_forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropout_forward(x, rate, rng, training):
    """Inverted dropout.

    x: array of any shape; 0 <= rate < 1, the probability to drop an entry; rng: np.random.Generator;
    training: True or False.
    Returns (out, mask), both shaped like x: out = x * mask; mask holds 0 or 1 / (1 - rate), and only ones at inference.
    x itself is left as it is.
    """
    ### BEGIN SOLUTION
    if not training:
        return x.copy(), np.ones_like(x)
    mask = rng.binomial(1, 1 - rate, x.shape) / (1 - rate)
    return x * mask, mask
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_dropout_forward", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(dropout_forward, points=6)

x = np.random.default_rng(1).normal(size=(400, 50)) + 5


def run_dropout(x, rate, seed, training=True):
    """The learner's out and mask as arrays."""
    results = dropout_forward(x.copy(), rate, np.random.default_rng(seed), training)
    check.holds(results is not None, "got None: end with `return out, mask`")
    check.holds(len(results) == 2, "return two arrays: out, mask")
    out, mask = (np.asarray(part) for part in results)
    for name, part in (("out", out), ("mask", mask)):
        check.holds(part.shape == x.shape, f"{name} has shape {part.shape}, x has {x.shape}: they must be equal")
    return out, mask.astype(np.result_type(mask, np.float32))


def scaled_dropout(rate, seed):
    """The values of the mask and the share that is dropped."""
    _, mask = run_dropout(x, rate, seed)
    values = np.unique(np.round(mask, 4))
    check.holds(
        len(values) <= 2, "the mask holds more than two values: an entry is dropped (0) or kept, nothing between"
    )
    return values, np.mean(mask == 0)


with check("rate 0.2: a mask of 0 and 1.25"):
    check.expect(
        lambda: scaled_dropout(0.2, seed=2)[0],
        [0.0, 1.25],
        rtol=1e-3,
        mistakes={
            "no rescaling: what is kept is divided by 1 - rate": [0.0, 1.0],
            "divided by the rate, which is the share to drop: what is kept is divided by 1 - rate": [0.0, 5.0],
            "multiplied instead of divided by 1 - rate": [0.0, 0.8],
            "nothing is dropped in training": [1.0],
            "nothing is dropped, only rescaled": [1.25],
        },
    )
with check("rate 0.2: one entry in five is dropped"):
    dropped_share = scaled_dropout(0.2, seed=2)[1]  # 20,000 entries: a deviation of 0.003
    check.holds(abs(dropped_share - 0.8) > 0.02, "four in five are dropped: rate is the share to drop, not to keep")
    check.holds(abs(dropped_share - 0.2) < 0.02, f"{dropped_share:.1%} are dropped, it should be about 20 %")
with check("out = x * mask"):
    out, mask = run_dropout(x, 0.2, seed=3)
    check.expect(out, x * mask, rtol=1e-6)
with check("inference: x as it is, and a mask of ones"):
    _, mask = run_dropout(x, 0.2, seed=4, training=False)
    check.holds(np.all(mask != 0), "entries are dropped at inference: dropout acts in training only")
    check.expect(
        lambda: run_dropout(x, 0.2, seed=4, training=False),
        (x, np.ones_like(x)),
        rtol=1e-6,
        names=("out", "mask"),
        mistakes={
            "inference scales by 1 - rate: that belongs to the original form, not to inverted dropout": (
                0.8 * x,
                np.ones_like(x),
            ),
            "inference scales by 1 - rate: that belongs to the original form": (0.8 * x, np.full_like(x, 0.8)),
            "inference divides by 1 - rate: it does nothing": (1.25 * x, np.full_like(x, 1.25)),
        },
    )
with check("every row has a mask of its own"):
    _, mask = run_dropout(x, 0.5, seed=5)
    check.holds(not np.all(mask == mask[:1]), "all rows share one mask: draw one number for each entry of x")
    check.holds(not np.all(mask == mask[:, :1]), "whole rows are dropped: draw one number for each entry of x")
### BEGIN HIDDEN TESTS
with check("another rate: three entries in four are dropped, the rest is multiplied by four"):
    values, dropped_share = scaled_dropout(0.75, seed=6)
    check.expect(values, [0.0, 4.0], rtol=1e-3)
    check.holds(abs(dropped_share - 0.75) < 0.02, f"{dropped_share:.1%} are dropped, it should be about 75 %")
with check("the mean stays what it was"):
    mean = lambda: np.mean([run_dropout(x, 0.4, seed)[0].mean() for seed in range(5)])
    check.expect(mean, x.mean(), rtol=0.02)  # 100,000 entries: a deviation of 0.003
with check("rate 0 changes nothing"):
    check.expect(lambda: run_dropout(x, 0.0, seed=7), (x, np.ones_like(x)), rtol=1e-6)
with check("entries are dropped independently: the number per row varies like heads in coin tosses"):
    counts = np.array([np.sum(run_dropout(x, 0.3, seed)[1] == 0, axis=1) for seed in (8, 9, 10)])  # (runs, rows)
    spread = counts[0].var()
    check.holds(
        5 < spread < 20,
        f"the number dropped per row has a variance of {spread:.3g} instead of about 10.5: decide for each entry alone",
    )
    check.holds(
        len(np.unique(counts.sum(axis=1))) > 1,
        "every call drops exactly as many entries in all: decide for each entry alone",
    )
with check("all randomness comes from rng"):
    np.random.seed(1)
    _, once = run_dropout(x, 0.5, seed=9)
    np.random.seed(2)
    again, other = (run_dropout(x, 0.5, seed)[1] for seed in (9, 10))
    check.holds(
        np.array_equal(once, again), "an rng in the same state gave another mask: draw from rng and nothing else"
    )
    check.holds(not np.array_equal(once, other), "another rng gave the same mask: draw it from rng")
    rng = np.random.default_rng(11)
    masks = [np.asarray(dropout_forward(x, 0.5, rng, True)[1]) for _ in range(2)]
    check.holds(not np.array_equal(*masks), "two calls with one rng gave the same mask: draw a new one every time")
with check("images, with zeros among their pixels"):
    images = np.zeros((20, 10, 10))
    out, mask = run_dropout(images, 0.5, seed=12)
    check.expect(out, images)
    check.holds(0.4 < np.mean(mask == 0) < 0.6, "the mask must not depend on the values of x")
with check("the input is left alone"):
    check.unchanged(lambda x: dropout_forward(x, 0.5, np.random.default_rng(1), True), x)
    check.unchanged(lambda x: dropout_forward(x, 0.5, np.random.default_rng(1), False), x)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# The next cell compares the two forms on one hidden unit whose activation is 3, over 100,000 training steps.

# %% tags=["demo"]
with needs(dropout_forward):
    rng, rate, activation = np.random.default_rng(SEED), 0.4, np.full(100_000, 3.0)
    inverted, mask = dropout_forward(activation, rate, rng, training=True)
    original = activation * (np.asarray(mask) > 0)
    print("form      mean in training   at inference")
    print(f"original  {original.mean():.2f}               {3 * (1 - rate):.2f}  (3 times 1 - rate)")
    print(f"inverted  {np.mean(inverted):.2f}               {3:.2f}  (left as it is)")

# %% [markdown]
# **An ensemble in disguise.** With 64 hidden units there are $2^{64}$ ways to switch some off. Each gives a *thinned* network; training with dropout trains a random one of them in every step, all with shared weights. An ensemble of many networks that err in different places is better than a single one. Nobody can ask them all, nor need anybody: the whole network, undropped, gives nearly the same answer in one pass.
#
# > **Predict.** How large are the dev errors of one random thinned network, of the average of 30 thinned networks' probabilities, and of the whole network?

# %% tags=["demo"]
_, trained = study.train([{"drop_hidden": 0.5}], x_120, y_120, mlp)
W1, b1, W2, b2 = (part[0] for part in trained)
dev_units = np.maximum(digits.x_val @ W1 + b1, 0)  # (seeds, dev rows, 64)


def dev_error_of(probabilities):
    return (np.argmax(probabilities, axis=-1) != digits.y_val).mean(axis=-1)


with needs(dropout_forward):
    rng = np.random.default_rng(SEED)
    thinned = np.array(
        [softmax(np.asarray(dropout_forward(dev_units, 0.5, rng, training=True)[0]) @ W2 + b2) for _ in range(30)]
    )
    single, together = dev_error_of(thinned).mean(axis=0), dev_error_of(thinned.mean(axis=0))
    whole = dev_error_of(softmax(dev_units @ W2 + b2))
    kinds = {"one thinned network": single, "30 of them averaged": together, "the whole network": whole}
    for name, errors in kinds.items():
        print(f"{name:20} dev error {mean_interval(errors)}")
    print(f"whole network minus average of 30: {mean_interval(whole - together)}")
    claim("30 thinned networks together err less than one", single - together)
    claim("the whole network errs less than one thinned network", single - whole)

# %% [markdown]
# **Explain.** The average over the ensemble is far better than its members, and the last interval says how well the single pass with the whole network replaces it.
#
# Inputs can be dropped as well, usually at a lower rate: a pixel that is gone cannot be retrieved from elsewhere, but a network that survives missing pixels has not hung everything on one of them.
#
# > **Predict.** Which of these lowers the dev loss most at the end, after 300 steps: dropping hidden units, dropping inputs, or both?

# %% tags=["demo"]
choices = {
    "none": {},
    "hidden 0.5": {"drop_hidden": 0.5},
    "inputs 0.3": {"drop_in": 0.3},
    "both": {"drop_in": 0.3, "drop_hidden": 0.5},
}
by_dropout, _ = study.train(list(choices.values()), x_120, y_120, mlp, steps=300, every=20)
figure, ax = plt.subplots()
for name, losses in zip(choices, by_dropout.dev_loss, strict=True):
    plots.bands(ax, np.arange(20, 301, 20), losses, name)
ax.set(xlabel="step", ylabel="dev loss (nats)", ylim=(0.25, 0.6))
ax.legend(title="dropped", ncols=2)
plots.show(
    figure,
    "Dev loss against steps. Without dropout it is lowest early and then climbs; with dropout of inputs and hidden "
    "units it is slower at first and stays lower.",
)
end_loss, end_error = by_dropout.dev_loss[:, :, -1], by_dropout.dev_error[:, :, -1]
claim("dropping inputs and hidden units lowers the dev loss at the end", end_loss[0] - end_loss[3])
for name, losses, errors in zip(choices, end_loss, end_error, strict=True):
    gained = "" if name == "none" else f" (gained {mean_interval(end_loss[0] - losses)})"
    print(f"{name:11} dev error {mean_interval(errors)}, dev loss {mean_interval(losses)}{gained}")

# %% [markdown]
# **Explain.** Dropout makes learning noisy, so it takes longer and wants more steps. Help is shown only where the bracket of a gain lies above zero; a few digits more or less in the dev error are within the luck of ten seeds.
#
# Here is also the promised case of a dev error *below* the training error. Keras reports the training error of an epoch with dropout **on**, the dev error with dropout **off**. The next cell measures the training rows both ways, on 500 digits.

# %% tags=["demo"]
x_500, y_500 = study.draw_rows(50)
with_dropout, trained = study.train([{"drop_in": 0.3, "drop_hidden": 0.5}], x_500, y_500, mlp, steps=80, every=80)
W1, b1, W2, b2 = (part[0] for part in trained)
with needs(dropout_forward):
    rng = np.random.default_rng(SEED)
    pixels = np.asarray(dropout_forward(x_500, 0.3, rng, training=True)[0])
    units = np.asarray(dropout_forward(np.maximum(pixels @ W1 + b1, 0), 0.5, rng, training=True)[0])
    as_reported = (np.argmax(units @ W2 + b2, axis=2) != y_500).mean(axis=1)
    dev_error = with_dropout.dev_error[0, :, -1]
    print(f"training error, dropout on  {mean_interval(as_reported)}")
    print(f"training error, dropout off {mean_interval(with_dropout.error[0, :, -1])}")
    print(f"dev error                   {mean_interval(dev_error)}")
    claim("the dev error is below the training error measured with dropout on", as_reported - dev_error)
    claim(
        "the dev error is above the training error measured with dropout off", dev_error - with_dropout.error[0, :, -1]
    )

# %% [markdown]
# ## 5 · Batch normalization's side effect  ·  5 min
#
# Batch normalization (Lab 3) computes mean and variance over the batch at hand, so that each row is shifted by the company it happens to keep. That is noise, as in dropout, and small batches make more of it. Does it regularise? To see the noise alone, the next cell keeps everything else equal: all 120 rows enter every step, and only the *groups* over which units are normalised differ, all 120 rows or ten rows at a time (a new random division at every step). The effect is small, so this one takes thirty seeds.

# %% tags=["demo"]
many = range(SEED, SEED + 30)
study_of_many = FewRowsStudy(digits, many)
rows_of_many, weights_of_many = study_of_many.draw_rows(12), study_of_many.draw_weights(64, 64, 64)
normalised = {
    size: study_of_many.train([{}], *rows_of_many, weights_of_many, steps=160, group=size)[0] for size in (120, 10)
}
figure, ax = plt.subplots()
for size, history in normalised.items():
    plots.bands(ax, np.arange(10, 161, 10), history.dev_loss[0], f"groups of {size}")
ax.set(xlabel="step", ylabel="dev loss (nats)", ylim=(0.25, 0.5))
ax.legend()
plots.show(
    figure,
    "With groups of ten the dev loss reaches a lower minimum, near step 60, than with all rows in one group; later it "
    "climbs, and crosses the other curve.",
)
lowest = {size: history.dev_loss[0].min(axis=1) for size, history in normalised.items()}
claim("the lowest dev loss along the way is lower with the noise of small groups", lowest[120] - lowest[10])
at_end = {size: history.dev_loss[0, :, -1] for size, history in normalised.items()}
claim("at the end the dev loss is higher with it", at_end[10] - at_end[120])

# %% [markdown]
# **Explain.** There is an effect, it is small, and in the end it turns around: the noise helps on the way and harms at the end. Nobody can set it without changing the batch size, which changes much else. Take it as a side effect; if you want regularization, use a knob that is made for it.

# %% [markdown]
# ## 6 · Stop early  ·  20 min
#
# The dev loss of the unregularised network falls, turns and climbs. So stop at the turn: keep the weights of the best epoch, and give up after `patience` epochs without an improvement. Small weights grow step by step, so stopping early keeps them small; it acts much like L2, and costs less than no time.
#
# ### Exercise 5 — `early_stopper`  ·  6 points
#
# Write the class. After each epoch it is told the dev loss and the current weights. What else it must remember begins in `__init__`, in place of the `raise` there.
#
# - An epoch is an **improvement** if its loss lies *more* than `min_delta` below the best loss so far (the loss of the last improvement). The first epoch always is one.
# - `update` returns True at the `patience`-th epoch in a row without an improvement, and False before.
# - `best_epoch` (counted from 0) and `best_weights` belong to the last improvement. The training loop goes on changing its arrays in place, so keep *copies*.


# %% nbgrader={"grade": false, "grade_id": "early_stopper", "locked": false, "schema_version": 3, "solution": true, "task": false}
class EarlyStopper:
    """Decides when to stop; patience >= 1 epochs, min_delta >= 0."""

    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_weights, self.best_epoch = None, None
        ### BEGIN SOLUTION
        self.best_loss, self.epoch = np.inf, -1
        ### END SOLUTION

    def update(self, val_loss, weights):
        """Note one epoch: its dev loss (a float) and the current weights (a list of arrays). Returns True to stop."""
        ### BEGIN SOLUTION
        self.epoch += 1
        if val_loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = val_loss, self.epoch
            self.best_weights = [w.copy() for w in weights]
        return self.epoch - self.best_epoch not in range(self.patience)
        ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_early_stopper", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(EarlyStopper, points=6)


def run_stopper(losses, **options):
    """Train until the stopper says stop: the number of epochs seen, best_epoch, and the first entries of best_weights.

    The weights are two arrays that the loop changes in place: they hold the number of the epoch.
    """
    stopper = EarlyStopper(**options)
    weights = [np.zeros(2), np.zeros((2, 2))]
    for epoch, loss in enumerate(losses):
        for w in weights:
            w[...] = epoch
        stop = stopper.update(loss, weights)
        check.holds(stop is not None, "update returned None: return True to stop and False to go on")
        if stop:
            break
    for w in weights:
        w[...] = -1.0  # the loop's own arrays go on changing
    check.holds(stopper.best_weights is not None, "best_weights is still None: set self.best_weights in update")
    check.holds(stopper.best_epoch is not None, "best_epoch is still None: set self.best_epoch in update")
    check.holds(len(stopper.best_weights) == 2, "best_weights must be a list like weights, one array for each")
    return epoch + 1, int(stopper.best_epoch), *(float(np.ravel(w)[0]) for w in stopper.best_weights)


names = ("epochs seen", "best_epoch", "first of best_weights", "second of best_weights")
with check("patience 2: stops at the second epoch in a row without an improvement"):
    check.expect(
        lambda: run_stopper([1.0, 0.5, 0.75, 0.625, 0.875, 0.25, 0.25], patience=2),
        (4, 1, 1.0, 1.0),
        names=names,
        mistakes={
            "one epoch too late: stop at the patience-th epoch in a row": (5, 1, 1.0, 1.0),
            "one epoch too early: wait for the patience-th epoch in a row": (3, 1, 1.0, 1.0),
            "a higher loss was taken for an improvement: a loss should fall": (3, 0, 0.0, 0.0),
            "compared with the epoch before: compare with the best loss so far": (7, 5, 5.0, 5.0),
            "the weights are a reference to arrays that change later: copy each": (4, 1, -1.0, -1.0),
            "the weights of the last epoch are kept: keep those of the best one": (4, 1, 3.0, 3.0),
            "epochs are counted from 1: count from 0": (4, 2, 1.0, 1.0),
            "the last epoch is given as the best": (4, 3, 1.0, 1.0),
        },
    )
with check("an improvement starts the count again"):
    check.expect(
        lambda: run_stopper([1.0, 1.5, 0.5, 1.5, 0.25, 1.5, 1.5, 1.5], patience=2),
        (7, 4, 4.0, 4.0),
        names=names,
        mistakes={
            "epochs without improvement were counted from the beginning: an improvement starts again at 0": (
                4,
                2,
                2.0,
                2.0,
            )
        },
    )
with check("min_delta: an improvement of exactly min_delta is none"):
    check.expect(
        lambda: run_stopper([1.0, 0.75, 0.75, 0.75, 0.6875, 0.6875, 0.6875, 0.6875], patience=3, min_delta=0.25),
        (4, 0, 0.0, 0.0),
        names=names,
        mistakes={
            "an improvement of exactly min_delta was counted (the loss must fall by more)": (5, 1, 1.0, 1.0),
            "min_delta was ignored": (8, 4, 4.0, 4.0),
        },
    )
### BEGIN HIDDEN TESTS
with check("min_delta is compared with the best loss, so that a slow descent counts when it has come far enough"):
    check.expect(
        lambda: run_stopper([1.0, 0.875, 0.75, 0.625, 0.5, 0.375], patience=3, min_delta=0.1875),
        (6, 4, 4.0, 4.0),
        names=names,
    )
with check("steps too small to count do not move the best loss"):
    losses = [1.0, 0.96875, 0.9375, 0.90625]
    check.expect(lambda: run_stopper(losses, patience=3, min_delta=0.25), (4, 0, 0.0, 0.0), names=names)
with check("equal losses are no improvement, also with min_delta = 0"):
    check.expect(lambda: run_stopper([0.5] * 6, patience=4), (5, 0, 0.0, 0.0), names=names)
with check("patience 1 stops at the first disappointment"):
    check.expect(lambda: run_stopper([3.0, 2.0, 1.0, 1.5, 0.5], patience=1), (4, 2, 2.0, 2.0), names=names)
with check("while the loss falls it never stops, and losses may be large, negative or 0"):
    check.expect(
        lambda: run_stopper([900.0 - 100 * e for e in range(20)], patience=1, min_delta=50.0),
        (20, 19, 19.0, 19.0),
        names=names,
    )
    check.expect(lambda: run_stopper([0.5, 0.0, 0.25], patience=9), (3, 1, 1.0, 1.0), names=names)
with check("two stoppers do not share anything"):
    first, second = EarlyStopper(2), EarlyStopper(2)
    first.update(0.5, [np.ones(1)])
    second.update(2.0, [np.zeros(1)])
    check.expect(float(np.ravel(second.best_weights[0])[0]), 0.0)
    check.expect(float(np.ravel(first.best_weights[0])[0]), 1.0)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Below, the training loss and the dev loss of the network with 120 digits, and in grey the steps at which your stopper's best weights were taken, from the earliest seed to the latest. Does the dev *error* turn as the dev loss does?


# %% tags=["demo"]
def kept_by(stopper, losses):
    """Tell the stopper one loss after the other until it stops; the number of the one whose weights it keeps."""
    for number, loss in enumerate(losses):
        if stopper.update(loss, [np.array(number)]):
            break
    return stopper.best_epoch


plain, _ = study.train([{}], x_120, y_120, mlp, steps=300, every=5)
with needs(EarlyStopper):
    steps = np.arange(5, 301, 5)
    kept = np.array([kept_by(EarlyStopper(patience=4), losses) for losses in plain.dev_loss[0]])
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2))
    for ax, label, top, on_training, on_dev in (
        (axes[0], "loss (nats)", 0.8, plain.loss, plain.dev_loss),
        (axes[1], "error (share)", 0.3, plain.error, plain.dev_error),
    ):
        plots.bands(ax, steps, on_training[0], "training")
        plots.bands(ax, steps, on_dev[0], "dev")
        ax.axvspan(steps[kept.min()], steps[kept.max()], color="0.88", zorder=0, label="weights kept")
        ax.set(xlabel="step", ylabel=label, ylim=(-0.02, top))
    axes[1].legend()
    plots.show(
        figure,
        "Left: the training loss falls towards zero, the dev loss turns after some forty steps and climbs; a grey span "
        "marks the steps whose weights the stopper keeps. Right: the dev error falls to its level and stays there.",
    )
    print(f"steps of the weights kept: {steps[kept.min()]} to {steps[kept.max()]} of 300")
    later = lambda values: values[0, :, -1] - values[0, np.arange(len(kept)), kept]
    claim("stopping early lowers the dev loss", later(plain.dev_loss))
    print(f"dev error at the end minus at the stop: {mean_interval(later(plain.dev_error))}")

# %% [markdown]
# ### Written answer 1  ·  4 points
#
# In the figure the dev loss climbs for hundreds of steps while the dev error hardly moves. How can both be true? And which of the two should early stopping watch here, and what does your answer depend on? Three to five sentences.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_loss_and_error", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** The error asks only which class has the largest score; the loss asks how probable the right class was. While training goes on, all scores grow, because larger weights lower the training loss further although every training row is right already. The rows on which the network is wrong stay wrong, so the error does not change, but the probability it gives to their true class falls towards 0, and $-\ln p$ climbs. If the probabilities are used (thresholds, expected costs, "how sure are you?"), watch the loss; if only the class counts, the error or accuracy is the metric, although it is a step function and noisy on few dev rows, so that the loss may still be the better signal.
#
# **Rubric**
# - 1 point: the error depends only on the largest score, the loss on the probability of the true class.
# - 1 point: wrong rows get worse by growing confidence (larger weights or scores) without any class changing.
# - 1 point: picks one of the two for some use and gives a reason that fits the pick.
# - 1 point: says when the other one would be right: another use of the output (probabilities or classes only), or more or less noise (few dev rows make the error jumpy).
# ### END SOLUTION

# %% [markdown]
# **The plateau caveat.** Early stopping takes "no improvement for a while" for "no improvement any more". On a plateau that is wrong. The same networks start below from weights a hundred times too small and learn slowly: for a while the loss hardly moves, then it falls as ever.
#
# > **Predict.** Patience 3 or patience 20, with `min_delta` = 0.01 and a look every two steps: at what dev error does each stop?

# %% tags=["demo"]
tiny_start = [0.01 * part for part in mlp]
plateau, _ = study.train([{"learning_rate": 0.001}], x_120, y_120, tiny_start, steps=400, every=2)
with needs(EarlyStopper):
    steps, kept_error = np.arange(2, 401, 2), {}
    figure, ax = plt.subplots()
    plots.bands(ax, steps, plateau.dev_loss[0], "dev loss")
    for patience, linestyle in ((3, ":"), (20, "-.")):
        kept = np.array([kept_by(EarlyStopper(patience, min_delta=0.01), losses) for losses in plateau.dev_loss[0]])
        kept_error[patience] = plateau.dev_error[0, np.arange(len(kept)), kept]
        ax.axvline(steps[kept].mean(), color="0.4", linestyle=linestyle, label=f"weights kept with patience {patience}")
        print(f"patience {patience:2}: dev error {mean_interval(kept_error[patience])}")
    ax.set(xlabel="step", ylabel="dev loss (nats)")
    ax.legend()
    plots.show(
        figure,
        "The dev loss hardly moves in the first steps and then falls as ever. With patience 3 the weights kept are "
        "those of the plateau, with patience 20 those of a step near the end.",
    )
    claim("the patient stopper ends with the lower dev error", kept_error[3] - kept_error[20])

# %% [markdown]
# **Explain.** The impatient stopper leaves on the plateau, with a network that has hardly begun to learn. Look at the curve before you trust the callback, give it more patience than the longest plateau you expect, and let it restore the best weights, so that patience costs time only.
#
# Keras' `EarlyStopping` must know whether a metric should fall or rise. It knows that of the loss and of its own metrics; of a function of yours it does not, so that the `monitor="val_err"` of some older texts is refused:


# %% tags=["demo", "nbval-check-output"]
def err(y_true, y_pred):
    return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)


model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse", metrics=[err])
points = np.zeros((4, 2)), np.zeros((4, 1))
for options in ({}, {"mode": "min"}):
    stop = keras.callbacks.EarlyStopping(monitor="val_err", **options)
    try:
        model.fit(*points, validation_data=points, epochs=1, verbose=0, callbacks=[stop])
        print(options, "-> accepted")
    except ValueError as error:
        print(options, "-> ValueError:", str(error).split(". ")[0].splitlines()[0])

# %% [markdown]
# ## 7 · More data out of the data you have: augmentation  ·  15 min
#
# The best cure for variance is more data. Where none are to be had, make some: change the training images in ways that do not change what they show. A digit moved by a pixel is the same digit. (A digit turned upside down is not: 6 and 9. Which changes are harmless is knowledge about the *task*, and that is what you add.) Only training rows are augmented, never dev or test rows.
#
# ### Exercise 6 — `augment_shift`  ·  4 points
#
# For each image draw two whole numbers from −max_shift to max_shift, all equally likely and both from `rng`: by how many rows it moves, and by how many columns. What leaves the picture is lost; zeros flow in on the other side.


# %% nbgrader={"grade": false, "grade_id": "augment_shift", "locked": false, "schema_version": 3, "solution": true, "task": false}
def augment_shift(images, rng, max_shift=1):
    """Shift every image by its own random number of rows and columns; zeros flow in.

    images: (n, h, w); rng: np.random.Generator; 0 <= max_shift < h, w.
    Returns a new array (n, h, w).
    """
    ### BEGIN SOLUTION
    n, height, width = images.shape
    padded = np.pad(images, ((0,), (max_shift,), (max_shift,)))  # before and after alike, along each axis
    corners = rng.integers(0, 2 * max_shift, size=(n, 2), endpoint=True)
    cut = [padded[row, top : top + height, left : left + width] for row, (top, left) in enumerate(corners)]
    return np.stack(cut)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_augment_shift", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(augment_shift, points=4)


def numbered(n, height, width):
    """Images without zeros in which every pixel is another number."""
    return np.arange(1.0, n * height * width + 1).reshape(n, height, width)


def image_moved_by(image, down, right):
    """One image moved, zeros flowing in."""
    height, width = image.shape
    moved = np.zeros_like(image)
    moved[max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)] = image[
        max(-down, 0) : height - max(down, 0), max(-right, 0) : width - max(right, 0)
    ]
    return moved


def shifts_of(images, seed, max_shift):
    """The learner's shifts (down, right) of every image, (n, 2); max_shift None: it is left to the learner's default."""
    got = augment_shift(images.copy(), np.random.default_rng(seed), *([] if max_shift is None else [max_shift]))
    max_shift = 1 if max_shift is None else max_shift
    check.holds(got is not None, "got None: return the new images")
    got = np.asarray(got)
    check.holds(got.shape == images.shape, f"got shape {got.shape}, images have {images.shape}: they must be equal")
    reach = range(-max_shift, max_shift + 1)
    offsets = [(down, right) for down in reach for right in reach]
    found = []
    for number, (image, moved) in enumerate(zip(images, got, strict=True)):
        fits = [offset for offset in offsets if np.allclose(moved, image_moved_by(image, *offset), rtol=1e-4)]
        if not fits:
            rolled = any(np.allclose(moved, np.roll(image, offset, (0, 1))) for offset in offsets)
            check.holds(not rolled, "pixels that leave on one side come in on the other: let zeros flow in")
            farther = range(-max_shift - 1, max_shift + 2)
            far = any(np.allclose(moved, image_moved_by(image, down, right)) for down in farther for right in farther)
            check.holds(not far, f"image {number} moved by more than max_shift = {max_shift}")
            check.holds(False, f"image {number} is none of the allowed shifts of the original, with zeros flowing in")
        found.append(fits[0])
    return np.array(found)


with check("every image is the original, shifted by at most one pixel, and zeros flow in"):
    shifts_of(numbered(60, 5, 5), seed=1, max_shift=1)
with check("every image has a shift of its own, in both directions"):
    shifts = shifts_of(numbered(200, 5, 5), seed=2, max_shift=1)
    check.holds(len(np.unique(shifts, axis=0)) > 1, "all images moved by the same shift: draw one for each")
    for axis, name in enumerate(("rows", "columns")):
        check.holds(
            len(np.unique(shifts[:, axis])) == 3, f"only some of the shifts -1, 0, 1 of {name} occur: draw all three"
        )
    tied = abs(np.corrcoef(shifts.T)[0, 1]) > 0.9
    check.holds(not tied, "rows and columns always move together: draw a number for each")
with check("the images are left alone"):
    check.unchanged(lambda images: augment_shift(images, np.random.default_rng(3)), numbered(20, 4, 4))
### BEGIN HIDDEN TESTS
with check("all 25 shifts of up to two pixels occur about equally often, on images that are not square"):
    shifts = shifts_of(numbered(1000, 5, 7), seed=4, max_shift=2)
    _, counts = np.unique(shifts, axis=0, return_counts=True)
    check.holds(len(counts) == 25, f"{len(counts)} different shifts in 1,000 images: there are 25")
    check.holds(counts.max() < 90, "one shift is far more frequent than others (40 of 1,000 would be fair)")
    for axis, name in enumerate(("rows", "columns")):
        _, counts = np.unique(shifts[:, axis], return_counts=True)  # 200 each, with a deviation of 13
        check.holds(
            counts.min() > 140 and counts.max() < 260,
            f"of 1,000 images {counts} moved by -2 to 2 {name}: every whole number should be equally likely",
        )
with check("max_shift = 0 changes nothing"):
    images = numbered(4, 3, 3)
    check.expect(lambda: augment_shift(images.copy(), np.random.default_rng(5), max_shift=0), images, rtol=1e-4)
with check("max_shift is 1 if nobody says otherwise"):
    check.holds(np.any(shifts_of(numbered(100, 5, 5), seed=6, max_shift=None)), "nothing moved")
with check("all randomness comes from rng"):
    np.random.seed(1)
    once = shifts_of(numbered(50, 4, 4), seed=7, max_shift=1)
    np.random.seed(2)
    again, other = (shifts_of(numbered(50, 4, 4), seed, max_shift=1) for seed in (7, 8))
    check.holds(
        np.array_equal(once, again), "an rng in the same state gave other shifts: draw from rng and nothing else"
    )
    check.holds(not np.array_equal(once, other), "another rng gave the same shifts: draw them from rng")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** The dev digits are centred, like the training digits. Does training on shifted digits help on them? And if the dev digits are shifted too?


# %% tags=["demo"]
def shifted_rows(x, rng):
    """augment_shift for images that are rows of 64 pixels, in an array of any shape (..., 64)."""
    return np.asarray(augment_shift(x.reshape(-1, 8, 8), rng)).reshape(x.shape)


with needs(augment_shift):
    rng = np.random.default_rng(SEED)
    x_shifted = np.stack([shifted_rows(x_120, rng) for _ in range(20)])  # 20 versions, one after the other
    dev_shifted = shifted_rows(digits.x_val, rng)
    figure, axes = plt.subplots(1, 8, figsize=(8, 1.2))
    for ax, picture in zip(axes, [x_120[0, 30], *x_shifted[:7, 0, 30]], strict=True):
        show_digit(ax, picture, "original" if ax is axes[0] else "shifted")
    plots.show(
        figure, "One training digit and seven of its shifted versions: the same shape, moved by a pixel at most."
    )

    augmented = {}
    for training, versions in (("centred", x_120), ("shifted", x_shifted)):
        history, weights = study.train([{}], versions, y_120, mlp, steps=300, every=300)
        augmented["centred", training] = history.dev_error[0, :, -1]
        augmented["shifted", training] = wrong_rows(weights, dev_shifted, digits.y_val).mean(axis=1)
    for (target, training), errors in sorted(augmented.items()):
        print(f"{target} dev digits, {training} training digits: dev error {mean_interval(errors)}")
    for target in ("centred", "shifted"):
        gain = augmented[target, "centred"] - augmented[target, "shifted"]
        print(f"gained by augmentation on {target} dev digits: {mean_interval(gain)}")
    claim("on shifted dev digits augmentation lowers the dev error", gain)

# %% [markdown]
# **Explain.** A network of dense layers has no idea that neighbouring pixels have to do with each other: a digit moved by one pixel is a stranger to it. Augmentation tells it. On centred digits, where nobody ever moves anything, there is little to gain with this network: look at the interval. Augmentation helps as far as it makes training look like what comes later.

# %% [markdown]
# ## 8 · A better kind of network: convolution  ·  15 min
#
# Is a network of dense layers (an MLP) the best we can do for images? It treats the 64 pixels as 64 unrelated columns. A **convolution** builds in two things we know about pictures: what belongs together is *near*, and a stroke is a stroke *wherever* it is. A small window of weights, the **kernel**, moves over the image, and the same weights are used at each place. One such kernel gives one **channel** of output; a layer has several.
#
# A kernel reads *all* input channels in its window and has one bias. So a layer has `h · w · c_in` weights for each output channel, and as many biases as output channels, whatever the size of the image.
#
# ### Exercise 7 — `conv_parameters`  ·  2 points


# %% nbgrader={"grade": false, "grade_id": "conv_parameters", "locked": false, "schema_version": 3, "solution": true, "task": false}
def conv_parameters(kernel, c_in, c_out):
    """Number of trainable parameters of a convolution, biases included.

    kernel: (h, w); c_in, c_out: numbers of input and output channels. Returns an integer.
    """
    ### BEGIN SOLUTION
    height, width = kernel
    return (height * width * c_in + 1) * c_out
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_conv_parameters", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(conv_parameters, points=2)

with check("a 3x3 kernel from 1 to 16 channels"):
    check.expect(
        lambda: conv_parameters((3, 3), 1, 16),
        160,
        mistakes={
            "the biases are missing: one for each output channel": 144,
            "one bias in all, or one for each input channel: there is one for each output channel": 145,
            "the output channels are missing": 10,
            "one bias for each weight": 288,
        },
    )
with check("a 5x3 kernel from 4 to 8 channels"):
    check.expect(
        lambda: conv_parameters((5, 3), 4, 8),
        488,
        mistakes={
            "the biases are missing: one for each output channel": 480,
            "the input channels are missing: a kernel reads all of them": 128,
            "the biases follow the output channels, not the input channels": 484,
            "the kernel is not square here: it has h * w weights": 808,
            "the output channels are missing": 61,
            "one bias in all: there is one for each output channel": 481,
            "one bias for each pair of channels: there is one for each output channel": 512,
        },
    )
### BEGIN HIDDEN TESTS
with check("equal to what Keras counts"):
    for size, c_in, c_out in (((1, 7), 3, 5), ((2, 2), 16, 1), ((11, 11), 3, 96)):
        layer = keras.layers.Conv2D(c_out, size)
        layer.build((None, 20, 20, c_in))
        check.expect(lambda size=size, c_in=c_in, c_out=c_out: conv_parameters(size, c_in, c_out), layer.count_params())
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Now a test of the claim that *nearness* matters. Take one random order of the 64 pixels and shuffle every image, training and dev, in this same order. No information is lost: whoever knows the order can undo it. But neighbours are torn apart.
#
# > **Predict.** What does the shuffling do to the dev error of the MLP, and of a small convolutional network (16 kernels of 3×3; of every two by two outputs only the largest goes on, which is called *pooling*; then softmax)?

# %% tags=["demo"]
cnn = study.draw_weights(9, 16, 9 * 16)
orders = np.array([np.random.default_rng(seed).permutation(64) for seed in SEEDS])
x_torn = np.take_along_axis(x_120, orders[:, np.newaxis], axis=2)
dev_torn = np.stack([digits.x_val[:, order] for order in orders]), np.tile(digits.y_val, (len(orders), 1))
errors = {}
for kind, weights in (("MLP", mlp), ("CNN", cnn)):
    errors[kind, "in place"] = study.train([{}], x_120, y_120, weights)[0].dev_error[0]
    errors[kind, "shuffled"] = study.train([{}], x_torn, y_120, weights, dev=dev_torn)[0].dev_error[0]

figure, (left, middle, right) = plt.subplots(1, 3, figsize=(8, 3), width_ratios=(1, 1, 3.2))
show_digit(left, x_120[0, 30], "as it is")
show_digit(middle, x_torn[0, 30], "shuffled")
for (kind, pixels), values in errors.items():
    plots.bands(right, np.arange(10, 201, 10), values, f"{kind}, pixels {pixels}")
right.set(xlabel="step", ylabel="dev error (share)", ylim=(0.05, 0.3))
right.legend(fontsize=8)
plots.show(
    figure,
    "A digit as it is and with shuffled pixels. Curves of the dev error: the two of the MLP lie on each other; the CNN "
    "is below them with the pixels in place and above them with shuffled pixels.",
)
harm = {kind: (errors[kind, "shuffled"] - errors[kind, "in place"])[:, -1] for kind in ("MLP", "CNN")}
claim("shuffled pixels hurt the CNN", harm["CNN"])
claim("they hurt it more than the MLP", harm["CNN"] - harm["MLP"])
claim("with the pixels in place the CNN beats the MLP", (errors["MLP", "in place"] - errors["CNN", "in place"])[:, -1])
print(f"what they do to the MLP: {mean_interval(harm['MLP'])}")
with needs(conv_parameters):
    print(
        f"parameters of the MLP: {64 * 64 + 64 + 64 * 10 + 10}, of the CNN: {conv_parameters((3, 3), 1, 16) + 144 * 10 + 10}"
    )

# %% [markdown]
# **Explain.** To the MLP the order of its inputs means nothing: shuffle them and permute the rows of its first kernel alike, and it is the same network. (Only its random start differs, hence a small interval around zero.) The CNN wins by what it assumes about pictures, and loses when the assumption is false. That holds for all of this lab: regularization is knowledge, or a guess, about the task.
#
# ## 9 · Borrowed layers: transfer  ·  20 min
#
# If others have trained a network on a related task with plenty of data, its first layers may already compute what you need. Take them as a **base**, put a new softmax on top, and choose:
#
# - **frozen:** the base keeps its weights, only the new layer learns. Little to learn, little to overfit.
# - **unfrozen:** everything learns, usually after the new layer has settled and with a smaller rate, so that its first wild gradients do not destroy what you borrowed.
#
# ### Exercise 8 — `transfer_model`  ·  4 points
#
# Build a model that feeds the output of `base` into a new `Dense` layer with softmax. With `freeze=True` training must leave the base as it is, with `freeze=False` the base must learn as well (even if someone froze it before). Do not compile it, and do not give the base new weights.


# %% nbgrader={"grade": false, "grade_id": "transfer_model", "locked": false, "schema_version": 3, "solution": true, "task": false}
def transfer_model(base, n_classes, freeze=True):
    """A new softmax on top of a trained base.

    base: a Keras model, inputs -> features (n, d). Returns a Keras model, inputs -> probabilities (n, n_classes).
    """
    ### BEGIN SOLUTION
    base.trainable = not freeze
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_transfer_model", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(transfer_model, points=4)

pictures = np.random.default_rng(5).random((40, 6)).astype("float32")


def small_base(normalised=False):
    """6 inputs -> 4 features, with weights that nobody else has; part of a larger model, as in real life."""
    layers = [keras.Input((6,)), keras.layers.Dense(5, activation="tanh")]
    layers += [keras.layers.BatchNormalization()] if normalised else []
    base = keras.Sequential([*layers, keras.layers.Dense(4, activation="tanh")])
    waves = [np.sin(np.arange(1.0, w.size + 1)).reshape(w.shape) for w in base.get_weights()]
    base.set_weights([wave if wave.ndim == 2 else wave**2 for wave in waves])  # a variance must be positive
    keras.Sequential([keras.Input((6,)), base, keras.layers.Dense(2)])
    return base


def trained_transfer(n_classes, freeze, normalised=False, frozen_before=False):
    """The learner's model in plain arrays, and what five steps of training change of it.

    Returns features of the base, outputs, [W, b] of the new layer, and which weights of the base and of the new layer
    have learnt.
    """
    base = small_base(normalised)
    base.trainable = not frozen_before
    features, base_weights = np.asarray(base(pictures)), base.get_weights()
    model = transfer_model(base, n_classes) if freeze is None else transfer_model(base, n_classes, freeze=freeze)
    check.holds(model is not None, "got None: return the model")
    check.holds(isinstance(model, keras.Model), f"expected a Keras model, got a {type(model).__name__}")
    before = np.asarray(model(pictures, training=False))
    wanted = (len(pictures), n_classes)
    check.holds(
        before.shape == wanted, f"got outputs of shape {before.shape} for {wanted[0]} rows, {n_classes} classes"
    )
    old = model.get_weights()
    shapes = [w.shape for w in old[-2:]]
    check.holds(
        shapes == [(features.shape[1], n_classes), (n_classes,)],
        "the new layer must take the base's output as its input, have biases, and be the last one",
    )
    labels = np.arange(len(pictures)) % n_classes
    model.compile(keras.optimizers.SGD(1.0), "sparse_categorical_crossentropy", run_eagerly=True)
    for _ in range(5):
        model.train_on_batch(pictures, labels)
    learnt = [not np.array_equal(*pair) for pair in zip(old, model.get_weights(), strict=True)]
    return features, before, old[-2:], learnt[: len(base_weights)], learnt[-2:]


def is_softmax_on_top(outputs, features, head):
    """Whether the outputs are softmax(features @ W + b), computed in NumPy."""
    powers = np.exp(features @ head[0] + head[1])
    return np.allclose(outputs, powers / powers.sum(axis=1, keepdims=True), rtol=1e-3)


with check("one probability for each class, and each row sums to 1"):
    _, before, *_ = trained_transfer(3, freeze=True)
    check.expect(before.sum(axis=1), np.ones(40), rtol=1e-4)
    check.holds(before.min() >= 0, "probabilities cannot be negative: use softmax")
with check("the new layer stands on the base's own output"):
    features, before, head, *_ = trained_transfer(3, freeze=True)
    check.holds(
        is_softmax_on_top(before, features, head),
        "the output is not softmax(features @ W + b): keep the base's weights and add one Dense layer with softmax",
    )
with check("frozen: training changes the new layer and leaves the base as it is"):
    *_, base_learnt, head_learnt = trained_transfer(3, freeze=True)
    check.holds(any(head_learnt), "the new layer did not learn: only the base is to be frozen")
    check.holds(not any(base_learnt), "the base has learnt too: freeze it (trainable = False)")
with check("unfrozen: the base learns too"):
    *_, base_learnt, _ = trained_transfer(3, freeze=False)
    check.holds(any(base_learnt), "the base did not learn though freeze=False")
    check.holds(all(base_learnt), "only a part of the base learnt though freeze=False: unfreeze all of its layers")
### BEGIN HIDDEN TESTS
with check("the base is frozen if nobody says otherwise, and 5 classes work as well as 3"):
    *_, base_learnt, _ = trained_transfer(5, freeze=None)
    check.holds(not any(base_learnt), "freeze is True by default: the base must not learn")
with check("a frozen base with batch normalization keeps its running statistics"):
    features, before, head, base_learnt, _ = trained_transfer(3, freeze=True, normalised=True)
    check.holds(is_softmax_on_top(before, features, head), "the output is not softmax(features @ W + b)")
    check.holds(not any(base_learnt), "the base changed: set trainable = False on it, which also holds its statistics")
with check("unfrozen: a base that was frozen before learns again"):
    *_, base_learnt, _ = trained_transfer(3, freeze=False, frozen_before=True)
    check.holds(any(base_learnt), "freeze=False must make the base trainable again")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# In Keras, on one network: a base that has learnt the digits 0 to 4, and five new classes, the digits 5 to 9, with ten examples each. First frozen, then unfrozen with a smaller rate (*fine-tuning*). Compile again after changing `trainable`: Keras fixes what it trains when it compiles.

# %% tags=["demo"]
is_low = digits.y_train < 5
base = keras.Sequential([keras.Input((64,)), keras.layers.Dense(64, activation="relu")])
low_model = keras.Sequential([base, keras.layers.Dense(5, activation="softmax")])
low_model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
low_model.fit(digits.x_train[is_low], digits.y_train[is_low], epochs=5, verbose=0)
x_high, y_high = study.draw_rows(10, range(5, 10))
dev_high = digits.x_val[digits.y_val >= 5], digits.y_val[digits.y_val >= 5] - 5
with needs(transfer_model):
    model = transfer_model(base, 5)
    for stage, trainable, rate in (("frozen", False, 0.01), ("then unfrozen", True, 0.001)):
        base.trainable = trainable
        model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
        learns = sum(int(np.prod(w.shape)) for w in model.trainable_weights)
        model.fit(x_high[0], y_high[0] - 5, epochs=20, batch_size=50, verbose=0)
        error = np.mean(np.argmax(model(dev_high[0]), axis=1) != dev_high[1])
        print(f"{stage:13}: {learns} parameters learn, dev error {error:.3f}")

# %% [markdown]
# One seed and one number of examples prove nothing. Does transfer help? It depends on what the two tasks share, so here are two cases. On the left, the digits as they are. On the right, poor photographs of them: every image is shifted at random by up to a pixel and noisy, so that there is something to be learnt about *all* digits which a few examples do not show. The bases have learnt 500 digits from 0 to 4, poor photographs in the second case.
#
# > **Predict.** Frozen base, unfrozen base, or from scratch: which is best with two examples of each class, which with twenty? In which of the two cases does the borrowed layer help? And could a layer of random weights, frozen as well, be better than a borrowed one?

# %% tags=["demo"]
with needs(augment_shift):
    rng = np.random.default_rng(SEED)
    x_low, y_low = study.draw_rows(100, range(5))
    x_high, y_high = study.draw_rows(20, range(5, 10))
    dev_low = digits.x_val[digits.y_val < 5], digits.y_val[digits.y_val < 5]

    def poor(x):
        """Shifted by up to a pixel, and noisy."""
        return np.clip(shifted_rows(x, rng) + rng.normal(0, 0.2, x.shape), 0, 1)

    cases = {
        "centred digits": (x_low, x_high, dev_high[0]),
        "poor photographs": (np.stack([poor(x_low) for _ in range(6)]), poor(x_high), poor(dev_high[0])),
    }
    example_counts = (2, 6, 20)
    examples = np.tile(np.arange(20), 5)  # of each class, number 0 to 19
    ways = {"borrowed, frozen": 0.0, "borrowed, unfrozen": 0.1, "from scratch": 1.0, "random, frozen": 0.0}
    settings = [
        {"rows": (examples < count).astype(float), "first_layer": factor}
        for count in example_counts
        for factor in ways.values()
    ]
    average = {}
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2))
    for ax, (case, (x_base, x_new, x_dev)) in zip(axes, cases.items(), strict=True):
        _, base_weights = study.train(
            [{}], x_base, y_low, study.draw_weights(64, 128, 128, 5), dev=dev_low, steps=150, every=150
        )
        fresh = FewRowsStudy(digits, range(SEED + 100, SEED + 110)).draw_weights(64, 128, 128, 5)
        borrowed = [base_weights[0][0], base_weights[1][0], *fresh[2:]]
        starts = [
            np.stack([old, old, new, new] * len(example_counts)) for old, new in zip(borrowed, fresh, strict=True)
        ]
        history, _ = study.train(settings, x_new, y_high - 5, starts, dev=(x_dev, dev_high[1]), steps=80, every=80)
        errors = history.dev_error[:, :, -1].reshape(len(example_counts), len(ways), -1)
        average[case] = dict(zip(ways, errors.mean(axis=0), strict=True))
        for k, way in enumerate(ways):
            plots.bands(ax, example_counts, errors[:, k].T, way)
        ax.set(xscale="log", title=case, xlabel="examples of each class")
        ax.set_xticks(example_counts, example_counts)
        ax.xaxis.set_minor_locator(plt.NullLocator())
    axes[0].set_ylabel("dev error (share)")
    axes[0].legend(fontsize=8)
    plots.show(
        figure,
        "Dev error against examples of each class. Centred digits: the borrowed layer, frozen, is highest everywhere, from "
        "scratch lowest, random weights close to it. Poor photographs: random weights are highest; with two examples the "
        "others are alike, with six and twenty both ways of transfer lie below training from scratch.",
    )
    for case, worse, better in (
        ("centred digits", "borrowed, frozen", "from scratch"),
        ("centred digits", "borrowed, frozen", "random, frozen"),
        ("poor photographs", "from scratch", "borrowed, unfrozen"),
        ("poor photographs", "random, frozen", "borrowed, frozen"),
    ):
        claim(
            f"{case}, averaged over the counts: {better} is better than {worse}",
            average[case][worse] - average[case][better],
        )
    frozen_gain = average["poor photographs"]["from scratch"] - average["poor photographs"]["borrowed, frozen"]
    print(f"poor photographs, gained from scratch to borrowed, frozen: {mean_interval(frozen_gain)}")

# %% [markdown]
# **Explain.** A layer that has learnt to tell 0 to 4 apart has thrown away what it did not need, and some of that is what tells 5 to 9 apart: on centred digits even random weights serve better. There a fresh network learns from a handful of examples, and the loan costs more than it brings. Where the base has learnt something hard to get from few examples, here to cope with shifts and noise, it pays. So transfer is a candidate like any other: train the same network from scratch, and compare.

# %% [markdown]
# ## 10 · Strategy: what to do next  ·  30 min
#
# By now there are a dozen things to try. Trying them in the order in which they come to mind is how months go by. Some rules of thumb:
#
# **Begin with a quick, simple model**, in a day rather than a month: its mistakes tell you what to work on, and it is the yardstick for everything after it.
#
# **One knob for one purpose** (*orthogonalization*). On an old television one knob moved the picture sideways, another changed its height; a knob for both at once would have been useless. Go through four stages in order, each with knobs of its own:
#
# | stage | if it fails, turn |
# |---|---|
# | 1 fits the training rows | larger network, better optimizer, longer training |
# | 2 fits the dev rows | regularization, more training data |
# | 3 fits the test rows | a larger dev set (the old one has been overfitted by your choices) |
# | 4 pleases in real life | another dev set, or another metric |
#
# Early stopping, by the way, turns 1 and 2 at once. Many use it all the same, because it is cheap.
#
# **One number to compare by.** With precision *and* recall, two models can each be better; with F1, an average or an expected cost, one is. If several things matter that cannot be averaged in earnest, optimise *one* and set limits for the others: the **optimising** metric, as good as possible, and the **satisficing** ones, merely good enough. Accuracy, as long as an answer takes at most 100 ms: a model with 20 ms is then no better than one with 90.
#
# ### Exercise 9 — `pick_model`  ·  3 points
#
# Pick the most accurate model among those within the latency limit (a latency equal to it is within). If two are equally accurate, the faster one wins.


# %% nbgrader={"grade": false, "grade_id": "pick_model", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pick_model(candidates, max_latency):
    """The name of the most accurate model that is fast enough; of equally accurate ones, the fastest.

    candidates: list of dicts with name (str), accuracy (share) and latency (ms); max_latency in ms.
    Raises ValueError when no candidate is within the limit.
    """
    ### BEGIN SOLUTION
    fast_enough = [model for model in candidates if model["latency"] <= max_latency]
    if not fast_enough:
        raise ValueError(f"no model answers within {max_latency} ms")
    return max(fast_enough, key=lambda model: (model["accuracy"], -model["latency"]))["name"]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pick_model", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(pick_model, points=3)


def candidates_from(*rows):
    """Candidates from (name, accuracy, latency)."""
    return [dict(zip(("name", "accuracy", "latency"), row, strict=True)) for row in rows]


four = (("tiny", 0.85, 20.0), ("small", 0.90, 80.0), ("medium", 0.92, 95.0), ("large", 0.95, 1500.0))
with check("the most accurate within the limit"):
    check.expect(
        lambda: pick_model(candidates_from(*four), max_latency=100),
        "medium",
        mistakes={
            "the limit is ignored": "large",
            "latency only has to be good enough; accuracy is to be optimised": "tiny",
        },
    )
with check("a latency equal to the limit is within"):
    check.expect(
        lambda: pick_model(candidates_from(*four), max_latency=95),
        "medium",
        mistakes={"the limit itself is allowed: use <=": "small"},
    )
with check("ValueError when none is fast enough"):
    check.raises(
        ValueError,
        lambda: pick_model(candidates_from(*four), max_latency=10),
        "nothing is fast enough at 10 ms: raise ValueError(...)",
    )
### BEGIN HIDDEN TESTS
with check("equally accurate: the faster one, wherever it stands in the list"):
    tied = (("a", 0.8, 30.0), ("b", 0.9, 50.0), ("c", 0.9, 20.0), ("d", 0.9, 40.0), ("e", 0.7, 1.0))
    check.expect(lambda: pick_model(candidates_from(*tied), 60), "c")
    check.expect(lambda: pick_model(candidates_from(*tied[::-1]), 60), "c")
with check("a small gain in accuracy outweighs any gain in speed"):
    check.expect(lambda: pick_model(candidates_from(("quick", 0.9, 1.0), ("accurate", 0.9001, 99.0)), 100), "accurate")
with check("a single candidate, and the large one once time allows"):
    check.expect(lambda: pick_model(candidates_from(("only", 0.1, 5.0)), 5.0), "only")
    check.expect(lambda: pick_model(candidates_from(*four), 2000), "large")
with check("no candidates at all"):
    check.raises(ValueError, lambda: pick_model([], 10), "an empty list has no model to pick: raise ValueError(...)")
with check("the list of candidates is left alone"):
    given = candidates_from(*four)
    pick_model(given, 100)
    check.holds(given == candidates_from(*four), "the caller's list was changed: sort or filter a copy")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# **Splitting the data.** The dev set is the target you aim at, the test set measures how well you hit. So both must come from the *same distribution*, the one that your users will send; a team that aims at one country's customers and is measured on another's has wasted its aim. With a few thousand rows, 60 / 20 / 20 is reasonable. With a million, 98 / 1 / 1 is: a dev set need only be large enough to see the differences that matter. How large is that? An error rate $p$ measured on $n$ rows has a standard error of $\sqrt{p(1-p)/n}$:

# %% tags=["demo", "nbval-check-output"]
sizes = np.array([100, 360, 1_000, 10_000, 200_000])
deviation = np.sqrt(0.05 * 0.95 / sizes)
print("an error of 5 %, measured on so many rows: 95 % of the measurements lie between")
for size, half in zip(sizes, 1.96 * deviation, strict=True):
    print(f"{size:8,} rows: {0.05 - half:.1%} and {0.05 + half:.1%}")

# %% [markdown]
# Ten thousand rows settle half a percentage point; 20 % of a million would settle a tenth of a point, and hardly anybody needs that. (Two models on the *same* dev rows differ by less than two such errors suggest, because they find the same rows hard. That is why this lab compares seed by seed.)
#
# **When to change the target.** If the metric or the dev set ranks model A over B and you would rather ship B, then it is the target that is wrong: a filter with the lower error that lets obscene pictures through, a dev set of studio photographs where users send blurred ones. Change it at once, and go on. Aiming first at the wrong target beats not aiming.
#
# **When training and target differ.** A maker of cars wants its rear-view mirror to understand speech. It has half a million recordings from elsewhere and twenty thousand from the microphone in the mirror. Shuffling all together would make a dev set with 4 % mirror: the wrong target. Better: dev and test from the mirror only, the rest of the mirror's recordings into training, where there is room for other data, too. But then a gap between training and dev has *two* possible reasons, variance or the other microphone. A fourth set tells them apart: **training-dev** rows, from the training distribution, but not trained on.
#
# $$\text{target} \;\xleftrightarrow{\text{bias}}\; \text{training} \;\xleftrightarrow{\text{variance}}\; \text{training-dev} \;\xleftrightarrow{\text{mismatch}}\; \text{dev} \;\xleftrightarrow{\text{dev set overfitted}}\; \text{test}$$
#
# Our mirror: clean digits to train on, and a camera that shifts some pictures, covers part of some and adds noise to others. For each seed 600 digits stand for the plentiful clean data, and its 120 digits, seen by the camera, for the scarce ones.

# %% tags=["demo"]
KINDS = ("clean", "noisy", "partly covered", "shifted")


def camera(x, rng):
    """What the camera makes of digits (n, 64): the pictures and the number of the kind of each, all kinds equally often."""
    kind = rng.permutation(np.arange(len(x)) % len(KINDS))
    pictures = x.reshape(-1, 8, 8).copy()
    for image, number in zip(pictures, kind, strict=True):
        if KINDS[number] == "noisy":
            image[...] = np.clip(image + rng.normal(0, 0.25, (8, 8)), 0, 1)
        elif KINDS[number] == "partly covered":
            column = rng.integers(0, 6)
            image[:, column : column + 3] = 0
        elif KINDS[number] == "shifted":
            image[...] = np.pad(image, 1)[tuple(slice(start, start + 8) for start in rng.choice([0, 2], 2))]
    return pictures.reshape(x.shape), kind


x_600, y_600 = study.draw_rows(60)
seen_by_camera = [camera(digits.x_val, np.random.default_rng(seed)) for seed in SEEDS]
dev_camera = np.stack([pictures for pictures, _ in seen_by_camera]), np.tile(digits.y_val, (len(SEEDS), 1))
kinds_of_dev = np.stack([kind for _, kind in seen_by_camera])
few_camera = np.stack([camera(x, np.random.default_rng(seed))[0] for seed, x in zip(SEEDS, x_120, strict=True)])

clean_history, clean_weights = study.train([{}], x_600, y_600, mlp, dev=dev_camera, steps=100, every=100)
both_rows = np.concatenate([x_600, few_camera], axis=1), np.concatenate([y_600, y_120], axis=1)
mixed_history, _ = study.train([{}], *both_rows, mlp, dev=dev_camera, steps=100, every=100)
four_errors = {
    "training (clean)": clean_history.error[0, :, -1],
    "training-dev (clean, not trained on)": wrong_rows(clean_weights, digits.x_val, digits.y_val).mean(axis=1),
    "dev (camera)": clean_history.dev_error[0, :, -1],
    "dev (camera), 120 camera pictures added to training": mixed_history.dev_error[0, :, -1],
}
for name, errors in four_errors.items():
    print(f"{name:52} error {mean_interval(errors)}")
training, train_dev_error, camera_error, with_camera = four_errors.values()
claim("the mismatch is larger than the variance", (camera_error - train_dev_error) - (train_dev_error - training))
claim("120 pictures from the camera lower the dev error", camera_error - with_camera)

# %% [markdown]
# **Explain.** A small gap up to training-dev, a large one after it: the network generalises well, to the wrong world. Dropout would not help. What helps against mismatch: look at how the two kinds of data differ, collect or make training rows that are more like the target (but made ones cover only a corner: one hour of road noise, repeated for a thousand hours of speech, is learnt by heart), and put some of the real ones into training.
#
# **Error analysis.** Before you start a project on anything, take 100 mistakes from the dev set, look at each, and note what is special about it, in a table with a column for each idea (one mistake may have several crosses, or one for "wrong label"). The share of a kind among the mistakes is a *ceiling*: a perfect cure for it removes that share of the error and no more.
#
# > **Predict.** Shifted, covered, noisy: which of them is worth your week?

# %% tags=["demo"]
wrong = wrong_rows(clean_weights, *dev_camera)
hundred = np.random.default_rng(SEED).permutation(np.flatnonzero(wrong[0]))[:100]
counts = np.bincount(kinds_of_dev[0, hundred], minlength=len(KINDS))
total = wrong[0].mean()
table = pd.DataFrame({"kind": KINDS, "of the mistakes looked at": counts})
table["at most gained (points of error)"] = [
    f"{100 * total * share:.0f} of {100 * total:.0f}" for share in counts / len(hundred)
]
print(table.to_string(index=False))

figure, axes = plt.subplots(2, 8, figsize=(8, 2.4))
for ax, row in zip(axes.flat, hundred, strict=False):
    show_digit(ax, dev_camera[0][0, row], f"{digits.y_val[row]}: {KINDS[kinds_of_dev[0, row]].split()[-1]}")
plots.show(figure, "Sixteen of the mistakes, each with its true class and its kind: most are shifted or covered.")

with needs(augment_shift):
    rng = np.random.default_rng(SEED)
    versions = np.stack([shifted_rows(x_600, rng) for _ in range(10)])
    cured, _ = study.train([{}], versions, y_600, mlp, dev=dev_camera, steps=100, every=100)
    gained = camera_error - cured.dev_error[0, :, -1]
    ceiling = np.array(
        [np.mean(w & (kind == KINDS.index("shifted"))) for w, kind in zip(wrong, kinds_of_dev, strict=True)]
    )
    print(f"training on shifted digits gains {mean_interval(gained)}, the ceiling was {mean_interval(ceiling)}")
    claim("curing the largest kind lowers the dev error", gained)
    claim("and gains less than its ceiling", ceiling - gained)

# %% [markdown]
# **Explain.** Ten minutes with a hundred mistakes told where the error is, and the cure for that kind gained points, though not all that the table allowed: a ceiling is no promise. Noise, which one might have worked on first because it is easy, has a far lower ceiling. (If a kind of mistake turns out to be wrong *labels*, the same arithmetic says whether correcting them is worth it; correct dev and test alike.)

# %% [markdown]
# ### Written answer 2  ·  3 points
#
# A network listens for a wake word in a kitchen device. Trained on 200,000 clips from telephones; training error 1 %, training-dev error 1.5 %, dev error (500 clips from the device itself) 9 %, people err on 1 % of the device's clips. A colleague proposes a larger dropout rate. What do the numbers say, what do you think of the proposal, and what would you do first? Three to five sentences.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_mismatch", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** No avoidable bias on the telephone clips (1 % against about 1 %) and little variance (half a point between training and training-dev): the 7.5 points between training-dev and dev are mismatch between telephone and device. More dropout cures variance, of which there is hardly any, so it would gain half a point at best and may add bias. First listen to some fifty to a hundred mistakes on the device to see what is different (echo, kitchen noise, distance); then make training more like the device: record more clips there and put part of them into training, or add that kind of noise and echo to the telephone clips. Dev and test stay the device's own.
#
# **Rubric**
# - 1 point: names the mismatch (training-dev against dev) as the trouble; calling the gap variance or bias does not earn it, leaving the two small gaps unmentioned does.
# - 1 point: rejects the dropout because it acts on variance, which is small here. "It will not help" without this reason does not earn it.
# - 1 point: a first step that fits (error analysis on the dev mistakes, or device data or device-like data in training). Putting telephone clips into the dev set costs this point.
# ### END SOLUTION

# %% [markdown]
# ## 11 · All together, and the test set, once  ·  5 min
#
# Every choice in this lab was made on the dev set, so its errors are a little too good by now. The test rows are still unseen. We fix the steps of the ladder in advance, open the test set, and report whatever comes. The last step, "all of it", is a CNN on shifted digits with L2 and dropout before the softmax. (With `PROFILE = "full"` the cell first climbs a similar ladder on 1,000 digits of MNIST, with a single seed: a look, not a proof.)

# %% tags=["demo"]
if PROFILE == "full":
    mnist = data.load_mnist()
    dense, regularizer = keras.layers.Dense, keras.regularizers.L2(0.5e-4)
    mnist_ladder = {
        "linear": [],
        "MLP": [dense(256, activation="relu")],
        "MLP, L2 and dropout": [
            keras.layers.Dropout(0.2),
            dense(256, activation="relu", kernel_regularizer=regularizer),
            keras.layers.Dropout(0.5),
        ],
        "CNN": [
            keras.layers.Reshape((28, 28, 1)),
            keras.layers.Conv2D(32, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
        ],
    }
    rng = np.random.default_rng(SEED)
    rows = rng.choice(len(mnist.x_train), 1000, replace=False)
    for name, layers in mnist_ladder.items():
        model = keras.Sequential([keras.Input((784,)), *layers, dense(10, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
        model.fit(mnist.x_train[rows], mnist.y_train[rows], epochs=40, batch_size=50, verbose=0)
        print(
            f"1,000 MNIST digits, {name:20} test error {1 - model.evaluate(mnist.x_test, mnist.y_test, verbose=0)[1]:.3f}"
        )

with needs(augment_shift):
    test = digits.x_test, digits.y_test
    linear = np.array(
        [l1_classifier(x, y, lambda w, g, lr, lam: w - lr * g, 0.0) for x, y in zip(x_120, y_120, strict=True)]
    )
    ladder = {"linear": (np.argmax(digits.x_test @ linear, axis=2) != digits.y_test).mean(axis=1)}
    regularised = {"l2": 1e-3, "drop_in": 0.3, "drop_hidden": 0.5}
    for name, setting, versions, weights in (
        ("MLP", {}, x_120, mlp),
        ("MLP, L2 and dropout", regularised, x_120, mlp),
        ("CNN", {}, x_120, cnn),
        ("all of it", {"l2": 1e-3, "drop_hidden": 0.5}, x_shifted, cnn),
    ):
        history, _ = study.train([setting], versions, y_120, weights, dev=test, steps=200, every=200)
        ladder[name] = history.dev_error[0, :, -1]
    for name, errors in ladder.items():
        print(f"{name:20} test error {mean_interval(errors)}")
    for lower, upper in zip(list(ladder)[:-1], list(ladder)[1:], strict=True):
        print(f"gained from {lower} to {upper}: {mean_interval(ladder[lower] - ladder[upper])}")
    claim("all of it is below the plain MLP", ladder["MLP"] - ladder["all of it"])
    claim("all of it is below the CNN alone", ladder["CNN"] - ladder["all of it"])

# %% [markdown]
# **Explain.** Read the ladder with its intervals. The linear model, done in an afternoon, is as good as the plain MLP: without a yardstick nobody would have noticed. Most single rungs are small against their brackets; the whole climb is not. And because the rungs were fixed before the test set was opened, the last number is what you may promise.

# %% [markdown]
# ## 12 · Knowledge check  ·  10 min
#
# ### Exercise 10 — `quiz`  ·  7 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. People 1 %, training error 15 %, dev error 16 %. What is the trouble? **a** variance, because the dev error is high · **b** bias · **c** both · **d** neither
# 2. `keras.layers.Dropout(0.2)`: what happens to a unit in training and at inference? **a** kept with probability 0.2; times 0.2 at inference · **b** kept with probability 0.8; times 0.8 at inference · **c** kept with probability 0.8 and then divided by 0.8; unchanged at inference · **d** the same in both
# 3. Which of these makes weights *exactly* zero? **a** L2 · **b** an L1 term in the loss, by plain gradient steps · **c** L1 by proximal steps · **d** dropout
# 4. A million rows: which split into training, dev and test is sensible? **a** 60 / 20 / 20 · **b** 98 / 1 / 1 · **c** 34 / 33 / 33 · **d** 99.99 / 0.005 / 0.005
# 5. The gradient of $\frac{\lambda}{2}\|w\|^2$ with respect to $w$ is … **a** $\lambda \|w\|$ · **b** $\lambda\,\mathrm{sign}(w)$ · **c** $\lambda w / \|w\|$ · **d** $\lambda w$
# 6. Training error 1 %, training-dev 1.5 %, dev 10 %. What is the trouble? **a** bias · **b** variance · **c** data mismatch · **d** an overfitted dev set
# 7. An `EarlyStopping` callback shall watch a metric of your own, `val_err`. What does Keras 3 need? **a** nothing, it minimises by default · **b** `mode="min"` · **c** `patience=0` · **d** `monitor="err"`

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
quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "d", 6: "c", 7: "b"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=7)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 8)}
with check("all seven questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("b", "Variance is the gap between dev and training error, one point here. The 14 points are bias."),
    2: ("c", "Keras' rate is the share that is dropped, and its dropout is inverted: nothing to do at inference."),
    3: ("c", "Only the proximal step stops at zero; a gradient step jumps across it and back."),
    4: ("b", "10,000 rows measure an error of 5 % to within half a point; the rest is better used for training."),
    5: ("d", "The square's derivative is 2w, and the 1/2 takes the 2 away. The norm without the square would give c."),
    6: (
        "c",
        "Training-dev rows come from the training distribution: they are fine, and the dev rows differ from them.",
    ),
    7: ("b", "Keras cannot tell whether a metric of your own should fall or rise, and stops with a ValueError."),
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
# - read bias and variance off three errors, and a mismatch off a fourth;
# - closed the gap with penalties, dropout, early stopping, augmentation and convolution, and seen what each assumes and costs;
# - found that L1 needs a proximal step for its zeros, that early stopping gives up on plateaus, and that borrowed layers do not always help;
# - picked a model by one number within limits, sized a dev set, and let a hundred mistakes decide what comes next.
#
# **Going further.** (1) Give 12 of the 120 digits a wrong label: which of the cures now matter most? (2) Draw random *rotations* by a few degrees (`scipy.ndimage.rotate`) in `augment_shift`. (3) Average the weights of the last 50 steps instead of stopping early. (4) Find the plateau's length as a function of the size of the initial weights. (5) Run this notebook with `PROFILE = "full"`.
