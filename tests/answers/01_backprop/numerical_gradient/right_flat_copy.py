"""A flat copy, one entry moved and put back."""


def numerical_gradient(f, x, eps=1e-5):
    flat = x.copy().ravel()
    gradient = np.empty_like(flat)
    for j in range(flat.size):
        before = flat[j]
        flat[j] = before + eps
        above = f(flat.reshape(x.shape))
        flat[j] = before - eps
        below = f(flat.reshape(x.shape))
        flat[j] = before
        gradient[j] = (above - below) / (2 * eps)
    return gradient.reshape(x.shape)
