"""A list without order: Values pass on before all shares have come.

check: 2,500 links, each uses the last number twice, on either side
hint: expected
"""


def deep_backward(output):
    output.grad, to_do, seen = 1.0, [output], {output}
    while to_do:
        value = to_do.pop()
        for parent, slope in zip(value.parents, value.slopes, strict=True):
            parent.grad += slope * value.grad
            if parent not in seen:
                seen.add(parent)
                to_do.append(parent)
