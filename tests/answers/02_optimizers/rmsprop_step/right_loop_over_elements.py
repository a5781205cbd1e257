"""An explicit loop over the elements of any shape."""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-8):
    new_theta, new_mean_square = np.array(theta), np.array(mean_square)
    for index in np.ndindex(new_theta.shape):
        new_mean_square[index] = rho * mean_square[index] + (1 - rho) * grad[index] ** 2
        new_theta[index] -= lr * grad[index] / (new_mean_square[index] ** 0.5 + eps)
    return new_theta, new_mean_square
