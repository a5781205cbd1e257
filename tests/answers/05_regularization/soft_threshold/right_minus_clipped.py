"""What remains when the clipped part is taken away."""


def soft_threshold(w, t):
    return w - np.clip(w, -t, t)
