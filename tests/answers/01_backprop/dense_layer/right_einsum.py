"""Sums named by their indices."""


def dense_forward(x, W, b):
    return np.einsum("ni,ij->nj", x, W) + b


def dense_backward(delta, x, W):
    dx = np.einsum("nj,ij->ni", delta, W)
    dW = np.einsum("ni,nj->ij", x, delta)
    return dx, dW, np.einsum("nj->j", delta)
