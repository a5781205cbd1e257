"""The momentum is the share of the new value, as a well-known textbook had it.

check: one batch with momentum 0.9
hint: the momentum is the other way round
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    mean = (1 - momentum) * running_mean + momentum * batch_mean
    return mean, (1 - momentum) * running_var + momentum * batch_var
