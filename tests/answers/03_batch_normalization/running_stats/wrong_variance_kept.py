"""Only the mean is updated.

check: one batch with momentum 0.9
hint: the variance was not updated
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    return momentum * running_mean + (1 - momentum) * batch_mean, running_var
