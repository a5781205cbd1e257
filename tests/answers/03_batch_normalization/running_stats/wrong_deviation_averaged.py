"""The root of the batch variance is averaged in.

check: one batch with momentum 0.9
hint: the deviation is averaged
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    mean = momentum * running_mean + (1 - momentum) * batch_mean
    return mean, momentum * running_var + (1 - momentum) * np.sqrt(batch_var)
