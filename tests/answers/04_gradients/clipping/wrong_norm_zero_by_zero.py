"""A gradient of zeros is divided by its norm.

check: short gradients stay as they are, zeros too
hint: 0 / 0
"""


def clip_by_value(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    norms = [np.linalg.norm(grad) for grad in grads]
    return [grad / norm * min(norm, max_norm) for grad, norm in zip(grads, norms, strict=True)]


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * min(1.0, max_norm / max(norm, 1e-30)) for grad in grads]
