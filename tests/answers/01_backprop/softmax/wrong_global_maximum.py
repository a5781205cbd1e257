"""The largest score of the whole table is subtracted.

check: no NaN for large scores, nor for rows that lie far apart
hint: one maximum for all rows
"""


def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum(axis=1, keepdims=True)
