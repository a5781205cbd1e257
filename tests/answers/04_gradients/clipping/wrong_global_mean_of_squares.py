"""The mean over the arrays instead of the sum.

check: by global norm: one factor for all
hint: the squares were averaged
"""


def clip_by_value(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [grad * min(1.0, max_norm / max(np.linalg.norm(grad.ravel()), 1e-30)) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(np.mean([np.sum(grad**2) for grad in grads]))
    return [grad * min(1.0, max_norm / max(norm, 1e-30)) for grad in grads]
