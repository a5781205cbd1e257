"""Powers of beta through its logarithm, which beta = 0 does not have.

check: beta = 0 remembers nothing
hint: got NaN
"""


def ema(values, beta, bias_correction=True):
    steps = np.arange(len(values))
    age = steps[:, None] - steps
    weights = np.tril((1 - beta) * np.exp(np.log(beta) * age))
    if bias_correction:
        weights = weights / weights.sum(axis=1, keepdims=True)
    return weights @ values
