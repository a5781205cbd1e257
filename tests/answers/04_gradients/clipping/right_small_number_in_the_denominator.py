"""A millionth in the denominator keeps zeros from being divided by zero."""


def clip_by_value(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [grad * min(1.0, max_norm / (np.linalg.norm(grad) + 1e-6)) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * min(1.0, max_norm / (norm + 1e-6)) for grad in grads]
