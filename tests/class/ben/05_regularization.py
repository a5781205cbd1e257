# %% [markdown]
# Ben takes every running quantity for an average, and every rate for the share that stays: he keeps what dropout should
# drop, compares each epoch with the one before, and stops one epoch late. His penalties are means.

# %% penalties
def l1_penalty(weights, lam):
    """L1 penalty of a list of arrays."""
    return lam * np.mean(np.concatenate([np.abs(w).ravel() for w in weights]))


def l2_penalty(weights, lam):
    """L2 penalty of a list of arrays."""
    return lam / 2 * np.mean(np.concatenate([w.ravel() ** 2 for w in weights]))


def l1_gradient(weights, lam):
    """Gradient of the L1 penalty."""
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    """Gradient of the L2 penalty."""
    return [lam * w for w in weights]


# %% dropout_forward
def dropout_forward(x, rate, rng, training):
    """Inverted dropout."""
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (rng.random(x.shape) < rate) / rate
    return x * mask, mask


# %% early_stopper
class EarlyStopper:
    """Decides when to stop."""

    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_weights, self.best_epoch = None, None
        self.last_loss, self.epoch, self.waiting = np.inf, -1, 0

    def update(self, val_loss, weights):
        """Note one epoch; True to stop."""
        self.epoch += 1
        if val_loss < self.last_loss - self.min_delta:
            self.best_epoch, self.best_weights = self.epoch, [w.copy() for w in weights]
            self.waiting = 0
        else:
            self.waiting += 1
        self.last_loss = val_loss
        return self.waiting > self.patience


# %% quiz
quiz = {1: "b", 2: "a", 3: "c", 4: "a", 5: "d", 6: "c", 7: "b"}

# %% [markdown] explain_loss_and_error
# The loss is an average and the error is an average too, but the error only counts whether the class is right. So the
# loss can climb without a new mistake. I would watch the loss.

# %% [markdown] explain_mismatch
# The average of the errors is about 3 %, so it is not so bad. The dev error is from the device and the training error
# from telephones, so they should collect more clips from the device.
