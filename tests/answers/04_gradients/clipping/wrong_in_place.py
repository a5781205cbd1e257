"""The caller's arrays are scaled.

check: the inputs are left alone
hint: was changed in place
"""


def clip_by_value(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [grad * min(1.0, max_norm / max(np.linalg.norm(grad.ravel()), 1e-30)) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    for grad in grads:
        grad *= min(1.0, max_norm / max(norm, 1e-30))
    return grads
