"""einsum weighs old and new; the division is left out where nothing has come yet."""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = np.einsum("i,i...->...", [rho, 1 - rho], np.stack([mean_square, grad**2]))
    root = np.sqrt(mean_square)
    return theta - lr * np.divide(grad, root, out=np.zeros_like(root), where=root > 0), mean_square
