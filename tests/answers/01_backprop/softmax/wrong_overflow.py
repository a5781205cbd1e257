"""The formula as it stands overflows for large scores.

check: no NaN for large scores, nor for rows that lie far apart
hint: exp overflows
"""


def softmax(z):
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
