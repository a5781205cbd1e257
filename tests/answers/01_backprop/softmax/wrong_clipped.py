"""Scores are clipped to keep exp finite.

check: adding a constant to a row changes nothing
hint: [0.3333, 0.3333, 0.3333]
"""


def softmax(z):
    powers = np.exp(np.clip(z, -30, 30))
    return powers / powers.sum(axis=1, keepdims=True)
