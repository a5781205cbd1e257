"""The bias as a weight from an input that is always 1."""


def dense_forward(x, W, b):
    return np.column_stack([x, np.ones(len(x))]) @ np.vstack([W, b])


def dense_backward(delta, x, W):
    both = np.column_stack([x, np.ones(len(x))]).T @ delta
    return np.dot(delta, W.T), both[:-1], both[-1]
