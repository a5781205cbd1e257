"""One long vector for the global norm; tuples in single precision."""


def clip_by_value(grads, limit):
    return tuple(np.clip(np.float32(grad), -limit, limit) for grad in grads)


def clip_by_norm(grads, max_norm):
    return tuple(np.float32(grad) / max(1, np.linalg.norm(grad) / max_norm) for grad in grads)


def clip_by_global_norm(grads, max_norm):
    everything = np.concatenate([np.ravel(grad) for grad in grads])
    factor = max_norm / max(np.linalg.norm(everything), max_norm)
    return tuple(np.float32(grad * factor) for grad in grads)
