"""The largest score of each column is subtracted.

check: two rows of scores become two rows of probabilities
hint: the maximum runs down the columns
"""


def softmax(z):
    powers = np.exp(z - z.max(axis=0))
    return powers / powers.sum(axis=1, keepdims=True)
