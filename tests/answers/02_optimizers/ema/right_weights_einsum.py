"""A triangular matrix of weights (1 - beta) beta**(t - i); the correction divides by its row sums."""


def ema(values, beta, bias_correction=True):
    steps = np.arange(len(values))
    age = steps[:, None] - steps
    weights = np.where(age >= 0, (1 - beta) * float(beta) ** np.abs(age), 0.0)
    if bias_correction:
        weights = weights / weights.sum(axis=1, keepdims=True)
    return np.einsum("ti,i...->t...", weights, values)
