"""Whole-array operations, eps outside the root."""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = np.average([mean_square, np.square(grad)], axis=0, weights=[rho, 1 - rho])
    return theta - lr / (np.sqrt(mean_square) + eps) * grad, mean_square
