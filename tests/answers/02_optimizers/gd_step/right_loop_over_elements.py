"""An explicit loop over the elements of any shape."""


def gd_step(theta, grad, lr):
    new = np.empty(np.shape(theta))
    for index in np.ndindex(new.shape):
        new[index] = theta[index] - lr * grad[index]
    return new
