"""exp(-z), as some slides print it.

check: two rows of scores become two rows of probabilities
hint: the exponent is negative
"""


def softmax(z):
    powers = np.exp(-(z - z.min(axis=1, keepdims=True)))
    return powers / powers.sum(axis=1, keepdims=True)
