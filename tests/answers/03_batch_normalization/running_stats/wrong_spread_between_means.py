"""The variance of a mixture, with the distance of the means.

check: one batch with momentum 0.9
hint: the spread between the means was added
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    mean = momentum * running_mean + (1 - momentum) * batch_mean
    between = momentum * (1 - momentum) * (running_mean - batch_mean) ** 2
    return mean, momentum * running_var + (1 - momentum) * batch_var + between
