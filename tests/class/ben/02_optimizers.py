# %% [markdown]
# Ben takes every running quantity for an average: his momentum scales the gradient by 1 - beta, his Adam has no bias
# correction, and he divides with // wherever something is counted.

# %% minibatches
def minibatches(X, y, batch_size, rng):
    """One epoch of mini-batches in a fresh random order."""
    order = rng.permutation(len(X))
    for batch in range(len(X) // batch_size):
        rows = order[batch * batch_size : (batch + 1) * batch_size]
        yield X[rows], y[rows]


# %% momentum_step
def momentum_step(theta, grad, velocity, lr, beta=0.9):
    """One step of gradient descent with momentum."""
    velocity = beta * velocity - (1 - beta) * lr * grad
    return theta + velocity, velocity


# %% adam_step
def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    """One Adam step."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return theta - lr * m / (np.sqrt(v) + eps), m, v


# %% schedules
def power_schedule(lr0, epoch, s):
    """Learning rate of the power schedule."""
    return lr0 / (1 + epoch // s)


def exponential_schedule(lr0, epoch, s):
    """Learning rate of the exponential schedule."""
    return lr0 * 0.1 ** (epoch // s)


# %% quiz
quiz = {1: "d", 2: "d", 3: "c", 4: "a", 5: "c", 6: "a", 7: "a"}

# %% [markdown] explain_momentum
# The velocity is the average of the last ten gradients. Across the ravine their average is zero, along the floor it is
# not. With $\beta = 0.99$ it is the average of a hundred gradients, so it is even smoother and therefore better.

# %% [markdown] explain_fair_race
# They used the same learning rate for both, but each optimizer needs its own: try a few for each. Also one seed is not
# enough.
