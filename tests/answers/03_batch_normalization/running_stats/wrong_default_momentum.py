"""The default is another one.

check: twenty batches with the default momentum equal what Keras' layer remembers
hint: relative error
"""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.9):
    mean = momentum * running_mean + (1 - momentum) * batch_mean
    return mean, momentum * running_var + (1 - momentum) * batch_var
