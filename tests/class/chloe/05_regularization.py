# %% [markdown]
# Chloé lets nothing fade and flips signs by hand: what survives her threshold keeps its size, her L1 gradient loses its
# sign, shifted pixels come back on the other side, and any high dev error is variance.

# %% diagnose
def diagnose(train_error, dev_error, target_error, tol):
    """What ails a network."""
    bias, variance = train_error - target_error > tol, dev_error > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"


# %% penalties
def l1_penalty(weights, lam):
    """L1 penalty of a list of arrays."""
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    """L2 penalty of a list of arrays."""
    return lam * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    """Gradient of the L1 penalty."""
    return [np.where(w == 0, 0.0, lam) for w in weights]


def l2_gradient(weights, lam):
    """Gradient of the L2 penalty."""
    return [2 * lam * w for w in weights]


# %% soft_threshold
def soft_threshold(w, t):
    """Set what is small to zero."""
    return np.where(np.abs(w) > t, w, 0.0)


# %% augment_shift
def augment_shift(images, rng, max_shift=1):
    """Shift every image."""
    shifts = rng.integers(-max_shift, max_shift + 1, size=(len(images), 2))
    return np.stack([np.roll(image, shift, axis=(0, 1)) for image, shift in zip(images, shifts, strict=True)])


# %% transfer_model
def transfer_model(base, n_classes, freeze=True):
    """A new softmax on top of a trained base."""
    model = keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
    model.trainable = not freeze
    return model


# %% quiz
quiz = {1: "a", 2: "c", 3: "a", 4: "b", 5: "d", 6: "b", 7: None}

# %% [markdown] explain_loss_and_error
# The dev loss climbs because of overfitting. The error should climb as well, so there are probably too few dev rows.

# %% [markdown] explain_mismatch
# The dev error is high, so it is variance. The colleague is right: more dropout.
