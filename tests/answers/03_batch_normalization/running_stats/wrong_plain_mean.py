"""Half old, half new.

check: one batch with momentum 0.9
hint: a plain mean of old and new
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    return (running_mean + batch_mean) / 2, (running_var + batch_var) / 2
