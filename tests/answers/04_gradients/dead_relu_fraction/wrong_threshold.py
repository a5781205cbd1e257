"""Small outputs count as none.

check: a very small output is an output
hint: expected 0.5, got 1
"""


def dead_relu_fraction(activations):
    return np.mean(activations.max(axis=0) < 0.01)
