"""A step from the old value towards the new one."""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    step = 1 - momentum
    return running_mean - step * (running_mean - batch_mean), running_var - step * (running_var - batch_var)
