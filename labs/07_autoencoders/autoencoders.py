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
# # Lab 7 · Autoencoders
#
# An autoencoder is a network that has to reproduce its input, through a waist too narrow to let everything pass. Nobody needs a second copy of the input. What we want is the waist: to get through, the network must find out what the data have in common. In this lab you build autoencoders, hold them against the method they have to beat (principal component analysis), and put them to work: to clean noisy images, to notice what does not belong, and to invent new digits.
#
# **You will be able to**
#
# - build an encoder and a decoder that share their weights with the network that trains them, and choose its last activation;
# - say what a linear autoencoder learns, and measure when a non-linear one is worth its price;
# - turn reconstruction errors into an alarm with a threshold that keeps its promise, and know what such an alarm overlooks;
# - write a variational autoencoder's sampling step and its loss, and say what each of the two terms does.
#
# **You need** NumPy, a little linear algebra (projections, eigenvectors), Keras' `Dense` layers. **Time** about two and a half hours; the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `reconstruction_error` | 3 | | 5 `reparameterize` | 4 |
# | 2 `pca_reconstruct` | 5 | | 6 `kl_divergence` | 5 |
# | 3 `build_autoencoder` | 7 | | 7 `vae_loss` | 5 |
# | 4 `anomaly_flags` | 4 | | 8 `quiz` | 6 |
# | | | | two written answers | 7 |
# | | | | **together** | **46** |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers. Demos between the exercises use *your* functions, so they wait until you have written them.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" trains autoencoders on MNIST as well: five to ten minutes
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
from dllabs.stats import claim, mean_interval
from keras import ops

digits = data.load_digits()
SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# The next cell holds two small tools for the checks. Run it, read it if you like, and go on.


# %% nbgrader={"grade": false, "grade_id": "tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
def copies(*arrays):
    """Copies to hand out, so that a function that changes its arguments spoils one check and not all."""
    return [array.copy() for array in arrays]


def correlated_rows(n, d, seed):
    """Rows far from the origin whose columns depend on each other: (n, d)."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)) * np.linspace(2, 0.2, d) @ rng.normal(size=(d, d)) + np.linspace(3, -2, d)


# %% [markdown]
# ## 1 · Squeeze and restore  ·  10 min
#
# An autoencoder has two halves. The **encoder** turns a row $x$ of $d$ numbers into a **code** $z$ of only $k$; the **decoder** turns the code into a row $\hat x$ of $d$ numbers again:
#
# $$x \in \mathbb R^d \;\xrightarrow{\text{ encoder }}\; z \in \mathbb R^k \;\xrightarrow{\text{ decoder }}\; \hat x \in \mathbb R^d, \qquad k < d$$
#
# No labels are needed: the target is the input itself. What counts is how much of a row is lost on the way, its **reconstruction error**. We take the mean of the squared differences over the row's entries,
#
# $$e(x) = \frac1d \sum_{j=1}^d (x_j - \hat x_j)^2,$$
#
# one number *for each row*. Averaged over all rows it is the familiar mean squared error; kept apart, it tells which rows are rebuilt badly, and section 8 makes an alarm of that.

# %% [markdown]
# ### Exercise 1 — `reconstruction_error`  ·  3 points


# %% nbgrader={"grade": false, "grade_id": "reconstruction_error", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reconstruction_error(X, X_hat):
    """Mean squared error of each row.

    X, X_hat: (n, d), the rows and their reconstructions.
    Returns (n,).
    """
    ### BEGIN SOLUTION
    return ((np.asarray(X) - np.asarray(X_hat)) ** 2).mean(axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_reconstruction_error", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(reconstruction_error, points=3)

X = np.array([[0.0, 0, 0, 0], [1, 2, 3, 4]])
X_hat = np.array([[1.0, 1, -1, 3], [1, 2, 3, 0]])
with check("one error for each of two rows"):
    check.expect(
        lambda: reconstruction_error(*copies(X, X_hat)),
        np.array([3.0, 4.0]),
        mistakes={
            "one number for all rows: average over the columns only": 3.5,
            "the sum over the columns: divide by their number": np.array([12.0, 16.0]),
            "the average runs over the rows: that is one error per column": np.array([0.5, 0.5, 0.5, 12.5]),
            "a root was taken: the squared error stays squared": np.array([np.sqrt(3), 2.0]),
            "that is the length of the difference, not its mean square": np.array([np.sqrt(12), 4.0]),
            "absolute differences: square them": np.array([1.5, 1.0]),
            "the differences were not squared": np.array([-1.0, 1.0]),
            "the differences were not squared, and their sign is turned": np.array([1.0, -1.0]),
            "the mean was squared: square first, then average": np.array([1.0, 1.0]),
            "the squares were not averaged": (X - X_hat) ** 2,
            "there is no factor ½ here": np.array([1.5, 2.0]),
        },
    )
with check("a perfect copy has error 0 in every row"):
    check.expect(lambda: reconstruction_error(X.copy(), X.copy()), np.zeros(2), atol=1e-12)
with check("the inputs are left alone"):
    check.unchanged(reconstruction_error, X, X_hat)
### BEGIN HIDDEN TESTS
with check("many rows, more rows than columns and the other way round"):
    for n, d in ((40, 7), (5, 64), (1, 3)):
        X, change = correlated_rows(n, d, 1), np.random.default_rng(2).normal(size=(n, d))
        want = np.einsum("nd,nd->n", change, change) / d
        check.expect(lambda X=X, change=change: reconstruction_error(X.copy(), X + change), want, rtol=1e-6)
with check("the error grows with the square of the difference"):
    X = correlated_rows(6, 4, 3)
    errors = lambda scale: np.asarray(reconstruction_error(X.copy(), X + scale * np.ones((6, 4))))
    check.expect(lambda: errors(3.0), np.full(6, 9.0), rtol=1e-6)
    check.expect(lambda: errors(-0.5), np.full(6, 0.25), rtol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## 2 · Principal components: the best flat code  ·  15 min
#
# Before a network, the method it has to beat. **Principal component analysis** (PCA) looks for the flat $k$-dimensional plane that passes closest to the training rows. The plane goes through their mean $\bar x$ and is spanned by the $k$ orthogonal directions $v_1, \dots, v_k$ along which the rows vary most. A row is rebuilt by its nearest point on the plane:
#
# $$\hat x = \bar x + V V^\top (x - \bar x), \qquad V = (v_1 \;\dots\; v_k)$$
#
# The code of a row is $V^\top (x - \bar x)$, $k$ numbers. No flat code of that size has a smaller mean squared error on the training rows.
#
# The directions are the eigenvectors of the covariance matrix that belong to the $k$ largest eigenvalues (`np.linalg.eigh` sorts them *upwards*), or, numerically better, the first $k$ right singular vectors of the centred data matrix (`np.linalg.svd(..., full_matrices=False)` returns them as the *rows* of its third result).

# %% [markdown]
# ### Exercise 2 — `pca_reconstruct`  ·  5 points
#
# Mean and directions come from `X_train`, whatever rows you are asked to rebuild: the plane is what was learnt, and new rows must not move it.


# %% nbgrader={"grade": false, "grade_id": "pca_reconstruct", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pca_reconstruct(X_train, X, k):
    """Rows rebuilt from their first k principal components.

    X_train: (m, d), the rows that determine mean and components; X: (n, d), the rows to rebuild; 1 <= k <= d, k < m.
    Returns (n, d).
    """
    ### BEGIN SOLUTION
    mean = X_train.mean(axis=0)
    centred = X_train - mean
    components = np.linalg.eigh(centred.T @ centred)[1][:, -k:]
    return mean + (X - mean) @ components @ components.T
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pca_reconstruct", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(pca_reconstruct, points=5)

cross = np.array([[2.0, 0, 0], [-2, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 0.5], [0, 0, -0.5]]) + np.array([0, 3, 0])
X = np.array([[1.0, 5, 2], [-3, 2, 1]])
with check("k = 1: rows vary most along the first axis, around the mean (0, 3, 0)"):
    check.expect(
        lambda: pca_reconstruct(*copies(cross, X), 1),
        np.array([[1.0, 3, 0], [-3, 3, 0]]),
        atol=1e-9,
        mistakes={
            "X_train was not centred: subtract its mean before you look for directions": [[0.0, 5, 0], [0, 2, 0]],
            "centred on the mean of X: use the mean of X_train": [[1.0, 3.5, 1.5], [-3, 3.5, 1.5]],
            "mean and directions come from X: take them from X_train": X,
            "the mean was not added back": [[1.0, 0, 0], [-3, 0, 0]],
            "the directions of smallest variance: eigh sorts upwards": [[0.0, 3, 2], [0, 3, 1]],
            "one component too many": [[1.0, 5, 0], [-3, 2, 0]],
            "one component too few": [[0.0, 3, 0], [0, 3, 0]],
            "X_train was rebuilt: rebuild X": [[2.0, 3, 0], [-2, 3, 0], [0, 3, 0], [0, 3, 0], [0, 3, 0], [0, 3, 0]],
            "those are the codes: turn them back into rows": [[1.0], [-3]],
            "those are the codes, with another sign: turn them back into rows": [[-1.0], [3]],
        },
    )
centre, slope = np.array([4.0, 1, 0]), np.array([3.0, -6, 2])
spread = np.array([2 * slope, [2, 3, 6], [3, 1, -1.5]])  # at right angles, the first one longest
askew = np.concatenate([centre + spread, centre - spread])
X_askew = np.array([[9.0, -2, 8], [4, 15, -7]])
with check("a direction that lies askew (a column of what eigh returns, a row of what svd returns)"):
    right = centre + np.array([slope, -2 * slope])
    check.expect(
        lambda: pca_reconstruct(*copies(askew, X_askew), 1),
        right,
        atol=1e-9,
        mistakes={
            "X was not centred before the projection": right + 6 / 49 * slope,
            "centred on the mean of X: use the mean of X_train": [[11.0, -2.5, 3.5], [2, 15.5, -2.5]],
            "the mean was not added back": right - centre,
            "mean and directions come from X: take them from X_train": X_askew,
        },
    )
with check("with all components nothing is lost"):
    check.expect(
        lambda: pca_reconstruct(*copies(cross, X), 3),
        X,
        atol=1e-9,
        mistakes={
            "k is ignored: it keeps one component only": [[1.0, 3, 0], [-3, 3, 0]],
            "the k-th component alone: the first k belong together": [[0.0, 3, 2], [0, 3, 1]],
            "the mean was not added back": X - [0, 3, 0],
        },
    )
with check("the inputs are left alone"):
    check.unchanged(pca_reconstruct, cross, X, 2)
### BEGIN HIDDEN TESTS
from sklearn import decomposition


def oracle(X_train, X, k):
    pca = decomposition.PCA(k, svd_solver="full").fit(X_train)
    return pca.inverse_transform(pca.transform(X))


with check("equal to scikit-learn's PCA, on training rows and on new ones"):
    train, new = correlated_rows(50, 6, 4), correlated_rows(20, 6, 5) + 1
    for k in (1, 2, 4, 5):
        check.expect(lambda k=k: pca_reconstruct(*copies(train, new), k), oracle(train, new, k), rtol=1e-6)
        check.expect(lambda k=k: pca_reconstruct(*copies(train, train), k), oracle(train, train, k), rtol=1e-6)
with check("fewer rows than columns"):
    train, new = correlated_rows(6, 15, 6), correlated_rows(4, 15, 7)
    check.expect(lambda: pca_reconstruct(*copies(train, new), 3), oracle(train, new, 3), rtol=1e-6)
with check("each row is rebuilt by itself, whatever rows come with it"):
    train, new = correlated_rows(30, 5, 8), correlated_rows(9, 5, 9)
    together = np.asarray(pca_reconstruct(*copies(train, new), 2))
    check.expect(lambda: pca_reconstruct(*copies(train, new[4:5]), 2), together[4:5], rtol=1e-6)
with check("real digits"):
    train, new = digits.x_train.astype(float), digits.x_val[:50].astype(float)
    check.expect(lambda: pca_reconstruct(*copies(train, new), 12), oracle(train, new, 12), rtol=1e-5)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** The digits are 8×8 images: 64 numbers between 0 and 1. Of how many numbers can you still read a rebuilt digit: 2, 8 or 32?


# %% tags=["demo"]
def gallery(rows, alt):
    """Show images row by row: rows = {name: (n, d) images}."""
    columns = max(len(images) for images in rows.values())
    figure, axes = plt.subplots(len(rows), columns, figsize=(8, 0.8 * len(rows)), squeeze=False)
    for line, (name, images) in zip(axes, rows.items(), strict=True):
        for ax, image in zip(line, images, strict=True):
            side = round(len(image) ** 0.5)
            ax.imshow(np.reshape(image, (side, side)), cmap="gray_r", vmin=0, vmax=1)
            ax.set(xticks=[], yticks=[])
            ax.spines[:].set_visible(False)
        line[0].set_ylabel(name, rotation=0, ha="right", va="center")
    plots.show(figure, alt)


def typical(label):
    """The row of the validation digit that lies nearest to the mean of its class."""
    distances = ((digits.x_val - digits.x_val[digits.y_val == label].mean(axis=0)) ** 2).sum(axis=1)
    return int(np.argmin(np.where(digits.y_val == label, distances, np.inf)))


ten = [typical(label) for label in range(10)]
some = digits.x_val[ten]
with needs(pca_reconstruct):
    gallery(
        {"original": some, **{f"PCA, {k}": pca_reconstruct(digits.x_train, some, k) for k in (2, 8, 32)}},
        "Ten digits and their reconstructions: from 2 numbers several look alike (five and eight, one and seven), from "
        "8 most can be read, from 32 they can hardly be told from the originals.",
    )

# %% tags=["demo", "nbval-check-output"]
with needs(reconstruction_error, pca_reconstruct):
    rows = []
    for k in (1, 2, 4, 8, 16, 32, 64):
        errors = [
            reconstruction_error(X, pca_reconstruct(digits.x_train, X, k)) for X in (digits.x_train, digits.x_val)
        ]
        rows.append([k, *(f"{np.mean(part):.4f}" for part in errors)])
    print(pd.DataFrame(rows, columns=["code", "training rows", "validation rows"]).to_string(index=False))

# %% [markdown]
# **Explain.** Every further component takes away the largest part of the error that a flat code can still take away, so the first ones do most of the work. New rows are rebuilt almost as well as training rows: a plane has little room to learn rows by heart. With 64 components the plane is the whole space, and the error is only rounding.

# %% [markdown]
# ## 3 · A network with a waist  ·  20 min
#
# Now the same shape as a network: layers that get narrower down to the code, and layers that get wider again. What PCA does with one matrix, the encoder may do with bends in between, so the surface on which it puts the rebuilt rows need not be flat. The price: it has to be trained, and it will depend on its start.
#
# After training, the halves are used apart. The encoder alone gives codes; the decoder alone turns codes, also made-up ones, into rows. That works only if they *are* the trained network.

# %% [markdown]
# ### Exercise 3 — `build_autoencoder`  ·  7 points
#
# Build three Keras models **from the same layers**:
#
# - `encoder`: `n_inputs` numbers in; for each width in `hidden` a `keras.layers.Dense` with ReLU; then a `Dense` layer of `n_code` units **without activation**: nothing should bend the code or cut off its negative half;
# - `decoder`: `n_code` numbers in; the same hidden widths **in reverse order**, again with ReLU; then a `Dense` layer of `n_inputs` units with `output_activation`;
# - `autoencoder`: first the encoder, then the decoder.
#
# Only the autoencoder will be trained. Encoder and decoder must learn with it, so it must be made of *them* and not of layers like theirs: in Keras a model can be used as a layer, `keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])`, or called on a tensor, `decoder(encoder(inputs))`. All layers keep their biases, as Keras gives them; no other layers are needed, and nothing needs to be compiled.


# %% nbgrader={"grade": false, "grade_id": "build_autoencoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    """An autoencoder and its two halves, which share its weights.

    n_inputs, n_code: ints; hidden: widths of the encoder's hidden layers, the decoder has them in reverse order;
    output_activation: activation of the last layer, anything that keras.layers.Dense takes.
    Returns encoder (n, n_inputs) -> (n, n_code), decoder (n, n_code) -> (n, n_inputs), autoencoder: Keras models.
    """
    ### BEGIN SOLUTION
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation="relu"))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in reversed(hidden):
        decoder.add(keras.layers.Dense(width, activation="relu"))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation))
    return encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_build_autoencoder", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(build_autoencoder, points=7)
x = np.random.default_rng(10).normal(size=(12, 6))


def parts(n_code=2, n_inputs=6, **options):
    """The learner's three models, if they take and give the right shapes, with all weights set to numbers of ours."""
    models = build_autoencoder(n_inputs, n_code, **options)
    models = list(models) if isinstance(models, (tuple, list)) else [models]
    found = sum(isinstance(model, keras.Model) for model in models)
    check.holds(found == len(models) == 3, f"return three Keras models: encoder, decoder, autoencoder (got {found})")
    sizes = {"encoder": (n_inputs, n_code), "decoder": (n_code, n_inputs), "autoencoder": (n_inputs, n_inputs)}
    for (name, (size_in, size_out)), model in zip(sizes.items(), models, strict=True):
        try:
            got = f"gives {tuple(model(np.zeros((12, size_in))).shape)}"
        except ValueError:  # Keras' word for an input of the wrong width
            got = "takes no such input"
        check.holds(
            got == f"gives (12, {size_out})",
            f"{name}: (12, {size_in}) should go in and (12, {size_out}) come out, yours {got}; "
            "return encoder, decoder, autoencoder in this order",
        )
    encoder, decoder, autoencoder = models
    rng = np.random.default_rng(11)
    for variable in [*autoencoder.weights, *encoder.weights, *decoder.weights]:
        variable.assign(rng.normal(0, 0.8, variable.shape))
    return encoder, decoder, autoencoder


def widths(model):
    """The number of units of each layer: the second dimension of the kernels."""
    return [kernel.shape[1] for kernel in model.get_weights() if kernel.ndim == 2]


def chain(model, x, activation):
    """What Dense layers with the model's weights give, with an activation between them and none at the end."""
    for place, weight in enumerate(model.get_weights()):
        x = x + weight if weight.ndim == 1 else (activation(x) if place else x) @ weight
    return x


relu, linear = lambda x: np.maximum(x, 0), lambda x: x
with check("three models: rows to codes, codes to rows, rows to rows"):
    parts()
    parts(n_code=3, hidden=(5, 4))
with check("encoder and decoder are the two halves of the autoencoder: shared weights"):
    for hidden in ((), (5, 4)):
        encoder, decoder, autoencoder = parts(hidden=hidden)
        whole, *halves = ({id(variable) for variable in model.weights} for model in (autoencoder, encoder, decoder))
        own = [half <= whole for half in halves]
        advice = "has weights of its own: make the autoencoder of the same layers, decoder(encoder(x))"
        check.holds(any(own), f"the autoencoder {advice}")
        check.holds(own[0], f"the encoder {advice}")
        check.holds(own[1], f"the decoder {advice}")
        extra = len(whole - halves[0] - halves[1])
        check.holds(not extra, f"the autoencoder holds {extra} weights that are in neither half")
        check.expect(autoencoder(x), np.asarray(decoder(encoder(x))), rtol=1e-4)
with check("hidden layers: as listed in the encoder, in reverse order in the decoder"):
    encoder, decoder, _ = parts(hidden=(5, 4))
    check.expect(
        widths(encoder),
        [5, 4, 2],
        mistakes={
            "hidden is ignored": [2],
            "the order is reversed in the encoder": [4, 5, 2],
            "one layer object is used twice, or a width is missing": [5, 2],
        },
    )
    check.expect(
        widths(decoder),
        [4, 5, 6],
        mistakes={
            "the decoder has the widths in the encoder's order: reverse them": [5, 4, 6],
            "hidden is ignored in the decoder": [6],
        },
    )
with check("hidden layers bend"):
    encoder, decoder, _ = parts(hidden=(9,))
    for name, half, rows in (("encoder", encoder, x), ("decoder", decoder, np.asarray(encoder(x)))):
        flat = np.allclose(half(rows), chain(half, rows, linear), rtol=1e-4, atol=1e-4)
        check.holds(not flat, f"the {name}'s hidden layer is linear: give it ReLU")
with check("nothing bends the code"):
    for hidden, output in (((), "sigmoid"), ((5,), "linear")):
        encoder, _, _ = parts(hidden=hidden, output_activation=output)
        codes, weights = np.asarray(encoder(x)), encoder.get_weights()
        bent = "the code has an activation: the encoder's last layer takes none"
        check.holds((codes < 0).any(), f"{bent} (no code is negative here)")
        # A layer without activation passes a factor on, whatever stands before it.
        last = max(place for place, weight in enumerate(weights) if weight.ndim == 2)
        encoder.set_weights([-3 * weight if place >= last else weight for place, weight in enumerate(weights)])
        in_proportion = np.allclose(encoder(x), -3 * codes, rtol=1e-4, atol=1e-4)
        check.holds(in_proportion, f"{bent} (its weights times -3 do not make the codes -3 times as large)")
with check("the output has the activation that was asked for"):
    codes = np.random.default_rng(12).normal(size=(12, 2))
    _, decoder, _ = parts()
    affine = chain(decoder, codes, linear)
    check.expect(
        decoder(codes),
        affine,
        rtol=1e-4,
        mistakes={
            "the default is linear: no activation at the output": 1 / (1 + np.exp(-affine)),
            "the default is linear, not ReLU": relu(affine),
        },
    )
    _, decoder, _ = parts(output_activation="sigmoid")
    affine = chain(decoder, codes, linear)
    check.expect(
        decoder(codes), 1 / (1 + np.exp(-affine)), rtol=1e-4, mistakes={"output_activation is ignored": affine}
    )
### BEGIN HIDDEN TESTS
with check("ReLU in every hidden layer, and the output as asked also behind hidden layers"):
    for hidden in ((9,), (8, 7, 5)):
        for output, applied in (("linear", linear), ("tanh", np.tanh)):
            encoder, decoder, _ = parts(n_code=3, hidden=hidden, output_activation=output)
            codes = chain(encoder, x, relu)
            check.expect(encoder(x), codes, rtol=1e-3)
            check.expect(decoder(codes), applied(chain(decoder, codes, relu)), rtol=1e-3)
with check("Dense layers with a kernel and a bias each, and nothing that acts in training only"):
    encoder, decoder, autoencoder = parts(hidden=(5, 4))
    for name, half in (("encoder", encoder), ("decoder", decoder)):
        biases = [weight.shape[0] for weight in half.get_weights() if weight.ndim == 1]
        check.holds(biases == widths(half), f"the {name}: every layer needs its bias, as Dense has it by default")
    check.holds(
        np.allclose(autoencoder(x, training=True), autoencoder(x), rtol=1e-4),
        "in training the autoencoder does something else than in use: no dropout, no noise, no normalization",
    )
with check("one training step of the autoencoder moves all three together"):
    for hidden in ((), (7,)):
        encoder, decoder, autoencoder = parts(hidden=hidden)
        halves = (("encoder", encoder, encoder.get_weights()), ("decoder", decoder, decoder.get_weights()))
        weights = autoencoder.trainable_variables
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((autoencoder(x) - x.astype("float32")) ** 2)
        for weight, slope in zip(weights, tape.gradient(loss, [weight.value for weight in weights]), strict=True):
            weight.assign_sub(0.1 * slope)
        check.expect(autoencoder(x), np.asarray(decoder(encoder(x))), rtol=1e-4)
        for name, half, old in halves:
            stuck = any(np.allclose(*pair, rtol=1e-5) for pair in zip(old, half.get_weights(), strict=True))
            check.holds(not stuck, f"the {name} did not learn: leave its layers trainable")
with check("other sizes, hidden as a list, and a code wider than the rows"):
    for n_inputs, n_code, hidden in ((4, 1, [3]), (3, 8, []), (9, 2, [6, 6])):
        encoder, decoder, _ = parts(n_code, n_inputs, hidden=list(hidden))
        check.expect(widths(encoder), [*hidden, n_code])
        check.expect(widths(decoder), [*hidden[::-1], n_inputs])
with check("two autoencoders share nothing"):
    both = [parts(hidden=(3,))[2] for _ in range(2)]  # alive together, or an id may be given twice
    one, two = ({id(variable) for variable in model.variables} for model in both)
    check.holds(not one & two, "two autoencoders share weights: make all layers inside the function")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Training needs no labels: `fit(X, X)`. One run with Keras, on a code of 8 numbers:

# %% tags=["demo"]
with needs(reconstruction_error, pca_reconstruct, build_autoencoder):
    keras.utils.set_random_seed(SEED)
    encoder, decoder, autoencoder = build_autoencoder(64, 8, hidden=(64,))
    autoencoder.compile(keras.optimizers.Adam(0.005), loss="mean_squared_error")
    autoencoder.fit(digits.x_train, digits.x_train, batch_size=64, epochs=40, verbose=0)
    by_pca, by_network = pca_reconstruct(digits.x_train, digits.x_val, 8), autoencoder(digits.x_val).numpy()
    gallery(
        {"original": some, "PCA, 8": by_pca[ten], "network, 8": by_network[ten]},
        "Ten digits rebuilt from 8 numbers: the network's strokes are cleaner than those of PCA, which leaves grey shadows.",
    )
    for name, rebuilt in (("PCA", by_pca), ("network", by_network)):
        print(f"{name:7} error on validation rows {np.mean(reconstruction_error(digits.x_val, rebuilt)):.4f}")
    print(f"numbers learnt: PCA {64 * 8 + 64:,}, network {autoencoder.count_params():,}")
    print("codes of the first two digits:", *encoder(some[:2]).numpy().round(1), sep="\n")

# %% [markdown]
# One run proves nothing. From here on every experiment trains **ten networks side by side**, one for each seed: each weight gets one more dimension in front, and one matrix product serves all ten. A bracket like 0.21 [0.20, 0.22] is the 95 % interval for the *mean* over the seeds; a line with ✓ says that the interval of a difference lies on one side of zero. What this takes is part of `dllabs`: `DenseStack` (layers like those of exercise 3, for all seeds), `train_stacks` (Adam) and `train_autoencoders`. Run the next cell, and go on.

# %% tags=["demo"]
from dllabs.stacked import DenseStack, train_autoencoders, train_stacks


def mean_errors(X, rebuilt):
    """Mean squared error of each seed's reconstructions (seeds, n, d) of the rows X, in the learner's measure."""
    return np.array([np.mean(reconstruction_error(X, X_hat)) for X_hat in np.asarray(rebuilt, dtype=float)])


# %% [markdown]
# ## 4 · What a linear autoencoder learns  ·  12 min
#
# Take the hidden layers away: one linear layer down to 4 numbers, one linear layer up again. Its reconstructions lie on a flat plane of 4 dimensions, so its error cannot fall below that of PCA, which is the best such plane. And gradient descent comes to rest nowhere else: all other stationary points are saddles (as long as no two components have the same variance). Is it *the same plane*? And do the four units hold the four components?
#
# Two planes are compared by their **principal angles**: the smallest angle between a direction of the one and a direction of the other, then the smallest among the directions at right angles to those, and so on. If all angles are 0 the planes are the same; if only the largest is 90°, one direction is missed entirely.
#
# > **Predict.** Will the angles go to zero? Will the four units be the four components?

# %% tags=["demo"]
from scipy.linalg import subspace_angles
from sklearn.decomposition import PCA

with needs(reconstruction_error, pca_reconstruct):
    components = PCA(4).fit(digits.x_train).components_  # (4, 64)
    encoders, decoders = DenseStack((64, 4), SEEDS), DenseStack((4, 64), SEEDS)
    planes = lambda: decoders.weights[0].numpy()  # (seeds, 4, 64)
    angles_now = lambda: [np.degrees(subspace_angles(plane.T, components.T)) for plane in planes()]
    squared = lambda x: tf.reduce_mean((decoders(encoders(x)) - x) ** 2, axis=(1, 2))
    angles = np.array(train_stacks(squared, [encoders, decoders], digits.x_train, 80, 0.06, after_epoch=angles_now))
    figure, ax = plt.subplots()
    for place, name in ((0, "largest angle"), (3, "smallest angle")):
        plots.bands(ax, np.arange(1, 81), angles[:, :, place].T, name)
    ax.set(xlabel="epoch", ylabel="angle to PCA's plane (degrees)", ylim=(0, 90))
    ax.legend()
    plots.show(
        figure,
        "Over 80 epochs the largest and the smallest angle between the network's plane and that of PCA fall to zero; the "
        "smallest is there after a few epochs, the largest after about twenty.",
    )
    directions = planes() / np.linalg.norm(planes(), axis=2, keepdims=True)
    cosines = np.abs(directions @ components.T)  # (seeds, unit, component)
    table = pd.DataFrame(cosines[0].round(2), [f"unit {unit}" for unit in range(1, 5)], range(1, 5))
    print("|cosine| between the units of the code and the components of PCA, first seed:", table, sep="\n")
    own = mean_errors(digits.x_train, decoders(encoders(digits.x_train)))
    best = np.mean(reconstruction_error(digits.x_train, pca_reconstruct(digits.x_train, digits.x_train, 4)))
    furthest = np.degrees(np.arccos(cosines.max(axis=2).min(axis=1)))
    print(f"error of the linear networks / error of PCA on the training rows: {mean_interval(own / best)}")
    print(f"largest angle at the end, in degrees: {mean_interval(angles[-1, :, 0])}")
    print(f"the unit that fits worst, to its nearest component, in degrees: {mean_interval(furthest)}")
    claim("the planes are less than 5 degrees apart", 5 - angles[-1, :, 0])
    claim("yet in each network a unit is more than 20 degrees from every component", furthest - 20)

# %% [markdown]
# **Explain.** The plane is PCA's; the axes in it are not. Replace the code $z$ by $Mz$ with any invertible matrix $M$, and let the decoder undo it: nothing changes in the reconstructions, so nothing in the loss could prefer one set of axes to another. (The biases do the centring.) A linear autoencoder is PCA with a slower algorithm and a less orderly result. Everything that an autoencoder can do *more* comes from its bends.

# %% [markdown]
# ## 5 · The last activation must reach the inputs  ·  8 min
#
# The output layer has to produce the inputs, so its range must contain theirs. A sigmoid produces numbers between 0 and 1. That suits pixels between 0 and 1. Standardized inputs (mean 0, deviation 1) lie largely outside.
#
# > **Predict.** Two ways to scale the inputs, two activations. Which of the four combinations fails? And is there one that beats "linear, which reaches everything"?

# %% tags=["demo"]
with needs(reconstruction_error):
    centre, scale = digits.x_train.mean(axis=0), digits.x_train.std(axis=0) + 0.1  # some pixels hardly vary
    scalings = {"pixels in [0, 1]": lambda X: X, "standardized": lambda X: (X - centre) / scale}
    lost, rows = {}, []
    for scaling, scaled in scalings.items():
        X, X_new = scaled(digits.x_train), scaled(digits.x_val)
        for activation in (tf.identity, tf.sigmoid):
            rebuild = train_autoencoders(X, 8, SEEDS, epochs=15, activation=activation)[2]
            variance = np.mean((X_new - X.mean(axis=0)) ** 2)
            kind = "linear" if activation is tf.identity else "sigmoid"
            lost[scaling, kind] = mean_errors(X_new, rebuild(X_new)) / variance
            outside = np.mean((X_new < 0) | (X_new > 1)) if kind == "sigmoid" else 0
            rows.append([scaling, kind, f"{outside:.0%}", str(mean_interval(lost[scaling, kind]))])
    table = ["inputs", "last activation", "inputs out of reach", "error / variance of the inputs"]
    print(pd.DataFrame(rows, columns=table).to_string(index=False))
    claim(
        "on standardized inputs, linear loses less than sigmoid",
        lost["standardized", "sigmoid"] - lost["standardized", "linear"],
    )
    claim(
        "on pixels, sigmoid loses less than linear",
        lost["pixels in [0, 1]", "linear"] - lost["pixels in [0, 1]", "sigmoid"],
    )

# %% [markdown]
# **Explain.** What the output cannot reach is lost, however long the training. Where the range fits exactly, the sigmoid helps: many pixels are exactly 0, and it gets near 0 with any large negative number, where a linear output must hit it. Rule: linear unless you know the range; sigmoid for [0, 1]; tanh for [−1, 1]; rather no ReLU, even for inputs that are never negative (where it gives 0 it has no slope to learn from).

# %% [markdown]
# ## 6 · How narrow may the waist be?  ·  15 min
#
# The width of the code decides what an autoencoder is. Too narrow, and rows that differ come out alike. As wide as the input, and it can copy without understanding anything. So measure, and always against PCA with the *same* number of code numbers.
#
# > **Predict.** Networks with a hidden layer of 64 units on each side of the code, and PCA. At which widths of the code (2, 4, 8, 16, 32) does the network win? By how much?

# %% tags=["demo"]
code_sizes = (2, 4, 8, 16, 32)
with needs(reconstruction_error, pca_reconstruct):
    network_errors, pca_errors, maps = {}, {}, {}
    for k in code_sizes:
        encoders, decoders, rebuild = train_autoencoders(digits.x_train, k, SEEDS)
        network_errors[k] = mean_errors(digits.x_val, rebuild(digits.x_val))
        pca_errors[k] = np.mean(reconstruction_error(digits.x_val, pca_reconstruct(digits.x_train, digits.x_val, k)))
        maps[k] = encoders, decoders
    figure, ax = plt.subplots()
    plots.bands(ax, code_sizes, np.array(list(network_errors.values())).T, "network, one hidden layer on each side")
    ax.plot(code_sizes, list(pca_errors.values()), marker="o", markersize=4, label="PCA")
    ax.set(xscale="log", yscale="log", xlabel="numbers in the code", ylabel="error on validation rows (per pixel)")
    ax.set_xticks(code_sizes, code_sizes)
    ax.set_yticks((0.003, 0.01, 0.03), (0.003, 0.01, 0.03))
    ax.minorticks_off()
    ax.legend()
    plots.show(
        figure,
        "Error against the width of the code, both axes logarithmic: the network lies below PCA for narrow codes, the "
        "two lines meet between 16 and 32, and at 32 PCA is lower.",
    )
    for k in code_sizes:
        print(f"code {k:2}: network {mean_interval(network_errors[k])}, PCA {pca_errors[k]:.3g}")
    by_pca = pca_reconstruct(digits.x_train, digits.x_train, 32)
    on_training_rows = mean_errors(digits.x_train, rebuild(digits.x_train)), mean_errors(digits.x_train, [by_pca])[0]
    print(f"code 32, on training rows: network {mean_interval(on_training_rows[0])}, PCA {on_training_rows[1]:.3g}")
    claim("with 2 numbers the network's error is lower", pca_errors[2] - network_errors[2])
    claim("with 8 numbers the network's error is lower", pca_errors[8] - network_errors[8])
    claim("with 32 numbers PCA's error is lower", network_errors[32] - pca_errors[32])

# %% [markdown]
# **Explain.** Where the code is narrow, bending pays: digits do not lie on a plane. Where it is wide, the plane already holds nearly everything, and PCA finds the best plane in one step. The network would have to come at least as close by descent, and in 30 epochs it does not: with 32 numbers its error is larger even on the rows it was trained on. "An autoencoder beats PCA" is therefore no sentence one can say without a code width, a data set and a budget.
#
# With a code of two numbers one can look at it. The next figure uses *your* two models: the weights of the first of the ten networks go into your encoder and decoder.

# %% tags=["demo"]
with needs(reconstruction_error, pca_reconstruct, build_autoencoder):
    encoder, decoder, autoencoder = build_autoencoder(64, 2, hidden=(64,))
    for half, trained in zip((encoder, decoder), maps[2], strict=True):
        half.set_weights(trained.weights_of(0))
    two = PCA(2).fit(digits.x_train)
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.8))
    for ax, name, codes in (
        (axes[0], "PCA", two.transform(digits.x_val)),
        (axes[1], "network", encoder(digits.x_val).numpy()),
    ):
        for label in range(10):
            of_label = codes[digits.y_val == label]
            ax.plot(*of_label.T, linestyle="none", marker=f"${label}$", markersize=7, color=plt.cm.tab10(label))
        ax.set(title=name, xlabel="first code number", ylabel="second code number")
    plots.show(
        figure,
        "Validation digits on the two numbers of their code, each drawn as its own numeral: with PCA most classes overlap; "
        "the network, which never saw a label either, keeps zeros, sixes and fours apart, while the others still mix.",
    )

    from sklearn.neighbors import KNeighborsClassifier

    def readable(codes, new_codes):
        """Share of validation digits whose class 10 neighbours in the code name rightly."""
        return KNeighborsClassifier(10).fit(codes, digits.y_train).score(new_codes, digits.y_val)

    flat = readable(two.transform(digits.x_train), two.transform(digits.x_val))
    codes, new_codes = (maps[2][0](X).numpy() for X in (digits.x_train, digits.x_val))
    bent = np.array([readable(*pair) for pair in zip(codes, new_codes, strict=True)])
    print(f"classes read from two numbers by 10 neighbours: PCA {flat:.3f}, networks {mean_interval(bent)}")
    claim("two numbers of the network tell more about the class than two of PCA", bent - flat)

# %% [markdown]
# On MNIST (28×28 pixels, 50,000 training rows) there are rows enough for a larger network, and the balance shifts. The next cell builds 784-256-32-256-784; with `PROFILE = "full"` it also trains it, and opens MNIST's test rows.

# %% tags=["demo"]
with needs(reconstruction_error, pca_reconstruct, build_autoencoder):
    large = build_autoencoder(784, 32, hidden=(256,), output_activation="sigmoid")[2]
    print(f"numbers to learn: PCA {784 * 32 + 784:,}, network {large.count_params():,}")
    if PROFILE == "full":
        mnist, epochs, test_errors = data.load_mnist(), 16, []
        for seed in SEEDS:
            keras.utils.set_random_seed(seed)
            large = build_autoencoder(784, 32, hidden=(256,), output_activation="sigmoid")[2]
            rate = keras.optimizers.schedules.CosineDecay(0.003, epochs * -(-len(mnist.x_train) // 256))
            large.compile(keras.optimizers.Adam(rate), loss="mean_squared_error")
            large.fit(mnist.x_train, mnist.x_train, batch_size=256, epochs=epochs, verbose=0)
            rebuilt_test = large.predict(mnist.x_test, batch_size=1000, verbose=0)
            test_errors.append(np.mean(reconstruction_error(mnist.x_test, rebuilt_test)))
        by_pca = pca_reconstruct(mnist.x_train, mnist.x_test, 32)
        pca_error = np.mean(reconstruction_error(mnist.x_test, by_pca))
        gallery(
            {"original": mnist.x_test[:12], "PCA, 32": by_pca[:12], "network, 32": rebuilt_test[:12]},
            "Twelve MNIST test digits rebuilt from 32 numbers: PCA leaves a grey haze around the strokes, the network does not.",
        )
        print(f"error on MNIST's test rows: network {mean_interval(test_errors)}, PCA {pca_error:.5f}")
        claim("the network's test error is at most 0.0070 per pixel", 0.0070 - np.array(test_errors))
        claim("and less than half that of PCA", pca_error / 2 - np.array(test_errors))

# %% [markdown]
# ### Written answer 1  ·  3 points
#
# A colleague compresses sensor readings of 40 numbers to a code of 30. It took a day to tune the autoencoder, and its error on the rows used for tuning is still 4 % above that of PCA. He wants to add layers. What would you advise, and why? What would you measure before you change anything, and on which rows? Three or four sentences.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_bottleneck", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** With 30 of 40 numbers a plane already holds nearly everything, so bending has little left to win; a linear autoencoder could at best *equal* PCA, and a deeper one pays in training what it gains in freedom. I would use PCA here: faster, the same result every time, ordered components. Before adding layers I would measure both over several widths of the code on held-out rows (and over seeds): only where the code is clearly narrower than what PCA needs can hidden layers pay. If a code of 30 is what the application needs, the question is settled.
#
# **Rubric**
# - 1 point: a wide code leaves hidden layers little to win (or: PCA is the best flat code, and a plane of 30 dimensions holds almost all the variance).
# - 1 point: advises PCA for this width, with a reason (simplicity, no training, repeatable).
# - 1 point: what to measure, for network and PCA alike: the error against the width of the code, or the errors on training and on held-out rows (which tell imperfect training from overfitting). Half a point if held-out rows are not mentioned. Seeds or an interval are welcome.
# - "More layers are always better" or "networks beat PCA": no point for that part.
# ### END SOLUTION

# %% [markdown]
# ## 7 · Denoising: another target than the input  ·  10 min
#
# An autoencoder that can copy learns nothing. Instead of a narrow code, one can make copying *useless*: add noise to what the encoder sees and ask for the clean row. To put back what the noise destroyed, the network has to know what digits look like. This **denoising autoencoder** needs clean rows for training, and fresh noise in every batch, so that there is nothing to learn by heart.
#
# Rivals, all judged by the distance of their output from the *clean* image: doing nothing; PCA, with the number of components that is best for it; an autoencoder of the same shape that was trained on clean rows only.
#
# > **Predict.** Which of the three rivals comes closest to the network that was trained on noisy rows?

# %% tags=["demo"]
with needs(reconstruction_error, pca_reconstruct):
    sigma = 0.3
    noisy = digits.x_val + np.random.default_rng(SEED).normal(0, sigma, digits.x_val.shape)
    by_pca = {k: pca_reconstruct(digits.x_train, noisy, k) for k in range(4, 33)}
    cost = {k: np.mean(reconstruction_error(digits.x_val, X_hat)) for k, X_hat in by_pca.items()}
    best_k = min(cost, key=cost.get)
    cleaned = {
        "trained on clean rows": train_autoencoders(digits.x_train, 16, SEEDS)[2](noisy),
        "trained on noisy rows": train_autoencoders(digits.x_train, 16, SEEDS, noise=sigma)[2](noisy),
    }
    leftover = {name: mean_errors(digits.x_val, X_hat) for name, X_hat in cleaned.items()}
    gallery(
        {
            "clean": some,
            "noisy": noisy[ten],
            f"PCA, {best_k}": by_pca[best_k][ten],
            **{name: X_hat[0].numpy()[ten] for name, X_hat in cleaned.items()},
        },
        "Ten digits, clean, with noise, and cleaned in three ways: PCA leaves grey patches, the network trained on clean "
        "rows turns noise into wrong strokes, the one trained on noisy rows comes closest to the originals.",
    )
    print(f"noisy image as it is:     {np.mean(reconstruction_error(digits.x_val, noisy)):.4f}")
    print(f"PCA, best with {best_k} numbers: {cost[best_k]:.4f}")
    for name, errors in leftover.items():
        print(f"{name}:    {mean_interval(errors)}")
    claim(
        "training on noisy rows cleans better than training on clean ones",
        leftover["trained on clean rows"] - leftover["trained on noisy rows"],
    )
    claim("and better than PCA", cost[best_k] - leftover["trained on noisy rows"])
    claim("PCA cleans better than the network that never saw noise", leftover["trained on clean rows"] - cost[best_k])

# %% [markdown]
# **Explain.** PCA averages noise away because it looks at few directions, and it cannot do anything wild outside the training rows. The network trained on clean rows was never asked what to do *between* digits; a noisy image lies there, and it answers with confidence and nonsense. Trained on noisy rows, it learns the way back. What it has learnt is this noise, though: one of the tasks under "Going further" gives it another.

# %% [markdown]
# ## 8 · Anomalies: what cannot be rebuilt  ·  20 min
#
# Train an autoencoder on normal rows only. What resembles them is rebuilt well; what does not, badly. So the reconstruction error is a score for strangeness that needs no example of an anomaly. To turn the score into an alarm one needs a threshold, and to know what the alarm is worth one needs three groups: normal rows, anomalies, and **pure noise** as a control. An alarm that does not even notice noise is broken, whatever it says about the rest.

# %% [markdown]
# ### Exercise 4 — `anomaly_flags`  ·  4 points
#
# The threshold is the `quantile` of the errors of **normal** rows: with 0.95, five in a hundred normal rows lie above it. A row is flagged when its error is **greater**. The rows to be judged have no say in the threshold; if they had, the same share would be flagged whether all or none of them are anomalies.


# %% nbgrader={"grade": false, "grade_id": "anomaly_flags", "locked": false, "schema_version": 3, "solution": true, "task": false}
def anomaly_flags(errors_normal, errors, quantile):
    """Which rows are rebuilt worse than normal ones are.

    errors_normal: (m,), errors of normal rows; errors: (n,), errors of the rows to judge; 0 <= quantile <= 1.
    Returns (n,) of True and False: True where the error is greater than that quantile of errors_normal.
    """
    ### BEGIN SOLUTION
    return np.asarray(errors) > np.quantile(errors_normal, quantile)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_anomaly_flags", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(anomaly_flags, points=4)


def flags(errors_normal, errors, quantile):
    """The learner's flags, when they are True and False."""
    got = anomaly_flags(np.array(errors_normal, float), np.array(errors, float), quantile)
    kind = np.asarray(got).dtype.name
    wanted = "return True or False for each row, as a comparison gives them"
    check.holds(got is None or kind == "bool", f"{wanted} (yours are {kind})")
    return got


normal = (np.arange(101) / 100) ** 2  # nine in ten are at most 0.81
errors = np.array([0.7, 0.87, 0.005, 0.92, 0.97, 2.0, 3.0])
with check("seven rows against the 0.9 quantile of normal errors"):
    pattern = lambda text: np.array([letter == "T" for letter in text])
    check.expect(
        lambda: flags(normal, errors, 0.9),
        pattern("FTFTTTT"),
        mistakes={
            "the threshold comes from `errors`: take it from errors_normal": pattern("FFFFFFT"),
            "the comparison is turned: flag errors above the threshold": pattern("TFTFFFF"),
            "the quantile is counted from the top: 0.9 means that nine in ten lie below": pattern("TTFTTTT"),
            "np.percentile counts to 100: use np.quantile": pattern("TTTTTTT"),
            "the threshold is the largest normal error": pattern("FFFFFTT"),
            "the threshold is a mean and some deviations: take the quantile": pattern("FFFFTTT"),
            "the threshold is too high: that very quantile, of errors_normal and of nothing else": pattern("FFFTTTT"),
        },
    )
with check("an error equal to the threshold is not flagged"):
    check.expect(
        lambda: flags([2.0, 2.0, 2.0], [2.0, 2.5, 1.5], 0.9),
        np.array([False, True, False]),
        mistakes={"greater, not greater or equal": [True, True, False]},
    )
with check("the inputs are left alone"):
    check.unchanged(anomaly_flags, np.array([0.3, 0.1, 0.2]), np.array([0.5, 0.05, 0.25]), 0.5)
### BEGIN HIDDEN TESTS
many = np.random.default_rng(13).gamma(2, 1, 2000)
with check("of the normal rows themselves, a share of 1 - quantile is flagged"):
    for quantile in (0.5, 0.8, 0.95, 0.99):
        share = np.mean(flags(many, many, quantile))
        check.expect(share, 1 - quantile, rtol=1e-9, atol=0.001)
with check("the rows to judge do not move the threshold"):
    few = many[:50]
    alone = np.asarray(flags(many, few, 0.9))
    for others in (np.full(500, 1e-3), np.full(500, 1e3)):
        check.expect(lambda others=others: np.asarray(flags(many, np.append(few, others), 0.9))[:50], alone)
with check("more rows to judge than normal rows, one row, none flagged, all flagged"):
    check.expect(lambda: flags([1.0, 2, 3], np.arange(8.0), 1.0), np.arange(8) > 3)
    check.expect(lambda: flags([1.0, 2, 3], [0.5], 0.5), np.zeros(1, bool))
    check.expect(lambda: flags([5.0, 6], np.full(4, 9.0), 0.25), np.ones(4, bool))
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Now the experiment: all digits except the eights are normal. Ten networks learn from normal training rows. The threshold is the 0.95 quantile of the errors of normal *validation* rows; it is judged on the *test* rows, which are opened here for the first time. Two kinds of noise: each pixel drawn evenly from [0, 1], and each pixel taken from a *different* normal digit, so that every pixel by itself is perfectly normal.
#
# > **Predict.** What share of the eights will be flagged: nearly all, half, or hardly any? What share of each kind of noise? And what happens to the false alarms if the threshold comes from the training rows?

# %% tags=["demo"]
from sklearn.metrics import roc_auc_score

STRANGE = 8

with needs(reconstruction_error, anomaly_flags):
    normal_train, normal_val, normal_test = (
        X[y != STRANGE]
        for X, y in ((digits.x_train, digits.y_train), (digits.x_val, digits.y_val), (digits.x_test, digits.y_test))
    )
    rng = np.random.default_rng(SEED)
    even, shuffled = rng.random(normal_test.shape), rng.permuted(normal_test, axis=0)
    groups = {
        "normal digits": normal_test,
        "eights": digits.x_test[digits.y_test == STRANGE],
        "noise, shuffled pixels": shuffled,
        "noise, even": even,
    }
    rebuild = train_autoencoders(normal_train, 8, SEEDS)[2]
    row_errors = lambda X: np.array([reconstruction_error(X, X_hat) for X_hat in rebuild(X).numpy()])  # (seeds, n)
    errors = {name: row_errors(X) for name, X in groups.items()}
    held_out, flagged = row_errors(normal_val), {}
    for origin, normal in (("held-out rows", held_out), ("training rows", row_errors(normal_train))):
        for name in groups:
            flags_of = [anomaly_flags(*pair, 0.95) for pair in zip(normal, errors[name], strict=True)]
            flagged[name, origin] = np.mean(flags_of, axis=1)

    figure, ax = plt.subplots()
    bins = np.geomspace(0.003, 0.4, 30)
    for name, values in errors.items():
        share = np.full(len(values[0]), 1 / len(values[0]))
        ax.hist(values[0], bins, weights=share, histtype="step", linewidth=1.8, label=name)
    ax.axvline(np.quantile(held_out[0], 0.95), color="0.4", linestyle=":", label="threshold")
    ax.set(xscale="log", xlabel="reconstruction error (per pixel)", ylabel="share of the group", title="first seed")
    ax.legend(fontsize=8, loc="upper left")
    plots.show(
        figure,
        "Histograms of the reconstruction error, logarithmic axis: normal digits lowest, the eights overlap with their "
        "upper half and the threshold cuts the eights in two; both kinds of noise lie far to the right.",
    )
    table = pd.Series({pair: str(mean_interval(shares)) for pair, shares in flagged.items()}).unstack(sort=False)
    print("share flagged, by where the threshold comes from:", table, sep="\n")
    claim(
        "a threshold from training rows gives more false alarms",
        flagged["normal digits", "training rows"] - flagged["normal digits", "held-out rows"],
    )
    claim(
        "noise is flagged more often than eights",
        flagged["noise, shuffled pixels", "held-out rows"] - flagged["eights", "held-out rows"],
    )
    claim(
        "eights are flagged more often than normal digits",
        flagged["eights", "held-out rows"] - flagged["normal digits", "held-out rows"],
    )

# %% [markdown]
# **Explain.** The promise "5 % false alarms" holds for a threshold from held-out rows. Training rows are rebuilt better than new ones, so their threshold is too low, and the false alarms about double. Noise is caught; of the eights, about half get through, although the network has never seen one. An explanation that fits: an eight is made of strokes that it knows from threes, sixes and nines. The score finds what is *built* from other parts, and overlooks what is put together from known parts in a new way.
#
# How much depends on the width of the code? For PCA, which needs no training, one can try them all, and every digit as the stranger. The measure is the area under the ROC curve (AUC): the chance that a random anomaly has a larger error than a random normal row; 0.5 is guessing.

# %% tags=["demo"]
with needs(reconstruction_error, pca_reconstruct):
    sizes = (1, 2, 4, 8, 16, 24, 32, 40, 48, 56)
    x_new, y_new = (np.concatenate(parts) for parts in ((digits.x_val, digits.x_test), (digits.y_val, digits.y_test)))
    areas = np.empty((10, len(sizes)))
    for stranger, place in np.ndindex(areas.shape):
        known = digits.x_train[digits.y_train != stranger]
        scores = reconstruction_error(x_new, pca_reconstruct(known, x_new, sizes[place]))
        areas[stranger, place] = roc_auc_score(y_new == stranger, scores)
    figure, ax = plt.subplots()
    label = ["one digit left out", *[None] * 9]
    ax.plot(sizes, areas.T, color="0.7", linestyle="-", linewidth=1, label=label)
    ax.plot(sizes, areas.mean(axis=0), label="mean of the ten digits")
    ax.axhline(0.5, color="black", linestyle=":", linewidth=1)
    ax.set(xlabel="numbers in PCA's code", ylabel="AUC, left-out digit against the others", ylim=(0.3, 1))
    ax.legend(loc="lower left")
    plots.show(
        figure,
        "AUC against the width of the code, one grey line for each left-out digit and their mean: it rises to its best "
        "between 4 and 16 numbers and falls towards guessing, and for some digits below it, as the code gets wide.",
    )
    best = int(np.argmax(areas.mean(axis=0)))
    for name, place in (("best on average", best), ("widest", -1)):
        low, high = areas[:, place].min(), areas[:, place].max()
        print(f"{name}, {sizes[place]} numbers: AUC from {low:.2f} to {high:.2f}, depending on the digit")
    claim("the best width finds strangers better than the widest one", areas[:, best] - areas[:, -1], over="digits")

# %% [markdown]
# **Explain.** A code that holds everything rebuilds everything, strangers included, and its remaining errors say next to nothing: an AUC below 0.5 means that the stranger is even rebuilt *better* than the normal digits. So the width matters, and the best one differs from stranger to stranger. That is the catch: choosing it takes examples of the anomalies that you said you did not have. Whoever reports the best width without saying how it was chosen reports too much.

# %% [markdown]
# ### Written answer 2  ·  4 points
#
# A hospital wants an alarm for unusual X-ray images. The team trained an autoencoder on all images of the archive, set the threshold to the 0.95 quantile of the errors *on the new images of the test month*, and reports: "5 % were flagged, as planned; the alarm works." Name two things that are wrong or missing, say how you would repair each, and name one kind of anomaly that such an alarm will overlook even when repaired, and why.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_alarm", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** (1) The threshold comes from the rows to be judged, so 5 % are flagged by construction, in a month without anomalies as in a month full of them: take the quantile from held-out *normal* images. (2) The archive holds anomalies too, and the network learns to rebuild them: train on images that are known to be normal (or show that the share of others is small). (3) Nothing says that the flagged images are the unusual ones: have some labelled, report the share of anomalies found and of false alarms, with an interval, and put pure noise in as a control. Even then it overlooks anomalies that consist of familiar parts (a second, healthy-looking shadow; a left image filed as right) or that are small: a fracture of a few pixels hardly changes a mean over all of them.
#
# **Rubric**
# - 1.5 points for each of two distinct flaws **with** its repair (threshold from the judged rows; anomalies among the training rows; no evaluation on labelled cases, or no noise as a control). Only the first two count.
# - Half of that for a flaw without a repair.
# - 1 point for a kind of anomaly that the reconstruction error overlooks, with a reason (familiar parts, small area, easy to rebuild); half a point without a reason.
# ### END SOLUTION

# %% [markdown]
# ## 9 · Variational autoencoders: a code one may draw from  ·  35 min
#
# Can the decoder invent digits? Feed it with made-up codes! But which? Nobody told the encoder where to put its codes; between and around them lie places from which the decoder has never had to produce anything.
#
# A **variational autoencoder** (VAE) orders the code while it learns. For each row the encoder gives not a point but a small cloud, a normal distribution with mean $\mu$ and variance $\sigma^2$ in each dimension. The decoder gets a random point of the cloud,
#
# $$z = \mu + \sigma \cdot \epsilon, \qquad \epsilon \sim \mathcal N(0, 1),$$
#
# so places *near* a code must decode well too. And every cloud is pulled towards one and the same distribution, the standard normal. After training, codes drawn from the standard normal meet a decoder that knows its way there.
#
# Why write the draw in this way? Through "draw from $\mathcal N(\mu, \sigma^2)$" no gradient passes. Written with noise from outside, $z$ is a smooth function of $\mu$ and $\sigma$: this is the **reparameterization trick**.

# %% [markdown]
# ### Exercise 5 — `reparameterize`  ·  4 points
#
# The encoder gives $\mu$ and $\log \sigma^2$, the *logarithm of the variance* (any number will do for it, where a variance would have to stay positive). Turn standard normal noise `eps` into a draw with that mean and that **standard deviation**.
#
# In this and the next two exercises write `ops.exp`, `ops.sum`, `ops.mean`, `ops.square` (from `keras.ops`; they have NumPy's names) instead of `np.exp` and so on. They take arrays and tensors alike, and the demo below can then train a network *through* your functions. (The checks accept NumPy too; only the demos would have to do without you.)


# %% nbgrader={"grade": false, "grade_id": "reparameterize", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reparameterize(mu, log_var, eps):
    """A draw from a normal distribution, as a function of its parameters and of standard normal noise.

    mu, log_var, eps: (n, k), mean and logarithm of the variance of each entry, and the noise.
    Returns (n, k).
    """
    ### BEGIN SOLUTION
    return mu + ops.exp(log_var / 2) * eps
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_reparameterize", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(reparameterize, points=4)

mu, eps = np.array([[1.0, -2], [0, 3]]), np.array([[0.5, -1], [2, 1]])
deviation = np.array([[2.0, 0.5], [1, 3]])
log_var = 2 * np.log(deviation)
with check("four draws with deviations 2, ½, 1 and 3"):
    check.expect(
        lambda: reparameterize(*copies(mu, log_var, eps)),
        mu + np.array([[1.0, -0.5], [2, 3]]),
        rtol=1e-6,
        mistakes={
            "exp(log_var) is the variance: the deviation is its root, exp(log_var / 2)": mu + deviation**2 * eps,
            "log_var is taken for the deviation": mu + log_var * eps,
            "log_var / 2 is the logarithm of the deviation: the exp is missing": mu + log_var / 2 * eps,
            "log_var is taken for the variance, which has no root where it is negative": mu
            + np.where(log_var < 0, np.nan, np.sqrt(np.abs(log_var))) * eps,
            "that is exp(2 log_var): halve the logarithm": mu + deviation**4 * eps,
            "divided by the deviation: multiply": mu + eps / deviation,
            "the noise is missing": mu,
            "the mean is missing": deviation * eps,
            "the noise was subtracted: add it": mu - deviation * eps,
            "the deviation is missing: it scales the noise": mu + eps,
            "the deviation was added, not the noise times the deviation": mu + deviation,
            "the deviation scales the mean too": deviation * (mu + eps),
        },
    )
with check("without noise it is the mean"):
    check.expect(lambda: reparameterize(mu.copy(), log_var.copy(), np.zeros((2, 2))), mu)
with check("the inputs are left alone"):
    check.unchanged(reparameterize, mu, log_var, eps)
### BEGIN HIDDEN TESTS
with check("many draws have the mean and the deviation that was asked for"):
    noise = np.random.default_rng(14).normal(size=(5000, 3))
    noise = (noise - noise.mean(axis=0)) / noise.std(axis=0)  # exactly 0 and 1
    mean, spread = np.array([3.0, -1, 0.5]), np.array([0.2, 5, 1.5])
    draws = lambda: np.asarray(
        reparameterize(np.tile(mean, (5000, 1)), np.tile(2 * np.log(spread), (5000, 1)), noise.copy())
    )
    check.expect(lambda: draws().mean(axis=0), mean, rtol=1e-5)
    check.expect(lambda: draws().std(axis=0), spread, rtol=1e-5)
with check("where log_var is 0, noise is added as it is; where it is very small, hardly any"):
    check.expect(lambda: reparameterize(mu.copy(), np.zeros((2, 2)), eps.copy()), mu + eps)
    check.expect(lambda: reparameterize(mu.copy(), np.full((2, 2), -60.0), eps.copy()), mu, atol=1e-6)
with check("the noise is the one that was given, not new noise"):
    once = reparameterize(*copies(mu, log_var, eps))
    check.expect(lambda: reparameterize(*copies(mu, log_var, eps)), np.asarray(once))
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### Exercise 6 — `kl_divergence`  ·  5 points
#
# How far is the normal distribution that the encoder gives to a row from the standard normal? The Kullback–Leibler divergence between the two has a closed form, one term for each dimension of the code, **summed** over the dimensions:
#
# $$\mathrm{KL}(x) = \frac12 \sum_{j=1}^k \left(\mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2\right)$$
#
# It is 0 if and only if $\mu = 0$ and $\sigma = 1$, and never negative. Its unit is the nat: about how much the code of this row tells that the standard normal did not know already.


# %% nbgrader={"grade": false, "grade_id": "kl_divergence", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl_divergence(mu, log_var):
    """Kullback-Leibler divergence from the standard normal, in nats, for each row.

    mu, log_var: (n, k), mean and logarithm of the variance of each dimension of the code.
    Returns (n,), summed over the dimensions.
    """
    ### BEGIN SOLUTION
    return 0.5 * ops.sum(ops.square(mu) + ops.exp(log_var) - 1 - log_var, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_kl_divergence", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(kl_divergence, points=5)

mu = np.array([[1.0, 0, -2], [0, 0, 3]])
log_var = np.log([[1.0, 4, 4], [0.25, 1, 1]])
terms = np.array([[1.0, 3 - np.log(4), 7 - np.log(4)], [np.log(4) - 0.75, 0, 9]]) / 2
with check("two rows, three dimensions"):
    right = terms.sum(axis=1)
    check.expect(
        lambda: kl_divergence(*copies(mu, log_var)),
        right,
        rtol=1e-6,
        mistakes={
            "the sign is turned: it is never negative": -right,
            "the mean over the dimensions: sum them": right / 3,
            "the factor ½ is missing": 2 * right,
            "the mean over the dimensions without the factor ½: sum them and halve": 2 * right / 3,
            "one number for all rows (their mean): sum over the dimensions only": right.mean(),
            "one number for all rows (their sum): sum over the dimensions only": right.sum(),
            "the sum runs over the rows: sum over the dimensions, axis 1": terms.sum(axis=0),
            "nothing was summed": terms,
            "the exp is missing: the variance is exp(log_var)": (mu**2 - 1).sum(axis=1) / 2,
            "log_var is taken for the variance: it is its logarithm": [np.inf, np.nan],
            "exp(log_var / 2) is the deviation: the variance is exp(log_var)": (
                mu**2 + np.exp(log_var / 2) - 1 - log_var
            ).sum(axis=1)
            / 2,
            "log_var is taken for the logarithm of the deviation": (mu**2 + np.exp(2 * log_var) - 1 - 2 * log_var).sum(
                axis=1
            )
            / 2,
            "mu is not squared": (mu + np.exp(log_var) - 1 - log_var).sum(axis=1) / 2,
            "the 1 is missing": right + 1.5,
            "1 was added: subtract it": right + 3,
            "log_var was added: subtract it": right + log_var.sum(axis=1),
            "mu was subtracted: add its square": right - (mu**2).sum(axis=1),
            "that is the divergence of the standard normal from the code's distribution": (
                (1 + mu**2) / np.exp(log_var) - 1 + log_var
            ).sum(axis=1)
            / 2,
        },
    )
with check("the standard normal has divergence 0"):
    check.expect(lambda: kl_divergence(np.zeros((3, 2)), np.zeros((3, 2))), np.zeros(3), atol=1e-12)
with check("the inputs are left alone"):
    check.unchanged(kl_divergence, mu, log_var)
### BEGIN HIDDEN TESTS
with check("equal to the definition, the mean of log(q / p) under q, integrated numerically"):
    from scipy.stats import norm

    rng = np.random.default_rng(15)
    mu, log_var = rng.normal(0, 2, (4, 5)), rng.normal(0, 1, (4, 5))
    grid = np.linspace(-12, 12, 4001)
    want = np.zeros(4)
    for row, column in np.ndindex(4, 5):
        own = norm(mu[row, column], np.exp(log_var[row, column] / 2))
        places = own.mean() + own.std() * grid
        want[row] += np.trapezoid(own.pdf(places) * (own.logpdf(places) - norm.logpdf(places)), places)
    check.expect(lambda: kl_divergence(*copies(mu, log_var)), want, rtol=1e-5)
with check("each row by itself, for one row and for one dimension"):
    check.expect(lambda: kl_divergence(mu[2:3].copy(), log_var[2:3].copy()), want[2:3], rtol=1e-5)
    check.expect(lambda: kl_divergence(np.array([[2.0], [0]]), np.zeros((2, 1))), np.array([2.0, 0]))
with check("never negative, wherever the minimum is approached from"):
    mu, log_var = (part.ravel()[:, None] for part in np.meshgrid(np.linspace(-1, 1, 9), np.linspace(-2, 2, 9)))
    divergence = np.asarray(kl_divergence(mu, log_var))
    check.holds(divergence.shape == (81,) and (divergence > -1e-6).all(), "some divergences are negative")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### Exercise 7 — `vae_loss`  ·  5 points
#
# The loss of a row is the **sum** of its squared errors over all inputs, plus $\beta$ times its divergence. Both terms are sums: over the $d$ inputs, over the $k$ dimensions. Only then comes the mean over the rows:
#
# $$L = \frac1n \sum_{i=1}^n \left( \sum_{j=1}^d (x_{ij} - \hat x_{ij})^2 + \beta\, \mathrm{KL}(x_i) \right)$$
#
# The classic slip is to take the *mean* squared error (most libraries' default) and the *sum* in the divergence. With $d = 64$ inputs the divergence then counts 64 times too much, and the decoder learns to ignore the code. Use your `kl_divergence`.


# %% nbgrader={"grade": false, "grade_id": "vae_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    """Loss of a variational autoencoder.

    x, x_hat: (n, d), rows and their reconstructions; mu, log_var: (n, k), the encoder's outputs; beta >= 0.
    Returns a number: mean over the rows of (sum of squared errors + beta * Kullback-Leibler divergence).
    """
    ### BEGIN SOLUTION
    squared_errors = ops.sum(ops.square(x - x_hat), axis=1)
    return ops.mean(squared_errors + beta * kl_divergence(mu, log_var))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_vae_loss", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(vae_loss, points=5)

x = np.array([[1.0, 0, 2, 1], [0, 1, 1, 0], [3, 2, 0, 1]])
x_hat = x - np.array([[1.0, -1, 0, 0], [-2, 0, 0, 0], [1, 1, 0, 2]])
mu, log_var = np.array([[3.0, 0], [0, -2], [1, 1]]), np.zeros((3, 2))
with check("the error alone: no divergence where mu and log_var are 0"):
    check.expect(
        lambda: vae_loss(*copies(x, x_hat, log_var, log_var)),
        4.0,
        rtol=1e-6,
        mistakes={
            "the mean over the inputs: sum them": 1.0,
            "the sum over the rows: take their mean": 12.0,
            "the sum runs over the rows: sum over the inputs, axis 1": 3.0,
            "the factor ½ belongs to the divergence only": 2.0,
            "a loss for each row: take their mean": np.array([2.0, 4.0, 6.0]),
            "absolute differences: square them": 8 / 3,
            "the length of the difference: leave the sum of the squares as it is": np.sqrt([2.0, 4, 6]).mean(),
            "the sign is turned": -4.0,
            "the errors were not squared": 2 / 3,
        },
    )
with check("both terms on the same footing: sums, then the mean over the rows"):
    check.expect(
        lambda: vae_loss(*copies(x, x_hat, mu, log_var)),
        6.5,
        rtol=1e-6,
        mistakes={
            "the two terms are reduced differently: the error is a mean over the inputs, the divergence a sum": 3.5,
            "the two terms are reduced differently: the error is a sum, the divergence a mean over its dimensions": 5.25,
            "both are means: sum over inputs and over dimensions": 2.25,
            "the divergence is missing": 4.0,
            "the divergence was subtracted: add it (or is your kl_divergence negative?)": 1.5,
            "the divergence lacks its factor ½ (look at your kl_divergence)": 9.0,
            "the divergence was summed over the rows: take the mean, as for the error": 11.5,
            "the sum over the rows: take their mean": 19.5,
            "a loss for each row: take their mean": np.array([6.5, 6.0, 7.0]),
        },
    )
with check("beta weighs the divergence"):
    check.expect(
        lambda: vae_loss(*copies(x, x_hat, mu, log_var), beta=0.2),
        4.5,
        rtol=1e-6,
        mistakes={
            "beta is ignored": 6.5,
            "beta weighs the error: it belongs to the divergence": 3.3,
            "beta weighs both terms: it belongs to the divergence": 1.3,
            "divided by beta: multiply": 16.5,
        },
    )
with check("the inputs are left alone"):
    check.unchanged(vae_loss, x, x_hat, mu, log_var)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(16)
x, change, mu, log_var = (rng.normal(size=size) for size in ((7, 10), (7, 10), (7, 3), (7, 3)))
error = np.einsum("nd,nd->", change, change) / 7
divergence = (mu**2 + np.exp(log_var) - np.log(np.e * np.exp(log_var))).sum() / 14
with check("random rows and codes, several betas"):
    for beta in (0.0, 0.5, 4.0):
        check.expect(
            lambda beta=beta: vae_loss(x.copy(), x + change, *copies(mu, log_var), beta),
            error + beta * divergence,
            rtol=1e-5,
        )
with check("beta is 1 unless something else is said"):
    check.expect(lambda: vae_loss(x.copy(), x + change, *copies(mu, log_var)), error + divergence, rtol=1e-5)
with check("twice the same rows, the same loss; twice the same inputs, twice the error"):
    twice = [np.concatenate([part, part]) for part in (x, x + change, mu, log_var)]
    check.expect(lambda: vae_loss(*twice), error + divergence, rtol=1e-5)
    wide = [np.concatenate([part, part], axis=1) for part in (x, x + change)]
    check.expect(lambda: vae_loss(*wide, *copies(mu, log_var)), 2 * error + divergence, rtol=1e-5)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# What does $\beta$ mean? If you grant the decoder a pixel noise of deviation $\sigma_x$, the likelihood of a row says squared error$/(2\sigma_x^2)$, and multiplying everything by $2\sigma_x^2$ gives our loss with $\beta = 2\sigma_x^2$. The textbook's $\beta = 1$ thus stands for $\sigma_x = 0.71$, on pixels between 0 and 1! Worse: for a *linear* VAE one can show that a direction of the data enters the code only if its variance exceeds $\beta/2$.
#
# > **Predict.** Ten numbers of code, $\beta$ of 0.01, 0.1 and 1. What will the divergence and the error do? In which case does the decoder ignore the code? And would it still, if it had been trained with 0.1 before?


# %% tags=["demo"]
def learns_through_your_functions():
    """Whether a network can be trained through reparameterize and vae_loss; says what to do if not."""
    x = np.full((2, 3), 0.5, "float32")
    vae_loss(x, reparameterize(x, x, x), x, x)  # an open exercise stops here

    @tf.function
    def slope(mu):
        return tf.gradients(vae_loss(x, reparameterize(mu, mu, x), mu, mu), mu)[0]

    try:
        passed = slope(tf.constant(x)) is not None
    except Exception:  # whatever a function for arrays does with a tensor
        passed = False
    if not passed:
        print("No gradient passes through your functions of exercises 5 to 7: write them with `ops.` instead of `np.`.")
    return passed


def train_vaes(X, n_code, betas, hidden=64, epochs=40, seeds=SEEDS, **options):
    """Variational autoencoders side by side, trained with your functions, for some epochs with each beta in turn.

    Returns two functions: rows -> mu and log_var, arrays (seeds, n, n_code); codes (seeds, n, n_code) -> images.
    """
    d, as_rows = X.shape[1], lambda stacked: tf.reshape(stacked, (-1, stacked.shape[-1]))
    encoders, decoders = DenseStack((d, hidden, 2 * n_code), seeds), DenseStack((n_code, hidden, d), seeds)
    for beta in betas:

        def loss(x, beta=beta):
            mu, log_var = tf.split(encoders(x), 2, axis=2)
            z = tf.cast(reparameterize(mu, log_var, tf.random.normal(tf.shape(mu))), tf.float32)
            x_hat = tf.sigmoid(decoders(z))
            # All seeds' rows as one batch; Adam does not mind the common factor.
            return tf.cast(vae_loss(*map(as_rows, (x, x_hat, mu, log_var)), beta), tf.float32)

        train_stacks(loss, [encoders, decoders], X, epochs, **options)
    return lambda X: np.split(encoders(X).numpy(), 2, axis=2), lambda codes: tf.sigmoid(decoders(codes)).numpy()


with needs(reparameterize, kl_divergence, vae_loss):
    if learns_through_your_functions():
        variances = PCA().fit(digits.x_train).explained_variance_
        eps = np.random.default_rng(SEED).normal(size=(len(SEEDS), len(digits.x_val), 10)).astype("float32")
        vaes, nats, losses, rows = {}, {}, {}, []
        for name, betas in {"0.01": [0.01], "0.1": [0.1], "1": [1.0], "0.1, then 1": [0.1, 1.0]}.items():
            encode, decode = vaes[name] = train_vaes(digits.x_train, 10, betas)
            mu, log_var = encode(digits.x_val)
            drawn = zip(decode(reparameterize(mu, log_var, eps)), mu, log_var, strict=True)
            losses[name] = np.array([float(vae_loss(digits.x_val, *parts, betas[-1])) for parts in drawn])
            nats[name] = np.array([np.mean(kl_divergence(*pair)) for pair in zip(mu, log_var, strict=True)])
            error = ((decode(mu) - digits.x_val) ** 2).sum(axis=2).mean(axis=1)
            row = {"beta": name, "loss": losses[name], "squared error": error, "divergence (nats)": nats[name]}
            row["numbers in use"] = (mu.var(axis=1) > 0.05).sum(axis=1)
            rows.append({key: value if key == "beta" else str(mean_interval(value)) for key, value in row.items()})
            rows[-1]["directions with variance > beta/2"] = (variances > betas[-1] / 2).sum()
        print(pd.DataFrame(rows).to_string(index=False))
        claim(
            "a larger beta leaves less information in the code",
            np.minimum(nats["0.01"] - nats["0.1"], nats["0.1"] - nats["1"]),
        )
        claim("with beta = 1 the loss is lower if 0.1 came before", losses["1"] - losses["0.1, then 1"])

# %% [markdown]
# **Explain.** A small $\beta$ buys a small error with a divergence of many nats: the clouds are tiny and far from the standard normal, nearly a plain autoencoder. With $\beta = 1$ from the start, the code numbers are switched off: the clouds of all rows become the standard normal itself, and the decoder paints the average digit. This is called **posterior collapse**. In between, the code is both informative and orderly.
#
# Is the collapse a fault of the loss or of the training? Of both. At $\beta = 1$ the loss asks for very little: a linear VAE would keep three directions, and the networks that were trained with 0.1 before end with about three numbers in use and half a nat. Their loss is lower, if not by much. Started with $\beta = 1$, training does not find the way there: as long as the decoder ignores the code, the encoder gains nothing by telling it something. So it is common to begin with a small $\beta$ and to raise it.
#
# Now draw, in three ways: codes from the standard normal into a plain decoder; codes from a normal with the mean and covariance of the plain encoder's codes; codes from the standard normal into the VAE with $\beta = 0.1$. Two distances tell what the samples are worth. From each real digit to the nearest of 500 samples: it is large if some digits are never drawn. From each sample to the nearest real digit: it is large if samples resemble nothing.


# %% tags=["demo"]
def to_nearest(X, others):
    """Mean Euclidean distance from each row of X to the nearest of the others."""
    squares = (X**2).sum(axis=1)[:, None] - 2 * X @ others.T + (others**2).sum(axis=1)
    return np.sqrt(np.maximum(squares, 0).min(axis=1)).mean()


with needs(reparameterize, kl_divergence, vae_loss):
    if learns_through_your_functions():
        plain_encoders, plain_decoders, _ = train_autoencoders(
            digits.x_train, 10, SEEDS, epochs=40, activation=tf.sigmoid
        )
        plain = lambda codes: tf.sigmoid(plain_decoders(codes)).numpy()
        codes, rng = plain_encoders(digits.x_train).numpy(), np.random.default_rng(SEED)
        standard = rng.normal(size=(len(SEEDS), 500, 10))
        fitted = np.stack([rng.multivariate_normal(z.mean(axis=0), np.cov(z.T), 500) for z in codes])
        samples = {
            "plain, standard": plain(standard),
            "plain, fitted": plain(fitted),
            "VAE, standard": vaes["0.1"][1](standard),
        }
        gallery(
            {"real": digits.x_val[:12], **{name: images[0, :12] for name, images in samples.items()}},
            "Twelve real digits and twelve samples of each kind: from the plain decoder with standard normal codes smears "
            "that look alike, with fitted codes and from the variational autoencoder mostly shapes like digits.",
        )
        if PROFILE == "full":
            paint = train_vaes(
                mnist.x_train, 16, [0.5], hidden=400, epochs=8, seeds=[SEED], learning_rate=0.002, batch_size=128
            )[1]
            drawn = paint(rng.normal(size=(1, 24, 16)))[0]
            gallery(
                {"real": mnist.x_val[:12], "drawn": drawn[:12], "also drawn": drawn[12:]},
                "Twelve real MNIST digits above twenty-four that a variational autoencoder made up: softer, about half of them "
                "can be read, the others lie between two digits.",
            )
        found = {name: np.array([to_nearest(digits.x_val, s) for s in images]) for name, images in samples.items()}
        likeness = {name: np.array([to_nearest(s, digits.x_train) for s in images]) for name, images in samples.items()}
        columns = {"from real digits to samples": found, "from samples to real digits": likeness}
        table = {
            title: {name: str(mean_interval(distances[name])) for name in samples}
            for title, distances in columns.items()
        }
        print(pd.DataFrame(table))
        print(f"deviation of the plain encoder's codes: {mean_interval(codes.std(axis=1).mean(axis=1))}")
        for name in ("plain, standard", "plain, fitted"):
            claim(f"the VAE's samples cover the digits better than {name}", found[name] - found["VAE, standard"])
            claim(f"and resemble them more than {name}", likeness[name] - likeness["VAE, standard"])

# %% [markdown]
# **Explain.** A plain decoder fed with standard normal codes gets codes that lie too close together: those of its encoder lie spread nearly twice as wide. Most of its handicap goes if the made-up codes get the mean and covariance of real ones; the rest is the VAE's lead. The VAE's samples are soft, as everything is that minimises a squared error: where several digits are possible it paints their mean. That helps them in the second distance, since a mean of several digits is far from none of them.
#
# Last, a walk: from the code of one digit in a straight line to the code of another, decoded at each step; below it the straight line between the two decoded *images*, so that both walks have the same ends.

# %% tags=["demo"]
with needs(reparameterize, kl_divergence, vae_loss):
    if learns_through_your_functions():
        encode, decode = vaes["0.1"]
        shares, walks = np.linspace(0, 1, 11)[:, None], {}
        for start, end in ((0, 4), (1, 6), (7, 2)):
            codes = encode(some[[start, end]])[0]  # (seeds, 2, 10)
            images = decode(codes)[0]
            walks[f"{start} to {end}, code"] = decode(codes[:, :1] * (1 - shares) + codes[:, 1:] * shares)[0]
            walks[f"{start} to {end}, pixels"] = images[0] * (1 - shares) + images[1] * shares
        gallery(
            walks,
            "Three walks of eleven steps, each through the code and through the pixels, with the same ends: half-way through "
            "the pixels both digits show through each other; half-way through the code the image is a little more of one piece.",
        )
        rng = np.random.default_rng(SEED)
        others = np.array([rng.choice(np.flatnonzero(digits.y_val != label)) for label in digits.y_val])
        means = encode(digits.x_val)[0]
        ends = decode(means)
        images = {
            "of the decoded digits": ends,
            "half-way in the code": decode((means + means[:, others]) / 2),
            "half-way in the pixels": (ends + ends[:, others]) / 2,
        }
        strange = {name: np.array([to_nearest(X, digits.x_train) for X in stack]) for name, stack in images.items()}
        for name, distances in strange.items():
            print(f"distance to the nearest training digit, {name}: {mean_interval(distances)}")
        claim(
            "half-way in the code lies nearer to real digits than half-way between the images",
            strange["half-way in the pixels"] - strange["half-way in the code"],
        )

# %% [markdown]
# **Explain.** Half-way between two images lies a double exposure of both. Half-way between two codes is no perfect digit either, as the distances say, but it is nearer to one: the decoder was trained on places around the codes, and the straight line between two of them bends in the space of images.

# %% [markdown]
# ## 10 · Knowledge check  ·  8 min
#
# ### Exercise 8 — `quiz`  ·  6 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. What is the target when an autoencoder is trained on clean rows? **a** the labels · **b** the rows themselves · **c** the codes · **d** random noise
# 2. A linear autoencoder with a code of 5 numbers is trained until its error falls no more. What does it share with PCA on the same rows? **a** nothing · **b** the five components, one per unit, in order · **c** the plane that the five components span · **d** the labels
# 3. The inputs were standardized (mean 0, deviation 1). Which activation fits the last layer? **a** sigmoid · **b** ReLU · **c** none (linear) · **d** softmax
# 4. Which rows choose the threshold of an anomaly alarm? **a** the normal rows it was trained on · **b** normal rows that were held out · **c** the rows that are to be judged · **d** the anomalies
# 5. Why does a variational autoencoder write its draw as mean plus deviation times noise? **a** so that a gradient passes through the draw, to mean and deviation · **b** to save memory · **c** so that the code is always positive · **d** to make the draw less random
# 6. The squared error is averaged over 784 pixels while the divergence is summed. What happens? **a** nothing, Adam removes the scale · **b** the divergence counts 784 times as much as intended, and the codes lose their information · **c** the error counts 784 times as much as intended · **d** the divergence becomes negative

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
quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "a", 6: "b"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=6)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 7)}
with check("all six questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("b", "The row is input and target at once, which is why no labels are needed."),
    2: ("c", "The plane. Inside it the five units may mix the components in any invertible way."),
    3: ("c", "Standardized inputs are negative as often as positive: only a linear output reaches all of them."),
    4: (
        "b",
        "Held-out normal rows: training rows are rebuilt too well, and of the judged rows the same share would always be flagged.",
    ),
    5: ("a", "Noise drawn outside makes the draw a differentiable function of mean and deviation."),
    6: ("b", "One term shrank 784-fold, so the other rules: codes close to the standard normal, whatever the row."),
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
# - built an encoder and a decoder around a narrow code, and measured what is lost on the way, row by row;
# - seen that a linear autoencoder finds the plane of PCA, that hidden layers pay where the code is narrow, and that a wide enough code asks for nothing better than PCA;
# - used the same network to clean images, and its errors to raise an alarm, with a threshold from held-out normal rows and random noise as a control;
# - written the loss of a variational autoencoder, walked through its code and drawn new digits from it.
#
# **Going further.** (1) Tie the decoder's kernels to the encoder's (transposed): does the linear autoencoder then find the components themselves? (2) Give the denoiser another kind of noise in use than in training, for example a black bar across the image. (3) Replace the squared error of the variational autoencoder by the binary cross-entropy: what happens to the balance between the two terms? (4) Run this notebook with `PROFILE = "full"` to repeat the main results on MNIST.
