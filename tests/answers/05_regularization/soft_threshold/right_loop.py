"""A loop over the entries."""


def soft_threshold(w, t):
    result = np.zeros(np.shape(w))
    for index in np.ndindex(result.shape):
        if abs(w[index]) > t:
            result[index] = w[index] - t if w[index] > 0 else w[index] + t
    return result
