"""Tensors of row numbers."""


def k_fold(n, k, rng):
    parts = [tf.constant(part) for part in np.array_split(rng.permutation(n), k)]
    return [(tf.concat(parts[:i] + parts[i + 1 :], 0), parts[i]) for i in range(k)]
