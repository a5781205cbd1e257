"""Single precision."""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    theta, grad, mean_square = (np.asarray(array, dtype=np.float32) for array in (theta, grad, mean_square))
    mean_square = np.float32(rho) * mean_square + np.float32(1 - rho) * grad**2
    return theta - np.float32(lr) * grad / (np.sqrt(mean_square) + np.float32(eps)), mean_square
