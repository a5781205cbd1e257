"""The batch enters whole.

check: one batch with momentum 0.9
hint: the batch enters whole
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    return momentum * running_mean + batch_mean, momentum * running_var + batch_var
