"""The old averages are overwritten.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    running_mean *= momentum
    running_mean += (1 - momentum) * batch_mean
    running_var *= momentum
    running_var += (1 - momentum) * batch_var
    return running_mean, running_var
