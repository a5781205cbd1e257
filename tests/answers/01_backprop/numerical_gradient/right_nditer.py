"""np.nditer with its multi-index; a nested list comes back."""


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        right, left = x.copy(), x.copy()
        right[it.multi_index] += eps
        left[it.multi_index] -= eps
        gradient[it.multi_index] = (f(right) - f(left)) / (2.0 * eps)
    return gradient.tolist()
