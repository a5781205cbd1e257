# %% [markdown]
# Elif has everything right except for a colon forgotten in her last change, so that one cell does not even compile.

# %% adam_step
def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7)
    """One Adam step."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_corrected = m / (1 - beta1**t)
    v_corrected = v / (1 - beta2**t)
    return theta - lr * m_corrected / (np.sqrt(v_corrected) + eps), m, v

# %% [markdown] explain_momentum
# Steps across the ravine cancel, steps along it add up. With 0.99 the run overshoots, because old steps count for
# longer.

# %% [markdown] explain_fair_race
# The rate was tuned for Adam only, there was only one seed, and the test rows were used to choose.
