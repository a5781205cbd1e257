"""The list follows the first parent only.

check: 5,000 links that all come back to the first number
hint: expected
"""


def deep_backward(output):
    output.grad, value = 1.0, output
    while value.parents:
        value.parents[0].grad += value.slopes[0] * value.grad
        value = value.parents[0]
