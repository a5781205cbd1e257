"""The momentum is written down.

check: one batch with momentum 0.9
hint: the default momentum is used
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    return 0.99 * running_mean + 0.01 * batch_mean, 0.99 * running_var + 0.01 * batch_var
