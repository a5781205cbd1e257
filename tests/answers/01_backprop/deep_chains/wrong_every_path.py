"""Follows every path to its end: right, but twice the work for each link that uses a number twice.

check: 16 links, each uses the last number twice
hint: this follows every path
"""


def deep_backward(output):
    to_do = [(output, 1.0)]
    while to_do:
        value, share = to_do.pop()
        value.grad += share
        to_do += [(parent, share * slope) for parent, slope in zip(value.parents, value.slopes, strict=True)]
