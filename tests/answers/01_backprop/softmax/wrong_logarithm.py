"""The logarithm of softmax.

check: two rows of scores become two rows of probabilities
hint: that is the logarithm of softmax
"""


def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))
