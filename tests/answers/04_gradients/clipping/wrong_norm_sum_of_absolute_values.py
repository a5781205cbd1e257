"""The L1 norm.

check: by norm: the long array is shortened, the short one stays
hint: the norm was taken as the sum of absolute values
"""


def clip_by_value(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [grad * min(1.0, max_norm / max(np.abs(grad).sum(), 1e-30)) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * min(1.0, max_norm / max(norm, 1e-30)) for grad in grads]
