"""The sum runs down the columns.

check: two rows of scores become two rows of probabilities
hint: the sum runs down the columns
"""


def softmax(z):
    powers = np.exp(z)
    return powers / powers.sum(axis=0)
