"""The division is forgotten.

check: two rows of scores become two rows of probabilities
hint: not divided by the sum
"""


def softmax(z):
    return np.exp(z)
