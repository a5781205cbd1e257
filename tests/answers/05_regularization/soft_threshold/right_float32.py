"""Single precision."""


def soft_threshold(w, t):
    w = np.asarray(w, dtype=np.float32)
    return np.copysign(np.maximum(np.abs(w) - np.float32(t), np.float32(0)), w)
