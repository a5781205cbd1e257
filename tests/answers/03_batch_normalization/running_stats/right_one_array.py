"""Both averages in one array of two rows."""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    old, new = np.stack([running_mean, running_var]), np.stack([batch_mean, batch_var])
    return np.average([old, new], axis=0, weights=[momentum, 1 - momentum])
