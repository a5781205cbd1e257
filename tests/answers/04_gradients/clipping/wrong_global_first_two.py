"""The norm of the first two arrays only.

check: clip_by_global_norm equals TensorFlow's on five arrays and four limits
hint: first difference
"""


def clip_by_value(grads, limit):
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [grad * min(1.0, max_norm / max(np.linalg.norm(grad.ravel()), 1e-30)) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.hypot(np.linalg.norm(grads[0]), np.linalg.norm(grads[1]) if len(grads) > 1 else 0.0)
    return [grad * min(1.0, max_norm / max(norm, 1e-30)) for grad in grads]
