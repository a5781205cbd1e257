"""x itself is moved, and put back from a saved number."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        saved = x[index]
        x[index] = saved + eps
        right = f(x)
        x[index] = saved - eps
        left = f(x)
        x[index] = saved
        gradient[index] = (right - left) / 2 / eps
    return gradient
