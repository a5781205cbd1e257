"""The result is printed.

check: 784 pixels, 32 hidden units, 10 classes
hint: got None: every path of your function must end in a return
"""


def count_parameters(layer_sizes):
    print(sum((a + 1) * b for a, b in pairwise(layer_sizes)))
