"""All gradients in one long vector.

check: by global norm: one factor for all
hint: expected 2 values
"""


def clip_by_value(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [grad * min(1.0, max_norm / max(np.linalg.norm(grad.ravel()), 1e-30)) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    everything = np.concatenate([grad.ravel() for grad in grads])
    return everything * min(1.0, max_norm / max(np.linalg.norm(everything), 1e-30))
