"""The variance comes first.

check: one batch with momentum 0.9
hint: the right values in the wrong order
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    mean = momentum * running_mean + (1 - momentum) * batch_mean
    return momentum * running_var + (1 - momentum) * batch_var, mean
