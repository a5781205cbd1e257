"""The count comes back as text.

check: 784 pixels, 32 hidden units, 10 classes
hint: got the text '25,450'
"""


def count_parameters(layer_sizes):
    return f"{sum((a + 1) * b for a, b in pairwise(layer_sizes)):,}"
