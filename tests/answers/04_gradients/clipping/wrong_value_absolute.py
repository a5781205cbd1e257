"""The sign is lost.

check: by value: every entry between -2.5 and 2.5
hint: lost their sign
"""


def clip_by_value(grads, limit):
    return [np.minimum(np.abs(grad), limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [grad * min(1.0, max_norm / max(np.linalg.norm(grad.ravel()), 1e-30)) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * min(1.0, max_norm / max(norm, 1e-30)) for grad in grads]
