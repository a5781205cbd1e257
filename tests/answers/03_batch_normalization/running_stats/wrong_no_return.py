"""Assigned to the arguments' names, and nothing comes back.

check: one batch with momentum 0.9
hint: got None
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    running_mean = momentum * running_mean + (1 - momentum) * batch_mean
    running_var = momentum * running_var + (1 - momentum) * batch_var
