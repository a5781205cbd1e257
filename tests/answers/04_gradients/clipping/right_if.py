"""A comparison before the division."""


def clip_by_value(grads, limit):
    return [np.minimum(np.maximum(grad, -limit), limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    clipped = []
    for grad in grads:
        norm = np.sqrt(np.sum(grad * grad))
        clipped.append(grad * max_norm / norm if norm > max_norm else grad.copy())
    return clipped


def clip_by_global_norm(grads, max_norm):
    norm = np.linalg.norm([np.sqrt(np.sum(grad * grad)) for grad in grads])
    return [grad * max_norm / norm if norm > max_norm else grad.copy() for grad in grads]
