"""Computed and returned in float32."""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    momentum = np.float32(momentum)
    blend = lambda old, new: momentum * np.float32(old) + (1 - momentum) * np.float32(new)
    return blend(running_mean, batch_mean), blend(running_var, batch_var)
