"""The same, with something tiny in the sum.

check: no NaN for large scores, nor for rows that lie far apart
hint: something tiny in the sum
"""


def softmax(z):
    powers = np.exp(z - z.max())
    return powers / (powers.sum(axis=1, keepdims=True) + 1e-12)
