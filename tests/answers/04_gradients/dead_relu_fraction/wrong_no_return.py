"""Nothing is returned.

check: two of five units are zero in all four rows
hint: got None
"""


def dead_relu_fraction(activations):
    print(np.mean(np.all(activations == 0, axis=0)))
