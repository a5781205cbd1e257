"""One sum for the whole table.

check: two rows of scores become two rows of probabilities
hint: one sum for the whole table
"""


def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()
