"""Counts how many shares each Value waits for."""


def deep_backward(output):
    uses, to_do = {}, [output]
    while to_do:
        for parent in to_do.pop().parents:
            if parent not in uses:
                to_do.append(parent)
            uses[parent] = uses.get(parent, 0) + 1
    output.grad, ready = 1.0, [output]
    while ready:
        value = ready.pop()
        for parent, slope in zip(value.parents, value.slopes, strict=True):
            parent.grad += slope * value.grad
            uses[parent] -= 1
            if not uses[parent]:
                ready.append(parent)
