"""In place, on a copy."""


def soft_threshold(w, t):
    result = np.array(w, dtype=float)
    result[np.abs(w) <= t] = 0.0
    result[w > t] -= t
    result[w < -t] += t
    return result.tolist()
