"""Without keepdims the sums do not fit the rows.

check: two rows of scores become two rows of probabilities
hint: stopped with ValueError
"""


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1)
