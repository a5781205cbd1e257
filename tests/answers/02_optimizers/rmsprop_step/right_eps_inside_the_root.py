"""eps inside the root, as Keras has it, and the average as a step towards the new square."""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = mean_square + (1 - rho) * (grad * grad - mean_square)
    return theta - lr * grad / np.sqrt(mean_square + eps), mean_square
