"""Dead units divided by living ones.

check: all dead, none dead, and a random layer
hint: stopped with ZeroDivisionError
"""


def dead_relu_fraction(activations):
    dead = int(np.sum(np.all(activations == 0, axis=0)))
    return dead / (len(activations[0]) - dead)
