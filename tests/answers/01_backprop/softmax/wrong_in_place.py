"""The maximum is subtracted from the caller's array.

check: the input is left alone
hint: was changed in place
"""


def softmax(z):
    z -= z.max(axis=1, keepdims=True)
    powers = np.exp(z)
    return powers / powers.sum(axis=1, keepdims=True)
