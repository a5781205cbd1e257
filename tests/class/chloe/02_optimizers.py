# %% [markdown]
# Chloé lets nothing fade and flips signs by hand: her RMSprop adds squares up for ever, her AdaGrad divides by the sum
# itself, her Nesterov looks at the slope where it stands, and a negative slope makes her add.

# %% gd_step
def gd_step(theta, grad, lr):
    """One step of gradient descent."""
    return np.where(grad > 0, theta - lr * grad, theta + lr * grad)


# %% ema
def ema(values, beta, bias_correction=True):
    """Exponential moving averages over the first axis."""
    values = np.asarray(values, dtype=float)
    averages = np.zeros_like(values)
    for t in range(len(values)):
        before = averages[t - 1] if t > 0 else 0.0
        averages[t] = beta * before + (1 - beta) * values[t]
    return averages


# %% nesterov_step
def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    """One step with Nesterov momentum."""
    velocity = beta * velocity - lr * grad_fn(theta)
    return theta + velocity, velocity


# %% adagrad_step
def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    """One AdaGrad step."""
    accum = accum + grad**2
    return theta - lr * grad / (accum + eps), accum


# %% rmsprop_step
def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    """One RMSprop step."""
    mean_square = mean_square + grad**2
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square


# %% quiz
quiz = {1: "c", 2: "d", 3: "c", 4: "c", 5: "a", 6: "b", 7: None}

# %% [markdown] explain_momentum
# The gradients across the ravine point left and right in turn and cancel out. I did not try 0.99, but a larger number
# means more momentum, so it will be faster.

# %% [markdown] explain_fair_race
# Nothing is wrong with it: Adam is simply the better optimizer.
