"""A momentum of 0 counts as none given.

check: momentum = 0 remembers nothing
hint: expected
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=None):
    momentum = momentum or 0.99
    mean = momentum * running_mean + (1 - momentum) * batch_mean
    return mean, momentum * running_var + (1 - momentum) * batch_var
